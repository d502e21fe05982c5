"""Messages that are to be gone again, texts in several messages, and redraws: what is found under a name, and when."""

import pytest

from storage import outbox, outbox_removal, outbox_shown, outbox_upkeep
from storage.outbox_removal import Removable
from storage.store import Store

NOW = 1_000_000
LATER = NOW + 60_000
DANA, GROUP = 9001, -100
BODY = {"text": "a record", "rows": [], "keyboard": "inline"}


def send(store: Store, chat: int, ask: str, *messages: int, remove_at: int | None = None) -> None:
    """Put a text out and have Telegram take it, in as many messages as are named."""
    with store.transaction() as books:
        outbox.put(books, chat, "send", BODY, NOW, ask=ask, subject="lead", remove_at=remove_at)
    with store.transaction() as books:
        [row] = [one.id for one in outbox.lease(books, NOW, LATER) if one.ask == ask]
        outbox.delivered(books, [(row, messages[-1])], NOW)
        if messages[:-1]:
            outbox_shown.keep_parts(books, row, messages[:-1], NOW)


def test_what_is_due_is_given_once_with_all_its_messages(store: Store) -> None:
    """And is known under its name no more."""
    send(store, DANA, "record:x", 5, 6, 7, remove_at=LATER)
    send(store, DANA, "hello", 8)
    with store.transaction() as books:
        assert [] == outbox_removal.take_due(books, LATER - 1)
        assert [Removable(DANA, (5, 6, 7))] == outbox_removal.take_due(books, LATER)
        assert [] == outbox_removal.take_due(books, LATER)
        assert None is outbox.delivered_message(books, DANA, "record:x")
        assert 8 == outbox.delivered_message(books, DANA, "hello")


def test_what_was_not_sent_by_then_is_not_sent_any_more(store: Store) -> None:
    """Unless it is under way: then it goes at the next look."""
    with store.transaction() as books:
        outbox.put(books, DANA, "send", BODY, NOW, ask="record:x", remove_at=LATER)
        outbox.put(books, GROUP, "send", BODY, NOW, ask="record:y", remove_at=LATER)
    with store.transaction() as books:
        under_way = next(one.id for one in outbox.lease(books, NOW, LATER * 2, 1))
        assert [] == outbox_removal.take_due(books, LATER)
    with store.transaction() as books:
        outbox.delivered(books, [(under_way, 9)], LATER)
        assert [(9,)] == [one.messages for one in outbox_removal.take_due(books, LATER)]


def test_a_time_can_be_set_anew_and_what_was_to_stay_stays(store: Store) -> None:
    send(store, DANA, "record:x", 5, remove_at=LATER)
    send(store, DANA, "hello", 6)
    with store.transaction() as books:
        for name in ("record:x", "hello"):
            outbox_removal.set_removal(books, DANA, name, LATER * 2)
        assert [] == outbox_removal.take_due(books, LATER)
        assert [Removable(DANA, (5,))] == outbox_removal.take_due(books, LATER * 2)


def test_every_message_of_a_long_text_is_known_by_its_name(store: Store) -> None:
    """For a reply to any of them, for an edit of all, and for erasing."""
    send(store, DANA, "record:x", 5, 6, 7)
    with store.transaction() as books:
        assert ["record:x"] * 3 == [outbox_upkeep.named_by_message(books, DANA, number) for number in (5, 6, 7)]
        outbox.put(books, DANA, "edit", BODY, NOW, ask="record:x")
    with store.transaction() as books:
        [edit] = outbox.lease(books, NOW, LATER)
        assert (7, (5, 6)) == (edit.target, edit.parts)
        assert {(DANA, 5), (DANA, 6), (DANA, 7)} == set(outbox_upkeep.messages_about(books, ["lead"], 0))


def test_of_a_text_sent_anew_only_the_newest_messages_are_meant(store: Store) -> None:
    send(store, DANA, "record:x", 5, 6)
    send(store, DANA, "record:x", 8)
    with store.transaction() as books:
        outbox.put(books, DANA, "edit", BODY, NOW, ask="record:x")
    with store.transaction() as books:
        [edit] = outbox.lease(books, NOW, LATER)
        assert (8, ()) == (edit.target, edit.parts)


def drawn(store: Store, chat: int) -> list[tuple[str, str, bool]]:
    """What waits in this chat, in the order of sending: how, what, and whether it goes first."""
    with store.transaction() as books:
        waiting = outbox.lease(books, NOW * 3, NOW * 3 + 1)
        return [(one.mode, str(one.body["text"]), one.urgent) for one in waiting if one.chat_id == chat]


def test_a_redraw_of_what_waits_changes_it_where_it_stands(store: Store) -> None:
    """No second message, no edit after it."""
    with store.transaction() as books:
        outbox.put(books, GROUP, "send", BODY, NOW, ask="card:x")
        outbox.put(books, GROUP, "send", BODY | {"text": "behind"}, NOW, ask="card:y")
        outbox_upkeep.redraw(books, GROUP, "card:x", BODY | {"text": "claimed"}, NOW)
    assert [("send", "claimed", False), ("send", "behind", False)] == drawn(store, GROUP)


def test_a_redraw_of_what_stands_goes_before_what_waits(store: Store) -> None:
    """Only the newest of several."""
    send(store, GROUP, "card:x", 5)
    with store.transaction() as books:
        outbox.put(books, GROUP, "send", BODY | {"text": "another"}, NOW, ask="card:y")
        for text in ("claimed", "contacted"):
            outbox_upkeep.redraw(books, GROUP, "card:x", BODY | {"text": text}, NOW)
    with store.transaction() as books:
        assert ["contacted", "another"] == [
            str(one.body["text"]) for one in sorted(outbox.lease(books, NOW, LATER), key=lambda one: not one.urgent)
        ]


def test_a_redraw_of_what_is_under_way_waits_behind_it(store: Store) -> None:
    """It must not come first and be sent as a message of its own."""
    with store.transaction() as books:
        outbox.put(books, GROUP, "send", BODY, NOW, ask="card:x")
    with store.transaction() as books:
        assert 1 == len(outbox.lease(books, NOW, LATER))
        outbox_upkeep.redraw(books, GROUP, "card:x", BODY | {"text": "claimed"}, NOW)
    assert [("send", "a record", False), ("edit", "claimed", False)] == drawn(store, GROUP)


@pytest.mark.parametrize("name", ["card:x", "card:nobody"])
def test_a_name_can_be_given_to_a_new_message(store: Store, name: str) -> None:
    """What was called so is found under its other name."""
    send(store, GROUP, "card:x", 5)
    with store.transaction() as books:
        outbox_upkeep.rename(books, GROUP, name, f"{name}:left")
        expected = (None, 5) if name == "card:x" else (5, None)
        found = [outbox.delivered_message(books, GROUP, one) for one in ("card:x", f"{name}:left")]
        assert expected == tuple(found)
