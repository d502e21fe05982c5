"""What Telegram refuses, in its words."""

from typing import Any

import pytest

from sandbox.client import Sandbox

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def _inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.fixture
def alice(people: Sandbox) -> Any:
    person = people.patient()
    person.start()
    return person


def test_a_wrong_token_and_an_unknown_method(bot: Any) -> None:
    """401 and 404, with Telegram's bodies."""
    assert (401, {"ok": False, "error_code": 401, "description": "Unauthorized"}) == bot.post(
        "/bot1:wrong/getMe", b"", "application/json"
    )
    assert {"ok": False, "error_code": 404, "description": "Not Found"} == bot.answer("sendPigeon")


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"text": "x", "parse_mode": "Markdown"}, "Bad Request: unsupported parse_mode"),
        ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "Bad Request: message to be replied not found"),
        ({"text": "x", "message_thread_id": 5}, "Bad Request: message thread not found"),
    ],
)
def test_a_message_that_cannot_be_sent(bot: Any, alice: Any, params: dict[str, Any], why: str) -> None:
    """Length, parse mode, reply and topic are checked."""
    assert why == bot.refusal("sendMessage", chat_id=alice.user_id, **params)


def test_length_is_counted_after_parsing(bot: Any, alice: Any) -> None:
    """Tags and character references cost nothing."""
    text = "<b>" + "&amp;" * 4096 + "</b>"
    assert "&" * 4096 == bot("sendMessage", chat_id=alice.user_id, text=text, parse_mode="HTML")["text"]


@pytest.mark.parametrize(
    ("button", "why"),
    [
        ({"text": "x", "callback_data": ""}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "é" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "a", "url": "https://example.org"}, "exactly one optional field must be used"),
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": " ", "callback_data": "a"}, 'Field "text" must be a non-empty String'),
        ({"text": "x", "url": "no where"}, "Wrong HTTP URL"),
        ({"text": "x", "callback_data": "a", "style": "huge"}, "invalid button style specified"),
    ],
)
def test_an_inline_button_that_is_refused(bot: Any, alice: Any, button: dict[str, Any], why: str) -> None:
    """Data of 1 to 64 bytes, one action, words on it, a known style."""
    refusal = bot.refusal("sendMessage", chat_id=alice.user_id, text="x", reply_markup=_inline(button))
    assert refusal.endswith(why)


def test_data_of_64_bytes_and_a_hundred_buttons_pass_and_one_more_does_not(bot: Any, alice: Any) -> None:
    """The edges themselves are allowed."""
    full = [{"text": "x", "callback_data": "é" * 32}] * 100
    bot("sendMessage", chat_id=alice.user_id, text="x", reply_markup=_inline(*full))
    refusal = bot.refusal("sendMessage", chat_id=alice.user_id, text="x", reply_markup=_inline(*full, full[0]))
    assert "Bad Request: reply markup is too long" == refusal


def test_contacts_are_asked_for_in_private_chats_only(bot: Any, alice: Any) -> None:
    """The contact button is refused in a group."""
    markup = {"keyboard": [[{"text": "Share", "request_contact": True}]]}
    bot("sendMessage", chat_id=alice.user_id, text="x", reply_markup=markup)
    refusal = bot.refusal("sendMessage", chat_id=-1009000000001, text="x", reply_markup=markup)
    assert "Bad Request: phone number can be requested in private chats only" == refusal


def test_chats_the_bot_cannot_write_to(bot: Any, people: Sandbox, alice: Any) -> None:
    """Unknown, never started, blocked, gone."""
    assert "Bad Request: chat not found" == bot.refusal("sendMessage", chat_id=5, text="x")
    assert "Bad Request: chat_id is empty" == bot.refusal("sendMessage", text="x")
    stranger = people.patient()
    assert "Bad Request: chat not found" == bot.refusal("sendMessage", chat_id=stranger.user_id, text="x")
    assert "Forbidden: bot can't initiate conversation with a user" == bot.refusal(
        "sendMessage", chat_id=9001, text="x"
    )
    alice.block()
    assert "Forbidden: bot was blocked by the user" == bot.refusal("sendMessage", chat_id=alice.user_id, text="x")
    alice.start()
    assert "hi" == bot("sendMessage", chat_id=alice.user_id, text="hi")["text"]
    alice.act("deactivate")
    assert "Forbidden: user is deactivated" == bot.refusal("sendMessage", chat_id=alice.user_id, text="x")


def test_edits_that_change_nothing_are_refused(bot: Any, alice: Any) -> None:
    """Text, entities and keyboard count; another keyboard alone is a change."""
    keyboard = _inline({"text": "A", "callback_data": "a"})
    sent = bot("sendMessage", chat_id=alice.user_id, text="<b>Hi</b>", parse_mode="HTML", reply_markup=keyboard)
    same = {"chat_id": alice.user_id, "message_id": sent["message_id"], "text": " <strong>Hi</strong>"}
    assert NOT_MODIFIED == bot.refusal("editMessageText", **same, parse_mode="HTML", reply_markup=keyboard)
    markup_only = {"chat_id": alice.user_id, "message_id": sent["message_id"], "reply_markup": keyboard}
    assert NOT_MODIFIED == bot.refusal("editMessageReplyMarkup", **markup_only)
    edited = bot("editMessageText", **same, parse_mode="HTML")
    assert "reply_markup" not in edited
    assert sent["date"] <= edited["edit_date"]


