"""What a person says: the conversation, every answer, every consent, and how questions were gone through."""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big, sealed, table_of


class Conversation(SQLModel, table=True):
    """One chat; the body is the whole conversation value. Codes beside it let staff find who stopped half way."""

    chat_id: int = big(primary_key=True)
    uid: str = Field(max_length=32, index=True, unique=True)
    state: str = Field(max_length=64, index=True)
    language: str = Field(max_length=8)
    flow_version: str = Field(max_length=32)
    body_sealed: bytes = sealed()
    reachable: bool = True
    may_contact: bool = False
    location: str = Field(default="", max_length=32)
    services: str = Field(default="", max_length=400)
    reference: str = Field(default="", max_length=16)
    started_at: int = big()
    touched_at: int = big(index=True)


class AnswerHistory(SQLModel, table=True):
    """Every answer ever given, with provenance; `event` is answered or archived."""

    __tablename__ = "answer_history"
    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32)
    chat_id: int = big(index=True)
    link_id: str = Field(max_length=64)
    event: str = Field(max_length=16)
    method: str = Field(max_length=16)
    flow_version: str = Field(max_length=32)
    message_id: int | None = big(default=None, nullable=True)
    body_sealed: bytes = sealed()
    at: int = big()


class Consent(SQLModel, table=True):
    """A consent given, refused or taken back: which, in which words and language, when."""

    id: int | None = big(default=None, primary_key=True)
    chat_id: int = big(index=True)
    kind: str = Field(max_length=32)
    given: bool
    wording: str = Field(max_length=64)
    language: str = Field(max_length=8)
    at: int = big()


class QuestionShown(SQLModel, table=True):
    """A question as one person met it: when it was first shown, when answered. Codes only, for the report."""

    __tablename__ = "question_shown"
    id: int | None = big(default=None, primary_key=True)
    chat_id: int = big()
    intake: str = Field(max_length=16)
    link_id: str = Field(max_length=64)
    language: str = Field(max_length=8)
    source: str = Field(default="", max_length=64)
    location: str = Field(default="", max_length=32)
    shown_at: int = big()
    answered_at: int | None = big(default=None, nullable=True)
    __table_args__ = (
        Index("ix_question_shown_once", "chat_id", "intake", "link_id", unique=True),
        Index("ix_question_shown_report", "shown_at", "link_id", "answered_at", "location", "language", "source"),
    )


CONVERSATION, ANSWER_HISTORY, CONSENT = table_of(Conversation), table_of(AnswerHistory), table_of(Consent)
QUESTION_SHOWN = table_of(QuestionShown)
# Who stopped half way and may be contacted, the longest silent first.
Index(
    "ix_conversation_unfinished",
    *(CONVERSATION.c[name] for name in ("touched_at", "uid", "state", "location", "language", "services")),
    sqlite_where=text("may_contact = 1 and reference = ''"),
    postgresql_where=text("may_contact and reference = ''"),
)
