"""Words of crisis at every step of a whole intake, with the real bot as a process: help first, nothing else moves."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from live import PATIENCE, SCRIPT, Live, do, live

from sandbox.client import Person

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("live")]
CANARY = "Wanderflower"
WORDS = {
    "en": f"I can't do this anymore, I want to kill myself {CANARY}",
    "es": f"quiero morirme, ya no aguanto esta vida {CANARY}",
}
STATES = ("welcome", *(wait for wait, _, _ in SCRIPT), "handed over")


def rows(bot: Live, query: str) -> list[Any]:
    with closing(sqlite3.connect(bot.file)) as database:
        return database.execute(query).fetchall()


def say_and_check(bot: Live, alice: Person, words: str, raised: int) -> None:
    """The first that goes out holds both numbers, the conversation is the same to the byte, staff are alerted."""
    bot.until(lambda: [(0,)] == rows(bot, "select count(*) from outbox where status = 'pending'"))  # all said before
    before = rows(bot, "select state, body_sealed from conversation")
    calls = len(bot.people.calls())
    alice.say(words)
    bot.until(lambda: raised == rows(bot, "select count(*) from alert where kind = 'crisis'")[0][0])
    bot.until(lambda: any(_to(call, alice.user_id) for call in bot.people.calls(after=0)[calls:]))
    first = next(call for call in bot.people.calls()[calls:] if call["method"].startswith(("send", "edit")))
    assert str(alice.user_id) == str(first["params"]["chat_id"])
    assert {"911", "988"} <= {word for word in ("911", "988") if word in first["params"]["text"]}
    assert before == rows(bot, "select state, body_sealed from conversation")


def _to(call: dict[str, Any], user_id: int) -> bool:
    return call["method"] == "sendMessage" and str(call["params"]["chat_id"]) == str(user_id)


@pytest.mark.parametrize("language", ["en", "es"])
def test_in_every_state_help_comes_first_and_the_intake_goes_on(tmp_path: Path, language: str) -> None:
    """From the welcome to after the receipt; the words are in no log, card, callback or row."""
    with live(tmp_path) as bot:
        bot.start()
        alice = bot.people.patient(101)
        alice.start()
        for number, step in enumerate(SCRIPT, start=1):
            alice.wait_for(lambda p, wait=step[0]: wait in p.last()["text"], seconds=PATIENCE)
            say_and_check(bot, alice, WORDS[language], number)
            alice.tap("Continuar" if language == "es" else "Continue")
            do(alice, *step)
        alice.wait_for("Your reference is", seconds=PATIENCE)
        say_and_check(bot, alice, WORDS[language], len(SCRIPT) + 1)
        group = bot.people.staff(9001).in_group()
        group.wait_for("Urgent", seconds=PATIENCE)
        assert 0 == bot.stop()
        assert len(STATES) - 1 == rows(bot, "select count(*) from alert where kind = 'crisis'")[0][0]
        said = b"".join(path.read_bytes() for path in tmp_path.glob("intake.db*")) + (bot.log or tmp_path).read_bytes()
        assert CANARY.encode() not in said
        sent = [call for call in bot.people.calls() if CANARY in str(call["params"]) + str(call["answer"])]
        assert [] == sent
