"""What staff do from Telegram: one winner, everybody told, nothing without the right, everything written down."""

from typing import Any

import pytest
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, EMAIL, NAME, SHORT, finish

from sandbox.client import Person
from storage.staff import COORDINATOR, READ_ONLY, save_member


def lead(front: FrontDesk) -> dict[str, Any]:
    return front.rows("select * from lead")[-1]


def audited(front: FrontDesk) -> list[tuple[str, str, str]]:
    """Who did what, with which detail, oldest first."""
    return [(row["actor"], row["act"], row["detail"]) for row in front.rows("select * from audit order by id")]


def hire(front: FrontDesk, number: int, role: str, *locations: str) -> None:
    with front.store.transaction() as books:
        save_member(books, number, "Nina", role, locations, 0)


def card(group: Person, reference: str) -> dict[str, Any]:
    return next(m for m in group.messages() if m["from_bot"] and m["text"].startswith(reference))


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


@pytest.fixture
def reference(front: FrontDesk, alice: Person) -> str:
    """Alice has handed a request over."""
    return finish(alice, BY_TAPS)


@pytest.fixture
def claimed(front: FrontDesk, reference: str, dana: Person, group: Person) -> str:
    """Dana holds Alice's request and has its record open."""
    group.tap("Claim")
    group.tap("Open")
    return reference


# Claiming


def test_of_two_who_claim_one_wins_and_the_other_hears_who_and_when(
    front: FrontDesk, reference: str, dana: Person, omar: Person, group: Person
) -> None:
    """Both taps wait in one batch; the card shows the winner."""
    with front.sleeping():
        group.tap("Claim")
        omar.in_group().tap("Claim")
    assert f"{reference} is yours." == dana.toasts()[-1]["text"]
    told = omar.toasts()[-1]
    assert told["alert"]
    assert "Dana Diaz has had this request since Nov 24, 9:00 AM (Santa Monica)." == told["text"]
    assert "Claimed · Dana Diaz" in card(group, reference)["text"]
    assert ["Open", "Contacted", "Not now…", "Close…"] == labels(card(group, reference))
    assert (DANA, "claimed") == (lead(front)["holder_id"], lead(front)["status"])
    assert [(str(DANA), "lead_claim", "")] == [row for row in audited(front) if row[1].startswith("lead_")]


def test_a_late_claim_on_a_phone_that_lags_behind_changes_nothing(
    front: FrontDesk, claimed: str, omar: Person, group: Person
) -> None:
    """The card was drawn anew already, the phone still showed Claim."""
    data = f"staff:claim:{lead(front)['uid']}"
    omar.in_group().tap_stale(data, card(group, claimed)["message_id"])
    assert "Dana Diaz has had this request" in omar.toasts()[-1]["text"]
    assert DANA == lead(front)["holder_id"]


def test_the_card_is_one_message_through_its_whole_life(front: FrontDesk, claimed: str, dana: Person) -> None:
    """Edited in place, never sent again."""
    dana.tap("Contacted")
    dana.tap("Scheduled")
    cards = [call for call in front.calls("sendMessage", chat_id=front.group) if claimed in call["params"]["text"]]
    assert 1 == len(cards)
    assert "Scheduled · Dana Diaz" in card(dana.in_group(), claimed)["text"]


# Rights


@pytest.mark.parametrize("act", ["claim", "open", "close", "take_over", "snooze"])
def test_somebody_in_the_group_who_is_no_staff_is_refused_and_written_down(
    front: FrontDesk, reference: str, group: Person, act: str
) -> None:
    """Being in the group gives no right; the attempt is in the audit log."""
    before = lead(front)
    nina = front.staff(NINA)
    nina.start()
    shown = len(nina.messages())
    nina.in_group().tap_stale(f"staff:{act}:{before['uid']}", card(group, reference)["message_id"])
    words = f"This button is for our staff. An owner can add you by your Telegram id: {NINA}."
    assert (words, True) == (nina.toasts()[-1]["text"], nina.toasts()[-1]["alert"])
    assert before == lead(front)
    assert shown == len(nina.messages())
    assert (str(NINA), "denied", act) == audited(front)[-1]


