"""The store: transactions over the database, each giving the books to write in."""

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from storage.engine import open_engine
from storage.pending import Late, Pending
from storage.sealing import Sealer


class StorageDown(Exception):
    """The database cannot be read or written now; nothing of the transaction was kept."""


class Books:
    """One open transaction: its connection, the rows that wait, and sealing."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self.connection = connection
        self.sealer = sealer
        self.pending = Pending()
        self.late = Late()
        self._last: list[Callable[[], None]] = []

    @property
    def on_postgres(self) -> bool:
        """True where several processes may write at once."""
        return self.connection.dialect.name == "postgresql"

    def seal(self, value: Any, place: str) -> bytes:
        """A JSON value, sealed for "table|column|row"."""
        return self.sealer.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), place)

    def open(self, sealed: bytes, place: str) -> Any:
        """The JSON value sealed at `place`."""
        return json.loads(self.sealer.open(sealed, place))

    def lock(self, keys: list[int]) -> None:
        """Hold these keys until the transaction ends, where others could write; in order, so that none deadlocks."""
        if self.on_postgres:
            for key in sorted(set(keys)):
                self.connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": key})

    def lead_by(self, key: int) -> bool:
        """True where this transaction is the only one that holds `key` now; where one process writes, always."""
        if not self.on_postgres:
            return True
        return bool(self.connection.execute(text("select pg_try_advisory_xact_lock(:key)"), {"key": key}).scalar())

    def at_the_end(self, write: Callable[[], None]) -> None:
        """Write this when all else is written, right before the transaction is kept."""
        self._last.append(write)

    def finish(self) -> None:
        """Write what waits, and what was left to the end."""
        self.flush()
        self.late.flush(self.connection)
        for write in self._last:
            write()
        self._last.clear()

    def flush(self) -> None:
        """Write what waits, so that later statements of this transaction see it."""
        self.pending.flush(self.connection)


class Store:
    """The database of one desk."""

    def __init__(self, url: str, keys: list[bytes]) -> None:
        """Open `url`; raises BadDatabaseUrl."""
        self.engine: Engine = open_engine(url)
        self.sealer = Sealer(keys)

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        """Books to write in: kept when the block ends, forgotten when it raises.

        Raises:
            StorageDown: the database is locked, full, read-only or gone.
        """
        try:
            with self.engine.begin() as connection:
                books = Books(connection, self.sealer)
                yield books
                books.finish()
        except DBAPIError as error:
            if is_down(error):
                raise StorageDown(type(error.orig).__name__) from None
            raise

    @contextmanager
    def reading(self) -> Iterator[Books]:
        """Books to read in; takes no write lock."""
        try:
            with self.engine.connect().execution_options(reading=True) as connection:
                yield Books(connection, self.sealer)
        except DBAPIError as error:
            if is_down(error):
                raise StorageDown(type(error.orig).__name__) from None
            raise

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def is_down(error: DBAPIError) -> bool:
    """True where the trouble is the database's state, not the statement: trying later can help."""
    return type(error.orig).__name__ in {
        "OperationalError",
        "DatabaseError",
        "InterfaceError",
        "AdminShutdown",
        "DeadlockDetected",
        "DiskFull",
    } or bool(error.connection_invalidated)


def new_uid() -> str:
    """An opaque id for a row: 96 random bits, safe in URLs and callback data."""
    return secrets.token_urlsafe(12)
