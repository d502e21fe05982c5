"""Which questions were shown and answered, for the report: codes and times only, written in bulk as a batch ends.

A question is one row a person and run through the questionnaire, however often it is shown.
"""

from sqlalchemy import Insert, Update, bindparam, delete, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.store import Books, new_uid
from storage.tables import QUESTION_SHOWN

NOBODY = 0
"""Stands in the place of a chat that is not known any more."""
_Q = QUESTION_SHOWN.c
_KEY = ("chat_id", "intake", "link_id")
_SHOWN: dict[bool, Insert] = {
    False: sqlite.insert(QUESTION_SHOWN).on_conflict_do_nothing(index_elements=_KEY),
    True: postgresql.insert(QUESTION_SHOWN).on_conflict_do_nothing(index_elements=_KEY),
}
_RUN = (_Q.chat_id == bindparam("chat"), _Q.intake == bindparam("run"))
_ANSWERED: Update = (
    update(QUESTION_SHOWN)
    .where(*_RUN, _Q.link_id == bindparam("link"), _Q.answered_at.is_(None))
    .values(answered_at=bindparam("at"))
)
_PLACED: Update = update(QUESTION_SHOWN).where(*_RUN).values(location=bindparam("where"))


def note_shown(
    books: Books, chat_id: int, intake: str, link_id: str, *, language: str, source: str, location: str, now: int
) -> None:
    """A question is shown; that it was shown before in this run changes nothing."""
    row = {
        "chat_id": chat_id, "intake": intake, "link_id": link_id, "language": language, "source": source,
        "location": location, "shown_at": now, "answered_at": None,
    }  # fmt: skip
    books.late.add(_SHOWN[books.on_postgres], row)


def note_answered(books: Books, chat_id: int, intake: str, link_id: str, now: int) -> None:
    """A question that was shown got its first answer; later ones change nothing."""
    books.late.change(_ANSWERED, {"chat": chat_id, "run": intake, "link": link_id, "at": now})


def note_location(books: Books, chat_id: int, intake: str, location: str) -> None:
    """Where this run of somebody belongs, also what was shown before it was known."""
    books.late.change(_PLACED, {"chat": chat_id, "run": intake, "where": location})


def forget_whose(books: Books, chat_id: int, intake: str) -> None:
    """Keep that somebody met these questions, and forget who: nothing else of this run is kept either."""
    books.late.flush(books.connection)
    nobody = {"chat_id": NOBODY, "intake": new_uid()}
    books.connection.execute(update(QUESTION_SHOWN).where(_Q.chat_id == chat_id, _Q.intake == intake).values(**nobody))


def forget_shown(books: Books, chat_id: int) -> None:
    """Delete which questions this chat was shown, also in this very batch."""
    books.late.flush(books.connection)
    books.connection.execute(delete(QUESTION_SHOWN).where(_Q.chat_id == chat_id))
