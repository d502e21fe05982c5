"""The real bot, unchanged, over HTTP: by polling and by webhook, from the first word to the card and the record."""

import signal
from pathlib import Path

import pytest
from live import live, walk

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("live")]


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_an_intake_reaches_staff(tmp_path: Path, webhook: bool) -> None:
    """One card, claimed once, opened in private; the database file holds nothing readable; a signal ends it cleanly."""
    with live(tmp_path) as bot:
        bot.start(webhook=webhook)
        alice, dana = bot.people.patient(101), bot.people.staff(9001)
        dana.start()
        dana.wait_for("You are signed in as staff", seconds=40)
        alice.start()
        reference = walk(alice)
        group = dana.in_group()
        group.wait_for(reference, seconds=40)
        assert 1 == sum(reference in message["text"] for message in group.messages())
        assert not any(word in group.visible() for word in ("Wilhelmina", "365", "Zoloft"))
        group.tap("Claim")
        group.wait_for("Claimed · Dana Diaz", seconds=40)
        group.tap("Open")
        dana.wait_for("Wilhelmina Q", seconds=40)
        assert 0 == bot.stop(signal.SIGTERM)
        held = b"".join(path.read_bytes() for path in tmp_path.glob("intake.db*"))
        assert reference.encode() in held
        # Long enough that no run of sealed bytes spells one of them by chance.
        assert not any(word in held for word in (b"Wilhelmina", b"3654487", b"365 4487", b"365-4487", b"Zoloft"))
        assert bot.log is not None
        log = bot.log.read_text()
        assert not any(word in log for word in ("Wilhelmina", "3654487", "365 4487", "365-4487", "Zoloft", bot.token))


def test_leaving_and_coming_back_after_a_restart(tmp_path: Path) -> None:
    """What was answered is still there, and is not asked again."""
    from live import SCRIPT, do

    with live(tmp_path) as bot:
        bot.start()
        ben = bot.people.patient(102)
        ben.start()
        for step in SCRIPT[:5]:
            do(ben, *step)
        ben.wait_for("help with", seconds=40)
        assert 0 == bot.stop(signal.SIGINT)
        ben.start()
        bot.start()
        ben.wait_for("Welcome back", seconds=40)
        ben.tap("Go on")
        walk(ben, SCRIPT[5:])
        asked = [m["text"] for m in ben.messages() if "Which location would suit you" in m["text"]]
        assert [] == asked, "the location's question is frozen to its answer and was not asked again"
