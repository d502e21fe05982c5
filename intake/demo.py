"""`intake demo`: the real bot against the sandbox, with a database in a temporary folder; Ctrl-C stops all of it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import webbrowser
from functools import partial
from pathlib import Path

from intake.linking import MINUTES, new_link
from intake.sample_day import SampleDay
from intake.settings import Settings
from intake.stopping import Stop
from intake.wiring import open_desk
from sandbox.records import Account
from sandbox.server import running
from sandbox.world import World
from storage.sealing import new_key

DESK = (9001, 9002)
"""Dana and Omar of the sandbox's cast; Nina, who is in the group too, is no staff."""
STOP_SECONDS = 10
_LOOK_AGAIN_SECONDS = 0.1


def demonstrate(port: int, *, open_browser: bool) -> None:
    """Run until Ctrl-C, or until the bot ends by itself; raises Stop where the port is taken or the bot fails."""
    world = World(forum=True)
    with tempfile.TemporaryDirectory(prefix="intake-demo-") as folder:
        try:
            with running(world, port=port) as address:
                _run_bot(world, address, Path(folder), open_browser=open_browser)
        except OSError as error:
            raise Stop(f"--port {port}: {error.strerror}; choose another with --port") from None


def _run_bot(world: World, address: str, folder: Path, *, open_browser: bool) -> None:
    chosen = {
        "TELEGRAM_API_URL": address,
        "TELEGRAM_BOT_TOKEN": world.token,
        "DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
        "FIELD_KEYS": new_key(),
        "STAFF_CHAT_ID": str(world.group().id),
        "OWNER_IDS": ",".join(map(str, DESK)),
        "WEBHOOK_URL": "",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_PORT": str(_free_port()),
        "CONSOLE_URL": "",
        "REQUIRE_TOTP": "0",
    }
    settings = Settings.model_validate({name.lower(): value for name, value in chosen.items()})
    _fill(world, settings)
    root = Path(__file__).parent.parent
    bot = subprocess.Popen([sys.executable, "-m", "intake", "run"], env=os.environ | chosen, cwd=root, process_group=0)
    print(
        f"\n  The phones: {address}/\n  The database: {folder / 'demo.db'} (removed at the end)\n  Stop with Ctrl-C.\n",
        flush=True,
    )
    if open_browser:
        webbrowser.open(address)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # also where a shell started it deaf to Ctrl-C
        signal.signal(number, signal.default_int_handler)
    try:
        _offer_console(world, settings, bot)
        code = bot.wait()
    except KeyboardInterrupt:
        code = 0
    finally:
        _stop(bot)
    if code:
        raise Stop("the bot ended; its last line above says why")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _fill(world: World, settings: Settings) -> None:
    """Give the desk a working day of sample people; Telegram knows them, and no phone of theirs is on the page."""
    desk = open_desk(settings)
    day = SampleDay(desk)
    for chat, name in day.people.items():
        first, _, last = name.partition(" ")
        world.join(Account(chat, first, "absent", last))
    day.play()
    desk.store.close()


def _offer_console(world: World, settings: Settings, bot: "subprocess.Popen[bytes]") -> None:
    """Once the bot is up, print a way into its console, and show it on the page; nothing where it ends before."""
    while not _is_up(f"http://127.0.0.1:{settings.http_port}/readyz"):
        if bot.poll() is not None:
            return
        time.sleep(_LOOK_AGAIN_SECONDS)
    world.console_url = partial(new_link, settings, DESK[0])
    print(
        f"\n  The console, as Dana: {new_link(settings, DESK[0])}\n"
        f"  (works once, for {MINUTES} minutes; /console on Dana's phone gives another)\n",
        flush=True,
    )


def _is_up(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1):  # noqa: S310  # our own address
            return True
    except OSError:
        return False


def _stop(bot: "subprocess.Popen[bytes]") -> None:
    if bot.poll() is None:
        bot.terminate()
        try:
            bot.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            bot.kill()
            bot.wait()
