"""Whole intakes by typing only, with questions, corrections and detours in between, by the real bot over HTTP."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from live import PATIENCE, Live, live

from sandbox.client import Person
from storage.store import Store

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("live")]
Line = tuple[str, str]
"""What is typed, and words that the bot then shows."""

ENGLISH: tuple[Line, ...] = (
    ("yes, that's ok", "contact you about"),
    ("sure", "Who is this for"),
    ("what is ketamine?", "anesthetic"),
    ("for myself", "Which location"),
    ("do you take my insurance?", "Our team will answer that"),
    ("I'm in Henderson", "about 14 miles"),
    ("yes", "Which services"),
    ("TMS and the ketamine thing", "help with"),
    ("depression", "What treatments"),
    ("zoloft and prozac. never did TMS. my sister had ketamine infusions", "What to expect"),
    ("how long does it take to feel something?", "results vary"),
    ("actually Sedona", "Location: Sedona"),
    ("continue", "A small check"),
    ("six", "What name"),
    ("my name is Ana-María de la O", "What number"),
    ("702 365 4487", "e-mail address"),
    ("ana@gmial.com", "which one is right"),
    ("ana@gmail.com", "good time"),
    ("weekday mornings", "voicemail"),
    ("no", "Is this right?"),
    ("send it", "Your reference is"),
)
SPANISH: tuple[Line, ...] = (
    ("sí, está bien", "ponerse en contacto con usted"),
    ("claro que sí", "Para quién"),
    ("¿qué es la ketamina?", "anest"),
    ("para mí", "Qué ubicación"),
    ("¿cuánto cuesta?", "uestro equipo"),
    ("vivo en henderson", "Las Vegas"),
    ("sí", "Qué servicios"),
    ("la ketamina y tms", "recibir ayuda"),
    ("depresión", "Qué tratamientos"),
    ("zoloft y prozac, nunca hice TMS, mi hermana recibió ketamina", "Qué esperar"),
    ("¿cuánto tarda en hacer efecto?", "varían"),
    ("mejor en Sedona", "Ubicación: Sedona"),
    ("continuar", "Una pequeña comprobación"),
    ("seis", "nombre"),
    ("me llamo Ana-María de la O", "número"),
    ("702 365 4487", "correo"),
    ("ana@gmial.com", "cuál"),
    ("ana@gmail.com", "momento|hora|cuándo|Cuándo"),
    ("por las mañanas", "mensaje"),
    ("no", "correcto|bien"),
    ("enviar", "referencia es"),
)


def say(person: Person, words: str, shown: str) -> None:
    """Say something, and wait until the bot shows one of the words in what is new."""
    before = {message["message_id"]: message["text"] for message in person.messages()}
    person.say(words)
    wanted = shown.split("|")

    def answered(p: Person) -> bool:
        new = [m["text"] for m in p.messages() if m["from_bot"] and before.get(m["message_id"]) != m["text"]]
        return any(word in text for text in new for word in wanted)

    person.wait_for(answered, seconds=PATIENCE)


def lead_of(bot: Live) -> dict[str, tuple[str, ...]]:
    """What the only lead holds, by link_id."""
    with closing(sqlite3.connect(bot.file)) as database:
        [(uid,)] = database.execute("select uid from lead").fetchall()
    store = Store(f"sqlite:///{bot.file}", [_key(bot.key)])
    try:
        with store.reading() as books:
            from storage import leads

            found = leads.by_uid(books, uid)
            assert found is not None
            return {link_id: answer.codes for link_id, answer in leads.answers(books, found).items()}
    finally:
        store.close()


def _key(text: str) -> bytes:
    from storage.sealing import read_keys

    return read_keys(text)[0]


@pytest.mark.parametrize(("language", "script"), [("en", ENGLISH), ("es", SPANISH)], ids=["english", "spanish"])
def test_a_whole_intake_by_typing_with_detours(tmp_path: Path, language: str, script: tuple[Line, ...]) -> None:
    """Questions never fill an answer, a correction changes just its own, and the lead holds what was meant."""
    with live(tmp_path) as bot:
        bot.start()
        ana = bot.people.patient(111, language_code=language)
        ana.start()
        ana.wait_for("911", seconds=PATIENCE)
        for words, shown in script:
            say(ana, words, shown)
        assert 0 == bot.stop()
        held = lead_of(bot)
    assert ("sedona",) == held["location"]
    assert {"ketamine_infusion", "tms"} == set(held["services"])
    assert ("antidepressant",) == held["prior_treatments"]
    assert ("Ana-María de la O", "+17023654487", "ana@gmail.com") == tuple(
        held[link_id][0] for link_id in ("name", "phone", "email")
    )
