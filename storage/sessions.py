"""One-time links into the console, and who is signed in: kept as hashes, spent by compare-and-set."""

from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update

from storage.store import Books, new_uid
from storage.tables import LOGIN_LINK, SESSION
from storage.upsert import insert_new


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session: whose it is, from where, and when it was opened and last used (milliseconds).

    `uid` names it on pages; `passed` is False while a second factor is still asked for.
    """

    uid: str
    telegram_id: int
    address: str
    passed: bool
    opened_at: int
    seen_at: int


_COLUMNS = tuple(SESSION.c[name] for name in SessionRow.__slots__)


def add_link(books: Books, link_hash: str, telegram_id: int, now: int, expires_at: int) -> None:
    """Keep a new link; older ones of the same member, and whatever has expired, are no use any more and go."""
    c = LOGIN_LINK.c
    older = (c.telegram_id == telegram_id) & c.used_at.is_(None)
    books.connection.execute(delete(LOGIN_LINK).where(or_(older, c.expires_at <= now)))
    row = {"hash": link_hash, "telegram_id": telegram_id, "expires_at": expires_at, "used_at": None}
    books.connection.execute(LOGIN_LINK.insert().values(**row))


def spend_once(books: Books, proof_hash: str, telegram_id: int, now: int, expires_at: int) -> bool:
    """Note a proof of who somebody is that was made elsewhere, so that it opens nothing again; True for the first."""
    books.connection.execute(delete(LOGIN_LINK).where(LOGIN_LINK.c.expires_at <= now))
    row = {"hash": proof_hash, "telegram_id": telegram_id, "expires_at": expires_at, "used_at": now}
    return insert_new(books, LOGIN_LINK, row, key="hash")


def link_owner(books: Books, link_hash: str, now: int) -> int | None:
    """Whose link this is, while it can be spent."""
    c = LOGIN_LINK.c
    query = select(c.telegram_id).where(c.hash == link_hash, c.used_at.is_(None), c.expires_at > now)
    return books.connection.execute(query).scalar()


def spend_link(books: Books, link_hash: str, now: int) -> int | None:
    """Spend a link: of any number who try at once, one is told whose it was."""
    c = LOGIN_LINK.c
    owner = link_owner(books, link_hash, now)
    statement = update(LOGIN_LINK).where(c.hash == link_hash, c.used_at.is_(None), c.expires_at > now)
    spent = books.connection.execute(statement.values(used_at=now)).rowcount == 1
    return owner if spent else None


def open_session(
    books: Books, session_hash: str, telegram_id: int, now: int, *, address: str = "", passed: bool = True
) -> None:
    """Somebody is signed in from now on."""
    row = {
        "hash": session_hash, "uid": new_uid(), "telegram_id": telegram_id, "address": address[:64], "passed": passed,
        "opened_at": now, "seen_at": now,
    }  # fmt: skip
    books.connection.execute(SESSION.insert().values(**row))


def session(books: Books, session_hash: str) -> SessionRow | None:
    """The session with this hash, whatever its age."""
    row = books.connection.execute(select(*_COLUMNS).where(SESSION.c.hash == session_hash)).one_or_none()
    return SessionRow(*row) if row else None


def sessions_of(books: Books, telegram_id: int | None = None) -> list[SessionRow]:
    """The sessions of this member, or of everybody, whatever their age; the last used first."""
    query = select(*_COLUMNS).order_by(SESSION.c.seen_at.desc(), SESSION.c.uid)
    if telegram_id is not None:
        query = query.where(SESSION.c.telegram_id == telegram_id)
    return [SessionRow(*row) for row in books.connection.execute(query)]


def touch_session(books: Books, session_hash: str, now: int) -> None:
    """Note that a session was used."""
    books.connection.execute(update(SESSION).where(SESSION.c.hash == session_hash).values(seen_at=now))


def end_session(books: Books, session_hash: str) -> bool:
    """End a session; False where there was none."""
    return books.connection.execute(delete(SESSION).where(SESSION.c.hash == session_hash)).rowcount == 1


def end_named(books: Books, uid: str) -> bool:
    """End the session with this uid; False where there was none."""
    return books.connection.execute(delete(SESSION).where(SESSION.c.uid == uid)).rowcount == 1


def end_sessions_of(books: Books, telegram_id: int, *, but: str = "") -> int:
    """End every session of this member except the one with the uid `but`, and any link of theirs; gives how many."""
    links = LOGIN_LINK.c
    books.connection.execute(delete(LOGIN_LINK).where(links.telegram_id == telegram_id, links.used_at.is_(None)))
    mine = (SESSION.c.telegram_id == telegram_id, SESSION.c.uid != but)
    return books.connection.execute(delete(SESSION).where(*mine)).rowcount


def forget_sessions(books: Books, seen_before: int, opened_before: int) -> None:
    """Delete sessions that have run out."""
    c = SESSION.c
    books.connection.execute(delete(SESSION).where(or_(c.seen_at < seen_before, c.opened_at < opened_before)))
