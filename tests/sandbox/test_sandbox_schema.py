"""The sandbox against the published Bot API schema: methods, required parameters, the shape of every answer."""

import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from sandbox import pictures
from sandbox.client import Sandbox
from sandbox.methods.registry import METHODS, Method
from sandbox.world import World

SCHEMA = Path(
    os.environ.get("BOT_API_SCHEMA") or Path(__file__).parents[3] / "shared" / "data" / "telegram-bot-api-10.1.json"
)
pytestmark = pytest.mark.skipif(not SCHEMA.is_file(), reason="no published schema here; BOT_API_SCHEMA can name one")

LENIENT = {("setWebhook", "url")}  # the method's own text: an empty address removes the webhook
GROUP = -1009000000001
KEYBOARD = {"inline_keyboard": [[{"text": "A", "callback_data": "a", "style": "primary"}]]}
PLAIN: dict[str, Any] = {"Integer": int, "String": str, "Boolean": bool, "Float": (int, float)}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return dict(orjson.loads(SCHEMA.read_bytes()))


@pytest.fixture
def world() -> World:
    return World(forum=True)


def problems(schema: dict[str, Any], value: Any, kinds: list[str], where: str = "") -> list[str]:
    """What is wrong with a value that should be one of `kinds`; nothing when one of them fits."""
    found = [_problems_of_kind(schema, value, kind, where) for kind in kinds]
    return [] if [] in found else min(found, key=len)


