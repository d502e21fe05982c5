"""The console with a million requests: `seed` fills a database, `measure` times its pages over HTTP.

python -m bench.million seed sqlite:////tmp/console.db [LEADS]
python -m bench.million measure sqlite:////tmp/console.db postgresql+psycopg://postgres@127.0.0.1/console
"""

import sys

from desk.desk import Desk
from flows.loading import load_flow
from messages.words import Words
from storage.store import Store

KEYS = [bytes(range(32))]


def desk_at(url: str) -> Desk:
    """A desk over this database, with keys of its own."""
    return Desk(Store(url, KEYS), load_flow(), Words())


def main(arguments: list[str]) -> None:
    """Seed or measure."""
    match arguments:
        case ["seed", url, *rest]:
            from bench.console_seed import fill

            fill(desk_at(url), int(rest[0]) if rest else 1_000_000)
        case ["measure", *urls] if urls:
            from bench.console_pages import measure

            measure([desk_at(url) for url in urls])
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
