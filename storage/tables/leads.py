"""Leads: what is filed, its versions, its timeline, its alerts."""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big, sealed, table_of


class Lead(SQLModel, table=True):
    """A request handed over; what it is filed under, and who works it."""

    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32, unique=True)
    reference: str = Field(max_length=16, unique=True)
    chat_id: int = big(index=True)
    previous: str = Field(default="", max_length=16)
    status: str = Field(max_length=16)
    location: str = Field(max_length=32)
    services: str = Field(max_length=400)
    online: bool = False
    urgent: bool = False
    may_contact: bool = False
    reachable: bool = True
    language: str = Field(max_length=8)
    source: str = Field(default="", max_length=64)
    holder_id: int | None = big(default=None, nullable=True, index=True)
    held_at: int | None = big(default=None, nullable=True)
    reason: str = Field(default="", max_length=32)
    follow_up_at: int | None = big(default=None, nullable=True)
    acted_at: int | None = big(default=None, nullable=True)
    contacted_at: int | None = big(default=None, nullable=True)
    promised_at: int | None = big(default=None, nullable=True)
    promise_missed_at: int | None = big(default=None, nullable=True)
    merged_into: str = Field(default="", max_length=32)
    version: int = 1
    revision: int = 1
    name_sealed: bytes = sealed()
    phone_sealed: bytes = sealed()
    email_sealed: bytes = sealed()
    name_index: str = Field(default="", max_length=32)
    phone_index: str = Field(default="", max_length=32, index=True)
    email_index: str = Field(default="", max_length=32, index=True)
    submitted_at: int = big()
    changed_at: int = big()


class LeadVersion(SQLModel, table=True):
    """The answers as handed over (version 1, never changed) and after each amendment."""

    __tablename__ = "lead_version"
    id: int | None = big(default=None, primary_key=True)
    lead_uid: str = Field(max_length=32)
    number: int
    flow_version: str = Field(max_length=32)
    body_sealed: bytes = sealed()
    at: int = big()
    __table_args__ = (Index("ix_lead_version_lead", "lead_uid", "number", unique=True),)


class LeadEvent(SQLModel, table=True):
    """The timeline of a lead: moves, messages, amendments, delivery."""

    __tablename__ = "lead_event"
    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32)
    lead_uid: str = Field(max_length=32, index=True)
    kind: str = Field(max_length=24)
    actor: str = Field(max_length=32)
    body_sealed: bytes | None = sealed(default=None, nullable=True)
    at: int = big()


class Alert(SQLModel, table=True):
    """Something a person must see at once: a crisis, or somebody asking for a human being."""

    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32, unique=True)
    chat_id: int = big(index=True)
    kind: str = Field(max_length=16)
    lead_uid: str = Field(default="", max_length=32)
    raised_at: int = big()
    seen_by: int | None = big(default=None, nullable=True)
    seen_at: int | None = big(default=None, nullable=True)
    escalations: int = 0
    escalated_at: int | None = big(default=None, nullable=True)
    __table_args__ = (
        Index("ix_alert_unseen", "id", sqlite_where=text("seen_by is null"), postgresql_where=text("seen_by is null")),
    )


class LeadMerge(SQLModel, table=True):
    """A lead folded into another as a duplicate, and how it stood before, so that it can be taken back."""

    __tablename__ = "lead_merge"
    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32, unique=True)
    from_uid: str = Field(max_length=32, index=True)
    into_uid: str = Field(max_length=32, index=True)
    status_before: str = Field(max_length=16)
    holder_before: int | None = big(default=None, nullable=True)
    actor_id: int = big()
    at: int = big()
    undone_at: int | None = big(default=None, nullable=True)


class Draft(SQLModel, table=True):
    """A message to a patient that a member of staff has written and not yet sent."""

    id: int | None = big(default=None, primary_key=True)
    uid: str = Field(max_length=32, unique=True)
    lead_uid: str = Field(max_length=32, index=True)
    actor_id: int = big()
    body_sealed: bytes = sealed()
    at: int = big()


LEAD, LEAD_VERSION, LEAD_EVENT = table_of(Lead), table_of(LeadVersion), table_of(LeadEvent)
ALERT, LEAD_MERGE, DRAFT = table_of(Alert), table_of(LeadMerge), table_of(Draft)
# An inbox page is a range of one of these, in the order of waiting, however many leads there are. Each holds every code
# that can be asked for, so that what the range does not settle is looked at without a way to the table.
_CODES = ("status", "location", "language", "source", "services", "online")
for _by in _CODES:
    _range = (_by, "submitted_at", "id", *(code for code in _CODES if code != _by))
    if _by == "online":
        _where = {"sqlite_where": text("online = 1"), "postgresql_where": text("online")}
        Index("ix_lead_by_online", *(LEAD.c[name] for name in _range), **_where)  # type: ignore[arg-type]  # dialects'
    else:
        Index(f"ix_lead_by_{_by}", *(LEAD.c[name] for name in _range))
Index(
    "ix_lead_holder_id_status", *(LEAD.c[name] for name in ("holder_id", "status", "submitted_at", "id", *_CODES[1:]))
)
Index(
    "ix_lead_urgent",
    *(LEAD.c[name] for name in ("urgent", "status", "submitted_at", "id", *_CODES[1:])),
    sqlite_where=text("urgent = 1"),
    postgresql_where=text("urgent"),
)
Index(
    "ix_lead_unreachable",
    *(LEAD.c[name] for name in ("status", "submitted_at", "id")),
    sqlite_where=text("not reachable"),
    postgresql_where=text("not reachable"),
)
# One name may be that of many; the newest of them are shown.
Index("ix_lead_name_index", LEAD.c.name_index, LEAD.c.submitted_at, LEAD.c.id)
Index(
    "ix_lead_follow_up",
    LEAD.c.status,
    LEAD.c.follow_up_at,
    sqlite_where=text("follow_up_at is not null"),
    postgresql_where=text("follow_up_at is not null"),
)
Index(
    "ix_lead_promised",
    LEAD.c.promised_at,
    sqlite_where=text("promised_at is not null and contacted_at is null and promise_missed_at is null"),
    postgresql_where=text("promised_at is not null and contacted_at is null and promise_missed_at is null"),
)
