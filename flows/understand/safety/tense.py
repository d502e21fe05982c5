"""When it was: whether a match speaks of a past that is over, and whether the writer says to be safe now."""

from flows.understand.safety.rulebook import Index, Rulebook
from flows.understand.safety.tokens import ASKED, BOUNDARIES, HARD

_AFTER = 1  # words on that one may stand: "my last self-harm was in 2010"
_VIEW = 7  # words back that a verb in the past may stand
_BEFORE_WISH = 2  # words back that it must stand before a wish: "I used to wish"


class Tense:
    """The times told in one coded message."""

    def __init__(self, book: Rulebook, codes: str) -> None:
        self._codes = codes
        self._verbs = book.vocabulary.chars("{past}") - book.vocabulary.chars("suicide")  # "me suicidé", without accent
        self._either = book.vocabulary.chars("{past_or_present}")
        self._not_past = book.vocabulary.chars("{to}", "{modal}", "{want}", "will")
        self._wish = book.vocabulary.chars("{wish}")
        self._i = book.vocabulary.chars("{writer_subject}")
        self._past = _spans(book.past, codes)
        self._recent = _spans(book.recent, codes)
        self._safe = _spans(book.safe, codes)

    def over(self, start: int, end: int, *, thought: bool) -> bool:
        """Whether the match is told in the past, dated there, with nothing recent.

        For a mere `thought` present safety is as good as a date; an attempt may have been an hour ago.
        """
        if not (self._past or self._safe) or not self._told_in_past(start, end):
            return False
        first, last = self._sentence(start, end)
        dated = any(first <= at < last for at, _ in self._past)
        return not self._is_recent(start, end) and (dated or (thought and bool(self._safe)))

    def is_back(self, start: int, end: int) -> bool:
        """Whether the match tells of a past that has come back: both an old and a recent time stand beside it."""
        return bool(self._past) and self._is_recent(start, end)

    def _is_recent(self, start: int, end: int) -> bool:
        first, last = self._sentence(start, end)
        return any(first <= at < last and not self._within_safe(at) for at, _ in self._recent)

    def _told_in_past(self, start: int, end: int) -> bool:
        if self._codes[start] in self._wish:  # "I wish I was dead" is told in the past and meant now
            return any(self._is_past(at) for at in range(max(0, start - _BEFORE_WISH), start))
        if any(self._is_past(at) for at in range(start, min(end + _AFTER, len(self._codes)))):
            return True
        for at in range(start - 1, max(-1, start - _VIEW), -1):
            char = self._codes[at]
            if self._is_past(at):
                return True
            if char in BOUNDARIES or (char in self._i and self._codes[max(0, at - 1)] not in self._wish):
                break
        return False

    def _is_past(self, at: int) -> bool:
        char = self._codes[at]
        return char in self._verbs or (
            char in self._either and at > 0 and self._codes[at - 1] not in self._not_past | BOUNDARIES
        )

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        first = max(self._codes.rfind(HARD, 0, start), self._codes.rfind(ASKED, 0, start)) + 1
        ends = [at for at in (self._codes.find(HARD, end), self._codes.find(ASKED, end)) if at >= 0]
        return first, min(ends, default=len(self._codes))

    def _within_safe(self, at: int) -> bool:
        return any(first <= at < last for first, last in self._safe)


def _spans(index: Index, codes: str) -> list[tuple[int, int]]:
    """Where any line of the index matches."""
    return [span for line in index.worth_trying(codes) for span in line.pattern.spans(codes)]
