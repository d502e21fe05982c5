"""What the stand-in remembers: accounts, chats, topics, messages, files, taps and toasts."""

from dataclasses import dataclass, field
from typing import Any

PRIVATE = "private"
GROUP = "group"
SUPERGROUP = "supergroup"
ABSENT = "absent"
"""Somebody whom Telegram knows and whose phone is not on the page."""


@dataclass(slots=True)
class Account:
    """A person or the bot. `role` is patient, staff, outsider, absent or bot and only matters to the page."""

    id: int
    first_name: str
    role: str = "patient"
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    phone_number: str = ""
    deactivated: bool = False


@dataclass(slots=True)
class Topic:
    thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str = ""


@dataclass(slots=True)
class Keyboard:
    """The reply keyboard a person has before them; `folded` after a one-time keyboard was used."""

    markup: dict[str, Any]
    message_id: int
    folded: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat carries the person's id; `members` maps account ids to Telegram's member statuses."""

    id: int
    type: str
    title: str = ""
    forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    rights: dict[str, bool] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    keyboards: dict[int, Keyboard] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    migrated_to: int | None = None
    migrated_from: int | None = None
    typing_until: float = 0.0
    menu_button: dict[str, Any] | None = None


@dataclass(slots=True)
class Message:
    """`content` holds the Bot API fields of what is said; `markup` any of the four kinds, as given."""

    chat_id: int
    message_id: int
    sender_id: int
    date: int
    content: dict[str, Any]
    markup: dict[str, Any] | None = None
    thread_id: int | None = None
    reply_to: int | None = None
    options: dict[str, Any] = field(default_factory=dict)
    edit_date: int | None = None
    deleted: bool = False
    earlier: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text or the caption."""
        return str(self.content.get("text") or self.content.get("caption") or "")


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    path: str
    body: bytes
    mime_type: str
    name: str


@dataclass(slots=True)
class Query:
    """One tap on an inline button, waiting for its answer."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    date: float
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """What a tap's answer showed: a passing line, or an alert that must be closed."""

    number: int
    user_id: int
    chat_id: int
    text: str
    alert: bool
    url: str
    date: float


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot, as it came and as it was answered (`answer` is None where the connection was cut)."""

    number: int
    method: str
    params: dict[str, Any]
    date: float
    status: int
    answer: Any
    fault: str | None = None
