"""The expectations step: the article's facts, conditional words, the right page first, and only for those concerned."""

import pytest
from chat import Chat

PAGES = {
    "The first series": ("six infusions", "two to three weeks", "every other day", "esults vary"),
    "When would I feel it?": ("within an hour of the first infusion", "had three", "all six", "esults vary"),
    "Boosters": (
        "about three months",
        "two infusions",
        "one or two days apart",
        "every month",
        "every six months",
        "esults vary",
    ),
    "How it works": ("FDA-approved anesthetic", "half a century", "glutamate", "still being studied", "esults vary"),
}


def test_people_who_want_ketamine_read_about_the_first_series_first(chat: Chat) -> None:
    """Then the other pages, each at a tap, on the same message."""
    chat.walk("expectations", services="ketamine_infusion")
    before = len(chat.messages)
    told = {"The first series": chat.text}
    for label in list(PAGES)[1:]:
        chat.tap(label)
        told[label] = chat.text
    assert before == len(chat.messages)
    for label, facts in PAGES.items():
        for fact in facts:
            assert fact in told[label], f"{label}: {fact}"


def test_people_who_had_ketamine_read_about_boosters_first(chat: Chat) -> None:
    """Whatever they ask for now."""
    chat.walk("expectations", services="other_therapy", prior_treatments="ketamine_infusion")
    assert "<b>Boosters</b>" in chat.text
    assert "The first series" in chat.labels


@pytest.mark.parametrize("service", ["tms", "dbt"])
def test_tms_and_dbt_get_what_the_article_says_and_no_more(chat: Chat, service: str) -> None:
    """A name, where it comes from, and that the team explains it."""
    chat.walk("expectations", services=service)
    assert f"<b>{service.upper()}</b>" in chat.text
    assert "Our team will" in chat.text
    assert ["Continue", "Back", "Ask a question"] == chat.labels


def test_whoever_asks_for_neither_is_not_lectured(chat: Chat) -> None:
    """Other therapy has no such step."""
    chat.walk("prior_treatments", services="other_therapy")
    chat.tap("Talk therapy", "Done")
    assert "name" == chat.state


def test_no_page_promises_or_judges(chat: Chat) -> None:
    """No cure, no certainty, no exclamation mark."""
    chat.walk("expectations", services=("ketamine_infusion", "tms", "dbt"))
    told = chat.text
    for label in (*list(PAGES)[1:], "TMS", "DBT"):
        chat.tap(label)
        told += chat.text
    for word in ("!", "cure", "guarantee", "you will feel", "game-changing", "miracle"):
        assert word not in told.replace("Our team will", "")


def test_typed_words_at_the_step_neither_answer_nor_skip_it(chat: Chat) -> None:
    """Continue is said how."""
    chat.walk("expectations", services="ketamine_infusion")
    chat.tap("Boosters")
    chat.say("okay I see")
    assert "expectations" == chat.state
    assert "Tap Continue when you are ready." in chat.text
    assert "<b>Boosters</b>" in chat.text


@pytest.mark.parametrize("typed", ["continue", "ok continue", "skip", "next"])
def test_continue_can_be_typed(chat: Chat, typed: str) -> None:
    """And so can skipping it."""
    chat.walk("expectations", services="tms")
    chat.say(typed)
    assert ("seen", "name") == (chat.value("expectations"), chat.state)


def test_a_question_at_the_step_is_answered_and_the_step_stays(chat: Chat) -> None:
    """Ask a question, then the same page."""
    chat.walk("expectations", services="ketamine_infusion")
    chat.tap("Ask a question")
    chat.say("Is it a cure?")
    assert "expectations" == chat.state
    assert 1 == len(chat.live)


def test_the_check_of_the_explanation_corrects_gently_and_holds_nobody_up(chat: Chat) -> None:
    """A wrong number gets the right one once; the intake goes on."""
    chat.walk("teach_back", services="ketamine_infusion")
    chat.tap("Three")
    assert "A first series usually has six infusions over two to three weeks." in chat.said
    assert "name" == chat.state


@pytest.mark.parametrize("typed", ["6", "six", "seis"])
def test_the_check_takes_the_number_and_not_the_place(chat: Chat, typed: str) -> None:
    """ "6" is six infusions, not the sixth button."""
    chat.walk("teach_back", services="ketamine_infusion")
    chat.say(typed)
    assert "six" == chat.value("teach_back")
    assert "usually has six" not in chat.said
