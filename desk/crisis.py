"""Crisis words: answered at once from static text, without the database; staff alerted, the conversation untouched."""

from dataclasses import replace
from typing import Any

from desk.arrivals import Arrival, FromPatient, StaffReplied
from desk.desk import Desk
from desk.staff_alerts import post_alert
from flows.taps import ANYWHERE, encode
from flows.understand.safety import Level, assess
from messages.words import LANGUAGES, Words
from storage import alerts, leads, outbox
from storage.conversations import Kept
from storage.store import Books

VARIANTS = 3
DIRECT_LEASE_MS = 60_000
"""How long the direct lane may hold a crisis reply before the outbox sends it as well, in milliseconds."""


def triage(arrival: Arrival) -> Arrival:
    """`arrival` with its words checked; done once, before anything else happens to it."""
    if isinstance(arrival, StaffReplied):
        return replace(arrival, patient=_checked(arrival.patient))
    return _checked(arrival) if isinstance(arrival, FromPatient) else arrival


def _checked(patient: FromPatient) -> FromPatient:
    return replace(patient, assessment=assess(patient.text)) if patient.text else patient


def is_crisis(arrival: FromPatient) -> bool:
    """True where the words of `arrival` are words of crisis."""
    return arrival.assessment is not None and arrival.assessment.level is Level.CRISIS


def needs_support(arrival: FromPatient) -> bool:
    """True where the words call for a soft word and the help numbers."""
    return arrival.assessment is not None and arrival.assessment.level is Level.SUPPORT


def crisis_body(words: Words, arrival: FromPatient) -> dict[str, Any]:
    """The reply to words of crisis: needs no database; varied by the update's number, in the language of the words."""
    spoken = (arrival.assessment.language if arrival.assessment else "") or arrival.language_code.partition("-")[
        0
    ].lower()
    language = spoken if spoken in LANGUAGES else "en"
    label = {key: words.button(key, language) for key in ("continue", "person")}
    return {
        "text": words.text("crisis", language, {"variant": arrival.update_id % VARIANTS}),
        "rows": [
            [{"label": label["person"], "data": encode(ANYWHERE, 0, "person")}],
            [{"label": label["continue"], "data": encode(ANYWHERE, 0, "resume")}],
        ],
        "keyboard": "inline",
    }


def keep_crisis(desk: Desk, books: Books, arrival: FromPatient, kept: Kept | None) -> None:
    """Note a crisis: the reply (the direct lane has it), an alert to staff, an urgent lead. No words are kept."""
    now = desk.now_ms()
    name = crisis_name(arrival.update_id)
    outbox.put(
        books, arrival.chat_id, "send", crisis_body(desk.words, arrival), now,
        ask=name, urgent=True, leased_until=now + DIRECT_LEASE_MS,
    )  # fmt: skip
    live = [lead for lead in leads.of_chat(books, arrival.chat_id) if lead.status not in {"closed", "not_a_fit"}]
    lead = live[-1] if live else None
    if kept and not kept.conversation.keyboard and kept.conversation.live:
        strip = {"rows": [], "keyboard": "inline"}
        outbox.put(books, arrival.chat_id, "freeze", strip, now, ask=kept.conversation.ask)
    if lead and not lead.urgent:
        leads.flag(books, lead.uid, urgent=True)
        lead = replace(lead, urgent=True)
    post_alert(desk, books, arrival.chat_id, alerts.CRISIS, lead)


def crisis_name(update_id: int) -> str:
    """What the outbox calls the crisis reply to this update, so that the direct lane can mark it as sent."""
    return f"crisis:{update_id}"
