"""Filling a database with a million requests in bulk: indexes are made afterwards, PostgreSQL takes rows by COPY."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, Table

from bench.console_people import (
    CONVERSATION_COLUMNS,
    EVENT_COLUMNS,
    LEAD_COLUMNS,
    OUTBOX_COLUMNS,
    STAFF_IDS,
    VERSION_COLUMNS,
    Pile,
    Row,
    people,
    screens,
    unfinished,
)
from desk.desk import Desk
from storage.schema import migrate
from storage.staff import COORDINATOR, OWNER, READ_ONLY, save_member
from storage.tables import CONVERSATION, LEAD, LEAD_EVENT, LEAD_VERSION, OUTBOX

AT_ONCE = 10_000
UNFINISHED = 30_000
_FILLED = ((LEAD, LEAD_COLUMNS), (LEAD_VERSION, VERSION_COLUMNS), (LEAD_EVENT, EVENT_COLUMNS),
           (CONVERSATION, CONVERSATION_COLUMNS))  # fmt: skip


def fill(desk: Desk, leads: int) -> None:
    """Bring the database to the schema and fill it."""
    migrate(desk.store)
    _staff(desk)
    pile = Pile(leads, desk.now_ms(), desk.store.sealer)
    begun = time.monotonic()
    with desk.store.engine.connect() as connection:
        _hurry(connection)
        for table, _ in _FILLED:
            for index in table.indexes:
                index.drop(connection)
        connection.commit()
        for number, tables in enumerate(_chunks(pile)):
            for (table, columns), rows in zip(_FILLED, tables, strict=True):
                _insert(connection, table, columns, rows)
            connection.commit()
            if number % 10 == 9:
                print(f"{(number + 1) * AT_ONCE:,} in {time.monotonic() - begun:.0f} s", flush=True)
        _insert(connection, CONVERSATION, CONVERSATION_COLUMNS, list(unfinished(pile, UNFINISHED)))
        _insert(connection, OUTBOX, OUTBOX_COLUMNS, list(screens(pile)))
        connection.commit()
        for table, _ in _FILLED:
            for index in table.indexes:
                index.create(connection)
        connection.commit()
    _settle(desk)
    print(f"{leads:,} leads in {time.monotonic() - begun:.0f} s")


def _staff(desk: Desk) -> None:
    with desk.store.transaction() as books:
        for telegram_id in STAFF_IDS:
            save_member(books, telegram_id, f"Member {telegram_id}", COORDINATOR, (), desk.now_ms())
        save_member(books, 9001, "Dana", OWNER, (), desk.now_ms())
        save_member(books, 9004, "Rhea", READ_ONLY, (), desk.now_ms())
        save_member(books, 9005, "Sam", COORDINATOR, ("sedona",), desk.now_ms())


def _chunks(pile: Pile) -> Iterator[tuple[list[Row], list[Row], list[Row], list[Row]]]:
    everybody = people(pile)
    while chunk := list(islice(everybody, AT_ONCE)):
        events = [event for _, _, rows, _ in chunk for event in rows]
        yield [p[0] for p in chunk], [p[1] for p in chunk], events, [p[3] for p in chunk]


def _insert(connection: Connection, table: Table, columns: Sequence[str], rows: list[Row]) -> None:
    names = ", ".join(columns)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"insert into {table.name} ({names}) values ({marks})", rows)  # noqa: S608  # our own names
        return
    with connection.connection.cursor().copy(f"copy {table.name} ({names}) from stdin") as copy:  # type: ignore[attr-defined]
        for row in rows:
            copy.write_row(row)


def _hurry(connection: Connection) -> None:
    """A database that is made anew where it breaks need not be careful."""
    raw = connection.connection.driver_connection
    if connection.dialect.name == "sqlite" and raw is not None:
        for pragma in ("synchronous = off", "journal_mode = memory", "cache_size = -600000", "temp_store = memory"):
            raw.execute(f"pragma {pragma}")
    connection.rollback()


def _settle(desk: Desk) -> None:
    """What PostgreSQL does by itself in time: it learns what is in the tables."""
    if desk.store.engine.dialect.name == "postgresql":
        with desk.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("vacuum analyze")
    desk.store.engine.dispose()
