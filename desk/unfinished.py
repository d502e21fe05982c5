"""People who stopped half way and agreed to be contacted: how far they came, and what they had answered by then."""

from dataclasses import dataclass
from typing import Any

from desk.desk import Desk
from desk.filters import LANGUAGE_NAMES, Filters, places_of, until_of
from desk.lead_lines import age_words
from desk.sign_in import SURFACE, note_denied
from flows.clinic import in_language
from flows.questionnaire import REVIEW
from flows.record import STAFF_LANGUAGE, rows
from storage import audit, unfinished
from storage.staff import Member
from storage.store import Books
from storage.unfinished import ORDER, Silent, UnfinishedRow

QUIET_MS = 30 * 60_000
"""Whoever was silent for less than this may still be answering."""


@dataclass(frozen=True, slots=True)
class UnfinishedLine:
    """Somebody who stopped, as a line of a list: no name, number or word of theirs."""

    uid: str
    stopped_at: str
    clinic: str
    services: str
    language: str
    silent: str
    since: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class UnfinishedList:
    """One page, and where the pages before and behind begin, as an address has it."""

    lines: tuple[UnfinishedLine, ...]
    before: str
    behind: str
    stopped: str = ""


def unfinished_page(
    desk: Desk, books: Books, member: Member, filters: Filters, *, limit: int, after: str = "", before: str = ""
) -> UnfinishedList:
    """A page of those this member may see, the longest silent first."""
    place = ORDER.read(before or after)
    wanted = _wanted(desk, member, filters)
    page = unfinished.page(books, wanted, limit=limit, place=place, backwards=bool(before))
    return UnfinishedList(
        tuple(_line(desk, row) for row in page.rows),
        before=ORDER.write(page.before),
        behind=ORDER.write(page.behind),
        stopped=desk.local_time(page.stopped[0]) if page.stopped and len(page.rows) < limit else "",
    )


def count_unfinished(desk: Desk, books: Books, member: Member, most: int) -> int:
    """How many this member may see, up to `most`."""
    return unfinished.counted(books, _wanted(desk, member, Filters()), most)


def _wanted(desk: Desk, member: Member, filters: Filters) -> Silent:
    now = desk.now_ms()
    quiet = now - QUIET_MS
    until = until_of(filters, now)
    return Silent(
        states=(*desk.flow.items, REVIEW),
        until=quiet if until is None else min(quiet, until),
        locations=places_of(member, filters),
        language=filters.language,
        service=filters.service,
    )


def _line(desk: Desk, row: UnfinishedRow) -> UnfinishedLine:
    return UnfinishedLine(
        uid=row.uid,
        stopped_at=stopped_words(desk, row),
        clinic=desk.location_label(row.location),
        services=desk.service_labels(row.services),
        language=LANGUAGE_NAMES.get(row.language, row.language),
        silent=age_words(desk.now_ms() - row.touched_at),
        since=desk.local_time(row.touched_at, row.location),
        reachable=row.reachable,
    )


def stopped_words(desk: Desk, row: UnfinishedRow) -> str:
    """How far somebody came: "4 of 9: Treatments so far", or the last look before sending."""
    state = row.conversation.state
    if state == REVIEW:
        return "the last look before sending"
    item = desk.flow.items.get(state)
    number, total = desk.flow.place(state, row.conversation.answers)
    short = in_language(item.short, STAFF_LANGUAGE) if item else state
    return f"{number} of {total}: {short}" if number else short


def open_unfinished(desk: Desk, books: Books, member: Member, uid: str) -> UnfinishedRow | None:
    """The conversation with this uid, where the member may see it; that they may not is audited."""
    row = unfinished.by_uid(books, uid)
    if row is not None and not member.covers(row.location):
        note_denied(desk, books, str(member.telegram_id), uid, "location")
        return None
    return row


def unfinished_view(desk: Desk, books: Books, member: Member, row: UnfinishedRow) -> dict[str, Any]:
    """What was answered so far; the view is audited."""
    audit.append(
        books, actor=str(member.telegram_id), surface=SURFACE, act="unfinished_viewed", subject=row.uid,
        now=desk.now_ms(),
    )  # fmt: skip
    return {"line": _line(desk, row), "answers": rows(desk.flow, row.conversation.answers)}
