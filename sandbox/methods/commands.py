"""The command menu by scope and language."""

import re
from typing import Any

from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
MOST_DESCRIPTION = 256
PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})


def _scope(world: World, parameters: Parameters) -> tuple[str, str]:
    scope = parameters.structure("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    language = parameters.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    if kind in PLAIN_SCOPES:
        return str(kind), language
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat_id = Parameters(scope).integer("chat_id")
    if chat_id not in world.chats:
        raise bad_request("chat not found")
    tail = f":{Parameters(scope).integer('user_id')}" if kind == "chat_member" else ""
    return f"{kind}:{chat_id}{tail}", language


def _command(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(value.get("command", "")).removeprefix("/"), str(value.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MOST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


@method("setMyCommands", "commands")
def set_my_commands(world: World, parameters: Parameters) -> bool:
    values = parameters.structure("commands", "commands JSON object")
    if not isinstance(values, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(values) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[_scope(world, parameters)] = [_command(value) for value in values]
    return True


@method("getMyCommands")
def get_my_commands(world: World, parameters: Parameters) -> list[dict[str, str]]:
    return world.profile.commands.get(_scope(world, parameters), [])


@method("deleteMyCommands")
def delete_my_commands(world: World, parameters: Parameters) -> bool:
    world.profile.commands.pop(_scope(world, parameters), None)
    return True
