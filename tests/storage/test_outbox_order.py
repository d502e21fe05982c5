"""The outbox hands out what is due: in order within a chat, side by side over chats, to one sender at a time."""

import threading

import pytest

from storage import outbox, outbox_upkeep
from storage.outbox import PER_CHAT
from storage.store import Books, Store

ALICE, BEN, GROUP = 101, 102, -1009000000001
NOW, MINUTE = 1_000_000, 60_000


def body(words: str) -> dict[str, object]:
    return {"text": words, "rows": [], "keyboard": "inline"}


def put(books: Books, chat: int, *words: str, mode: str = "send", **more: object) -> None:
    for each in words:
        outbox.put(books, chat, mode, body(each), NOW, **more)  # type: ignore[arg-type]  # passed by name


def fill(store: Store, *messages: tuple[int, str]) -> None:
    with store.transaction() as books:
        for chat, words in messages:
            put(books, chat, words)


def lease(store: Store, now: int = NOW, *, until: int = 0, limit: int = 200) -> list[tuple[int, str]]:
    """Lease what is due: pairs of chat and words."""
    with store.transaction() as books:
        found = outbox.lease(books, now, until or now + MINUTE, limit)
    return [(message.chat_id, message.body["text"]) for message in found]


def settle(store: Store, words: str, *, put_off_to: int | None = None, message: int | None = None) -> None:
    """Mark the one pending row that says `words` as delivered, or put it off."""
    with store.transaction() as books:
        row = next(m.id for m in outbox.read(books, range(1, 200)) if m.body["text"] == words)
        if put_off_to is None:
            outbox.delivered(books, [(row, message)], NOW)
        else:
            outbox.put_off(books, row, put_off_to, "RetryAfter")


def test_a_chat_gets_its_messages_in_the_order_they_were_put(store: Store) -> None:
    """Whatever goes on in other chats."""
    fill(store, (ALICE, "1"), (BEN, "a"), (ALICE, "2"), (BEN, "b"), (ALICE, "3"))
    leased = lease(store)
    assert ["1", "2", "3"] == [words for chat, words in leased if chat == ALICE]
    assert ["a", "b"] == [words for chat, words in leased if chat == BEN]


def test_what_is_leased_is_nobody_elses_until_the_lease_ends(store: Store) -> None:
    """Then, as after a crash of the sender, it is handed out again, in order."""
    fill(store, (ALICE, "1"), (ALICE, "2"))
    assert [(ALICE, "1"), (ALICE, "2")] == lease(store)
    assert [] == lease(store, NOW + MINUTE - 1)
    assert [(ALICE, "1"), (ALICE, "2")] == lease(store, NOW + MINUTE)


def test_newer_messages_wait_behind_leased_ones(store: Store) -> None:
    """A message that came later does not overtake those another sender has in hand."""
    fill(store, (ALICE, "1"))
    lease(store)
    fill(store, (ALICE, "2"), (BEN, "a"))
    assert [(BEN, "a")] == lease(store)
    settle(store, "1")
    assert [(ALICE, "2")] == lease(store)


def test_a_head_that_was_put_off_holds_only_its_own_chat(store: Store) -> None:
    """A 429 in the group makes the group wait, in order, and nobody else."""
    fill(store, (GROUP, "card 1"), (GROUP, "card 2"), (ALICE, "1"))
    lease(store)
    settle(store, "card 1", put_off_to=NOW + MINUTE)
    settle(store, "card 2", put_off_to=NOW)
    settle(store, "1")
    fill(store, (ALICE, "2"))
    assert [(ALICE, "2")] == lease(store, NOW + 1)
    assert [(GROUP, "card 1"), (GROUP, "card 2")] == lease(store, NOW + MINUTE)


def test_one_chat_with_a_great_backlog_starves_nobody(store: Store) -> None:
    """However many rows of one chat wait for their time, another chat's message goes out."""
    with store.transaction() as books:
        put(books, GROUP, *(f"card {number}" for number in range(60)))
    assert PER_CHAT == len(lease(store, limit=10))
    fill(store, (ALICE, "hello"))
    assert [(ALICE, "hello")] == lease(store, limit=10)


