"""FHIR R4: the questionnaire, and a lead answered against it; nothing hidden, nothing that FHIR would refuse."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat import PHONE
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaire import Questionnaire
from filed_leads import FiledLeads

from desk import fhir
from desk.fhir import NotFhir, lead_json, questionnaire_json
from flows.answers import Answer
from flows.flow import Flow
from flows.record import contact, summary
from storage import history, leads
from storage.leads import LeadRow


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[FiledLeads]:
    desk = FiledLeads(tmp_path)
    yield desk
    desk.store.close()


def bundle(filed: FiledLeads, lead: LeadRow) -> dict[str, Any]:
    """The lead as it leaves, read again by the library."""
    with filed.store.transaction() as books:
        text = lead_json(filed.desk, books, lead, actor="9001", surface="console")
    Bundle.model_validate_json(text)
    found: dict[str, Any] = json.loads(text)
    return found


def of_kind(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in found["entry"] if entry["resource"]["resourceType"] == kind]


def test_the_questionnaire_is_whole(flow: Flow) -> None:
    """Link ids in order, types, whether required, options, conditions, address and version."""
    text = questionnaire_json(flow, "en")
    Questionnaire.model_validate_json(text)
    found = json.loads(text)

    assert [item.link_id for item in flow.questionnaire.items] == [item["linkId"] for item in found["item"]]
    assert ("active", "2026.11", "en") == (found["status"], found["version"], found["language"])
    assert found["url"].startswith("urn:uuid:")
    items = {item["linkId"]: item for item in found["item"]}
    assert {item["type"] for item in found["item"]} == {"choice", "open-choice", "string", "display"}
    assert (True, True) == (items["services"]["required"], items["services"]["repeats"])
    assert ["los_angeles", "santa_monica", "las_vegas", "sedona", "online"] == [
        option["valueCoding"]["code"] for option in items["location"]["answerOption"]
    ]
    assert "required" not in items["expectations"]
    assert ("any", 4) == (items["expectations"]["enableBehavior"], len(items["expectations"]["enableWhen"]))
    assert "enableBehavior" not in items["last_infusion"]


def test_every_condition_names_an_option_that_is_there(flow: Flow) -> None:
    """So that a form filler shows what we ask."""
    found = json.loads(questionnaire_json(flow, "en"))
    codings = {i["linkId"]: [o["valueCoding"] for o in i.get("answerOption", [])] for i in found["item"]}

    conditions = [condition for item in found["item"] for condition in item.get("enableWhen", [])]
    assert 10 < len(conditions)
    for condition in conditions:
        assert condition["answerCoding"] in codings[condition["question"]]


def test_the_questionnaire_speaks_spanish_too(flow: Flow) -> None:
    """The same items in other words."""
    found = json.loads(questionnaire_json(flow, "es"))

    assert "es" == found["language"]
    assert found["item"][0]["text"].startswith("¿Puedo guardar")


def test_addresses_are_the_clinics_where_it_has_a_website(flow: Flow) -> None:
    """Else they are made from its name, the same each time."""
    clinic = flow.clinic.model_copy(update={"website": "https://clinic.example/"})

    found = json.loads(questionnaire_json(Flow(flow.questionnaire, clinic), "en"))

    assert "https://clinic.example/fhir/Questionnaire/intake" == found["url"]
    assert json.loads(questionnaire_json(flow, "en"))["url"] == json.loads(questionnaire_json(flow, "es"))["url"]


def test_a_lead_is_answered_against_the_questionnaire(filed: FiledLeads) -> None:
    """Every link id of the response is one of the questionnaire's, every coding one of its options."""
    lead = filed.file_lead(services=("ketamine_infusion", "tms"), prior_treatments=("ect", "psychotherapy"))
    questionnaire = json.loads(questionnaire_json(filed.desk.flow, "en"))
    options = {i["linkId"]: [o["valueCoding"] for o in i.get("answerOption", [])] for i in questionnaire["item"]}

    (response,) = of_kind(bundle(filed, lead), "QuestionnaireResponse")

    assert f"{questionnaire['url']}|{questionnaire['version']}" == response["questionnaire"]
    assert ("completed", "2026-11-24T17:00:00Z") == (response["status"], response["authored"])
    assert 10 < len(response["item"])
    for item in response["item"]:
        assert item["linkId"] in options
        for answer in item["answer"]:
            assert "valueString" in answer or answer["valueCoding"] in options[item["linkId"]]


