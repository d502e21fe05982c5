"""Who the bot is and what it says about itself."""

from typing import Any

from sandbox import objects
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.world import World

MOST_NAME = 64
MOST_DESCRIPTION = 512
MOST_SHORT_DESCRIPTION = 120


@method("getMe")
def get_me(world: World, _: Parameters) -> dict[str, Any]:
    group = world.group()
    return objects.user(world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": group.members.get(world.bot.id) == "administrator",
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _store(parameters: Parameters, texts: dict[str, str], name: str, most: int, refusal: str) -> bool:
    text = parameters.text(name)
    if len(text) > most:
        raise bad_request(refusal)
    texts[parameters.text("language_code")] = text
    return True


@method("setMyName")
def set_my_name(world: World, parameters: Parameters) -> bool:
    return _store(parameters, world.profile.names, "name", MOST_NAME, "BOT_TITLE_INVALID")


@method("setMyDescription")
def set_my_description(world: World, parameters: Parameters) -> bool:
    texts = world.profile.descriptions
    return _store(parameters, texts, "description", MOST_DESCRIPTION, "bot description is too long")


@method("setMyShortDescription")
def set_my_short_description(world: World, parameters: Parameters) -> bool:
    texts = world.profile.short_descriptions
    return _store(parameters, texts, "short_description", MOST_SHORT_DESCRIPTION, "bot short description is too long")


@method("getMyName")
def get_my_name(world: World, parameters: Parameters) -> dict[str, str]:
    return {"name": world.profile.name(parameters.text("language_code")) or world.bot.first_name}


@method("getMyDescription")
def get_my_description(world: World, parameters: Parameters) -> dict[str, str]:
    return {"description": world.profile.description(parameters.text("language_code"))}


@method("getMyShortDescription")
def get_my_short_description(world: World, parameters: Parameters) -> dict[str, str]:
    texts = world.profile.short_descriptions
    return {"short_description": texts.get(parameters.text("language_code")) or texts.get("", "")}


@method("setChatMenuButton")
def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    button = parameters.structure("menu_button", "menu button JSON object") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if not parameters.has("chat_id"):
        world.profile.menu_button = button
        return True
    chat = world.chats.get(parameters.integer("chat_id"))
    if chat is None or chat.type != "private":
        raise bad_request("chat not found")
    chat.menu_button = button
    return True
