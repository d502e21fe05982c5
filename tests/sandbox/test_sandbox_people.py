"""What people do with their phones, as the bot hears it and as they see it."""

from typing import Any

import pytest

from sandbox.client import Sandbox, SandboxError
from sandbox.world import World

KEYBOARD = {"inline_keyboard": [[{"text": "Yes ✓", "callback_data": "y"}, {"text": "No", "callback_data": "n"}]]}


@pytest.fixture
def alice(people: Sandbox) -> Any:
    person = people.patient()
    person.start("c-sedona_web")
    return person


def test_start_carries_its_payload_and_is_a_command(bot: Any, alice: Any) -> None:
    """A deep link arrives as /start with its payload."""
    message = bot.updates()[0]["message"]
    assert "/start c-sedona_web" == message["text"]
    assert [{"type": "bot_command", "offset": 0, "length": 6}] == message["entities"]
    assert ("private", 101, "en") == (message["chat"]["type"], message["chat"]["id"], message["from"]["language_code"])


def test_patients_come_from_a_fixed_cast(people: Sandbox) -> None:
    """Alice, then Ben; the same id is the same person; a language can be chosen."""
    assert [101, 102] == [people.patient().user_id, people.patient(language_code="es").user_id]
    assert 101 == people.patient(101).user_id
    assert ["Alice", "es"] == [people.patient(101).act("say", text="x") and "Alice", _language(people, 102)]


def _language(people: Sandbox, user_id: int) -> str:
    return str(people.request("GET", f"/people/{user_id}")["language_code"])


def test_a_tap_carries_the_message_and_shows_that_it_waits(bot: Any, alice: Any) -> None:
    """A callback query has the message as it is now; the button waits until it is answered."""
    sent = bot("sendMessage", chat_id=alice.user_id, text="Sure?", reply_markup=KEYBOARD)
    alice.tap("Yes ✓")
    query = bot.updates()[-1]["callback_query"]
    assert ("y", sent) == (query["data"], query["message"])
    assert ["y"] == alice.last()["waiting"]
    bot("answerCallbackQuery", callback_query_id=query["id"])
    assert [] == alice.last()["waiting"]


def test_a_tap_sent_again_by_the_phone_has_a_new_update_id(bot: Any, alice: Any) -> None:
    """Same data, same message, other ids."""
    bot("sendMessage", chat_id=alice.user_id, text="Sure?", reply_markup=KEYBOARD)
    alice.tap("n")
    alice.tap_again()
    first, second = [update["callback_query"] for update in bot.updates()[-2:]]
    assert (first["data"], first["message"]) == (second["data"], second["message"])
    assert first["id"] != second["id"]


def test_a_stale_tap_reaches_the_bot_even_from_a_deleted_message(bot: Any, alice: Any) -> None:
    """The message is inaccessible then: no text, date 0."""
    sent = bot("sendMessage", chat_id=alice.user_id, text="Sure?", reply_markup=KEYBOARD)
    bot("deleteMessage", chat_id=alice.user_id, message_id=sent["message_id"])
    alice.tap_stale("y", sent["message_id"])
    expected = {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}
    assert expected == bot.updates()[-1]["callback_query"]["message"]


def test_an_edited_message_arrives_as_one(bot: Any, alice: Any) -> None:
    """The same message id with an edit date; the transcript keeps the earlier words."""
    said = alice.say("Sedonna")
    alice.edit("Sedonna", "Sedona")
    edited = bot.updates()[-1]["edited_message"]
    assert (said["message_id"], "Sedona") == (edited["message_id"], edited["text"])
    assert edited["edit_date"] >= edited["date"]
    assert [["Sedonna"]] == [message["earlier"] for message in alice.messages() if message["edited"]]


def test_a_contact_key_shares_the_own_number(bot: Any, alice: Any) -> None:
    """The key's owner is the contact's owner, and a one-time keyboard folds."""
    markup = {
        "keyboard": [[{"text": "Share my number", "request_contact": True}], ["Later"]],
        "one_time_keyboard": True,
    }
    asked = bot("sendMessage", chat_id=alice.user_id, text="Phone?", reply_markup=markup)
    assert ["Share my number", "Later"] == alice.keys()
    alice.press("Share my number")
    message = bot.updates()[-1]["message"]
    assert (101, "12025550101") == (message["contact"]["user_id"], message["contact"]["phone_number"])
    assert asked["message_id"] == message["reply_to_message"]["message_id"]
    assert alice.view()["keyboard"]["folded"]
    bot("sendMessage", chat_id=alice.user_id, text="Thanks", reply_markup={"remove_keyboard": True})
    assert alice.view()["keyboard"] is None


