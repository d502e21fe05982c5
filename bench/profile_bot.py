"""Where this bot's CPU time goes, under the load of the comparison.

Stacks are sampled inside the bot and weighted by the CPU time their thread used, from the first batch on. The shares
point at places to look; what a change brings only the comparison tells.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from processes import BENCH, OURS, OURS_WEBHOOK, ROOT, Load, Trouble, bot, server
from sampler import Sampler

Stacks = list[tuple[list[str], float]]
OUR_ROOMS = ("bot", "desk", "flows", "intake", "messages", "storage")


def profiled_bot(out: Path) -> None:
    """Be the bot; its stacks are written to `out` when it ends."""
    from bot.intake import Intake
    from intake.__main__ import main as intake_main

    sampler, plain_keep = Sampler(), Intake.keep

    async def keep(intake: Intake, batch: Any) -> None:
        if not sampler.is_alive():
            sampler.start()
        await plain_keep(intake, batch)

    setattr(Intake, "keep", keep)  # noqa: B010  # plain assignment to a method is what mypy forbids
    sys.argv = ["intake", "run"]
    try:
        intake_main()
    finally:
        sampler.stop()
        out.write_text(json.dumps([[stack, seconds] for stack, seconds in sampler.seconds.items()]), encoding="utf-8")


def room_of(place: str) -> str:
    """The room of ours or the package that "file:function" belongs to."""
    file = place.partition(":")[0]
    if "site-packages/" in file:
        return file.partition("site-packages/")[2].split("/")[0].removesuffix(".py")
    if file.startswith(str(ROOT)):
        return "/".join(Path(file).relative_to(ROOT).parts[:2])
    known = Path(file).parent.name
    return f"python {Path(file).stem if known.startswith('python') else known}"


def name_of(place: str) -> str:
    """A place ("file:function") as it is shown."""
    return f"{room_of(place)}: {place.rpartition(':')[2]}"


def is_ours(place: str) -> bool:
    """True for a function of this product."""
    return room_of(place).split("/")[0] in OUR_ROOMS


def show(stacks: Stacks, updates: int, top: int) -> None:
    """Print CPU time by room, by function, and of our functions with all they call."""
    rooms, own, reached, lent = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    whole = sum(seconds for _, seconds in stacks)
    for stack, seconds in stacks:
        _add(rooms, [room_of(stack[-1])], seconds)
        _add(own, [name_of(stack[-1])], seconds)
        ours = [place for place in stack if is_ours(place)]
        _add(reached, {name_of(place) for place in ours}, seconds)
        _add(lent, [name_of(ours[-1])] if ours else ["(none of ours)"], seconds)
    print(f"{1e6 * whole / updates:.0f} µs CPU an update, sampled")
    _print("by room or package", rooms, whole, updates, top)
    _print("by function", own, whole, updates, top)
    _print("by the last function of ours on the stack, with what it calls in packages", lent, whole, updates, top)
    _print("our functions, with all they call", reached, whole, updates, top)


def _add(times: Counter[str], names: Iterable[str], seconds: float) -> None:
    for name in names:
        times[name] += seconds  # type: ignore[assignment]  # a Counter adds fractions as well


def _print(title: str, times: Counter[str], whole: float, updates: int, top: int) -> None:
    print(f"\n{title}\n{'µs/upd':>8} {'share':>6}")
    for name, seconds in times.most_common(top):
        print(f"{1e6 * seconds / updates:8.1f} {seconds / whole:6.1%}  {name}")


def measured(load: Load, out: Path, *, webhook: bool) -> int:
    """Run the sampled bot under load; gives how many updates the samples cover."""
    name = OURS_WEBHOOK if webhook else OURS
    command = [sys.executable, str(BENCH / "profile_bot.py"), "--inside", str(out)]
    with server(0) as api, bot(name, command, api.address) as pid:
        figures = api.measure(pid, load)
        if figures["trouble"]:
            raise Trouble(" ".join([figures["trouble"], *figures["stuck"][:3]]))
    return load.warm_up + load.updates


def main() -> None:
    """Sample, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--inside", type=Path, help="be the sampled bot and write its stacks here")
    parser.add_argument("--out", type=Path, default=Path("/tmp/intake-stacks.json"), help="where stacks are kept")  # noqa: S108  # a default for one person's machine
    parser.add_argument("--patients", type=int, default=64)
    parser.add_argument("--pause-ms", type=float, default=0.0)
    parser.add_argument("--updates", type=int, default=3000)
    parser.add_argument("--top", type=int, default=25, help="lines of each list")
    parser.add_argument("--webhook", action="store_true")
    wanted = parser.parse_args()
    if wanted.inside:
        profiled_bot(wanted.inside)
        return
    try:
        load = Load("profiled", wanted.patients, wanted.pause_ms, 20, 200, wanted.updates)
        updates = measured(load, wanted.out, webhook=wanted.webhook)
    except Trouble as trouble:
        sys.exit(str(trouble))
    show(json.loads(wanted.out.read_text(encoding="utf-8")), updates, wanted.top)


if __name__ == "__main__":
    main()
