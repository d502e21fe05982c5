"""After the hand-over the chat is a line to staff: what a patient writes, changes, stops or erases reaches them."""

from typing import Any

import pytest
from front_desk import DANA, FrontDesk
from walks import BY_TAPS, NAME, SHORT, TYPED_WORDS, finish, walk

from sandbox.client import Person
from storage import outbox


def lead(front: FrontDesk) -> dict[str, Any]:
    return front.rows("select * from lead")[-1]


def card(group: Person, reference: str) -> str:
    return str(next(m for m in group.messages() if m["from_bot"] and m["text"].startswith(reference))["text"])


@pytest.fixture
def reference(front: FrontDesk, alice: Person) -> str:
    """Alice has handed a request over."""
    return finish(alice, BY_TAPS)


@pytest.fixture
def claimed(reference: str, group: Person) -> str:
    """Dana holds it."""
    group.tap("Claim")
    return reference


# Messages


def test_a_message_reaches_whoever_holds_the_request_in_private(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, omar: Person, group: Person
) -> None:
    """Word for word, protected, and to nobody else."""
    alice.say("I forgot: my dog Wanderflower comes along")
    assert f"{claimed}: the patient wrote: I forgot: my dog Wanderflower comes along" == dana.last()["text"]
    assert dana.last()["protected"]
    assert "Wanderflower" not in group.visible() + omar.visible()
    group.tap("Open")
    assert "Wanderflower" in dana.last()["text"]


