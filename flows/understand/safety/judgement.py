"""The judgement of a message: settle the figures of speech, match the rules, weigh what stands around each match."""

from functools import cache
from math import inf
from typing import NamedTuple

from flows.understand.safety.assessment import Assessment, Level
from flows.understand.safety.language import language_of
from flows.understand.safety.reading import Reader
from flows.understand.safety.rulebook import Line, Rulebook, load
from flows.understand.safety.scope import Scope, Subject
from flows.understand.safety.signs import Signs, Weight, laid_out
from flows.understand.safety.tense import Tense
from flows.understand.safety.vocabulary import SETTLED

_RANK = {Level.NONE: 0, Level.SUPPORT: 1, Level.CRISIS: 2}
_IDEATION = ("active_ideation", "passive_ideation")  # a thing can only be said to want to die
_TOLD = frozenset(("denied", "past", "topic"))  # where the structure of a message speaks, weights say little
_DEEDS = ("attempt", "plan_or_means", "danger_from_others", "harm_to_others")
_CRISIS_WEIGHT = {"en": 0.8, "es": 0.2}  # of the signs of a message; chosen on lines left out of the learning
_CARE_WEIGHT = 1.0
_ENOUGH_WORDS, _WORD_SHORT = 8, 0.35  # each word fewer than enough asks for so much more weight
_TOLD_WEIGHT = 1.5
_SURE, _DOUBT, _BACK_DOUBT = -inf, -1.0, -3.5  # weights below which what a line found is not taken for a crisis
_NO_CARE = -1.0  # nor for a reason to care
_MANY_SIGNS = "many_signs"
_NOTHING = Assessment(Level.NONE)


class Finding(NamedTuple):
    """What a rule found; where the words of the message together weigh less than `doubt`, it is not believed."""

    level: Level
    category: str
    doubt: float = _SURE


class Judge:
    """Judges messages by the rulebook; holds no message."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._reader = Reader(book.vocabulary, book.spelling, book.by_ear)
        self._scope = Scope(book.vocabulary)
        self._signs = {language: Signs(weights) for language, weights in book.signs.items()}

    def assess(self, text: str) -> Assessment:
        """The assessment of `text`."""
        findings, row, words = self.found(text)
        spoken = language_of(text)
        language = spoken or max(self._signs, key=lambda one: self._signs[one].known(row))
        weight = self._signs[language].weigh(row)
        return _summed(_with_signs(findings, weight, words, _CRISIS_WEIGHT[language]), spoken)

    def found(self, text: str) -> tuple[list[Finding], list[str], int]:
        """What the rules find in `text`, its words as they are weighed together, and how many there are."""
        reading = self._reader.read(self._reader.tokens(text))
        codes, findings = self._settle(reading.codes)
        tense: Tense | None = None
        for line in self._book.rules.worth_trying(codes):
            for span in line.pattern.spans(codes):
                tense = tense or Tense(self._book, codes)
                findings.append(self._weigh(line, codes, span, tense))
        return findings, laid_out(reading.words, codes), len(reading.words)

    def _settle(self, codes: str) -> tuple[str, list[Finding]]:
        """The message without the words whose reading is settled, and what those readings are worth."""
        findings: list[Finding] = []
        for line in self._book.settled.worth_trying(codes):
            rule = line.rule
            for start, end in line.pattern.spans(codes):
                chosen = self._book.vocabulary.chars(rule.blank) if rule.blank else None
                blank = "".join(
                    char if char in ".,?" or (chosen is not None and char not in chosen) else SETTLED
                    for char in codes[start:end]
                )
                codes = codes[:start] + blank + codes[end:]
                if rule.level is not Level.NONE:
                    findings.append(Finding(rule.level, rule.category))
        return codes, findings

    def _weigh(self, line: Line, codes: str, span: tuple[int, int], tense: Tense) -> Finding:
        rule, (start, end) = line.rule, span
        if rule.deniable and self._scope.denied(codes, start, end, says_no=line.pattern.says_no):
            grave = rule.level is Level.CRISIS and self._scope.grave(codes[start:end])
            return Finding(Level.SUPPORT if grave else Level.NONE, "denied")
        if rule.fades and tense.over(start, end, thought=rule.category not in _DEEDS):
            return Finding(Level.SUPPORT, "past")
        if rule.level is not Level.CRISIS or rule.others == "same":
            return Finding(rule.level, rule.category, _DOUBT if rule.doubtful else _SURE)
        if self._scope.only_asked(codes, start, end):
            return Finding(Level.SUPPORT, "topic")
        subject = self._scope.subject(codes, start, end)
        if subject is Subject.THING and rule.category in _IDEATION:
            return Finding(Level.NONE, "")
        if subject is Subject.OTHER and rule.others == "nothing":
            return Finding(Level.NONE, "")
        category = "someone_else" if subject is Subject.OTHER else rule.category
        if not rule.doubtful:
            return Finding(rule.level, category)
        is_back = subject is Subject.WRITER and tense.is_back(start, end)
        return Finding(rule.level, category, _BACK_DOUBT if is_back else _DOUBT)


def _with_signs(findings: list[Finding], weight: Weight, words: int, bar: float) -> list[Finding]:
    """What the rules found, and what the words tell together: they add a crisis, or cast doubt on one."""
    short = _WORD_SHORT * max(0, _ENOUGH_WORDS - words)
    crises = [one for one in findings if one.level is Level.CRISIS]
    if crises:
        return findings if any(weight.crisis >= one.doubt for one in crises) else _doubted(findings, weight)
    told = 0.0 if _TOLD.isdisjoint(one.category for one in findings) else _TOLD_WEIGHT
    if weight.crisis > bar + short + told:
        return [*findings, Finding(Level.CRISIS, _MANY_SIGNS)]
    return [*findings, Finding(Level.SUPPORT if weight.care > _CARE_WEIGHT + short else Level.NONE, _MANY_SIGNS)]


def _doubted(findings: list[Finding], weight: Weight) -> list[Finding]:
    """A crisis that the words together speak against calls for care, or for nothing where they deny that as well."""
    least = Level.NONE if weight.care < _NO_CARE else Level.SUPPORT
    return [one._replace(level=least) if one.level is Level.CRISIS else one for one in findings]


def _summed(findings: list[Finding], spoken: str) -> Assessment:
    """The highest level found, with the categories found at that level, and the language the message is written in."""
    top = max((one.level for one in findings), key=_RANK.__getitem__, default=Level.NONE)
    if top is Level.NONE:
        return _NOTHING
    decisive = {one.category for one in findings if one.level is top}
    return Assessment(top, tuple(sorted(decisive)), spoken)


@cache
def judge() -> Judge:
    """The judge of the packaged rulebook, built once."""
    return Judge(load())
