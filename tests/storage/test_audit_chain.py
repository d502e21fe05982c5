"""The audit log only grows, and whatever is changed or taken out of it shows."""

import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import audit
from storage.store import Store


def write(store: Store, count: int = 5, first: int = 0) -> None:
    for number in range(first, first + count):
        with store.transaction() as books:
            audit.append(
                books, actor="9001", surface="telegram", act="lead_viewed", subject=f"lead{number}", now=1000 + number
            )


def broken(store: Store) -> int | None:
    with store.reading() as books:
        return audit.broken_at(books)


def change(store: Store, statement: str) -> None:
    """What somebody with the whole database in hand could do: the triggers that forbid it are no lock to them."""
    with store.engine.begin() as connection:
        for act in ("update", "delete"):
            connection.execute(text(f"drop trigger if exists audit_no_{act}"))
        connection.execute(text(statement))


def test_a_log_that_nobody_touched_holds(store: Store) -> None:
    """Also the empty one."""
    assert broken(store) is None
    write(store)
    assert broken(store) is None


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", "1"), ("actor", "'9002'"), ("surface", "'console'"), ("act", "'x'"), ("subject", "'x'"), ("detail", "'x'")],
)
def test_a_changed_row_shows(sqlite: Store, column: str, value: str) -> None:
    """In whichever column, and where it is."""
    write(sqlite)
    change(sqlite, f"update audit set {column} = {value} where id = 3")  # names of the test's own
    assert 3 == broken(sqlite)


def test_a_row_that_was_changed_with_its_hash_shows_at_the_next(sqlite: Store) -> None:
    """Hashing a forged row anew is not enough: the row after it was chained to the old one."""
    write(sqlite)
    row = {"at": 1002, "actor": "9002", "surface": "telegram", "act": "lead_viewed", "subject": "lead2", "detail": ""}
    with sqlite.reading() as books:
        before = books.connection.execute(text("select hash from audit where id = 2")).scalar_one()
    change(sqlite, f"update audit set actor = '9002', hash = '{audit._hash(before, row)}' where id = 3")
    assert 4 == broken(sqlite)


@pytest.mark.parametrize("gone", [1, 3])
def test_a_gap_shows(sqlite: Store, gone: int) -> None:
    """The first row has an anchor of its own, so that it cannot go missing either."""
    write(sqlite)
    change(sqlite, f"delete from audit where id = {gone}")  # a number of the test's own
    assert gone + 1 == broken(sqlite)


def test_rows_that_changed_places_show(sqlite: Store) -> None:
    """Order is part of the chain."""
    write(sqlite)
    change(sqlite, "update audit set id = 100 where id = 2")
    change(sqlite, "update audit set id = 2 where id = 3")
    change(sqlite, "update audit set id = 3 where id = 100")
    assert 2 == broken(sqlite)


def test_many_who_write_at_once_make_one_chain(store: Store) -> None:
    """Two rows must never follow the same one."""
    start = threading.Barrier(6)

    def writer(first: int) -> None:
        start.wait()
        write(store, 10, first)

    threads = [threading.Thread(target=writer, args=(number * 10,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as books:
        rows = books.connection.execute(text("select count(*), count(distinct previous_hash) from audit")).one()
    assert (60, 60) == tuple(rows)
    assert broken(store) is None


@pytest.mark.parametrize(
    "statement", ["update audit set actor = '9002' where id = 3", "delete from audit where id = 3"]
)
def test_the_database_itself_refuses_to_change_the_log(store: Store, statement: str) -> None:
    """A slip in code or at a prompt does not get through; whoever takes the guard away still breaks the chain."""
    write(store)
    with pytest.raises(DBAPIError, match="only added to"), store.engine.begin() as connection:
        connection.execute(text(statement))
    assert broken(store) is None
