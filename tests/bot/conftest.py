"""The Telegram edge against the sandbox over real HTTP."""

from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from front_desk import FrontDesk
from held_intake import HeldIntake

from bot.api import BotApi
from bot.request import AiohttpRequest
from sandbox.client import Sandbox
from sandbox.server import running
from sandbox.world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def address(world: World) -> Iterator[str]:
    """The sandbox's address."""
    with running(world) as found:
        yield found


@pytest.fixture
def people(address: str) -> Sandbox:
    """Everybody's phones."""
    return Sandbox(address)


@pytest.fixture
async def api(world: World, address: str) -> AsyncIterator[BotApi]:
    """The bot's own way of calling Telegram."""
    made = BotApi(world.token, AiohttpRequest(), address)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def intake(api: BotApi, world: World, tmp_path: Path) -> AsyncIterator[HeldIntake]:
    front = FrontDesk(tmp_path, world=world)
    with ThreadPoolExecutor(max_workers=1) as worker:
        held = HeldIntake(api, front, worker)
        yield held
        held.open.set()
        await held.settle()
    front.close()
