"""The record in a private chat: what it says, how long it stands, and what is done from it by replies."""

from typing import Any

import pytest
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, SHORT, finish

from desk.ticking import tick
from sandbox.client import Person
from storage.staff import COORDINATOR, READ_ONLY, save_member

LONG = "word " * 800
"""Long enough that a few of them make a record that does not fit into one message."""


def lead(front: FrontDesk) -> dict[str, Any]:
    return front.rows("select * from lead")[-1]


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def kinds(front: FrontDesk) -> list[str]:
    return [row["kind"] for row in front.rows("select kind from lead_event order by id")]


def hire(front: FrontDesk, number: int, role: str, *locations: str) -> None:
    with front.store.transaction() as books:
        save_member(books, number, "Nina", role, locations, 0)


def records(person: Person) -> list[dict[str, Any]]:
    """The messages that hold a record or a part of one."""
    return [m for m in person.messages() if m["from_bot"] and m["protected"]]


def pass_time(front: FrontDesk, **time: float) -> None:
    """Time goes by at the desk and at Telegram, and the clock ticks."""
    before = front.clock.now
    front.clock.forward(**time)
    front.people.forward((front.clock.now - before).total_seconds())
    tick(front.desk)
    front.work()


@pytest.fixture
def reference(front: FrontDesk, alice: Person) -> str:
    """Alice has handed a request over."""
    return finish(alice, BY_TAPS)


@pytest.fixture
def opened(front: FrontDesk, reference: str, group: Person) -> str:
    """Dana holds Alice's request and has its record before her."""
    group.tap("Claim")
    group.tap("Open")
    return reference


# What it says


def test_it_says_how_and_when_to_reach_them(front: FrontDesk, opened: str, dana: Person) -> None:
    """The number alone on its line, so that phones make it one to tap; the hour where they live."""
    text = dana.last()["text"]
    assert "+12025550101" in text.split("\n")
    for words in ("mornings", "Voicemail", "Their time now: 9:00 AM (Santa Monica)", "Language: English"):
        assert words.casefold() in text.casefold()


def test_the_hour_of_who_is_treated_online_is_that_of_their_state(front: FrontDesk) -> None:
    """Arizona keeps its own time; of a state with two zones it is that of most."""
    from desk.record_view import their_time
    from flows.answers import Answer
    from storage.leads import LeadRow

    unset = dict.fromkeys(LeadRow.__dataclass_fields__)
    row = LeadRow(**{**unset, "location": "online"})
    for state, expected in (("AZ", "10:00 AM (AZ)"), ("TX", "11:00 AM (TX, most of it)"), ("NY", "12:00 PM (NY)")):
        answers = {"residence": Answer((state,), "typed", front.clock.now, "1")}
        assert expected == their_time(front.desk, row, answers)
    assert "" == their_time(front.desk, row, {})


def test_it_says_which_alerts_there_were_and_never_the_words(
    front: FrontDesk, opened: str, alice: Person, dana: Person, omar: Person, group: Person
) -> None:
    alice.say("I want to kill myself")
    omar.in_group().tap("I take this on")
    group.tap("Open")
    text = dana.last()["text"]
    assert "Words of crisis, Nov 24, 9:00 AM (Santa Monica): Omar Ortiz took it on" in text
    assert "kill" not in text


def test_it_names_requests_that_may_be_of_the_same_person(front: FrontDesk, reference: str, group: Person) -> None:
    """By the same phone number, from another chat."""
    again = finish(front.patient(102), BY_TAPS)
    group.tap("Open")
    assert f"May be the same person: {reference}" in front.staff().last()["text"]
    assert again in front.staff().last()["text"]


def test_who_only_looks_sees_no_duplicates_of_places_they_do_not_cover(
    front: FrontDesk, reference: str, group: Person
) -> None:
    hire(front, NINA, READ_ONLY, "las_vegas")
    nina = front.staff(NINA)
    nina.start()
    with_vegas = finish(front.patient(102), (*BY_TAPS[:3], *SHORT[3:4], *BY_TAPS[4:]))
    nina.in_group().tap("Open")
    assert with_vegas in nina.last()["text"]
    assert reference not in nina.visible()


def test_a_link_into_the_console_stands_under_it_where_there_is_one(
    front: FrontDesk, reference: str, dana: Person, group: Person
) -> None:
    """Its address holds an opaque id and nothing else; without a console there is none."""
    group.tap("Open")
    assert "Open in the console" not in labels(dana.last())
    object.__setattr__(front.desk, "console_url", "https://desk.example.com")
    group.tap("Open")
    url = dana.last()["buttons"][-1][0]["url"]
    assert f"https://desk.example.com/leads/{lead(front)['uid']}" == url