def _problems_of_kind(schema: dict[str, Any], value: Any, kind: str, where: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where} is no array"]
        return [
            each for item in value for each in problems(schema, item, [kind.removeprefix("Array of ")], f"{where}[]")
        ]
    if kind in PLAIN:
        fits = isinstance(value, PLAIN[kind]) and isinstance(value, bool) == (kind == "Boolean")
        return [] if fits else [f"{where} is no {kind}: {value!r}"]
    described = schema["types"][kind]
    if described.get("subtypes"):
        return problems(schema, value, described["subtypes"], where)
    if not isinstance(value, dict):
        return [f"{where} is no {kind}: {value!r}"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    wrong = [f"{where}.{name} is unknown to {kind}" for name in value.keys() - fields.keys()]
    wrong += [
        f"{where}.{name} is missing in {kind}" for name in fields if fields[name]["required"] and name not in value
    ]
    for name in value.keys() & fields.keys():
        wrong += problems(schema, value[name], fields[name]["types"], f"{where}.{name}")
    return wrong


def test_the_checker_finds_what_is_wrong(schema: dict[str, Any]) -> None:
    """Unknown, missing and wrongly typed fields are told apart from a good object."""
    good = {"id": 1, "is_bot": False, "first_name": "A"}
    assert [] == problems(schema, good, ["User"], "user")
    assert ["user.age is unknown to User"] == problems(schema, good | {"age": 3}, ["User"], "user")
    assert ["user.first_name is missing in User"] == problems(schema, {"id": 1, "is_bot": True}, ["User"], "user")
    assert ["user.id is no Integer: True"] == problems(schema, good | {"id": True}, ["User"], "user")


@pytest.mark.parametrize("offered", METHODS.values(), ids=lambda method: method.name)
def test_every_method_exists_and_insists_on_what_is_required(
    schema: dict[str, Any], offered: Method, bot: Any, people: Sandbox
) -> None:
    """A call without a required parameter is refused, however complete it is otherwise."""
    assert offered.name in schema["methods"]
    required = [field["name"] for field in schema["methods"][offered.name].get("fields", []) if field["required"]]
    people.patient().start()
    everything = {
        "chat_id": 101, "user_id": 101, "message_id": 1, "message_ids": [1], "message_thread_id": 1, "commands": [],
        "text": "x", "photo": "p", "action": "typing", "callback_query_id": "1", "file_id": "f", "name": "n",
    }  # fmt: skip
    for name in required:
        if (offered.name, name) not in LENIENT:
            without = {key: value for key, value in everything.items() if key != name}
            assert 400 == bot.answer(offered.name, **without)["error_code"], name
    assert set(required) <= set(offered.required) | {name for method, name in LENIENT if method == offered.name}


def _everything_the_bot_gets(bot: Any, people: Sandbox, world: World) -> list[tuple[str, Any]]:
    """One result of every method, after a conversation that has a bit of everything in it."""
    alice = people.patient()
    alice.start("x")
    results: list[tuple[str, Any]] = []

    def take(method: str, **params: Any) -> Any:
        results.append((method, bot(method, **params)))
        return results[-1][1]

    take("getMe")
    take("setMyName", name="Intake")
    take("setMyDescription", description="d")
    take("setMyShortDescription", short_description="s")
    for asked in ("getMyName", "getMyDescription", "getMyShortDescription", "getWebhookInfo"):
        take(asked)
    take("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    take("getMyCommands")
    take("deleteMyCommands")
    take("setChatMenuButton", menu_button={"type": "commands"})
    take("sendChatAction", chat_id=101, action="typing")
    html = '<b>b</b> <a href="https://example.org">l</a> <tg-time unix="5">t</tg-time>'
    html += "<blockquote expandable>q</blockquote>"
    options = {"protect_content": True, "disable_notification": True, "link_preview_options": {"is_disabled": True}}
    sent = take("sendMessage", chat_id=101, text=html, parse_mode="HTML", reply_markup=KEYBOARD, **options)
    take(
        "sendMessage",
        chat_id=101,
        text="to you",
        reply_parameters={"message_id": 1},
        reply_markup={"force_reply": True},
    )
    query = alice.tap("A")["query_id"]
    take("answerCallbackQuery", callback_query_id=query, text="ok")
    take("editMessageText", chat_id=101, message_id=sent["message_id"], text="new")
    take("editMessageReplyMarkup", chat_id=101, message_id=sent["message_id"], reply_markup=KEYBOARD)
    picture = world.files[_stored_photo(world)].file_id
    photo = take("sendPhoto", chat_id=101, photo=picture, caption="<i>c</i>", parse_mode="HTML")
    take("editMessageCaption", chat_id=101, message_id=photo["message_id"], caption="d")
    take("getFile", file_id=picture)
    take("getChat", chat_id=101)
    topic = take("createForumTopic", chat_id=GROUP, name="Sedona")["message_thread_id"]
    card = take("sendMessage", chat_id=GROUP, text="Card", message_thread_id=topic)["message_id"]
    take("editForumTopic", chat_id=GROUP, message_thread_id=topic, name="Sedona, AZ")
    take("pinChatMessage", chat_id=GROUP, message_id=card)
    take("getChat", chat_id=GROUP)
    take("getChatAdministrators", chat_id=GROUP)
    for user_id in (9001, 9002, 101, world.bot.id):
        take("getChatMember", chat_id=GROUP, user_id=user_id)
    _talk(people)
    take("deleteMessage", chat_id=101, message_id=photo["message_id"])
    take("deleteMessages", chat_id=101, message_ids=[sent["message_id"]])
    alice.tap_stale("a", sent["message_id"])
    alice.block()
    take("getUpdates")
    take("setWebhook", url="")
    take("deleteWebhook")
    return results


def _stored_photo(world: World) -> str:
    from sandbox import files

    return files.keep_photo(world, pictures.sample(8, 8)).file_id


def _talk(people: Sandbox) -> None:
    alice = people.patient(101)
    alice.say("see https://example.org and /help, me@example.org, +1 202 555 0147")
    alice.say("a typo")
    alice.edit("a typo", "no typo")
    alice.share_contact()
    for kind in ("photo", "voice", "sticker", "document", "location"):
        alice.send(kind, caption="c")
    group_id = alice.act("add_bot")["chat_id"]
    alice.act("upgrade_group", chat_id=group_id)
    people.staff().act("promote_bot", admin=False)
    people.staff().act("promote_bot", admin=True)


def test_every_answer_has_the_shape_the_schema_describes(
    schema: dict[str, Any], bot: Any, people: Sandbox, world: World
) -> None:
    """Only known fields, all required ones, of the right types, through all nested objects and updates."""
    results = _everything_the_bot_gets(bot, people, world)
    assert {method.name for method in METHODS.values()} == {method for method, _ in results}
    wrong = [
        each
        for method, value in results
        for each in problems(schema, value, schema["methods"][method]["returns"], method)
    ]
    assert [] == wrong
    kinds = {name for update in dict(results)["getUpdates"] for name in update if name != "update_id"}
    assert {"message", "edited_message", "callback_query", "my_chat_member"} == kinds
