"""A patient's turn: load, step, render, keep. Nothing in it touches the network."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from secrets import choice
from typing import Any

from desk.arrivals import FromPatient, TapAnswer
from desk.bookkeeping import keep_facts, note_reachable
from desk.crisis import needs_support
from desk.desk import Desk
from desk.erasing import erase
from desk.holders import worked_on
from desk.promises import promise_state, promise_words
from desk.question_marks import note_questions
from desk.references import new_reference
from desk.wording import body_of, plain
from flows.clinic import in_language
from flows.conversation import Conversation
from flows.events import Blocked, Tapped
from flows.facts import Erased
from flows.questionnaire import REVIEW
from flows.replies import Reply
from flows.step import step
from flows.taps import ANYWHERE
from flows.turn import Outcome
from storage import history, leads, outbox, outbox_upkeep, timeline
from storage.conversations import Kept
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.store import Books

_SEED = "bcdfghjkmnpqrstvwxyz"
COMFORT_AGAIN = timedelta(hours=12)


def take_turn(
    desk: Desk, books: Books, arrival: FromPatient, kept: Kept | None, save: Callable[[], None]
) -> tuple[Conversation | None, TapAnswer | None]:
    """The conversation after `arrival` (None once erased), and the answer to its tap."""
    now = desk.clock()
    before = kept.conversation if kept else _greeted(desk, arrival)
    reference = new_reference(desk.flow.clinic.name) if before.state == REVIEW else ""
    outcome = step(desk.flow, before, arrival.event, now, reference)
    after = outcome.conversation
    erased = any(isinstance(fact, Erased) for fact in outcome.facts)
    if erased:
        save()
        erase(desk, books, arrival.chat_id)
    elif needs_support(arrival) and (after.comforted is None or now - after.comforted > COMFORT_AGAIN):
        after = after.but(comforted=now)
        _put(desk, books, arrival.chat_id, plain(desk.words.text("support", after.language, {})))
    if kept and not kept.reachable and not isinstance(arrival.event, Blocked):
        note_reachable(desk, books, arrival.chat_id, reachable=True)
    keep_facts(desk, books, arrival.chat_id, before, replace(outcome, conversation=after))
    if not erased:
        note_questions(desk, books, arrival.chat_id, before, replace(outcome, conversation=after))
    for reply in outcome.replies:
        filled = _filled(desk, books, arrival.chat_id, reply, after.language)
        ask = reply.ask if reply.mode != "send" or reply.rows else ""
        if reply.mode == "freeze" and not reply.template and outbox_upkeep.drop_unsent(books, arrival.chat_id, ask):
            # In a flood of messages only the newest copy of the open question goes out.
            continue
        _put(desk, books, arrival.chat_id, body_of(desk.words, filled, after.language), mode=reply.mode, ask=ask)
    _strip_old(desk, books, arrival, (before.ask, after.ask))
    return (None if erased else after), _tap_answer(desk, arrival, outcome)


def _strip_old(desk: Desk, books: Books, arrival: FromPatient, live: tuple[str, str]) -> None:
    """Take the buttons from an old message that was tapped: a copy left over when the process died, above all."""
    event = arrival.event
    if not isinstance(event, Tapped) or event.message is None or event.ask in {ANYWHERE, *live}:
        return
    if outbox_upkeep.named_by_message(books, arrival.chat_id, event.message) not in live:
        body = {"rows": [], "keyboard": "inline", "message": event.message}
        _put(desk, books, arrival.chat_id, body, mode="freeze")


def _greeted(desk: Desk, arrival: FromPatient) -> Conversation:
    """The conversation of a chat that never wrote before; its tokens differ from those of any earlier life."""
    return Conversation(seed="".join(choice(_SEED) for _ in range(4)), language=desk.language_of(arrival.language_code))


def _put(desk: Desk, books: Books, chat_id: int, body: dict[str, Any], *, mode: str = "send", ask: str = "") -> None:
    outbox.put(books, chat_id, mode, body, desk.now_ms(), ask=ask)


def _filled(desk: Desk, books: Books, chat_id: int, reply: Reply, language: str) -> Reply:
    """`reply` with what only the books know: how a lead stands, which consents were given."""
    match reply.context.get("fill"):
        case "lead":
            lead = leads.by_reference(books, str(reply.context["reference"]))
            more: dict[str, Any] = _standing(desk, books, lead, language)
        case "mydata":
            more = _held_data(books, chat_id) | {"corrections": _corrections(desk, books, reply, language)}
        case _:
            return reply
    return replace(reply, context={**reply.context, **more})


def _standing(desk: Desk, books: Books, lead: LeadRow | None, language: str) -> dict[str, Any]:
    """How a request stands; of a merged one, how the one it was merged into does."""
    if lead is None:
        return {"lead_status": "closed"}
    live = worked_on(books, lead)
    return {
        "lead_status": live.status,
        "promise": promise_words(desk, live, language) if live.may_contact else "",
        "promise_state": promise_state(desk, live) if live.may_contact else "",
    }


def _held_data(books: Books, chat_id: int) -> dict[str, Any]:
    books.flush()
    given = [
        {"kind": kind, "given": yes, "at": from_ms(at).strftime("%Y-%m-%d %H:%M UTC")}
        for kind, yes, at in history.consents(books, chat_id)
    ]
    wrote = sum(
        entry.kind in {"message", "question"}
        for lead in leads.of_chat(books, chat_id)
        for entry in timeline.timeline(books, lead.uid)
    )
    return {"consents": given, "messages": wrote}


def _corrections(desk: Desk, books: Books, reply: Reply, language: str) -> list[dict[str, str]]:
    """What staff put right in the answers of the lead this reply is about."""
    lead = leads.by_reference(books, str(reply.context["reference"])) if reply.context["reference"] else None
    put_right = leads.answers(books, lead).items() if lead else ()
    return [
        {"short": in_language(item.short, language), "value": desk.flow.wording(item, answer, language)}
        for link_id, answer in put_right
        if answer.method == "staff" and (item := desk.flow.items.get(link_id))
    ]


def _tap_answer(desk: Desk, arrival: FromPatient, outcome: Outcome) -> TapAnswer | None:
    if not isinstance(arrival.event, Tapped) or not arrival.event.query:
        return None
    if outcome.toast is None:
        return TapAnswer(arrival.event.query)
    text = desk.words.toast(outcome.toast.key, outcome.conversation.language)
    return TapAnswer(arrival.event.query, text, outcome.toast.alert)
