"""What the patient saw: the chat of a request, replayed from what was sent."""

from console.gate import Visit
from console.pages import Answer, Page, not_found
from console.telegram_text import telegram_html
from desk.lead_views import open_lead
from desk.patient_screen import Shown, patient_screen_of


def show_screen(visit: Visit) -> Answer:
    """The chat as it was on the patient's screen; that it was looked at is audited."""
    lead = open_lead(visit.desk, visit.books, visit.member, visit.asked.path["uid"])
    if lead is None:
        return not_found()
    shown = patient_screen_of(visit.desk, visit.books, visit.member, lead)
    return Page("screen.html", {"lead": lead, "uid": lead.uid, "messages": [_message(one) for one in shown]})


def _message(shown: Shown) -> dict[str, object]:
    """A message as the template takes it: the words of the bot as HTML, those of the person as plain text."""
    looks = [
        {"at": look.at, "text": look.text if shown.from_patient else telegram_html(look.text), "buttons": look.buttons}
        for look in shown.looks
    ]
    return {
        "from_patient": shown.from_patient, "looks": looks, "last": looks[-1], "picture": shown.picture,
        "trouble": shown.trouble, "gone": shown.gone, "frozen": shown.frozen,
    }  # fmt: skip
