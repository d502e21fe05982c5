"""Small facts the product keeps about itself."""

from sqlalchemy import delete, select

from storage.store import Books
from storage.tables import SETTING
from storage.upsert import upsert

STAFF_CHAT = "staff_chat_id"
"""The staff group's id since it became a supergroup; overrides the configured one it came from."""

PICTURE = "picture"
"""Telegram's ids of pictures that were uploaded."""

FORUM = "forum"
"""By group: whether it is a forum in which the bot can make topics."""

TOPIC = "topic"
"""By group and topic: Telegram's number of the thread."""

MENU = "menu"
"""By chat: a digest of the command menu that was set there."""


def get(books: Books, name: str) -> str | None:
    """The value kept under `name`."""
    return books.connection.execute(select(SETTING.c.value).where(SETTING.c.name == name)).scalar()


def put(books: Books, name: str, value: str) -> None:
    """Keep `value` under `name`."""
    upsert(books, SETTING, [{"name": name, "value": value}], key="name", changing=("value",))


def drop(books: Books, name: str) -> None:
    """Keep nothing under `name` any more."""
    books.connection.execute(delete(SETTING).where(SETTING.c.name == name))


def kept_under(books: Books, kind: str) -> dict[str, str]:
    """What is kept under names of the form "kind:rest", by the rest."""
    query = select(SETTING.c.name, SETTING.c.value).where(SETTING.c.name.startswith(f"{kind}:", autoescape=True))
    return {name.partition(":")[2]: value for name, value in books.connection.execute(query)}
