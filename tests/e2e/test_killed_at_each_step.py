"""SIGKILL at each step of a turn, then a restart: nothing answered is asked again, one lead, one card."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from live import ROOT, SCRIPT, Live, do, live

from sandbox.client import Person

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("live")]
LAUNCHER = (str(ROOT / "tests/support/killed_launcher.py"),)
PLACES = [
    "fetched:5", "statement:47", "committing:6", "committed:16", "sending:22", "sent:24",
]  # fmt: skip
"""Early ones fall into a question, late ones around the hand-over; the numbers count how often a place was passed."""


def _restart_when_dead(bot: Live) -> bool:
    assert bot.process is not None
    if bot.process.poll() is None:
        return False
    bot.start()
    return True


@pytest.mark.parametrize("place", PLACES)
def test_a_kill_costs_nothing(tmp_path: Path, place: str) -> None:
    """The intake goes on as if nothing had been; only a message sent and not yet noted may come twice."""
    with live(tmp_path) as bot:
        bot.start(launcher=LAUNCHER, KILL_AT=place)
        alice = bot.people.patient(101)
        alice.start()
        killed = []
        for step in SCRIPT:
            killed.append(_walk_one(bot, alice, step))
        killed.append(_receipt_came(bot, alice))
        assert 1 == sum(killed), "the place was passed, once"
        group = bot.people.staff(9001).in_group()
        group.wait_for("Waiting since", seconds=40)
        assert 0 == bot.stop()
        with closing(sqlite3.connect(bot.file)) as database:
            assert [(1,)] == database.execute("select count(*) from lead").fetchall()
            answered = database.execute(
                "select link_id, count(*) from answer_history where event = 'answered' group by 1"
            )
            assert {1} == {count for _, count in answered}, "no answer was given twice"
        twice = 1 if place.startswith("sent:") else 0
        cards = sum("Waiting since" in message["text"] for message in group.messages())
        assert 1 <= cards <= 1 + twice
        receipts = sum("Your reference is" in message["text"] for message in alice.messages())
        assert 1 <= receipts <= 1 + twice


def _receipt_came(bot: Live, alice: Person) -> bool:
    """Wait for the receipt; a bot that died over the hand-over itself is started again. Gives whether it had."""
    restarted = False

    def came() -> bool:
        nonlocal restarted
        restarted = _restart_when_dead(bot) or restarted
        return any("Your reference is" in message["text"] for message in alice.messages())

    bot.until(came)
    return restarted


def _walk_one(bot: Live, alice: Person, step: tuple[str, str, str]) -> bool:
    restarted = False

    def ready() -> bool:
        nonlocal restarted
        restarted = _restart_when_dead(bot) or restarted
        said = [message["text"] for message in alice.messages()]
        return any(step[0] in text for text in said[-1:]) and (step[1] != "tap" or step[2] in alice.buttons())

    bot.until(ready)
    do(alice, *step)
    return restarted
