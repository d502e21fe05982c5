"""The questions of place: which clinic, online or phone, and an infusion that is never given at home."""

import pytest
from chat import Chat

from flows.record import summary


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Santa Monica", "santa_monica"),
        ("santa monica please", "santa_monica"),
        ("vegas", "las_vegas"),
        ("SEDONA", "sedona"),
        ("LA", "los_angeles"),
        ("by phone", "online"),
    ],
)
def test_a_clinic_is_taken_from_its_typed_name(chat: Chat, typed: str, code: str) -> None:
    """Tap first, type always."""
    chat.walk("location")
    chat.say(typed)
    assert code == chat.value("location")
    assert typed == chat.conversation.answers["location"].said


@pytest.mark.parametrize("typed", ["90401", "Henderson", "I live near Flagstaff"])
def test_a_place_that_is_no_clinic_is_confirmed_by_a_tap(chat: Chat, typed: str) -> None:
    """The nearest clinic is offered, never assumed."""
    chat.walk("location")
    chat.say(typed)
    assert chat.value("location") is None
    assert "location" == chat.state
    offered = chat.conversation.offer
    chat.press(chat.buttons[0])
    assert offered[0] == chat.value("location")
    assert ("confirmed", typed) == (
        chat.conversation.answers["location"].method,
        chat.conversation.answers["location"].said,
    )


def test_the_nearest_clinic_is_named_with_miles_and_yes_is_enough(chat: Chat) -> None:
    """Henderson lies beside Las Vegas."""
    chat.walk("location")
    chat.say("Henderson, NV")
    assert "Las Vegas" in chat.text
    assert "miles away. Is that right?" in chat.text
    chat.say("yes")
    assert "las_vegas" == chat.value("location")


def test_something_else_takes_the_offer_away(chat: Chat) -> None:
    """The ordinary buttons come back on the same message."""
    chat.walk("location")
    chat.say("Henderson, NV")
    chat.tap("Something else")
    assert () == chat.conversation.offer
    assert "Sedona" in chat.labels
    assert 1 == len(chat.live)


def test_a_clinic_means_no_question_about_online_or_state(chat: Chat) -> None:
    """They are asked only of people who are not near a clinic."""
    chat.walk("location")
    chat.tap("Las Vegas")
    assert "services" == chat.state


def test_online_asks_how_and_where_one_lives(chat: Chat) -> None:
    """Video or phone, then the state, because a clinician is licensed by state."""
    chat.walk("location")
    chat.tap("Not near one: online or phone")
    assert "remote" == chat.state
    chat.tap("Either")
    assert "residence" == chat.state
    chat.say("I live in oregon")
    assert "OR" == chat.value("residence")
    assert "services" == chat.state


def test_a_state_nobody_knows_is_asked_again(chat: Chat) -> None:
    """The hint says how to write it."""
    chat.walk("residence", location="online")
    chat.say("Zzzyx")
    assert "residence" == chat.state
    assert "California or CA" in chat.text


def test_online_with_a_ketamine_infusion_asks_which_clinic_to_visit(chat: Chat) -> None:
    """An infusion is never at home; the nearest clinic or a call first."""
    chat.walk("infusion_visit", location="online", services="ketamine_infusion")
    assert "always given at a clinic, never at home" in chat.text
    assert ["Los Angeles", "Santa Monica", "Las Vegas", "Sedona", "Talk it over by phone first"] == chat.labels[:5]


def test_the_clinic_of_the_infusion_reads_an_online_request(chat: Chat) -> None:
    """Otherwise nobody in particular would."""
    chat.walk("review", location="online", services=("ketamine_infusion",), infusion_visit="sedona")
    filed = summary(chat.flow, chat.conversation.answers)
    assert ("sedona", True) == (filed.location, filed.online)


def test_other_services_online_need_no_visit(chat: Chat) -> None:
    """DBT by video asks for no clinic."""
    chat.walk("services", location="online")
    chat.tap("DBT", "Done")
    assert "concerns" == chat.state


def test_an_infusion_at_a_clinic_asks_for_no_second_clinic(chat: Chat) -> None:
    """The clinic is known already."""
    chat.walk("services", location="sedona")
    chat.tap("Ketamine infusion", "Done")
    assert "concerns" == chat.state


def test_what_the_clinic_has_not_confirmed_is_said_in_the_review(chat: Chat) -> None:
    """Unknown is said as unknown, never as yes."""
    chat.walk("review", location="sedona", services="tms")
    assert "Our team will confirm that TMS is offered in Sedona." in chat.text