def test_one_lease_takes_a_short_head_of_each_chat(store: Store) -> None:
    """As many as can surely be sent before the lease ends."""
    with store.transaction() as books:
        put(books, ALICE, *map(str, range(PER_CHAT + 3)))
        put(books, BEN, "a")
    leased = lease(store)
    assert [str(number) for number in range(PER_CHAT)] == [words for chat, words in leased if chat == ALICE]
    assert (BEN, "a") in leased


def test_each_try_counts_and_being_held_back_does_not(store: Store) -> None:
    """Attempts make the waits longer; a row that waited behind another was not tried."""
    fill(store, (ALICE, "1"), (ALICE, "2"))
    with store.transaction() as books:
        first, second = outbox.lease(books, NOW, NOW + MINUTE)
        outbox.put_off(books, first.id, NOW, "NetworkError")
        outbox.put_off(books, second.id, NOW, "")
    with store.transaction() as books:
        assert [1, 0] == [message.attempts for message in outbox.lease(books, NOW, NOW + MINUTE)]


def test_what_was_delivered_or_given_up_is_not_handed_out_again(store: Store) -> None:
    """Not even when leases are freed, as at a start."""
    fill(store, (ALICE, "1"), (ALICE, "2"), (ALICE, "3"))
    with store.transaction() as books:
        first, second, _ = outbox.lease(books, NOW, NOW + MINUTE)
        outbox.delivered(books, [(first.id, 77)], NOW)
        outbox.park(books, second.id, "BadRequest")
        assert 1 == outbox.release_all(books)
    assert [(ALICE, "3")] == lease(store)


def test_an_urgent_message_comes_before_what_waits(store: Store) -> None:
    """When there is more than one lease holds, alerts are in the first."""
    fill(store, *((1000 + number, "card") for number in range(20)))
    with store.transaction() as books:
        put(books, GROUP, "alert", urgent=True)
    assert (GROUP, "alert") in lease(store, limit=3)


def test_a_redraw_replaces_redraws_that_still_wait(store: Store) -> None:
    """But not one that a sender has in hand, nor that of another card, nor the card itself."""
    with store.transaction() as books:
        put(books, GROUP, "leased", mode="edit", ask="card:1")
    assert 1 == len(lease(store))
    with store.transaction() as books:
        put(books, GROUP, "card", ask="card:1")
        put(books, GROUP, "old", mode="edit", ask="card:1")
        put(books, GROUP, "other", mode="edit", ask="card:2")
        outbox_upkeep.drop_waiting_edits(books, GROUP, "card:1")
        put(books, GROUP, "new", mode="edit", ask="card:1")
    with store.transaction() as books:
        kept = [message.body["text"] for message in outbox.read(books, range(1, 20))]
    assert ["leased", "card", "other", "new"] == kept


def test_an_edit_finds_the_newest_message_of_its_name_in_its_chat(store: Store) -> None:
    """A name may stand for a message that was sent anew."""
    with store.transaction() as books:
        put(books, GROUP, "card", "card anew", ask="card:1")
        put(books, ALICE, "not this one", ask="card:1")
    lease(store)
    settle(store, "card", message=7)
    settle(store, "card anew", message=9)
    settle(store, "not this one", message=8)
    with store.transaction() as books:
        put(books, GROUP, "edit", mode="edit", ask="card:1")
        put(books, GROUP, "edit of nothing", mode="edit", ask="card:2")
    with store.transaction() as books:
        found = {message.body["text"]: message.target for message in outbox.lease(books, NOW, NOW + MINUTE)}
        assert "card:1" == outbox_upkeep.named_by_message(books, GROUP, 9)
        assert "" == outbox_upkeep.named_by_message(books, BEN, 9)
    assert {"edit": 9, "edit of nothing": None} == found


