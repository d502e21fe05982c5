"""Command menus of staff: in the group, and in the private chat of each active member; nobody else sees them."""

import hashlib
from dataclasses import dataclass

from desk.desk import Desk
from desk.sign_in import app_address
from storage import settings, staff
from storage.staff import OWNER
from storage.store import Books

Commands = tuple[tuple[str, str], ...]
_IN_PRIVATE: Commands = (
    ("leads", "Requests that wait for somebody"),
    ("mine", "Requests you hold"),
    ("lead", "One request: /lead and its reference"),
    ("console", "A link into the console"),
    ("try", "Walk through the intake as a patient"),
    ("help", "What you can do here"),
)
_FOR_OWNERS: Commands = (("staff", "Who works here; add or remove"),)
_IN_GROUP: Commands = (
    ("leads", "How many requests there are"),
    ("mine", "Requests you hold, in private"),
    ("lead", "One request, in private: /lead and its reference"),
)


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu one chat is to have; none at all for who is staff no longer. `app` opens the console inside Telegram."""

    chat_id: int
    commands: Commands
    app: str
    digest: str


def menus_to_set(desk: Desk) -> list[Menu]:
    """The menus that differ from what was set last."""
    with desk.store.reading() as books:
        wanted = {chat: _menu(chat, commands, app) for chat, commands, app in _wanted(desk, books)}
        kept = settings.kept_under(books, settings.MENU)
    gone = [_menu(int(chat), (), "") for chat in kept if int(chat) not in wanted]
    return [menu for menu in wanted.values() if kept.get(str(menu.chat_id)) != menu.digest] + gone


def _wanted(desk: Desk, books: Books) -> list[tuple[int, Commands, str]]:
    app = app_address(desk.console_url)
    found: list[tuple[int, Commands, str]] = []
    for member in staff.members(books):
        if member.active:
            more = _FOR_OWNERS if member.role == OWNER else ()
            found.append((member.telegram_id, (*_IN_PRIVATE, *more), app))
    group = desk.staff_chat(books)
    return [*found, (group, _IN_GROUP, "")] if group is not None else found


def _menu(chat_id: int, commands: Commands, app: str) -> Menu:
    said = repr((commands, app)).encode()
    return Menu(chat_id, commands, app, hashlib.sha256(said).hexdigest()[:16])


def keep_menu(desk: Desk, menu: Menu) -> None:
    """Keep that a menu was set, or taken away."""
    with desk.store.transaction() as books:
        if menu.commands:
            settings.put(books, f"{settings.MENU}:{menu.chat_id}", menu.digest)
        else:
            settings.drop(books, f"{settings.MENU}:{menu.chat_id}")
