"""Handing the intake over: once complete, once only; a change afterwards is an amendment of the same lead."""

from flows.answers import Answers, Value
from flows.facts import Amended, Submitted
from flows.machine import SUBMIT
from flows.questionnaire import CONTACT_CONSENT, REVIEW, SUBMITTED
from flows.replies import Reply
from flows.turn import Turn


def submit(turn: Turn) -> bool:
    """Hand over what the review shows; a question still open is asked first."""
    if turn.c.state != REVIEW:
        return False
    gap = turn.flow.first_open(turn.c.answers)
    if gap is not None:
        turn.freeze()
        turn.c = turn.c.but(state=gap.link_id)
        turn.show()
        return True
    moved = turn.flow.intake.move(SUBMIT, turn.c.state, turn.c.answers)
    if moved is None:
        return False
    turn.freeze()
    if turn.c.lead:
        _amend(turn)
    else:
        turn.c = turn.c.but(state=SUBMITTED, lead=turn.reference, submitted=turn.c.answers, prefill={})
        turn.facts.append(Submitted())
        turn.replies.append(_receipt(turn))
    return True


def _amend(turn: Turn) -> None:
    changed = differing(turn.c.submitted, turn.c.answers)
    turn.c = turn.c.but(state=SUBMITTED, submitted=turn.c.answers)
    if changed:
        turn.facts.append(Amended(changed))
        turn.say("amended", reference=turn.c.lead)
    else:
        turn.say("kept_as_was", reference=turn.c.lead)


def _receipt(turn: Turn) -> Reply:
    consent = turn.c.answers.get(CONTACT_CONSENT)
    context = {
        "reference": turn.reference,
        "clinic": turn.flow.clinic.name,
        "may_contact": consent is not None and consent.value == "agreed",
        "phone": turn.flow.clinic.phone or "",
        "fill": "lead",
    }
    return Reply("send", "receipt", context)


def differing(before: Answers, after: Answers) -> tuple[str, ...]:
    """The link_ids whose value differs between two sets of answers."""
    ids = dict.fromkeys((*before, *after))
    return tuple(i for i in ids if _value(before, i) != _value(after, i))


def _value(answers: Answers, link_id: str) -> Value | None:
    answer = answers.get(link_id)
    return answer.value if answer else None