def test_who_it_is_about(filed: FiledLeads) -> None:
    """Reference, name, ways to reach, language."""
    lead = filed.file_lead(language="es")
    found = bundle(filed, lead)

    (patient,) = of_kind(found, "Patient")
    assert lead.reference == patient["identifier"][0]["value"] == found["identifier"]["value"]
    assert [{"text": "Alice Archer"}] == patient["name"]
    assert {"phone": PHONE, "email": "alice@example.com"} == {t["system"]: t["value"] for t in patient["telecom"]}
    assert "es" == patient["communication"][0]["language"]["coding"][0]["code"]


def test_who_asks_for_somebody_else_is_not_the_patient(filed: FiledLeads) -> None:
    """Name and number are of the person in the chat."""
    found = bundle(filed, filed.file_lead(who="other_adult"))

    (patient,), (asking,) = of_kind(found, "Patient"), of_kind(found, "RelatedPerson")
    assert {"name", "telecom"}.isdisjoint(patient)
    assert [{"text": "Alice Archer"}] == asking["name"]
    urls = {entry["resource"]["resourceType"]: entry["fullUrl"] for entry in found["entry"]}
    assert asking["patient"]["reference"] == urls["Patient"]
    (response,) = of_kind(found, "QuestionnaireResponse")
    assert (urls["Patient"], urls["RelatedPerson"]) == (
        response["subject"]["reference"], response["source"]["reference"],
    )  # fmt: skip


def test_consents_say_what_when_and_in_which_words(filed: FiledLeads) -> None:
    """The words by their hash; what was taken back is inactive."""
    lead = filed.file_lead()
    filed.clock.forward(hours=1)
    with filed.store.transaction() as books:
        history.record_consent(
            books, lead.chat_id, "contact_consent", given=False, wording="ab" * 32, language="en",
            now=filed.desk.now_ms(),
        )  # fmt: skip

    found = of_kind(bundle(filed, lead), "Consent")

    assert [("active", "permit"), ("inactive", "permit"), ("active", "deny")] == [
        (consent["status"], consent["provision"]["type"]) for consent in found
    ]
    assert "ni:///sha-256;q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s" == found[2]["policy"][0]["uri"]
    assert ["2026-11-24T17:00:00Z", "2026-11-24T17:00:00Z", "2026-11-24T18:00:00Z"] == [c["dateTime"] for c in found]
    assert ["May we keep your answers", "May we contact you"] == [c["category"][1]["text"] for c in found[:2]]


def test_what_is_asked_for_is_a_proposal(filed: FiledLeads) -> None:
    """One a service; not being sure is none."""
    found = of_kind(bundle(filed, filed.file_lead(services=("tms", "dbt"))), "ServiceRequest")
    assert [("tms", "proposal"), ("dbt", "proposal")] == [
        (request["code"]["coding"][0]["code"], request["intent"]) for request in found
    ]
    assert "Santa Monica" == found[0]["locationCode"][0]["text"]

    assert [] == of_kind(bundle(filed, filed.file_lead(services=("not_sure",))), "ServiceRequest")


def test_hidden_answers_stay_hidden(filed: FiledLeads) -> None:
    """Whose question is not called for, what was skipped, what was only read."""
    lead = filed.file_lead(last_infusion="m1_to_3", infusion_visit="sedona", concerns="", expectations="seen")

    (response,) = of_kind(bundle(filed, lead), "QuestionnaireResponse")

    asked = {item["linkId"] for item in response["item"]}
    assert asked.isdisjoint({"last_infusion", "infusion_visit", "concerns", "expectations"})
    assert "name" in asked


