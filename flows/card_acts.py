"""What the buttons of the review and of the cards do; each says whether the tap came to anything."""

from flows.commanding import erase, go_on, keep_as_was, reopen, stop_asking
from flows.events import Tapped
from flows.handing_over import submit
from flows.question_acts import Act, ask, back, person
from flows.questionnaire import SUBMITTED
from flows.side_questions import topic_tapped
from flows.starting import again, restart
from flows.turn import Turn


def _change(turn: Turn, tap: Tapped) -> bool:
    return turn.go_change(tap.value)


def _submit(turn: Turn, _tap: Tapped) -> bool:
    return submit(turn)


def _revert(turn: Turn, _tap: Tapped) -> bool:
    return keep_as_was(turn)


def _resume(turn: Turn, _tap: Tapped) -> bool:
    go_on(turn)
    return True


def _restart_card(turn: Turn, _tap: Tapped) -> bool:
    restart(turn)
    return True


def _again(turn: Turn, _tap: Tapped) -> bool:
    if turn.c.state != SUBMITTED:
        return False
    again(turn)
    return True


def _edit(turn: Turn, _tap: Tapped) -> bool:
    return reopen(turn)


def _erase(turn: Turn, _tap: Tapped) -> bool:
    return turn.c.card == "delete" and erase(turn)


def _stop(turn: Turn, _tap: Tapped) -> bool:
    return turn.c.card == "stop" and stop_asking(turn)


ON_REVIEW: dict[str, Act] = {"change": _change, "submit": _submit, "revert": _revert, "back": back, "ask": ask}
ON_CARD: dict[str, Act] = {
    "resume": _resume,
    "restart": _restart_card,
    "again": _again,
    "edit": _edit,
    "change": _change,
    "erase": _erase,
    "stop": _stop,
    "person": person,
    "topic": topic_tapped,
    "pass_on": topic_tapped,
}
