"""Two requests of one person: found by what they share, merged, taken apart again, and gone when they are erased."""

from collections.abc import Iterator

import pytest
from desk_acts import actor, audited, do, entries, lead_of
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, BY_TYPING, SHORT, Step, finish, take

from desk.duplicates import Merged, alike, merge, merges_of, possible_duplicates, unmerge
from desk.lead_changes import change_field, seen_value
from desk.lead_moves import move_lead
from desk.patient_messages import may_message
from desk.records import record_context
from sandbox.client import Person
from storage import staff
from storage.leads import LeadRow
from storage.staff import COORDINATOR, READ_ONLY, remove_member, save_member


@pytest.fixture
def lead(front: FrontDesk, alice: Person) -> LeadRow:
    """Alice's request from her first phone."""
    return lead_of(front, finish(alice, BY_TAPS))


@pytest.fixture
def second(front: FrontDesk, lead: LeadRow) -> LeadRow:
    """The same from another account: name and e-mail are the same, and Dana holds it."""
    other = lead_of(front, finish(front.patient(103), BY_TYPING))
    do(front, move_lead, other, "claim", actor(front))
    return lead_of(front, other.reference)


@pytest.fixture
def merged(front: FrontDesk, lead: LeadRow, second: LeadRow) -> Iterator[str]:
    """Dana's request is merged into Alice's, which Omar holds; gives the merge."""
    do(front, move_lead, lead, "claim", actor(front, OMAR))
    done = do(front, merge, second, lead, actor(front, OMAR, "telegram"))
    assert done.done
    return done.uid


def found(front: FrontDesk, lead: LeadRow, number: int = DANA) -> list[tuple[str, tuple[str, ...]]]:
    with front.store.reading() as books:
        member = staff.member(books, number)
        assert member is not None
        return [(other.reference, signs) for other, signs in alike(front.desk, books, lead, member)]


# Finding


def test_the_same_chat_phone_email_or_name_makes_a_possible_duplicate(
    front: FrontDesk, lead: LeadRow, second: LeadRow, ben: Person
) -> None:
    """The surest sign first; Ben, who shares his name only, comes last."""
    third = finish(ben, SHORT)
    assert [(second.reference, ("phone", "email", "name")), (third, ("name",))] == found(front, lead)
    assert [(lead.reference, ("name",)), (second.reference, ("name",))] == sorted(
        found(front, lead_of(front, third)), key=lambda match: match[0] != lead.reference
    )


