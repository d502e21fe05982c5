"""What a delivery says, by the preset of its target; decided and worded once, so that every try says the same."""

import json
from typing import Any

from desk.desk import Desk
from desk.outgoing import agreed_to, link_to, outgoing_answers, outgoing_fields, own_fields
from desk.targets import Webhook
from flows.questionnaire import CONSENT, CONTACT_CONSENT
from storage import leads
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.store import Books

Body = dict[str, Any]
_HUBSPOT_FIELDS = {"firstname": "first_name", "lastname": "last_name", "email": "email", "phone": "phone"}
_CONTACT_OBJECT = "0-1"
"""HubSpot's name for the kind of record that a form fills: a contact."""
_HIGHLEVEL_FIELDS = {"intake_reference": "reference", "intake_clinic": "clinic", "intake_link": "url"}
MAIL_SUBJECTS = {
    "lead.created": "New request",
    "lead.updated": "Request changed",
    "lead.claimed": "Request claimed",
    "lead.released": "Request free again",
    "lead.contacted": "Request contacted",
    "lead.scheduled": "Request scheduled",
    "lead.set_aside": "Request set aside",
    "lead.returned": "Request back in the inbox",
    "lead.not_a_fit": "Request not a fit",
    "lead.closed": "Request closed",
    "lead.reopened": "Request reopened",
    "lead.consent_withdrawn": "No more contact wanted",
    "lead.deleted": "Request erased",
}


def webhook_body(desk: Desk, books: Books, lead: LeadRow, event: str, target: Webhook) -> Body | None:
    """The JSON text to post, or None where there is nothing this target could do with it.

    More than the reference leaves only while the lead is there and the person agrees to be contacted.
    """
    open_hearted = target.content == "full" and lead.may_contact and event != "lead.deleted"
    match target.preset:
        case "hubspot":
            said = _hubspot(desk, books, lead, target) if open_hearted else None
        case "gohighlevel":
            said = _highlevel(desk, books, lead, event, target, full=open_hearted)
        case _:
            said = _standard(desk, books, lead, event, full=open_hearted)
    return None if said is None else as_json(said)


def as_json(said: dict[str, Any]) -> Body:
    """A delivery that posts `said`."""
    return {"json": json.dumps(said, ensure_ascii=False, separators=(",", ":"))}


def _standard(desk: Desk, books: Books, lead: LeadRow, event: str, *, full: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"reference": lead.reference}
    if event != "lead.deleted":
        data["url"] = link_to(desk, lead)
    if full:
        answers = leads.answers(books, lead)
        fields = own_fields(desk, lead, answers)
        data |= {
            "status": lead.status,
            "clinic": {"code": lead.location, "label": desk.location_label(lead.location)},
            "services": list(lead.services),
            "online": lead.online,
            "language": lead.language,
            "source": fields["source"],
            "submitted_at": from_ms(lead.submitted_at).isoformat(),
            "contact": {name: fields[name] for name in ("name", "phone", "email")},
            "answers": outgoing_answers(desk.flow, answers),
        }
    return {"type": event, "timestamp": desk.clock().isoformat(), "data": data}


def _highlevel(desk: Desk, books: Books, lead: LeadRow, event: str, target: Webhook, *, full: bool) -> dict[str, Any]:
    """A flat object, as the trigger "Inbound Webhook" maps it; GoHighLevel makes no contact without phone or e-mail."""
    said: dict[str, Any] = {"event": event, "reference": lead.reference}
    fields = outgoing_fields(desk, books, lead) if full else {}
    if not (fields.get("phone") or fields.get("email")):
        return said
    return said | {
        "firstName": fields["first_name"],
        "lastName": fields["last_name"],
        "phone": fields["phone"],
        "email": fields["email"],
        "source": fields["source"] or "Telegram intake",
        "tags": list(target.tags),
        "customField": {name: fields.get(field, "") for name, field in (_HIGHLEVEL_FIELDS | target.fields).items()},
    }


def _hubspot(desk: Desk, books: Books, lead: LeadRow, target: Webhook) -> dict[str, Any] | None:
    """A submission of a form, with the consent in the words that were agreed to (HubSpot Forms API v3, secure)."""
    fields = outgoing_fields(desk, books, lead)
    if not fields["email"]:
        return None  # HubSpot knows contacts by their e-mail address
    named = {name: fields.get(field, "") for name, field in (_HUBSPOT_FIELDS | target.fields).items()}
    consents = {consent.kind: consent for consent in agreed_to(desk, books, lead)}
    submission: dict[str, Any] = {
        "submittedAt": str(lead.submitted_at),
        "fields": [
            {"objectTypeId": _CONTACT_OBJECT, "name": name, "value": value} for name, value in named.items() if value
        ],
        "context": {"pageName": f"{desk.flow.clinic.name}: intake on Telegram"},
    }
    kept, reached = consents.get(CONSENT), consents.get(CONTACT_CONSENT)
    if kept is None:
        return submission
    consent: dict[str, Any] = {"consentToProcess": kept.given, "text": f"{kept.words} ({kept.at})"}
    if reached is not None and target.hubspot and target.hubspot.subscription:
        consent["communications"] = [
            {
                "value": reached.given,
                "subscriptionTypeId": target.hubspot.subscription,
                "text": f"{reached.words} ({reached.at})",
            }
        ]
    return submission | {"legalConsentOptions": {"consent": consent}}


def mail_body(desk: Desk, lead: LeadRow, event: str) -> Body:
    """Subject and text of an e-mail: what it is about and where to read it; nothing a person said or is called."""
    subject = f"{MAIL_SUBJECTS[event]}: {lead.reference}"
    if event == "lead.deleted":
        return {"subject": subject, "text": f"Request {lead.reference} was erased with everything in it.\n"}
    lines = [
        f"Reference: {lead.reference}",
        f"Clinic: {desk.location_label(lead.location)}",
        f"Service: {desk.service_labels(lead.services) or 'not said'}",
        f"Waiting since: {desk.local_time(lead.submitted_at, lead.location)}",
    ]
    link = link_to(desk, lead)
    lines += ["", f"Open it: {link}" if link else "Open it in the console or in Telegram."]
    return {"subject": subject, "text": "\n".join(lines) + "\n"}
