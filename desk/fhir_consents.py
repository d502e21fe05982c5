"""Consents as FHIR R4 has them: what was agreed to or declined, when, and in which words, named by their hash."""

from collections.abc import Sequence
from typing import Any

from desk.fhir_names import hash_uri, reference_to
from flows.clinic import in_language
from flows.flow import Flow
from flows.record import STAFF_LANGUAGE
from storage.history import ConsentRow
from storage.moments import from_ms

_SCOPE = {
    "coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}],
}
_CONSENT_DOCUMENT = {"coding": [{"system": "http://loinc.org", "code": "59284-0", "display": "Consent Document"}]}


def consent_resources(flow: Flow, consents: Sequence[ConsentRow], patient: str, asking: str) -> list[dict[str, Any]]:
    """A resource for each decision, oldest first; one that was replaced by a later one is inactive."""
    latest = {consent.kind: consent for consent in consents}
    return [_resource(flow, one, latest[one.kind] is one, patient, asking) for one in consents]


def _resource(flow: Flow, consent: ConsentRow, stands: bool, patient: str, asking: str) -> dict[str, Any]:
    item = flow.items.get(consent.kind)
    kind = in_language(item.short, STAFF_LANGUAGE) if item else consent.kind
    return {
        "resourceType": "Consent",
        "language": consent.language,
        "status": "active" if stands else "inactive",
        "scope": _SCOPE,
        "category": [_CONSENT_DOCUMENT, {"text": kind}],
        "patient": reference_to(patient),
        "dateTime": from_ms(consent.at).isoformat(),
        "performer": [reference_to(asking)],
        "policy": [{"uri": hash_uri(consent.wording)}],
        "provision": {"type": "permit" if consent.given else "deny"},
    }
