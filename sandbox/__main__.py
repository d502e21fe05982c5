"""`python -m sandbox`: the stand-in for Telegram, until Ctrl-C."""

import argparse
import sys

from sandbox.server import serve
from sandbox.world import DEFAULT_TOKEN, World


def main() -> None:
    """Read the options and serve; where the page is is said as soon as it is there."""
    parser = argparse.ArgumentParser(prog="sandbox", description="A local stand-in for Telegram.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--group", choices=("supergroup", "group", "forum"), default="supergroup")
    parser.add_argument("--console-url", default="", help="shown as a link in the page's header")
    options = parser.parse_args()
    world = World(
        options.token,
        group_type="group" if options.group == "group" else "supergroup",
        forum=options.group == "forum",
        console_url=options.console_url,
    )
    serve(options.host, options.port, world, say=lambda root: _say(root, world))


def _say(root: str, world: World) -> None:
    sys.stdout.write(
        f"Sandbox: {root}/ shows the phones.\n"
        f"TELEGRAM_API_URL={root} TELEGRAM_BOT_TOKEN={world.token} STAFF_CHAT_ID={world.group().id}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
