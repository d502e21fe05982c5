"""Answers that are no taps: typed words, a shared contact, an edited message."""

from typing import Any

from flows.accepting import accept
from flows.answers import SEEN, Value
from flows.clinic import labels
from flows.commanding import erase, go_on, stop_asking
from flows.correcting import corrected_in_passing
from flows.events import Corrected, Said, SharedContact
from flows.facts import Amended, Consented, WroteToStaff
from flows.handing_over import differing
from flows.questionnaire import CONSENT, CONTACT_CONSENT, REVIEW, SUBMITTED, Item
from flows.reading import Reading, read
from flows.side_questions import asked_aside
from flows.starting import restart
from flows.turn import Turn
from flows.typed_buttons import pressed_in_words
from flows.understand.options import Choosable, read_options
from flows.understand.phone import read_phone
from flows.understand.yes_no import read_yes_no
from flows.wordings import spoken

PUT_AS_QUESTION = ("nearest", "did_you_mean")
"""Notes that name one reading and ask whether it is right."""
ASKS_FIRST = ("delete", "stop", "restart")
"""Cards that ask before they do something."""
E164_DIGITS = range(8, 16)
"""How many digits an international number has (ITU-T E.164)."""


def answer_typed(turn: Turn, said: Said) -> None:
    """Typed words: a word for the whole chat ("back"), a question to us, or the answer to what is open."""
    if (
        pressed_in_words(turn, said)
        or spoken(turn, said)
        or _yes_to_offer(turn, said)
        or corrected_in_passing(turn, said)
        or asked_aside(turn, said)
    ):
        return
    if turn.c.card and not _set_card_aside(turn, said):
        return
    if turn.c.state == SUBMITTED:
        turn.facts.append(WroteToStaff(said.text))
        turn.say("passed_on")
    elif turn.c.state == REVIEW:
        _named_at_review(turn, said)
    elif turn.item:
        _read_answer(turn, turn.item, said)


def _yes_to_offer(turn: Turn, said: Said) -> bool:
    """A typed yes to a reading that was put as a question ("Las Vegas is nearest. Is that right?")."""
    item = turn.item
    if not (item and turn.c.offer and turn.c.page in PUT_AS_QUESTION and read_yes_no(said.text)):
        return False
    value: Value = (turn.c.offer[0],) if item.repeats else turn.c.offer[0]
    accept(turn, item, value, "confirmed", said=turn.c.said, message=turn.c.heard)
    return True


def _set_card_aside(turn: Turn, said: Said) -> bool:
    """Words typed over a card: yes or no to what it asks; anything else goes to the question under it (True)."""
    word = read_yes_no(said.text)
    if turn.c.card in ASKS_FIRST and word is not None:
        tapped = {"delete": erase, "stop": stop_asking, "restart": restart}[turn.c.card]
        tapped(turn) if word else go_on(turn)
        return False
    turn.freeze()
    turn.c = turn.c.but(card="")
    return True


def _named_at_review(turn: Turn, said: Said) -> None:
    """At the review, naming an answer ("change the phone") opens its question."""
    named = [
        Choosable(item.link_id, labels=labels(item.short), aliases=(), exclusive=False)
        for item in turn.flow.called_for(turn.c.answers)
        if item.link_id in turn.c.answers and item.type != "display"
    ]
    found = read_options(said.text, named, many=False).chosen
    if not (found and turn.go_change(found[0])):
        turn.show_again("use_buttons")


def _read_answer(turn: Turn, item: Item, said: Said) -> None:
    if item.type == "display":
        turn.show_again("read_on")
        return
    reading = read(turn.flow, item, said.text, turn.now.date())
    value = _joined(turn, item, reading)
    if value is not None:
        accept(turn, item, value, reading.method, said=said.text, message=said.message, detail=reading.detail)
        return
    turn.freeze()
    context = _spelled(turn, item, reading)
    failures = turn.c.failures + (0 if reading.candidates else 1)
    words = said.text if reading.candidates else ""
    draft = (*(turn.c.draft or ()), *reading.partial) or turn.c.draft
    turn.c = turn.c.but(offer=reading.candidates, said=words, heard=said.message, draft=draft, failures=failures)
    page = reading.reason if reading.candidates else ""
    turn.show(reading.reason, again=True, page=page, attempt=failures, **context)


