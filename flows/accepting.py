"""Taking an answer: recorded, frozen on the screen, and on to the next question, or to the ending it calls for."""

from typing import Any

from flows.answers import Method, Value
from flows.clinic import in_language
from flows.events import Tapped
from flows.facts import Consented, Ended
from flows.machine import END
from flows.questionnaire import CONSENT, CONTACT_CONSENT, Item
from flows.turn import Turn


def accept(turn: Turn, item: Item, value: Value, method: Method, **provenance: Any) -> None:
    """Take `value` as the answer to the open question, freeze it, and go on."""
    value = in_order(turn, item, value)
    option = turn.flow.option(item, value) if isinstance(value, str) else None
    if option and option.ends:
        _end(turn, item, option.code, option.ends)
        return
    turn.answer(item, value, method, **provenance)
    if item.link_id in (CONSENT, CONTACT_CONSENT):
        turn.facts.append(Consented(item.link_id, given=value == "agreed"))
    turn.freeze(turn.frozen_line(item))
    if item.correction and value != item.expected:
        # Said once, right after the teach-back; it changes nothing and holds nobody up.
        turn.say("answer", text=in_language(item.correction, turn.c.language))
    turn.c = turn.c.but(failures=0)
    turn.advance()
    turn.show()


def in_order(turn: Turn, item: Item, value: Value) -> Value:
    """Several codes in the order of the options; one that stands alone gives way to what was chosen beside it."""
    if isinstance(value, str):
        return value
    options = turn.flow.options(item)
    alone = {option.code for option in options if option.exclusive}
    chosen = set(value) - alone or set(value)
    return tuple(option.code for option in options if option.code in chosen) or value


def ends_intake(turn: Turn, item: Item, value: Value) -> bool:
    """True where `value` is an option that ends the intake."""
    option = turn.flow.option(item, value) if isinstance(value, str) else None
    return bool(option and option.ends)


def _end(turn: Turn, item: Item, code: str, ending: str) -> None:
    """The intake ends here; what was said so far is not kept."""
    state = turn.flow.intake.move(END, turn.c.state, turn.c.answers, ending)
    if state is None:
        return
    if item.link_id == CONSENT:
        turn.facts.append(Consented(item.link_id, given=False))
    turn.freeze(f"{in_language(item.short, turn.c.language)}: {turn.flow.words_for(item, (code,), turn.c.language)}")
    lead = turn.c.lead
    turn.fresh()
    turn.c = turn.c.but(state=state, previous=lead or turn.c.previous)
    turn.facts.append(Ended(ending))
    text = next(e.text for e in turn.flow.questionnaire.endings if e.code == ending)
    clinic = turn.flow.clinic
    turn.say(
        "ending",
        text=in_language(text, turn.c.language),
        phone=clinic.phone or "",
        website=clinic.website or "",
        previous=turn.c.previous,
    )


def skip(turn: Turn, item: Item) -> None:
    """Note that the person chose not to say, which is not the same as never asked."""
    turn.answer(item, "", "skipped")
    turn.freeze(turn.frozen_line(item))
    turn.advance()
    turn.show()


def picked(turn: Turn, tap: Tapped) -> bool:
    """One of the offered readings was confirmed."""
    if not (turn.item and tap.value.isdigit() and int(tap.value) < len(turn.c.offer)):
        return False
    value = turn.c.offer[int(tap.value)]
    chosen: Value = (value,) if turn.item.repeats else value
    if turn.item.repeats and turn.c.draft:
        chosen = tuple(dict.fromkeys((*turn.c.draft, value)))
    accept(turn, turn.item, chosen, "confirmed", said=turn.c.said, message=turn.c.heard)
    return True
