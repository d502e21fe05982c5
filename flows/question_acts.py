"""What the buttons of a question do; each says whether the tap came to anything."""

from collections.abc import Callable

from flows.accepting import accept, picked, skip
from flows.answers import SEEN
from flows.commanding import ask_person, go_back
from flows.events import Tapped
from flows.expectations import pages
from flows.replies import Toast
from flows.screens import LANGUAGES, ticked
from flows.turn import Turn

Act = Callable[[Turn, Tapped], bool]


def _set(turn: Turn, tap: Tapped) -> bool:
    item = turn.item
    if item is None or item.repeats or turn.flow.option(item, tap.value) is None:
        return False
    accept(turn, item, tap.value, "tap", message=tap.message)
    return True


def _tick(turn: Turn, tap: Tapped) -> bool:
    item = turn.item
    option = turn.flow.option(item, tap.value) if item else None
    if item is None or option is None or not item.repeats:
        return False
    draft = [code for code in ticked(turn.c, item) if code != tap.value]
    if tap.verb == "add":
        alone = {o.code for o in turn.flow.options(item) if o.exclusive}
        draft = [tap.value] if option.exclusive else [*(code for code in draft if code not in alone), tap.value]
    order = [o.code for o in turn.flow.options(item)]
    turn.c = turn.c.but(draft=tuple(sorted(draft, key=order.index)))
    turn.redraw()
    return True


def _done(turn: Turn, tap: Tapped) -> bool:
    item = turn.item
    if item is None or not item.repeats:
        return False
    chosen = ticked(turn.c, item)
    if chosen:
        accept(turn, item, chosen, "tap", message=tap.message)
    elif item.required:
        turn.toast = Toast("choose_one")
    else:
        skip(turn, item)
    return True


def _keep(turn: Turn, _tap: Tapped) -> bool:
    item = turn.item
    if item is None or item.link_id not in turn.c.answers:
        return False
    turn.freeze(turn.frozen_line(item))
    turn.advance()
    turn.show()
    return True


def _pick(turn: Turn, tap: Tapped) -> bool:
    return picked(turn, tap)


def _other(turn: Turn, _tap: Tapped) -> bool:
    if not turn.item:
        return False
    turn.c = turn.c.but(offer=(), said="")
    turn.redraw()
    return True


def _why(turn: Turn, _tap: Tapped) -> bool:
    if not turn.item:
        return False
    turn.c = turn.c.but(page="why")
    turn.redraw()
    return True


def _page(turn: Turn, tap: Tapped) -> bool:
    if not turn.item or turn.item.type != "display" or tap.value not in pages(turn.c.answers):
        return False
    turn.c = turn.c.but(page=tap.value)
    turn.redraw()
    return True


def _read(turn: Turn, tap: Tapped) -> bool:
    if not turn.item or turn.item.type != "display":
        return False
    accept(turn, turn.item, SEEN, "tap", message=tap.message)
    return True


def _skip(turn: Turn, _tap: Tapped) -> bool:
    if not turn.item or turn.item.required:
        return False
    skip(turn, turn.item)
    return True


def back(turn: Turn, _tap: Tapped) -> bool:
    return go_back(turn)


def ask(turn: Turn, _tap: Tapped) -> bool:
    turn.freeze()
    turn.show("ask_away", again=True)
    turn.c = turn.c.but(asking=True)
    return True


def person(turn: Turn, _tap: Tapped) -> bool:
    ask_person(turn)
    return True


def _language(turn: Turn, tap: Tapped) -> bool:
    if tap.value not in LANGUAGES:
        return False
    turn.c = turn.c.but(language=tap.value)
    turn.redraw()
    return True


ON_QUESTION: dict[str, Act] = {
    "set": _set,
    "add": _tick,
    "rm": _tick,
    "done": _done,
    "keep": _keep,
    "pick": _pick,
    "other": _other,
    "why": _why,
    "page": _page,
    "read": _read,
    "skip": _skip,
    "back": back,
    "ask": ask,
    "person": person,
    "lang": _language,
}
