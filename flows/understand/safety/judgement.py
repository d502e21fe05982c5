"""The judgement of a message: settle the figures of speech, match the rules, weigh what stands around each match."""

import re
from functools import cache
from typing import NamedTuple

from flows.understand.safety.assessment import Assessment, Level
from flows.understand.safety.language import language_of
from flows.understand.safety.reading import Reader
from flows.understand.safety.rulebook import Line, Rulebook, load
from flows.understand.safety.scope import Scope, Subject
from flows.understand.safety.signs import Weight, laid_out
from flows.understand.safety.tense import Tense
from flows.understand.safety.vocabulary import SETTLED

_RANK = {Level.NONE: 0, Level.SUPPORT: 1, Level.CRISIS: 2}
_IDEATION = ("active_ideation", "passive_ideation")  # a thing can only be said to want to die
_DEEDS = ("attempt", "plan_or_means", "danger_from_others", "harm_to_others")
_STANDS_WEIGHT = 1.5  # above which what a rule found is a crisis; all these were chosen on lines not learnt from
_NO_RULE_WEIGHT = {"en": -0.7, "es": -1.0}  # above which a message is one in which no rule found any
_ENOUGH_WORDS, _WORD_SHORT = 9, 0.2  # and each word fewer than enough asks for more weight
_CARE_WEIGHT = 0.5  # above which it asks for care
_ALONE = 1.0  # how much more is asked of a sentence that is judged without those around it
_SENTENCE_WORDS = 3  # fewer do not stand alone
_LONG = 40  # words; in a longer message much may be said beside the crisis, and a rule that is sure is believed
_MANY = 6  # findings; more of them tell no more
_MANY_SIGNS = "many_signs"
_SURE, _CERTAIN, _DOUBTFUL, _BACK = "sure", "certain", "doubtful", "back"
_NOTHING = Assessment(Level.NONE)
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")


class Finding(NamedTuple):
    """What a rule found, and how far it is to be believed."""

    level: Level
    category: str
    belief: str = _SURE

    @property
    def sign(self) -> str:
        """What it is called where it is weighed with the words of the message."""
        return f"#{self.level.value} {self.category} {self.belief}"


def found_signs(findings: list[Finding]) -> frozenset[str]:
    """What `findings` are called where they are weighed: each by its kind, and how many of them tell of a crisis."""
    crises = sum(one.level is Level.CRISIS for one in findings)
    return frozenset(one.sign for one in findings).union(f"#crises {many}" for many in range(1, min(crises, _MANY) + 1))


class Judge:
    """Judges messages by the rulebook; holds no message."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._reader = Reader(book.vocabulary, book.spelling, book.by_ear)
        self._scope = Scope(book.vocabulary)
        self._signs = book.signs

    def assess(self, text: str) -> Assessment:
        """The assessment of `text`; a crisis that one sentence tells is not thinned out by the others."""
        spoken = language_of(text)
        findings = self._heard(text, spoken, 0.0)
        if not _is_crisis(findings) and len(sentences := _SENTENCE.findall(text)) > 1:
            heard = (self._heard(one, spoken, _ALONE) for one in sentences if len(one.split()) >= _SENTENCE_WORDS)
            findings = next(filter(_is_crisis, heard), findings)
        return _summed(findings, spoken)

    def _heard(self, text: str, spoken: str | None, margin: float) -> list[Finding]:
        """What rules and words together find in `text`; a crisis has to clear its bar by the `margin`."""
        findings, row, words = self.found(text)
        language = spoken or max(self._signs, key=lambda one: self._signs[one].known(row))
        weight = self._signs[language].weigh(row, found_signs(findings))
        return _weighed(findings, weight, words, _NO_RULE_WEIGHT[language], margin)

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
                    findings.append(Finding(rule.level, rule.category, _CERTAIN))
        return codes, findings

    def _weigh(self, line: Line, codes: str, span: tuple[int, int], tense: Tense) -> Finding:
        rule, (start, end) = line.rule, span
        if rule.deniable and self._scope.denied(codes, start, end, says_no=line.pattern.says_no):
            grave = rule.level is Level.CRISIS and self._scope.grave(codes[start:end])
            return Finding(Level.SUPPORT if grave else Level.NONE, "denied")
        if rule.fades and tense.over(start, end, thought=rule.category not in _DEEDS):
            return Finding(Level.SUPPORT, "past")
        if rule.level is not Level.CRISIS or rule.others == "same":
            return Finding(rule.level, rule.category, rule.belief)
        if self._scope.only_asked(codes, start, end):
            return Finding(Level.SUPPORT, "topic")
        subject = self._scope.subject(codes, start, end)
        if subject is Subject.THING and rule.category in _IDEATION:
            return Finding(Level.NONE, "")
        if subject is Subject.OTHER and rule.others == "nothing":
            return Finding(Level.NONE, "")
        category = "someone_else" if subject is Subject.OTHER else rule.category
        is_back = rule.belief == _DOUBTFUL and subject is Subject.WRITER and tense.is_back(start, end)
        return Finding(rule.level, category, _BACK if is_back else rule.belief)


def _is_crisis(findings: list[Finding]) -> bool:
    return any(one.level is Level.CRISIS for one in findings)


def _weighed(findings: list[Finding], weight: Weight, words: int, bar: float, margin: float) -> list[Finding]:
    """What the rules found and what the words tell together: they add a crisis above the `bar`, or take one back."""
    crises = [one for one in findings if one.level is Level.CRISIS]
    short = 0.0 if crises else _WORD_SHORT * max(0, _ENOUGH_WORDS - words)
    believed = (_CERTAIN, _SURE) if words > _LONG else (_CERTAIN,)
    over = weight.crisis + weight.stands - _STANDS_WEIGHT if crises else weight.crisis - bar - short
    if over > margin or any(one.belief in believed for one in crises):
        return crises or [Finding(Level.CRISIS, _MANY_SIGNS)]
    least = Level.SUPPORT if weight.care > _CARE_WEIGHT + short else Level.NONE
    return [
        *(one._replace(level=least) if one.level is Level.CRISIS else one for one in findings),
        Finding(least, _MANY_SIGNS),
    ]


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
