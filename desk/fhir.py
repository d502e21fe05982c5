"""FHIR out of the desk: checked by the library before it leaves; what is about a person is an audit row."""

from typing import Any

from desk.desk import Desk
from desk.fhir_lead import fhir_bundle
from desk.fhir_questionnaire import fhir_questionnaire
from flows.flow import Flow
from storage import audit
from storage.leads import LeadRow
from storage.store import Books

MEDIA_TYPE = "application/fhir+json"


class NotFhir(Exception):
    """What was made is not what FHIR asks for; names the places, never what stands there."""


def questionnaire_json(flow: Flow, language: str) -> str:
    """The questionnaire as a FHIR resource; raises NotFhir."""
    return _checked(fhir_questionnaire(flow, language))


def lead_json(desk: Desk, books: Books, lead: LeadRow, *, actor: str, surface: str) -> str:
    """The lead as a FHIR bundle, noted in the audit log; raises NotFhir."""
    text = _checked(fhir_bundle(desk, books, lead))
    audit.append(
        books, actor=actor, surface=surface, act="lead_exported", subject=lead.uid, now=desk.now_ms(), detail="fhir"
    )
    return text


def _checked(resource: dict[str, Any]) -> str:
    """The resource as JSON, as the library read it; it is imported only here, for it is large."""
    from fhir.resources.R4B import get_fhir_model_class
    from pydantic import ValidationError

    try:
        read = get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except ValidationError as error:
        places = [".".join(map(str, fault["loc"])) for fault in error.errors(include_url=False, include_input=False)]
        raise NotFhir(", ".join(places[:5])) from None
    return str(read.model_dump_json(indent=2))
