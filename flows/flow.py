"""One clinic's intake, put together: questionnaire, clinic, machine and what reads typed answers."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from flows.answers import Answer, Answers
from flows.claims import own_claims
from flows.clinic import Clinic, in_language, labels
from flows.machine import Intake
from flows.questionnaire import CONSENT, CONTACT_CONSENT, Item, Option, Questionnaire
from flows.topics import Topics, own_topics
from flows.understand import safety
from flows.understand.location import Gazetteer
from flows.understand.options import Choosable
from flows.understand.phone import show_phone
from flows.understand.question import Questions
from flows.visibility import visible


@dataclass(frozen=True)
class Flow:
    """Everything a step needs to know about the clinic; built once, shared by all threads."""

    questionnaire: Questionnaire
    clinic: Clinic
    intake: Intake = field(init=False)
    gazetteer: Gazetteer = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "intake", Intake(self.questionnaire))
        object.__setattr__(self, "gazetteer", Gazetteer(self.clinic))
        for item in self.questionnaire.items:
            codes = [option.code for option in self.options(item)]
            twice = {code for code in codes if codes.count(code) > 1}
            if twice:
                raise ValueError(f"{item.link_id}: {min(twice)} is both in the questionnaire and in the clinic file")

    def warm_up(self) -> None:
        """Build now what understands messages, and not at the first one; most commands of the operator need none."""
        safety.warm_up()
        _ = self.questions

    @cached_property
    def topics(self) -> Topics:
        """What can be asked, and its answers."""
        return own_topics(own_claims())

    @cached_property
    def questions(self) -> Questions:
        """What reads questions."""
        return Questions(self.topics)

    @cached_property
    def items(self) -> dict[str, Item]:
        """The items by link_id."""
        return {item.link_id: item for item in self.questionnaire.items}

    @cached_property
    def _options(self) -> dict[str, tuple[Option, ...]]:
        return {item.link_id: (*self._from_clinic(item), *item.options) for item in self.questionnaire.items}

    @cached_property
    def choosables(self) -> dict[str, tuple[Choosable, ...]]:
        """The options of each item as the reader of typed answers wants them: labels in all languages."""
        return {
            link_id: tuple(
                Choosable(
                    code=option.code,
                    labels=labels(option.label),
                    aliases=option.aliases,
                    exclusive=option.exclusive,
                )
                for option in options
            )
            for link_id, options in self._options.items()
        }

    def options(self, item: Item) -> tuple[Option, ...]:
        """What can be tapped at `item`, the clinic's own locations and services included."""
        return self._options[item.link_id]

    def option(self, item: Item, code: str) -> Option | None:
        """The option of `item` with this code."""
        return next((option for option in self.options(item) if option.code == code), None)

    def _from_clinic(self, item: Item) -> tuple[Option, ...]:
        if item.options_from == "locations":
            return tuple(
                Option(code=place.code, label=place.label, aliases=place.aliases) for place in self.clinic.locations
            )
        if item.options_from == "services":
            return tuple(
                Option(code=s.code, label=s.label, aliases=s.aliases, exclusive=s.exclusive)
                for s in self.clinic.services
            )
        return ()

    def wording(self, item: Item, answer: Answer, language: str) -> str:
        """The answer as words: option labels, or the text itself; empty where skipped."""
        return self.words_for(item, answer.codes, language)

    def words_for(self, item: Item, values: tuple[str, ...], language: str) -> str:
        """The labels of `values` at `item`, in order; a value that is no option stands for itself."""
        words = []
        for value in values:
            option = self.option(item, value)
            shown = show_phone(value) if item.reader == "phone" else value
            words.append(in_language(option.label, language) if option else shown)
        return ", ".join(words)

    def called_for(self, answers: Answers) -> list[Item]:
        """The items that `answers` call for, in order."""
        return [item for item in self.questionnaire.items if visible(item, answers)]

    def first_open(self, answers: Answers) -> Item | None:
        """The first item called for that has no answer yet."""
        return next((item for item in self.called_for(answers) if item.link_id not in answers), None)

    @cached_property
    def usual_length(self) -> int:
        """How many counted questions somebody is asked who agrees to be contacted and needs nothing further."""
        nothing = Answer("agreed", "exact", datetime.min.replace(tzinfo=UTC), self.questionnaire.version)
        return self.place(CONSENT, {CONTACT_CONSENT: nothing})[1]

    def place(self, link_id: str, answers: Answers) -> tuple[int, int]:
        """The numbers of "3 of 9": an item's place among the counted visible ones; (0, n) where it is uncounted."""
        counted = [item.link_id for item in self.called_for(answers) if item.counted]
        return (counted.index(link_id) + 1 if link_id in counted else 0), len(counted)
