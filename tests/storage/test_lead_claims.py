"""Leads: filed once, versioned, and won by exactly one of any number who claim at once."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from flows.answers import Answer
from flows.record import Summary
from storage import lead_clock, leads
from storage.leads import LeadRow
from storage.store import Books, Store

NOW = 1_000_000
CLAIMS = 100
MOMENT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
CONTACT = {"name": "Alice Archer", "phone": "+12025550101", "email": "Alice@Example.com"}


def answer(value: str, said: str = "") -> Answer:
    return Answer(value, "typed", MOMENT, "2026.11", said=said)


def summary(books: Books, reference: str = "BT-AAAAAA", **changes: object) -> str:
    """File a lead; gives its uid."""
    about = {"location": "las_vegas", "services": ("tms", "dbt"), "online": False, "may_contact": True}
    known = {name: value for name, value in about.items() if name in Summary.__dataclass_fields__}
    others = {name: "" for name in Summary.__dataclass_fields__ if name not in known}
    return leads.create(
        books,
        reference=reference,
        chat_id=101,
        previous="",
        summary=Summary(**{**others, **known, **changes}),  # type: ignore[arg-type]  # by name
        contact=CONTACT,
        answers={"name": answer("Alice Archer", "alice archer")},
        language="en",
        source="flyer",
        flow_version="2026.11",
        now=NOW,
    )


@pytest.fixture
def lead(store: Store) -> LeadRow:
    """A new lead."""
    with store.transaction() as books:
        summary(books)
    with store.reading() as books:
        found = leads.by_reference(books, "BT-AAAAAA")
    assert found is not None
    return found


def test_of_a_hundred_who_claim_at_once_one_wins(store: Store, lead: LeadRow) -> None:
    """All saw the lead as new; the database decides, and the winner is who holds it."""
    start, winners = threading.Barrier(CLAIMS), []

    def claim(who: int) -> None:
        start.wait()
        with store.transaction() as books:
            if leads.move(books, lead, "claimed", NOW + who, holder_id=who, held_at=NOW + who):
                winners.append(who)

    threads = [threading.Thread(target=claim, args=(9000 + number,)) for number in range(CLAIMS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as books:
        now = leads.by_uid(books, lead.uid)
    assert now is not None
    assert ([now.holder_id], "claimed", lead.revision + 1) == (winners, now.status, now.revision)


def test_a_move_from_what_no_longer_is_comes_to_nothing(store: Store, lead: LeadRow) -> None:
    """Status or holder changed meanwhile: who looked before has lost."""
    with store.transaction() as books:
        assert leads.move(books, lead, "claimed", NOW, holder_id=9001)
    with store.transaction() as books:
        claimed = leads.by_uid(books, lead.uid)
        assert claimed is not None
        assert leads.move(books, claimed, "claimed", NOW, holder_id=9002)
        assert not leads.move(books, claimed, "contacted", NOW)
        assert not leads.move(books, lead, "closed", NOW)


def test_one_reference_is_one_lead(store: Store, lead: LeadRow) -> None:
    """A second lead under the same reference is refused by the database itself."""
    with pytest.raises(IntegrityError), store.transaction() as books:
        summary(books)
    with store.reading() as books:
        assert [lead.uid] == [found.uid for found in leads.of_chat(books, 101)]


def test_the_submitted_version_stays_as_it_was(store: Store, lead: LeadRow) -> None:
    """An amendment adds a version, and files the lead anew."""
    with store.transaction() as books:
        changed = {"name": answer("Alice Brook", "brook now")}
        places = {name: getattr(_summary_of(lead), name) for name in Summary.__dataclass_fields__}
        places["location"] = "sedona"
        assert 2 == leads.amend(books, lead, Summary(**places), CONTACT, changed, "2026.12", NOW + 5)
    with store.reading() as books:
        now = leads.by_uid(books, lead.uid)
        assert now is not None
        assert ("sedona", 2, NOW, NOW + 5) == (now.location, now.version, now.submitted_at, now.changed_at)
        first, live = leads.answers(books, now, 1), leads.answers(books, now)
    assert ("Alice Archer", "Alice Brook") == (first["name"].value, live["name"].value)


def _summary_of(lead: LeadRow) -> Summary:
    known = {name: getattr(lead, name) for name in Summary.__dataclass_fields__ if hasattr(lead, name)}
    return Summary(**{**{name: "" for name in Summary.__dataclass_fields__}, **known})  # type: ignore[arg-type]


def test_contact_data_is_sealed_and_found_by_hash(store: Store, lead: LeadRow) -> None:
    """Exact search works, in any case of letters, and the row shows nothing."""
    with store.reading() as books:
        row = books.connection.execute(text("select * from lead")).mappings().one()
        index = books.sealer.index("alice@example.com", "email")
        assert "Alice Archer" == books.open(row["name_sealed"], f"lead|name|{lead.uid}")
    assert index == row["email_index"]
    shown = " ".join(str(value) for name, value in row.items() if not name.endswith("_sealed"))
    blobs = b"".join(bytes(value) for name, value in row.items() if name.endswith("_sealed"))
    for words in (*CONTACT.values(), "2025550101"):
        assert words not in shown
        assert words.encode() not in blobs


def test_leads_are_listed_longest_waiting_first_and_counted(store: Store, lead: LeadRow) -> None:
    """By status, where asked."""
    with store.transaction() as books:
        summary(books, "BT-BBBBBB")
        other = leads.by_reference(books, "BT-BBBBBB")
        assert other is not None
        leads.move(books, other, "not_now", NOW, follow_up_at=NOW + 10)
    with store.reading() as books:
        assert ["BT-AAAAAA", "BT-BBBBBB"] == [found.reference for found in leads.listed(books)]
        assert ["BT-AAAAAA"] == [found.reference for found in leads.listed(books, status="new")]
        assert {"new": 1, "not_now": 1} == leads.counts(books)
        assert [] == lead_clock.due_again(books, NOW + 9)
        assert ["BT-BBBBBB"] == [found.reference for found in lead_clock.due_again(books, NOW + 10)]


def test_forgetting_a_chats_leads_takes_versions_and_timelines_too(store: Store, lead: LeadRow) -> None:
    """What is left is nothing."""
    with store.transaction() as books:
        assert ["BT-AAAAAA"] == leads.forget_leads(books, 101)
    with store.reading() as books:
        for table in ("lead", "lead_version", "lead_event"):
            assert 0 == books.connection.execute(text(f"select count(*) from {table}")).scalar()
