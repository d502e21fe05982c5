"""(conversation, event, now) → outcome: the one door to every decision of the intake. Pure."""

from datetime import datetime

from flows.answering import answer_typed, contact_shared, corrected
from flows.commanding import commanded
from flows.conversation import Conversation
from flows.events import (
    Blocked,
    Commanded,
    Corrected,
    Event,
    Said,
    SentOther,
    SharedContact,
    Tapped,
    ToldStaff,
    Unblocked,
)
from flows.facts import Reachable, WroteToStaff
from flows.flow import Flow
from flows.questionnaire import NEW, REVIEW, SUBMITTED
from flows.starting import begin, settle
from flows.tapping import tapped
from flows.turn import Outcome, Turn


def step(flow: Flow, conversation: Conversation, event: Event, now: datetime, reference: str) -> Outcome:
    """What `event` makes of `conversation` at `now`; a lead made in this step is named `reference`."""
    turn = Turn(flow, conversation, now, reference)
    moved = settle(turn)
    match event:
        case Said() | SharedContact() | Corrected() if moved and turn.c.state != NEW:
            # Words for a question that is gone must not answer another one.
            turn.show_again()
        case Tapped():
            tapped(turn, event)
        case Commanded():
            commanded(turn, event)
        case Said():
            _said(turn, event)
        case ToldStaff():
            _told_staff(turn, event)
        case Corrected():
            corrected(turn, event)
        case SharedContact():
            contact_shared(turn, event)
        case SentOther():
            _other(turn, event)
        case Blocked() | Unblocked():
            turn.facts.append(Reachable(now=isinstance(event, Unblocked)))
    return turn.outcome()


def _said(turn: Turn, said: Said) -> None:
    if (turn.c.state == NEW or turn.c.state in turn.flow.intake.endings) and not (turn.c.card or turn.c.asking):
        begin(turn)
    else:
        answer_typed(turn, said)


def _told_staff(turn: Turn, told: ToldStaff) -> None:
    """An answer to staff: passed on, and what was open is shown again, unchanged."""
    turn.facts.append(WroteToStaff(told.text, about=told.reference))
    if turn.c.card:
        turn.say("passed_on")
        return
    turn.freeze()
    turn.say("passed_on")
    if turn.item or turn.c.state == REVIEW:
        turn.show_again()


def _other(turn: Turn, sent: SentOther) -> None:
    """Voice, pictures and the like: a short answer, and the open question again."""
    if turn.c.state == NEW or turn.c.state in turn.flow.intake.endings:
        begin(turn)
    elif turn.c.state == SUBMITTED and not turn.c.card:
        turn.facts.append(WroteToStaff(f"[{sent.kind}]"))
        turn.say("other_after", kind=sent.kind)
    elif turn.c.card:
        turn.say("other", kind=sent.kind)
    else:
        turn.show_again("other", kind=sent.kind)
