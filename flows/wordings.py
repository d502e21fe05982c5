"""Words that mean the same whatever is open: back, skip, why, help, continue, start over, a person."""

from collections.abc import Callable

from flows.accepting import accept, skip
from flows.answers import SEEN
from flows.commanding import ask_person, give_help, go_back, go_on, stop, tell_status
from flows.events import Said
from flows.handing_over import submit
from flows.questionnaire import REVIEW, SUBMITTED
from flows.screens import ticked
from flows.starting import started
from flows.turn import Turn
from flows.typed_buttons import plain

_WORDS = {
    "back": ("back", "go back", "previous", "atras", "volver", "anterior", "regresar"),
    "skip": ("skip", "skip this", "skip it", "pass", "next", "omitir", "saltar", "siguiente", "omitir esta"),
    "why": (
        "why", "why do you ask", "why do you ask?", "why?", "por que", "por que?", "¿por que?", "¿por que lo pregunta?",
    ),
    "help": ("help", "menu", "commands", "ayuda", "opciones"),
    "start": ("start", "hi", "hello", "hey", "good morning", "hola", "buenas", "buenos dias", "empezar"),
    "restart": ("restart", "start over", "start again", "begin again", "empezar de nuevo", "reiniciar"),
    "status": ("status", "estado de mi solicitud"),
    "stop": ("stop", "unsubscribe", "stop contacting me", "alto", "parar"),
    "person": (
        "person", "a person", "human", "agent", "a human", "talk to a person", "talk to a human", "speak to a person",
        "speak to someone", "talk to someone", "real person", "operator", "representative", "a person, please",
        "una persona", "hablar con una persona", "humano", "agente", "una persona, por favor",
    ),
    "continue": ("continue", "go on", "ok continue", "keep going", "continuar", "seguir", "sigamos"),
    "submit": (
        "submit", "send", "send it", "send to our team", "yes send", "yes, send it", "yes", "looks good", "correct",
        "enviar", "si", "mandar", "correcto", "enviar a nuestro equipo",
    ),
    "keep": ("keep", "keep it", "keep this answer", "dejarlo asi", "mantener"),
    "done": ("done", "that's all", "thats all", "finished", "listo", "eso es todo", "ya"),
}  # fmt: skip
_MEANING = {plain(word): meaning for meaning, words in _WORDS.items() for word in words}


def meaning(text: str) -> str:
    """Which of these words the whole text is, or "" where it is none."""
    return _MEANING.get(plain(text), "")


def spoken(turn: Turn, said: Said) -> bool:
    """Do what such a word asks for; False where the text is no such word here."""
    act = _ACTS.get(meaning(said.text))
    return bool(act and act(turn))


def _back(turn: Turn) -> bool:
    if turn.c.card or turn.c.state == SUBMITTED:
        return False
    go_back(turn)
    if turn.toast:
        # Typed words have no toast; where there is nothing before, the question itself says so.
        turn.toast = None
        turn.show_again("first_question")
    return True


def _skip(turn: Turn) -> bool:
    if not turn.item or turn.c.card:
        return False
    if turn.item.type == "display":
        accept(turn, turn.item, SEEN, "exact")
    elif turn.item.required:
        turn.show_again("required")
    else:
        skip(turn, turn.item)
    return True


def _why(turn: Turn) -> bool:
    if not turn.item or turn.c.card:
        return False
    if turn.item.why is None:
        turn.show_again("why_none")
        return True
    turn.freeze()
    turn.show(again=True, page="why")
    return True


def _start(turn: Turn) -> bool:
    if turn.c.state == SUBMITTED:
        return False
    started(turn, "")
    return True


def _continue(turn: Turn) -> bool:
    if turn.c.card:
        go_on(turn)
        return True
    if turn.item and turn.item.type == "display":
        accept(turn, turn.item, SEEN, "exact")
        return True
    return _keep(turn)


def _submit(turn: Turn) -> bool:
    return turn.c.state == REVIEW and not turn.c.card and submit(turn)


def _keep(turn: Turn) -> bool:
    item = turn.item
    if not item or turn.c.card or item.link_id not in turn.c.answers:
        return False
    turn.freeze(turn.frozen_line(item))
    turn.advance()
    turn.show()
    return True


def _done(turn: Turn) -> bool:
    item = turn.item
    if not item or turn.c.card or not item.repeats or not ticked(turn.c, item):
        return False
    accept(turn, item, ticked(turn.c, item), "tap")
    return True


def _restart(turn: Turn) -> bool:
    turn.lay("restart")
    return True


def _command(act: Callable[[Turn], object]) -> Callable[[Turn], bool]:
    def carried_out(turn: Turn) -> bool:
        act(turn)
        return True

    return carried_out


_ACTS: dict[str, Callable[[Turn], bool]] = {
    "back": _back,
    "skip": _skip,
    "why": _why,
    "help": _command(give_help),
    "start": _start,
    "restart": _restart,
    "status": _command(tell_status),
    "stop": _command(stop),
    "person": _command(ask_person),
    "continue": _continue,
    "submit": _submit,
    "keep": _keep,
    "done": _done,
}
