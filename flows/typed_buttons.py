"""Tap first, type always: the words on a live button, typed, are that tap."""

from flows.accepting import accept
from flows.events import Said
from flows.screens import on_screen
from flows.tapping import tapped
from flows.taps import decode, encode
from flows.turn import Turn
from flows.understand.fold import fold

TICKS = ("add", "rm")
LABELS: dict[str, tuple[str, ...]] = {
    "back": ("back", "atras"),
    "why": ("why do you ask", "por que lo pregunta"),
    "skip": ("skip", "omitir"),
    "done": ("done", "listo"),
    "keep": ("keep this answer", "dejarla asi"),
    "continue": ("continue", "continuar"),
    "ask": ("ask a question", "hacer una pregunta"),
    "person": ("a person please", "una persona por favor"),
    "something_else": ("something else", "otra cosa"),
    "submit": ("send to our team", "enviar a nuestro equipo"),
    "send_changes": ("send the changes", "enviar los cambios"),
    "revert": ("leave it as it was", "dejarlo como estaba"),
    "language_en": ("english", "ingles"),
    "language_es": ("espanol", "spanish"),
    "page_series": ("the first series", "la primera serie"),
    "page_relief": ("when would i feel it", "cuando lo notaria"),
    "page_boosters": ("boosters", "refuerzos"),
    "page_how": ("how it works", "como funciona"),
    "page_tms": ("tms",),
    "page_dbt": ("dbt",),
    "resume": ("go on", "seguir"),
    "restart": ("start over", "empezar de nuevo"),
    "edit": ("change an answer", "cambiar una respuesta"),
    "again": ("a new request", "una nueva solicitud"),
    "erase": ("erase everything", "borrar todo"),
    "stop": ("stop contact", "no mas contacto"),
    "pass_on": ("ask the team", "preguntar al equipo"),
}
"""The words on our own buttons in every language, as `plain` gives them; a test holds them to the catalogues."""


def plain(text: str) -> str:
    """Folded words without punctuation or a tick."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def pressed_in_words(turn: Turn, said: Said) -> bool:
    """Take `said` as the tap on the live button that has exactly these words; False where none has."""
    words = plain(said.text)
    if not words:
        return False
    for choice in (choice for row in on_screen(turn.flow, turn.c) for choice in row):
        if choice.contact or words not in ((plain(choice.label),) if choice.label else LABELS[choice.key]):
            continue
        tap = decode(choice.data, message=said.message) or decode(encode(turn.c.ask, turn.c.draws, choice.data))
        # Where several may be ticked, a typed name is the whole answer and needs no Done.
        if tap is None or tap.verb in TICKS:
            continue
        if tap.verb == "set" and turn.item and not turn.c.card:
            accept(turn, turn.item, tap.value, "exact", said=said.text, message=said.message)
        else:
            tapped(turn, tap)
            turn.toast = None
        return True
    return False
