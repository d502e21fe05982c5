"""The names in a message: the longest first, and only those the words around let pass for places."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.understand.location.atlas import LONGEST_NAME, Atlas, Meaning
from flows.understand.location.lexicon import lexicon
from flows.understand.location.short_names import means_short_name
from flows.understand.location.states import states
from flows.understand.location.tokens import Token, shouted
from flows.understand.location.us_places import us_places

_ZIP = 5
_ZIP_REST = 4
_BIG, _SMALL = 4.0, 2.0
_ABBREVIATED = frozenset({"st", "sta", "mt", "ft", "n", "s", "e", "w"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start` (to `end`) of the message.

    `zip_code` is set for five digits, with no spots if unknown; `likeness` (0 to 100) is below 100 for a misspelt name.
    """

    start: int
    end: int
    name: str
    meaning: Meaning
    zip_code: str = ""
    likeness: float = 100.0


def find_mentions(atlas: Atlas, tokens: Sequence[Token]) -> list[Mention]:
    """The mentions in order; they never overlap."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _zip(tokens, at) or _named(atlas, tokens, at) or _coded(tokens, at, found)
        if mention is None:
            at += 1
        else:
            found.append(mention)
            at = mention.end
    return found


def _zip(tokens: Sequence[Token], at: int) -> Mention | None:
    """Five digits that start no street address, with their four further digits."""
    code = tokens[at].text
    if not (len(code) == _ZIP and code.isdecimal()):
        return None
    end = at + 1
    streets = lexicon().street_after | lexicon().street_before
    if any(token.text in streets for token in tokens[end : end + 4]):
        return None
    if end < len(tokens) and tokens[end].text.isdecimal() and len(tokens[end].text) == _ZIP_REST:
        end += 1
    spot = us_places().zips.get(code)
    return Mention(at, end, code, Meaning(spots=(spot,) if spot else ()), zip_code=code)


def _named(atlas: Atlas, tokens: Sequence[Token], at: int) -> Mention | None:
    held_back: Mention | None = None
    for end in range(min(len(tokens), at + LONGEST_NAME), at, -1):
        name = " ".join(token.text for token in tokens[at:end])
        meaning = atlas.meaning(name)
        if meaning is None:
            continue
        if _passes(tokens, at, end, name, meaning):
            longer = held_back if meaning.spots else None  # "Boulder City" is no Boulder
            return longer or Mention(at, end, name, meaning)
        if held_back is None and end - at > 1 and meaning.spots and name not in lexicon().never:
            held_back = Mention(at, end, name, meaning)
    return None


def _passes(tokens: Sequence[Token], at: int, end: int, name: str, meaning: Meaning) -> bool:
    """Whether the words around let `name` be a place: many towns are called by everyday words."""
    if any(_parts(tokens, middle) for middle in range(at + 1, end)):
        return False
    if len(name) <= 2:  # noqa: PLR2004  "la", "sm", "oc"
        return means_short_name(tokens, at)
    words = lexicon()
    alone = all(token.text in words.filler for token in (*tokens[:at], *tokens[end:]))
    if meaning.afar == "perhaps" and end - at == 1:
        return alone
    if meaning.clinic or meaning.afar or meaning.states:
        return True
    if state_follows(tokens, end, sure=name in words.never):
        return True
    if name in words.never:
        return False
    cued = at > 0 and tokens[at - 1].text in words.cue and not tokens[at].breaks
    capital = tokens[at].capital and at > 0 and not shouted(tuple(tokens))
    big = bool(meaning.abroad) or (bool(meaning.spots) and meaning.spots[0].weight >= _BIG)
    if name in words.name:
        return cued or (alone and (big or end - at > 1)) or (big and capital)
    if end - at == 1 and meaning.spots and meaning.spots[0].weight < _SMALL:
        return cued or alone
    clause = end - at > 1 and (not at or tokens[at].breaks) and (end == len(tokens) or tokens[end].breaks)
    return cued or alone or capital or big or clause


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign before a word parts it from the word before; the full stop of "St." and "Mt." does not."""
    return tokens[at].breaks and not (tokens[at].gap.strip() == "." and tokens[at - 1].text in _ABBREVIATED)


def state_follows(tokens: Sequence[Token], end: int, *, sure: bool) -> bool:
    """Whether a state stands right after a name, by name or by postal code; `sure` lets no everyday word pass."""
    table = states()
    for last in range(min(len(tokens), end + 3), end, -1):
        if " ".join(token.text for token in tokens[end:last]) in table.names:
            return True
    return end < len(tokens) and _is_code(tokens, end, after_name=not sure or "," in tokens[end].gap)


def _coded(tokens: Sequence[Token], at: int, found: Sequence[Mention]) -> Mention | None:
    """A postal code of a state: in capitals, or right after a place."""
    after_name = bool(found) and found[-1].end == at and bool(found[-1].meaning.spots or found[-1].meaning.clinic)
    if not _is_code(tokens, at, after_name=after_name):
        return None
    return Mention(at, at + 1, tokens[at].text, Meaning(states=(tokens[at].text.upper(),)))


_WORDS = frozenset(
    {"al", "as", "co", "de", "hi", "id", "in", "la", "ma", "me", "mi", "ok", "or", "oh", "pa", "so", "va"}
)


def _is_code(tokens: Sequence[Token], at: int, *, after_name: bool) -> bool:
    token = tokens[at]
    if token.text.upper() not in states().titles:
        return False
    last = at == len(tokens) - 1 or tokens[at + 1].breaks or tokens[at + 1].text.isdecimal()
    loud = token.shout and not shouted(tuple(tokens))
    if token.text in _WORDS:
        return (
            after_name and (last or loud) and ("," in token.gap or loud or token.text not in {"or", "in", "de", "la"})
        )
    if after_name:
        return True
    return loud or len(tokens) == 1 or (last and at > 0 and tokens[at - 1].text in {"in", "from", "en", "to"})
