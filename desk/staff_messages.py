"""Writing to a patient from Telegram: words by reply, a preview as the patient will see it, then sent once."""

from desk.acting import Actor
from desk.arrivals import TapAnswer
from desk.desk import Desk
from desk.notes import add_note
from desk.patient_messages import keep_draft, may_message, preview, send_message, take_draft, unfit
from desk.records import refresh_record
from desk.showing import redraw, show
from desk.staff_prompts import MESSAGE, NOTE, PROMPT_MINUTES, prompt, tell
from desk.tapping import PRIVATE_HINT, SURFACE, Act
from desk.wording import buttons, plain
from flows.taps import staff as code
from storage import outbox_upkeep
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

DRAFT = "draft:"
"""What the outbox calls a preview: this, the draft's uid, a colon, the lead's uid."""
DRAFT_ACTS = frozenset({"send", "again", "drop", "keep"})


def prompt_words(act: Act, lead: LeadRow) -> TapAnswer:
    """Ask for the words of a message, where this member may write to this patient."""
    why = may_message(act.desk, act.books, lead, act.actor)
    if why:
        return act.answer(why, alert=True)
    prompt(act.desk, act.books, act.member, lead, MESSAGE, "message_prompt")
    return act.answer(PRIVATE_HINT if act.in_group else "")


def prompt_note(act: Act, lead: LeadRow) -> TapAnswer:
    """Ask for the words of a note."""
    prompt(act.desk, act.books, act.member, lead, NOTE, "jot_prompt")
    return act.answer(PRIVATE_HINT if act.in_group else "")


def show_draft(desk: Desk, books: Books, member: Member, lead: LeadRow, words: str) -> None:
    """Show what a patient would see of `words`; nothing is sent before Send is tapped."""
    actor = Actor(member, SURFACE)
    why = may_message(desk, books, lead, actor) or unfit(words.strip())
    if why:
        tell(desk, books, member, lead, why)
        return
    uid = keep_draft(desk, books, lead, actor, words)
    above = desk.words.text("staff/preview", "en", {"reference": lead.reference})
    body = plain(f"{above}\n\n{preview(desk, lead, words)}", protect=True)
    body["rows"] = buttons(
        [("Send", code("send", uid))],
        [("Write again", code("again", uid)), ("Cancel", code("drop", uid))],
        [("Keep as a note, do not send", code("keep", uid))],
    )
    show(desk, books, member.telegram_id, f"{DRAFT}{uid}:{lead.uid}", body, minutes=PROMPT_MINUTES, subject=lead.uid)


def on_draft(act: Act) -> TapAnswer:
    """Send a draft, write it again, keep it as a note or throw it away; whoever taps twice does it once."""
    shown = outbox_upkeep.named_by_message(act.books, act.tap.chat_id, act.tap.message or 0)
    taken = take_draft(act.desk, act.books, act.tap.subject, act.actor)
    if taken is None:
        return act.answer("This was sent already, or thrown away.", alert=True)
    lead, words = taken
    if not act.member.covers(lead.location):
        return act.refuse("This request belongs to another location.", lead.uid)
    why, said = _carry_out(act, lead, words)
    outcome = f"Not sent: {why}" if why else said
    context = {"reference": lead.reference, "outcome": outcome, "words": words}
    body = plain(act.desk.words.text("staff/draft_done", "en", context), protect=True)
    if shown:
        redraw(
            act.desk, act.books, act.member.telegram_id, shown, body,
            minutes=act.desk.record_minutes, subject=lead.uid,
        )  # fmt: skip
    refresh_record(act.desk, act.books, lead, act.member)
    return act.answer(why or said, alert=bool(why))


def _carry_out(act: Act, lead: LeadRow, words: str) -> tuple[str, str]:
    """Why it was not done, or "", and what was done."""
    match act.tap.act:
        case "send":
            return send_message(act.desk, act.books, lead, act.actor, words).why, "Sent to the patient."
        case "keep":
            return add_note(act.desk, act.books, lead, act.actor, words), "Kept as a note, not sent."
        case "again":
            prompt(act.desk, act.books, act.member, lead, MESSAGE, "message_prompt")
            return "", "Not sent. Write it again below."
        case _:
            return "", "Thrown away, not sent."
