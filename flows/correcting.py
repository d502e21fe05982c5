"""Corrections in passing: "actually Las Vegas" changes the answer it fits, whichever question is open."""

import re

from flows.accepting import ends_intake
from flows.answers import SEEN
from flows.events import Said
from flows.questionnaire import CONSENT, CONTACT_CONSENT, SUBMITTED, Item
from flows.reading import Reading, read
from flows.turn import Turn
from flows.understand.fold import fold

_CUE = re.compile(
    r"^(?:oh |oops |sorry,? |wait,? |no,? |perdon,? |ay,? )*"
    r"(?:actually|correction|i meant|i mean|make (?:it|that)|change (?:it|that|my \w+) to|i changed my mind|instead|"
    r"wait|"
    r"en realidad|quise decir|queria decir|mejor dicho|corrijo|me equivoque|cambie de opinion|mejor)\b[\s,:;.-]*"
)
_SURE = frozenset({"exact", "alias", "typed"})
_NEVER = (CONSENT, CONTACT_CONSENT)


def corrected_in_passing(turn: Turn, said: Said) -> bool:
    """Change the one earlier answer that the words after a cue fit; False where there is no cue, or not exactly one."""
    folded = fold(said.text)
    cue = _CUE.match(folded)
    if cue is None or turn.c.card or turn.c.state == SUBMITTED:
        return False
    rest = folded[cue.end() :]
    if turn.item and read(turn.flow, turn.item, rest or said.text, turn.now.date()).value is not None:
        return False
    fits = [(item, reading) for item in _earlier(turn) if (reading := _reading(turn, item, rest)) is not None]
    if len(fits) != 1:
        return False
    item, reading = fits[0]
    if reading.value is None or ends_intake(turn, item, reading.value):
        return False
    turn.answer(item, reading.value, reading.method, said=said.text, message=said.message, detail=reading.detail)
    line = turn.answered_line(item)
    turn.freeze()
    closed = turn.item is not None and turn.item not in turn.flow.called_for(turn.c.answers)
    if closed:
        turn.c = turn.c.but(state=item.link_id)
        turn.advance()
    turn.say("edit_taken", line=line)
    turn.show(again=not closed)
    return True


def _earlier(turn: Turn) -> list[Item]:
    """Answered questions with options; free text would fit everything, so its questions are left out."""
    return [
        item
        for item in turn.flow.called_for(turn.c.answers)
        if item.link_id in turn.c.answers
        and item.link_id != turn.c.state
        and item.link_id not in _NEVER
        and item.type in {"choice", "open-choice"}
        and item.reader not in {"phone", "yes_no"}
    ]


def _reading(turn: Turn, item: Item, text: str) -> Reading | None:
    reading = read(turn.flow, item, text, turn.now.date())
    sure = reading.value not in (None, SEEN) and reading.method in _SURE
    return reading if sure else None
