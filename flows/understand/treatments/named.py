"""The treatments named so far in a walk, which later words may still change."""

from flows.understand.clauses import HARD, Words
from flows.understand.treatments.mentions import Mention
from flows.understand.treatments.sentence import LISTING
from flows.understand.treatments.status import Status

_AT_HAND = 3
"""Words: a treatment this near is still the one spoken of, across the end of a sentence."""


class Named:
    """The statuses of the mentions met so far; `sentence` is the number of the first in the sentence that is read."""

    def __init__(self, words: Words, mentions: list[Mention]) -> None:
        self._words, self._mentions = words, mentions
        self._told: set[int] = set()
        self.status: list[Status] = []
        self.sentence = 0

    def __len__(self) -> int:
        """How many were named."""
        return len(self.status)

    def add(self, status: Status, *, told: bool) -> None:
        """Name the next; `told` where a verb of taking said so, which a vague word behind it does not undo."""
        if told:
            self._told.add(len(self.status))
        self.status.append(status)

    @property
    def last_end(self) -> int | None:
        """The place behind the last one; None before the first."""
        return self._mentions[len(self.status) - 1].end if self.status else None

    def take_back(self) -> None:
        """Say nothing of the last one: it was a slip of the tongue."""
        self.change_last(Status.OPEN)

    @property
    def in_sentence(self) -> bool:
        """True where the sentence that is read named one."""
        return len(self.status) > self.sentence

    def at_hand(self, place: int) -> bool:
        """True where words at `place` can speak of one named before."""
        if not self.status or self.in_sentence:
            return bool(self.status)
        return self._words.before[place] in HARD or place - self._mentions[len(self.status) - 1].end < _AT_HAND

    def change(self, status: Status, *, spare: bool = False) -> None:
        """Change the last one and its neighbours in a list; `spare` those that a verb of taking told."""
        for number in self._last_group():
            if not (spare and number in self._told):
                self.status[number] = status

    def change_last(self, status: Status) -> None:
        """Change the last one alone."""
        self.status[-1] = status

    def change_from(self, first: int, status: Status) -> None:
        """Change all from number `first`."""
        self.status[first:] = [status] * len(self.status[first:])

    def leave_open(self) -> None:
        """Take back the claim to the last ones, unless a verb of taking told it or they were not claimed."""
        for number in self._last_group():
            if self.status[number] is Status.TAKEN and number not in self._told:
                self.status[number] = Status.OPEN

    def _last_group(self) -> range:
        first = len(self.status) - 1
        while first > 0 and self._listed(first):
            first -= 1
        return range(max(first, 0), len(self.status))

    def _listed(self, number: int) -> bool:
        """True where this one and the one before stand in one list and were told alike."""
        low, high = self._mentions[number - 1].end, self._mentions[number].start
        if self.status[number] is not self.status[number - 1] or self._words.before[high] in HARD:
            return False
        return all(self._words.before[at] not in HARD and self._words.words[at] in LISTING for at in range(low, high))
