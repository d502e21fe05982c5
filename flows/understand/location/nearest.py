"""The clinic nearest to a spot, and which spot a name most likely means."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.clinic import ONLINE, Clinic
from flows.understand.location.distance import miles_between, shown_miles
from flows.understand.location.place import Method, Place
from flows.understand.location.us_places import Spot

_HOME_FACTOR = 3.0
"""Who writes to a clinic is likelier from near it: a town nearby counts three times its weight."""

_VILLAGE, _VILLAGE_FACTOR = 2.0, 1.5
_TWIN = 0.3
_CLEARLY = 2.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A spot with the group's locations from near to far, in miles."""

    spot: Spot
    clinics: tuple[tuple[float, str], ...]

    @property
    def miles(self) -> float:
        return self.clinics[0][0]

    @property
    def code(self) -> str:
        return self.clinics[0][1]


def ranked(clinic: Clinic, spot: Spot) -> Ranked:
    """How far each location is from `spot`."""
    distances = (
        (miles_between(spot.latitude, spot.longitude, place.latitude, place.longitude), place.code)
        for place in clinic.locations
    )
    return Ranked(spot, tuple(sorted(distances)))


def place_of(clinic: Clinic, spots: Sequence[Spot], method: Method, *, abroad: str = "") -> Place:
    """Where somebody in one of `spots`, which share a name, would go; asks where two readings are about as likely.

    `abroad` is what the name means outside the country, where it is known there too.
    """
    limit = clinic.nearest_within_miles
    near = sorted(
        (r for r in (ranked(clinic, spot) for spot in spots) if r.miles <= limit), key=lambda r: -r.spot.weight
    )
    far = [spot for spot in spots if spot not in {r.spot for r in near}]
    if not near:
        return _abroad(abroad) if abroad else _far(clinic, far, method)
    best = near[0]
    twins = [r for r in near[1:] if r.code != best.code and r.spot.weight >= best.spot.weight * _TWIN]
    factor = _HOME_FACTOR if best.spot.weight >= _VILLAGE else _VILLAGE_FACTOR
    heavier = any(spot.weight > max(best.spot.weight, 1.0) * factor for spot in far)
    housing = [place.code for place in clinic.locations if f"{place.city}, {place.state}" == best.spot.label]
    several = len(housing) > 1
    if twins or heavier or abroad or several:
        codes = dict.fromkeys((best.code, *(housing if several else ()), *(r.code for r in twins), ONLINE))
        name = best.spot.label if several else best.spot.label.rpartition(",")[0]
        return Place(None, ask=True, method=method, candidates=tuple(codes), place=name)
    within = [code for miles, code in best.clinics if miles <= limit]
    return Place(
        best.code,
        ask=False,
        method=method,
        miles=shown_miles(best.miles),
        candidates=(*within, ONLINE),
        place=best.spot.label,
    )


def _abroad(label: str) -> Place:
    return Place(None, ask=True, method="none", candidates=(ONLINE,), place=label)


def _far(clinic: Clinic, spots: Sequence[Spot], method: Method) -> Place:
    """Every reading is far away: treatment from afar, whichever is meant."""
    best = max(spots, key=lambda spot: spot.weight)
    others = [spot.weight for spot in spots if spot is not best]
    clear = not others or best.weight >= _CLEARLY * max(others)
    nearest = ranked(clinic, best)
    return Place(
        ONLINE,
        ask=False,
        method=method,
        miles=shown_miles(nearest.miles) if clear else None,
        candidates=(ONLINE, nearest.code),
        place=best.label if clear else best.label.rpartition(",")[0],
    )
