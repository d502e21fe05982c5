"""What the report counts: when a question was first shown to somebody and first answered, in codes and times only."""

from desk.desk import Desk
from flows.conversation import Conversation
from flows.facts import Answered, Ended, Submitted
from flows.questionnaire import REVIEW
from flows.record import summary
from flows.turn import Outcome
from storage import shown
from storage.moments import to_ms
from storage.store import Books

_PLACING = frozenset({"location", "infusion_visit"})
"""Answers that say where an intake belongs."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def note_questions(desk: Desk, books: Books, chat_id: int, before: Conversation, outcome: Outcome) -> None:
    """Note what a turn showed and what it answered, for the run through the questionnaire it belongs to."""
    after, now = outcome.conversation, desk.now_ms()
    for fact in outcome.facts:
        if isinstance(fact, Answered):
            shown.note_answered(books, chat_id, run_of(before), fact.link_id, now)
            if fact.link_id in _PLACING:
                shown.note_location(books, chat_id, run_of(before), summary(desk.flow, after.answers).location)
        elif isinstance(fact, Submitted):
            shown.note_answered(books, chat_id, run_of(before), REVIEW, now)
        elif isinstance(fact, Ended):
            shown.note_answered(books, chat_id, run_of(before), before.state, now)
            shown.forget_whose(books, chat_id, run_of(before))
    moved = after.state != before.state or after.started != before.started
    counts = after.state in desk.flow.items or (after.state == REVIEW and not after.lead)
    if moved and counts and after.started:
        shown.note_shown(
            books, chat_id, run_of(after), after.state,
            language=after.language, source=after.source, location=_location(desk, after), now=now,
        )  # fmt: skip


def run_of(c: Conversation) -> str:
    """The name of this run through the questionnaire: the chat's seed, and when it began."""
    number, digits = to_ms(c.started) if c.started else 0, ""
    while number:
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return f"{c.seed}{digits}"[:16]


def _location(desk: Desk, c: Conversation) -> str:
    return summary(desk.flow, c.answers).location if _PLACING & c.answers.keys() else ""
