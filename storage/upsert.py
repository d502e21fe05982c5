"""Insert-or-update, which SQL leaves to each database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.store import Books


def upsert(books: Books, table: Table, rows: list[dict[str, Any]], *, key: str, changing: Sequence[str]) -> None:
    """Write `rows`; where the `key` is there already, set the columns `changing` (none: keep the row as it is)."""
    statement = postgresql.insert(table) if books.on_postgres else sqlite.insert(table)
    if changing:
        changes = {name: statement.excluded[name] for name in changing}
        books.connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changes), rows)
    else:
        books.connection.execute(statement.on_conflict_do_nothing(index_elements=[key]), rows)


def insert_new(books: Books, table: Table, row: dict[str, Any], *, key: str) -> bool:
    """Write `row` where its `key` is not there yet; of any number who try at once, one is told True."""
    statement = postgresql.insert(table) if books.on_postgres else sqlite.insert(table)
    written = statement.values(**row).on_conflict_do_nothing(index_elements=[key]).returning(table.c[key])
    return books.connection.execute(written).first() is not None
