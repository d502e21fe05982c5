"""The demo's working day: sample people in every state, by the real intake and the real desk, and marked as such."""

from collections.abc import Iterator

import pytest
from front_desk import KEYS, all_words, shipped_flow
from sqlalchemy import text

from desk.desk import Desk
from flows.lead import STATUSES
from flows.record import SAMPLE_SOURCE
from intake.sample_day import FIRST_CHAT, SampleDay
from storage import audit, leads
from storage.schema import migrate
from storage.store import Store

GROUP = -1_009_000_000_001


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database on which the day was played."""
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('day') / 'day.db'}", KEYS)
    migrate(store)
    SampleDay(Desk(store, shipped_flow(), all_words(), GROUP)).play()
    yield store
    store.close()


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    with store.engine.connect().execution_options(reading=True) as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_there_are_forty_leads_and_some_in_every_state(played: Store) -> None:
    """It looks like a working day."""
    found = dict(rows(played, "select status, count(*) from lead group by 1"))
    assert 40 == sum(found.values())  # type: ignore[arg-type]  # counts
    assert set(STATUSES) == set(found)


def test_everybody_is_marked_as_a_sample(played: Store) -> None:
    """By name and by source, wherever a lead is shown."""
    with played.reading() as books:
        for lead in leads.listed(books, limit=None):
            assert SAMPLE_SOURCE == lead.source
            [name] = leads.answers(books, lead)["name"].codes
            assert name.endswith(" Sample")


def test_it_has_what_a_day_brings(played: Store) -> None:
    """Somebody urgent, somebody who asks for a person, questions, notes, messages both ways, a change, unfinished ones."""
    kinds = dict(rows(played, "select kind, count(*) from lead_event group by 1"))
    assert {
        "question",
        "note",
        "message",
        "message_out",
        "amended",
        "take_over",
        "alert_crisis",
        "alert_person",
    } <= set(kinds)
    assert [(6,)] == rows(played, "select count(*) from conversation where reference = '' and may_contact")


def test_nothing_of_the_past_is_sent_but_the_cards_of_open_leads(played: Store) -> None:
    """No phone rings for what was made up."""
    waiting = rows(played, "select chat_id, count(*) from outbox where status = 'pending' group by 1")
    open_leads = rows(played, "select count(*) from lead where status in ('new', 'claimed', 'contacted')")
    assert [(GROUP, open_leads[0][0])] == waiting
    assert [] == rows(played, f"select chat_id from lead where chat_id < {FIRST_CHAT}")


def test_the_audit_log_of_the_day_holds(played: Store) -> None:
    """It was written by the desk itself."""
    with played.reading() as books:
        assert audit.broken_at(books) is None
