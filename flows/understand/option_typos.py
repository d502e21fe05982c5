"""Options that the words nearly spell: guesses for a confirming tap, never answers."""

from rapidfuzz import fuzz, process

from flows.understand.clauses import Words
from flows.understand.option_index import Match, OptionIndex
from flows.understand.ordinary import ordinary_words

CUTOFF = 82
"""Least likeness, in percent; below it "no" and short words begin to look like everything."""
MARGIN = 6
"""A runner-up this close is shown beside the likeliest."""
_VOWELS = frozenset("aeiouy")
SHORTEST = 4
"""Letters; shorter words are never guessed."""


def guesses(text: Words, index: OptionIndex, matches: list[Match]) -> list[Match]:
    """Places in `text` that nearly spell a phrase, each with its likeliest codes.

    A place may hold one of the `matches`, where more words around it spell something longer ("dialectal behavior
    therapy" holds "therapy").
    """
    taken = {place for match in matches for place in range(match.start, match.end)}
    found: list[tuple[float, Match]] = []
    ordinary = ordinary_words()
    for start in range(len(text)):
        for length in (1, 2, 3, 4):
            span = range(start, start + length)
            if span.stop > len(text):
                break
            words = text.words[start : span.stop]
            open_words = (text.words[place] for place in span if place not in taken)
            if all(word in ordinary or len(word) < SHORTEST for word in open_words):
                continue
            scores = _scores(words, index)
            if scores:
                best = max(scores.values())
                near = [code for code, score in scores.items() if score > best - MARGIN]
                near.sort(key=lambda code: (-scores[code], index.codes.index(code)))
                found.append((best, Match(start, span.stop, tuple(near), "alias")))
    kept: list[Match] = []
    for _, match in sorted(found, key=lambda pair: -pair[0]):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _scores(words: tuple[str, ...], index: OptionIndex) -> dict[str, float]:
    """The best likeness of `words` to a phrase of each code, where good enough."""
    scores: dict[str, float] = {}
    near = process.extract(" ".join(words), index.spelled, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=None)
    for spelled, score, place in near:
        phrase = index.spelled_as[place]
        if len(spelled) >= SHORTEST and _slip_lies_in_a_long_word(words, phrase):
            for code in index.phrases[phrase][1]:
                scores[code] = max(scores.get(code, 0), score)
    return scores


def _slip_lies_in_a_long_word(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """False where only short or ordinary words differ, or initials: "not him" is no slip of "not here"."""
    if len(words) != len(phrase):
        return not any(_VOWELS.isdisjoint(typed) and typed not in phrase for typed in words)
    ordinary = ordinary_words()
    return all(
        typed == meant or (len(typed) >= SHORTEST and typed not in ordinary and not _VOWELS.isdisjoint(typed))
        for typed, meant in zip(words, phrase, strict=True)
    )
