"""Answers that a person changed after handing them over: a new version, and a comparison for whoever holds the lead."""

from desk.cards import STATUS_WORDS, refresh_card
from desk.deliveries import announce
from desk.desk import Desk
from desk.holders import tell_group, tell_holder, tell_member
from desk.patient_words import end_contact
from flows.answers import Answer, Answers
from flows.clinic import in_language
from flows.record import STAFF_LANGUAGE, contact, summary
from flows.visibility import prune
from storage import leads, staff, timeline
from storage.leads import LeadRow
from storage.store import Books

SETTLED = ("scheduled", "not_now", "not_a_fit", "closed")
"""Statuses in which nobody expects a change any more."""


def keep_amendment(desk: Desk, books: Books, lead: LeadRow, link_ids: tuple[str, ...], answers: Answers) -> None:
    """Keep what the person changed (`link_ids`) of `answers`, show it on the card and tell staff what it was before."""
    now = desk.now_ms()
    before = leads.answers(books, lead)
    after = _with_corrections(desk, before, answers, link_ids)
    filed = summary(desk.flow, after)
    leads.amend(books, lead, filed, contact(after), after, desk.flow.questionnaire.version, now)
    if lead.may_contact and not filed.may_contact:
        end_contact(desk, books, lead)
    changes = differences(desk, before, after)
    lines = [f"{change['short']}: {change['old'] or '—'} → {change['new'] or '—'}" for change in changes]
    timeline.note(books, lead.uid, "amended", "patient", now, lines)
    refresh_card(desk, books, lead.uid)
    announce(desk, books, lead.uid, "lead.updated")
    _tell(desk, books, lead, leads.by_uid(books, lead.uid) or lead, changes)


def _with_corrections(desk: Desk, before: Answers, answers: Answers, link_ids: tuple[str, ...]) -> dict[str, Answer]:
    """The person's answers, and what staff put right in those they did not touch."""
    put_right = {i: a for i, a in before.items() if a.method == "staff" and i not in link_ids}
    kept, _ = prune(desk.flow.questionnaire, {**answers, **put_right})
    return kept


def differences(desk: Desk, before: Answers, after: Answers) -> list[dict[str, str]]:
    """What differs between two sets of answers, in staff's words: the question, the old and the new answer."""
    found = []
    for item in desk.flow.questionnaire.items:
        old, new = before.get(item.link_id), after.get(item.link_id)
        if item.type != "display" and (old.value if old else None) != (new.value if new else None):
            words = [desk.flow.wording(item, answer, STAFF_LANGUAGE) if answer else "" for answer in (old, new)]
            found.append({"short": in_language(item.short, STAFF_LANGUAGE), "old": words[0], "new": words[1]})
    return found


def _tell(desk: Desk, books: Books, before: LeadRow, lead: LeadRow, changes: list[dict[str, str]]) -> None:
    holder = staff.member(books, lead.holder_id) if lead.holder_id is not None else None
    if holder and not holder.covers(lead.location):
        place = desk.location_label(lead.location)
        words = f"the patient changed answers; it is now for {place}, which is not one of your locations. Release it."
        tell_member(desk, books, holder.telegram_id, lead, words)
        tell_group(desk, books, lead, "staff/changed_waiting")
        return
    tell_holder(
        desk, books, lead, "staff/changed", "staff/changed_waiting",
        changes=changes, settled=STATUS_WORDS[lead.status] if before.status in SETTLED else "",
    )  # fmt: skip
