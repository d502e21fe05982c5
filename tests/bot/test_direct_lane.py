"""The direct lane: help goes out whatever else Telegram refuses."""

import asyncio

from held_intake import HeldIntake, until

from bot.api import BotApi
from bot.direct import DirectLane
from sandbox.client import Sandbox

BODY = {"text": "Call or text 988.", "rows": [], "keyboard": "inline"}


async def test_it_waits_as_long_as_telegram_asks_and_no_longer(api: BotApi, people: Sandbox) -> None:
    """A 429 of its own is obeyed; the reply comes, once."""
    alice = await asyncio.to_thread(people.patient, 101)
    await asyncio.to_thread(alice.say, "hello")
    await asyncio.to_thread(lambda: people.fault("429", method="sendMessage", chat_id=101, retry_after=1))
    message = await DirectLane(api).send(1, 101, BODY)
    assert alice.last()["message_id"] == message


async def test_a_server_error_and_a_cut_line_are_tried_again(api: BotApi, people: Sandbox) -> None:
    """Within a few seconds."""
    alice = await asyncio.to_thread(people.patient, 101)
    await asyncio.to_thread(alice.say, "hello")
    for kind in ("500", "drop"):
        await asyncio.to_thread(lambda kind=kind: people.fault(kind, method="sendMessage", chat_id=101))
    assert await DirectLane(api).send(1, 101, BODY)


async def test_the_same_update_is_answered_once(api: BotApi, people: Sandbox) -> None:
    """However often its batch is given again."""
    alice = await asyncio.to_thread(people.patient, 101)
    await asyncio.to_thread(alice.say, "hello")
    lane = DirectLane(api)
    first = [lane.send(1, 101, BODY) for _ in range(3)]
    assert 1 == len(set(await asyncio.gather(*first)))
    assert 1 == len([m for m in alice.messages() if m["from_bot"]])


async def test_help_comes_while_everything_else_is_answered_with_429(
    api: BotApi, intake: HeldIntake, people: Sandbox
) -> None:
    """Every other chat and every other call has to wait half a minute; the person in crisis does not."""
    alice, ben = [await asyncio.to_thread(people.patient, number) for number in (101, 102)]
    for phone, text in ((alice, "hello"), (ben, "I want to kill myself")):
        await asyncio.to_thread(phone.say, text)
    for chat in (101, intake._desk.staff_chat_id):
        await asyncio.to_thread(lambda chat=chat: people.fault("429", chat_id=chat, times=100, retry_after=30))
    for method in ("answerCallbackQuery", "editMessageText", "editMessageReplyMarkup"):
        await asyncio.to_thread(lambda m=method: people.fault("429", method=m, times=100, retry_after=30))
    await intake.keep(await api.call("getUpdates", {"timeout": 0}))
    await until(lambda: any("988" in message["text"] for message in ben.messages()))
