"""What an update costs this bot, beside a stock python-telegram-bot bot doing the same steps, in one run.

The bots run one at a time and take turns in rounds, each round with new processes and an empty database. Machines are
noisy: of the figures, the ratios within one run say most.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from typing import Any

from figures_table import table
from processes import (
    OURS,
    OURS_WEBHOOK,
    STOCK,
    STOCK_FORGETFUL,
    Load,
    Trouble,
    bot,
    command_of,
    server,
)

Runs = dict[tuple[str, str], list[dict[str, Any]]]


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--patients", type=int, default=64, help="patients who never pause, in the saturated stretch")
    parser.add_argument("--updates", type=int, default=1000, help="measured updates of each bot in each round")
    parser.add_argument("--warm-up", type=int, default=600, help="updates before those, not measured")
    parser.add_argument("--rounds", type=int, default=3, help="how often the bots take turns")
    parser.add_argument("--light-updates", type=int, default=200, help="measured updates of the light stretch; 0: none")
    parser.add_argument("--poll-ms", type=float, default=20.0, help="the least time a poll takes, saturated stretch")
    parser.add_argument("--delay-ms", type=float, default=0.0, help="what each API call takes on the line")
    parser.add_argument("--webhook", action="store_true", help="this bot by webhook as well")
    parser.add_argument("--no-persistence", action="store_true", help="the stock bot without its pickle as well")
    parser.add_argument("--only-ours", action="store_true", help="leave the stock bot out")
    return parser.parse_args()


def contestants(wanted: argparse.Namespace) -> list[str]:
    """Who takes part."""
    names = [OURS]
    if wanted.webhook:
        names.append(OURS_WEBHOOK)
    if not wanted.only_ours:
        names.append(STOCK)
        if wanted.no_persistence:
            names.append(STOCK_FORGETFUL)
    return names


def loads(wanted: argparse.Namespace) -> list[Load]:
    """What each bot has to bear in each round."""
    # A bot that takes one update after the other waits for each of its calls: four or so an update.
    seconds = 120 + (wanted.warm_up + wanted.updates) * 6 * wanted.delay_ms / 1000
    found = [Load("saturated", wanted.patients, 0, wanted.poll_ms, wanted.warm_up, wanted.updates, seconds)]
    if wanted.light_updates:
        found.append(Load("light", 8, 60, 0, 100, wanted.light_updates, seconds))
    return found


def measure(name: str, wanted: Sequence[Load], delay_ms: float) -> dict[str, dict[str, Any]]:
    """The figures of one bot in one round, by load; raises Trouble."""
    found = {}
    with server(delay_ms) as api, bot(name, command_of(name), api.address) as pid:
        for load in wanted:
            figures = api.measure(pid, load)
            if figures["trouble"]:
                raise Trouble(" ".join([f"{load.name}: {figures['trouble']}", *figures["stuck"][:3]]))
            found[load.name] = figures
    return found


def main() -> None:
    """Run the rounds, print the tables."""
    wanted = options()
    begun, runs = time.monotonic(), Runs()
    try:
        for number in range(wanted.rounds):
            for name in contestants(wanted):
                print(f"round {number + 1} of {wanted.rounds}: {name}", file=sys.stderr, flush=True)
                for stretch, figures in measure(name, loads(wanted), wanted.delay_ms).items():
                    runs.setdefault((stretch, name), []).append(figures)
    except Trouble as trouble:
        sys.exit(f"\n{trouble}")
    base = OURS if wanted.only_ours else STOCK
    for load in loads(wanted):
        who = f"{load.patients} patients" + (
            f" who pause {load.pause_ms:g} ms" if load.pause_ms else " who never pause"
        )
        line = f", {wanted.delay_ms:g} ms a call on the line" if wanted.delay_ms else ""
        print(f"\n{load.name}: {who}{line}; {wanted.rounds} rounds of {load.updates} updates")
        print(table({name: runs[load.name, name] for name in contestants(wanted)}, base))
    print(
        "\nCPU, updates/s, RSS: medians over the rounds; latencies: all rounds together. No staff group, so no cards."
    )
    print(f"Took {time.monotonic() - begun:.0f} s.")


if __name__ == "__main__":
    main()