def test_a_patient_who_guesses_a_staff_button_is_refused(front: FrontDesk, reference: str, ben: Person) -> None:
    """Callback data is no secret."""
    ben.start()
    ben.tap_stale(f"staff:open:{lead(front)['uid']}", ben.last()["message_id"])
    assert "This button is for our staff." == ben.toasts()[-1]["text"]
    assert NAME not in ben.visible()


def test_a_removed_member_has_no_rights_from_that_moment(front: FrontDesk, claimed: str, dana: Person) -> None:
    """Also on buttons they already have before them."""
    from storage.staff import remove_member

    with front.store.transaction() as books:
        remove_member(books, DANA)
    dana.tap("Contacted")
    assert "This button is for our staff." == dana.toasts()[-1]["text"]
    assert "claimed" == lead(front)["status"]


def test_who_may_only_look_can_open_and_change_nothing(front: FrontDesk, reference: str, group: Person) -> None:
    hire(front, NINA, READ_ONLY)
    nina = front.staff(NINA)
    nina.start()
    nina.in_group().tap("Open")
    assert NAME in nina.last()["text"]
    assert [] == labels(nina.last())
    nina.in_group().tap("Claim")
    assert ("Your role may look, but not change.", True) == (nina.toasts()[-1]["text"], nina.toasts()[-1]["alert"])
    assert "new" == lead(front)["status"]


def test_a_member_of_another_location_sees_and_changes_nothing(front: FrontDesk, reference: str) -> None:
    """Rights are by location; the attempt is written down."""
    hire(front, NINA, COORDINATOR, "sedona")
    nina = front.staff(NINA)
    nina.start()
    for button in ("Open", "Claim"):
        nina.in_group().tap(button)
        assert "This request belongs to another location." == nina.toasts()[-1]["text"]
    assert NAME not in nina.visible()
    assert "new" == lead(front)["status"]
    assert [(str(NINA), "denied")] * 2 == [row[:2] for row in audited(front)[-2:]]


def test_a_member_of_that_location_works_it(front: FrontDesk, reference: str) -> None:
    hire(front, NINA, COORDINATOR, "santa_monica", "sedona")
    front.staff(NINA).in_group().tap("Claim")
    assert NINA == lead(front)["holder_id"]


# Opening


def test_the_record_goes_to_the_private_chat_only_protected_and_written_down(
    front: FrontDesk, reference: str, dana: Person, group: Person
) -> None:
    """Everything is in it; nothing of it is in the group."""
    group.tap("Open")
    record = dana.last()
    for words in (reference, NAME, "(202) 555-0101", EMAIL, "Chronic pain", "ECT", "Santa Monica"):
        assert words in record["text"]
    assert record["protected"]
    assert (str(DANA), "lead_viewed", "") == audited(front)[-1]
    assert NAME not in group.visible()


def test_every_opening_is_written_down(front: FrontDesk, reference: str, group: Person, omar: Person) -> None:
    group.tap("Open")
    omar.in_group().tap("Open")
    group.tap("Open")
    viewed = [actor for actor, act, _ in audited(front) if act == "lead_viewed"]
    assert [str(DANA), str(OMAR), str(DANA)] == viewed


