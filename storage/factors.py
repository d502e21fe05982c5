"""Second factors of staff: a secret sealed in their row, and the last step of the clock whose code was taken."""

from sqlalchemy import or_, select, update

from storage.store import Books
from storage.tables import STAFF


def secret_of(books: Books, telegram_id: int) -> str:
    """The secret of this member, confirmed or not; empty where there is none."""
    sealed = books.connection.execute(select(STAFF.c.totp_sealed).where(STAFF.c.telegram_id == telegram_id)).scalar()
    return str(books.open(sealed, _place(telegram_id))) if sealed else ""


def put_secret(books: Books, telegram_id: int, secret: str) -> None:
    """Keep a new secret, which counts once it is confirmed."""
    sealed = books.seal(secret, _place(telegram_id))
    _set(books, telegram_id, totp_sealed=sealed, totp_since=None, totp_step=None)


def confirm(books: Books, telegram_id: int, now: int) -> None:
    """From now on codes of this member's secret are asked for."""
    _set(books, telegram_id, totp_since=now)


def take_step(books: Books, telegram_id: int, step: int) -> bool:
    """Note that the code of this step was given; False where it, or one of a later step, was taken before."""
    c = STAFF.c
    earlier = or_(c.totp_step.is_(None), c.totp_step < step)
    statement = update(STAFF).where(c.telegram_id == telegram_id, earlier).values(totp_step=step)
    return books.connection.execute(statement).rowcount == 1


def forget(books: Books, telegram_id: int) -> bool:
    """Take the second factor away; False where there was none."""
    c = STAFF.c
    statement = update(STAFF).where(c.telegram_id == telegram_id, c.totp_sealed.is_not(None))
    values = {"totp_sealed": None, "totp_since": None, "totp_step": None}
    return books.connection.execute(statement.values(**values)).rowcount == 1


def _set(books: Books, telegram_id: int, **values: object) -> None:
    books.connection.execute(update(STAFF).where(STAFF.c.telegram_id == telegram_id).values(**values))


def _place(telegram_id: int) -> str:
    return f"staff|totp|{telegram_id}"
