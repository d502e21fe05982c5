"""Taps that come twice, too late, or from somebody who may not: one outcome, and everybody is told."""

import random
from typing import Any

import pytest
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, SHORT, finish

from desk.acting import Actor
from desk.duplicates import merge, merges_of, unmerge
from flows import lead as life
from sandbox.client import Person
from storage import leads, staff
from storage.audit import broken_at
from storage.staff import COORDINATOR, remove_member, save_member


def lead(front: FrontDesk) -> dict[str, Any]:
    return front.rows("select * from lead order by id")[0]


def card(group: Person, reference: str) -> dict[str, Any]:
    return next(m for m in group.messages() if m["from_bot"] and m["text"].split("\n")[0].startswith(reference))


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def kinds(front: FrontDesk) -> list[str]:
    return [row["kind"] for row in front.rows("select kind from lead_event order by id")]


@pytest.fixture
def reference(front: FrontDesk, alice: Person) -> str:
    """Alice has handed a request over."""
    return finish(alice, BY_TAPS)


@pytest.fixture
def merged(front: FrontDesk, reference: str) -> str:
    """Alice's request was merged into a later one of hers; gives that one's reference."""
    into = finish(front.patient(102), BY_TAPS)
    with front.store.transaction() as books:
        pair = leads.by_reference(books, reference), leads.by_reference(books, into)
        member = staff.member(books, DANA)
        assert pair[0] is not None
        assert pair[1] is not None
        assert member is not None
        assert merge(front.desk, books, pair[0], pair[1], Actor(member, "console")).done
    front.work()
    return into


@pytest.mark.parametrize("button", ["Claim", "Open"])
def test_a_tap_that_the_phone_sends_twice_is_one(
    front: FrontDesk, reference: str, dana: Person, group: Person, button: str
) -> None:
    """In one batch and in the next; whoever has it already is not told off."""
    with front.sleeping():
        group.tap(button)
        dana.tap_again()
    dana.tap_again()
    assert not any(toast["alert"] for toast in dana.toasts())
    assert kinds(front).count("claim") == (button == "Claim")
    assert 1 >= len([m for m in dana.messages() if m["protected"]])


def test_a_choice_made_twice_is_made_once(front: FrontDesk, reference: str, dana: Person, group: Person) -> None:
    group.tap("Close…")
    with front.sleeping():
        group.tap("Spam")
        dana.tap_again()
    assert 1 == kinds(front).count("close")
    assert "Not possible while the request is: Closed." == dana.toasts()[-1]["text"]


def test_a_card_of_a_merged_request_says_into_which_and_opens_that_one(
    front: FrontDesk, reference: str, merged: str, dana: Person, group: Person
) -> None:
    """It has no other button."""
    assert f"Merged into {merged}" in card(group, reference)["text"]
    assert ["Open"] == labels(card(group, reference))
    group.tap("Open", card(group, reference)["message_id"])
    assert dana.last()["text"].startswith(merged)


@pytest.mark.parametrize("act", ["claim", "contact", "snooze", "close", "close:spam"])
def test_a_tap_on_a_card_from_before_the_merge_is_told_where_it_went(
    front: FrontDesk, reference: str, merged: str, dana: Person, group: Person, act: str
) -> None:
    """And changes nothing."""
    before, (name, _, detail) = lead(front), act.partition(":")
    data = ":".join(filter(None, ("staff", name, before["uid"], detail)))
    group.tap_stale(data, card(group, reference)["message_id"])
    assert f"merged into {merged}" in dana.toasts()[-1]["text"]
    assert before == lead(front)


def test_a_record_from_before_the_merge_says_so_when_it_is_opened_again(
    front: FrontDesk, reference: str, merged: str, dana: Person
) -> None:
    dana.say(f"/lead {reference}")
    assert f"Merged into {merged}" in dana.last()["text"]
    assert [] == labels(dana.last())


