"""From the outbox to Telegram's methods: forms, limits and long texts."""

import re
from dataclasses import replace
from typing import Any

import pytest

from bot.payloads import TEXT_LIMIT, calls
from storage.outbox import Outgoing

BUTTON = {"label": "Yes", "data": "t:1:yes"}


def outgoing(mode: str, **body: Any) -> Outgoing:
    return Outgoing(1, "uid", 101, "ask", mode, False, "", body, 0)


def shown(html: str) -> str:
    """What a reader sees of Telegram HTML."""
    text = re.sub(r"</?[a-z]+>", "", html)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_question_is_sent_with_its_buttons_and_no_preview() -> None:
    """Links in it never open a preview."""
    [(method, given)] = calls(outgoing("send", text="Ready?", rows=[[BUTTON]]))
    assert "sendMessage" == method
    assert {"is_disabled": True} == given["link_preview_options"]
    assert [[{"text": "Yes", "callback_data": "t:1:yes"}]] == given["reply_markup"]["inline_keyboard"]


def test_an_edit_means_the_message_that_was_delivered() -> None:
    """Without one that has buttons, it is sent: the question must stand somewhere."""
    edit = outgoing("edit", text="Ready?", rows=[[BUTTON]])
    assert [("editMessageText", 55)] == [
        (method, given["message_id"]) for method, given in calls(replace(edit, target=55))
    ]
    assert ["sendMessage"] == [method for method, _ in calls(edit)]


def test_freezing_takes_the_buttons_and_what_is_not_there_needs_no_call() -> None:
    """A freeze of nothing is nothing."""
    freeze = outgoing("freeze", rows=[])
    assert [("editMessageReplyMarkup", {"chat_id": 101, "message_id": 55})] == calls(replace(freeze, target=55))
    assert [] == calls(freeze)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 3000,
        "<b>" + "bold words\n" * 1200 + "</b>",
        "🙂" * 5000,
        "&lt;tag&gt; &amp; " * 2000,
        "line\n" * 2000,
    ],
    ids=["words", "bold", "emoji", "entities", "lines"],
)
def test_a_long_text_is_cut_where_telegram_counts_and_loses_nothing(text: str) -> None:
    """Each part fits, its tags are closed, and together they are what was written."""
    parts = [given["text"] for _, given in calls(outgoing("send", text=text, rows=[[BUTTON]]))]
    assert len(parts) > 1
    for part in parts:
        assert units(shown(part)) <= TEXT_LIMIT
        assert part.count("<b>") == part.count("</b>")
    together = "".join(shown(part) for part in parts)
    assert shown(text).replace("\n", "") == together.replace("\n", "")


def test_only_the_last_part_has_the_buttons() -> None:
    """So that they stand below all of it."""
    made = calls(outgoing("send", text="word " * 3000, rows=[[BUTTON]]))
    assert [False] * (len(made) - 1) + [True] == ["reply_markup" in given for _, given in made]


def test_a_long_text_is_edited_message_by_message() -> None:
    """Each part in the message that holds it; the buttons stay under the last."""
    edit = replace(outgoing("edit", text="word " * 1500, rows=[[BUTTON]]), target=57, parts=(56,))
    made = calls(edit)
    assert [("editMessageText", 56), ("editMessageText", 57)] == [(name, given["message_id"]) for name, given in made]
    assert [False, True] == ["reply_markup" in given for _, given in made]


def test_a_text_that_needs_more_or_fewer_messages_is_sent_anew_and_the_old_ones_go() -> None:
    """Its parts stay together, in order."""
    shorter = replace(outgoing("edit", text="short", rows=[[BUTTON]]), target=57, parts=(55, 56))
    assert ["sendMessage", "deleteMessages"] == [name for name, _ in calls(shorter)]
    assert [55, 56, 57] == calls(shorter)[-1][1]["message_ids"]
    longer = replace(outgoing("edit", text="word " * 1500, rows=[[BUTTON]]), target=57)
    assert ["sendMessage", "sendMessage", "deleteMessages"] == [name for name, _ in calls(longer)]


def test_a_new_message_goes_to_its_topic_and_under_what_it_answers() -> None:
    """It comes all the same where that was deleted meanwhile."""
    [(_, given)] = calls(replace(outgoing("send", text="They wrote."), answers=55), 7)
    assert (7, {"message_id": 55, "allow_sending_without_reply": True}) == (
        given["message_thread_id"],
        given["reply_parameters"],
    )
    edit = replace(outgoing("edit", text="Claimed"), target=55)
    assert "message_thread_id" not in calls(edit, 7)[0][1]


def test_a_tag_with_attributes_counts_nothing_and_is_closed_where_the_text_is_cut() -> None:
    """Links and quotes may be long."""
    text = '<a href="https://example.com/' + "x" * 300 + '">' + "word " * 1500 + "</a>"
    parts = [given["text"] for _, given in calls(outgoing("send", text=text, rows=[]))]
    assert 2 == len(parts)
    assert [(1, 1)] * 2 == [(part.count("<a href="), part.count("</a>")) for part in parts]
