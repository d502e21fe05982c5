"""The demo once for all tests of its console; a browser for each module, since no event loop may outlive it."""

from collections.abc import Iterator

import pytest
from browsing import Demo, Windows, chromium, demo
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """`intake demo` as a process, with its sample people."""
    with demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    """Windows that watch themselves: no script may fail, and the content policy may have nothing to refuse."""
    opened = Windows(browser)
    yield opened
    opened.close()
    assert [] == opened.complaints
