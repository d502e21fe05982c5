"""A hundred members of staff claim the same lead at once, half of them in Telegram and half in the console."""

import threading
from datetime import UTC, datetime

from front_desk import all_words, shipped_flow

from desk.desk import Desk
from desk.lead_moves import Actor, Moved, move_lead
from flows.answers import Answer
from flows.record import Summary
from storage import audit, leads, staff, timeline
from storage.leads import LeadRow
from storage.staff import COORDINATOR, Member
from storage.store import Store

CLAIMS = 100
MOMENT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
GROUP = -1001


def desk_of(store: Store) -> Desk:
    return Desk(store, shipped_flow(), all_words(), GROUP, clock=lambda: MOMENT)


def filed(store: Store) -> LeadRow:
    """A new lead in Las Vegas, and a hundred coordinators."""
    with store.transaction() as books:
        for number in range(CLAIMS):
            staff.save_member(books, 9000 + number, f"Member {number}", COORDINATOR, (), number)
        uid = leads.create(
            books,
            reference="BT-AAAAAA",
            chat_id=101,
            previous="",
            summary=Summary("las_vegas", online=False, services=("tms",), may_contact=True, antidepressants=0),
            contact={},
            answers={"name": Answer("Alice", "typed", MOMENT, "2026.11")},
            language="en",
            source="",
            flow_version="2026.11",
            now=0,
        )
    with store.reading() as books:
        found = leads.by_uid(books, uid)
    assert found is not None
    return found


def test_a_hundred_claims_from_both_surfaces_make_one_owner_and_ninety_nine_told(store: Store) -> None:
    """Each has seen the lead as new. One holds it; the others hear who, and since when."""
    desk, lead = desk_of(store), filed(store)
    start, results = threading.Barrier(CLAIMS), dict[int, Moved]()

    def claim(number: int) -> None:
        member = Member(9000 + number, f"Member {number}", COORDINATOR, (), active=True)
        start.wait()
        with store.transaction() as books:
            actor = Actor(member, "telegram" if number % 2 else "console")
            results[number] = move_lead(desk, books, lead, "claim", actor)

    threads = [threading.Thread(target=claim, args=(number,)) for number in range(CLAIMS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    winners = [number for number, result in results.items() if result.moved]
    told = {result.why for result in results.values() if not result.moved}
    assert (1, CLAIMS) == (len(winners), len(results))
    assert {f"Member {winners[0]} has had this request since Nov 24, 9:00 AM (Las Vegas)."} == told
    with store.reading() as books:
        now = leads.by_uid(books, lead.uid)
        claims = [entry.actor for entry in timeline.timeline(books, lead.uid) if entry.kind == "claim"]
        assert now is not None
        assert ("claimed", 9000 + winners[0]) == (now.status, now.holder_id)
        assert [str(9000 + winners[0])] == claims
        assert audit.broken_at(books) is None