# How long it stands


def test_after_an_hour_it_is_gone_and_lead_shows_it_again(front: FrontDesk, opened: str, dana: Person) -> None:
    pass_time(front, minutes=59)
    assert 1 == len(records(dana))
    pass_time(front, minutes=2)
    assert [] == records(dana)
    dana.say(f"/lead {opened.lower()}")
    assert opened in records(dana)[0]["text"]


def test_what_is_done_from_it_lets_it_stand_longer(front: FrontDesk, opened: str, dana: Person) -> None:
    pass_time(front, minutes=50)
    dana.tap("Contacted")
    pass_time(front, minutes=50)
    assert "Contacted" in records(dana)[0]["text"]
    pass_time(front, minutes=11)
    assert [] == records(dana)


def test_opened_again_it_stands_there_once(front: FrontDesk, opened: str, dana: Person, group: Person) -> None:
    """Never two records of one request with buttons."""
    group.tap("Open")
    group.tap("Open")
    assert 1 == len(records(dana))


def test_a_record_too_long_for_one_message_is_redrawn_and_removed_whole(
    front: FrontDesk, opened: str, alice: Person, dana: Person, group: Person
) -> None:
    """Every part of it."""
    for _ in range(12):
        alice.say(LONG[:3900])
    group.tap("Open")
    parts = [m for m in records(dana) if "the patient wrote" not in m["text"]]
    assert 2 <= len(parts)
    assert [[]] * (len(parts) - 1) == [m["buttons"] for m in parts[:-1]]
    dana.tap("Contacted")
    drawn = [m for m in records(dana) if "the patient wrote" not in m["text"]]
    assert "Contacted" in drawn[0]["text"].split("\n")[0]
    pass_time(front, minutes=61)
    assert [] == [m for m in records(dana) if "the patient wrote" not in m["text"]]
    assert [] == front.rows("select id from outbox where status = 'parked'")


def test_a_record_that_is_too_old_to_be_deleted_harms_nothing(front: FrontDesk, opened: str, dana: Person) -> None:
    """The bot was down for three days: Telegram does not let it delete, and all else goes on."""
    pass_time(front, hours=72)
    assert [] == front.rows("select id from outbox where status in ('parked', 'pending')")
    dana.say(f"/lead {opened}")
    assert opened in dana.last()["text"]


def test_erasing_reaches_every_part_of_a_record(
    front: FrontDesk, opened: str, alice: Person, dana: Person, group: Person
) -> None:
    for _ in range(12):
        alice.say(LONG[:3900])
    group.tap("Open")
    alice.say("/delete")
    alice.tap("Erase everything")
    assert [] == records(dana)


# Notes


def test_a_reply_to_the_record_is_a_note(front: FrontDesk, opened: str, dana: Person, group: Person) -> None:
    """On the timeline, sealed, seen in the record, and never in the group."""
    dana.say("prefers a call from Wanda Flower", reply_to=dana.last()["message_id"])
    assert "note" == kinds(front)[-1]
    assert f"{opened}: Noted." == dana.last()["text"]
    assert "noted by Dana Diaz: prefers a call from Wanda Flower" in records(dana)[0]["text"]
    assert "Wanda" not in group.visible()


def test_a_reply_to_an_earlier_part_of_a_long_record_is_a_note_too(
    front: FrontDesk, opened: str, alice: Person, dana: Person, group: Person
) -> None:
    for _ in range(12):
        alice.say(LONG[:3900])
    group.tap("Open")
    first = next(m for m in records(dana) if m["text"].startswith(f"{opened} ·"))
    dana.say("seen", reply_to=first["message_id"])
    assert "note" == kinds(front)[-1]


def test_the_button_asks_for_a_note_and_its_question_goes_when_it_is_answered(
    front: FrontDesk, opened: str, dana: Person
) -> None:
    dana.tap("Note")
    asked = dana.last()
    dana.say("called, no answer", reply_to=asked["message_id"])
    assert "note" == kinds(front)[-1]
    assert asked["message_id"] not in [m["message_id"] for m in dana.messages()]


