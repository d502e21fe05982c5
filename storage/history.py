"""Answer history and consents: every answer ever given, with provenance, and every consent, in its wording."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from flows.answers import Answer, pack
from storage.store import Books, new_uid
from storage.tables import ANSWER_HISTORY, CONSENT


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent given, refused or taken back; `wording` is the SHA-256 of the text that asked for it."""

    kind: str
    given: bool
    wording: str
    language: str
    at: int


def record_answer(books: Books, chat_id: int, link_id: str, answer: Answer, event: str, now: int) -> None:
    """Note an answer that was given (`answered`) or lost its question (`archived`)."""
    uid = new_uid()
    books.pending.add(
        ANSWER_HISTORY,
        uid=uid,
        chat_id=chat_id,
        link_id=link_id,
        event=event,
        method=answer.method,
        flow_version=answer.version,
        message_id=answer.message,
        body_sealed=books.seal(pack(answer), f"answer_history|body|{uid}"),
        at=now,
    )


def record_consent(
    books: Books, chat_id: int, kind: str, *, given: bool, wording: str, language: str, now: int
) -> None:
    """Note a consent given, refused or taken back; `wording` is the hash of the text that asked for it."""
    books.pending.add(CONSENT, chat_id=chat_id, kind=kind, given=given, wording=wording, language=language, at=now)


def consents(books: Books, chat_id: int) -> list[tuple[str, bool, int]]:
    """The consents of this chat in order: kind, given, when."""
    c = CONSENT.c
    found = books.connection.execute(select(c.kind, c.given, c.at).where(c.chat_id == chat_id).order_by(c.id))
    return [(kind, given, at) for kind, given, at in found]


def consent_rows(books: Books, chat_id: int) -> list[ConsentRow]:
    """The consents of this chat in order, with the wording and language they were asked in."""
    books.flush()
    c = CONSENT.c
    query = select(c.kind, c.given, c.wording, c.language, c.at).where(c.chat_id == chat_id).order_by(c.id)
    return [ConsentRow(*row) for row in books.connection.execute(query)]


def forget_history(books: Books, chat_id: int) -> int:
    """Delete the answers and consents of this chat; gives how many answers there were."""
    gone = books.connection.execute(delete(ANSWER_HISTORY).where(ANSWER_HISTORY.c.chat_id == chat_id)).rowcount
    books.connection.execute(delete(CONSENT).where(CONSENT.c.chat_id == chat_id))
    return gone
