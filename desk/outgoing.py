"""What of a lead may leave the house: fields and answers without anything that speaks of a crisis."""

import hashlib
from dataclasses import dataclass
from typing import Any

from desk.desk import Desk
from flows.answers import Answers
from flows.clinic import in_language
from flows.flow import Flow
from flows.questionnaire import Item
from flows.record import contact, rows
from flows.understand.safety import Level, assess
from storage import history, leads
from storage.history import ConsentRow
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.store import Books

FIELDS = (
    "reference", "url", "status", "clinic", "location", "services", "service_codes", "language", "source",
    "submitted_at", "name", "first_name", "last_name", "phone", "email",
)  # fmt: skip
"""What a mapping can take beside the answers, which go by their link_id."""


@dataclass(frozen=True, slots=True)
class AgreedTo:
    """A consent as another system is told of it: the words that were agreed to, and when (UTC)."""

    kind: str
    given: bool
    words: str
    at: str


def link_to(desk: Desk, lead: LeadRow) -> str:
    """Where staff read this lead; empty where the console is off."""
    return f"{desk.console_url}/leads/{lead.uid}" if desk.console_url else ""


def outgoing_fields(desk: Desk, books: Books, lead: LeadRow) -> dict[str, str]:
    """The lead as one line of text a field; what was not said is empty."""
    answers = leads.answers(books, lead)
    told = {row["link_id"]: ", ".join(row["values"]) for row in outgoing_answers(desk.flow, answers)}
    return told | own_fields(desk, lead, answers)


def own_fields(desk: Desk, lead: LeadRow, answers: Answers) -> dict[str, str]:
    """The fields that every lead has, whatever was asked."""
    reach = contact(answers)
    name = harmless(reach["name"])
    first, _, last = name.partition(" ")
    return {
        "reference": lead.reference,
        "url": link_to(desk, lead),
        "status": lead.status,
        "clinic": desk.location_label(lead.location),
        "location": lead.location,
        "services": desk.service_labels(lead.services),
        "service_codes": ",".join(lead.services),
        "language": lead.language,
        "source": harmless(lead.source),
        "submitted_at": from_ms(lead.submitted_at).isoformat(),
        "name": name,
        "first_name": first,
        "last_name": last,
        "phone": reach["phone"],
        "email": reach["email"],
    }


def outgoing_answers(flow: Flow, answers: Answers) -> list[dict[str, Any]]:
    """The answers in order, as codes and words; what the person typed around them stays in the house."""
    return [_answer(flow, row) for row in rows(flow, answers) if not row["display"]]


def _answer(flow: Flow, row: dict[str, Any]) -> dict[str, Any]:
    item = flow.items[row["link_id"]]
    codes = [code for code in row["codes"] if _may_leave(flow, item, code)]
    return {
        "link_id": row["link_id"],
        "question": row["short"],
        "codes": codes,
        "values": [flow.words_for(item, (code,), "en") for code in codes],
        "detail": {name: [v for v in values if harmless(v)] for name, values in row["detail"].items()},
        "skipped": row["method"] == "skipped",
        "at": row["at"],
    }


def _may_leave(flow: Flow, item: Item, code: str) -> bool:
    return flow.option(item, code) is not None or bool(harmless(code))


def harmless(text: str) -> str:
    """`text` on one line; nothing where it speaks of a crisis, which is for people at the clinic alone."""
    return " ".join(text.split()) if assess(text).level is Level.NONE else ""


def agreed_to(desk: Desk, books: Books, lead: LeadRow) -> list[AgreedTo]:
    """What the person agreed to or declined, each kind as it stands now."""
    latest = {consent.kind: consent for consent in history.consent_rows(books, lead.chat_id)}
    return [_agreed(desk, consent) for consent in latest.values()]


def _agreed(desk: Desk, consent: ConsentRow) -> AgreedTo:
    item = desk.flow.items.get(consent.kind)
    asked = in_language(item.text, consent.language) if item else ""
    # The question may have been reworded since: then its hash is all that can be said of the words agreed to.
    words = asked if hashlib.sha256(asked.encode()).hexdigest() == consent.wording else f"sha256:{consent.wording}"
    return AgreedTo(consent.kind, consent.given, words, from_ms(consent.at).isoformat())