def test_messages_that_cannot_be_edited(bot: Any, alice: Any) -> None:
    """Missing, deleted, the person's own, with a reply keyboard, too long, a picture's text."""
    here = {"chat_id": alice.user_id}
    assert "Bad Request: message to edit not found" == bot.refusal("editMessageText", **here, message_id=99, text="x")
    assert "Bad Request: message can't be edited" == bot.refusal("editMessageText", **here, message_id=1, text="x")
    keyed = bot("sendMessage", **here, text="?", reply_markup={"keyboard": [["A"]]})
    refusal = bot.refusal("editMessageText", **here, message_id=keyed["message_id"], text="x")
    assert "Bad Request: message can't be edited" == refusal
    plain = bot("sendMessage", **here, text="plain")["message_id"]
    assert "Bad Request: MESSAGE_TOO_LONG" == bot.refusal("editMessageText", **here, message_id=plain, text="x" * 4097)
    refusal = bot.refusal("editMessageCaption", **here, message_id=plain, caption="x")
    assert "Bad Request: there is no caption in the message to edit" == refusal
    bot("deleteMessage", **here, message_id=plain)
    assert "Bad Request: message to edit not found" == bot.refusal(
        "editMessageText", **here, message_id=plain, text="x"
    )


def test_deleting(bot: Any, people: Sandbox, alice: Any) -> None:
    """Both sides of a private chat, only what is younger than 48 hours, a list in one call."""
    here = {"chat_id": alice.user_id}
    assert bot("deleteMessage", **here, message_id=1)
    assert "Bad Request: message to delete not found" == bot.refusal("deleteMessage", **here, message_id=1)
    numbers = [bot("sendMessage", **here, text=word)["message_id"] for word in ("a", "b", "c")]
    assert bot("deleteMessages", **here, message_ids=[*numbers[:2], 999])
    assert ["c"] == [message["text"] for message in alice.messages()]
    people.forward(48 * 3600)
    assert "Bad Request: message can't be deleted" == bot.refusal("deleteMessage", **here, message_id=numbers[2])


def test_a_tap_is_answered_once_and_in_time(bot: Any, people: Sandbox, alice: Any) -> None:
    """A second answer, a made-up id and a late answer are refused alike."""
    bot("sendMessage", chat_id=alice.user_id, text="?", reply_markup=_inline({"text": "A", "callback_data": "a"}))
    query = alice.tap("A")["query_id"]
    assert "Bad Request: MESSAGE_TOO_LONG" == bot.refusal(
        "answerCallbackQuery", callback_query_id=query, text="x" * 201
    )
    bot("answerCallbackQuery", callback_query_id=query, text="Saved", show_alert=True)
    assert [("Saved", True)] == [(toast["text"], toast["alert"]) for toast in alice.toasts()]
    assert TOO_OLD == bot.refusal("answerCallbackQuery", callback_query_id=query)
    assert TOO_OLD == bot.refusal("answerCallbackQuery", callback_query_id="123")
    late = alice.tap("A")["query_id"]
    people.forward(151)
    assert TOO_OLD == bot.refusal("answerCallbackQuery", callback_query_id=late)


def test_commands_are_checked_and_kept_by_scope_and_language(bot: Any, alice: Any) -> None:
    """The narrowest scope wins on a phone, its language first."""
    refusal = bot.refusal("setMyCommands", commands=[{"command": "No!", "description": "x"}])
    assert "Bad Request: BOT_COMMAND_INVALID" == refusal
    bot("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    scope = {"type": "all_private_chats"}
    bot("setMyCommands", commands=[{"command": "start", "description": "Begin"}], scope=scope)
    bot("setMyCommands", commands=[{"command": "start", "description": "Empezar"}], scope=scope, language_code="es")
    assert [{"command": "start", "description": "Begin"}] == alice.view()["commands"]
    alice.act("speak", language_code="es")
    assert [{"command": "start", "description": "Empezar"}] == alice.view()["commands"]
    bot("deleteMyCommands", scope=scope)
    bot("deleteMyCommands", scope=scope, language_code="es")
    assert [{"command": "help", "description": "Help"}] == alice.view()["commands"]
    assert [] == bot("getMyCommands", scope=scope)


def test_parameters_may_come_by_query_form_or_json(bot: Any, alice: Any) -> None:
    """Numbers and objects are read from strings too; broken JSON is refused."""
    path = f"/bot{bot.token}/sendmessage?chat_id={alice.user_id}"
    form = b"text=by+form&disable_notification=true&reply_markup=%7B%22inline_keyboard%22%3A%5B%5D%7D"
    status, body = bot.post(path, form, "application/x-www-form-urlencoded")
    assert (200, "by form") == (status, body["result"]["text"])
    assert alice.last()["silent"]
    assert 400 == bot.post(path, b"{", "application/json")[0]
    assert 400 == bot.post(path, b"[1]", "application/json")[0]
