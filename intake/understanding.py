"""`intake understand KIND`: what the bot understands, a text a line in, a JSON object a line out."""

import json
from collections.abc import Callable
from typing import IO, Any

from flows.understand.email import read_email
from flows.understand.options import read_services
from flows.understand.phone import read_phone
from flows.understand.safety import assess
from flows.understand.treatments import read_treatments
from intake.settings import read_settings
from intake.stopping import Stop
from intake.wiring import build_flow


def understand_lines(kind: str, source: IO[str], out: IO[str]) -> None:
    """Write what each line of `source` is understood as; raises Stop for an unknown kind."""
    makers: dict[str, Callable[[], Callable[[str], dict[str, Any]]]] = {
        "location": _location,
        "treatments": lambda: _treatments,
        "services": _services,
        "safety": lambda: _safety,
        "question": _question,
        "phone": lambda: _phone,
        "email": lambda: _email,
    }
    if kind not in makers:
        raise Stop(f"KIND is one of {', '.join(makers)}")
    read = makers[kind]()
    for line in source:
        out.write(json.dumps(read(line.rstrip("\n")), ensure_ascii=False) + "\n")
        out.flush()


def _location() -> Callable[[str], dict[str, Any]]:
    gazetteer = build_flow(read_settings()).gazetteer

    def read(text: str) -> dict[str, Any]:
        place = gazetteer.read(text)
        return {
            "location": place.location,
            "ask": place.ask,
            "method": place.method,
            "miles": place.miles,
            "candidates": list(place.candidates),
        }

    return read


def _services() -> Callable[[str], dict[str, Any]]:
    clinic = build_flow(read_settings()).clinic
    return lambda text: {"services": list(read_services(text, clinic))}


def _question() -> Callable[[str], dict[str, Any]]:
    flow = build_flow(read_settings())
    questions = flow.questions

    def read(text: str) -> dict[str, Any]:
        asked = questions.read(text)
        topic = flow.topics.counted_as(asked.topic) if asked.topic else "other"
        return {"topic": topic, "answered_by": asked.answered_by, "candidates": list(asked.candidates)}

    return read


def _treatments(text: str) -> dict[str, Any]:
    found = read_treatments(text)
    return {
        "treatments": list(found.codes),
        "antidepressants": list(found.antidepressants),
        "other_medications": list(found.other_medications),
        "negated": list(found.negated),
    }


def _safety(text: str) -> dict[str, Any]:
    found = assess(text)
    return {"level": str(found.level), "categories": list(found.categories)}


def _phone(text: str) -> dict[str, Any]:
    found = read_phone(text)
    return {"value": found.value, "reason": found.reason}


def _email(text: str) -> dict[str, Any]:
    found = read_email(text)
    return {"value": found.value, "reason": found.reason, "suggestion": found.suggestion}
