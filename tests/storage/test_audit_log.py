"""Following the chain a few rows at a time: as far as it holds, whatever its length, and whether its end is the noted one."""

import pytest
from sqlalchemy import text

from storage import audit, audit_log
from storage.store import Store


def _write(store: Store, count: int) -> None:
    with store.transaction() as books:
        for number in range(count):
            audit.append(books, actor="9001", surface="console", act="lead_viewed", subject=f"s{number}", now=number)


def _change(store: Store, statement: str) -> None:
    """As somebody with the whole database in hand could."""
    with store.engine.begin() as connection:
        for act in ("update", "delete"):
            connection.execute(text(f"drop trigger if exists audit_no_{act}"))
        connection.execute(text(statement))


@pytest.mark.parametrize("rows", [0, 1, 6, 7, 8, 20])
def test_a_whole_chain_holds_over_every_border(sqlite: Store, monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(audit_log, "AT_ONCE", 7)
    _write(sqlite, rows)
    found = audit_log.follow(sqlite)
    assert (rows, None, True) == (found.rows, found.broken_at, found.head_found)


@pytest.mark.parametrize(
    ("statement", "at"),
    [
        ("update audit set subject = 'x' where id = 8", 8),
        ("delete from audit where id = 7", 8),
        ("delete from audit where id = 8", 9),
        ("delete from audit where id = 1", 2),
    ],
)
def test_what_was_done_to_it_shows(sqlite: Store, monkeypatch: pytest.MonkeyPatch, statement: str, at: int) -> None:
    """Also on either side of a border."""
    monkeypatch.setattr(audit_log, "AT_ONCE", 7)
    _write(sqlite, 20)
    _change(sqlite, statement)
    assert at == audit_log.follow(sqlite).broken_at


def test_rows_cut_off_the_end_show_by_a_noted_hash(sqlite: Store) -> None:
    """The chain itself cannot tell; the hash that was noted is not in it any more."""
    _write(sqlite, 10)
    head = audit_log.follow(sqlite).head
    _write(sqlite, 5)
    assert audit_log.follow(sqlite, head[:16]).head_found
    _change(sqlite, "delete from audit where id > 9")
    found = audit_log.follow(sqlite, head)
    assert (9, None, False) == (found.rows, found.broken_at, found.head_found)
