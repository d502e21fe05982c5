"""The console stands beside the bot; whoever runs the desk gets a link into it from the command line."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from live import ROOT, Live, live

from intake.doctor_console import console
from intake.settings import Settings
from intake.stopping import Stop
from intake.wiring import console_address

SOMEWHERE = [
    ({}, "http://127.0.0.1:8080"),
    ({"http_host": "::1"}, "http://[::1]:8080"),
    ({"http_host": "0.0.0.0"}, ""),  # noqa: S104  # the case to be seen
    ({"http_host": "0.0.0.0", "console_url": "https://desk.example.com/"}, "https://desk.example.com"),  # noqa: S104
    ({"console_url": "http://localhost:9000"}, "http://localhost:9000"),
]


@pytest.mark.parametrize(("settings", "address"), SOMEWHERE)
def test_where_staff_reach_the_console(settings: dict[str, str], address: str) -> None:
    """As set, else where it listens if that is this machine alone, else nowhere."""
    assert address == console_address(Settings.model_validate(settings), 8080)


@pytest.mark.parametrize("unsafe", ["http://desk.example.com", "https://example.com/desk", "https://example.com/?a=b"])
def test_an_address_that_is_not_safe_is_refused(unsafe: str) -> None:
    """Plain http to another machine shows the session to everybody on the way; a path would share the host's cookies."""
    with pytest.raises(Stop, match="^CONSOLE_URL: "):
        console_address(Settings.model_validate({"console_url": unsafe}), 8080)


@pytest.mark.parametrize(
    ("settings", "ok", "seen"),
    [
        ({}, True, "http://127.0.0.1:8080, by link; inside Telegram it would need https"),
        ({"console_url": "https://desk.example.com"}, True, "https://desk.example.com, opens inside Telegram too"),
        ({"http_host": "0.0.0.0"}, False, "off: HTTP_HOST is not this machine alone"),  # noqa: S104  # the case to be seen
        (
            {"console_url": "http://desk.example.com"},
            False,
            "CONSOLE_URL: http://desk.example.com: the console needs https, or http on this machine alone",
        ),
    ],
)
def test_the_doctor_says_how_staff_reach_it(settings: dict[str, str], ok: bool, seen: str) -> None:
    finding = console(Settings.model_validate(settings))
    assert (ok, seen) == (finding.ok, finding.seen)


def _login_link(bot: Live, telegram_id: int) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {
        "FIELD_KEYS": bot.key, "DATABASE_URL": f"sqlite:///{bot.file}", "HTTP_PORT": str(bot.port),
        "PYTHONPATH": str(ROOT), "CONSOLE_URL": "",
    }  # fmt: skip
    command = [sys.executable, "-m", "intake", "login-link", str(telegram_id)]
    return subprocess.run(
        command, env=environment, cwd=bot.folder, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.slow
def test_a_link_from_the_command_line_opens_the_console_of_the_running_bot(tmp_path: Path) -> None:
    """And somebody who is no staff gets none, in one line."""
    with live(tmp_path) as bot:
        bot.start()
        made, refused = _login_link(bot, 9001), _login_link(bot, 101)
        address = made.stdout.strip()
        shown = httpx.get(address)
        health = httpx.get(f"http://127.0.0.1:{bot.port}/healthz")
        assert 0 == bot.stop()
    assert re.fullmatch(rf"http://127\.0\.0\.1:{bot.port}/sign-in/[\w-]{{43}}", address)
    assert (200, True) == (shown.status_code, "Sign in as" in shown.text)
    assert "ok" == health.text
    assert (1, "") == (refused.returncode, refused.stdout)
    assert "intake: 101 is no member of staff; add one with: intake staff add 101" == refused.stderr.strip()
    assert address.rpartition("/")[2] not in bot.log.read_text()  # type: ignore[union-attr]  # it was started


@pytest.mark.slow
def test_the_demo_prints_a_link_that_works(tmp_path: Path) -> None:
    """For Dana, once the bot is up; Ctrl-C ends all of it."""
    command = [sys.executable, "-m", "intake", "demo", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as demo:
        assert demo.stdout is not None
        link = next(found[0] for line in demo.stdout if (found := re.search(r"http://[\d.:]+/sign-in/[\w-]{43}", line)))
        with httpx.Client(headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=True) as browser:
            page = browser.get(link).text
            form = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
            inbox = browser.post(f"{link.partition('/sign-in/')[0]}/sign-in", data=form)
        demo.send_signal(signal.SIGINT)
        assert 0 == demo.wait(30)
    assert "Sign in as Dana" in page
    assert (200, True) == (inbox.status_code, "Inbox: New" in inbox.text)
