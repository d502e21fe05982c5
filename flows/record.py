"""The lead record: what staff, exports and webhooks see of a set of answers. Hidden answers are never part of it."""

from dataclasses import dataclass
from typing import Any

from flows.answers import Answer, Answers
from flows.clinic import ONLINE, in_language
from flows.flow import Flow
from flows.questionnaire import CONTACT_CONSENT
from flows.visibility import prune

STAFF_LANGUAGE = "en"
SAMPLE_SOURCE = "sample person"
"""The source of made-up leads that show how the desk looks; nobody is behind them to be told anything."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a lead is filed under: codes only, no words of the person."""

    location: str
    online: bool
    services: tuple[str, ...]
    may_contact: bool
    antidepressants: int


def summary(flow: Flow, answers: Answers) -> Summary:
    """The facts a lead is routed and listed by."""
    visit = _one(answers, "infusion_visit")
    location = _one(answers, "location")
    clinic = location if flow.clinic.location(location) else (visit if flow.clinic.location(visit) else "")
    services = answers.get("services")
    treatments = answers.get("prior_treatments")
    named = dict(treatments.detail).get("antidepressants", ()) if treatments else ()
    return Summary(
        location=clinic or (ONLINE if location == ONLINE else ""),
        online=location == ONLINE,
        services=services.codes if services else (),
        may_contact=_one(answers, CONTACT_CONSENT) == "agreed",
        antidepressants=len(named),
    )


def rows(flow: Flow, answers: Answers, language: str = STAFF_LANGUAGE) -> list[dict[str, Any]]:
    """Every answer in the questionnaire's order, with words and provenance."""
    kept, _ = prune(flow.questionnaire, answers)
    return [_row(flow, link_id, answer, language) for link_id, answer in kept.items()]


def _row(flow: Flow, link_id: str, answer: Answer, language: str) -> dict[str, Any]:
    item = flow.items[link_id]
    return {
        "link_id": link_id,
        "short": in_language(item.short, language),
        "value": flow.wording(item, answer, language),
        "codes": list(answer.codes),
        "said": answer.said,
        "method": answer.method,
        "at": answer.at.isoformat(),
        "detail": {name: list(values) for name, values in answer.detail},
        "display": item.type == "display",
    }


def contact(answers: Answers) -> dict[str, str]:
    """Name, phone and e-mail as given; empty where not."""
    found = {link_id: _one(answers, link_id) for link_id in ("name", "phone", "email")}
    if not found["phone"].startswith("+"):
        found["phone"] = ""
    return found


def _one(answers: Answers, link_id: str) -> str:
    answer = answers.get(link_id)
    return answer.codes[0] if answer and answer.codes else ""
