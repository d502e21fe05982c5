"""What a questionnaire is: items in order, in FHIR SDC's words; the intake itself is data (`intake.yaml`)."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from flows.clinic import Code, LocalText, Strict

NEW, REVIEW, SUBMITTED = "new", "review", "submitted"
RESERVED = frozenset({NEW, REVIEW, SUBMITTED})
"""States of the machine that are no question."""

CONSENT, CONTACT_CONSENT = "consent", "contact_consent"
"""The two consents every intake must ask for: to collect, and separately to be contacted."""

Reader = Literal[
    "choice", "yes_no", "location", "state", "services", "treatments", "when", "name", "phone", "email", "text"
]
LABEL_LIMIT = 40
"""Telegram cuts longer button labels on a narrow phone."""


class Option(Strict):
    """One answer that can be tapped."""

    code: Code
    label: LocalText
    aliases: tuple[str, ...] = ()
    exclusive: bool = False
    ends: Code | None = None

    @model_validator(mode="after")
    def _label_fits(self) -> Self:
        for text in [self.label] if isinstance(self.label, str) else self.label.values():
            if not 0 < len(text) <= LABEL_LIMIT:
                raise ValueError(f"a label has 1 to {LABEL_LIMIT} characters: {text!r}")
        return self


class EnableWhen(Strict):
    """A condition on an earlier answer; with `repeats`, `=` means "is among the answers"."""

    question: Code
    operator: Literal["exists", "=", "!="]
    answer: Code | bool


class Item(Strict):
    """One question, or a text to read (`display`)."""

    link_id: Code
    type: Literal["choice", "open-choice", "string", "display"]
    text: LocalText
    short: LocalText
    why: LocalText | None = None
    hint: LocalText | None = None
    template: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,32}$")] = "question"
    required: bool = False
    repeats: bool = False
    afresh: bool = False
    counted: bool = True
    reader: Reader = "choice"
    options: tuple[Option, ...] = ()
    options_from: Literal["locations", "services"] | None = None
    columns: int = Field(default=2, ge=1, le=3)
    max_length: int = Field(default=200, ge=1, le=4096)
    expected: Code | None = None
    correction: LocalText | None = None
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: Literal["all", "any"] = "all"

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.link_id in RESERVED:
            raise ValueError(f"link_id {self.link_id} is a name of the machine's own; choose another")
        choosable = self.type in {"choice", "open-choice"}
        if self.type == "choice" and not (self.options or self.options_from):
            raise ValueError("a choice needs options or options_from")
        if not choosable and (self.options or self.options_from):
            raise ValueError(f"a {self.type} takes no options")
        if self.repeats and not choosable:
            raise ValueError("only a choice repeats")
        if not self.repeats and any(option.exclusive for option in self.options):
            raise ValueError("exclusive has a meaning only where repeats is true")
        if self.type == "string" and self.reader == "choice":
            raise ValueError("a string needs a reader: name, phone, email, state, when or text")
        if (self.expected is None) != (self.correction is None):
            raise ValueError("expected and correction belong together")
        return self


class Ending(Strict):
    """How an intake can end before its review; nothing the person said is kept."""

    code: Code
    text: LocalText


class Questionnaire(Strict):
    """The whole intake."""

    version: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.\-]{1,32}$")]
    minutes: int = Field(ge=1, le=60)
    items: tuple[Item, ...] = Field(min_length=2)
    endings: tuple[Ending, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        ids = [item.link_id for item in self.items]
        for code in [*ids, *(ending.code for ending in self.endings)]:
            if (ids + [ending.code for ending in self.endings]).count(code) > 1:
                raise ValueError(f"{code} names two things")
        if ids[0] != CONSENT:
            raise ValueError(f"the first item must be {CONSENT}: nothing is asked before it is given")
        if CONTACT_CONSENT not in ids:
            raise ValueError(f"the item {CONTACT_CONSENT} is missing: a person must be asked before staff contact them")
        if self.items[0].enable_when:
            raise ValueError("the first item cannot depend on an answer")
        for place, item in enumerate(self.items):
            self._conditions_hold(item, ids[:place])
            self._options_hold(item)
        return self

    def _conditions_hold(self, item: Item, earlier: list[str]) -> None:
        for condition in item.enable_when:
            if condition.question not in earlier:
                raise ValueError(f"{item.link_id} depends on {condition.question}, which is not asked before it")
            if (condition.operator == "exists") != isinstance(condition.answer, bool):
                raise ValueError(f"{item.link_id}: exists takes true or false; = and != take an option's code")
            asked = self.item(condition.question)
            codes = {option.code for option in asked.options}
            if isinstance(condition.answer, str) and not asked.options_from and condition.answer not in codes:
                raise ValueError(f"{item.link_id} waits for {condition.question} = {condition.answer}, no such option")

    def _options_hold(self, item: Item) -> None:
        endings = {ending.code for ending in self.endings}
        seen: dict[str, str] = {}
        for option in item.options:
            if option.ends and option.ends not in endings:
                raise ValueError(f"{item.link_id}: {option.code} ends with {option.ends}, which is not under endings")
            for word in {option.code, *(alias.casefold() for alias in option.aliases)}:
                if seen.setdefault(word, option.code) != option.code:
                    raise ValueError(f"{item.link_id}: {word!r} means both {seen[word]} and {option.code}")

    def item(self, link_id: str) -> Item:
        """The item with this link_id; raises KeyError where there is none."""
        for item in self.items:
            if item.link_id == link_id:
                return item
        raise KeyError(link_id)

    def after(self, link_id: str) -> Iterator[Item]:
        """The items behind this one, in order; all of them for a state that is no item."""
        ids = [item.link_id for item in self.items]
        start = ids.index(link_id) + 1 if link_id in ids else 0
        return iter(self.items[start:])
