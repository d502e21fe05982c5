"""Figures of several bots as one plain table."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

Run = Mapping[str, Any]
HEADINGS = (
    "bot", "CPU ms", "ratio", "upd/s", "ratio", "p50 ms", "p95", "p99", "max", "next p50", "next p99", "RSS MiB",
    "calls/upd", "upd/poll", "server ms", "stuck",
)  # fmt: skip
LEGEND = (
    "CPU ms: the bot's user and system time per update. p50 to max: from an update being there to the first message or "
    "edit\nin its chat; next: to the next question. server ms: what the measuring side itself took per update."
)


def table(runs: Mapping[str, Sequence[Run]], base: str) -> str:
    """One row a bot; ratios are to `base` in the same round, median over the rounds."""
    rows = [HEADINGS, *(_row(name, found, runs[base]) for name, found in runs.items())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = (
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join([*lines, LEGEND])


def _row(name: str, runs: Sequence[Run], base: Sequence[Run]) -> tuple[str, ...]:
    first = sorted(seconds for run in runs for seconds in run["first"])
    following = sorted(seconds for run in runs for seconds in run["ready"])
    polls = sum(run["polls"] for run in runs)
    pairs = list(zip(runs, base, strict=True))
    return (
        name,
        f"{median(_cpu(run) for run in runs):.2f}",
        f"{median(_cpu(run) / _cpu(other) for run, other in pairs):.2f}",
        f"{median(_rate(run) for run in runs):.0f}",
        f"{median(_rate(run) / _rate(other) for run, other in pairs):.2f}",
        *(f"{percentile(first, share) * 1000:.1f}" for share in (0.5, 0.95, 0.99, 1.0)),
        *(f"{percentile(following, share) * 1000:.1f}" for share in (0.5, 0.99)),
        f"{median(run['resident_mib'] for run in runs):.0f}",
        f"{median(run['calls'] / run['updates'] for run in runs):.2f}",
        f"{sum(run['updates'] for run in runs) / polls:.1f}" if polls else "-",
        f"{median(1000 * run['server_cpu'] / run['updates'] for run in runs):.2f}",
        str(sum(len(run["stuck"]) for run in runs)),
    )


def _cpu(run: Run) -> float:
    return max(1000 * float(run["bot_cpu"]) / int(run["updates"]), 0.001)


def _rate(run: Run) -> float:
    return int(run["updates"]) / float(run["seconds"])


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of the `ordered` values lie; nearest rank."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
