"""The staff group becomes a supergroup with a new id: cards, edits and buttons go on, by either of Telegram's ways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from front_desk import FrontDesk
from walks import SHORT, finish

from sandbox.client import Person
from sandbox.records import GROUP
from sandbox.world import World


@pytest.fixture
def front(tmp_path: Path) -> Iterator[FrontDesk]:
    """A front desk whose staff group is still a basic one."""
    desk = FrontDesk(tmp_path, world=World(group_type=GROUP))
    desk.staff(9001).start()
    yield desk
    desk.close()


def cards(front: FrontDesk) -> list[str]:
    return [m["text"] for m in front.staff().in_group().messages() if m["from_bot"]]


def upgrade(front: FrontDesk) -> int:
    return int(front.staff().act("upgrade_group")["chat_id"])


def test_after_the_service_message_new_cards_go_to_the_new_group(front: FrontDesk, alice: Person) -> None:
    """Told by the update."""
    new = upgrade(front)
    reference = finish(alice, SHORT)
    assert [new] == [
        int(call["params"]["chat_id"])
        for call in front.calls("sendMessage")
        if reference in call["params"]["text"] and int(call["params"]["chat_id"]) < 0
    ]
    assert reference in cards(front)[-1]


def test_without_the_service_message_the_refusal_tells_the_new_id(front: FrontDesk, alice: Person) -> None:
    """The update was lost: the 400 with migrate_to_chat_id is enough, and the card is not."""
    front.asleep = True
    new = upgrade(front)
    front.world.updates.clear()
    front.asleep = False
    reference = finish(alice, SHORT)
    assert reference in cards(front)[-1]
    again = finish(front.patient(102), SHORT)
    assert again in cards(front)[-1]
    sent = [int(call["params"]["chat_id"]) for call in front.calls("sendMessage") if again in call["params"]["text"]]
    assert new in sent
    assert front.group not in sent


def test_what_waits_for_the_old_group_arrives_in_the_new_one_in_order(front: FrontDesk, alice: Person) -> None:
    """Cards put out while the group was moving."""
    front.people.fault("429", times=1, chat_id=front.group, retry_after=30)
    first = finish(alice, SHORT)
    second = finish(front.patient(102), SHORT)
    assert [] == cards(front)
    upgrade(front)
    front.clock.forward(minutes=1)
    front.work()
    assert [first, second] == [text.split("\n")[0] for text in cards(front)]


def test_a_card_from_before_the_move_can_still_be_worked(front: FrontDesk, alice: Person, dana: Person) -> None:
    """Its button is tapped in what is the new group now; everybody sees what became of it."""
    reference = finish(alice, SHORT)
    old = dana.in_group().last()
    new = upgrade(front)
    tap = {
        "id": "77",
        "from": {"id": 9001, "is_bot": False, "first_name": "Dana", "last_name": "Diaz"},
        "chat_instance": "1",
        "message": {"message_id": old["message_id"], "date": 0, "chat": {"id": new, "type": "supergroup"}},
        "data": old["buttons"][0][0]["callback_data"],
    }
    front.people.inject({"callback_query": tap})
    shown = [text for text in cards(front) if reference in text]
    assert "Claimed · Dana Diaz" in shown[-1]
    assert [9001] == [row["holder_id"] for row in front.rows("select holder_id from lead")]
    assert [] == front.rows("select id from outbox where status = 'parked'")


def test_both_ways_of_being_told_make_one_card(front: FrontDesk, alice: Person) -> None:
    """The refusal first, the service message after it: nothing doubles, nothing goes back."""
    front.asleep = True
    upgrade(front)
    held = [front.world.updates._waiting[number].body for number in list(front.world.updates._waiting)]
    front.world.updates.clear()
    front.asleep = False
    reference = finish(alice, SHORT)
    for update in held:
        front.people.inject(update)
    again = finish(front.patient(102), SHORT)
    assert [reference, again] == [text.split("\n")[0] for text in cards(front)]


def test_an_alert_from_before_the_move_is_seen_to_be_taken_on_in_the_new_group(
    front: FrontDesk, alice: Person, dana: Person
) -> None:
    """By the service message, or by the refusal alone; the menu of the group and new alerts follow as well."""
    alice.say("I want to kill myself")
    old = dana.in_group().last()
    upgrade(front)
    dana.act("tap_stale", data=old["buttons"][0][0]["callback_data"], message_id=old["message_id"], chat_id=front.group)
    assert "Taken on by Dana Diaz" in cards(front)[-1]
    front.patient(102).say("I want to kill myself")
    assert "Taken on" not in cards(front)[-1]
    assert "Urgent" in cards(front)[-1]


def test_choices_open_on_a_card_survive_the_move(front: FrontDesk, alice: Person, dana: Person) -> None:
    """The card is drawn anew in the new group, and the reason chosen on the old one counts."""
    reference = finish(alice, SHORT)
    dana.in_group().tap("Close…")
    old = dana.in_group().last()
    upgrade(front)
    spam = next(b["callback_data"] for row in old["buttons"] for b in row if b["text"] == "Spam")
    dana.act("tap_stale", data=spam, message_id=old["message_id"], chat_id=front.group)
    assert ["closed"] == [row["status"] for row in front.rows("select status from lead")]
    assert "Closed (spam)" in next(text for text in reversed(cards(front)) if text.startswith(reference))
