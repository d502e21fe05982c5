"""What every room's tests may ask for: the shipped flow, all words, a fixed moment, and a chat."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "support"))

from chat import Chat

from flows.flow import Flow
from flows.loading import load_flow
from messages.words import Words


@pytest.fixture(scope="session")
def flow() -> Flow:
    """The intake that comes with the product."""
    return load_flow()


@pytest.fixture(scope="session")
def words() -> Words:
    """Every template of every language."""
    return Words()


@pytest.fixture
def now() -> datetime:
    """A fixed moment: a Tuesday morning at the clinics."""
    return datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


@pytest.fixture
def chat(flow: Flow, words: Words, now: datetime) -> Chat:
    """Alice, who never wrote before."""
    return Chat(flow, words, now)


@pytest.fixture
def new_chat(flow: Flow, words: Words, now: datetime) -> Callable[..., Chat]:
    """More people, or another clinic's flow: `new_chat(language="es")`, `new_chat(flow=other)`."""

    def open_chat(**changes: object) -> Chat:
        return Chat(**{"flow": flow, "words": words, "now": now, **changes})  # type: ignore[arg-type]  # by name

    return open_chat
