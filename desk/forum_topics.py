"""Topics of a staff group that is a forum: one a clinic, one for online or phone, one for what has no place yet.

Telegram's number of a topic is kept among the settings, by group: a group that became a supergroup has new ones.
"""

from desk.desk import Desk
from flows.clinic import ONLINE
from storage import settings
from storage.store import Books

UNPLACED = "none"
"""The topic of requests without a place."""
TITLE_LENGTH = 128


def topic_of(desk: Desk, location: str) -> str:
    """The topic that a request of this location belongs to."""
    return location if location == ONLINE or desk.flow.clinic.location(location) else UNPLACED


def topic_title(desk: Desk, topic: str) -> str:
    """What a topic is called: the clinic's own label, and nothing of a person."""
    title = "No place chosen yet" if topic == UNPLACED else desk.location_label(topic)
    return title[:TITLE_LENGTH]


def has_topics(books: Books, chat_id: int) -> bool:
    """True where the group was last seen to be a forum in which the bot can make topics."""
    return settings.get(books, f"{settings.FORUM}:{chat_id}") == "1"


def keep_forum(desk: Desk, chat_id: int, forum: bool) -> None:
    """Keep whether topics can be used in this group."""
    with desk.store.transaction() as books:
        settings.put(books, f"{settings.FORUM}:{chat_id}", "1" if forum else "0")


def kept_topic(desk: Desk, chat_id: int, topic: str) -> int | None:
    """Telegram's number of a topic, where it was made."""
    with desk.store.reading() as books:
        kept = settings.get(books, f"{settings.TOPIC}:{chat_id}:{topic}")
    return int(kept) if kept else None


def keep_topic(desk: Desk, chat_id: int, topic: str, thread: int) -> None:
    """Keep the number of a topic that was made."""
    with desk.store.transaction() as books:
        settings.put(books, f"{settings.TOPIC}:{chat_id}:{topic}", str(thread))


def forget_topic(desk: Desk, chat_id: int, topic: str) -> None:
    """A topic was deleted."""
    with desk.store.transaction() as books:
        settings.drop(books, f"{settings.TOPIC}:{chat_id}:{topic}")
