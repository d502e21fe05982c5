"""SIGKILL at random moments while several people walk their intakes at once: nobody loses an answer or waits for ever."""

import random
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from live import Live, live, walk

from sandbox.client import Person

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("live")]
PATIENTS = range(101, 107)
KILLS = 6
PATIENCE_SECONDS = 40.0 * (KILLS + 1)
"""One person may wait through all the kills, when the others' messages bring them on."""


def _kill_and_start(bot: Live, moments: random.Random, done: threading.Event) -> int:
    """Kill the bot at unforeseen moments, each some messages after the last, and start it again; gives how often."""

    def sent() -> int:
        return sum(m["from_bot"] for number in PATIENTS for m in bot.people.patient(number).messages())

    for count in range(KILLS):
        enough = sent() + moments.randint(2, 12)
        while sent() < enough and not done.wait(0.02):
            pass
        if done.wait(moments.uniform(0, 0.3)):
            return count
        assert bot.process is not None
        bot.process.kill()
        bot.process.wait()
        bot.start()
    return KILLS


def _walk_all(bot: Live) -> dict[int, str]:
    """Everybody walks at once; gives references by person, or what went wrong."""
    found: dict[int, str] = {}

    def one(number: int) -> None:
        phone = bot.people.patient(number)
        phone.start()
        try:
            found[number] = walk(phone, seconds=PATIENCE_SECONDS)
        except AssertionError as trouble:
            found[number] = f"stuck: {trouble}"

    threads = [threading.Thread(target=one, args=(number,)) for number in PATIENTS]
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    return found


def _tap_leftovers(bot: Live, phone: Person) -> None:
    """Tap what still has buttons though it was answered: a copy that was sent when the bot died. The buttons go."""

    def left() -> list[dict[str, Any]]:
        return [m for m in phone.messages() if m["from_bot"] and m["buttons"]]

    for message in left():
        phone.tap(message["buttons"][0][0]["text"], message["message_id"])
    bot.until(lambda: not left())


def test_people_who_walk_while_it_is_killed_all_arrive(tmp_path: Path) -> None:
    """One lead each, every answer once; what was on its way at a kill may come twice, and a tap on the copy does nothing."""
    with live(tmp_path) as bot:
        bot.start()
        done = threading.Event()
        kills: list[int] = []
        killer = threading.Thread(target=lambda: kills.append(_kill_and_start(bot, random.Random(7), done)))
        killer.start()
        found = _walk_all(bot)
        done.set()
        killer.join()
        assert 1 == len(kills), "the bot came up again after each kill"
        assert {} == {number: words for number, words in found.items() if words.startswith("stuck")}
        group = bot.people.staff(9001).in_group()
        bot.until(lambda: len(PATIENTS) <= sum("Waiting since" in m["text"] for m in group.messages()))
        for number in PATIENTS:
            _tap_leftovers(bot, bot.people.patient(number))
        assert 0 == bot.stop()
        with closing(sqlite3.connect(bot.file)) as database:
            leads = database.execute("select chat_id, count(*) from lead group by 1").fetchall()
            answered = database.execute(
                "select chat_id, link_id, count(*) from answer_history where event = 'answered' group by 1, 2"
            ).fetchall()
        assert [(number, 1) for number in PATIENTS] == sorted(leads)
        assert [] == [row for row in answered if row[2] != 1]
        cards = sum("Waiting since" in m["text"] for m in group.messages())
        assert len(PATIENTS) <= cards <= len(PATIENTS) * (1 + kills[0])
        assert kills[0] > 1, "the walk was long enough to be cut into"
