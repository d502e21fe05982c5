"""What a tap does. A tap states a value for one drawing of one question; a re-sent or late one changes nothing."""

from flows.card_acts import ON_CARD, ON_REVIEW
from flows.commanding import ask_person, go_on
from flows.events import Tapped
from flows.question_acts import ON_QUESTION
from flows.questionnaire import NEW, REVIEW, SUBMITTED
from flows.replies import Toast
from flows.starting import begin
from flows.taps import ANYWHERE, encode
from flows.turn import Turn

TAPS_KEPT = 64
"""Taps remembered on one question: far more than fingers make before a redraw reaches them."""


def tapped(turn: Turn, tap: Tapped) -> None:
    """Take a tap, or say in a toast why it came to nothing."""
    if tap.ask == ANYWHERE:
        _anywhere(turn, tap)
        return
    code = f"{tap.draw}:{tap.verb}:{tap.value}"
    if tap.ask != turn.c.ask:
        _stale(turn, tap)
        return
    whole = encode(tap.ask, tap.draw, f"{tap.verb}:{tap.value}")
    if code in turn.c.taps or whole == turn.c.last_tap:
        turn.toast = Toast("saved")
        return
    turn.c = turn.c.but(taps=(*turn.c.taps, code)[-TAPS_KEPT:], last_tap=whole)
    act = (ON_CARD if turn.c.card else ON_QUESTION if turn.item else ON_REVIEW).get(tap.verb)
    if act is None or not act(turn, tap):
        turn.toast = Toast("moved_on")


def _stale(turn: Turn, tap: Tapped) -> None:
    """A button of an earlier message: its double is met in silence, else the open question is shown once more."""
    if turn.c.last_tap == encode(tap.ask, tap.draw, f"{tap.verb}:{tap.value}"):
        turn.toast = Toast("saved")
        return
    turn.toast = Toast("moved_on")
    mark = f"stale:{turn.c.ask}"
    if turn.c.last_tap == mark:
        return
    if turn.c.state == NEW:
        begin(turn)
    elif turn.c.state == SUBMITTED or (turn.item is None and turn.c.state != REVIEW):
        return
    elif not turn.c.card:
        turn.show_again()
    turn.c = turn.c.but(last_tap=f"stale:{turn.c.ask}")


def _anywhere(turn: Turn, tap: Tapped) -> None:
    """The buttons under a crisis reply: go on, or a person."""
    if tap.verb == "person":
        ask_person(turn)
    else:
        go_on(turn)
