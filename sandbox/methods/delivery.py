"""getUpdates, setWebhook, deleteWebhook and getWebhookInfo."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.methods.registry import Spoken, method
from sandbox.parameters import Parameters
from sandbox.polling import long_poll
from sandbox.refusals import bad_request
from sandbox.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]*")
MOST_SECRET = 256
MOST_UPDATES = 100
MOST_CONNECTIONS = 100
DEFAULT_CONNECTIONS = 40


def _take_allowed(world: World, parameters: Parameters) -> None:
    """`allowed_updates` stays in force until it is given again; an empty list means the default."""
    kinds = parameters.structure("allowed_updates", "allowed_updates JSON object")
    if kinds is None:
        return
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("expected an Array of String as allowed_updates")
    world.updates.allowed = frozenset(kinds) or None


@method("getUpdates")
async def get_updates(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    with world.lock:
        _take_allowed(world, parameters)
    limit = max(1, min(MOST_UPDATES, parameters.integer("limit", MOST_UPDATES)))
    return await long_poll(world, parameters.integer("offset"), limit, max(0, parameters.integer("timeout")))


@method("setWebhook")
def set_webhook(world: World, parameters: Parameters) -> Spoken:
    url, secret = parameters.text("url").strip(), parameters.text("secret_token")
    if len(secret) > MOST_SECRET:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
        raise bad_request("bad webhook: invalid webhook URL specified")
    _take_allowed(world, parameters)
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
    if not url:
        return _remove(world)
    connections = parameters.integer("max_connections", DEFAULT_CONNECTIONS)
    world.webhook.set(url, secret, max(1, min(MOST_CONNECTIONS, connections)))
    return Spoken(True, "Webhook was set")


@method("deleteWebhook")
def delete_webhook(world: World, parameters: Parameters) -> Spoken:
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
    return _remove(world)


def _remove(world: World) -> Spoken:
    was_set = bool(world.webhook.url)
    world.webhook.set("", "", DEFAULT_CONNECTIONS)
    return Spoken(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


@method("getWebhookInfo")
def get_webhook_info(world: World, _: Parameters) -> dict[str, Any]:
    return world.webhook.info(len(world.updates), world.updates.allowed)
