"""Two requests of one person: found by what they share, merged by staff, and taken apart again where that was wrong."""

from dataclasses import dataclass

from desk.acting import Actor, no_right, note_audit
from desk.cards import refresh_card
from desk.deliveries import announce_act
from desk.desk import Desk
from desk.holders import tell_member
from desk.lead_moves import refusal_words
from flows import lead as life
from storage import drafts, lead_matches, leads, merges, staff, timeline
from storage.leads import LeadRow
from storage.merges import MergeRow
from storage.staff import Member
from storage.store import Books

SHOWN = 20
"""The most leads that are shown as possible duplicates of one."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge or its undoing: the merge's uid, or why not, in words for staff."""

    done: bool
    why: str = ""
    uid: str = ""


def possible_duplicates(desk: Desk, books: Books, lead: LeadRow, member: Member) -> list[LeadRow]:
    """Leads that may be of the same person and that `member` may see, the surest first."""
    return [other for other, _ in alike(desk, books, lead, member)]


def alike(_desk: Desk, books: Books, lead: LeadRow, member: Member) -> list[tuple[LeadRow, tuple[str, ...]]]:
    """The same with what each shares with `lead`: chat, phone, email, name."""
    found = lead_matches.matches(books, lead, SHOWN)
    return [match for match in found if member.covers(match[0].location)]


def merge(desk: Desk, books: Books, lead: LeadRow, into: LeadRow, actor: Actor) -> Merged:
    """Close `lead` as a duplicate of `into`, which is worked on from then on."""
    # In one order for everybody, so that two who merge the same pair the other way round do not wait for each other.
    held = {uid: leads.to_change(books, uid) for uid in sorted({lead.uid, into.uid})}
    now_is, target = held[lead.uid], held[into.uid]
    if now_is is None or target is None:
        return Merged(False, "One of these requests was erased.")
    lead = now_is
    status, why = _mergeable(desk, books, lead, target, actor)
    if status is None:
        return Merged(False, why)
    now = desk.now_ms()
    settled = {"reason": life.DUPLICATE, "merged_into": target.uid, "holder_id": None, "held_at": None}
    if not leads.move(books, lead, status, now, **settled):
        return Merged(False, "Somebody moved this request meanwhile. Please look at it again.")
    if lead.urgent and not target.urgent:
        leads.flag(books, target.uid, urgent=True)
    uid = merges.record(books, lead.uid, target.uid, lead.status, lead.holder_id, actor.member.telegram_id, now)
    drafts.forget_of(books, [lead.uid])
    _note_both(desk, books, lead, target, actor, "merge")
    announce_act(desk, books, lead.uid, "merge")
    _tell_holder_of(desk, books, lead, actor, f"was merged into {target.reference}, as a duplicate.")
    return Merged(True, uid=uid)


def _mergeable(desk: Desk, books: Books, lead: LeadRow, into: LeadRow, actor: Actor) -> tuple[str | None, str]:
    """What a merge makes of `lead`, or why it cannot be."""
    why = no_right(desk, books, lead, actor, "merge") or no_right(desk, books, into, actor, "merge")
    if why or lead.uid == into.uid:
        return None, why or "That is the same request."
    if into.merged_into:
        return None, refusal_words(books, into, "merged")
    status, refusal = life.moved(lead.status, "merge", merged=bool(lead.merged_into))
    return status, "" if status else refusal_words(books, lead, refusal)


def unmerge(desk: Desk, books: Books, merge_uid: str, actor: Actor) -> Merged:
    """Take a merge back: the duplicate is again what it was, with whom it was."""
    found = merges.by_uid(books, merge_uid)
    lead = leads.to_change(books, found.from_uid) if found else None
    into = leads.by_uid(books, found.into_uid) if found else None
    if found is None or lead is None or into is None:
        return Merged(False, "This merge was taken back already, or a request of it was erased.")
    why = no_right(desk, books, lead, actor, "unmerge") or no_right(desk, books, into, actor, "unmerge")
    if why:
        return Merged(False, why)
    if not restore(desk, books, lead, found):
        return Merged(False, "Somebody moved this request meanwhile. Please look at it again.")
    merges.undo(books, found.uid, desk.now_ms())
    _note_both(desk, books, lead, into, actor, "unmerge")
    _tell_holder_of(
        desk, books, leads.by_uid(books, lead.uid) or lead, actor, f"is apart from {into.reference} again, and yours."
    )
    return Merged(True, uid=found.uid)


def restore(desk: Desk, books: Books, lead: LeadRow, merged: MergeRow) -> bool:
    """Give a merged lead back its status and its holder; without a holder who is still there it is new again."""
    member = staff.member(books, merged.holder_before) if merged.holder_before is not None else None
    holder = member.telegram_id if member and member.covers(lead.location) else None
    status, _ = life.moved(lead.status, "unmerge", before=merged.status_before)
    if status is None:
        return False
    if status in {"claimed", "contacted"} and holder is None:
        status = "new"
    now = desk.now_ms()
    back = {"holder_id": holder, "held_at": now if holder else None, "acted_at": now, "reason": "", "merged_into": ""}
    if not leads.move(books, lead, status, now, **back):
        return False
    announce_act(desk, books, lead.uid, "unmerge")
    return True


def merges_of(books: Books, lead: LeadRow) -> list[MergeRow]:
    """The merges that stand and in which this lead takes part, oldest first."""
    return merges.of_leads(books, [lead.uid])


def _note_both(desk: Desk, books: Books, lead: LeadRow, into: LeadRow, actor: Actor, kind: str) -> None:
    now = desk.now_ms()
    for one, other, way in ((lead, into, "into"), (into, lead, "from")):
        timeline.note(books, one.uid, kind, actor.name, now, {"reference": other.reference, "way": way})
        note_audit(desk, books, one, actor, f"lead_{kind}", other.uid)
        refresh_card(desk, books, one.uid)


def _tell_holder_of(desk: Desk, books: Books, lead: LeadRow, actor: Actor, words: str) -> None:
    if lead.holder_id and lead.holder_id != actor.member.telegram_id:
        tell_member(desk, books, lead.holder_id, lead, words)
