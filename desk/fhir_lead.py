"""A lead as a FHIR R4 bundle: who, what they answered, what they agreed to, and what they ask for."""

from typing import Any

from desk.desk import Desk
from desk.fhir_consents import consent_resources
from desk.fhir_names import LANGUAGES, Names, names_of, own_id, printable, reference_to
from flows.answers import Answer
from flows.clinic import in_language
from flows.flow import Flow
from flows.questionnaire import Item
from flows.record import STAFF_LANGUAGE, contact
from flows.visibility import prune
from storage import history, leads
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.store import Books

Resource = dict[str, Any]
_SELF = "self"
"""The answer at `who` of a person who asks for themselves."""


def fhir_bundle(desk: Desk, books: Books, lead: LeadRow) -> Resource:
    """A collection of Patient (and who asks for them, if another), QuestionnaireResponse, Consent, ServiceRequest."""
    flow, names = desk.flow, names_of(desk.flow)
    answers, _ = prune(flow.questionnaire, leads.answers(books, lead))
    patient, response = own_id(lead.uid, "patient"), own_id(lead.uid, "response")
    asking = patient if _for_themselves(answers) else own_id(lead.uid, "asking")
    entries = [(patient, _patient(names, lead, answers if asking == patient else None))]
    if asking != patient:
        entries.append((asking, _asking(lead, answers, patient)))
    entries.append((response, _response(flow, names, lead, answers, patient=patient, asking=asking)))
    consents = history.consent_rows(books, lead.chat_id)
    entries += [
        (own_id(lead.uid, f"consent {place}"), resource)
        for place, resource in enumerate(consent_resources(flow, consents, patient, asking))
    ]
    entries += _requests(flow, names, lead, patient=patient, asking=asking, response=response)
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "identifier": {"system": names.references, "value": lead.reference},
        "timestamp": desk.clock().isoformat(),
        "entry": [{"fullUrl": own, "resource": resource} for own, resource in entries],
    }


def _for_themselves(answers: dict[str, Answer]) -> bool:
    who = answers.get("who")
    return who is None or who.value == _SELF


def _person(lead: LeadRow, answers: dict[str, Answer]) -> Resource:
    """Name, ways to reach, language: of the person in the chat."""
    reach = {name: printable(value) for name, value in contact(answers).items()}
    telecom = [{"system": name, "value": reach[name]} for name in ("phone", "email") if reach[name]]
    language = {"language": {"coding": [{"system": LANGUAGES, "code": lead.language}]}, "preferred": True}
    made: Resource = {"communication": [language]}
    if reach["name"]:
        made["name"] = [{"text": reach["name"]}]
    return made | ({"telecom": telecom} if telecom else {})


def _patient(names: Names, lead: LeadRow, answers: dict[str, Answer] | None) -> Resource:
    """The patient: the person in the chat, or somebody whom that person did not name."""
    about = _person(lead, answers) if answers is not None else {}
    identifier = [{"system": names.references, "value": lead.reference}]
    return {"resourceType": "Patient", "identifier": identifier, **about}


def _asking(lead: LeadRow, answers: dict[str, Answer], patient: str) -> Resource:
    """The person in the chat, who asks for somebody they care for."""
    return {"resourceType": "RelatedPerson", "patient": reference_to(patient), **_person(lead, answers)}


def _response(
    flow: Flow, names: Names, lead: LeadRow, answers: dict[str, Answer], *, patient: str, asking: str
) -> Resource:
    """The answers as they stand, under the version of the questionnaire that the newest of them was given to."""
    given = [(flow.items[link_id], answer) for link_id, answer in answers.items()]
    newest = max(answers.values(), key=lambda answer: answer.at)
    return {
        "resourceType": "QuestionnaireResponse",
        "language": lead.language,
        "identifier": {"system": names.references, "value": lead.reference},
        "questionnaire": f"{names.questionnaire}|{newest.version}",
        "status": "amended" if lead.version > 1 else "completed",
        "subject": reference_to(patient),
        "source": reference_to(asking),
        "authored": max(newest.at, from_ms(lead.submitted_at)).isoformat(),
        "item": [
            {"linkId": item.link_id, "text": in_language(item.text, lead.language), "answer": values}
            for item, answer in given
            if item.type != "display" and (values := _values(flow, names, item, answer, lead.language))
        ],
    }


def _values(flow: Flow, names: Names, item: Item, answer: Answer, language: str) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = []
    for code in answer.codes:
        option = flow.option(item, code)
        if option:
            values.append({"valueCoding": names.coding(item, code, in_language(option.label, language))})
        elif item.type == "choice":
            values.append({"valueCoding": {"code": code, "display": code}})
        elif printable(code):
            values.append({"valueString": printable(code)})
    if item.type == "open-choice":
        # What was named beside the options, such as medicines by their generic names.
        values += [{"valueString": named} for _, found in answer.detail for named in map(printable, found) if named]
    return values


def _requests(
    flow: Flow, names: Names, lead: LeadRow, *, patient: str, asking: str, response: str
) -> list[tuple[str, Resource]]:
    """What is asked for, one proposal a service; nobody has ordered anything."""
    asked = [service for code in lead.services if (service := flow.clinic.service(code)) and not service.exclusive]
    place = flow.clinic.location(lead.location)
    where = in_language(place.label, STAFF_LANGUAGE) if place else "Online or phone" if lead.online else ""
    common: Resource = {
        "resourceType": "ServiceRequest",
        "status": "active",
        "intent": "proposal",
        "subject": reference_to(patient),
        "requester": reference_to(asking),
        "authoredOn": from_ms(lead.submitted_at).isoformat(),
        "supportingInfo": [reference_to(response)],
    }
    if where:
        common["locationCode"] = [{"text": where}]
    made = []
    for service in asked:
        label = in_language(service.label, STAFF_LANGUAGE)
        coding = {"system": names.of("CodeSystem", "services"), "code": service.code, "display": label}
        request = common | {"code": {"coding": [coding], "text": label}}
        made.append((own_id(lead.uid, f"request {service.code}"), request))
    return made
