"""What stands around a match: a negation that reaches it, and whom it speaks of."""

from enum import Enum, auto

from flows.understand.safety.tokens import ASKED, BOUNDARIES, HARD, SOFT
from flows.understand.safety.vocabulary import SETTLED, Vocabulary

_REACH = 14  # words back that a negation may stand
_VIEW = 10  # words back that a subject may stand
_SOON_AFTER = 3  # words on that a "yet" may stand
_NEAR = 3  # words back that a thing may stand to be the subject


class Subject(Enum):
    """Whom a match speaks of."""

    WRITER = auto()
    OTHER = auto()
    THING = auto()


class Scope:
    """Questions about the surroundings of a match in a coded message."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        chars = vocabulary.chars
        self._denial = chars("{denial}")
        self._answer_no = chars("{answer_no}")
        self._between = chars("{fill}") | {SETTLED}
        self._finite = chars("{finito}")
        self._clitic = chars("{clitico}")
        self._yes = chars("{answer_yes}")
        self._that = chars("que", "si")
        self._yet = chars("yet", "todavia", "aun")
        self._or = chars("{or}")
        self._grave = chars("{grave}")
        self._named = chars("{named}")
        self._tail = chars("{ideation}")
        self._i = chars("{writer_subject}")
        self._new_clause = chars("{clause_subject}")
        self._before_i = chars("{fill_mean}")
        self._writer = chars("{writer_en}", "{writer_es}", "{finito}")
        self._somebody = chars("{somebody}", "{quiere}")
        self._other_self = chars("{other_self}", "{other_own}")
        self._thing = chars("{thing}")
        self._article = chars("{article}")
        self._quiere = chars("{quiere}")

    def denied(self, codes: str, start: int, end: int, *, says_no: bool) -> bool:
        """Whether a negation reaches the match: in it, before it with only small words between, or as answer after it.

        A line that `says_no` itself ("do not want to live") is not taken back by the negation it names.
        """
        if not self._yet.isdisjoint(codes[end : end + _SOON_AFTER]):
            return False  # "I haven't done it yet"
        if not self._denial.isdisjoint(codes[start:end]):
            return not says_no
        joined = False
        own_clause = self._opens_clause(codes, start)
        for at in range(start - 1, max(-1, start - _REACH), -1):
            char = codes[at]
            if char in self._denial:
                return True
            if own_clause and char not in self._clitic:
                break
            joined = joined or char in self._or or (char == SOFT and codes[start] in self._named)
            if not self._lets_through(codes, at, joined=joined):
                break
        named = codes[start] in self._named or codes[end - 1] in self._named
        return named and self._answered_no(codes, end)

    def _opens_clause(self, codes: str, start: int) -> bool:
        """Whether a verb of its own person begins the match with no "que" before: "no se que hacer / me quiero ...".

        Spanish writers leave the comma out; only a negation beside such a verb is its own.
        """
        verb = start + (codes[start] in self._clitic)
        before = start - 1 - (start > 0 and codes[start - 1] in self._clitic)
        return verb < len(codes) and codes[verb] in self._finite and (before < 0 or codes[before] not in self._that)

    def _lets_through(self, codes: str, at: int, *, joined: bool) -> bool:
        char = codes[at]
        if char in self._new_clause:
            return at > 0 and codes[at - 1] in self._before_i
        return char in self._between or (joined and (char in self._or or char in self._grave or char == SOFT))

    def _answered_no(self, codes: str, end: int) -> bool:
        """Whether the clause after the match is a plain no, as in a form: "suicidal thoughts: none"."""
        while end < len(codes) and (codes[end] in self._tail or codes[end] in (SOFT, ASKED)):
            end += 1
        return (
            end < len(codes)
            and codes[end] in self._answer_no
            and (end + 1 == len(codes) or codes[end + 1] in BOUNDARIES)
        )

    def grave(self, span: str) -> bool:
        """Whether a grave word stands in the span."""
        return not self._grave.isdisjoint(span)

    def subject(self, codes: str, start: int, end: int) -> Subject:
        """Whom the match speaks of: told by its own words, or by the nearest one before it that can be meant."""
        span = codes[start:end]
        if not self._other_self.isdisjoint(span):
            return Subject.OTHER
        if not self._writer.isdisjoint(span):
            return Subject.WRITER
        for at in range(start - 1, max(-1, start - _VIEW), -1):
            char = codes[at]
            if char in self._i or char in (HARD, ASKED):
                break
            if char in self._somebody:
                return Subject.OTHER
            if char in self._thing and at >= start - _NEAR and codes[max(0, at - 1)] in self._article:
                return Subject.THING
        return Subject.WRITER if self._quiere.isdisjoint(span) else Subject.OTHER

    def only_asked(self, codes: str, start: int, end: int) -> bool:
        """Whether the match only names the thing, in a question that speaks of nobody: "can X cause ... ideation?"."""
        first = max(codes.rfind(HARD, 0, start), codes.rfind(ASKED, 0, start)) + 1
        last = codes.find(ASKED, end)
        if codes[start] not in self._named or last < 0 or codes.find(HARD, end, last) >= 0:
            return False
        if codes[last + 1 : last + 2].strip(SOFT) and codes[last + 1] in self._yes:
            return False  # "suicidal thoughts? yes"
        return self._writer.isdisjoint(codes[first:last]) and self._somebody.isdisjoint(codes[first:last])
