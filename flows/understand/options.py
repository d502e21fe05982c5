"""Reading typed words as one or several of a question's options, whatever the question is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from flows.clinic import Clinic
from flows.understand.clauses import Words, read_words
from flows.understand.option_index import Choosable, Match, OptionIndex, option_index
from flows.understand.option_places import read_places, says_all, says_both
from flows.understand.option_scope import corrected_from, denied
from flows.understand.option_typos import guesses
from flows.understand.service_scope import without_background
from flows.understand.service_words import service_choosables
from flows.understand.wrapping_words import WEAK, only_wraps
from flows.understand.yes_no import read_yes_no

__all__ = ["Choosable", "Reading", "read_options", "read_services"]

Method = Literal["", "exact", "alias", "number", "ordinal", "all"]
SHOWN = 3
"""Candidates are shown as buttons; more than three are no help."""
_RANGE = re.compile(r"\d\s*[-\u2013]\s*\d")
_ALL_BUT = frozenset({"all", "everything", "anything", "any", "todo", "todos", "todas", "cualquiera", "cualquier"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The options that the words name.

    `chosen` are taken as they stand, in the order of the text; `candidates` are guesses or rivals that want a
    confirming tap (beside `chosen` when only part of the words was clear); `denied` were spoken of and turned down.
    """

    chosen: tuple[str, ...] = ()
    method: Method = ""
    candidates: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()


def read_options(text: str, options: Sequence[Choosable], *, many: bool) -> Reading:
    """The options that `text` names; with `many` several may be chosen, else two make candidates of each other."""
    index = option_index(tuple(options))
    words = read_words(text)
    if not words:
        return _yes_or_no(text, index) or Reading()
    matches = _strong(words, index.matches(words))
    if not matches:
        return _by_place(text, words, index, many=many) or _yes_or_no(text, index) or _guessed(words, index, [])
    verdicts = denied(words, matches)
    first = corrected_from(words, matches)
    off = _codes(match for match, no in zip(matches, verdicts, strict=True) if no)
    kept = [match for match, no in list(zip(matches, verdicts, strict=True))[first:] if not no]
    if off and all(index.exclusive.issuperset(match.codes) for match in kept):
        every = _all_but(words, index, off, many=many)
        if every:
            return every
    if not kept:
        return _all_but(words, index, off, many=many) or _yes_or_no(text, index) or _guessed(words, index, matches, off)
    return _settled(index, kept, off, _hopeful(words, index, matches), many=many)


def _settled(
    index: OptionIndex, kept: list[Match], off: tuple[str, ...], hopeful: list[Match], *, many: bool
) -> Reading:
    """The reading of matches that nothing denies or replaces, beside the guesses in the rest of the words."""
    swallowed = [match for match in kept if any(guess.start <= match.start < guess.end for guess in hopeful)]
    clear = [match for match in kept if len(match.codes) == 1 and match not in swallowed]
    sure = _codes(clear)
    rivals = _codes([*hopeful, *(match for match in kept if match not in clear)])
    doubt = tuple(code for code in rivals if code not in sure and code not in off)
    off = tuple(code for code in off if code not in sure)
    if len(sure) > 1 and (not many or any(code in index.exclusive for code in sure)):
        return Reading(candidates=sure[:SHOWN], denied=off)
    if not sure or (doubt and not many and swallowed):
        return Reading(candidates=(*sure, *doubt)[:SHOWN], denied=off)
    method: Method = "exact" if all(match.how == "exact" for match in clear) else "alias"
    return Reading(sure, method, doubt[:SHOWN] if many else (), off)


def _strong(words: Words, matches: list[Match]) -> list[Match]:
    """`matches` without the little words that only happen to be an alias ("I" in "I want …", "yes" in "yes, but …")."""
    weak = [match for match in matches if _is_weak(words, match)]
    strong = [match for match in matches if match not in weak]
    if not weak:
        return matches
    if not strong:
        covered = {place for match in weak for place in range(match.start, match.end)}
        rest = [word for place, word in enumerate(words.words) if place not in covered]
        return weak if only_wraps(rest) else []
    return [match for match in matches if match in strong or _stands_beside(words, match, strong)]


