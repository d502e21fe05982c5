"""Facts into the books: what a turn brought is recorded in the same transaction that moves the conversation."""

import hashlib
from functools import singledispatch

from desk.amendments import keep_amendment
from desk.cards import post_card, refresh_card
from desk.deliveries import announce
from desk.desk import Desk
from desk.patient_words import keep_message, stop_contact
from desk.promises import promised_at
from desk.staff_alerts import post_alert
from flows.clinic import in_language
from flows.conversation import Conversation
from flows.facts import (
    Amended,
    Answered,
    Archived,
    Consented,
    Ended,
    Fact,
    Reachable,
    Stopped,
    Submitted,
    WantsPerson,
    WroteToStaff,
)
from flows.record import contact, summary
from flows.turn import Outcome
from storage import alerts, history, leads, outbox_upkeep, timeline
from storage.conversations import set_reachable
from storage.leads import LeadRow
from storage.store import Books


class Turned:
    """One turn as the books see it."""

    def __init__(self, desk: Desk, books: Books, chat_id: int, before: Conversation, after: Conversation) -> None:
        self.desk, self.books, self.chat_id = desk, books, chat_id
        self.before, self.after = before, after
        self.now = desk.now_ms()

    @property
    def lead(self) -> LeadRow | None:
        """The lead this conversation handed over, if it did."""
        return leads.by_reference(self.books, self.after.lead) if self.after.lead else None


def keep_facts(desk: Desk, books: Books, chat_id: int, before: Conversation, outcome: Outcome) -> None:
    """Record what the turn brought, in order."""
    turned = Turned(desk, books, chat_id, before, outcome.conversation)
    for fact in outcome.facts:
        _keep(fact, turned)


@singledispatch
def _keep(fact: Fact, turned: Turned) -> None:
    """What has no entry of its own is kept by the conversation itself."""


@_keep.register
def _(fact: Answered, turned: Turned) -> None:
    history.record_answer(turned.books, turned.chat_id, fact.link_id, fact.answer, "answered", turned.now)


@_keep.register
def _(fact: Archived, turned: Turned) -> None:
    history.record_answer(turned.books, turned.chat_id, fact.link_id, fact.answer, "archived", turned.now)


@_keep.register
def _(fact: Consented, turned: Turned) -> None:
    item = turned.desk.flow.items[fact.kind]
    asked = in_language(item.text, turned.before.language)
    history.record_consent(
        turned.books,
        turned.chat_id,
        fact.kind,
        given=fact.given,
        wording=hashlib.sha256(asked.encode()).hexdigest(),
        language=turned.before.language,
        now=turned.now,
    )


@_keep.register
def _(_fact: Ended, turned: Turned) -> None:
    """Nothing the person said is kept, unless an earlier request of theirs is with staff."""
    turned.books.flush()
    if not leads.of_chat(turned.books, turned.chat_id):
        history.forget_history(turned.books, turned.chat_id)


@_keep.register
def _(_fact: Submitted, turned: Turned) -> None:
    c, flow = turned.after, turned.desk.flow
    filed = summary(flow, c.submitted)
    uid = leads.create(
        turned.books,
        reference=c.lead,
        chat_id=turned.chat_id,
        previous=c.previous,
        summary=filed,
        contact=contact(c.submitted),
        answers=c.submitted,
        language=c.language,
        source=c.source,
        flow_version=flow.questionnaire.version,
        now=turned.now,
        promised_at=promised_at(turned.desk, filed, turned.desk.clock()),
    )
    timeline.note(turned.books, uid, "submitted", "patient", turned.now)
    for question in c.questions:
        timeline.note(turned.books, uid, "question", "patient", turned.now, question)
    post_card(turned.desk, turned.books, uid)
    announce(turned.desk, turned.books, uid, "lead.created")


@_keep.register
def _(fact: Amended, turned: Turned) -> None:
    if turned.lead is not None:
        keep_amendment(turned.desk, turned.books, turned.lead, fact.link_ids, turned.after.submitted)


@_keep.register
def _(fact: WroteToStaff, turned: Turned) -> None:
    lead = leads.by_reference(turned.books, fact.about) if fact.about else turned.lead
    if lead is not None and lead.chat_id == turned.chat_id:
        keep_message(turned.desk, turned.books, lead, fact.text, fact.kind)


@_keep.register
def _(_fact: WantsPerson, turned: Turned) -> None:
    post_alert(turned.desk, turned.books, turned.chat_id, alerts.PERSON, turned.lead)


@_keep.register
def _(_fact: Stopped, turned: Turned) -> None:
    stop_contact(turned.desk, turned.books, turned.chat_id)


@_keep.register
def _(fact: Reachable, turned: Turned) -> None:
    note_reachable(turned.desk, turned.books, turned.chat_id, reachable=fact.now)


def note_reachable(desk: Desk, books: Books, chat_id: int, *, reachable: bool) -> None:
    """Note whether a person can be written to; where not, nothing more is sent and staff are told to call instead."""
    set_reachable(books, chat_id, reachable=reachable)
    if not reachable:
        outbox_upkeep.drop_waiting(books, chat_id)
    for lead in leads.of_chat(books, chat_id):
        if lead.reachable is not reachable:
            leads.flag(books, lead.uid, reachable=reachable)
            timeline.note(books, lead.uid, "reachable" if reachable else "unreachable", "system", desk.now_ms())
            refresh_card(desk, books, lead.uid)
