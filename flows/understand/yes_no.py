"""Reading a yes or a no in many words, English and Spanish."""

from functools import cache
from typing import Literal, get_args

from flows.understand.clauses import Words, read_words, squeezed
from flows.understand.word_lists import Phrase, phrase_lists
from flows.understand.wrapping_words import only_wraps

Kind = Literal["yes", "no", "unsure", "turning", "correcting", "harmless", "asking"]
_PICTURES = {
    **dict.fromkeys("\U0001f44d\u2705\u2714\U0001f44c\U0001f197\U0001f64b\u2611\U0001f4af", True),
    **dict.fromkeys("\U0001f44e\u274c\U0001f6ab\U0001f645\u26d4\u2716", False),
}
_LONGEST = 5
"""Words; in a longer text that does not open with the answer a "no" may belong to anything."""


def read_yes_no(text: str) -> bool | None:
    """True for a yes, False for a no, None for neither.

    Doubt ("maybe", "yes and no"), a question, and an answer with a condition or a contrast ("yes, but not the
    name", "no, unless …") are None: what the condition changes is for the person to tap. "No, but thanks" is a no.
    After a correction ("no wait, yes") the last word counts; where yes and no stand side by side, neither does.
    """
    words = read_words(text)
    if not words:
        return _of_pictures(text)
    said = _kinds(words)
    said = said[_after_correction(said) :]
    kinds = [kind for kind, _ in said]
    if "turning" in kinds or "unsure" in kinds:
        return None
    verdicts: list[Kind] = [kind for kind in kinds if kind in {"yes", "no"}]
    if not verdicts or (kinds[0] == "asking" and verdicts):
        return None
    if words.end == "?" and not _agrees_by_asking(verdicts, words):
        return None
    if len(words) > _LONGEST and not only_wraps(words.words[: said[0][1]]):
        return None
    if len(set(verdicts)) > 1:
        return _decided(said, words)
    return verdicts[0] == "yes"


def _decided(said: list[tuple[Kind, int]], words: Words) -> bool | None:
    """None for "no, go ahead"; the last word where the first is only a filler ("ok, no thanks")."""
    first, last = said[0], [pair for pair in said if pair[0] in {"yes", "no"}][-1]
    filler = first[0] == "yes" and words.words[first[1]] in {"ok", "okay", "bueno", "well", "pues", "good", "bien"}
    return last[0] == "yes" if filler else None


def _agrees_by_asking(verdicts: list[Kind], words: Words) -> bool:
    """True for "why not?" and "¿cómo no?"; "ok?" and "yes?" ask back."""
    return "not" in words.words or "no" in words.words[1:] or set(verdicts) == {"no"}


def _after_correction(said: list[tuple[Kind, int]]) -> int:
    places = [number for number, (kind, _) in enumerate(said) if kind == "correcting"]
    if not places or not any(kind in {"yes", "no"} for kind, _ in said[places[-1] + 1 :]):
        return 0
    return places[-1] + 1


def _kinds(words: Words) -> list[tuple[Kind, int]]:
    """The phrases known in `words`, the longest first at each place, with where they begin."""
    phrases, longest = _phrases()
    found: list[tuple[Kind, int]] = []
    place = 0
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            kind = phrases.get(words.words[place : place + length])
            if kind is None and length == 1:
                kind = phrases.get((squeezed(words.words[place]),))
            if kind and (kind != "asking" or place == 0):
                found.append((kind, place))
                place += length
                break
        else:
            place += 1
    return found


@cache
def _phrases() -> tuple[dict[Phrase, Kind], int]:
    phrases: dict[Phrase, Kind] = {}
    for kind in get_args(Kind):
        for phrase in phrase_lists("yes_no_words.yaml")[kind]:
            phrases.setdefault(phrase, kind)
    return phrases, max(map(len, phrases))


def _of_pictures(text: str) -> bool | None:
    verdicts = {_PICTURES[sign] for sign in text if sign in _PICTURES}
    return verdicts.pop() if len(verdicts) == 1 else None
