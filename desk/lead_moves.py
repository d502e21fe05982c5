"""Moving a lead through its life: one way for every surface, compare-and-set, on the timeline, in the audit log."""

from dataclasses import dataclass

from desk.acting import ERASED, Actor, no_right, note_audit
from desk.cards import STATUS_WORDS, refresh_card, staff_name
from desk.deliveries import announce_act
from desk.desk import Desk
from desk.holders import tell_member, worked_on
from desk.patient_notices import tell_taken
from flows import lead as life
from storage import leads, timeline
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.store import Books

__all__ = ["Actor", "Moved", "move_lead"]


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a move: the new status, or why not, in words for staff."""

    moved: bool
    status: str = ""
    why: str = ""


_BY_STAFF = frozenset(
    {"claim", "release", "take_over", "contact", "schedule", "snooze", "refuse", "close", "reopen"}
)  # fmt: skip
_HELD_AFTER = frozenset({"claim", "take_over", "reopen"})
_ENDS = frozenset({"refuse", "close"})


def move_lead(
    desk: Desk,
    books: Books,
    lead: LeadRow,
    act: str,
    actor: Actor,
    *,
    reason: str = "",
    note: str = "",
    until: int | None = None,
) -> Moved:
    """Carry out `act`; of any number who try at once one wins, and the others are told who and when."""
    now, member = desk.now_ms(), actor.member
    why = no_right(desk, books, lead, actor, act) or _not_theirs(desk, books, lead, act, actor)
    if why:
        return Moved(False, why=why)
    when = from_ms(until).isoformat() if until and until > now else ""
    status, refusal = life.moved(
        lead.status,
        act if act in _BY_STAFF else "",
        reason=reason,
        note=note,
        until=when,
        merged=bool(lead.merged_into),
    )
    if status is None:
        return Moved(False, why=refusal_words(books, lead, refusal))
    if not leads.move(books, lead, status, now, **_changes(lead, act, member.telegram_id, now, reason, until)):
        live = leads.by_uid(books, lead.uid)
        return Moved(False, why=_taken(desk, books, live) if live else ERASED)
    timeline.note(books, lead.uid, act, actor.name, now, {"reason": reason, "note": note, "until": until})
    note_audit(desk, books, lead, actor, f"lead_{act}", reason)
    refresh_card(desk, books, lead.uid)
    _tell_of(desk, books, lead, act, actor, reason=reason, note=note)
    announce_act(desk, books, lead.uid, act)
    return Moved(True, status)


def why_not(desk: Desk, books: Books, lead: LeadRow, act: str, actor: Actor) -> str:
    """Why this member cannot begin `act` as things stand, in words; "" where only its time or reason is missing."""
    why = no_right(desk, books, lead, actor, act) or _not_theirs(desk, books, lead, act, actor)
    if why or act in life.acts_from(lead.status):
        return why
    return refusal_words(books, lead, "not_from_here")


def _not_theirs(desk: Desk, books: Books, lead: LeadRow, act: str, actor: Actor) -> str:
    """Why this lead is not this member's to move, as long as somebody else works on it; or ""."""
    if lead.merged_into:
        return refusal_words(books, lead, "merged")
    if act == "claim" and lead.status != "new":
        return _taken(desk, books, lead)
    if lead.status not in {"claimed", "contacted"} or act in {"claim", "reopen"}:
        return ""
    mine = lead.holder_id == actor.member.telegram_id
    if act == "take_over":
        return "You hold this request already." if mine else ""
    return "" if mine else f"{staff_name(books, lead.holder_id) or 'Nobody'} holds this request. Take it over first."


def _changes(lead: LeadRow, act: str, member_id: int, now: int, reason: str, until: int | None) -> dict[str, object]:
    """What a move sets besides the status."""
    changes: dict[str, object] = {
        "reason": reason if act in _ENDS else "",
        "follow_up_at": until if act == "snooze" else None,
        "acted_at": now,
    }
    if act in _HELD_AFTER:
        changes |= {"holder_id": member_id, "held_at": now}
    elif act == "release":
        changes |= {"holder_id": None, "held_at": None}
    elif act in {"contact", "schedule"}:
        changes |= {"contacted_at": lead.contacted_at or now}
    elif act in _ENDS and lead.promise_missed_at is None:
        # What is settled without contact keeps nobody waiting: a later reopening must not break the old promise.
        changes |= {"promised_at": lead.promised_at if lead.contacted_at else None}
    return changes


def _tell_of(desk: Desk, books: Books, lead: LeadRow, act: str, actor: Actor, *, reason: str, note: str) -> None:
    if act == "take_over" and lead.holder_id:
        told = note if reason == "other" else reason.replace("_", " ")
        words = f"{staff_name(books, actor.member.telegram_id)} has taken this over from you ({told})."
        tell_member(desk, books, lead.holder_id, lead, words)
    if act in {"claim", "take_over"}:
        tell_taken(desk, books, lead, act, actor.member)


def _taken(desk: Desk, books: Books, lead: LeadRow) -> str:
    if lead.merged_into:
        return refusal_words(books, lead, "merged")
    if lead.holder_id and lead.held_at:
        when = desk.local_time(lead.held_at, lead.location)
        return f"{staff_name(books, lead.holder_id)} has had this request since {when}."
    return f"This request is now: {STATUS_WORDS[lead.status]}."


def refusal_words(books: Books, lead: LeadRow, refusal: str) -> str:
    """Why a move was refused, in words for staff; of a merged lead, where it went."""
    if refusal == "merged":
        into = worked_on(books, lead)
        return f"This request was merged into {into.reference}. Work on that one, or undo the merge first."
    if refusal == "needs_reason":
        return "A reason is needed; “other” needs a few words."
    if refusal == "needs_date":
        return "A date that is still to come is needed."
    return f"Not possible while the request is: {STATUS_WORDS[lead.status]}."