def test_while_nobody_holds_it_the_group_hears_that_something_waits(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    """Not what."""
    alice.say("my dog Wanderflower comes along")
    assert f"{reference}: the patient wrote. Open the record to read it." == group.last()["text"]
    assert "Wanderflower" not in group.visible()


def test_the_patient_hears_that_it_was_passed_on(front: FrontDesk, reference: str, alice: Person) -> None:
    shown = len(alice.messages())
    alice.say("my dog comes along")
    answers = [m for m in alice.messages()[shown:] if m["from_bot"]]
    assert 1 == len(answers)
    assert "team" in answers[0]["text"]


def test_questions_asked_on_the_way_arrive_with_the_request(
    front: FrontDesk, alice: Person, dana: Person, group: Person
) -> None:
    """What staff has to answer is on the timeline, not in the group."""
    walk(alice, SHORT[:4])
    alice.say("Will you take my insurance from Wanderflower Mutual?")
    for step in SHORT[4:]:
        alice.wait_for(step.sees)
        if step.does == "tap":
            alice.tap(step.what)
        else:
            alice.say(step.what)
    group.tap("Open")
    assert "asked: Will you take my insurance from Wanderflower Mutual?" in dana.last()["text"]
    assert "Wanderflower" not in group.visible()


def test_markup_in_a_message_is_shown_as_typed(front: FrontDesk, claimed: str, alice: Person, dana: Person) -> None:
    """Nobody's brackets break a message, or make it bold."""
    words = "<b>5 < 6 & 7 > 3</b> <a href='x'>here</a> &amp; \"quotes\""
    alice.say(words)
    assert words in dana.last()["text"]
    assert [] == front.rows("select id from outbox where status = 'parked'")


ODD = {
    "long": "a" * 4096,
    "emoji": "🙂" * 2048,
    "brackets": "<" * 4096,
    "right to left": "שלום " * 800,
    "direction marks": "\u202e evil \u202c",
    "lines": "x\n" * 2000,
    "ampersands": "&amp;" * 800,
}


@pytest.mark.parametrize("kind", ODD)
def test_the_longest_and_oddest_messages_arrive_too(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person, kind: str
) -> None:
    """In one message or several, character for character, and never refused by Telegram."""
    words, shown = ODD[kind], len(dana.messages())
    alice.say(words)
    arrived = "".join(message["text"] for message in dana.messages()[shown:])
    said = arrived.partition("the patient wrote:")[2]
    assert [] == front.rows("select id, error from outbox where status = 'parked'")
    assert _bare(words)[:1500] == _bare(said)[:1500]
    assert set(_bare(words)) == set(_bare(said))
    group.tap("Open")
    assert [] == front.rows("select id, error from outbox where status = 'parked'")
    assert "Timeline" in dana.visible()


def _bare(words: str) -> str:
    return "".join(words.split())


def test_voice_and_pictures_are_noted_with_their_kind(
    front: FrontDesk, claimed: str, alice: Person, dana: Person
) -> None:
    alice.send("voice")
    assert "[voice]" in dana.last()["text"]


# Changes


def test_a_change_reaches_staff_as_a_difference_when_it_is_sent(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    """Nothing before; then what changed by name, and the record with the new answer; the first version stays."""
    quiet = dana.visible(), card(group, claimed)
    alice.say("/edit")
    alice.tap("Location")
    alice.tap("Sedona")
    assert quiet == (dana.visible(), card(group, claimed))
    alice.tap("Send the changes")
    assert f"{claimed}: the patient changed answers\nLocation: Santa Monica → Sedona" == dana.last()["text"]
    assert "Sedona" in card(group, claimed)
    assert "Answers were changed" in card(group, claimed)
    assert ("sedona", 2) == (lead(front)["location"], lead(front)["version"])
    assert 2 == front.count("lead_version")


def test_changes_that_are_dropped_never_reach_staff(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    before = lead(front)
    alice.say("/edit")
    alice.tap("Location")
    alice.tap("Sedona")
    alice.tap("Leave it as it was")
    assert before == lead(front)
    assert "Sedona" not in card(group, claimed) + dana.visible()


def test_an_edited_message_after_the_hand_over_amends_the_request(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    alice.edit(NAME, "Quincy Marklund")
    assert "the patient changed answers\nName: " in dana.last()["text"]
    group.tap("Open")
    assert "Quincy Marklund" in dana.last()["text"]
    assert 1 == front.count("lead")


def test_a_change_while_nobody_holds_it_is_told_without_what_it_is(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    alice.edit(NAME, "Quincy Marklund")
    assert reference in group.last()["text"]
    assert "Quincy" not in group.visible()


# A person, please


def test_who_asks_for_a_person_is_one_alert_until_somebody_takes_it_on(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    walk(alice, BY_TAPS[:4])
    alice.say("/person")
    alice.say("a person please")
    asked = [m for m in group.messages() if "A person is asked for" in m["text"]]
    assert 1 == len(asked)
    group.tap("I take this on")
    alice.say("/person")
    assert 2 == len([m for m in group.messages() if "A person is asked for" in m["text"]])
    assert "Which services" in alice.last()["text"]


def test_the_record_behind_an_alert_without_a_request_is_what_was_answered_so_far(
    front: FrontDesk, alice: Person, dana: Person, group: Person
) -> None:
    """In private, written down."""
    walk(alice, BY_TAPS[:7])
    alice.say("/person")
    group.tap("Open")
    assert "Santa Monica" in dana.last()["text"]
    assert "No request handed over yet" in dana.last()["text"]
    assert dana.last()["protected"]
    assert ["alert_viewed"] == [row["act"] for row in front.rows("select act from audit")]


# Stop, block, erase


def test_stop_reaches_the_card_and_the_record(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    alice.say("/stop")
    assert "Did not agree" not in card(group, claimed)
    alice.tap("Stop contact")
    assert "Did not agree to be contacted" in card(group, claimed)
    group.tap("Open")
    assert "Did not agree to be contacted." in dana.last()["text"]
    assert "asked for no more contact" in dana.last()["text"]
    assert [("contact_consent", 0)] == [
        (row["kind"], row["given"]) for row in front.rows("select kind, given from consent order by id desc limit 1")
    ]


def test_who_blocks_the_bot_is_to_be_called_instead(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    """The card says so, nothing more is sent, and all is well again once they let the bot back in."""
    alice.block()
    assert "call instead" in card(group, claimed)
    assert [] == front.rows("select id from outbox where chat_id = 101 and status = 'pending'")
    group.tap("Open")
    assert "blocked the bot" in dana.last()["text"]
    alice.unblock()
    assert "call instead" not in card(group, claimed)


def test_a_block_that_shows_only_when_we_write_says_the_same(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    """Telegram's 403 on a message, without an update before it."""
    front.world.chats[101].blocked = True
    with front.store.transaction() as books:
        outbox.put(books, 101, "send", {"text": "hello", "rows": [], "keyboard": "inline"}, front.desk.now_ms())
    front.work()
    assert "call instead" in card(group, claimed)
    assert 0 == front.rows("select reachable from lead")[0]["reachable"]


def test_a_patient_who_deleted_their_account_harms_nobody(
    front: FrontDesk, claimed: str, alice: Person, group: Person
) -> None:
    """ "user is deactivated" is a 403 as well."""
    alice.say("one more word")
    alice.act("deactivate")
    alice.say("and another")
    assert [] == front.rows("select id from outbox where status = 'pending'")
    assert "call instead" in card(group, claimed)


def test_erasing_takes_the_messages_back_wherever_they_are(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, omar: Person, group: Person
) -> None:
    """The chat, the card, what the holder was sent, and the record in every private chat it was opened in."""
    dana.in_group().tap("Open")
    omar.in_group().tap("Open")
    alice.say("my dog Wanderflower comes along")
    alice.say("/person")
    alice.say("/delete")
    alice.tap("Erase everything")
    assert "has been erased" in alice.last()["text"]
    assert 1 == len([m for m in alice.messages() if m["from_bot"]])
    for phone in (group, dana, omar):
        seen = phone.visible()
        assert [] == [words for words in (*TYPED_WORDS, "Wanderflower") if words in seen]
    assert [] == [phone for phone in (group, omar) if claimed in phone.visible()]
    told = [message["text"] for message in dana.messages() if claimed in message["text"]]
    assert [
        f"{claimed}: the person erased everything about themselves. Nothing of this request is left to work on."
    ] == told


def test_erasing_needs_a_yes(front: FrontDesk, claimed: str, alice: Person) -> None:
    """And says before what will be gone."""
    alice.say("/delete")
    alice.tap("Go on")
    assert 1 == front.count("lead")


def test_what_waits_for_a_person_who_erases_everything_is_not_sent(
    front: FrontDesk, claimed: str, alice: Person, dana: Person
) -> None:
    """Also what was on its way to staff."""
    shown = dana.visible()
    with front.sleeping():
        alice.say("my dog Wanderflower comes along")
        alice.say("/delete")
        alice.say("yes")
    assert "Wanderflower" not in dana.visible()
    assert 1 == len([message for message in dana.messages() if message["text"] not in shown])
    assert 0 == front.count("lead")


def test_after_erasing_the_person_can_begin_again_as_a_stranger(
    front: FrontDesk, claimed: str, alice: Person, group: Person
) -> None:
    alice.say("/delete")
    alice.tap("Erase everything")
    again = finish(alice, SHORT)
    assert again != claimed
    assert claimed not in "".join(front.rows("select previous from lead")[0].values())


def test_old_buttons_of_an_erased_life_do_nothing_to_the_new_one(front: FrontDesk, alice: Person) -> None:
    """The render tokens of a new life are unlike those of the old."""
    alice.start()
    old = alice.last()
    data = old["buttons"][0][0]["callback_data"]
    alice.tap("Yes, let's begin")
    alice.say("/delete")
    alice.tap("Erase everything")
    alice.start()
    alice.tap_stale(data, old["message_id"])
    assert "May I keep" in alice.last()["text"]
    assert 0 == front.count("answer_history")


# Coming back


def test_a_second_request_is_a_second_lead_that_names_the_first(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    """Consents and concerns are asked afresh; the rest is kept."""
    alice.start()
    alice.tap("A new request")
    alice.tap("Yes, let's begin")
    alice.tap("No, I will reach out myself")
    alice.tap("Skip")
    alice.tap("Send to our team")
    rows = front.rows("select reference, previous, holder_id from lead order by id")
    assert [("", DANA), (claimed, None)] == [(row["previous"], row["holder_id"]) for row in rows]
    assert 2 == len([m for m in group.messages() if m["from_bot"] and "Santa Monica" in m["text"]])


def test_where_a_request_stands_is_told_in_plain_words(
    front: FrontDesk, claimed: str, alice: Person, dana: Person, group: Person
) -> None:
    """/status follows what staff do."""
    alice.say("/status")
    first = alice.last()["text"]
    assert claimed in first
    group.tap("Open")
    dana.tap("Scheduled")
    alice.say("/status")
    assert first != alice.last()["text"]
