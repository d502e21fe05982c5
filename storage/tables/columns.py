"""Kinds of columns that every table uses."""

from typing import Any

from sqlalchemy import BigInteger, Integer, LargeBinary, Table
from sqlmodel import Field, SQLModel

BIG = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only a column declared INTEGER; there it holds 64 bits anyway."""


def big(**more: Any) -> Any:
    """A column of whole numbers that outgrow 32 bits: ids of Telegram's, moments in milliseconds."""
    return Field(sa_type=BIG, **more)


def sealed(**more: Any) -> Any:
    """A column that holds AES-256-GCM."""
    return Field(sa_type=LargeBinary, **more)


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a model: statements are written on it."""
    return model.__table__  # type: ignore[attr-defined, no-any-return]  # SQLModel sets it on every table class