def test_when_the_merge_is_undone_the_card_has_its_buttons_again(
    front: FrontDesk, reference: str, merged: str, group: Person
) -> None:
    with front.store.transaction() as books:
        found = leads.by_reference(books, reference)
        member = staff.member(books, DANA)
        assert found is not None
        assert member is not None
        assert unmerge(front.desk, books, merges_of(books, found)[0].uid, Actor(member, "console")).done
    front.work()
    assert "Claim" in labels(card(group, reference))


@pytest.mark.parametrize("act", ["claim", "open", "write", "jot", "snooze", "close:spam", "take_over"])
def test_a_tap_on_what_was_erased_finds_nothing(
    front: FrontDesk, reference: str, alice: Person, dana: Person, group: Person, act: str
) -> None:
    """On a card that the phone still shows."""
    uid, message = lead(front)["uid"], card(group, reference)["message_id"]
    alice.say("/delete")
    alice.tap("Erase everything")
    name, _, detail = act.partition(":")
    shown = len(dana.messages())
    group.tap_stale(":".join(filter(None, ("staff", name, uid, detail))), message)
    assert "This request is no longer here." == dana.toasts()[-1]["text"]
    assert shown == len(dana.messages())


def test_a_draft_is_erased_with_the_request(
    front: FrontDesk, reference: str, alice: Person, dana: Person, group: Person
) -> None:
    """What Dana was about to write is gone with it, and Send sends nothing."""
    group.tap("Claim")
    group.tap("Open")
    dana.tap("Message")
    dana.say("Tuesday?", reply_to=dana.last()["message_id"])
    send = dana.last()["buttons"][0][0]["callback_data"]
    message = dana.last()["message_id"]
    alice.say("/delete")
    alice.tap("Erase everything")
    shown = len(alice.messages())
    dana.tap_stale(send, message)
    assert ("This was sent already, or thrown away.", shown) == (dana.toasts()[-1]["text"], len(alice.messages()))
    assert 0 == front.count("draft")


def test_who_was_removed_meanwhile_notes_and_sends_nothing(
    front: FrontDesk, reference: str, alice: Person, dana: Person, group: Person
) -> None:
    """Their replies are words of anybody's from then on, their buttons are for staff."""
    group.tap("Claim")
    group.tap("Open")
    record = dana.last()["message_id"]
    dana.tap("Message")
    dana.say("Tuesday?", reply_to=dana.last()["message_id"])
    send, shown = dana.last()["message_id"], len(alice.messages())
    with front.store.transaction() as books:
        remove_member(books, DANA)
    dana.say("a note", reply_to=record)
    dana.tap("Send", send)
    assert "This button is for our staff." == dana.toasts()[-1]["text"]
    assert "note" not in kinds(front)
    assert shown == len(alice.messages())


def test_who_came_to_another_clinic_meanwhile_is_refused_everywhere(
    front: FrontDesk, reference: str, alice: Person, dana: Person, group: Person
) -> None:
    """On the card, the record, the draft and the list."""
    group.tap("Claim")
    group.tap("Open")
    dana.tap("Message")
    dana.say("Tuesday?", reply_to=dana.last()["message_id"])
    draft = next(m for m in dana.messages() if "not sent yet" in m["text"])
    record = next(m for m in dana.messages() if m["text"].startswith(f"{reference} ·"))
    with front.store.transaction() as books:
        save_member(books, DANA, "Dana Diaz", COORDINATOR, ("sedona",), 0)
    shown = len(alice.messages())
    for message, button in ((record, "Contacted"), (draft, "Send")):
        dana.tap(button, message["message_id"])
        assert "This request belongs to another location." == dana.toasts()[-1]["text"]
    group.tap("Contacted")
    assert "This request belongs to another location." == dana.toasts()[-1]["text"]
    dana.say("/mine")
    assert [] == labels(dana.last())
    assert ("claimed", shown) == (lead(front)["status"], len(alice.messages()))


