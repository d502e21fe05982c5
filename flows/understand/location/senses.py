"""Names that belong together read as one place: "Henderson, NV 89002", "Brentwood (LA)", "Las Vegas, New Mexico"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.understand.location.atlas import Atlas, Meaning
from flows.understand.location.distance import miles_between
from flows.understand.location.mentions import Mention
from flows.understand.location.states import states
from flows.understand.location.tokens import Token
from flows.understand.location.us_places import Spot

SAME_AREA_MILES = 60.0
"""Two names of one place, town and county or town and ZIP, lie no farther apart."""

_LINKS = frozenset("in of en de del the near by off at on around cerca el area city town state estado area".split())  # noqa: SIM905  a word list
_MOST_LINKS = 2
_LOOSE = frozenset(" ,()-\n")


@dataclass(frozen=True, slots=True)
class Sense:
    """One place as said in one or more neighbouring names; `meaning` is narrowed by the names around."""

    start: int
    end: int
    name: str
    meaning: Meaning
    zip_code: str
    likeness: float


def senses_of(atlas: Atlas, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Sense]:
    """The mentions, joined where they name one place."""
    found: list[Sense] = []
    for mention in mentions:
        sense = Sense(mention.start, mention.end, mention.name, mention.meaning, mention.zip_code, mention.likeness)
        joined = _joined(atlas, found[-1], sense) if found and _touch(tokens, found[-1].end, sense.start) else None
        if joined is None:
            found.append(sense)
        else:
            likeness = min(found[-1].likeness, sense.likeness)
            found[-1] = replace(joined, start=found[-1].start, end=sense.end, likeness=likeness)
    return found


def _touch(tokens: Sequence[Token], end: int, start: int) -> bool:
    between = tokens[end:start]
    if len(between) > _MOST_LINKS or any(token.text not in _LINKS for token in between):
        return False
    return all(set(token.gap) <= _LOOSE for token in tokens[end : start + 1])


def _joined(atlas: Atlas, first: Sense, second: Sense) -> Sense | None:
    """The two as one place, or None where they are two."""
    if first.meaning.afar or second.meaning.afar:
        return None
    if first.zip_code or second.zip_code:
        return _with_zip(first, second)
    for join in (_in_group_city, _in_state, _state_first, _same_area, _in_country):
        joined = join(atlas, first, second)
        if joined is not None:
            return joined
    return None


def _with_zip(first: Sense, second: Sense) -> Sense | None:
    """The ZIP code says it best, if the other name agrees."""
    code, other = (second, first) if second.zip_code else (first, second)
    if not code.meaning.spots or other.zip_code:
        return None
    spot = code.meaning.spots[0]
    agrees = spot.state in other.meaning.states or any(
        _miles(spot, near) <= SAME_AREA_MILES for near in other.meaning.spots
    )
    return code if agrees else None


def _in_group_city(atlas: Atlas, first: Sense, second: Sense) -> Sense | None:
    """A neighbourhood with the city of a clinic behind or before it."""
    for part, whole in ((first, second), (second, first)):
        if whole.meaning.clinic and part.meaning.clinic in {"", whole.meaning.clinic}:
            home = atlas.location(whole.meaning.clinic)
            near = tuple(
                spot
                for spot in part.meaning.spots
                if miles_between(spot.latitude, spot.longitude, home.latitude, home.longitude) <= SAME_AREA_MILES
            )
            if near:
                return part if part.meaning.clinic else replace(part, meaning=Meaning(spots=near))
    return None


def _in_state(atlas: Atlas, first: Sense, second: Sense) -> Sense | None:
    """A town with its state; a state that has no such town is all that is left of both."""
    meaning = first.meaning
    codes = second.meaning.states or _as_code(second.name)
    if not codes or (meaning.states and not meaning.spots):
        return None
    if meaning.clinic and atlas.location(meaning.clinic).state in codes:
        return first
    inside = tuple(spot for spot in meaning.spots if spot.state in codes)
    if inside:
        return replace(first, meaning=Meaning(spots=inside))
    return replace(first, name=second.name, meaning=Meaning(states=codes))


def _as_code(name: str) -> tuple[str, ...]:
    """A clinic's nickname after a town may be the postal code of a state: "New Orleans, LA"."""
    return (name.upper(),) if name.upper() in states().titles else ()


def _state_first(atlas: Atlas, first: Sense, second: Sense) -> Sense | None:
    codes = first.meaning.states
    if not codes:
        return None
    if second.meaning.clinic and atlas.location(second.meaning.clinic).state in codes:
        return second
    inside = tuple(spot for spot in second.meaning.spots if spot.state in codes)
    return replace(second, meaning=Meaning(spots=inside)) if inside else None


def _same_area(_atlas: Atlas, first: Sense, second: Sense) -> Sense | None:
    """A town within a county or region, or beside another town."""
    if first.meaning.clinic or second.meaning.clinic:
        return None
    wide = second.meaning.spots
    near = tuple(
        spot for spot in first.meaning.spots if any(_miles(spot, other) <= SAME_AREA_MILES for other in wide[:5])
    )
    return replace(first, meaning=Meaning(spots=near)) if near else None


def _in_country(_atlas: Atlas, first: Sense, second: Sense) -> Sense | None:
    if not second.meaning.abroad:
        return None
    return replace(first, name=second.name, meaning=Meaning(abroad=second.meaning.abroad))


def _miles(one: Spot, other: Spot) -> float:
    return miles_between(one.latitude, one.longitude, other.latitude, other.longitude)
