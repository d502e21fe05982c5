"""What an update means to the desk; whatever it is, reading it never fails."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translate import OTHER_KINDS, TEXT_LIMIT, translate
from desk.arrivals import (
    FromPatient,
    GroupCommanded,
    GroupMoved,
    GroupReplied,
    JoinedGroup,
    Nothing,
    StaffReplied,
    StaffTapped,
    Unreadable,
)
from flows.events import Blocked, Commanded, Corrected, Said, SentOther, SharedContact, Unblocked

ALICE = {"id": 101, "is_bot": False, "first_name": "Alice", "language_code": "es-MX"}
PRIVATE = {"id": 101, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "Front desk"}


def message(**parts: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 9, "date": 1, "chat": PRIVATE, "from": ALICE, **parts}}


def tap(data: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    shown = {"message_id": 9, "date": 1, "chat": chat}
    return {"update_id": 1, "callback_query": {"id": "q", "from": ALICE, "message": shown, "data": data}}


def event_of(update: dict[str, Any]) -> object:
    arrival = translate(update)
    assert isinstance(arrival, FromPatient), arrival
    return arrival.event


def test_words_captions_commands_and_contacts() -> None:
    """Each becomes the event it is."""
    assert Said("hello", 9) == event_of(message(text="hello"))
    assert Said("look", 9) == event_of(message(photo=[{}], caption="look"))
    assert Commanded("start", "sedona_web", 9) == event_of(message(text="/start@front_bot sedona_web"))
    own = {"phone_number": "+17025550101", "user_id": 101}
    assert SharedContact("+17025550101", True, 9) == event_of(message(contact=own))
    assert SharedContact("+17025550101", False, 9) == event_of(message(contact=own | {"user_id": 7}))


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_what_is_no_text_is_known_by_its_kind(kind: str) -> None:
    """So that the answer can say which."""
    assert SentOther(kind, 9) == event_of(message(**{kind: {"any": "thing"}}))


def test_a_text_is_cut_to_what_telegram_allows_but_checked_whole() -> None:
    """A crisis at the end of a flood is still seen."""
    arrival = translate(message(text="a" * 5000))
    assert isinstance(arrival, FromPatient)
    assert (5000, Said("a" * TEXT_LIMIT, 9)) == (len(arrival.text), arrival.event)


def test_an_edited_message_corrects_and_blocking_is_noticed() -> None:
    """Both come as updates of their own."""
    edited = {"update_id": 1, "edited_message": message(text="vegas")["message"]}
    assert Corrected("vegas", 9) == event_of(edited)
    for status, expected in (("kicked", Blocked()), ("member", Unblocked())):
        change = {"chat": PRIVATE, "from": ALICE, "old_chat_member": {"status": "x"}}
        assert expected == event_of(
            {"update_id": 1, "my_chat_member": change | {"new_chat_member": {"status": status}}}
        )


def test_staff_buttons_are_read_wherever_they_stand() -> None:
    """Whether the tapper is staff is for the desk to see."""
    arrival = translate(tap("staff:snooze:uid-1:7", GROUP))
    assert isinstance(arrival, StaffTapped)
    assert ("snooze", "uid-1", "7", 101, -100) == (
        arrival.act, arrival.subject, arrival.detail, arrival.actor_id, arrival.chat_id,
    )  # fmt: skip


@pytest.mark.parametrize("data", ["", "staff:", "staff:claim", "staff:claim:", "x" * 64, "t:1:yes:no:maybe"])
def test_a_button_that_is_not_ours_only_ends_its_spinner(data: str) -> None:
    """Callback data is whatever a phone sends."""
    assert Nothing(1, "q") == translate(tap(data))


def test_a_reply_to_the_bot_may_be_meant_for_staff() -> None:
    """The desk looks at which message it answers."""
    replied = {"message_id": 4, "from": {"id": 1, "is_bot": True}}
    arrival = translate(message(text="no answer twice", reply_to_message=replied))
    assert isinstance(arrival, StaffReplied)
    assert 4 == arrival.reply_to


def test_groups_are_heard_only_about_themselves() -> None:
    """Words in a group are nobody's intake."""
    assert Nothing(1) == translate(message(chat=GROUP, text="hello"))
    assert GroupMoved(1, -100, -1009) == translate(message(chat=GROUP, migrate_to_chat_id=-1009))
    change = {"chat": GROUP, "old_chat_member": {"status": "left"}, "new_chat_member": {"status": "member"}}
    assert JoinedGroup(1, -100) == translate({"update_id": 1, "my_chat_member": change})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["message_id", "chat", "from", "text", "caption", "contact", "data", "id", "type", "message", "reply_to_message"]
)


@given(
    kind=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "poll"]),
    body=st.dictionaries(KEYS, JSON, max_size=6) | JSON,
)
def test_no_update_can_break_the_reading(kind: str, body: Any) -> None:
    """What cannot be read is parked with the class of its trouble, and blocks nobody."""
    arrival = translate({"update_id": 5, kind: body})
    assert 5 == arrival.update_id
    if isinstance(arrival, Unreadable):
        assert arrival.error.isidentifier()


BOT = {"id": 7, "is_bot": True, "first_name": "Intake"}


def test_of_what_is_said_in_a_group_only_commands_and_replies_to_the_bot_are_known() -> None:
    """Never the words themselves."""
    said = message(chat=GROUP, text="/lead@front_bot BT-7K3MQP", message_thread_id=5, is_topic_message=True)
    assert GroupCommanded(1, -100, 101, "lead", "BT-7K3MQP", 5) == translate(said)
    card = {"message_id": 44, "from": BOT, "chat": GROUP, "date": 1}
    assert GroupReplied(1, -100, 101, 44) == translate(message(chat=GROUP, text="sad", reply_to_message=card))
    assert Nothing(1) == translate(message(chat=GROUP, text="who takes this?"))
    assert Nothing(1) == translate(message(chat=GROUP, text="yes", reply_to_message=card | {"from": ALICE}))
    assert Nothing(1) == translate(message(chat=GROUP, photo=[{}]))


def test_a_thread_that_is_no_topic_is_none() -> None:
    """Replies in a group without topics carry a thread too."""
    arrival = translate(message(chat=GROUP, text="/leads", message_thread_id=5))
    assert GroupCommanded(1, -100, 101, "leads") == arrival


def test_a_command_for_another_bot_of_the_group_is_none_of_ours() -> None:
    """Without a name it is for every bot that knows it."""
    for text, expected in (("/leads@other_bot", Nothing(1)), ("/leads", GroupCommanded(1, -100, 101, "leads"))):
        assert expected == translate(message(chat=GROUP, text=text), "front_bot")
    assert GroupCommanded(1, -100, 101, "leads") == translate(message(chat=GROUP, text="/leads@Front_Bot"), "front_bot")
