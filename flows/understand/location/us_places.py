"""Cities and ZIP codes of the United States, offline; the only module that knows the package `zipcodes`.

The coordinates in its data are GeoNames' (geonames.org, CC BY 4.0).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any, Literal

import zipcodes

from flows.understand.location.states import plain_name, states

Kind = Literal["city", "neighbourhood", "zip"]

_WEIGHTS = {"STANDARD": 1.0, "PO BOX": 0.3, "UNIQUE": 0.1}
_OTHER_NAME = 0.2


@dataclass(frozen=True, slots=True)
class Spot:
    """A point people call by a name; `weight` grows with the number of its ZIP codes, as population does."""

    label: str
    state: str
    latitude: float
    longitude: float
    weight: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class UsPlaces:
    """`cities` gives the spots of a folded name, the weightiest first; `zips` the spot of a five-digit code."""

    cities: dict[str, tuple[Spot, ...]]
    zips: dict[str, Spot]


@cache
def us_places() -> UsPlaces:
    """The index; about a second for the first caller, then shared."""
    zips: dict[str, Spot] = {}
    towns: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
    titles: dict[tuple[str, str], str] = {}
    for row in _rows():
        latitude, longitude = float(row["lat"]), float(row["long"])
        code, state, city = row["zip_code"], row["state"], row["city"]
        zips[code] = Spot(f"{city}, {state} {code}", state, latitude, longitude, 1.0, "zip")
        names = [(city, _WEIGHTS[row["zip_code_type"]])]
        names += [(other, _OTHER_NAME) for other in row["acceptable_cities"]]
        for name, weight in names:
            key = (plain_name(name), state)
            towns.setdefault(key, []).append((latitude, longitude, weight))
            titles.setdefault(key, name)
    return UsPlaces(_by_name(towns, titles), zips)


def _rows() -> Iterator[dict[str, Any]]:
    """The rows of every region, one region at a time: listing all at once would keep them in memory for good."""
    for region in range(100):
        rows: list[dict[str, Any]] = zipcodes.similar_to(f"{region:02}")  # type: ignore[no-untyped-call]
        for row in rows:
            known = row["state"] in states().titles and row["zip_code_type"] in _WEIGHTS
            if known and row["lat"] and float(row["lat"]):
                yield row


def _by_name(
    towns: dict[tuple[str, str], list[tuple[float, float, float]]], titles: dict[tuple[str, str], str]
) -> dict[str, tuple[Spot, ...]]:
    """One spot for each name and state: the median point, which stray coordinates do not move."""
    cities: dict[str, list[Spot]] = {}
    for (name, state), points in towns.items():
        latitude, longitude = median(point[0] for point in points), median(point[1] for point in points)
        weight = sum(point[2] for point in points)
        spot = Spot(f"{titles[name, state]}, {state}", state, latitude, longitude, weight, "city")
        for spelling in _spellings(name):
            cities.setdefault(spelling, []).append(spot)
    return {name: tuple(sorted(spots, key=lambda spot: -spot.weight)) for name, spots in cities.items()}


def _spellings(name: str) -> tuple[str, ...]:
    for long, short in (("saint ", "st "), ("mount ", "mt "), ("fort ", "ft ")):
        if name.startswith(long):
            return name, short + name.removeprefix(long)
    return (name,)