def test_what_the_direct_lane_sent_is_not_sent_again(store: Store) -> None:
    """The row is there with its message, and no sender gets it."""
    with store.transaction() as books:
        put(books, ALICE, "numbers", ask="crisis:5", urgent=True, leased_until=NOW + MINUTE)
    assert [] == lease(store)
    with store.transaction() as books:
        outbox.mark_sent_directly(books, ALICE, "crisis:5", 42, NOW)
    assert [] == lease(store, NOW + 2 * MINUTE)
    with store.transaction() as books:
        assert 42 == outbox.delivered_message(books, ALICE, "crisis:5")


def test_what_waits_moves_with_the_group_and_what_was_sent_stays(store: Store) -> None:
    """A group that became a supergroup gets what was still to come under its new id."""
    fill(store, (GROUP, "sent"))
    lease(store)
    settle(store, "sent", message=3)
    fill(store, (GROUP, "waits"), (ALICE, "1"))
    with store.transaction() as books:
        outbox_upkeep.move_chat(books, GROUP, -100777)
    assert {(-100777, "waits"), (ALICE, "1")} == set(lease(store))


def test_a_body_cannot_be_read_in_another_rows_place(sqlite: Store) -> None:
    """What is sealed for one row opens only there."""
    from sqlalchemy import text

    from storage.sealing import SealingError

    fill(sqlite, (ALICE, "1"), (BEN, "2"))
    with sqlite.engine.begin() as connection:
        connection.execute(text("update outbox set body_sealed = (select body_sealed from outbox where id = 1)"))
    with pytest.raises(SealingError), sqlite.transaction() as books:
        outbox.read(books, [2])


@pytest.mark.postgres
def test_two_senders_share_the_work_and_no_row_is_sent_twice(on_postgres: Store) -> None:
    """Two workers at once on PostgreSQL: every row exactly once, and each chat's in order."""
    chats = range(1, 21)
    with on_postgres.transaction() as books:
        for number in range(12):
            for chat in chats:
                put(books, chat, str(number))
    sent: list[tuple[str, int, int]] = []
    start, noted = threading.Barrier(2), threading.Lock()

    def worker(name: str) -> None:
        start.wait()
        idle = 0
        while idle < 20:
            with on_postgres.transaction() as books:
                found = outbox.lease(books, NOW, NOW + MINUTE, 15)
            idle = 0 if found else idle + 1
            with noted:
                sent.extend((name, message.chat_id, int(message.body["text"])) for message in found)
            with on_postgres.transaction() as books:
                outbox.delivered(books, [(message.id, None) for message in found], NOW)

    threads = [threading.Thread(target=worker, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {chat: list(range(12)) for chat in chats} == {
        chat: [number for _, to, number in sent if to == chat] for chat in chats
    }


@pytest.mark.postgres
def test_a_message_put_while_another_sender_leases_does_not_overtake(on_postgres: Store) -> None:
    """The other sender's lease is not committed yet, so only its row locks show it."""
    fill(on_postgres, (ALICE, "1"))
    with on_postgres.transaction() as slow:
        assert ["1"] == [message.body["text"] for message in outbox.lease(slow, NOW, NOW + MINUTE)]
        fill(on_postgres, (ALICE, "2"))
        assert [] == lease(on_postgres)


@pytest.mark.postgres
def test_a_sender_that_vanishes_gives_its_rows_back(on_postgres: Store) -> None:
    """A transaction that ends without a commit never leased; one that committed frees its rows when the lease ends."""
    fill(on_postgres, (ALICE, "1"))
    with pytest.raises(ZeroDivisionError), on_postgres.transaction() as books:
        outbox.lease(books, NOW, NOW + MINUTE)
        books.seal(1 / 0, "")
    assert [(ALICE, "1")] == lease(on_postgres)
    assert [] == lease(on_postgres, NOW + MINUTE - 1)
    assert [(ALICE, "1")] == lease(on_postgres, NOW + MINUTE)
