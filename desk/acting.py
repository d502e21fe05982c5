"""Who acts on a lead, and from where; what they may not do is refused in words and written down."""

from dataclasses import dataclass

from desk.desk import Desk
from storage import audit, lead_clock
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

ERASED = "This request was erased."
"""What is said of a lead that a page or a button still shows."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff on a surface: telegram or console."""

    member: Member
    surface: str

    @property
    def name(self) -> str:
        """Who it is, as timeline and audit log have it."""
        return str(self.member.telegram_id)


def lacking(lead: LeadRow, actor: Actor) -> str:
    """Why this member may not change this lead at all, or ""."""
    if not actor.member.may_work:
        return "Your role may look, but not change."
    return "" if actor.member.covers(lead.location) else "This request belongs to another location."


def no_right(desk: Desk, books: Books, lead: LeadRow, actor: Actor, act: str) -> str:
    """The same for somebody who tries to: that they were refused is an audit row."""
    why = lacking(lead, actor)
    if why:
        note_audit(desk, books, lead, actor, "denied", act)
    return why


def note_audit(desk: Desk, books: Books, lead: LeadRow, actor: Actor, act: str, detail: str = "") -> None:
    """One audit row about a lead; `detail` is a code, never a word of a person."""
    audit.append(
        books,
        actor=actor.name,
        surface=actor.surface,
        act=act,
        subject=lead.uid,
        now=desk.now_ms(),
        detail=detail,
    )


def note_work(desk: Desk, books: Books, lead: LeadRow, actor: Actor) -> None:
    """Note that something was done about a lead, so that a claim does not run out."""
    lead_clock.note_act(books, lead.uid, actor.member.telegram_id, desk.now_ms())
