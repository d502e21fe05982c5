"""Whether a message asks something, or answers the question that is open."""

import re
import unicodedata
from functools import cache
from typing import Literal

from flows.understand.question import asking_words as w
from flows.understand.question import leaning_words as leaning
from flows.understand.question.clauses import END
from flows.understand.question.lexicon import Lexicon, phrases

Asks = Literal["yes", "maybe", "no"]
"""Maybe: it is a question if it turns out to be about something people ask."""


_ASKING_ACCENT = re.compile(
    r"(?<!\bs\u00e9 )(?<!\bse )(?<!\bacuerdo )(?<!\bde )(?<!\brecuerdo )"
    r"\b(?:qu\u00e9|cu\u00e1l(?:es)?|cu\u00e1ndo|c\u00f3mo|cu\u00e1nt[oa]s?|a?d\u00f3nde|qui\u00e9n(?:es)?)\b"
)
"""An accent tells the asking "cu\u00e1ndo" from the telling "cuando"; "no s\u00e9 qu\u00e9" asks nothing."""


def leans(text: str) -> bool:
    """Whether marks lean towards a question: a question mark, or an accent that only asking words bear."""
    if "?" in text or "\u00bf" in text:
        return True
    return bool(_ASKING_ACCENT.search(unicodedata.normalize("NFC", text.casefold())))


@cache
def _lexicon() -> Lexicon:
    lists = {
        "anywhere": w.ANYWHERE,
        "request": w.REQUESTS,
        "measure": w.MEASURES,
        "opener": w.OPENERS,
        "maybe_opener": leaning.MAYBE_OPENERS,
        "follow_up": w.FOLLOW_UPS,
        "maybe_anywhere": leaning.MAYBE_ANYWHERE,
        "tail": leaning.TAILS,
    }
    return Lexicon({name: phrases(text) for name, text in lists.items()})


def asks(words: list[str], marked: bool) -> Asks:
    """Whether the clauses `words` ask; `marked` where the message holds a question mark."""
    if " ".join(words).removesuffix(f" {END}") in w.NOT_ASKED:
        return "no"
    found = {(name, start) for name, start, _ in _lexicon().find(words)}
    starts = _starts(words)
    if any(_asks_outright(words, starts, name, start) for name, start in found):
        return "yes"
    if any(_opens(words, start) for start in starts) or any(_inverted(words, place) for place in range(1, len(words))):
        return "yes"
    if marked and w.HEDGES.isdisjoint(words):
        return "maybe"
    could = any(
        name in {"tail", "maybe_anywhere"} or (name == "maybe_opener" and start in starts) for name, start in found
    )
    return "maybe" if could else "no"


def _asks_outright(words: list[str], starts: tuple[int, ...], name: str, start: int) -> bool:
    if name == "measure":
        return start == 0 or words[start - 1] not in w.NOT_MEASURED_AFTER
    if name in {"opener", "follow_up"}:
        return start in starts
    return name in {"anywhere", "request"}


def _inverted(words: list[str], place: int) -> bool:
    """Whether a helper verb stands right before its subject at `place`."""
    subjects = w.INVERTED.get(words[place])
    if not subjects or words[place - 1] in w.NOT_INVERTED_AFTER:
        return False
    after, third = (*words[place + 1 : place + 3], END, END)[:2]
    if words[place] == "did" and after in {"it", "this"}:
        return third not in w.DONE_AFTER
    return after in subjects and third != END


def _starts(words: list[str]) -> tuple[int, ...]:
    """Where a question could begin: at every clause, and behind the small words that lead it in."""
    starts: list[int] = []
    fresh = True
    for place, word in enumerate(words):
        if word == END:
            fresh = True
        elif fresh:
            starts.append(place)
            fresh = word in w.FILLERS
        elif word in w.JOINS:
            fresh = True
    return tuple(starts)


def _opens(words: list[str], start: int) -> bool:
    """Whether the clause that begins at `start` is worded as a question."""
    first, after, third = (*words[start : start + 3], END, END)[:3]
    if first == "how":
        return after not in w.TOLD_AFTER_WH or third in {"can", "should", "would", "could"}
    if first == "when":
        return after in w.WHEN_NEXT
    if first in w.WH:
        return after not in w.TOLD_AFTER_WH and after != END
    if after == "not" and first in w.MODALS | {"is", "are", "do", "does", "did"}:
        return third in w.SUBJECTS
    if first in {"is", "are"}:
        return after not in w.TOLD_AFTER_BE
    if first in w.MODALS:
        return after not in w.TOLD_AFTER_MODAL
    if first in {"any", "anything", "anyone"}:
        return after not in w.TOLD_AFTER_ANY
    if first == "does":
        return after not in {"nothing", END}
    if first == "did" and after in {"it", "that", "this"}:
        return third not in w.DONE_AFTER
    return after in w.HELPERS.get(first, ()) or _opens_in_spanish(first, after, third)


def _opens_in_spanish(first: str, after: str, third: str) -> bool:
    if first == "cuando":
        return after in w.CUANDO_NEXT or (after in {"me", "nos", "lo", "la", "los"} and third in w.CUANDO_ME_NEXT)
    if first == "como":
        return after not in w.TOLD_AFTER_COMO and not after.isdigit() and after != END
    if first == "que":
        return after not in w.TOLD_AFTER_QUE | {END} and not (after == "me" and third in w.TOLD_AFTER_QUE_ME)
    return first in w.WH_ES or first in w.VERBS_ES
