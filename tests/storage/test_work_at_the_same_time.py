"""Staff who work on the same leads at the same moment, on each kind of database: nothing is lost, nobody is stuck."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filed_leads import FiledLeads
from postgres import own_database

from desk.duplicates import merge, merges_of, possible_duplicates, unmerge
from desk.lead_changes import change_field, seen_value
from desk.lead_moves import Actor, move_lead
from desk.notes import add_note
from desk.patient_messages import keep_draft, send_message, take_draft
from desk.ticking import tick
from storage import audit, leads, timeline
from storage.staff import OWNER, Member, save_member
from storage.store import Books

DANA, OMAR = (
    Actor(Member(number, name, OWNER, (), active=True), "console") for number, name in ((9001, "Dana"), (9002, "Omar"))
)
AT_ONCE = 20


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def filed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FiledLeads]:
    """A desk with Dana and Omar, over a database of each kind."""
    if request.param == "sqlite":
        yield _staffed(FiledLeads(tmp_path))
        return
    with own_database() as url:
        desk = _staffed(FiledLeads(tmp_path, url=url))
        yield desk
        desk.store.close()


def _staffed(desk: FiledLeads) -> FiledLeads:
    with desk.store.transaction() as books:
        for actor in (DANA, OMAR):
            save_member(books, actor.member.telegram_id, actor.member.name, OWNER, (), 0)
    return desk


def at_once(filed: FiledLeads, *works: Callable[[Books], Any]) -> list[Any]:
    """Each work in a transaction and a thread of its own, begun together; gives what came of them, in order."""
    start, came = threading.Barrier(len(works)), dict[int, Any]()

    def run(number: int) -> None:
        start.wait()
        with filed.store.transaction() as books:
            came[number] = works[number](books)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [came[number] for number in range(len(works))]


def test_of_many_who_change_one_field_one_wins_and_the_others_see_its_value(filed: FiledLeads) -> None:
    """One new version, and an audit chain that holds."""
    lead = filed.file_lead()
    with filed.store.reading() as books:
        seen = seen_value(filed.desk, books, lead, "phone")

    def work(number: int) -> Callable[[Books], Any]:
        return lambda books: change_field(filed.desk, books, lead, DANA, "phone", seen, f"(310) 555-01{number:02}")

    came = at_once(filed, *(work(number) for number in range(AT_ONCE)))
    assert 1 == len([one for one in came if one.changed])
    with filed.store.reading() as books:
        now = leads.answers(books, filed.lead(lead.uid))["phone"].value
        assert audit.broken_at(books) is None
    assert {f"({str(now)[2:5]}) {str(now)[5:8]}-{str(now)[8:]}"} == {one.other for one in came if not one.changed}
    assert 2 == filed.lead(lead.uid).version


def test_different_fields_changed_at_once_are_all_kept(filed: FiledLeads) -> None:
    """Each change is made on what the one before left."""
    lead = filed.file_lead()
    values = {
        "phone": "(310) 555-0134", "name": "Wanda Flower", "email": "wanda@example.org", "location": "sedona",
        "services": "dbt", "urgent": "yes", "language": "es",
    }  # fmt: skip
    with filed.store.reading() as books:
        seen = {field: seen_value(filed.desk, books, lead, field) for field in values}

    def work(field: str) -> Callable[[Books], Any]:
        return lambda books: change_field(filed.desk, books, lead, DANA, field, seen[field], values[field])

    assert {True} == {one.changed for one in at_once(filed, *(work(field) for field in values))}
    now = filed.lead(lead.uid)
    with filed.store.reading() as books:
        answers = leads.answers(books, now)
    assert ("sedona", ("dbt",), True, "es", 6) == (now.location, now.services, now.urgent, now.language, now.version)
    assert ("+13105550134", "Wanda Flower") == (answers["phone"].value, answers["name"].value)


def test_two_who_merge_a_pair_the_other_way_round_merge_it_once(filed: FiledLeads) -> None:
    """Neither waits for the other for ever, and no circle comes about."""
    first, second = filed.file_lead(), filed.file_lead()
    came = at_once(
        filed,
        lambda books: merge(filed.desk, books, first, second, DANA),
        lambda books: merge(filed.desk, books, second, first, OMAR),
    )
    assert [False, True] == sorted(one.done for one in came)
    with filed.store.reading() as books:
        assert 1 == len(merges_of(books, first))
    assert {"new", "closed"} == {filed.lead(first.uid).status, filed.lead(second.uid).status}


def test_of_many_who_take_a_draft_one_sends_it(filed: FiledLeads) -> None:
    """A button that is tapped twice, on two surfaces."""
    lead = filed.file_lead()
    with filed.store.transaction() as books:
        move_lead(filed.desk, books, lead, "claim", DANA)
        uid = keep_draft(filed.desk, books, lead, DANA, "When can we call?")

    def send(books: Books) -> bool:
        taken = take_draft(filed.desk, books, uid, DANA)
        return bool(taken and send_message(filed.desk, books, taken[0], DANA, taken[1]).sent)

    assert 1 == sum(at_once(filed, *([send] * AT_ONCE)))
    with filed.store.reading() as books:
        assert 1 == len([one for one in timeline.timeline(books, lead.uid) if one.kind == "message_out"])


def test_two_who_work_on_two_leads_in_opposite_order_both_succeed(filed: FiledLeads) -> None:
    """The audit log is locked last, so that neither holds it while waiting for the other's lead."""
    first, second = filed.file_lead(), filed.file_lead()

    def work(one: Any, other: Any, actor: Actor) -> Callable[[Books], Any]:
        def carried_out(books: Books) -> bool:
            add_note(filed.desk, books, one, actor, "called")
            return move_lead(filed.desk, books, other, "claim", actor).moved

        return carried_out

    for _ in range(5):
        assert [True, True] == at_once(filed, work(first, second, DANA), work(second, first, OMAR))
        with filed.store.transaction() as books:
            for lead, actor in ((second, DANA), (first, OMAR)):
                assert move_lead(filed.desk, books, filed.lead(lead.uid), "release", actor).moved
    with filed.store.reading() as books:
        assert audit.broken_at(books) is None


def test_what_is_found_merged_taken_back_and_erased_is_so_on_either(filed: FiledLeads) -> None:
    """The statements are the same, and mean the same."""
    first, second = filed.file_lead(), filed.file_lead()
    with filed.store.transaction() as books:
        assert [first.uid] == [one.uid for one in possible_duplicates(filed.desk, books, second, DANA.member)]
        uid = merge(filed.desk, books, second, first, DANA).uid
    with filed.store.transaction() as books:
        assert unmerge(filed.desk, books, uid, DANA).done
        assert merge(filed.desk, books, second, first, DANA).done
    filed.erase(first)
    assert ("new", "") == (filed.lead(second.uid).status, filed.lead(second.uid).merged_into)
    assert [] == filed.rows("select uid from lead_merge")


def test_the_clock_gives_back_what_nobody_acted_on_on_either(filed: FiledLeads) -> None:
    """Two hours after the claim."""
    lead = filed.file_lead()
    with filed.store.transaction() as books:
        move_lead(filed.desk, books, lead, "claim", DANA)
    filed.clock.forward(minutes=120)
    tick(filed.desk)
    assert ("new", "timed_out") == (filed.lead(lead.uid).status, filed.lead(lead.uid).reason)