def test_changed_answers_amend_the_response(filed: FiledLeads) -> None:
    """With the time of the change."""
    lead, flow = filed.file_lead(), filed.desk.flow
    filed.clock.forward(days=1)
    with filed.store.transaction() as books:
        answers = leads.answers(books, lead)
        answers["concerns"] = Answer(("anxiety",), "tap", filed.clock(), "2026.12")
        leads.amend(books, lead, summary(flow, answers), contact(answers), answers, "2026.12", filed.desk.now_ms())

    (response,) = of_kind(bundle(filed, filed.lead(lead.uid)), "QuestionnaireResponse")

    assert ("amended", "2026-11-25T17:00:00Z") == (response["status"], response["authored"])
    assert response["questionnaire"].endswith("|2026.12")


def test_medicines_are_named(filed: FiledLeads) -> None:
    """Beside the option they belong to."""
    lead = filed.file_lead()
    with filed.store.transaction() as books:
        answers = leads.answers(books, lead)
        answers["prior_treatments"] = Answer(
            ("antidepressant",), "typed", filed.clock(), "2026.11", "my Zoloft years", detail=(("antidepressants", ("sertraline",)),)
        )  # fmt: skip
        leads.amend(
            books, lead, summary(filed.desk.flow, answers), contact(answers), answers, "2026.11", filed.desk.now_ms()
        )

    (response,) = of_kind(bundle(filed, filed.lead(lead.uid)), "QuestionnaireResponse")

    treatments = next(item["answer"] for item in response["item"] if item["linkId"] == "prior_treatments")
    assert ("antidepressant", "sertraline") == (treatments[0]["valueCoding"]["code"], treatments[1]["valueString"])
    assert "my Zoloft years" not in json.dumps(response)


def test_it_is_the_same_each_time_and_noted_each_time(filed: FiledLeads) -> None:
    """Whoever takes it twice finds the same ids."""
    lead = filed.file_lead()

    assert bundle(filed, lead) == bundle(filed, lead)
    rows = filed.rows("select actor, surface, subject, detail from audit where act = 'lead_exported'")
    assert [("9001", "console", lead.uid, "fhir")] * 2 == [tuple(row.values()) for row in rows]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{7*7}}", "\0\x07", "x\r\nY: z", "\u202eevil", "=1+1"])
def test_hostile_words_stay_words(filed: FiledLeads, words: str) -> None:
    """What FHIR takes goes out as it was typed; control characters do not."""
    (patient,) = of_kind(bundle(filed, filed.file_lead(name=words)), "Patient")

    kept = "".join(one for one in words if one.isprintable() or one in "\n\t").strip()
    assert ([{"text": kept}] if kept else None) == patient.get("name")


def test_what_fhir_refuses_is_refused_without_its_words(filed: FiledLeads, monkeypatch: pytest.MonkeyPatch) -> None:
    """The places are named, nothing that stands there; nothing is noted as taken."""
    lead = filed.file_lead()
    bad = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": {"resourceType": "Patient", "name": "Alice"}}],
    }
    monkeypatch.setattr(fhir, "fhir_bundle", lambda *_: bad)

    with pytest.raises(NotFhir) as refused, filed.store.transaction() as books:
        lead_json(filed.desk, books, lead, actor="9001", surface="console")

    assert "Alice" not in str(refused.value)
    assert "entry" in str(refused.value)
    assert refused.value.__suppress_context__
    assert [] == filed.rows("select id from audit where act = 'lead_exported'")


def test_the_library_is_loaded_only_when_needed() -> None:
    """It is large; the bot starts without it."""
    import subprocess
    import sys

    code = "import intake.running, intake.__main__, sys; sys.exit(any(name.startswith('fhir') for name in sys.modules))"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode
