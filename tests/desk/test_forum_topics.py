"""A staff group that is a forum: each clinic's cards and alerts in its own topic, made and made again as needed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from front_desk import FrontDesk
from walks import BY_TAPS, NAME, SHORT, Step, finish, walk

from bot.examination import look_at_group
from sandbox.client import Person
from sandbox.records import GROUP
from sandbox.world import World

LOCATION = 3
"""Where the walks name a location."""


@pytest.fixture
def front(tmp_path: Path) -> Iterator[FrontDesk]:
    """A front desk whose staff group is a forum."""
    desk = FrontDesk(tmp_path, world=World(forum=True))
    desk.staff(9001).start()
    yield desk
    desk.close()


def topics(front: FrontDesk) -> list[str]:
    """The topics that were made, oldest first."""
    return [call["params"]["name"] for call in front.calls("createForumTopic") if call["status"] == 200]


def cards(group: Person, reference: str) -> list[dict[str, Any]]:
    """Every card of a lead; lines about it begin with the reference and a colon."""
    return [m for m in group.messages() if m["from_bot"] and m["text"].startswith(f"{reference}\n")]


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def thread(front: FrontDesk, name: str) -> int:
    found = [topic["thread_id"] for topic in front.staff().in_group().view()["topics"] if topic["name"] == name]
    return int(found[-1])


def move_to_sedona(alice: Person) -> None:
    alice.say("/edit")
    alice.tap("Location")
    alice.tap("Sedona")
    alice.tap("Send the changes")


def test_each_clinic_has_one_topic_made_for_its_first_card(front: FrontDesk, alice: Person, group: Person) -> None:
    """Two requests for Las Vegas, one for Santa Monica: two topics."""
    vegas = [finish(alice, SHORT), finish(front.patient(102), SHORT)]
    other = finish(front.patient(103), BY_TAPS)
    assert ["Las Vegas", "Santa Monica"] == topics(front)
    assert ["Las Vegas"] * 2 == [cards(group, reference)[0]["topic"] for reference in vegas]
    assert "Santa Monica" == cards(group, other)[0]["topic"]


@pytest.mark.parametrize(
    ("steps", "topic"),
    [
        (
            (Step("Which location", "tap", "Online or phone"), Step("Online by video", "tap", "By phone")),
            "Online or phone",
        ),
        ((Step("Which location", "say", "Anchorage, Alaska"),), "No place chosen yet"),
    ],
    ids=["online", "nowhere near"],
)
def test_what_belongs_to_no_clinic_has_topics_of_its_own(
    front: FrontDesk, alice: Person, steps: tuple[Step, ...], topic: str
) -> None:
    """A person asks for a human on the way, before a clinic is known."""
    walk(alice, SHORT[:LOCATION])
    if topic == "Online or phone":
        alice.wait_for(steps[0].sees)
        alice.tap(steps[0].what)
    alice.say("/person")
    assert [topic] == topics(front)


def test_a_title_is_a_clinics_own_label_and_nothing_of_a_person(front: FrontDesk, alice: Person, group: Person) -> None:
    finish(alice, (*SHORT[:-2], Step("What name", "say", "Sedona Marklund"), SHORT[-1]))
    assert ["Las Vegas"] == topics(front)
    assert "Marklund" not in group.visible()


def test_a_card_moves_with_its_lead_and_leaves_word_where_it_was(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """The old card has no buttons any more; the new one is the one that lives on."""
    reference = finish(alice, SHORT)
    group.tap("Claim")
    move_to_sedona(alice)
    old, new = cards(group, reference)
    assert ("Las Vegas", f"{reference}\nMoved to: Sedona. Its card is in that topic now.", []) == (
        old["topic"],
        old["text"],
        labels(old),
    )
    assert "Sedona" == new["topic"]
    assert "Claimed · Dana Diaz" in new["text"]
    group.tap("Contacted", new["message_id"])
    old_now, new_now = cards(group, reference)
    assert old["text"] == old_now["text"]
    assert "Contacted" in new_now["text"]


def test_a_tap_on_the_card_that_was_left_still_works_on_the_lead(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """A phone that lags behind shows its buttons a moment longer."""
    reference = finish(alice, SHORT)
    old = cards(group, reference)[0]
    claim = old["buttons"][0][0]["callback_data"]
    move_to_sedona(alice)
    group.tap_stale(claim, old["message_id"])
    assert ["Moved", "Claimed"] == [
        next(word for word in ("Moved", "Claimed") if word in card["text"]) for card in cards(group, reference)
    ]


def test_moving_back_and_forth_leaves_one_live_card(front: FrontDesk, alice: Person, group: Person) -> None:
    reference = finish(alice, SHORT)
    move_to_sedona(alice)
    alice.say("/edit")
    alice.tap("Location")
    alice.tap("Las Vegas")
    alice.tap("Send the changes")
    assert [False, False, True] == [bool(labels(card)) for card in cards(group, reference)]
    assert ["Las Vegas", "Sedona"] == topics(front)


def test_a_card_that_was_not_sent_yet_goes_to_the_right_topic_at_once(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """Nobody is sent from one topic to the other for nothing."""
    finish(front.patient(102), SHORT)
    front.people.fault("429", times=1, method="sendMessage", chat_id=front.group, retry_after=30)
    reference = finish(alice, SHORT)
    move_to_sedona(alice)
    front.clock.forward(minutes=1)
    front.work()
    assert ["Sedona"] == [card["topic"] for card in cards(group, reference)]


def test_a_deleted_topic_is_made_again_with_the_cards_that_live_on(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """Its cards went with it: the next redraw brings a card back, the next request finds a topic."""
    reference = finish(alice, SHORT)
    group.act("delete_topic", thread_id=thread(front, "Las Vegas"))
    assert [] == cards(group, reference)
    again = finish(front.patient(102), SHORT)
    assert ["Las Vegas", "Las Vegas"] == topics(front)
    assert "Las Vegas" == cards(group, again)[0]["topic"]
    alice.say("/stop")
    alice.tap("Stop contact")
    front.patient(101).edit(NAME, "Quincy Marklund")
    assert ["Las Vegas"] == [card["topic"] for card in cards(group, reference)]
    assert [] == front.rows("select id from outbox where status = 'parked'")


def test_without_the_right_to_manage_topics_everything_is_in_the_group(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """And once the bot has it, the next cards are in topics; a move is told again then."""
    group.act("promote_bot", admin=False)
    reference = finish(alice, SHORT)
    move_to_sedona(alice)
    assert [("", True)] == [(card["topic"], bool(labels(card))) for card in cards(group, reference)]
    group.act("promote_bot", admin=True)
    front.clock.forward(minutes=11)
    again = finish(front.patient(102), SHORT)
    assert "Las Vegas" == cards(group, again)[0]["topic"]
    assert [] == front.rows("select id from outbox where status = 'parked'")


def test_when_topics_are_switched_off_cards_go_to_the_group(front: FrontDesk, alice: Person, group: Person) -> None:
    """The refusal tells: nothing is lost, nothing parked; switched on again, the known topic is used again."""
    finish(alice, SHORT)
    group.act("set_topics", on=False)
    reference = finish(front.patient(102), SHORT)
    assert [None] == [card["thread_id"] for card in cards(group, reference)]
    group.act("set_topics", on=True)
    front.clock.forward(minutes=11)
    again = finish(front.patient(103), SHORT)
    assert "Las Vegas" == cards(group, again)[0]["topic"]


def test_an_alert_stands_in_the_topic_of_the_clinic_it_is_about(front: FrontDesk, alice: Person, group: Person) -> None:
    """By the request, or by the answers so far."""
    walk(alice, SHORT[:4])
    alice.say("/person")
    assert "Las Vegas" == group.last()["topic"]
    ben = front.patient(102)
    finish(ben, BY_TAPS)
    ben.say("I want to kill myself")
    alerts = [message for message in group.messages() if "Urgent" in message["text"]]
    assert ["Santa Monica"] == [alert["topic"] for alert in alerts]


def test_that_a_patient_wrote_is_told_under_the_card(front: FrontDesk, alice: Person, group: Person) -> None:
    """In its topic, as a reply to it."""
    reference = finish(alice, SHORT)
    alice.say("my dog comes along")
    told = group.last()
    assert ("Las Vegas", True) == (told["topic"], told["reply_to"].startswith(reference))


def test_words_in_a_topic_are_no_reply_to_the_bot(front: FrontDesk, alice: Person, dana: Person, group: Person) -> None:
    """Telegram hangs them under the message that opened the topic, which is the bot's."""
    finish(alice, SHORT)
    shown = len(dana.messages())
    group.act("say", text="who takes this?", chat_id="group", thread_id=thread(front, "Las Vegas"))
    assert shown == len(dana.messages())


