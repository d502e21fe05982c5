"""Places that no post office lists: neighbourhoods, universities, airports, regions, and the rest of the world."""

import csv
from functools import cache

from flows.resources import read_text
from flows.understand.location.us_places import Spot

LANDMARK_WEIGHT = 8.0
"""A neighbourhood known beyond its city counts as much as a city of eight ZIP codes."""


@cache
def landmarks() -> dict[str, Spot]:
    """The spots of `us_landmarks.csv` by folded name; coordinates are approximate centres."""
    found: dict[str, Spot] = {}
    for row in csv.DictReader(read_text("understand/us_landmarks.csv").splitlines()):
        label = row["label"] if "," in row["label"] or not row["state"] else f"{row['label']}, {row['state']}"
        point = float(row["latitude"]), float(row["longitude"])
        spot = Spot(label, row["state"], *point, LANDMARK_WEIGHT, "neighbourhood")
        found |= dict.fromkeys(row["names"].split("|"), spot)
    return found


@cache
def abroad() -> dict[str, str]:
    """What to call the place, by folded name of a country or a big city outside the United States."""
    found: dict[str, str] = {}
    for row in csv.DictReader(read_text("understand/abroad.csv").splitlines()):
        found |= dict.fromkeys(row["names"].split("|"), row["label"])
    return found
