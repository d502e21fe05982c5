"""What understanding one typed message costs, by kind, over the texts the readers were tuned with.

Each text is read once, as in life, where a cache of whole texts would not help. A second pass shows what the first one
owed to things made on first use. Times are the thread's CPU time.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from figures_table import percentile

DATA = Path(__file__).resolve().parent.parent / "tests" / "evaluation" / "data"
Read = Callable[[str], object]
MISSING = (ImportError, AttributeError)


def texts_of(kind: str) -> list[str]:
    """The tuning texts of a kind, in every language."""
    files = sorted(DATA.glob(f"{kind}_*_tune.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [str(json.loads(line)["text"]) for line in lines if line.strip()]


def readers() -> Iterator[tuple[str, Callable[[], Read]]]:
    """Every kind, with how its reader is made."""

    def flow() -> Any:
        from flows.loading import load_flow

        return load_flow()

    def treatments() -> Read:
        from flows.understand.treatments import read_treatments

        read: Read = read_treatments
        return read

    def services() -> Read:
        from flows.understand.options import read_services

        clinic = flow().clinic
        return lambda text: read_services(text, clinic)

    def safety() -> Read:
        from flows.understand.safety import assess

        read: Read = assess
        return read

    def plain(module: str, name: str) -> Callable[[], Read]:
        def make() -> Read:
            from importlib import import_module

            read: Read = getattr(import_module(f"flows.understand.{module}"), name)
            return read

        return make

    yield "safety", safety
    yield "questions", lambda: flow().questions.read
    yield "location", lambda: flow().gazetteer.read
    yield "treatments", treatments
    yield "services", services
    yield "phone", plain("phone", "read_phone")
    yield "email", plain("email", "read_email")
    yield "names", plain("person_name", "read_name")
    yield "yes_no", plain("yes_no", "read_yes_no")


def answering() -> Iterator[tuple[str, Callable[[], Read]]]:
    """Typed words read as the answer to a question, with all that is tried before the answer is found or not."""
    from flows.loading import load_flow
    from flows.reading import read

    flow = load_flow()
    for kind, link_id in (("location", "location"), ("treatments", "prior_treatments"), ("names", "name")):
        item = flow.items[link_id]
        yield kind, lambda item=item: lambda text: read(flow, item, text, date(2026, 1, 1))  # type: ignore[misc]


@contextmanager
def _cpu(times: list[float]) -> Iterator[None]:
    begun = time.thread_time_ns()
    yield
    times.append((time.thread_time_ns() - begun) / 1000)


def row(kind: str, make: Callable[[], Read]) -> str:
    """What reading the texts of a kind costs, as one line."""
    texts, setting_up = texts_of(kind), list[float]()
    if not texts:
        return f"{kind:<22} no texts"
    try:
        with _cpu(setting_up):
            read = make()
            read("hello there")
    except MISSING as error:
        return f"{kind:<22} not there: {error}"
    first, again = _times(read, texts), _times(read, texts)
    figures = (median(first), percentile(first, 0.99), first[-1], median(again), percentile(again, 0.99), again[-1])
    return (
        f"{kind:<22} {len(texts):6} " + " ".join(f"{value:9.0f}" for value in figures) + f" {setting_up[0] / 1000:9.0f}"
    )


def _times(read: Read, texts: list[str]) -> list[float]:
    """Microseconds for each text, in order of size."""
    times: list[float] = []
    for text in texts:
        with _cpu(times):
            read(text)
    return sorted(times)


def main() -> None:
    """Print a line for every kind."""
    titles = ("median", "p99", "max", "again", "p99", "max", "start ms")
    print(f"{'µs CPU a message':<22} {'texts':>6} " + " ".join(f"{title:>9}" for title in titles))
    for kind, make in readers():
        print(row(kind, make), flush=True)
    print("as an answer to a question")
    try:
        for kind, make in answering():
            print(row(kind, make), flush=True)
    except MISSING as error:
        print(f"not there: {error}")


if __name__ == "__main__":
    main()
