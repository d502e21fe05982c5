"""The sandbox's whole state in memory: who there is, which chats, what was said, what the bot set up."""

import contextlib
import itertools
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from sandbox import cast
from sandbox.bell import Bell
from sandbox.clock import Clock
from sandbox.faults import FaultPlan
from sandbox.limits import FloodGate
from sandbox.profile import BotProfile
from sandbox.records import GROUP, PRIVATE, SUPERGROUP, Account, Call, Chat, Message, Query, StoredFile, Toast
from sandbox.updates import UpdateQueue
from sandbox.webhook_settings import WebhookSettings

DEFAULT_TOKEN = "1000000001:sandbox-token-not-a-secret"  # noqa: S105 - opens nothing but this sandbox
ADMINISTRATOR_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_pin_messages",
    "can_manage_topics",
    "can_change_info",
    "can_invite_users",
)
CALLS_KEPT = 50_000


class World:
    """One bot, its people and its chats.

    Args:
        token: the one token that opens the Bot API here.
        group_type: `supergroup` or `group` (a basic group can be upgraded) for the staff group.
        forum: whether the staff supergroup has topics.
        bot_is_admin: whether the bot is an administrator of the staff group (else it sees only commands and replies).
        clock: time, to be moved by tests.
        console_url: where the link in the page's header leads, or what makes that address at each visit.
    """

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        group_type: str = SUPERGROUP,
        forum: bool = False,
        bot_is_admin: bool = True,
        clock: Clock | None = None,
        console_url: str | Callable[[], str] = "",
    ) -> None:
        self.token = token
        self.console_url: str | Callable[[], str] = console_url
        self.clock = clock or Clock()
        self.lock = threading.RLock()
        self.bell = Bell()
        self.updates = UpdateQueue(self.clock.now)
        self.webhook = WebhookSettings()
        self.faults = FaultPlan()
        self.flood = FloodGate(self.clock.now)
        self.profile = BotProfile()
        self.bot = Account(int(token.partition(":")[0]), cast.BOT_NAME, "bot", username=cast.BOT_USERNAME)
        self.version = 0
        self.closed = False
        self.poll: object | None = None
        self._group = (group_type, forum, bot_is_admin)
        self._numbers = itertools.count(1)
        self._shared_message_ids = itertools.count(1)
        self._supergroup_message_ids: dict[int, itertools.count[int]] = {}
        self.people: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, dict[int, Message]] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.toasts: list[Toast] = []
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self._furnish()

    def reset(self) -> None:
        """Forget people's chats, calls, faults and waiting updates; ids go on, the bot's set-up stays."""
        for shelf in (self.people, self.chats, self.messages, self.files, self.queries):
            shelf.clear()
        self.toasts.clear()
        self.calls.clear()
        self.updates.clear()
        self.faults.clear()
        self.flood.clear()
        self._furnish()

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the world still for one change and tell everyone who waits."""
        with self.lock:
            yield
            self.version += 1
        self.bell.ring()

    def close(self) -> None:
        """End every long wait: the server is about to stop."""
        self.closed = True
        self.bell.ring()

    @property
    def now(self) -> int:
        return int(self.clock.now())

    def number(self) -> int:
        """The next number of the counter that taps, toasts, files and calls share."""
        return next(self._numbers)

    def group(self) -> Chat:
        """The staff group as it is now, after an upgrade the supergroup."""
        chat = next(chat for chat in self.chats.values() if chat.type != PRIVATE)
        while chat.migrated_to is not None:
            chat = self.chats[chat.migrated_to]
        return chat

    def account(self, user_id: int) -> Account:
        """The person or the bot; LookupError names an id nobody has."""
        if user_id == self.bot.id:
            return self.bot
        if user_id not in self.people:
            raise LookupError(f"nobody here has the id {user_id}")
        return self.people[user_id]

    def join(self, account: Account) -> Account:
        """A new person with a private chat that is not started yet."""
        self.people[account.id] = account
        self.chats[account.id] = Chat(account.id, PRIVATE, members={account.id: "member", self.bot.id: "member"})
        self.messages[account.id] = {}
        return account

    def open_chat(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self.messages[chat.id] = {}
        return chat

    def post(self, chat: Chat, sender_id: int, content: dict[str, Any], **fields: Any) -> Message:
        """Put a message into a chat; ids count per supergroup, else in one row for all, as Telegram does for a bot."""
        if chat.type == SUPERGROUP:
            numbers = self._supergroup_message_ids.setdefault(chat.id, itertools.count(1))
        else:
            numbers = self._shared_message_ids
        message = Message(chat.id, next(numbers), sender_id, self.now, content, **fields)
        self.messages[chat.id][message.message_id] = message
        return message

    def find_message(self, chat_id: int, message_id: int | None) -> Message | None:
        """A message that is there and was not deleted."""
        message = self.messages.get(chat_id, {}).get(message_id or 0)
        return None if message is None or message.deleted else message

    def _furnish(self) -> None:
        group_type, forum, bot_is_admin = self._group
        people = cast.staff()
        group_id = cast.BASIC_GROUP_ID if group_type == GROUP else cast.STAFF_GROUP_ID
        members = {person.id: "member" for person in people} | {people[0].id: "creator"}
        members[self.bot.id] = "administrator" if bot_is_admin else "member"
        rights = dict.fromkeys(ADMINISTRATOR_RIGHTS, True)
        self.open_chat(Chat(group_id, group_type, cast.STAFF_GROUP_TITLE, forum, members, rights))
        for person in people:
            self.join(person)
