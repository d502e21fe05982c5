"""Long poll: nothing is acknowledged before it is kept, and nobody in crisis waits for the database."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from held_intake import HeldIntake, until

from bot import polling
from bot.api import BotApi
from bot.polling import poll
from bot.refusals import Fatal
from bot.request import AiohttpRequest
from sandbox.client import Person, Sandbox

CRISIS = "I want to kill myself"


@contextlib.asynccontextmanager
async def polled(api: BotApi, intake: HeldIntake) -> AsyncIterator[None]:
    """While a bot polls."""
    task = asyncio.create_task(poll(api, intake))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def helped(phone: Person) -> bool:
    """Help has come, once."""
    return 1 == sum("988" in message["text"] for message in phone.messages() if message["from_bot"])


async def test_what_could_not_be_kept_comes_again(api: BotApi, intake: HeldIntake, people: Sandbox) -> None:
    """Thrice the database is away; then everything is kept, once, in order."""
    intake.down = 3
    alice = await asyncio.to_thread(people.patient, 101)
    for text in ("hello", "is anybody there", "I am waiting"):
        await asyncio.to_thread(alice.say, text)
    async with polled(api, intake):
        await until(lambda: 3 == sum(map(len, intake.batches)))
    kept = [number for batch in intake.batches for number in batch]
    assert sorted(set(kept)) == kept


async def test_while_nothing_can_be_kept_words_of_crisis_are_answered(
    api: BotApi, intake: HeldIntake, people: Sandbox
) -> None:
    """Also those that come in after the batch that waits, from somebody else."""
    intake.down = 1000
    alice, ben = [await asyncio.to_thread(people.patient, number) for number in (101, 102)]
    await asyncio.to_thread(alice.say, "hello")
    async with polled(api, intake):
        await until(lambda: intake.down < 1000)
        await asyncio.to_thread(ben.say, CRISIS)
        await until(lambda: helped(ben))
        assert [] == intake.batches
        intake.down = 0
        await until(lambda: 2 == sum(map(len, intake.batches)))
        await intake.settle()
    assert helped(ben)


async def test_while_keeping_takes_long_words_of_crisis_are_answered(
    api: BotApi, intake: HeldIntake, people: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that hangs is no better than one that is gone."""
    monkeypatch.setattr(polling, "GLANCE_SECONDS", 0.05)
    intake.open.clear()
    alice, ben = [await asyncio.to_thread(people.patient, number) for number in (101, 102)]
    await asyncio.to_thread(alice.say, "hello")
    async with polled(api, intake):
        await asyncio.sleep(0.2)
        await asyncio.to_thread(ben.say, CRISIS)
        await until(lambda: helped(ben))
        intake.open.set()
        await until(lambda: 2 == sum(map(len, intake.batches)))
        await intake.settle()
    assert helped(ben)


@pytest.mark.parametrize("kind", ["500", "drop", "429"])
async def test_trouble_on_the_way_is_waited_out(api: BotApi, intake: HeldIntake, people: Sandbox, kind: str) -> None:
    """A server error, a cut line and a flood wait lose nothing."""
    alice = await asyncio.to_thread(people.patient, 101)
    await asyncio.to_thread(alice.say, "hello")
    await asyncio.to_thread(lambda: people.fault(kind, method="getUpdates", times=2))
    async with polled(api, intake):
        await until(lambda: 1 == sum(map(len, intake.batches)))


async def test_a_refused_token_ends_it(address: str, intake: HeldIntake) -> None:
    """There is nothing to wait for."""
    stranger = BotApi("123:nobody", AiohttpRequest(), address)
    await stranger.open()
    try:
        with pytest.raises(Exception, match=r"token|Unauthorized|Not Found|Invalid"):
            await poll(stranger, intake)
    finally:
        await stranger.close()


async def test_a_second_poller_with_the_same_token_is_waited_out_and_then_named(
    api: BotApi, intake: HeldIntake, people: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A killed process's poll ends by itself; a living one does not."""
    monkeypatch.setattr(polling, "CONFLICT_SECONDS", 0.5)
    words = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    await asyncio.to_thread(lambda: people.fault("error", method="getUpdates", times=50, code=409, description=words))
    with pytest.raises(Fatal, match="another process polls"):
        await poll(api, intake)