def test_who_may_not_note_is_told_so_kindly(front: FrontDesk, reference: str, group: Person) -> None:
    """Nothing is kept, and the words do not begin an intake."""
    hire(front, NINA, READ_ONLY)
    nina = front.staff(NINA)
    nina.start()
    nina.in_group().tap("Open")
    nina.say("a note", reply_to=nina.last()["message_id"])
    assert f"{reference}: Your role may look, but not change." == nina.last()["text"]
    assert "note" not in kinds(front)
    assert [] == front.rows(f"select chat_id from conversation where chat_id = {NINA}")


def test_a_member_moved_to_another_clinic_notes_nothing_any_more(front: FrontDesk, opened: str, dana: Person) -> None:
    record = dana.last()["message_id"]
    hire(front, DANA, COORDINATOR, "sedona")
    dana.say("a note", reply_to=record)
    assert f"{opened}: This request belongs to another location." == dana.last()["text"]
    assert "note" not in kinds(front)


def test_words_under_a_card_in_the_group_are_not_kept(
    front: FrontDesk, reference: str, dana: Person, group: Person
) -> None:
    """Who wrote them hears in private where notes belong."""
    shown = len(group.messages())
    group.say("she sounded sad", reply_to=group.last()["message_id"])
    assert shown + 1 == len(group.messages())
    assert "words in the group are not kept" in dana.last()["text"]
    assert "note" not in kinds(front)


def test_a_coordinator_who_quotes_words_of_crisis_is_not_kept_from_noting_them(
    front: FrontDesk, opened: str, dana: Person, group: Person
) -> None:
    """The note is kept and no alert is raised; the numbers come as well, for staff are people too."""
    shown = len(group.messages())
    dana.say("she said: I want to kill myself", reply_to=dana.last()["message_id"])
    assert "note" == kinds(front)[-1]
    assert 0 == front.count("alert")
    assert shown == len(group.messages())
    assert [True] == ["988" in m["text"] for m in dana.messages() if m["from_bot"] and "988" in m["text"]]


def test_plain_words_of_a_member_begin_no_intake(front: FrontDesk, opened: str, dana: Person) -> None:
    """They get a hint; a picture too."""
    dana.say("hello?")
    assert "Reply to a record to add a note" in dana.last()["text"]
    dana.send("photo")
    assert "Reply to a record to add a note" in dana.last()["text"]
    assert [] == front.rows(f"select chat_id from conversation where chat_id = {DANA}")


def test_plain_words_of_crisis_of_a_member_are_met_like_anybodys(front: FrontDesk, dana: Person, group: Person) -> None:
    """A member who is not at work with them may mean themselves."""
    dana.say("I want to kill myself")
    assert "988" in dana.last()["text"]
    assert "Urgent" in group.last()["text"]


# The card


@pytest.mark.parametrize(
    ("choices", "status"), [(("Not now…", "In a week"), "not_now"), (("Close…", "No answer"), "closed")]
)
def test_a_time_or_reason_is_chosen_on_the_card_itself(
    front: FrontDesk, reference: str, dana: Person, group: Person, choices: tuple[str, str], status: str
) -> None:
    """In the same message; nothing goes to the private chat."""
    shown, messages = len(dana.messages()), len(group.messages())
    group.tap(choices[0])
    assert "Back" in labels(group.last())
    group.tap(choices[1])
    assert (status, shown, messages) == (lead(front)["status"], len(dana.messages()), len(group.messages()))


def test_back_on_the_card_brings_its_buttons_back(front: FrontDesk, reference: str, group: Person) -> None:
    before = labels(group.last())
    group.tap("Close…")
    group.tap("Back")
    assert before == labels(group.last())


def test_a_reason_in_own_words_is_asked_in_private(
    front: FrontDesk, reference: str, dana: Person, group: Person
) -> None:
    """The group sees the card as it was until the words come, and never the words."""
    group.tap("Close…")
    group.tap("Other")
    assert "Claim" in labels(group.last())
    dana.say("moved to Wanderflower", reply_to=dana.last()["message_id"])
    assert ("closed", "other") == (lead(front)["status"], lead(front)["reason"])
    assert "Wanderflower" not in group.visible()


def test_choices_are_shown_only_to_who_may_choose(front: FrontDesk, opened: str, omar: Person, group: Person) -> None:
    """Dana holds it: Omar hears so at once, and the card stays as it is."""
    before = labels(group.last())
    omar.in_group().tap("Close…")
    assert "Dana Diaz holds this request. Take it over first." == omar.toasts()[-1]["text"]
    assert before == labels(group.last())
    assert OMAR != lead(front)["holder_id"]
