"""From the places somebody names to one location, or to a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flows.clinic import ONLINE
from flows.understand.location.atlas import Atlas
from flows.understand.location.nearest import place_of
from flows.understand.location.place import NOTHING, Method, Place
from flows.understand.location.senses import Sense
from flows.understand.location.stance import Stance, after, before, stances
from flows.understand.location.states import states
from flows.understand.location.tokens import Token

_SURE_LIKENESS = 85.0
_JOINS = frozenset({"or", "o", "u", "either", "otherwise", "else", "if", "si", "sino"})
_OFFICE_AFTER: Final = re.compile(r"^(?:one|office|clinic|location|branch|site)\b")
_OFFICE_IN: Final = re.compile(r"\b(?:one|clinic|office|location|clinica|sede|oficina|la) (?:in|de|en|of)$")
_GOING: Final = re.compile(
    r"\b(?:go|going|come|coming|drive|driving|travel|traveling|get|fly|flying|visit|prefer|want|choose|pick|book|schedule"
    r"|ir|voy|viajar|manejar|llegar|prefiero|quiero|gustaria|elijo)(?: \w+){0,3}$"
)
_LIVING: Final = re.compile(r"\b(?:live|living|im|am|based|located|stay|staying|vivo|estoy|resido)(?: \w+){0,2}$")


@dataclass(frozen=True, slots=True)
class Said:
    """One place with what is said about it, and what it alone would be understood as."""

    sense: Sense
    stance: Stance
    place: Place
    lead: str
    """The words of the clause before it."""


def decide(atlas: Atlas, tokens: Sequence[Token], senses: Sequence[Sense]) -> Place:
    """The one place the message comes to."""
    firm = [sense for sense in senses if sense.meaning.afar != "perhaps"]
    said = _said(atlas, tokens, firm)
    held = [one for one in said if one.stance is Stance.HELD]
    if not held:
        held = [one for one in _said(atlas, tokens, senses) if one.sense not in firm and one.stance is Stance.HELD]
    if any(one.stance is Stance.UNCLEAR for one in said):
        return _question([one.place for one in said if one.stance in {Stance.HELD, Stance.UNCLEAR}])
    if not held:
        return _others(atlas, said)
    return _with_afar(tokens, held)


def _said(atlas: Atlas, tokens: Sequence[Token], senses: Sequence[Sense]) -> list[Said]:
    spans = [(sense.start, sense.end) for sense in senses]
    return [
        Said(sense, stance, _alone(atlas, tokens, senses, at), before(tokens, spans, at))
        for at, (sense, stance) in enumerate(zip(senses, stances(tokens, spans), strict=True))
    ]


def _alone(atlas: Atlas, tokens: Sequence[Token], senses: Sequence[Sense], at: int) -> Place:
    """What one place would be understood as if nothing else were said."""
    sense, clinic = senses[at], atlas.clinic
    meaning = sense.meaning
    if meaning.clinic:
        location = atlas.location(meaning.clinic)
        label = f"{location.city}, {location.state}"
        return _doubted(sense, Place(location.code, False, meaning.method, None, (location.code,), label))
    if meaning.afar:
        return Place(ONLINE, ask=False, method="online", candidates=(ONLINE,))
    if sense.zip_code and not meaning.spots:
        return Place(None, ask=True, method="zip", place=sense.zip_code)
    landmark = bool(meaning.spots) and meaning.spots[0].kind == "neighbourhood"
    if meaning.states and not landmark:
        return _state(atlas, tokens, senses, at)
    if meaning.spots:
        method: Method = meaning.spots[0].kind
        return _doubted(sense, place_of(clinic, meaning.spots, method, abroad=meaning.abroad))
    return Place(None, ask=True, method="none", candidates=(ONLINE,), place=meaning.abroad)


def _doubted(sense: Sense, place: Place) -> Place:
    """The place with a doubt where the name was misspelt."""
    if sense.likeness > 99.0:  # noqa: PLR2004  as it is spelt
        return place
    if sense.likeness >= _SURE_LIKENESS:
        return replace(place, method="fuzzy")
    return replace(place, location=None, ask=True, method="fuzzy")


def _state(atlas: Atlas, tokens: Sequence[Token], senses: Sequence[Sense], at: int) -> Place:
    """A state alone: far away, or a question, or its one clinic when a clinic there is asked for."""
    codes = senses[at].meaning.states
    inside = tuple(place.code for place in atlas.clinic.locations if place.state in codes)
    label = " / ".join(states().titles[code] for code in codes)
    if not inside:
        return Place(ONLINE, ask=False, method="state", candidates=(ONLINE,), place=label)
    spans = [(sense.start, sense.end) for sense in senses]
    wanted = _OFFICE_IN.search(before(tokens, spans, at)) or _OFFICE_AFTER.search(after(tokens, spans, at))
    if wanted and len(inside) == 1:
        return Place(inside[0], ask=False, method="state", candidates=inside, place=label)
    return Place(None, ask=True, method="state", candidates=(*inside, ONLINE), place=label)


def _with_afar(tokens: Sequence[Token], held: Sequence[Said]) -> Place:
    """Treatment from afar, when it is asked for, outweighs where somebody lives, but not a clinic asked for as well."""
    places = [one for one in held if not one.sense.meaning.afar]
    asked = [one for one in held if one.sense.meaning.afar]
    if not places:
        return Place(ONLINE, ask=False, method="online", candidates=(ONLINE,))
    best = _one_of(places)
    if not asked:
        return best
    wanted = any(one.sense.meaning.clinic and not _LIVING.search(one.lead) for one in places)
    if wanted or _joined_by_or(tokens, held):
        return _question([best, asked[0].place])
    codes = dict.fromkeys((ONLINE, *(code for code in (best.location, *best.candidates) if code)))
    return Place(ONLINE, ask=False, method="online", miles=best.miles, candidates=tuple(codes), place=best.place)


def _joined_by_or(tokens: Sequence[Token], held: Sequence[Said]) -> bool:
    """Whether an "or" stands between the first and the last of these, or an "either" before them."""
    first, last = max(0, held[0].sense.start - 1), held[-1].sense.start
    return any(token.text in _JOINS for token in tokens[first:last])


def _one_of(held: Sequence[Said]) -> Place:
    """The location that all named places come to, the one somebody would go to, or a question."""
    sure = [one for one in held if not one.place.ask]
    codes = {one.place.location for one in sure}
    if not sure:
        return held[0].place if len(held) == 1 else _question([one.place for one in held])
    unsure = [one.place for one in held if one.place.ask and not codes & set(one.place.candidates)]
    if len(codes) == 1 and not unsure:
        return sure[0].place
    goals = [one for one in sure if one.sense.meaning.clinic and _GOING.search(one.lead)]
    if len(goals) == 1 and all(_LIVING.search(one.lead) for one in held if one is not goals[0]):
        return goals[0].place
    return _question([one.place for one in held])


def _question(places: Sequence[Place]) -> Place:
    codes = [code for place in places for code in (place.location, *place.candidates[:2]) if code]
    method: Method = places[0].method if places else "none"
    return Place(None, ask=True, method=method, candidates=tuple(dict.fromkeys(codes)))


def _others(atlas: Atlas, said: Sequence[Said]) -> Place:
    """When every named place is refused, all the others are left to choose from."""
    refused = {one.place.location for one in said if one.stance is Stance.REFUSED}
    if not refused:
        return NOTHING
    codes = [code for code in (*(place.code for place in atlas.clinic.locations), ONLINE) if code not in refused]
    return Place(None, ask=True, method="none", candidates=tuple(codes))
