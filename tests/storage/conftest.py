"""Databases for the tests of this room: a SQLite file, a PostgreSQL database, or each in turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from front_desk import KEYS, FrontDesk
from postgres import own_database

from storage.schema import migrate
from storage.store import Store

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'front.db'}"


@pytest.fixture
def sqlite(url: str) -> Iterator[Store]:
    """A migrated SQLite database."""
    store = Store(url, KEYS)
    migrate(store)
    yield store
    store.close()


@pytest.fixture
def on_postgres() -> Iterator[Store]:
    """A migrated PostgreSQL database."""
    with own_database() as address:
        store = Store(address, KEYS)
        migrate(store)
        yield store
        store.close()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> Store:
    """A migrated database, of each kind in turn."""
    found: Store = request.getfixturevalue("sqlite" if request.param == "sqlite" else "on_postgres")
    return found


@pytest.fixture
def front(tmp_path: Path) -> Iterator[FrontDesk]:
    """A front desk over a SQLite file."""
    desk = FrontDesk(tmp_path)
    yield desk
    desk.close()
