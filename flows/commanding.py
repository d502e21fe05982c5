"""Commands and the side doors: back, help, status, edit, my data, delete, stop, a person."""

from collections.abc import Callable

from flows.clinic import in_language
from flows.events import Commanded, Said
from flows.facts import Consented, Erased, Stopped, WantsPerson
from flows.machine import BACK, REOPEN
from flows.questionnaire import CONTACT_CONSENT, NEW, REVIEW, SUBMITTED
from flows.replies import Reply, Toast
from flows.screens import LANGUAGES
from flows.side_questions import asked_aside
from flows.starting import begin, placed, started
from flows.turn import Turn


def commanded(turn: Turn, command: Commanded) -> None:
    """Carry out a slash command; an unknown one gets the help."""
    act = COMMANDS.get(command.name)
    if command.name == "ask":
        ask(turn, command.argument)
    elif command.name == "start":
        started(turn, command.argument)
    elif command.name == "language" and command.argument in LANGUAGES:
        turn.c = turn.c.but(language=command.argument)
        go_on(turn)
    elif act:
        act(turn)
    else:
        give_help(turn)


def go_on(turn: Turn) -> None:
    """Show what is open; where nothing is, say how things stand."""
    turn.c = turn.c.but(paused=False)
    if turn.c.state == NEW or turn.c.state in turn.flow.intake.endings:
        begin(turn)
    elif turn.c.state == SUBMITTED:
        turn.freeze()
        turn.c = turn.c.but(card="")
        tell_status(turn)
    else:
        turn.show_again()


def _then_again(turn: Turn) -> None:
    """After an aside, the open question once more; never over a card."""
    if turn.item or turn.c.state == REVIEW:
        turn.show_again()


def ask(turn: Turn, text: str) -> None:
    """/ask: answer what follows it, or invite a question."""
    if text:
        turn.c = turn.c.but(asking=True)
        asked_aside(turn, Said(text))
        return
    turn.freeze()
    turn.say("ask_away")
    _then_again(turn)
    turn.c = turn.c.but(asking=True)


def give_help(turn: Turn) -> None:
    """What this is, what can be typed, and that it is not watched."""
    turn.freeze()
    clinic = turn.flow.clinic
    turn.say("help", clinic=clinic.name, phone=clinic.phone or "")
    _then_again(turn)


def tell_status(turn: Turn) -> None:
    """Where the intake or the lead stands, in plain words."""
    turn.freeze()
    fill = "lead" if turn.c.lead else ""
    context = {**placed(turn), "reference": turn.c.lead, "fill": fill}
    turn.replies.append(Reply("send", "status", context, remove_keyboard=turn.c.keyboard))
    turn.c = turn.c.but(keyboard=False)
    _then_again(turn)


def edit(turn: Turn) -> None:
    """/edit: the review of what was handed over, or a card with what can be changed so far."""
    if turn.c.state == SUBMITTED:
        reopen(turn)
    elif turn.c.state == REVIEW:
        turn.show_again()
    elif not turn.c.answers or turn.item is None:
        go_on(turn)
    else:
        turn.lay_changes()


def reopen(turn: Turn) -> bool:
    """Open a lead that was handed over for changes; nothing reaches staff before it is sent again."""
    moved = turn.flow.intake.move(REOPEN, turn.c.state, turn.c.answers)
    if moved is None:
        return False
    turn.freeze()
    turn.c = turn.c.but(state=moved)
    turn.show()
    return True


def keep_as_was(turn: Turn) -> bool:
    """Drop changes that were not sent."""
    if not turn.c.editing:
        return False
    turn.freeze()
    turn.c = turn.c.but(state=SUBMITTED, answers=turn.c.submitted)
    turn.say("kept_as_was", reference=turn.c.lead)
    return True


def show_data(turn: Turn) -> None:
    """/mydata: everything that is kept about this person."""
    turn.freeze()
    c = turn.c
    rows = [
        {
            "short": in_language(item.short, c.language),
            "value": turn.flow.wording(item, c.answers[item.link_id], c.language),
            "said": c.answers[item.link_id].said,
        }
        for item in turn.flow.questionnaire.items
        if item.link_id in c.answers and item.type != "display"
    ]
    context = {"rows": rows, "reference": c.lead, "previous": c.previous, "source": c.source, "fill": "mydata"}
    turn.replies.append(Reply("send", "mydata", context, remove_keyboard=c.keyboard, protect=True))
    turn.c = turn.c.but(keyboard=False)
    _then_again(turn)


def ask_delete(turn: Turn) -> None:
    """/delete: say what will be erased, and ask once."""
    turn.lay("delete", lead=turn.c.lead)


def erase(turn: Turn) -> bool:
    """Erase everything about this person."""
    turn.freeze()
    turn.fresh()
    turn.c = turn.c.but(previous="")
    turn.facts.append(Erased())
    turn.say("erased")
    return True


def stop(turn: Turn) -> None:
    """/stop: offer to take back the consent to be contacted."""
    turn.lay("stop", lead=turn.c.lead)


def stop_asking(turn: Turn) -> bool:
    """Take back the consent to be contacted; nothing is erased and nothing more is asked."""
    turn.freeze()
    turn.facts.extend((Consented(CONTACT_CONSENT, given=False), Stopped()))
    item = turn.flow.items[CONTACT_CONSENT]
    if CONTACT_CONSENT in turn.c.answers:
        turn.answer(item, "declined", "command")
    submitted = turn.c.answers if turn.c.state == SUBMITTED else turn.c.submitted
    turn.c = turn.c.but(paused=True, submitted=submitted)
    turn.say("stopped", lead=turn.c.lead)
    return True


def ask_person(turn: Turn) -> None:
    """The side door: a person at the clinic is told; the intake stays open."""
    turn.freeze()
    turn.facts.append(WantsPerson())
    clinic = turn.flow.clinic
    turn.say("person", phone=clinic.phone or "", clinic=clinic.name)
    _then_again(turn)


def go_back(turn: Turn) -> bool:
    """Open the question before; what was answered there is shown as it stands."""
    moved = turn.flow.intake.move(BACK, turn.c.state, turn.c.answers)
    if moved is None:
        turn.toast = Toast("first_question")
        return True
    turn.freeze()
    turn.c = turn.c.but(state=moved)
    turn.show()
    return True


def switch_language(turn: Turn) -> None:
    """/language without a language: the other one."""
    other = next(code for code in LANGUAGES if code != turn.c.language)
    turn.c = turn.c.but(language=other)
    turn.say("language_changed")
    _then_again(turn) if turn.c.state != NEW else begin(turn)


COMMANDS: dict[str, Callable[[Turn], object]] = {
    "help": give_help,
    "status": tell_status,
    "edit": edit,
    "mydata": show_data,
    "delete": ask_delete,
    "stop": stop,
    "person": ask_person,
    "language": switch_language,
    "restart": lambda turn: turn.lay("restart"),
}
"""Commands by name; `start` is told apart before."""
