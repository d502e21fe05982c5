"""Writing to a patient: what was typed is shown as it will be seen, and sent by a second button."""

from console.gate import Visit
from console.lead_forms import actor_of, done
from console.lead_page import Kept, lead_page
from console.pages import Answer, Page
from console.telegram_text import telegram_html
from desk.patient_messages import LONGEST, drop_draft, keep_draft, may_message, preview, send_message, take_draft
from storage.leads import LeadRow

_GONE = "This message was sent or thrown away already."


def write(visit: Visit, lead: LeadRow) -> Answer:
    """Show what was typed as the patient will see it; nothing is sent yet."""
    text = visit.asked.form.get("text", "").strip()
    why = may_message(visit.desk, visit.books, lead, actor_of(visit)) or _unfit(text)
    if why:
        return lead_page(visit, lead, kept=Kept("message", why, text))
    draft = keep_draft(visit.desk, visit.books, lead, actor_of(visit), text)
    shown = telegram_html(preview(visit.desk, lead, text))
    return Page("preview.html", {"lead": lead, "uid": lead.uid, "draft": draft, "shown": shown})


def _unfit(text: str) -> str:
    if not text:
        return "There is nothing to send."
    return f"A message has at most {LONGEST:,} characters; this one has {len(text):,}." if len(text) > LONGEST else ""


def send(visit: Visit, lead: LeadRow) -> Answer:
    """Send the message that was shown; pressed twice, it is sent once."""
    found = take_draft(visit.desk, visit.books, visit.asked.form.get("draft", ""), actor_of(visit))
    if found is None or found[0].uid != lead.uid:
        return lead_page(visit, lead, kept=Kept("message", _GONE))
    sent = send_message(visit.desk, visit.books, lead, actor_of(visit), found[1])
    return done(lead, "message") if sent.sent else lead_page(visit, lead, kept=Kept("message", sent.why, found[1]))


def change_words(visit: Visit, lead: LeadRow) -> Answer:
    """Back to writing, with the words as they were."""
    found = take_draft(visit.desk, visit.books, visit.asked.form.get("draft", ""), actor_of(visit))
    if found is None or found[0].uid != lead.uid:
        return lead_page(visit, lead, kept=Kept("message", _GONE))
    return lead_page(visit, lead, kept=Kept("message", typed=found[1]))


def throw_away(visit: Visit, lead: LeadRow) -> Answer:
    """Forget the message."""
    drop_draft(visit.desk, visit.books, visit.asked.form.get("draft", ""), actor_of(visit))
    return done(lead, "dropped")