@pytest.mark.parametrize("seed", range(6))
def test_a_flurry_of_taps_ends_in_one_life_that_can_be_told(
    front: FrontDesk, reference: str, group: Person, seed: int
) -> None:
    """Two members, one without rights, all buttons at once: every tap is answered, every move was a legal one."""
    rng = random.Random(seed)  # a test that can be repeated
    uid, message = lead(front)["uid"], card(group, reference)["message_id"]
    acts = ["claim", "release", "contact", "schedule", "reopen", "snooze:7", "close:spam", "refuse:other", "close",
            "take_over:holder_away", "snooze", "close:back", "snooze:x", "open"]  # fmt: skip
    with front.sleeping():
        for _ in range(40):
            name, _, detail = rng.choice(acts).partition(":")
            data = ":".join(filter(None, ("staff", name, uid, detail)))
            front.staff(rng.choice((DANA, OMAR, NINA))).in_group().tap_stale(data, message)
    status = "new"
    moves = [kind for kind in kinds(front) if kind in {edge["trigger"] for edge in life.EDGES}]
    for act in moves:
        reached, _ = life.moved(status, act, reason=life.REASONS.get(act, ("",))[0], until="2027")
        assert reached is not None, f"{act} from {status}"
        status = reached
    assert status == lead(front)["status"]
    asked = {query.id for query in front.world.queries.values()}
    assert asked == {call["params"]["callback_query_id"] for call in front.calls("answerCallbackQuery")}
    assert 0 == front.count("parked")
    with front.store.reading() as books:
        assert broken_at(books) is None


# Alerts


@pytest.fixture
def raised(front: FrontDesk, alice: Person, reference: str) -> str:
    """Alice, whose request is for Santa Monica, wrote words of crisis."""
    alice.say("I want to kill myself")
    return reference


def escalate(front: FrontDesk) -> None:
    from desk.ticking import tick

    front.clock.forward(minutes=6)
    tick(front.desk)
    front.work()


def hire(front: FrontDesk, number: int, role: str, *locations: str) -> Person:
    with front.store.transaction() as books:
        save_member(books, number, "Nina", role, locations, 0)
    front.staff(number).start()
    return front.staff(number)


@pytest.mark.parametrize(("location", "told"), [("santa_monica", True), ("sedona", False)])
def test_an_alert_nobody_takes_on_comes_in_private_to_who_covers_the_clinic(
    front: FrontDesk, raised: str, dana: Person, location: str, told: bool
) -> None:
    """Owners always; a coordinator of another clinic is left alone."""
    nina = hire(front, NINA, COORDINATOR, location)
    escalate(front)
    assert "Urgent" in dana.last()["text"]
    assert told is ("Urgent" in nina.last()["text"])


def test_an_alert_taken_on_in_private_is_taken_on_everywhere(
    front: FrontDesk, raised: str, dana: Person, omar: Person, group: Person
) -> None:
    """Every copy says by whom, and none offers it any more; it comes up no further."""
    escalate(front)
    omar.tap("I take this on")
    copies = [m for phone in (dana, omar, group) for m in phone.messages() if "Taken on by Omar" in m["text"]]
    assert 3 == len(copies)
    assert [["Open"]] * 3 == [labels(copy) for copy in copies]
    shown = len(dana.messages())
    escalate(front)
    assert shown == len(dana.messages())
    assert not any("I take this on" in labels(m) for m in [*group.messages(), *dana.messages()])


def test_what_is_behind_an_alert_is_seen_by_rights_of_place(front: FrontDesk, alice: Person, group: Person) -> None:
    """Also before there is a request: then by the clinic named so far."""
    from walks import walk

    walk(alice, SHORT[:4])
    alice.say("I want to kill myself")
    nina = hire(front, NINA, COORDINATOR, "sedona")
    nina.in_group().tap("Open")
    assert "This request belongs to another location." == nina.toasts()[-1]["text"]
    assert "Las Vegas" not in nina.visible()
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, ("las_vegas",), 0)
    nina.in_group().tap("Open")
    assert "Las Vegas" in nina.last()["text"]
