"""Answers as staff see them: the value, the words behind it, how and when it came about, and what it was before."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from desk.amendments import differences
from desk.desk import Desk
from desk.record_view import REACH
from flows.answers import Answer, Answers
from flows.questionnaire import CONSENT, CONTACT_CONSENT
from flows.record import rows
from storage import lead_versions
from storage.leads import LeadRow
from storage.moments import to_ms
from storage.store import Books

METHOD_WORDS = {
    "tap": "tapped",
    "exact": "typed",
    "alias": "typed",
    "number": "typed",
    "typed": "typed",
    "confirmed": "typed, then confirmed",
    "contact": "shared from the phone",
    "edited": "edited message",
    "command": "by command",
    "skipped": "skipped",
    "staff": "put right by staff",
}
_CONSENTS = (CONSENT, CONTACT_CONSENT)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer. `was` is what was submitted, where that differs; `explain`: something has to be explained again."""

    link_id: str
    short: str
    value: str
    skipped: bool
    said: str
    how: str
    at: str
    version: str
    detail: tuple[tuple[str, str], ...]
    was: str | None
    explain: bool


def answer_views(desk: Desk, lead: LeadRow, answers: Answers, submitted: Answers) -> list[AnswerView]:
    """The answers in the questionnaire's order, the consents last; contact is shown apart, unless it was changed."""
    found = [_view(desk, lead, row, answers, submitted) for row in rows(desk.flow, answers) if not row["display"]]
    return sorted(found, key=lambda view: view.link_id in _CONSENTS)


def _view(desk: Desk, lead: LeadRow, row: dict[str, Any], answers: Answers, submitted: Answers) -> AnswerView:
    link_id = str(row["link_id"])
    answer, item = answers[link_id], desk.flow.items[link_id]
    before = submitted.get(link_id)
    changed = lead.version > 1 and (before is None or before.value != answer.value)
    return AnswerView(
        link_id=link_id,
        short=row["short"],
        value=row["value"],
        skipped=answer.skipped,
        said=_said(answer, row["value"]),
        how=METHOD_WORDS.get(answer.method, answer.method),
        at=desk.local_clock(to_ms(answer.at), lead.location),
        version=answer.version,
        detail=tuple((name.replace("_", " "), ", ".join(values)) for name, values in answer.detail),
        was=(desk.flow.wording(item, before, "en") if before else "") if changed else None,
        explain=bool(item.expected and answer.codes and item.expected not in answer.codes),
    )


def _said(answer: Answer, value: str) -> str:
    return "" if answer.said.strip().casefold() == value.casefold() else answer.said.strip()


def is_contact(view: AnswerView) -> bool:
    """True for what the part on reaching the person shows already."""
    return view.link_id in REACH


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version after the first: when it came, and what it changed."""

    number: int
    at: str
    changes: tuple[Mapping[str, str], ...]


def version_views(desk: Desk, books: Books, lead: LeadRow) -> list[VersionView]:
    """What each version changed, the newest first; none where nothing was changed since it was submitted."""
    if lead.version == 1:
        return []
    versions = lead_versions.versions(books, lead)
    return [
        VersionView(
            after.number,
            desk.local_clock(after.at, lead.location),
            tuple(differences(desk, before.answers, after.answers)),
        )
        for before, after in pairwise(versions)
    ][::-1]
