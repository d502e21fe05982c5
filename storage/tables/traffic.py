"""What comes in and what goes out: updates kept, messages to Telegram, deliveries to other systems."""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big, sealed, table_of


class Outbox(SQLModel, table=True):
    """What is to be sent, in order per chat, until Telegram took it; and what was, with its message id."""

    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32)
    chat_id: int = big()
    ask: str = Field(default="", max_length=64)
    mode: str = Field(max_length=8)
    urgent: bool = False
    subject: str = Field(default="", max_length=40)
    body_sealed: bytes = sealed()
    status: str = Field(default="pending", max_length=12)
    attempts: int = 0
    due_at: int = big()
    leased_until: int = big(default=0)
    message_id: int | None = big(default=None, nullable=True)
    error: str = Field(default="", max_length=64)
    created_at: int = big()
    delivered_at: int | None = big(default=None, nullable=True)
    remove_at: int | None = big(default=None, nullable=True)
    __table_args__ = (
        Index("ix_outbox_removal", "remove_at", sqlite_where=text("remove_at is not null"),
              postgresql_where=text("remove_at is not null")),
        Index("ix_outbox_pending", "chat_id", "id", sqlite_where=text("status = 'pending'"),
              postgresql_where=text("status = 'pending'")),
        Index("ix_outbox_parked", "id", sqlite_where=text("status = 'parked'"),
              postgresql_where=text("status = 'parked'")),
        Index("ix_outbox_ask", "chat_id", "ask"),
        Index("ix_outbox_message", "chat_id", "message_id"),
        Index("ix_outbox_subject", "subject", sqlite_where=text("subject <> ''"),
              postgresql_where=text("subject <> ''")),
    )  # fmt: skip


class Received(SQLModel, table=True):
    """Ids of updates that were kept, so that a re-sent one changes nothing."""

    update_id: int = big(primary_key=True)
    at: int = big(index=True)


class Parked(SQLModel, table=True):
    """Updates that could not be read or carried out, kept for a look; the text is sealed."""

    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32)
    update_id: int = big(index=True)
    chat_id: int | None = big(default=None, nullable=True, index=True)
    error: str = Field(max_length=64)
    body_sealed: bytes = sealed()
    at: int = big()


class Delivery(SQLModel, table=True):
    """What is to reach another system, by webhook or e-mail, until it took it or is given up."""

    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32, unique=True)
    channel: str = Field(max_length=16)
    target: str = Field(max_length=64)
    event: str = Field(max_length=32)
    lead_uid: str = Field(max_length=32, index=True)
    body_sealed: bytes = sealed()
    status: str = Field(default="pending", max_length=12)
    attempts: int = 0
    due_at: int = big()
    leased_until: int = big(default=0)
    error: str = Field(default="", max_length=64)
    created_at: int = big()
    delivered_at: int | None = big(default=None, nullable=True)
    __table_args__ = (
        Index("ix_delivery_due", "due_at", sqlite_where=text("status = 'pending'"),
              postgresql_where=text("status = 'pending'")),
        Index("ix_delivery_status", "status", "created_at"),
    )  # fmt: skip


OUTBOX, RECEIVED, PARKED, DELIVERY = table_of(Outbox), table_of(Received), table_of(Parked), table_of(Delivery)
