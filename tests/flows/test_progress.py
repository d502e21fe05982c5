""" "3 of 9": counts the questions that are asked, and goes forwards."""

import re

import pytest
from chat import ALICE, Chat

STORIES = {
    "clinic": {},
    "online": {"location": "online"},
    "ketamine online": {"location": "online", "services": "ketamine_infusion"},
    "boosters": {"prior_treatments": "ketamine_infusion", "services": "ketamine_infusion"},
    "no contact": {"contact_consent": "declined"},
    "write here": {"phone": "Write to me here"},
}


def progress(chat: Chat) -> tuple[int, int] | None:
    found = re.search(r"<i>(\d+) of (\d+)</i>", chat.text)
    return (int(found[1]), int(found[2])) if found else None


@pytest.mark.parametrize("story", STORIES)
def test_progress_goes_forwards_one_by_one_and_ends_at_its_total(chat: Chat, story: str) -> None:
    """Each counted question is one further, never beyond the total; the last one is the total."""
    chat.say("/start")
    seen = []
    while chat.state != "review":
        if progress(chat):
            seen.append(progress(chat))
        told = STORIES[story].get(chat.state)
        chat.answer(*((told,) if told else ALICE[chat.state]))
    numbers = [number for number, _ in seen]
    assert list(range(1, len(numbers) + 1)) == numbers
    assert all(number <= total for number, total in seen)
    assert seen[-1][0] == seen[-1][1]


def test_consents_and_texts_to_read_are_not_counted(chat: Chat) -> None:
    """The number is about questions."""
    uncounted = []
    chat.say("/start")
    while chat.state != "review":
        if progress(chat) is None:
            uncounted.append(chat.state)
        chat.answer(*{**ALICE, "services": ("ketamine_infusion",)}[chat.state])
    assert ["consent", "contact_consent", "expectations", "teach_back"] == uncounted


def test_the_welcome_promises_as_many_questions_as_the_shortest_way_asks(chat: Chat) -> None:
    """That of somebody who agrees to be contacted, in this chat, and needs nothing further."""
    chat.say("/start")
    promised = int(re.search(r"about (\d+) short questions", chat.text)[1])  # type: ignore[index]  # fails where absent
    counted = 0
    while chat.state != "review":
        counted += progress(chat) is not None
        chat.answer(*{**ALICE, "phone": ("Write to me here",)}[chat.state])
    assert promised == counted


def test_the_same_question_shown_again_has_the_same_number(chat: Chat) -> None:
    """A side question is no progress."""
    chat.walk("services")
    before = progress(chat)
    chat.say("what is a booster?")
    assert before == progress(chat)


def test_a_change_may_take_the_number_back(chat: Chat) -> None:
    """Back is back."""
    chat.walk("services")
    chat.tap("Back")
    assert (2, 9) == progress(chat)
