"""Every state has a question, words, a way on, a way out, and a place on the drawing."""

from pathlib import Path

import pytest
from chat import Chat

from flows.diagram import intake_diagram, lead_diagram
from flows.flow import Flow
from flows.lead import STATUSES
from flows.questionnaire import NEW, REVIEW, SUBMITTED
from intake.diagrams import states_page
from messages.words import Words

PAGE = Path(__file__).parents[2] / "docs" / "states.md"


def test_every_state_is_a_question_an_ending_or_one_of_three_others(flow: Flow) -> None:
    """Nothing else can be stored as where somebody stands."""
    assert {NEW, REVIEW, SUBMITTED, *flow.items, *flow.intake.endings} == set(flow.intake.states)


def test_every_question_has_words_in_both_languages(flow: Flow) -> None:
    """Text, short name, reasons, hints, labels and endings."""
    texts = [ending.text for ending in flow.questionnaire.endings]
    for item in flow.questionnaire.items:
        texts += [item.text, item.short, *filter(None, (item.why, item.hint, item.correction))]
        texts += [option.label for option in item.options]
    for text in texts:
        assert isinstance(text, dict), text
        assert {"en", "es"} <= set(text), text
        assert all(words.strip() for words in text.values())


def test_every_question_has_a_template(flow: Flow, words: Words) -> None:
    """And so have the review, the receipt, the ending and the cards."""
    cards = ("resume", "returning", "edit", "restart", "delete", "stop", "topics")
    needed = {item.template for item in flow.questionnaire.items} | {f"card_{card}" for card in cards}
    needed |= {"review", "receipt", "ending", "status", "frozen"}
    assert [] == [name for name in sorted(needed) if not words.knows(name)]


def test_every_state_stands_on_the_drawing(flow: Flow) -> None:
    """As a source or a destination of an arrow."""
    drawn = {word.rstrip(":") for word in intake_diagram(flow.intake).split()}
    assert [] == [state for state in flow.intake.states if state not in drawn]
    leads = {word.rstrip(":") for word in lead_diagram().split()}
    assert [] == [status for status in STATUSES if status not in leads]


def test_the_drawing_in_the_docs_is_fresh() -> None:
    """`intake diagram > docs/states.md` after every change of the machines."""
    assert states_page() == PAGE.read_text(encoding="utf-8")


def test_every_state_has_a_way_on_and_a_way_out(flow: Flow) -> None:
    """A trigger leads on, and another one back to the beginning."""
    for state in flow.intake.states:
        triggers = {edge["trigger"] for edge in flow.intake.transitions if edge["source"] == state}
        assert triggers & {"begin", "next", "submit", "reopen"}, state
        assert triggers & {"restart", "begin"}, state


def test_every_question_is_asked_by_somebodys_story(flow: Flow, words: Words, chat: Chat) -> None:
    """No question is there that no answers lead to."""
    asked = set()
    for answers in (
        {"location": "online", "services": "ketamine_infusion"},
        {"services": "ketamine_infusion", "prior_treatments": "ketamine_infusion"},
    ):
        one = Chat(flow, words, chat.now)
        one.walk(**answers)
        asked |= set(one.conversation.answers)
    assert set(flow.items) == asked


@pytest.mark.parametrize("state", ["bogus", "", "REVIEW", "old_question"])
def test_the_machine_knows_which_states_are_its_own(flow: Flow, state: str) -> None:
    """What is stored is checked against it."""
    assert not flow.intake.knows(state)
    assert flow.intake.move("next", state, {}) is None


def test_a_trigger_that_leads_nowhere_is_no_error(flow: Flow) -> None:
    """None, and nothing raised."""
    assert flow.intake.move("submit", "who", {}) is None
    assert flow.intake.move("fly", "who", {}) is None
    assert flow.intake.move("back", "consent", {}) is None
