"""Topics of a forum as strict as Telegram's: made, written to, gone, and switched off."""

from typing import Any

import pytest

from sandbox.client import Sandbox, SandboxError
from sandbox.world import World

GROUP = -1009000000001


@pytest.fixture
def world() -> World:
    return World(forum=True)


@pytest.fixture
def topic(bot: Any) -> int:
    """The thread of a topic that is there."""
    return int(bot("createForumTopic", chat_id=GROUP, name="Sedona")["message_thread_id"])


def refused(bot: Any, **more: Any) -> str:
    return str(bot.refusal("sendMessage", chat_id=GROUP, text="Card", **more))


def test_a_topic_that_was_deleted_is_not_found_and_what_stood_in_it_is_gone(
    bot: Any, people: Sandbox, topic: int
) -> None:
    """The bot is told nothing: it sees so at the next message, and at the next edit."""
    card = bot("sendMessage", chat_id=GROUP, text="Card", message_thread_id=topic)
    people.staff().act("delete_topic", thread_id=topic)
    assert [] == bot.updates()
    assert "Bad Request: message thread not found" == refused(bot, message_thread_id=topic)
    edit = {"chat_id": GROUP, "message_id": card["message_id"], "text": "Claimed"}
    assert "Bad Request: message to edit not found" == bot.refusal("editMessageText", **edit)
    assert [] == people.staff().in_group().messages()


def test_a_group_that_is_no_forum_any_more_has_no_topics(bot: Any, people: Sandbox, topic: int) -> None:
    """And is one again when topics are switched on."""
    people.staff().act("set_topics", on=False)
    assert "is_forum" not in bot("getChat", chat_id=GROUP)
    assert "Bad Request: message thread not found" == refused(bot, message_thread_id=topic)
    assert "Bad Request: the chat is not a forum" == bot.refusal("createForumTopic", chat_id=GROUP, name="Vegas")
    assert [] == people.staff().in_group().view()["topics"]
    people.staff().act("set_topics")
    assert bot("getChat", chat_id=GROUP)["is_forum"]
    assert bot("sendMessage", chat_id=GROUP, text="Card", message_thread_id=topic)["is_topic_message"]


def test_topics_need_a_right_of_their_own(bot: Any, people: Sandbox) -> None:
    people.staff().act("promote_bot", admin=False)
    refusal = bot.refusal("createForumTopic", chat_id=GROUP, name="Sedona")
    assert "Bad Request: not enough rights to create a topic" == refusal


def test_what_stands_in_another_topic_cannot_be_answered(bot: Any, topic: int) -> None:
    """Unless the message may go without."""
    card = bot("sendMessage", chat_id=GROUP, text="Card", message_thread_id=topic)
    reply = {"message_id": card["message_id"]}
    assert "Bad Request: message to be replied not found" == refused(bot, reply_parameters=reply)
    alone = bot(
        "sendMessage", chat_id=GROUP, text="More", reply_parameters=reply | {"allow_sending_without_reply": True}
    )
    assert "reply_to_message" not in alone
    same = bot("sendMessage", chat_id=GROUP, text="More", message_thread_id=topic, reply_parameters=reply)
    assert card["message_id"] == same["reply_to_message"]["message_id"]


def test_words_in_a_topic_answer_the_message_that_opened_it(bot: Any, people: Sandbox, topic: int) -> None:
    """As Telegram has it: a bot must not take them for a reply to itself."""
    people.staff().act("say", text="hello", chat_id="group", thread_id=topic)
    said = bot.updates()[-1]["message"]
    assert (topic, "Sedona") == (
        said["reply_to_message"]["message_id"],
        said["reply_to_message"]["forum_topic_created"]["name"],
    )


def test_only_a_supergroup_has_topics_and_only_those_that_are_there_can_be_deleted(people: Sandbox, bot: Any) -> None:
    """The sandbox says so in words."""
    with pytest.raises(SandboxError, match="there is no topic 77"):
        people.staff().act("delete_topic", thread_id=77)
    alice = people.patient(101)
    group_id = alice.act("add_bot", title="Family")["chat_id"]
    with pytest.raises(SandboxError, match="is no supergroup"):
        alice.act("set_topics", chat_id=group_id)
