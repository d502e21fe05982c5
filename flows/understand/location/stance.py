"""What somebody says about each place they name: it holds, it is refused, it is past, or another word replaced it."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from flows.understand.location import cues
from flows.understand.location.lexicon import lexicon
from flows.understand.location.tokens import Token

Span = tuple[int, int]


class Stance(Enum):
    """How a place is meant; UNCLEAR wants a question, ASIDE is no place but a person's name."""

    HELD = "held"
    REFUSED = "refused"
    PAST = "past"
    REPLACED = "replaced"
    UNCLEAR = "unclear"
    ASIDE = "aside"


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first; `+` is one or two words of any kind."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(phrase.replace("+", r"\w+(?: \w+)?") for phrase in longest_first) + ")"


def _filled(words: Iterable[str], most: int) -> str:
    return rf"(?: {any_of(words)}){{0,{most}}}"


_KEPT: Final = re.compile(rf"\b{any_of(cues.KEPT)}\b(?: \w+){{0,3}}$")
_REFUSED: Final = re.compile(
    rf"\b(?:{any_of(cues.NOT)}{_filled(cues.FILL, 5)}|{any_of(cues.BUT)}{_filled(cues.FILL, 3)}"
    rf"|(?:prefer|rather)\b.* over(?: the)?|no{_filled(cues.NO_FILL, 4)})$"
)
_REFUSED_AFTER: Final = re.compile(
    rf"^(?:no$|{any_of(cues.NOT_AFTER)}\b|(?:\w+ ){{0,3}}{any_of(cues.TOO_FAR)}\b(?! from| de\b))"
)
_PAST: Final = re.compile(rf"\b{any_of(cues.PAST)}{_filled(cues.PAST_FILL, 4)}$")
_PAST_AFTER: Final = re.compile(rf"^{any_of(cues.PAST_AFTER)}\b")
_ORIGIN: Final = re.compile(
    rf"\b(?:{any_of(cues.ORIGIN)}|{any_of(cues.OTHERS)}(?: \w+){{0,3}} (?:in|en|from|near|de))$"
)
_FROM: Final = re.compile(r"\b(?:from|desde|de)$")
_TO: Final = re.compile(r"\b(?:to|a|hacia|hasta)(?: the)?$")
_REPLACED: Final = re.compile(rf"\b{any_of(cues.REPLACED)}\b(?! of\b| than\b)")
_BETWEEN: Final = re.compile(rf"\b{any_of(cues.BETWEEN)}(?: the)?$")
_NAMES: Final = re.compile(rf"\b{any_of(cues.NAMES)}(?: \w+)?$")
_DISTANT: Final = re.compile(
    r"\b(?:[2-9]|\d\d|two|three|four|five|six|seven|several|few|couple|dos|tres|cuatro|cinco|seis|varias) (?:of )?"
    r"(?:and a half |y media )?(?:hours?|hrs?|horas?)(?: \w+){0,3}$|\b[1-9]\d{2,3} (?:miles?|mi|millas?)(?: \w+){0,3}$"
)
_PREFERRED: Final = re.compile(rf"^{any_of(cues.PREFERRED)}\b")
_NEAR = 9


def stances(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Stance]:
    """The stance towards each of `spans` (start and end in `tokens`, in order, not overlapping)."""
    found = [_alone(tokens, spans, place) for place in range(len(spans))]
    for place in range(1, len(spans)):
        _beside(tokens, spans, place, found)
    _keep_preferred(tokens, spans, found)
    _drop_origins(tokens, spans, found)
    return found


def before(tokens: Sequence[Token], spans: Sequence[Span], place: int) -> str:
    """The words of the same clause that lead up to a place."""
    start = spans[place][0]
    first = max(spans[place - 1][1] if place else 0, start - _NEAR)
    first = next((at for at in range(start, first, -1) if tokens[at].breaks), first)
    return " ".join(token.text for token in tokens[first:start])


