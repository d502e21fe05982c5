"""The desk itself: staff, how they sign in, the audit log, small settings."""

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big, sealed, table_of


class Staff(SQLModel, table=True):
    """Who may work leads; the name is the one shown to colleagues."""

    telegram_id: int = big(primary_key=True)
    name: str = Field(default="", max_length=80)
    role: str = Field(max_length=16)
    locations: str = Field(default="", max_length=400)
    active: bool = True
    totp_sealed: bytes | None = sealed(default=None, nullable=True)
    totp_since: int | None = big(default=None, nullable=True)
    totp_step: int | None = big(default=None, nullable=True)
    added_at: int = big()


class Audit(SQLModel, table=True):
    """Who did what, hash-chained: each row's hash covers the row before it."""

    id: int | None = big(default=None, primary_key=True)
    at: int = big()
    actor: str = Field(max_length=32)
    surface: str = Field(max_length=16)
    act: str = Field(max_length=32)
    subject: str = Field(max_length=64)
    detail: str = Field(default="", sa_type=Text)
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)
    __table_args__ = (
        Index("ix_audit_subject", "subject", "id"),
        Index("ix_audit_actor", "actor", "id"),
        Index("ix_audit_act", "act", "id"),
    )


class Setting(SQLModel, table=True):
    """Small facts the product keeps about itself, such as the id a migrated staff group has now."""

    name: str = Field(primary_key=True, max_length=64)
    value: str = Field(sa_type=Text)


class LoginLink(SQLModel, table=True):
    """A one-time way into the console; only the SHA-256 of its secret is kept."""

    __tablename__ = "login_link"
    hash: str = Field(primary_key=True, max_length=64)
    telegram_id: int = big(index=True)
    expires_at: int = big()
    used_at: int | None = big(default=None, nullable=True)


class Session(SQLModel, table=True):
    """Somebody signed in to the console; only the SHA-256 of the cookie's secret is kept. An ended one is deleted.

    `passed` is False while a second factor is still asked for.
    """

    hash: str = Field(primary_key=True, max_length=64)
    uid: str = Field(max_length=32, index=True, unique=True)
    telegram_id: int = big(index=True)
    address: str = Field(default="", max_length=64)
    passed: bool = True
    opened_at: int = big()
    seen_at: int = big()


STAFF, AUDIT, SETTING = table_of(Staff), table_of(Audit), table_of(Setting)
LOGIN_LINK, SESSION = table_of(LoginLink), table_of(Session)
