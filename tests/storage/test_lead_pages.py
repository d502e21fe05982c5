"""Pages of leads against a plain list: whatever is asked for, in both directions, each lead once and in order."""

import random
from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import event

from flows.lead import LIVE, STATUSES
from flows.record import Summary
from storage import keyset, lead_scope, lead_search, leads
from storage.lead_scope import ORDER, Scope, reading
from storage.leads import LeadRow
from storage.store import Books, Store

PLACES = ("sedona", "las_vegas", "online", "")
SERVICES = (("tms",), ("tms", "dbt"), ("ketamine_infusion",), ())
SOURCES = ("", "google", "flyer", 'o\'hara, "x" %')
ALL = Scope()


@pytest.fixture
def filed(store: Store) -> list[LeadRow]:
    """Two hundred leads of every kind, several in the same millisecond, the longest waiting first."""
    chance = random.Random(11)
    with store.transaction() as books:
        uids = []
        for number in range(200):
            place = chance.choice(PLACES)
            filed_under = Summary(place, place == "online", chance.choice(SERVICES), True, 0)
            uids.append(_create(books, number, filed_under, chance))
        books.flush()
        for uid in uids:
            status = chance.choice(STATUSES)
            holder = None if status == "new" else chance.choice((9001, 9002))
            leads.flag(books, uid, status=status, holder_id=holder, urgent=chance.random() < 0.1)
        found = [leads.by_uid(books, uid) for uid in uids]
    return [lead for lead in found if lead is not None]


def _create(books: Books, number: int, filed_under: Summary, chance: random.Random) -> str:
    return leads.create(
        books, reference=f"BT-{number:06d}", chat_id=number, previous="", summary=filed_under, contact={}, answers={},
        language=chance.choice(("en", "en", "es")), source=chance.choice(SOURCES), flow_version="1",
        now=1_000_000 + number // 3,
    )  # fmt: skip


def fits(lead: LeadRow, scope: Scope) -> bool:
    """The same scope, said plainly."""
    return (
        lead.status in scope.statuses
        and (not scope.locations or lead.location in scope.locations)
        and (not scope.language or lead.language == scope.language)
        and (not scope.service or scope.service in lead.services)
        and (scope.source is None or lead.source == scope.source)
        and (scope.online is None or lead.online is scope.online)
        and (scope.holder_id is None or lead.holder_id == scope.holder_id)
        and (not scope.urgent or lead.urgent)
        and (scope.until is None or lead.submitted_at <= scope.until)
    )


SCOPES = [
    replace(ALL, statuses=statuses, language=language, service=service, source=source, locations=locations)
    for statuses, language, service, source, locations in product(
        (STATUSES, tuple(LIVE), ("closed",)), ("", "es"), ("", "dbt", "nothing"), (None, "", SOURCES[3]),
        ((), ("sedona", "")),
    )
] + [
    replace(ALL, online=True),
    replace(ALL, online=False, service="tms"),
    replace(ALL, holder_id=9001, service="dbt"),
    replace(ALL, holder_id=9001, statuses=("closed",), locations=("online", "las_vegas")),
    replace(ALL, urgent=True, language="en"),
    replace(ALL, until=1_000_030, source="google"),
    replace(ALL, until=1_000_030, statuses=("new",)),
]  # fmt: skip


def test_every_scope_forwards_and_backwards(store: Store, filed: list[LeadRow]) -> None:
    """Each page goes on where the one before ended, and the way back shows the same."""
    with store.reading() as books:
        for scope in SCOPES:
            expected = [lead.uid for lead in filed if fits(lead, scope)]
            assert expected == _all_forwards(books, scope), scope
            assert expected == _all_backwards(books, scope), scope