def after(tokens: Sequence[Token], spans: Sequence[Span], place: int) -> str:
    """The words of the same clause that follow a place."""
    end = spans[place][1]
    last = min(spans[place + 1][0] if place + 1 < len(spans) else len(tokens), end + _NEAR)
    last = next((at for at in range(end, last) if tokens[at].breaks), last)
    return " ".join(token.text for token in tokens[end:last])


def _alone(tokens: Sequence[Token], spans: Sequence[Span], place: int) -> Stance:
    lead, trail = before(tokens, spans, place), after(tokens, spans, place)
    start = spans[place][0]
    if start and tokens[start - 1].text in cues.TITLES:
        return Stance.ASIDE
    if _KEPT.search(lead):
        return Stance.HELD
    if _NAMES.search(lead):
        return Stance.ASIDE
    if _REFUSED.search(lead) or _REFUSED_AFTER.search(trail):
        return Stance.REFUSED
    if _BETWEEN.search(lead) or _DISTANT.search(lead) or _is_street(tokens, spans[place]):
        return Stance.UNCLEAR
    if _PAST.search(lead) or _PAST_AFTER.search(trail):
        return Stance.PAST
    return Stance.HELD


def _is_street(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name is part of a street's: "Santa Monica Blvd", "calle Sedona"."""
    start, end = span
    follows = end < len(tokens) and not tokens[end].breaks and tokens[end].text in lexicon().street_after
    leads = start > 0 and not tokens[start].breaks and tokens[start - 1].text in lexicon().street_before
    return follows or leads


def _beside(tokens: Sequence[Token], spans: Sequence[Span], place: int, found: list[Stance]) -> None:
    """Adds what the words between two neighbouring places say about either."""
    between = tokens[spans[place - 1][1] : spans[place][0]]
    said = " ".join(token.text for token in between)
    if _REPLACED.search(said):
        found[:place] = [Stance.REPLACED] * place
        if found[place] is Stance.REFUSED and said.startswith("no"):
            found[place] = Stance.HELD
    elif said in {"over", "over the"}:
        found[place] = Stance.REFUSED
    elif said == "no":
        _between_no(tokens, spans, place, found)
    elif said in cues.JOINS:
        if found[place] is Stance.HELD and found[place - 1] in {Stance.REFUSED, Stance.PAST}:
            found[place] = found[place - 1]
    elif _FROM.search(before(tokens, spans, place - 1)) and _TO.search(said):
        found[place - 1] = Stance.PAST


def _between_no(tokens: Sequence[Token], spans: Sequence[Span], place: int, found: list[Stance]) -> None:
    """Of two places with a bare "no" between: a comma after it refuses the first; without one it may be either."""
    if tokens[spans[place][0]].breaks:
        found[place - 1], found[place] = Stance.REFUSED, Stance.HELD
    elif tokens[spans[place - 1][1]].breaks and before(tokens, spans, place - 1):
        found[place] = Stance.REFUSED
    else:
        found[place - 1] = found[place] = Stance.UNCLEAR


def _drop_origins(tokens: Sequence[Token], spans: Sequence[Span], found: list[Stance]) -> None:
    """Where somebody comes from, or a relative lives, counts only when no other place is named."""
    held = [place for place, stance in enumerate(found) if stance is Stance.HELD]
    origins = [place for place in held if _ORIGIN.search(before(tokens, spans, place))]
    if len(origins) < len(held):
        for place in origins:
            found[place] = Stance.PAST


def _keep_preferred(tokens: Sequence[Token], spans: Sequence[Span], found: list[Stance]) -> None:
    """Of several places, the one place that is said to be better replaces the others."""
    held = [place for place, stance in enumerate(found) if stance is Stance.HELD]
    preferred = [place for place in held if _PREFERRED.search(after(tokens, spans, place))]
    if len(preferred) == 1:
        for place in held:
            if place != preferred[0]:
                found[place] = Stance.REPLACED
