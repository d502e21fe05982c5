"""Signs about what leaves the desk and what comes in: messages, the staff group, other systems, parked updates."""

from collections import Counter

from desk.deliveries import failing
from desk.desk import Desk
from desk.lead_lines import age_words
from desk.signs import DAY, MINUTE, REFUSED_DAYS, WAITING_MINUTES, Sign
from storage import trouble
from storage.deliveries import DEAD
from storage.store import Books
from storage.trouble import Stuck

_KINDS = {
    "card": "Cards in the staff group",
    "alert": "Alerts in the staff group",
    "record": "Records to staff",
    "seen": "Records to staff",
    "crisis": "Help numbers to patients",
    "team": "Messages of staff to patients",
}
_MUST_ARRIVE = frozenset({_KINDS["card"], _KINDS["alert"], _KINDS["crisis"]})


def stuck(books: Books, now: int) -> list[Stuck]:
    """Messages that have waited too long, or were refused lately."""
    return trouble.stuck_messages(books, now - WAITING_MINUTES * MINUTE, now - REFUSED_DAYS * DAY)


def group(desk: Desk, books: Books, found: list[Stuck], now: int) -> Sign:
    """Whether the staff group can be reached."""
    chat, title = desk.staff_chat(books), "The staff group"
    if chat is None:
        return Sign("group", title, 1, red=False, words="No group is set (STAFF_CHAT_ID): cards are posted nowhere.")
    refused = [one.created_at for one in found if one.refused and one.chat_id == chat and one.created_at > now - DAY]
    if refused and not trouble.delivered_since(books, chat, max(refused)):
        words = "Telegram refuses what is sent there. Is the bot still in the group, and may it write?"
        return Sign("group", title, len(refused), red=True, words=words)
    return Sign("group", title, 0, red=False, words="Nothing that was sent there is refused.")


def messages(desk: Desk, books: Books, found: list[Stuck], now: int) -> Sign:
    """Messages that Telegram has not taken, by kind and by what it says."""
    chat = desk.staff_chat(books)
    by_kind: dict[tuple[str, str, str], list[int]] = {}
    for one in found:
        key = (_kind(one, chat), "refused" if one.refused else "waiting", one.error or "not tried yet")
        by_kind.setdefault(key, []).append(one.created_at)
    rows = tuple((*key, str(len(times)), age_words(now - min(times))) for key, times in sorted(by_kind.items()))
    red = any(not one.refused or _kind(one, chat) in _MUST_ARRIVE for one in found)
    words = f"Waiting for more than {WAITING_MINUTES} minutes, or refused in the last {REFUSED_DAYS} days."
    head = ("What", "State", "Telegram says", "Number", "Oldest")
    return Sign("messages", "Messages not delivered", len(found), red, words, head=head, rows=rows)


def _kind(one: Stuck, chat: int | None) -> str:
    known = _KINDS.get(one.ask.partition(":")[0])
    return known or ("Other messages to the staff group" if one.chat_id == chat else "Questions and answers")


def elsewhere(desk: Desk, books: Books, now: int) -> Sign:
    """Webhooks and mailboxes that did not take what they were sent, by target."""
    found = failing(desk, books)
    by_target: dict[tuple[str, str, str, str], list[int]] = {}
    for one in found:
        state = "given up" if one.status == DEAD else "trying again"
        by_target.setdefault((one.target, one.channel, state, one.error or "waiting"), []).append(one.created_at)
    rows = tuple((*key, str(len(times)), age_words(now - max(times))) for key, times in sorted(by_target.items()))
    red = any(one.status == DEAD for one in found)
    head = ("Target", "By", "State", "Error", "Number", "Newest")
    words = "Webhooks and e-mail that did not arrive."
    return Sign("elsewhere", "Other systems", len(found), red, words, head=head, rows=rows)


def updates(books: Books) -> Sign:
    """What came in and could not be read or carried out."""
    found = trouble.parked_updates(books)
    rows = tuple((error, str(count)) for error, count in Counter(found).most_common())
    words = "Kept apart for thirty days; whoever wrote got an apology. The log says where it failed."
    head = ("Error", "Number")
    return Sign(
        "updates", "Messages that could not be handled", sum(found.values()), False, words, head=head, rows=rows
    )
