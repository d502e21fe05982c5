"""Words of crisis: answered at once with help, in every state, and nothing else changes; staff hear of it, not the words."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from front_desk import FrontDesk
from sqlalchemy import event
from walks import BY_TAPS, SHORT, finish, take, walk

from bot import direct
from sandbox.client import Person
from storage.store import StorageDown

SECRET = "Wanderflower"
WORDS = f"I want to kill myself, {SECRET}"


def conversation(front: FrontDesk, chat: int = 101) -> dict[str, Any] | None:
    """The row of the conversation, byte for byte."""
    found = front.rows("select * from conversation where chat_id = :chat", chat=chat)
    return found[0] if found else None


def alerts(front: FrontDesk) -> int:
    return len(front.rows("select id from alert where kind = 'crisis'"))


def sent_since(front: FrontDesk, number: int) -> list[dict[str, Any]]:
    """What the bot sent after its first `number` calls."""
    return [call for call in front.calls()[number:] if call["method"].startswith(("send", "edit"))]


def check_crisis(front: FrontDesk, phone: Person) -> None:
    """Say words of crisis, and see that all holds that must."""
    before, calls, raised = conversation(front), len(front.calls()), alerts(front)
    phone.say(WORDS)
    assert before == conversation(front)
    first = sent_since(front, calls)[0]["params"]
    assert str(phone.user_id) == first["chat_id"]
    assert "988" in first["text"]
    assert "911" in first["text"]
    assert raised + 1 == alerts(front)
    told = [call for call in sent_since(front, calls) if call["params"]["chat_id"] == str(front.group)]
    assert 1 == len([call for call in told if "words of crisis" in call["params"]["text"]])


def test_at_every_question_help_comes_first_and_the_intake_stays_where_it_is(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """From the welcome to the review: the conversation is unchanged byte for byte, and goes on with a tap."""
    alice.start()
    for step in BY_TAPS:
        check_crisis(front, alice)
        alice.tap("Continue")
        take(alice, step)
    assert 1 == front.count("lead")
    assert len(BY_TAPS) == len([m for m in group.messages() if "Urgent" in m["text"]])


def test_before_anything_was_said_and_after_everything_was(front: FrontDesk, alice: Person) -> None:
    """Somebody who never wrote before, a request handed over, and one opened again to be changed."""
    check_crisis(front, alice)
    assert conversation(front) is None
    finish(alice, SHORT)
    check_crisis(front, alice)
    alice.say("/edit")
    check_crisis(front, alice)


CARDS: dict[str, Callable[[Person], object]] = {
    "resume": lambda phone: phone.start(),
    "edit": lambda phone: phone.say("/edit"),
    "delete": lambda phone: phone.say("/delete"),
    "stop": lambda phone: phone.say("/stop"),
    "restart": lambda phone: phone.say("/restart"),
    "asking": lambda phone: phone.say("/ask"),
    "ticked": lambda phone: phone.tap("TMS"),
    "stopped": lambda phone: (phone.say("/stop"), phone.tap("Stop contact")),
    "voice": lambda phone: phone.send("voice"),
}


@pytest.mark.parametrize("card", CARDS)
def test_over_every_card_and_in_the_middle_of_a_choice(front: FrontDesk, alice: Person, card: str) -> None:
    """What lies over the question makes no difference."""
    walk(alice, BY_TAPS[:4])
    CARDS[card](alice)
    check_crisis(front, alice)


@pytest.mark.parametrize("ending", ["No, thank you", "For someone under 18"])
def test_after_an_intake_that_ended(front: FrontDesk, alice: Person, ending: str) -> None:
    """Also somebody we keep nothing of gets help."""
    walk(alice, () if ending == "No, thank you" else BY_TAPS[:2])
    alice.tap(ending)
    check_crisis(front, alice)


def test_in_a_caption_an_edited_message_and_a_reply_to_the_bot(front: FrontDesk, alice: Person) -> None:
    """Words are words, however they come."""
    walk(alice, BY_TAPS[:3])
    ways = (
        lambda: alice.act("send_media", kind="photo", caption=WORDS),
        lambda: alice.edit("is sedona near?", WORDS),
        lambda: alice.say(WORDS, reply_to=alice.last()["message_id"]),
        lambda: alice.say(f"/ask {WORDS}"),
    )
    alice.say("is sedona near?")
    for way in ways:
        before, raised = conversation(front), alerts(front)
        way()
        assert (before, raised + 1) == (conversation(front), alerts(front))
        assert "988" in alice.last()["text"]


def test_the_words_are_kept_nowhere_and_told_to_nobody(
    front: FrontDesk, alice: Person, dana: Person, group: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    """No card, alert, record, log, callback or row holds them; not even sealed ones."""
    finish(alice, SHORT)
    alice.say(WORDS)
    group.tap("Claim")
    for message in group.messages():
        for row in message["buttons"]:
            for button in row:
                if button["text"] == "Open":
                    group.tap("Open", message["message_id"])
    group.tap("I take this on")
    assert SECRET not in json.dumps(front.calls())
    assert SECRET not in "".join(capsys.readouterr())
    opened = []
    with front.store.transaction() as books:
        for row in front.rows("select uid, body_sealed from outbox"):
            opened.append(books.open(row["body_sealed"], f"outbox|body|{row['uid']}"))
        for row in front.rows("select uid, body_sealed from lead_event where body_sealed is not null"):
            opened.append(books.open(row["body_sealed"], f"lead_event|body|{row['uid']}"))
        opened.append(books.open(conversation(front)["body_sealed"], "conversation|body|101"))  # type: ignore[index]
    assert 10 < len(opened)
    assert SECRET not in json.dumps(opened)
    assert "words of crisis" in dana.last()["text"]


def test_the_lead_is_marked_urgent_and_says_so_on_its_card(front: FrontDesk, alice: Person, group: Person) -> None:
    """So that nobody claims it without seeing."""
    finish(alice, SHORT)
    alice.say(WORDS)
    card = next(message for message in group.messages() if message["from_bot"])
    assert "URGENT" in card["text"]
    assert [1] == [row["urgent"] for row in front.rows("select urgent from lead")]


def test_an_alert_is_taken_on_by_one_and_everybody_sees_it(
    front: FrontDesk, alice: Person, dana: Person, omar: Person, group: Person
) -> None:
    """The second to tap hears who was first and when; an outsider hears that the button is not theirs."""
    alice.say(WORDS)
    front.staff(9003).in_group().tap("I take this on")
    assert "for our staff" in front.staff(9003).toasts()[-1]["text"]
    alert = next(m for m in group.messages() if "Urgent" in m["text"])
    data = alert["buttons"][0][0]["callback_data"]
    group.tap("I take this on")
    omar.in_group().tap_stale(data, alert["message_id"])
    assert "Taken on by Dana" in next(m for m in group.messages() if "Urgent" in m["text"])["text"]
    toast = omar.toasts()[-1]
    assert toast["alert"]
    assert "Dana Diaz took this on at" in toast["text"]
    assert [9001] == [row["seen_by"] for row in front.rows("select seen_by from alert")]


def test_the_reply_is_in_the_language_of_the_words(front: FrontDesk, alice: Person) -> None:
    """Spanish words get Spanish help, whatever the phone is set to."""
    alice.say("quiero suicidarme")
    assert "llame" in alice.last()["text"].casefold()
    assert "988" in alice.last()["text"]


def test_the_same_update_again_raises_no_second_alert_and_sends_no_second_reply(
    front: FrontDesk, alice: Person
) -> None:
    done = alice.say(WORDS)
    replies = len(alice.messages())
    front.people.repeat(done["update_id"])
    assert (1, replies) == (alerts(front), len(alice.messages()))


def test_everybody_in_a_batch_with_words_of_crisis_gets_help_and_the_others_their_turn(
    front: FrontDesk, alice: Person, ben: Person
) -> None:
    walk(ben, BY_TAPS[:3])
    with front.sleeping():
        alice.say(WORDS)
        ben.say("sedona")
        front.patient(103).say(WORDS)
    assert "988" in alice.last()["text"]
    assert "988" in front.patient(103).last()["text"]
    assert "Which services" in ben.last()["text"]
    assert 2 == alerts(front)


# Without the database


def lock(front: FrontDesk) -> Callable[[], None]:
    """Somebody else holds the database for longer than anybody waits."""
    front.store.engine.dispose()
    event.listen(front.store.engine, "connect", lambda connection, _: connection.execute("pragma busy_timeout = 20"))
    other = sqlite3.connect(front.file, isolation_level=None)
    other.execute("begin immediate")

    def unlock() -> None:
        other.execute("rollback")
        other.close()

    return unlock


def make_read_only(front: FrontDesk) -> Callable[[], None]:
    """The database lies on something that can only be read now."""
    front.store.engine.dispose()

    def only_reading(connection: Any, _: Any) -> None:
        connection.execute("pragma query_only = on")

    event.listen(front.store.engine, "connect", only_reading)

    def back() -> None:
        event.remove(front.store.engine, "connect", only_reading)
        front.store.engine.dispose()

    return back


def take_away(front: FrontDesk) -> Callable[[], None]:
    """The folder of the database is gone, as when a disk is pulled."""
    front.store.engine.dispose()
    folder, aside = front.file.parent, front.file.parent.with_name("aside")
    folder.rename(aside)

    def back() -> None:
        front.store.engine.dispose()
        aside.rename(folder)

    return back


TROUBLES = {"locked": lock, "read only": make_read_only, "gone": take_away}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_without_the_database_help_goes_out_all_the_same(front: FrontDesk, alice: Person, trouble: str) -> None:
    """At once, while the batch is not kept and comes again; then staff hear of it, and help is not said twice."""
    walk(alice, BY_TAPS[:3])
    before, shown = conversation(front), len(alice.messages())
    repair = TROUBLES[trouble](front)
    with pytest.raises(StorageDown):
        alice.say(WORDS)
    front.settle()
    assert "988" in alice.last()["text"]
    for _ in range(3):
        with pytest.raises(StorageDown):
            front.work()
    front.settle()
    repair()
    front.work()
    assert before == conversation(front)
    assert 1 == alerts(front)
    front.clock.forward(minutes=10)
    front.work()
    new = [m for m in alice.messages()[shown:] if m["from_bot"]]
    assert 1 == len(new)


def test_a_reply_the_direct_lane_could_not_send_goes_out_by_the_outbox(
    front: FrontDesk, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram was away for a while: help comes as soon as it is back, once."""
    monkeypatch.setattr(direct, "TRIES", 2)
    walk(alice, BY_TAPS[:3])
    shown = len(alice.messages())
    front.people.fault(
        "error", times=2, method="sendMessage", chat_id=101, code=400, description="Bad Request: made up"
    )
    alice.say(WORDS)
    assert not [m for m in alice.messages()[shown:] if m["from_bot"]]
    front.clock.forward(minutes=2)
    front.work()
    new = [m for m in alice.messages()[shown:] if m["from_bot"]]
    assert 1 == len(new)
    assert "988" in new[0]["text"]
