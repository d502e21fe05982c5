"""A desk of its own for each test, one web server for all of them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from console_desk import DANA, KEYS, SECURE, ConsoleDesk, Proxy, Switchboard, Visitor

from flows.flow import Flow
from messages.words import Words
from storage.schema import migrate
from storage.store import Store


@pytest.fixture(scope="session")
def switchboard() -> Switchboard:
    return Switchboard()


@pytest.fixture(scope="session")
def address(switchboard: Switchboard) -> Iterator[str]:
    with switchboard.listening() as address:
        yield address


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database brought to the schema once; each test works on a copy."""
    file = tmp_path_factory.mktemp("schema") / "empty.db"
    store = Store(f"sqlite:///{file}", KEYS)
    migrate(store)
    store.close()
    return file


@pytest.fixture
def console_desk(tmp_path: Path, empty_database: Path, flow: Flow, words: Words) -> Iterator[ConsoleDesk]:
    file = shutil.copy(empty_database, tmp_path / "desk.db")
    made = ConsoleDesk(f"sqlite:///{file}", flow, words)
    yield made
    made.store.close()


@pytest.fixture
def new_visitor(console_desk: ConsoleDesk, switchboard: Switchboard, address: str) -> Iterator[Callable[[], Visitor]]:
    """More browsers on the console of this test."""
    switchboard.app = console_desk.application(address)
    opened: list[Visitor] = []

    def opening() -> Visitor:
        opened.append(Visitor(address, console_desk))
        return opened[-1]

    yield opening
    for visitor in opened:
        visitor.http.close()


@pytest.fixture
def visitor(new_visitor: Callable[[], Visitor]) -> Visitor:
    """A browser where nobody is signed in."""
    return new_visitor()


@pytest.fixture
def dana(visitor: Visitor) -> Visitor:
    """Dana, signed in."""
    return visitor.sign_in(DANA)


@pytest.fixture
def secure_visitor(
    console_desk: ConsoleDesk, switchboard: Switchboard, address: str
) -> Iterator[Callable[[], Visitor]]:
    """Browsers that reach the console over TLS, as https://desk.example.com."""
    switchboard.app = console_desk.application(SECURE)
    opened: list[Visitor] = []

    def opening() -> Visitor:
        opened.append(Visitor(SECURE, console_desk, Proxy(address)))
        return opened[-1]

    yield opening
    for visitor in opened:
        visitor.http.close()


@pytest.fixture
def codes_required(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, switchboard: Switchboard, address: str
) -> None:
    """The console asks everybody for a second factor."""
    console_desk.requiring_codes()
    switchboard.app = console_desk.application(address)
