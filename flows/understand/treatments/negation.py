"""What a negation denies: having had a treatment, or only that it helped, or nothing of ours."""

from dataclasses import dataclass
from enum import Enum

from flows.understand.clauses import HARD, SOFT, Words, word_set
from flows.understand.treatments.cues import Cues

_REACH = 9
_DOUBTING = word_set("remember know recall sure certain think acuerdo recuerdo se seguro segura sabia knew matter mind")
_PRONOUNS = word_set("it them that lo la los las either any this those one")
_RELATING = word_set("from for with about because since until to in at on de por con para desde en until if when")
_PAIRING = word_set("neither nor ni tampoco")
_PLAIN = word_set("not no")
_AUXILIARY = word_set("did does do has have had was is were are")
_SELF = word_set("i im ive yo")
_REASONS = word_set("yet because so due since cuz bc and porque todavia aun either though")
_OF_IT = word_set("didnt doesnt hasnt wasnt isnt dont havent")
_TURNING_DOWN = word_set("refused declined rejected skipped avoided")
_LASTING = word_set("never nunca jamas")


class Denies(Enum):
    """What the words behind a negator make of it."""

    THESE = "the mentions that follow"
    BEFORE = "the mention before"
    RELIEF = "that it helped"
    READINESS = "the wish for it"
    NOTHING = "nothing of ours"


@dataclass(frozen=True, slots=True)
class Negation:
    """What is denied; `wide` where a verb carries it over a list; `lasting` for "never"; `lately` for "not now"."""

    denies: Denies
    wide: bool = False
    lasting: bool = False
    lately: bool = False


_NOTHING = Negation(Denies.NOTHING)


def read_negation(words: Words, cues: Cues, starts: frozenset[int], ends: frozenset[int], place: int) -> Negation:
    """What the negator at `place` denies; mentions begin at `starts`, and what follows them stands at `ends`."""
    negator = words.words[place]
    at = place + cues[place].get("negator", 1)
    took = cues[place].get("negator", 1) > 1 or negator in _TURNING_DOWN or _heads_list(words, place, at)
    lately = False
    strange = 0
    if _is_of_outcome(words, starts, ends, place, at):
        return Negation(Denies.RELIEF)
    while at < min(len(words), place + _REACH):
        if words.before[at] in HARD or (words.before[at] in SOFT and not (took and words.before[at] == ":")):
            break
        here = cues[at]
        if at in starts:
            listed = negator in _PAIRING or (negator in _PLAIN and words.before[place] in SOFT)
            if listed and _relief_told(words, cues, place):
                return Negation(Denies.RELIEF)
            if (negator in _PAIRING or not took) and _relief_follows(words, cues, at, far=negator in _PAIRING):
                return Negation(Denies.RELIEF)
            return Negation(Denies.THESE, wide=took, lasting=negator in _LASTING, lately=lately)
        step, took_here = _step(words, cues, at, took=took)
        if step is None:
            return _other_than_taking(words, here, at, took=took)
        lately = lately or "lately" in here
        strange += "taking" not in here and "filler" not in here and "lately" not in here
        if strange > 1:
            return _NOTHING
        took = took or took_here
        at += step
    if negator in _OF_IT and not took and place and (place in ends or words.words[place - 1] in {"it", "they", "that"}):
        return Negation(Denies.RELIEF)
    return Negation(Denies.BEFORE, wide=took) if (took and not strange) or at == place + 1 else _NOTHING


def _is_of_outcome(words: Words, starts: frozenset[int], ends: frozenset[int], place: int, at: int) -> bool:
    """True for "neither did Buspar" and "TMS didn't take"."""
    negator, follows = words.words[place], words.words[at : at + 1]
    if negator in _PAIRING and at + 1 in starts:
        return not _AUXILIARY.isdisjoint(follows)
    return negator in _OF_IT and place in ends and follows == ("take",)


def _step(words: Words, cues: Cues, at: int, *, took: bool) -> tuple[int | None, bool]:
    """How many words to go on, and whether they are a verb of taking; None where the negation is decided."""
    here = cues[at]
    word = words.words[at]
    if word in _DOUBTING or "considering" in here or (took and word in _PRONOUNS and _closes(words, cues, at)):
        return None, False
    if here.get("outcome", 0) >= max(here.get("taking", 0), here.get("filler", 0), 1):
        return None, False
    if "taking" in here:
        return here["taking"], True
    if "filler" in here or word in _PRONOUNS:
        return here.get("filler", 1), False
    if "lately" in here:
        return here["lately"], False
    if word in _RELATING or "nothing" in here or "restart" in here or word == "else":
        return None, False
    return 1, False


def _heads_list(words: Words, place: int, at: int) -> bool:
    """True for "never: TMS, ECT"; in "TMS: no" and "TMS - no - ECT - yes" the negator is an answer."""
    return at < len(words) and words.before[at] == ":" and words.before[place] not in {":", ","}


def _closes(words: Words, cues: Cues, at: int) -> bool:
    """True where the word at `at` ends its clause, but for a "yet" or a reason."""
    after = at + 1
    if after == len(words) or words.before[after] != "" or words.words[after] in _REASONS:
        return True
    return "restart" in cues[after] and words.words[after] not in {"since", "desde"}


def _other_than_taking(words: Words, here: dict[str, int], at: int, *, took: bool) -> Negation:
    word = words.words[at]
    if took and word in _PRONOUNS and "considering" not in here:
        return Negation(Denies.BEFORE, wide=True)
    if "considering" in here and word not in _DOUBTING:
        return Negation(Denies.READINESS)
    return Negation(Denies.RELIEF) if "relief" in here else _NOTHING


def _relief_told(words: Words, cues: Cues, place: int) -> bool:
    """True where the sentence spoke of relief before ("nothing helped, neither Prozac nor Zoloft")."""
    while place > 0 and words.before[place] not in HARD:
        place -= 1
        if "relief" in cues[place] and "taking" not in cues[place]:
            return True
    return False


def _relief_follows(words: Words, cues: Cues, at: int, *, far: bool) -> bool:
    """True where a verb of relief comes behind ("no SSRI has helped"); `far` looks beyond the commas of a list."""
    for place in range(at + 1, len(words) if far else min(len(words), at + _REACH)):
        stops = words.before[place] != "" or "restart" in cues[place] or words.words[place] in _SELF
        if words.before[place] in HARD or (stops and not far):
            return False
        if "relief" in cues[place]:
            return True
    return False
