"""What makes SQLite durable and strict is really in force, on every connection."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from front_desk import KEYS
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage import engine as storage_engine
from storage import settings
from storage.engine import BadDatabaseUrl, open_engine
from storage.schema import migrate
from storage.store import StorageDown, Store

FULL = 2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database of `sqlite` is."""
    return tmp_path / "front.db"


@pytest.fixture
def impatient(url: str, sqlite: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The same database through a store that waits for nobody."""
    monkeypatch.setattr(storage_engine, "BUSY_MS", 20)
    store = Store(url, KEYS)
    yield store
    store.close()


def test_every_connection_is_durable(sqlite: Store) -> None:
    """WAL, a sync at each commit, patience, foreign keys, and deleted content overwritten: on several at once."""
    wanted = {
        "journal_mode": "wal", "synchronous": FULL, "busy_timeout": 5000, "foreign_keys": 1, "secure_delete": 1,
    }  # fmt: skip
    connections = [sqlite.engine.connect().execution_options(reading=True) for _ in range(4)]
    found = [{name: c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} for c in connections]
    for connection in connections:
        connection.close()
    assert [wanted] * 4 == found


def test_a_transaction_holds_the_write_lock_from_its_first_moment(sqlite: Store, file: Path) -> None:
    """BEGIN IMMEDIATE: nobody else can begin to write, though nothing was written yet."""
    with sqlite.transaction(), closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as other:
        with pytest.raises(sqlite3.OperationalError, match="database is locked"):
            other.execute("BEGIN IMMEDIATE")
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_reading_waits_for_no_writer(sqlite: Store, impatient: Store) -> None:
    """While somebody writes, readers see what was committed before."""
    with sqlite.transaction() as books:
        settings.put(books, "colour", "green")
    with sqlite.transaction() as books:
        settings.put(books, "colour", "blue")
        with impatient.reading() as others:
            assert "green" == settings.get(others, "colour")


def test_reading_first_and_writing_later_never_fails_for_being_late(sqlite: Store) -> None:
    """Eight threads that read and then write lose no step: a deferred transaction would fail most of them."""
    with sqlite.transaction() as books:
        settings.put(books, "count", "0")
    troubles: list[str] = []

    def count_up() -> None:
        try:
            for _ in range(25):
                with sqlite.transaction() as books:
                    settings.put(books, "count", str(int(settings.get(books, "count") or 0) + 1))
        except StorageDown as down:
            troubles.append(str(down))

    threads = [threading.Thread(target=count_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with sqlite.reading() as books:
        assert ([], "200") == (troubles, settings.get(books, "count"))


def test_a_locked_database_is_down_not_broken(sqlite: Store, impatient: Store, file: Path) -> None:
    """Once its patience is over a writer hears that the storage is down, and can try again."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageDown), impatient.transaction():
            pass
        other.execute("ROLLBACK")
    with impatient.transaction() as books:
        settings.put(books, "colour", "green")


def test_a_full_disk_is_down_and_keeps_nothing_of_the_transaction(sqlite: Store) -> None:
    """What was written before the disk was full is rolled back with the rest."""
    with pytest.raises(StorageDown), sqlite.transaction() as books:
        pages = books.connection.exec_driver_sql("PRAGMA page_count").scalar()
        books.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        settings.put(books, "colour", "green")
        for number in range(50):
            settings.put(books, f"filler {number}", "x" * 4000)
    sqlite.close()
    with sqlite.reading() as books:
        assert settings.get(books, "colour") is None


def test_a_database_that_may_only_be_read_is_down_for_writers(sqlite: Store, file: Path) -> None:
    """Reading goes on."""
    with sqlite.transaction() as books:
        settings.put(books, "colour", "green")
    only_reading = Store(f"sqlite:///file:{file}?mode=ro&uri=true", KEYS)
    with pytest.raises(StorageDown), only_reading.transaction() as books:
        settings.put(books, "colour", "blue")
    with only_reading.reading() as books:
        assert "green" == settings.get(books, "colour")
    only_reading.close()


def test_a_file_that_is_no_database_is_down(tmp_path: Path) -> None:
    """A damaged file is a state of the storage, not of a statement."""
    (tmp_path / "front.db").write_bytes(b"this was never a database " * 100)
    store = Store(f"sqlite:///{tmp_path / 'front.db'}", KEYS)
    with pytest.raises(StorageDown), store.transaction():
        pass
    with pytest.raises(StorageDown), store.reading() as books:
        settings.get(books, "colour")
    store.close()


def test_errors_of_the_database_hide_what_was_to_be_written(sqlite: Store) -> None:
    """An error's text may reach a log: it holds the statement, never the values."""
    with pytest.raises(IntegrityError) as refused, sqlite.transaction() as books:
        for _ in range(2):
            books.connection.execute(
                text("insert into setting (name, value) values (:name, :value)"), {"name": "a", "value": "Quintessa"}
            )
    assert "Quintessa" not in str(refused.value)
    assert "Quintessa" not in repr(refused.value)


def test_a_transaction_that_raises_keeps_nothing(store: Store) -> None:
    """Neither what was written nor what still waited."""
    with pytest.raises(ZeroDivisionError), store.transaction() as books:
        settings.put(books, "colour", "green")
        books.seal(1 / 0, "")
    with store.reading() as books:
        assert settings.get(books, "colour") is None


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "cannot be read"),
        ("intake.db", "cannot be read"),
        ("mysql://localhost/intake", "mysql is not supported"),
        ("mssql+pyodbc://localhost/intake", "is not supported"),
        ("postgresql+nosuchdriver://localhost/intake", "driver postgresql\\+nosuchdriver is not installed"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(url: str, says: str) -> None:
    """Each with what to write instead."""
    with pytest.raises(BadDatabaseUrl, match=says):
        open_engine(url)


def test_migrating_leaves_the_database_in_wal(url: str, file: Path) -> None:
    """The mode is kept in the file, so that a backup tool sees it too."""
    store = Store(url, KEYS)
    migrate(store)
    store.close()
    with closing(sqlite3.connect(file)) as other:
        assert ("wal",) == other.execute("PRAGMA journal_mode").fetchone()