def test_a_second_request_from_the_same_chat_is_found(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """Also where nothing else is the same."""
    for field, value in (("name", "Wanda Flower"), ("phone", "(310) 555-0134"), ("email", "")):
        token = do(front, seen_value, lead_of(front, lead.reference), field)
        assert do(front, change_field, lead, actor(front), field, token, value).changed
    alice.start()
    alice.tap("A new request")
    alice.tap("Yes, let's begin")
    alice.tap("No, I will reach out myself")
    for step in (
        Step("What would you like help with", "tap", "Skip"),
        Step("Is this right", "tap", "Send to our team"),
    ):
        take(alice, step)
    again = str(front.rows("select reference from lead order by id")[-1]["reference"])
    assert [(again, ("chat",))] == found(front, lead_of(front, lead.reference))


def test_only_leads_that_the_member_may_see_are_shown(front: FrontDesk, lead: LeadRow, second: LeadRow) -> None:
    """Nina works in Santa Monica; the other one is for Las Vegas."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, ("santa_monica",), 0)
    assert "las_vegas" == second.location
    assert [] == found(front, lead, NINA)
    with front.store.reading() as books:
        member = staff.member(books, DANA)
        assert member is not None
        assert [second.uid] == [other.uid for other in possible_duplicates(front.desk, books, lead, member)]


# Merging


def test_a_merged_lead_is_closed_as_a_duplicate_and_both_say_so(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, dana: Person, group: Person
) -> None:
    """Its holder is told, its card redrawn, the audit log has both."""
    now = lead_of(front, second.reference)
    assert ("closed", "duplicate", None, lead.uid) == (now.status, now.reason, now.holder_id, now.merged_into)
    assert f"{second.reference}: was merged into {lead.reference}, as a duplicate." == dana.last()["text"]
    card = next(m for m in group.messages() if m["from_bot"] and m["text"].startswith(second.reference))
    assert f"Merged into {lead.reference}" in card["text"]
    assert ("merge", str(OMAR), {"reference": lead.reference, "way": "into"}) == entries(front, second)[-1]
    assert ("merge", str(OMAR), {"reference": second.reference, "way": "from"}) == entries(front, lead)[-1]
    assert [(second.uid, lead.uid), (lead.uid, second.uid)] == [row[2:] for row in audited(front, "lead_merge")]


@pytest.mark.parametrize("act", ["claim", "reopen", "take_over", "close"])
def test_a_merged_lead_cannot_be_moved_and_says_where_it_went(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, act: str
) -> None:
    """By whatever button is left."""
    refused = do(front, move_lead, lead_of(front, second.reference), act, actor(front))
    words = f"This request was merged into {lead.reference}. Work on that one, or undo the merge first."
    assert (False, words) == (refused.moved, refused.why)


def test_what_the_patient_writes_goes_to_who_works_on_the_one_it_was_merged_into(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, omar: Person, dana: Person
) -> None:
    """Omar, with both references; the record there shows it, and /status speaks of the one that is worked on."""
    before = dana.visible()
    phone = front.patient(103)
    phone.say("my dog Wanderflower comes along")
    told = (
        f"{lead.reference} (by {second.reference}, merged into it): the patient wrote: my dog Wanderflower comes along"
    )
    assert told == omar.last()["text"]
    assert before == dana.visible()
    with front.store.reading() as books:
        record = record_context(front.desk, books, lead_of(front, lead.reference))
    assert "my dog Wanderflower comes along" == record["timeline"][-1]["text"]
    phone.say("/status")
    assert "Someone from our team has taken up your request" in phone.last()["text"]


def test_who_works_on_it_answers_where_the_message_came_from(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, omar: Person, alice: Person
) -> None:
    """The other account gets the answer, not the first one; it is contact with the person either way."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, (), 0)
    held = "staff 9002 holds this request. Take it over first."
    assert held == do(front, may_message, second, actor(front, NINA))
    front.patient(103).say("my dog Wanderflower comes along")
    before = alice.visible()
    omar.say("Dogs are welcome", reply_to=omar.last()["message_id"])
    omar.tap("Send")
    assert "Dogs are welcome" in front.patient(103).last()["text"]
    assert before == alice.visible()
    assert front.desk.now_ms() == lead_of(front, lead.reference).contacted_at


def test_an_urgent_duplicate_makes_the_other_one_urgent(front: FrontDesk, lead: LeadRow, second: LeadRow) -> None:
    """Urgency is not lost in a merge."""
    front.patient(103).say("I want to kill myself")
    front.settle()
    do(front, merge, lead_of(front, second.reference), lead, actor(front))
    assert lead_of(front, lead.reference).urgent


def test_what_cannot_be_merged_is_refused_in_words(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, ben: Person
) -> None:
    """Into itself, into one that was merged, one that is closed, a second time."""
    third = lead_of(front, finish(ben, SHORT))
    who = actor(front)
    assert "That is the same request." == do(front, merge, third, third, who).why
    assert f"This request was merged into {lead.reference}." in do(front, merge, third, second, who).why
    assert f"This request was merged into {lead.reference}." in do(front, merge, second, third, who).why
    do(front, move_lead, third, "close", who, reason="spam")
    assert "Not possible while the request is: Closed." == do(front, merge, third, lead, who).why
    assert f"This request was merged into {lead.reference}." in do(front, merge, lead, second, who).why


@pytest.mark.parametrize(("role", "locations"), [(READ_ONLY, ()), (COORDINATOR, ("santa_monica",))])
def test_who_may_not_work_on_both_may_not_merge_them(
    front: FrontDesk, lead: LeadRow, second: LeadRow, role: str, locations: tuple[str, ...]
) -> None:
    """Neither way round, and not apart again."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", role, locations, 0)
    nina = actor(front, NINA)
    assert not do(front, merge, lead, second, nina).done
    assert not do(front, merge, second, lead, nina).done
    done = do(front, merge, second, lead, actor(front))
    assert not do(front, unmerge, done.uid, nina).done
    assert ["merge", "merge", "unmerge"] == [row[3] for row in audited(front, "denied")]


# Taking it back


def test_a_merge_taken_back_restores_status_and_holder(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, dana: Person
) -> None:
    """Dana has it again, with a fresh claim, and is told; both timelines say so."""
    front.clock.forward(hours=5)
    assert Merged(True, uid=merged) == do(front, unmerge, merged, actor(front, OMAR))
    now = lead_of(front, second.reference)
    assert ("claimed", DANA, "", "") == (now.status, now.holder_id, now.reason, now.merged_into)
    assert front.desk.now_ms() == now.held_at == now.acted_at
    assert f"{second.reference}: is apart from {lead.reference} again, and yours." == dana.last()["text"]
    assert {"unmerge"} == {entries(front, one)[-1][0] for one in (lead, second)}
    assert "This merge was taken back already" in do(front, unmerge, merged, actor(front)).why


def test_what_the_patient_wrote_meanwhile_goes_with_their_own_lead(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str
) -> None:
    """The other record shows it no more."""
    front.patient(103).say("my dog Wanderflower comes along")
    do(front, unmerge, merged, actor(front))
    assert "my dog Wanderflower comes along" in [body for _, _, body in entries(front, second)]
    with front.store.reading() as books:
        record = record_context(front.desk, books, lead_of(front, lead.reference))
    assert "Wanderflower" not in str(record["timeline"])


def test_without_a_holder_who_is_still_there_it_is_new_again(front: FrontDesk, second: LeadRow, merged: str) -> None:
    """Dana left meanwhile."""
    with front.store.transaction() as books:
        remove_member(books, DANA)
    do(front, unmerge, merged, actor(front, OMAR))
    now = lead_of(front, second.reference)
    assert ("new", None) == (now.status, now.holder_id)


def test_the_merges_of_a_lead_are_those_that_stand(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str
) -> None:
    """From both sides; one taken back is no more."""
    with front.store.reading() as books:
        assert [merged] == [one.uid for one in merges_of(books, lead)] == [one.uid for one in merges_of(books, second)]
    do(front, unmerge, merged, actor(front))
    with front.store.reading() as books:
        assert [] == merges_of(books, lead)


# Erasing


@pytest.mark.parametrize("gone", ["lead", "second"])
def test_of_a_merge_with_somebody_who_erases_everything_nothing_remains(
    front: FrontDesk, lead: LeadRow, second: LeadRow, merged: str, gone: str
) -> None:
    """Neither the merge nor the reference; the other request stands for itself again."""
    erased, left = (lead, second) if gone == "lead" else (second, lead)
    phone = front.patient(erased.chat_id)
    phone.say("/delete")
    phone.say("yes")
    assert 0 == front.count("lead_merge")
    assert erased.reference not in str(entries(front, left))
    now = lead_of(front, left.reference)
    assert ("claimed", "") == (now.status, now.merged_into)
    assert (DANA if gone == "lead" else OMAR) == now.holder_id
