"""t.me/bot?start=…: known codes are offered, never assumed; the rest is kept as text."""

import pytest
from chat import Chat


def test_a_clinic_in_the_link_is_offered_and_still_confirmed(chat: Chat) -> None:
    """It stands ticked; the tap is the person's own."""
    chat.say("/start c-sedona")
    chat.walk("location")
    assert "✓ Sedona" in chat.labels
    assert chat.value("location") is None
    chat.tap("Sedona")
    assert ("sedona", "tap") == (chat.value("location"), chat.conversation.answers["location"].method)


def test_a_service_in_the_link_is_ticked_and_done_confirms_it(chat: Chat) -> None:
    """A prefilled service needs one tap less, not none."""
    chat.say("/start s-tms")
    chat.walk("services")
    assert "✓ TMS" in chat.labels
    assert chat.value("services") is None
    chat.tap("Done")
    assert ("tms",) == chat.value("services")


def test_a_plain_code_is_known_without_its_letter(chat: Chat) -> None:
    """`?start=las_vegas` from an old poster."""
    chat.say("/start las_vegas")
    chat.walk("location")
    assert "✓ Las Vegas" in chat.labels


def test_clinic_service_and_source_travel_together(chat: Chat) -> None:
    """What is no code is where the person came from."""
    chat.say("/start c-sedona__s-dbt__spring-flyer")
    assert {"location": "sedona", "services": "dbt"} == chat.conversation.prefill
    assert "spring-flyer" == chat.conversation.source


def test_a_prefill_can_be_overruled(chat: Chat) -> None:
    """The person decides."""
    chat.say("/start c-sedona")
    chat.walk("location")
    chat.tap("Las Vegas")
    assert "las_vegas" == chat.value("location")
    assert {} == chat.conversation.prefill


@pytest.mark.parametrize(
    "payload",
    [
        "c-atlantis",
        "s-lobotomy",
        "<b>hi</b>",
        "'; DROP TABLE leads;--",
        "c-sedona<script>",
        "{{ 7*7 }}",
        "__",
        "-",
        "ü",
    ],
)
def test_an_unknown_or_hostile_payload_is_only_text(chat: Chat, payload: str) -> None:
    """Nothing is prefilled, everything goes on, and /mydata shows the text harmlessly."""
    chat.say(f"/start {payload}")
    assert ({}, payload) == (chat.conversation.prefill, chat.conversation.source)
    chat.walk("who")
    chat.say("/mydata")
    assert all("<script>" not in m.text and "<b>hi" not in m.text for m in chat.messages)


def test_a_very_long_payload_is_cut(chat: Chat) -> None:
    """Telegram allows 64 characters; whatever comes, no more is kept."""
    chat.say("/start " + "x" * 5000)
    assert "x" * 64 == chat.conversation.source


def test_the_source_goes_with_the_lead(chat: Chat) -> None:
    """So that the clinic knows which poster worked."""
    chat.say("/start spring-flyer")
    chat.walk("submitted")
    assert "spring-flyer" == chat.conversation.source


def test_a_link_followed_midway_changes_no_answer(chat: Chat) -> None:
    """What was answered stands."""
    chat.walk("services", location="las_vegas")
    chat.say("/start c-sedona")
    assert "las_vegas" == chat.value("location")
    assert {} == chat.conversation.prefill
