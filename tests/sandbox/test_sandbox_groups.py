"""The staff group: who sees what, topics, rights, removal, upgrade."""

from typing import Any

import pytest

from sandbox.client import Sandbox
from sandbox.world import World

GROUP = -1009000000001


@pytest.fixture(params=["supergroup"])
def world(request: pytest.FixtureRequest) -> World:
    kind, _, option = str(request.param).partition("+")
    return World(group_type=kind, forum=option == "forum", bot_is_admin=option != "member")


def test_staff_and_the_outsider_see_the_group(bot: Any, people: Sandbox) -> None:
    """A card in the group is on all three phones; a patient is not in it."""
    bot("sendMessage", chat_id=GROUP, text="New request")
    for user_id in (9001, 9002, 9003):
        assert "New request" == people.staff(user_id).in_group().last()["text"]
    assert ["creator", "administrator"] == [member["status"] for member in bot("getChatAdministrators", chat_id=GROUP)]
    people.patient(101)
    assert "left" == bot("getChatMember", chat_id=GROUP, user_id=101)["status"]
    assert "member" == bot("getChatMember", chat_id=GROUP, user_id=9003)["status"]
    assert ("Front desk", "supergroup") == tuple(bot("getChat", chat_id=GROUP)[name] for name in ("title", "type"))


def test_a_tap_in_the_group_names_the_person_who_tapped(bot: Any, people: Sandbox) -> None:
    """The same card, tapped by Omar."""
    bot(
        "sendMessage",
        chat_id=GROUP,
        text="Card",
        reply_markup={"inline_keyboard": [[{"text": "Claim", "callback_data": "c"}]]},
    )
    people.staff(9002).in_group().tap("Claim")
    query = bot.updates()[-1]["callback_query"]
    assert (9002, GROUP) == (query["from"]["id"], query["message"]["chat"]["id"])


@pytest.mark.parametrize("world", ["supergroup+member"], indirect=True)
def test_a_bot_that_is_no_administrator_hears_commands_and_replies_only(bot: Any, people: Sandbox) -> None:
    """Privacy mode: talk among staff stays among staff."""
    dana = people.staff().in_group()
    card = bot("sendMessage", chat_id=GROUP, text="Card")
    dana.say("just talking")
    dana.say("/status")
    dana.say("a note on this", reply_to=card["message_id"])
    assert ["/status", "a note on this"] == [update["message"]["text"] for update in bot.updates()]
    refusal = bot.refusal("pinChatMessage", chat_id=GROUP, message_id=card["message_id"])
    assert "Bad Request: not enough rights to manage pinned messages in the chat" == refusal
    assert "Bad Request: message can't be deleted" == bot.refusal("deleteMessage", chat_id=GROUP, message_id=2)


def test_pins_show_in_the_chat(bot: Any) -> None:
    """The pinned message is part of getChat."""
    card = bot("sendMessage", chat_id=GROUP, text="Card")
    assert bot("pinChatMessage", chat_id=GROUP, message_id=card["message_id"])
    assert "Card" == bot("getChat", chat_id=GROUP)["pinned_message"]["text"]


def test_a_bot_that_was_removed_may_not_write(bot: Any, people: Sandbox) -> None:
    """403 with the kind of group in the words, until it is invited again."""
    people.staff().act("kick_bot")
    refusal = bot.refusal("sendMessage", chat_id=GROUP, text="x")
    assert "Forbidden: bot was kicked from the supergroup chat" == refusal
    people.staff().act("invite_bot")
    assert bot("sendMessage", chat_id=GROUP, text="back")
    statuses = [
        update["my_chat_member"]["new_chat_member"]["status"] for update in bot.updates() if "my_chat_member" in update
    ]
    assert ["kicked", "member"] == statuses


@pytest.mark.parametrize("world", ["supergroup+forum"], indirect=True)
def test_topics_keep_their_messages_apart(bot: Any, people: Sandbox) -> None:
    """A topic is made, written to, renamed, and named on the phones."""
    topic = bot("createForumTopic", chat_id=GROUP, name="Sedona")
    sent = bot("sendMessage", chat_id=GROUP, text="Card", message_thread_id=topic["message_thread_id"])
    assert (topic["message_thread_id"], True) == (sent["message_thread_id"], sent["is_topic_message"])
    people.staff().act("say", text="mine", chat_id="group", thread_id=topic["message_thread_id"])
    assert topic["message_thread_id"] == bot.updates()[-1]["message"]["message_thread_id"]
    bot("editForumTopic", chat_id=GROUP, message_thread_id=topic["message_thread_id"], name="Sedona, AZ")
    assert ["Sedona, AZ"] == [each["name"] for each in people.staff().in_group().view()["topics"]]
    assert "Sedona, AZ" == people.staff().in_group().messages()[1]["topic"]


def test_a_group_without_topics_has_none(bot: Any) -> None:
    """createForumTopic is for forums."""
    assert "Bad Request: the chat is not a forum" == bot.refusal("createForumTopic", chat_id=GROUP, name="Sedona")


@pytest.mark.parametrize("world", ["group"], indirect=True)
def test_an_upgraded_group_tells_its_new_id_in_every_way(bot: Any, people: Sandbox) -> None:
    """Two service messages, a refusal with the new id for the old, and the new id works."""
    bot(
        "sendMessage",
        chat_id=-500,
        text="before",
        reply_markup={"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]},
    )
    dana = people.staff()
    new_id = dana.act("upgrade_group")["chat_id"]
    moved = [update["message"] for update in bot.updates()]
    assert [(-500, new_id), (new_id, -500)] == [
        (message["chat"]["id"], message.get("migrate_to_chat_id") or message.get("migrate_from_chat_id"))
        for message in moved
    ]
    assert {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new_id},
    } == bot.answer("sendMessage", chat_id=-500, text="x")
    bot("sendMessage", chat_id=new_id, text="after")
    assert ["before", "after"] == [message["text"] for message in dana.in_group().messages() if message["from_bot"]]


def test_anyone_can_put_the_bot_into_a_group(bot: Any, people: Sandbox) -> None:
    """The bot hears of it and may write there."""
    alice = people.patient()
    group_id = alice.act("add_bot", title="Family")["chat_id"]
    change, service = bot.updates()
    assert ("left", "member") == tuple(
        change["my_chat_member"][name]["status"] for name in ("old_chat_member", "new_chat_member")
    )
    assert "new_chat_members" in service["message"]
    assert "Family" == bot("sendMessage", chat_id=group_id, text="Please write to me in private.")["chat"]["title"]
