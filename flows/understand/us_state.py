"""Reading a US state, district or territory out of what somebody typed, in English and Spanish.

Some postal codes are everyday words ("in", "or", "me", "hi", "ok"); those count only in capitals or after a comma.
"""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from flows.understand.location.stance import Stance, stances
from flows.understand.location.states import SEVERAL, states
from flows.understand.location.tokens import Token, shouted, tokenise

_WORDS = frozenset("al as co de hi id in la ma me mi mo ne oh ok or pa so va vi".split())  # noqa: SIM905  a word list
_NEVER_ALONE = frozenset({"as", "in", "or", "me", "hi", "ok", "oh", "so"})
_MEANT_OTHERWISE = frozenset({"OK", "HI"})
_GREETINGS = frozenset({"yes", "no", "well", "hello", "hey", "hi", "ok", "si", "hola", "um", "uh", "yeah", "thanks"})
_LEADS = frozenset({"in", "from", "en", "state", "estado", "live", "vivo", "im", "code"})
_LONGEST_NAME = 4
_MOST_WORDS = 12
_FUZZY_FROM, _FUZZY_TWO_FROM = 6, 9


@dataclass(frozen=True, slots=True)
class StateReading:
    """`code` is the USPS code when the words leave no doubt; else `candidates`, best first, want a confirming tap."""

    code: str | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    codes: tuple[str, ...]
    sure: bool


def read_state(text: str) -> StateReading:
    """The state named in `text`."""
    tokens = tokenise(text)
    mentions = _mentions(tokens) or _likely(tokens)
    spans = [(mention.start, mention.end) for mention in mentions]
    held = [m for m, stance in zip(mentions, stances(tokens, spans), strict=True) if stance is Stance.HELD]
    named = [mention for mention in held if mention.sure] or held
    codes = tuple(dict.fromkeys(code for mention in named for code in mention.codes))
    if len(codes) == 1 and all(mention.sure for mention in named):
        return StateReading(codes[0], codes)
    return StateReading(None, codes)


def _mentions(tokens: tuple[Token, ...]) -> list[_Mention]:
    found = []
    at = 0
    while at < len(tokens):
        mention = _named(tokens, at) or _coded(tokens, at)
        if mention is None:
            at += 1
        else:
            found.append(mention)
            at = mention.end
    return found


def _named(tokens: tuple[Token, ...], at: int) -> _Mention | None:
    table = states()
    for end in range(min(len(tokens), at + _LONGEST_NAME), at, -1):
        name = " ".join(token.text for token in tokens[at:end])
        if name in SEVERAL:
            return _Mention(at, end, SEVERAL[name], sure=False)
        code = table.names.get(name) or (table.short.get(name) if len(tokens) == 1 else None)
        if code is not None:
            return _Mention(at, end, (code,), sure=True)
        if name in table.cities:
            return _Mention(at, end, (table.cities[name],), sure=False)
    return None


def _coded(tokens: tuple[Token, ...], at: int) -> _Mention | None:
    token, code = tokens[at], tokens[at].text.upper()
    if code not in states().titles or not _means_code(tokens, at):
        return None
    if code == "LA" and len(tokens) == 1:
        return _Mention(at, at + 1, ("CA", "LA") if token.gap or not token.shout else ("LA", "CA"), sure=False)
    return _Mention(at, at + 1, (code,), sure=not (code in _MEANT_OTHERWISE and len(tokens) == 1))


def _means_code(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the two letters at `at` stand for a state and not for a word."""
    token, last = tokens[at], at == len(tokens) - 1
    if len(tokens) == 1:
        return token.shout or token.text not in _NEVER_ALONE
    if at and "," in token.gap:
        return token.shout or (last and tokens[at - 1].text not in _GREETINGS)
    closing = last or tokens[at + 1].text.isdigit()
    if token.text in _WORDS:
        return closing and ((token.shout and not shouted(tokens)) or tokens[at - 1].text in {"in", "from", "en"})
    if token.shout and not shouted(tokens):
        return True
    return closing or (at > 0 and tokens[at - 1].text in _LEADS)


def _likely(tokens: tuple[Token, ...]) -> list[_Mention]:
    """A misspelt name: one slip in a name of six letters or more, two in one of nine; the nearest name, if only one."""
    count = min(len(tokens), _MOST_WORDS)
    for size in range(min(3, count), 0, -1):
        for at in range(count - size + 1):
            typed = " ".join(token.text for token in tokens[at : at + size])
            near = _nearest(typed)
            if near is not None:
                return [_Mention(at, at + size, (near[0],), sure=near[1] == 1)]
    return []


def _nearest(typed: str) -> tuple[str, int] | None:
    allowed = 0 if len(typed) < _FUZZY_FROM - 1 else 2 if len(typed) >= _FUZZY_TWO_FROM else 1
    if not allowed:
        return None
    near: dict[str, int] = {}
    for name, code in states().names.items():
        if len(name) < _FUZZY_FROM or abs(len(typed) - len(name)) > allowed:
            continue
        if (slips := OSA.distance(typed, name, score_cutoff=allowed)) <= allowed:
            near[code] = min(slips, near.get(code, slips))
    best = sorted(near.items(), key=lambda pair: pair[1])
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0]