def test_a_command_in_a_topic_is_answered_there(front: FrontDesk, alice: Person, group: Person) -> None:
    """Counts only."""
    finish(alice, SHORT)
    group.act("say", text="/leads", chat_id="group", thread_id=thread(front, "Las Vegas"))
    assert ("Las Vegas", True) == (group.last()["topic"], "New: 1" in group.last()["text"])


def test_a_group_that_becomes_a_forum_under_a_new_id_gets_topics(tmp_path: Path) -> None:
    """Cards from before can still be worked; what comes goes to topics of the new group."""
    front = FrontDesk(tmp_path, world=World(group_type=GROUP))
    dana = front.staff()
    dana.start()
    reference = finish(front.patient(101), SHORT)
    new = int(dana.act("upgrade_group", forum=True)["chat_id"])
    again = finish(front.patient(102), SHORT)
    group = dana.in_group()
    assert "Las Vegas" == cards(group, again)[0]["topic"]
    assert {str(new)} == {str(call["params"]["chat_id"]) for call in front.calls("createForumTopic")}
    front.patient(101).edit(NAME, "Quincy Marklund")
    assert "Las Vegas" == cards(group, reference)[-1]["topic"]
    group.tap("Claim", cards(group, reference)[-1]["message_id"])
    assert "Claimed · Dana Diaz" in cards(group, reference)[-1]["text"]
    front.close()


def test_the_doctor_says_what_topics_lack(front: FrontDesk, group: Person) -> None:
    """The right to manage them."""

    def seen() -> str:
        return front._loop.run_until_complete(look_at_group(front.api, front.group, front.world.bot.id))[1]

    assert seen().endswith("each clinic has its topic")
    group.act("promote_bot", admin=False)
    assert "let the bot manage topics" in seen()
    group.act("set_topics", on=False)
    assert "topic" not in seen()