def test_somebody_elses_contact_does_not_carry_the_senders_id(bot: Any, alice: Any) -> None:
    """A forwarded contact must not pass for the sender's own."""
    alice.share_contact("+12025550147", "Robin", user_id=555)
    assert 555 == bot.updates()[-1]["message"]["contact"]["user_id"]
    alice.share_contact("+12025550147", "Robin")
    assert "user_id" not in bot.updates()[-1]["message"]["contact"]


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "document", "location"])
def test_people_send_more_than_words(bot: Any, alice: Any, kind: str) -> None:
    """Every kind arrives under its own field, with its caption where it can have one."""
    alice.send(kind, caption="see this")
    message = bot.updates()[-1]["message"]
    assert kind in message
    assert (kind in {"photo", "voice", "document"}) == ("caption" in message)


def test_blocking_and_coming_back_tell_the_bot(bot: Any, alice: Any) -> None:
    """my_chat_member goes to kicked and back to member; a blocked bot hears nothing."""
    alice.block()
    with pytest.raises(SandboxError, match="blocked the bot"):
        alice.say("hello")
    alice.unblock()
    changes = [update["my_chat_member"] for update in bot.updates()[-2:]]
    assert [("member", "kicked"), ("kicked", "member")] == [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) for change in changes
    ]


def test_every_call_of_the_bot_can_be_read_back(bot: Any, people: Sandbox, alice: Any) -> None:
    """Method, parameters, answer; polls only when asked for."""
    bot.updates()
    bot("sendMessage", chat_id=alice.user_id, text="hello")
    bot.answer("sendMessage", chat_id=5, text="nobody")
    assert [("sendMessage", 200), ("sendMessage", 400)] == [(call["method"], call["status"]) for call in people.calls()]
    assert ["hello"] == [call["params"]["text"] for call in alice.calls()]
    assert "hello" == alice.calls()[0]["answer"]["result"]["text"]
    assert 1 == len(people.calls("getUpdates"))


def test_typing_shows_until_the_message_comes(bot: Any, alice: Any) -> None:
    """sendChatAction is visible and ends with the message."""
    bot("sendChatAction", chat_id=alice.user_id, action="typing")
    assert alice.view()["typing"]
    bot("sendMessage", chat_id=alice.user_id, text="here")
    assert not alice.view()["typing"]
    assert "Bad Request: wrong parameter action in request" == bot.refusal("sendChatAction", chat_id=101, action="sing")


def test_a_failed_look_shows_what_was_there(bot: Any, alice: Any) -> None:
    """A red test explains itself."""
    bot("sendMessage", chat_id=alice.user_id, text="Sure?", reply_markup=KEYBOARD)
    with pytest.raises(SandboxError, match=r"(?s)'Welcome' did not come.*Sure\? \[Yes ✓\] \[No\]"):
        alice.wait_for("Welcome", seconds=0)
    with pytest.raises(SandboxError, match=r"no button 'Maybe'.*Yes ✓"):
        alice.tap("Maybe")
    with pytest.raises(SandboxError, match="nobody can fly"):
        alice.act("fly")
    with pytest.raises(SandboxError, match="unexpected keyword argument"):
        alice.act("say", words="hello")


def test_reset_empties_the_desk_and_ids_go_on(bot: Any, people: Sandbox, alice: Any, world: World) -> None:
    """A second scenario in one process cannot be taken for a repeat of the first."""
    before = bot.updates()[-1]["update_id"]
    people.reset()
    assert [] == bot.updates()
    assert [] == people.calls()
    again = people.patient(101)
    again.start()
    assert before < bot.updates()[-1]["update_id"]
    assert 1 == len(again.messages())
    assert [9001, 9002, 9003, 101] == list(world.people)