def test_the_record_of_a_request_that_was_erased_is_not_there(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    """A tap on a card that the phone still shows."""
    data, message = f"staff:open:{lead(front)['uid']}", card(group, reference)["message_id"]
    alice.say("/delete")
    alice.tap("Erase everything")
    group.tap_stale(data, message)
    assert "This request is no longer here." == group.toasts()[-1]["text"]


# Moves


@pytest.mark.parametrize(
    ("taps", "status", "reason"),
    [
        (["Contacted"], "contacted", ""),
        (["Contacted", "Scheduled"], "scheduled", ""),
        (["Scheduled"], "scheduled", ""),
        (["Not now…", "Tomorrow"], "not_now", ""),
        (["Contacted", "Not now…", "In a month"], "not_now", ""),
        (["Not a fit…", "Outside our area"], "not_a_fit", "outside_our_area"),
        (["Close…", "No answer"], "closed", "no_answer"),
        (["Scheduled", "Close…", "Became patient"], "closed", "became_patient"),
        (["Release"], "new", ""),
        (["Close…", "Spam", "Reopen"], "claimed", ""),
        (["Not a fit…", "Back", "Contacted"], "contacted", ""),
    ],
)
def test_every_move_from_the_record(
    front: FrontDesk, claimed: str, dana: Person, group: Person, taps: list[str], status: str, reason: str
) -> None:
    """The record, the card, the timeline and the audit log all follow."""
    for label in taps:
        dana.tap(label)
    row = lead(front)
    assert (status, reason) == (row["status"], row["reason"])
    assert claimed in dana.last()["text"]
    words = {"new": "Waiting since", "not_now": "Not now", "not_a_fit": "Not a fit"}.get(status, status.capitalize())
    assert words in card(group, claimed)["text"]
    assert 2 <= len([act for _, act, _ in audited(front) if act.startswith("lead_") and act != "lead_viewed"])


@pytest.mark.parametrize(("label", "days"), [("Tomorrow", 1), ("In a week", 7), ("In a month", 30)])
def test_not_now_keeps_until_when(front: FrontDesk, claimed: str, dana: Person, label: str, days: int) -> None:
    dana.tap("Not now…")
    dana.tap(label)
    assert front.desk.now_ms() + days * 86_400_000 == lead(front)["follow_up_at"]


def test_a_request_that_was_not_now_is_new_again_when_its_time_comes(
    front: FrontDesk, claimed: str, dana: Person, group: Person
) -> None:
    """It goes back to everybody, and its card offers Claim again."""
    from desk.ticking import tick

    dana.tap("Not now…")
    dana.tap("Tomorrow")
    front.clock.forward(hours=23)
    tick(front.desk)
    assert "not_now" == lead(front)["status"]
    front.clock.forward(hours=2)
    tick(front.desk)
    front.work()
    assert ("new", None) == (lead(front)["status"], lead(front)["holder_id"])
    assert ["Claim", "Open", "Not now…", "Close…"] == labels(card(group, claimed))


def test_another_reason_is_given_in_own_words_by_a_reply(
    front: FrontDesk, claimed: str, dana: Person, group: Person
) -> None:
    """The bot asks, the reply carries the act out; the words stay out of the group."""
    dana.tap("Close…")
    dana.tap("Other")
    prompt = dana.last()
    assert "reply to this message with the reason" in prompt["text"]
    dana.say("moved to Wanderflower", reply_to=prompt["message_id"])
    assert ("closed", "other") == (lead(front)["status"], lead(front)["reason"])
    assert f"{claimed}: Closed" == dana.last()["text"]
    group.tap("Open")
    assert "moved to Wanderflower" in dana.last()["text"]
    assert "Wanderflower" not in group.visible()


def test_a_reply_by_somebody_without_the_right_is_no_reason(
    front: FrontDesk, claimed: str, dana: Person, omar: Person
) -> None:
    """Rights are looked at again when the words come."""
    dana.tap("Close…")
    dana.tap("Other")
    hire(front, DANA, READ_ONLY)
    dana.say("because", reply_to=dana.last()["message_id"])
    assert "claimed" == lead(front)["status"]


def test_a_patient_who_replies_to_the_bot_answers_the_question(front: FrontDesk, alice: Person) -> None:
    """A reply is words like any other where nothing of staff's was asked."""
    alice.start()
    alice.say("yes", reply_to=alice.last()["message_id"])
    assert "contact you" in alice.last()["text"]


def test_taking_over_tells_who_had_it(
    front: FrontDesk, claimed: str, dana: Person, omar: Person, group: Person
) -> None:
    """Omar sees that Dana has it and may take it over; Dana hears so in private."""
    omar.in_group().tap("Open")
    assert "Take over…" in labels(omar.last())
    omar.tap("Take over…")
    assert ["Holder away", "Patient asked", "Clinic changed", "Other", "Back"] == labels(omar.last())
    omar.tap("Patient asked")
    assert OMAR == lead(front)["holder_id"]
    assert f"{claimed}: Omar Ortiz has taken this over from you (patient asked)." == dana.last()["text"]
    assert "Claimed · Omar Ortiz" in card(group, claimed)["text"]


def test_who_does_not_hold_it_cannot_move_it(front: FrontDesk, claimed: str, omar: Person) -> None:
    """With a button from before, or made up."""
    omar.in_group().tap("Open")
    uid = lead(front)["uid"]
    for act in ("contact", "schedule", "release"):
        omar.tap_stale(f"staff:{act}:{uid}", omar.last()["message_id"])
        assert "Dana Diaz holds this request. Take it over first." == omar.toasts()[-1]["text"]
    assert "claimed" == lead(front)["status"]


@pytest.mark.parametrize(
    "data", ["staff:contact:{uid}:x", "staff:nonsense:{uid}", "staff:wake:{uid}", "staff:close:{uid}:no"]
)
def test_a_made_up_act_changes_nothing(front: FrontDesk, claimed: str, dana: Person, data: str) -> None:
    """It is answered, so that the spinner ends."""
    front_before = {name: value for name, value in lead(front).items() if name not in {"revision", "changed_at"}}
    if "contact" in data:
        front_before |= {"status": "contacted", "contacted_at": front.desk.now_ms()}
    dana.tap_stale(data.format(uid=lead(front)["uid"]), dana.last()["message_id"])
    after = {name: value for name, value in lead(front).items() if name not in {"revision", "changed_at"}}
    assert front_before == after
    assert 0 == front.count("parked")


@pytest.mark.parametrize("data", ["staff:", "staff:open", "staff:open:", "staff:take:none", "staff:snooze:x:y:z"])
def test_a_broken_staff_button_is_answered_and_harms_nothing(
    front: FrontDesk, reference: str, dana: Person, group: Person, data: str
) -> None:
    before = lead(front)
    group.tap_stale(data, card(group, reference)["message_id"])
    assert before == lead(front)
    queries = [call["params"]["callback_query_id"] for call in front.calls("answerCallbackQuery")]
    assert {query.id for query in front.world.queries.values()} <= set(queries)


def test_a_move_drawn_on_an_old_record_is_refused_in_words(front: FrontDesk, claimed: str, dana: Person) -> None:
    """Contacted was tapped on another phone already: from scheduled there is no way back to it."""
    dana.tap("Scheduled")
    dana.tap_stale(f"staff:contact:{lead(front)['uid']}", dana.last()["message_id"])
    assert "Not possible while the request is: Scheduled." == dana.toasts()[-1]["text"]
    assert "scheduled" == lead(front)["status"]


def test_the_audit_log_of_a_days_work_holds(front: FrontDesk, claimed: str, dana: Person, omar: Person) -> None:
    """Every act is in it, in one unbroken chain."""
    from storage.audit import broken_at

    dana.tap("Contacted")
    omar.in_group().tap("Open")
    omar.tap("Take over…")
    omar.tap("Holder away")
    omar.tap("Close…")
    omar.tap("No answer")
    with front.store.reading() as books:
        assert broken_at(books) is None
    acts = [act for _, act, _ in audited(front)]
    for act in ("lead_claim", "lead_viewed", "lead_contact", "lead_take_over", "lead_close"):
        assert act in acts


# The group


def test_a_lead_from_before_there_was_a_group_gets_its_card_later(front: FrontDesk, alice: Person) -> None:
    """STAFF_CHAT_ID set afterwards: nobody is forgotten, nobody shown twice."""
    from desk.cards import catch_up

    group_id = front.desk.staff_chat_id
    object.__setattr__(front.desk, "staff_chat_id", None)
    reference = finish(alice, SHORT)
    assert [] == front.calls("sendMessage", chat_id=front.group)
    object.__setattr__(front.desk, "staff_chat_id", group_id)
    for expected in (1, 0):
        with front.store.transaction() as books:
            assert expected == catch_up(front.desk, books)
    front.work()
    assert reference in front.staff().in_group().last()["text"]


def test_what_people_write_in_the_group_is_politely_ignored(front: FrontDesk, reference: str, group: Person) -> None:
    """Words, commands and the bot's own name: no answer, no intake, no alert."""
    shown = len([m for m in group.messages() if m["from_bot"]])
    for words in ("hello", "/start", "/help", "@intake_sandbox_bot hi", "I want to kill myself"):
        group.say(words)
    assert shown == len([m for m in group.messages() if m["from_bot"]])
    assert 0 == len(front.rows("select chat_id from conversation where chat_id < 0"))


def test_in_another_group_the_bot_says_what_it_is_once(front: FrontDesk, alice: Person) -> None:
    done = alice.act("add_bot", title="Family")
    sent = front.calls("sendMessage", chat_id=done["chat_id"])
    assert 1 == len(sent)
    assert "private" in sent[0]["params"]["text"].casefold()
