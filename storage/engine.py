"""Opening the database: SQLite made durable and strict about transactions, or PostgreSQL."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

BUSY_MS = 5_000
"""How long a writer waits for another one before it is refused, in milliseconds."""


class BadDatabaseUrl(ValueError):
    """DATABASE_URL is no address of a database this product can use."""


def open_engine(url: str) -> Engine:
    """An engine for `url`; bound parameters never stand in its errors.

    Raises:
        BadDatabaseUrl: the address cannot be read, or names a database other than SQLite and PostgreSQL.
    """
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, ValueError):
        raise BadDatabaseUrl("cannot be read; write sqlite:///file.db or postgresql+psycopg://user@host/name") from None
    if backend not in {"sqlite", "postgresql"}:
        raise BadDatabaseUrl(f"{backend} is not supported; use sqlite:/// or postgresql+psycopg://")
    try:
        engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=backend == "postgresql")
    except (ModuleNotFoundError, NoSuchModuleError):
        raise BadDatabaseUrl(f"the driver {parsed.drivername} is not installed; use postgresql+psycopg://") from None
    if backend == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Pragmas hold per connection. The driver must not open transactions by itself: `_begin_sqlite` does."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that may write takes the lock at once: one that reads first and writes later fails when busy."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
