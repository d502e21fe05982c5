"""python-telegram-bot's own `Bot` against the sandbox: what the product will really speak."""

from collections.abc import AsyncIterator

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from sandbox import pictures
from sandbox.client import Person, Sandbox
from sandbox.world import World


@pytest.fixture
def world() -> World:
    return World(group_type="group")


@pytest.fixture
async def library(address: str, world: World) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(world.token, f"{address}/bot", f"{address}/file/bot") as bot:
        yield bot


@pytest.fixture
def alice(people: Sandbox) -> Person:
    person = people.patient()
    person.start("c-sedona")
    return person


async def test_it_talks(library: telegram.Bot, alice: Person) -> None:
    """Send, tap, answer, edit, and read everything back as typed objects."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Sedona", callback_data="se")]])
    sent = await library.send_message(101, "<b>Where?</b>", parse_mode=ParseMode.HTML, reply_markup=keyboard)
    assert ("Where?", "bold") == (sent.text, sent.entities[0].type)
    alice.tap("Sedona")
    started, tapped = await library.get_updates()
    assert started.message
    assert tapped.callback_query
    assert ("/start c-sedona", "se") == (started.message.text, tapped.callback_query.data)
    assert await tapped.callback_query.answer("Saved")
    await library.edit_message_text("Location: Sedona", chat_id=101, message_id=sent.message_id)
    assert ["Location: Sedona"] == [message["text"] for message in alice.messages() if message["edited"]]
    assert () == await library.get_updates(offset=tapped.update_id + 1)


async def test_contacts_and_pictures_pass(library: telegram.Bot, alice: Person) -> None:
    """A contact key, a photo by multipart with a caption, the file back by download."""
    keys = ReplyKeyboardMarkup([[KeyboardButton("Share", request_contact=True)]], one_time_keyboard=True)
    await library.send_message(101, "Phone?", reply_markup=keys)
    alice.press("Share")
    contact = (await library.get_updates())[-1].message.contact  # type: ignore[union-attr]
    assert contact
    assert (101, "12025550101") == (contact.user_id, contact.phone_number)
    picture = pictures.sample(90, 60)
    sent = await library.send_photo(101, picture, caption="Six infusions")
    assert (90, "Six infusions") == (sent.photo[-1].width, sent.caption)
    assert picture == bytes(await (await sent.photo[-1].get_file()).download_as_bytearray())


async def test_its_errors_are_the_ones_telegram_causes(
    library: telegram.Bot, alice: Person, people: Sandbox, world: World
) -> None:
    """Each refusal arrives as the library's own class with the words behind it."""
    with pytest.raises(BadRequest, match="Chat not found"):
        await library.send_message(5, "x")
    people.fault("500", method="sendMessage")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await library.send_message(101, "x")
    people.fault("drop", method="sendMessage")
    with pytest.raises(NetworkError):
        await library.send_message(101, "x")
    alice.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await library.send_message(101, "x")
    new_id = people.staff().act("upgrade_group")["chat_id"]
    with pytest.raises(ChatMigrated) as moved:
        await library.send_message(-500, "x")
    assert new_id == moved.value.new_chat_id
    world.webhook.set("http://127.0.0.1:9/", "", 1)
    with pytest.raises(Conflict):
        await library.get_updates()


async def test_a_flood_is_a_retry_after(
    library: telegram.Bot, alice: Person, people: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library reads the seconds from the answer's parameters."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    people.fault("429", method="sendMessage", retry_after=3)
    with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
        await library.send_message(101, "x")


async def test_a_wrong_token_is_an_invalid_token(address: str) -> None:
    """401 on the first call."""
    stranger = telegram.Bot("1:wrong", f"{address}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_poison_is_something_the_library_cannot_read(library: telegram.Bot, people: Sandbox) -> None:
    """What the injected update is for: a batch that fails as a whole when read naively."""
    people.inject({"message": {"message_id": 1, "date": "yesterday", "chat": 7}})
    with pytest.raises((TypeError, KeyError, AttributeError, ValueError)):
        await library.get_updates()
