"""createForumTopic and editForumTopic."""

from typing import Any

from sandbox import access
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.records import Chat, Topic
from sandbox.refusals import bad_request
from sandbox.world import World

MOST_NAME = 128
COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def _forum(world: World, parameters: Parameters, why: str) -> Chat:
    chat = access.writable(world, parameters)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    access.check_right(world, chat, "can_manage_topics", why)
    return chat


@method("createForumTopic", "chat_id", "name")
def create_forum_topic(world: World, parameters: Parameters) -> dict[str, Any]:
    chat = _forum(world, parameters, "not enough rights to create a topic")
    name = parameters.text("name").strip()
    if not 1 <= len(name) <= MOST_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    colour = parameters.integer("icon_color", COLOURS[len(chat.topics) % len(COLOURS)])
    if colour not in COLOURS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    created = world.post(chat, world.bot.id, {"forum_topic_created": {"name": name, "icon_color": colour}})
    created.thread_id = created.message_id
    topic = Topic(created.message_id, name, colour, parameters.text("icon_custom_emoji_id"))
    chat.topics[topic.thread_id] = topic
    answer: dict[str, Any] = {"message_thread_id": topic.thread_id, "name": name, "icon_color": colour}
    return answer | ({"icon_custom_emoji_id": topic.icon_custom_emoji_id} if topic.icon_custom_emoji_id else {})


@method("editForumTopic", "chat_id", "message_thread_id")
def edit_forum_topic(world: World, parameters: Parameters) -> bool:
    chat = _forum(world, parameters, "not enough rights to manage topics in the chat")
    topic = chat.topics.get(parameters.integer("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    name = parameters.text("name").strip() or topic.name
    if len(name) > MOST_NAME:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    if name == topic.name and not parameters.has("icon_custom_emoji_id"):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = name
    topic.icon_custom_emoji_id = parameters.text("icon_custom_emoji_id") or topic.icon_custom_emoji_id
    world.post(chat, world.bot.id, {"forum_topic_edited": {"name": name}}, thread_id=topic.thread_id)
    return True