def test_what_is_rare_is_looked_for_a_stretch_at_a_time(
    store: Store, filed: list[LeadRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that looked at enough rows says so, and going on from there nothing is left out or shown twice."""
    monkeypatch.setattr(keyset, "LOOKED_AT", (3, 7))
    monkeypatch.setattr(lead_scope, "FEW", 2)
    with store.reading() as books:
        for scope in SCOPES:
            expected = [lead.uid for lead in filed if fits(lead, scope)]
            assert expected == _all_forwards(books, scope), scope
            assert expected == _all_backwards(books, scope), scope


def _all_forwards(books: Books, scope: Scope) -> list[str]:
    found: list[str] = []
    place, pages = None, 0
    while pages == 0 or place is not None:
        page = lead_search.page(books, scope, limit=7, place=place)
        found += [lead.uid for lead in page.leads]
        place, pages = page.behind, pages + 1
        assert pages < 400
    return found


def _all_backwards(books: Books, scope: Scope) -> list[str]:
    found: list[str] = []
    place: keyset.Place | None = (2_000_000, 0)
    pages = 0
    while place is not None:
        page = lead_search.page(books, scope, limit=7, place=place, backwards=True)
        found = [lead.uid for lead in page.leads] + found
        place, pages = page.before, pages + 1
        assert pages < 400
    return found


def test_counts_stop(store: Store, filed: list[LeadRow]) -> None:
    """A count is exact up to what is counted, and says no more than that."""
    new = replace(ALL, statuses=("new",), locations=("sedona", ""))
    held = replace(ALL, holder_id=9001)
    with store.reading() as books:
        found = lead_search.counts(books, {"new": new, "held": held, "urgent": replace(ALL, urgent=True)}, 20)
    assert min(20, sum(fits(lead, new) for lead in filed)) == found["new"]
    assert 20 == found["held"]
    assert sum(lead.urgent for lead in filed) == found["urgent"]


def test_a_lead_gone_is_still_a_place_to_go_on_from(store: Store, filed: list[LeadRow]) -> None:
    """Somebody erases their request while a page ends with it."""
    with store.transaction() as books:
        page = lead_search.page(books, ALL, limit=10)
        leads.forget_leads(books, page.leads[-1].chat_id)
        following = lead_search.page(books, ALL, limit=10, place=page.behind)
    assert [lead.uid for lead in filed[10:20]] == [lead.uid for lead in following.leads]


@pytest.mark.parametrize(
    "text", ["", "x", "1", "1-", "-1", "1-x", "zz-1", "1-1-1", "1-" + "9" * 19, "1-" + "9" * 40, "1-1'; --"]
)
def test_what_is_no_place_is_the_beginning(text: str) -> None:
    """An address somebody changed by hand leads to the first page."""
    assert ORDER.read(text) is None
    assert (0xBEEF, 17) == ORDER.read(ORDER.write((0xBEEF, 17)))


def test_no_page_sorts_or_walks_the_table(sqlite: Store) -> None:
    """SQLite's plan of every page: an index in the wanted order, never the whole table, never a sort of a range."""
    store = sqlite
    with store.transaction() as books:
        _create(books, 1, Summary("sedona", False, ("tms", "dbt"), True, 0), random.Random(1))
    statements: list[tuple[str, object]] = []

    def keep(_c: object, _u: object, statement: str, parameters: object, *_: object) -> None:
        statements.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", keep)
    with store.reading() as books:
        for scope in SCOPES:
            how = reading(books, scope)
            keyset.places(books, ORDER, how.ranges, how.also, limit=5, place=(1_000_010, 3), backwards=False)
            keyset.places(books, ORDER, how.ranges, how.also, limit=5, place=(1_000_010, 3), backwards=True)
    event.remove(store.engine, "before_cursor_execute", keep)
    with store.reading() as books:
        for statement, parameters in statements:
            if "submitted_at" not in statement:
                continue
            plan = books.connection.exec_driver_sql(f"explain query plan {statement}", parameters)  # type: ignore[arg-type]
            steps = [str(row[-1]) for row in plan]
            touching = [step for step in steps if "lead" in step.split()]
            assert touching
            assert all("COVERING INDEX" in step and step.startswith("SEARCH") for step in touching), (statement, steps)
            assert not any("B-TREE" in step for step in steps), (statement, steps)