def _joined(turn: Turn, item: Item, reading: Reading) -> Value | None:
    """What was typed at a question with several answers is joined to what is ticked, unless it stands alone."""
    if reading.value is None or not item.repeats or not turn.c.draft:
        return reading.value
    codes = reading.value if isinstance(reading.value, tuple) else (reading.value,)
    stands_alone = any(option.exclusive and option.code in codes for option in turn.flow.options(item))
    return codes if stands_alone else (*turn.c.draft, *codes)


def _spelled(turn: Turn, item: Item, reading: Reading) -> dict[str, Any]:
    """The reading's context with codes put into words."""
    context = dict(reading.context)
    if context.get("nearest"):
        context["nearest"] = turn.flow.words_for(item, (context["nearest"],), turn.c.language)
    return context


def contact_shared(turn: Turn, shared: SharedContact) -> None:
    """A number from the contact button; somebody else's card is not taken for the sender's."""
    item = turn.item
    if item is None or item.reader != "phone" or turn.c.card:
        turn.say("contact_unasked") if item is None else turn.show_again("contact_unasked")
        return
    number = _confirmed_number(shared.phone)
    if not shared.own:
        turn.show_again("contact_not_own")
    elif number is None:
        turn.show_again("phone_not_valid")
    else:
        accept(turn, item, number, "contact", message=shared.message)


def _confirmed_number(phone: str) -> str | None:
    """A number Telegram vouches for, in E.164 form, also where it is none that our numbering plans know."""
    digits = "".join(c for c in phone if c.isdigit())
    known = read_phone(phone).value or read_phone(f"+{digits}").value
    return known or (f"+{digits}" if len(digits) in E164_DIGITS else None)


def corrected(turn: Turn, edit: Corrected) -> None:
    """An edited message corrects the answer it gave."""
    if turn.item and not turn.c.card and edit.message == turn.c.heard:
        turn.c = turn.c.but(offer=(), said="")
        _read_answer(turn, turn.item, Said(edit.text, edit.message))
        return
    link_id = next((i for i, a in turn.c.answers.items() if a.message == edit.message and a.said), None)
    item = turn.flow.items.get(link_id or "")
    if item is None or turn.c.card:
        _edit_of_no_answer(turn, edit)
        return
    reading = read(turn.flow, item, edit.text, turn.now.date())
    if reading.value is None or reading.value == SEEN:
        _after_edit(turn, "edit_unclear", item)
        return
    if reading.value == turn.c.answers[item.link_id].value:
        _after_edit(turn, "edit_taken", item)
        return
    option = turn.flow.option(item, reading.value) if isinstance(reading.value, str) else None
    if option and option.ends:
        turn.c = turn.c.but(state=item.link_id)
        accept(turn, item, reading.value, "edited")
        return
    turn.answer(item, reading.value, "edited", said=edit.text, message=edit.message, detail=reading.detail)
    if item.link_id in (CONSENT, CONTACT_CONSENT):
        turn.facts.append(Consented(item.link_id, given=reading.value == "agreed"))
    _settle_after_edit(turn, item)


def _edit_of_no_answer(turn: Turn, edit: Corrected) -> None:
    if turn.c.state == SUBMITTED:
        turn.facts.append(WroteToStaff(edit.text))
        turn.say("passed_on")
    elif turn.c.card:
        turn.say("edit_unknown")
    elif turn.item or turn.c.state == REVIEW:
        turn.show_again("edit_unknown")


def _settle_after_edit(turn: Turn, item: Item) -> None:
    """The branches may have moved: an edit can close the open question, or open a new one behind a finished intake."""
    if turn.c.state == SUBMITTED and turn.flow.first_open(turn.c.answers) is None:
        turn.facts.append(Amended(differing(turn.c.submitted, turn.c.answers)))
        turn.c = turn.c.but(submitted=turn.c.answers)
    elif turn.c.state in (SUBMITTED, REVIEW) or turn.item not in turn.flow.called_for(turn.c.answers):
        turn.freeze()
        turn.c = turn.c.but(state=item.link_id)
        turn.advance()
        turn.say("edit_taken", line=turn.answered_line(item))
        turn.show()
        return
    _after_edit(turn, "edit_taken", item)


def _after_edit(turn: Turn, note: str, item: Item) -> None:
    line = turn.answered_line(item)
    if turn.c.state == SUBMITTED:
        turn.say(note, line=line)
    else:
        turn.show_again(note, line=line)