def _is_weak(words: Words, match: Match) -> bool:
    word = words.words[match.start]
    return match.end - match.start == 1 and (word in WEAK or len(word) < 2)  # noqa: PLR2004  a lone letter


def _stands_beside(words: Words, weak: Match, strong: list[Match]) -> bool:
    """True for "me and my husband" and for "no, DBT", where the little word is an answer of its own."""
    for match in strong:
        low, high = (weak, match) if weak.start < match.start else (match, weak)
        between = words.words[low.end : high.start]
        if between in {("and",), ("y",), ("or",), ("o",)}:
            return True
        if not between and words.before[high.start] != "" and weak.start == 0 and words.words[0] in {"yes", "no", "si"}:
            return True
    return False


def _by_place(text: str, words: Words, index: OptionIndex, *, many: bool) -> Reading | None:
    """Numbers, ordinals, "both" and "all"."""
    open_codes = tuple(code for code in index.codes if code not in index.exclusive)
    if says_all(words, len(open_codes)) or (says_both(words) and len(open_codes) == 2):  # noqa: PLR2004  both are two
        return Reading(open_codes, "all") if many else Reading(candidates=open_codes[:SHOWN])
    named = read_places(words, len(index.codes))
    if named is None:
        return None
    codes = tuple(index.codes[place] for place in named.places)
    lone = any(code in index.exclusive for code in codes)
    if len(codes) > 1 and (not many or lone or _RANGE.search(text)):
        return Reading(candidates=codes[:SHOWN])
    return Reading(codes, named.method)


def _yes_or_no(text: str, index: OptionIndex) -> Reading | None:
    """A yes or no in many words, for the one option that has the plain word for an alias."""
    yes, no = index.with_alias("yes", "si"), index.with_alias("no")
    answer = read_yes_no(text) if yes or no else None
    code = {True: yes, False: no, None: None}[answer]
    return Reading((code,), "alias") if code else None


def _all_but(words: Words, index: OptionIndex, off: tuple[str, ...], *, many: bool) -> Reading | None:
    """All but the denied, for "everything except DBT"."""
    if not many or not off or not any(word in _ALL_BUT for word in words.words):
        return None
    left = tuple(code for code in index.codes if code not in index.exclusive and code not in off)
    return Reading(left, "all", denied=off) if left else None


def _guessed(words: Words, index: OptionIndex, matches: list[Match], off: tuple[str, ...] = ()) -> Reading:
    hopeful = _codes(_hopeful(words, index, matches))
    return Reading(candidates=tuple(code for code in hopeful if code not in off)[:SHOWN], denied=off)


def _hopeful(words: Words, index: OptionIndex, matches: list[Match]) -> list[Match]:
    """The guesses that nothing denies."""
    found = guesses(words, index, matches)
    return [match for match, no in zip(found, denied(words, found), strict=True) if not no]


def _codes(matches: Iterable[Match]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for match in matches for code in match.codes))


def read_services(text: str, clinic: Clinic) -> tuple[str, ...]:
    """The codes of the services of `clinic` that `text` asks for, the unsure one included; () where it names none.

    A slip of spelling counts where only one service is meant; "not sure, maybe TMS" is TMS.
    """
    options = service_choosables(clinic)
    text = without_background(text, option_index(options))
    found = read_options(text, options, many=True)
    alone = {option.code for option in options if option.exclusive}
    guessed = _meant(text, option_index(options)) if found.candidates else ()
    sure = tuple(dict.fromkeys((*found.chosen, *guessed)))
    if not sure and alone & set(found.candidates):
        sure = found.candidates
    return tuple(code for code in sure if code not in alone) or sure


def _meant(text: str, index: OptionIndex) -> tuple[str, ...]:
    """The codes of slips that can mean one option only."""
    words = read_words(text)
    hopeful = _hopeful(words, index, _strong(words, index.matches(words)))
    return _codes(match for match in hopeful if len(match.codes) == 1)
