"""What staff type in their private chat with the bot, and in their group: commands of their own.

A member who walks through the intake (/try) is a patient meanwhile, for everything but these commands.
"""

from collections.abc import Callable
from dataclasses import replace

from desk.arrivals import FromPatient, GroupCommanded, GroupReplied
from desk.desk import Desk
from desk.records import is_linkable, send_record
from desk.showing import CONSOLE_LINK, MINUTE_MS, show
from desk.sign_in import LINK_MS, link_address, make_link
from desk.staff_lists import COUNTED, MINE, NEW, count_words, show_list
from desk.staff_roster import commanded_staff
from desk.tapping import SURFACE
from desk.wording import plain
from flows import lead as life
from flows.events import Blocked, Commanded, Corrected, Said, SentOther, SharedContact, Tapped, Unblocked
from storage import audit, lead_search, leads, outbox, outbox_upkeep, staff
from storage.lead_scope import Scope
from storage.staff import Member
from storage.store import Books

_GREETED, _TRY, _HELP = "start", "try", "help"
_REFERENCE_TAIL = 6
"""Characters of a reference behind its dash, which may be left out when typing."""


def staff_commanded(desk: Desk, books: Books, arrival: FromPatient, *, known: bool) -> FromPatient | None:
    """`arrival` as a patient's, or None where it was a member of staff at their work.

    `known` says that this chat is in an intake, as staff are who try it out.
    """
    event = arrival.event
    if isinstance(event, Commanded) and event.name == _TRY:
        return replace(arrival, event=Commanded(_GREETED, event.argument, event.message))
    own = isinstance(event, Commanded) and event.name in _COMMANDS
    if isinstance(event, Tapped | Blocked | Unblocked) or (known and not own):
        return arrival
    member = staff.member(books, arrival.chat_id)
    if member is None:
        return arrival
    if isinstance(event, Commanded) and event.name in _COMMANDS:
        _COMMANDS[event.name](desk, books, member, event.argument)
        return None
    if isinstance(event, Commanded) and event.argument:
        return arrival
    if isinstance(event, Commanded) and event.name in {_GREETED, _HELP}:
        _say(desk, books, member, "staff/hello", role=member.role.replace("_", " "), owner=member.role == staff.OWNER)
        return None
    if isinstance(event, Said | SentOther | SharedContact):
        _say(desk, books, member, "staff/hint")
        return None
    return None if isinstance(event, Corrected) else arrival


def _say(desk: Desk, books: Books, member: Member, template: str, **context: object) -> None:
    body = plain(desk.words.text(template, "en", context))
    outbox.put(books, member.telegram_id, "send", body, desk.now_ms())


def _show_new(desk: Desk, books: Books, member: Member, _argument: str) -> None:
    show_list(desk, books, member, NEW)


def _show_mine(desk: Desk, books: Books, member: Member, _argument: str) -> None:
    show_list(desk, books, member, MINE)


def _show_lead(desk: Desk, books: Books, member: Member, argument: str) -> None:
    typed = argument.upper().replace(" ", "")
    packed = typed.replace("-", "")
    lead = leads.by_reference(books, f"{packed[:-_REFERENCE_TAIL]}-{packed[-_REFERENCE_TAIL:]}") if packed else None
    if lead is None:
        _say(desk, books, member, "staff/no_lead", reference=argument[:20])
        return
    if not member.covers(lead.location):
        actor = str(member.telegram_id)
        audit.append(books, actor=actor, surface=SURFACE, act="denied", subject=lead.uid, now=desk.now_ms())
        _say(desk, books, member, "staff/notice", reference=lead.reference, words="it belongs to another location.")
        return
    send_record(desk, books, lead, member)


def _send_link(desk: Desk, books: Books, member: Member, _argument: str) -> None:
    """A way into the console that works once and goes when it is used or over."""
    minutes = LINK_MS // MINUTE_MS
    if not desk.console_url:
        _say(desk, books, member, "staff/no_console")
        return
    address = link_address(desk.console_url, make_link(desk, books, member.telegram_id))
    linkable = is_linkable(address)
    context = {"minutes": minutes, "address": "" if linkable else address}
    body = plain(desk.words.text("staff/console", "en", context), protect=True)
    if linkable:
        body["rows"] = [[{"label": "Sign in to the console", "url": address}]]
    show(desk, books, member.telegram_id, CONSOLE_LINK, body, minutes=minutes)


_COMMANDS: dict[str, Callable[[Desk, Books, Member, str], None]] = {
    "leads": _show_new,
    "mine": _show_mine,
    "lead": _show_lead,
    "console": _send_link,
    "staff": commanded_staff,
}


def group_commanded(desk: Desk, books: Books, asked: GroupCommanded) -> None:
    """Answer a member's command in the staff group: counts there, what is for one alone in private."""
    member = staff.member(books, asked.actor_id)
    if asked.chat_id != desk.staff_chat(books) or member is None:
        return
    if asked.name != "leads":
        if asked.name in {"mine", "lead"}:
            _COMMANDS[asked.name](desk, books, member, asked.argument)
        return
    scopes: dict[str, Scope] = {status: Scope((status,)) for status in life.STATUSES}
    found = lead_search.counts(books, scopes, COUNTED)
    counts = {status.replace("_", " ").capitalize(): count_words(found[status]) for status in life.STATUSES}
    body = plain(desk.words.text("staff/counts", "en", {"counts": counts}))
    if asked.thread:
        body["thread"] = asked.thread
    outbox.put(books, asked.chat_id, "send", body, desk.now_ms())


def group_replied(desk: Desk, books: Books, replied: GroupReplied) -> None:
    """Words under a card are not kept: who wrote them hears in private where notes belong."""
    member = staff.member(books, replied.actor_id)
    name = outbox_upkeep.named_by_message(books, replied.chat_id, replied.reply_to)
    if replied.chat_id != desk.staff_chat(books) or member is None or not name.startswith("card:"):
        return
    lead = leads.by_uid(books, name.split(":")[1])
    if lead is None:
        return
    body = plain(desk.words.text("staff/group_note", "en", {"reference": lead.reference}))
    show(desk, books, member.telegram_id, f"said:{lead.uid}", body, minutes=desk.record_minutes, subject=lead.uid)
