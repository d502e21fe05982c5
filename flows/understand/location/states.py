"""The states, the District of Columbia and the territories, by every name people give them in English and Spanish."""

import csv
from dataclasses import dataclass
from functools import cache

from flows.resources import read_text
from flows.understand.fold import fold

SEVERAL = {
    "carolina": ("NC", "SC"),
    "the carolinas": ("NC", "SC"),
    "dakota": ("SD", "ND"),
    "the dakotas": ("SD", "ND"),
    "kansas city": ("MO", "KS"),
}
"""Names that two states answer to."""


@dataclass(frozen=True, slots=True)
class States:
    """`titles` by postal code; `names` and `short` (abbreviations that are also words) give the code of a folded name.

    `cities` gives the code of a city so well known that people answer with it when asked for their state.
    """

    titles: dict[str, str]
    names: dict[str, str]
    short: dict[str, str]
    cities: dict[str, str]


@cache
def states() -> States:
    """The table of `us_states.csv`: USPS codes (Publication 28, appendix B) with names and usual abbreviations."""
    rows = list(csv.DictReader(read_text("understand/us_states.csv").splitlines()))
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    cities: dict[str, str] = {}
    for row in rows:
        names |= dict.fromkeys([plain_name(row["name"]), *filter(None, row["others"].split("|"))], row["code"])
        short |= dict.fromkeys(filter(None, row["short"].split("|")), row["code"])
        cities |= dict.fromkeys(filter(None, row["cities"].split("|")), row["code"])
    return States({row["code"]: row["name"] for row in rows}, names, short, cities)


def plain_name(name: str) -> str:
    """A name as the words of a message are spelled: folded, without dots and apostrophes, blanks for hyphens."""
    return " ".join(fold(name).replace(".", "").replace("'", "").replace("-", " ").split())
