"""What is not understood is asked again, kindly, and the third time a person is offered."""

import pytest
from chat import Chat

from flows.facts import WantsPerson

NONSENSE = "Zxqwv Plorf"


def test_the_first_time_asks_in_other_words_and_the_third_time_offers_a_person(chat: Chat) -> None:
    """Never the same sentence over and over."""
    chat.walk("who")
    told = []
    for _ in range(3):
        chat.say(NONSENSE)
        told.append(chat.text.splitlines()[0])
    assert 3 == len(set(told))
    assert "A person can help" in told[2]
    assert "A person, please" in chat.labels
    chat.tap("A person, please")
    assert [WantsPerson()] == chat.found(WantsPerson)
    assert "who" == chat.state


def test_the_count_starts_anew_at_the_next_question(chat: Chat) -> None:
    """Two slips here are no slip there."""
    chat.walk("who")
    chat.say(NONSENSE)
    chat.say(NONSENSE)
    chat.tap("For me (18 or older)")
    chat.say(NONSENSE)
    assert "A person, please" not in chat.labels


@pytest.mark.parametrize(
    "state",
    [
        "contact_consent",
        "who",
        "location",
        "residence",
        "services",
        "prior_treatments",
        "teach_back",
        "phone",
        "reach_when",
    ],
)
def test_nonsense_leads_to_a_person_at_every_question(chat: Chat, state: str) -> None:
    """At the phone question the word is on no inline button, but it is understood when typed."""
    chat.walk(state, location="online", services="ketamine_infusion")
    for _ in range(3):
        chat.say("@@@ ###")
    assert state == chat.state
    assert "A person, please" in chat.labels or state == "phone"
    chat.say("a person, please")
    assert [WantsPerson()] == chat.found(WantsPerson)


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 4096,
        "😀" * 200,
        "\u202eمرحبا\u202c",
        "<b>bold</b><script>alert(1)</script>",
        "{{ 7*7 }}",
        "' OR 1=1 --",
        "\u200b",
        "&amp;",
        "\x00\x01",
        "1" * 400,
        "\n" * 50,
    ],
    ids=["long", "emoji", "rtl", "html", "template", "sql", "invisible", "entity", "control", "digits", "lines"],
)
@pytest.mark.parametrize(
    "state",
    [
        "consent",
        "location",
        "services",
        "prior_treatments",
        "expectations",
        "name",
        "phone",
        "email",
        "reach_when",
        "review",
        "submitted",
    ],
)
def test_hostile_words_are_answered_kindly_everywhere(chat: Chat, typed: str, state: str) -> None:
    """Every state says something, keeps its way on, and never repeats markup unescaped."""
    chat.walk(state, services="tms")
    chat.say(typed)
    assert "" != chat.said
    assert all("<script>" not in message.text for message in chat.messages)
    assert ([] if state == "submitted" else 1) == ([] if not chat.live and state == "submitted" else len(chat.live))


def test_an_empty_text_is_no_answer(chat: Chat) -> None:
    """Blanks are not a name."""
    chat.walk("name")
    chat.say("   ")
    assert ("name", None) == (chat.state, chat.value("name"))


def test_a_name_longer_than_what_is_kept_is_refused(chat: Chat) -> None:
    """80 characters is what the questionnaire allows."""
    chat.walk("name")
    chat.say("Alice " * 40)
    assert chat.value("name") is None or len(chat.value("name")) <= 80
