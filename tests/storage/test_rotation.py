"""Rotation: after it, the new key alone opens everything, and search finds everybody."""

from pathlib import Path

import pytest
from front_desk import FrontDesk
from sqlalchemy import func, select
from walks import BY_TAPS, finish, walk

from storage import lead_search
from storage.rotating import PLACES, Rotated, rotate
from storage.store import Store
from storage.tables import METADATA

OLD, NEW = bytes(range(32)), bytes(range(32, 64))


@pytest.fixture
def worked(tmp_path: Path) -> str:
    """The address of a database with one whole intake and one that is under way, sealed with the old key."""
    front = FrontDesk(tmp_path)
    finish(front.patient(101), BY_TAPS)
    walk(front.patient(102), BY_TAPS[:5])
    front.close()
    return f"sqlite:///{front.file}"


def test_every_sealed_column_has_its_place() -> None:
    """A new sealed column that rotation does not know would lock its words away."""
    known = {f"{place.table.name}.{name}_sealed" for place in PLACES for name in place.columns}
    there = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if column.name.endswith("_sealed")
    }
    assert there == known


def test_afterwards_the_new_key_alone_opens_everything(worked: str) -> None:
    """And a second run has nothing to do."""
    both = Store(worked, [NEW, OLD])
    first = rotate(both)
    assert first.sealed > 10
    assert (0, Rotated(0, 0)) == (first.unreadable, rotate(both))
    both.close()
    new_only = Store(worked, [NEW])
    assert Rotated(0, 0) == rotate(new_only)
    with new_only.reading() as books:
        for place in PLACES:
            for row in books.connection.execute(select(place.table)).mappings():
                for name in place.columns:
                    if row[f"{name}_sealed"] is not None:
                        books.open(row[f"{name}_sealed"], f"{place.table.name}|{name}|{place.row(row)}")
        lead = books.connection.execute(select(func.count()).select_from(PLACES[2].table)).scalar()
        assert 1 == lead
    new_only.close()


def test_search_finds_people_before_and_after(worked: str) -> None:
    """By phone, under the old hash while two keys are set, then under the new one."""
    both = Store(worked, [NEW, OLD])
    with both.reading() as books:
        phone = books.open(
            books.connection.execute(select(PLACES[2].table.c.phone_sealed)).scalar_one(),
            "lead|phone|" + books.connection.execute(select(PLACES[2].table.c.uid)).scalar_one(),
        )
    for keys in ([NEW, OLD], [NEW]):
        store = Store(worked, keys)
        with store.reading() as books:
            found = lead_search.search(books, "phone", phone, locations=(), limit=5)
        assert 1 == len(found)
        rotate(store)
        store.close()
    both.close()


def test_what_no_key_opens_is_counted_and_left_as_it_is(worked: str) -> None:
    """A lost key must not be the end of what it sealed."""
    stranger = Store(worked, [NEW])
    done = rotate(stranger)
    assert 0 == done.sealed
    assert done.unreadable > 10
    stranger.close()
    owner = Store(worked, [OLD])
    assert Rotated(0, 0) == rotate(owner)
    owner.close()
