"""Copies of a SQLite database: made while it is in use, checked, and put back."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from storage.sealing import SealingError
from storage.store import Books, Store
from storage.tables import CONVERSATION, LEAD


class BackupError(Exception):
    """A copy cannot be made or used; the text says why, for the operator."""


def back_up(store: Store, target: Path) -> int:
    """Write a checked copy of the database to `target`; gives its size in bytes. Raises BackupError."""
    source = _database_file(store)
    if target.exists():
        raise BackupError(f"{target} is there already")
    try:
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        raise BackupError(f"{target} cannot be written ({type(error).__name__})") from None
    check(target)
    return target.stat().st_size


def restore(store: Store, source: Path, *, replace: bool) -> None:
    """Put the copy `source` in the place of the database; only while nothing uses it. Raises BackupError."""
    target = _database_file(store)
    check(source)
    if target.exists() and not replace:
        raise BackupError(f"{target} is there already; --replace puts the copy in its place")
    store.close()
    for leftover in (target.with_name(target.name + "-wal"), target.with_name(target.name + "-shm")):
        leftover.unlink(missing_ok=True)
    shutil.copyfile(source, target)


def check(path: Path) -> None:
    """Raise BackupError unless `path` is a whole database of this product."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            known = copy.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('lead', 'alembic_version')")
            ours = known.fetchone()[0] > 1
    except sqlite3.Error:
        raise BackupError(f"{path} cannot be read as a database") from None
    if not sound or not ours:
        raise BackupError(f"{path} is {'not a database of this product' if sound else 'damaged'}")


def keys_fit(books: Books) -> bool:
    """True where the keys at hand open what the database holds; an empty one fits any key."""
    lead = books.connection.execute(select(LEAD.c.uid, LEAD.c.name_sealed).order_by(LEAD.c.id.desc()).limit(1)).first()
    chat = books.connection.execute(select(CONVERSATION.c.chat_id, CONVERSATION.c.body_sealed).limit(1)).first()
    try:
        if lead:
            books.open(lead.name_sealed, f"lead|name|{lead.uid}")
        if chat:
            books.open(chat.body_sealed, f"conversation|body|{chat.chat_id}")
    except SealingError:
        return False
    return True


def _database_file(store: Store) -> Path:
    url = store.engine.url
    if url.get_backend_name() != "sqlite" or not url.database:
        raise BackupError("this is for SQLite; with PostgreSQL use pg_dump and pg_restore")
    return Path(url.database)
