"""Notes of staff on a lead: kept on its timeline, sealed, never shown to the patient."""

from desk.acting import ERASED, Actor, no_right, note_audit, note_work
from desk.desk import Desk
from storage import leads, timeline
from storage.leads import LeadRow
from storage.store import Books

LONGEST = 2_000
"""Characters of a note."""


def add_note(desk: Desk, books: Books, lead: LeadRow, actor: Actor, text: str) -> str:
    """Put a note on the timeline; gives "" or, in words, why not. It counts as acting on the claim."""
    words = text.strip()
    why = no_right(desk, books, lead, actor, "note")
    if why:
        return why
    if leads.by_uid(books, lead.uid) is None:
        return ERASED
    if not words:
        return "There is nothing to note down."
    if len(words) > LONGEST:
        return f"A note has at most {LONGEST:,} characters; this one has {len(words):,}."
    timeline.note(books, lead.uid, "note", actor.name, desk.now_ms(), words)
    note_work(desk, books, lead, actor)
    note_audit(desk, books, lead, actor, "note_added")
    return ""
