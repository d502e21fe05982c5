"""Beginnings: the welcome, a deep link, coming back, starting over."""

import re

from flows.answers import Answer
from flows.clinic import in_language
from flows.facts import Archived, Restarted
from flows.machine import BEGIN, RESTART
from flows.questionnaire import NEW, REVIEW, SUBMITTED
from flows.record import SAMPLE_SOURCE
from flows.turn import Turn

SOURCE_LIMIT = 64
"""Characters of a deep-link payload, as Telegram allows."""
_PAYLOAD = re.compile(r"^[A-Za-z0-9_-]{1,64}$")
_PREFILLABLE = ("location", "services")


def settle(turn: Turn) -> bool:
    """Move a conversation whose question is gone to the first one that is open; True where it moved."""
    if turn.flow.intake.knows(turn.c.state):
        return False
    gap = turn.flow.first_open(turn.c.answers)
    state = gap.link_id if gap and turn.c.answers else (REVIEW if turn.c.answers else NEW)
    turn.c = turn.c.but(state=state, card="", draft=None, offer=())
    return True


def begin(turn: Turn, payload: str = "") -> None:
    """Start an intake with the welcome."""
    turn.freeze()
    state = turn.flow.intake.move(BEGIN, turn.c.state, turn.c.answers) or turn.flow.questionnaire.items[0].link_id
    turn.c = turn.c.but(state=state, started=turn.now, paused=False)
    read_payload(turn, payload)
    turn.show()


def read_payload(turn: Turn, payload: str) -> None:
    """A deep link `t.me/bot?start=…`: parts joined by `__`; `c-` a clinic, `s-` a service, the rest is the source.

    What is no known code is kept as the source, as text, and trusted with nothing.
    """
    if not payload or turn.c.source or payload == SAMPLE_SOURCE:
        return
    prefill, rest = dict(turn.c.prefill), []
    for part in payload.split("__") if _PAYLOAD.match(payload) else [payload]:
        kind, dash, code = part.partition("-")
        link_id = {"c": "location", "s": "services"}.get(kind) if dash else None
        known = link_id or next((i for i in _PREFILLABLE if _has(turn, i, part)), None)
        code = code if link_id else part
        if known and known not in turn.c.answers and _has(turn, known, code):
            prefill[known] = code
        else:
            rest.append(part)
    turn.c = turn.c.but(prefill=prefill, source=("__".join(rest) or payload)[:SOURCE_LIMIT])


def _has(turn: Turn, link_id: str, code: str) -> bool:
    item = turn.flow.items.get(link_id)
    return bool(item and turn.flow.option(item, code))


def started(turn: Turn, payload: str) -> None:
    """/start: the welcome, or a card that asks where to go on."""
    c = turn.c
    if c.state == NEW or c.state in turn.flow.intake.endings:
        begin(turn, payload)
    elif c.state == SUBMITTED:
        read_payload(turn, payload)
        turn.lay("returning", reference=c.lead)
    elif not c.answers:
        read_payload(turn, payload)
        turn.show_again()
    else:
        read_payload(turn, payload)
        turn.c = turn.c.but(paused=False)
        turn.lay("resume")


def restart(turn: Turn) -> None:
    """Start over: the answers so far are archived, not handed on."""
    turn.freeze()
    turn.facts.append(Restarted())
    turn.facts.extend(Archived(link_id, answer) for link_id, answer in turn.c.answers.items())
    state = turn.flow.intake.move(RESTART, turn.c.state, turn.c.answers) or NEW
    lead, previous, source = turn.c.lead, turn.c.previous, turn.c.source
    turn.fresh()
    turn.c = turn.c.but(state=state, previous=lead or previous, source=source)
    begin(turn)


def again(turn: Turn) -> None:
    """A new request by someone who handed one over: consents and what it is for are asked afresh, the rest is kept."""
    turn.freeze()
    kept: dict[str, Answer] = {
        link_id: answer
        for link_id, answer in turn.c.submitted.items()
        if link_id in turn.flow.items and not turn.flow.items[link_id].afresh
    }
    lead, source = turn.c.lead, turn.c.source
    turn.fresh()
    turn.c = turn.c.but(spare=kept, previous=lead, source=source, state=NEW)
    begin(turn)


def placed(turn: Turn) -> dict[str, object]:
    """Where the person is, in the numbers of the progress line and the words of the open question."""
    number, total = turn.flow.place(turn.c.state, turn.c.answers)
    item = turn.item
    return {
        "number": number,
        "total": total,
        "short": in_language(item.short, turn.c.language) if item else "",
        "state": turn.c.state if turn.c.state in (NEW, REVIEW, SUBMITTED) else ("ended" if item is None else "open"),
    }
