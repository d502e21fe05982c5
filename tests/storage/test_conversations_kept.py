"""Conversations are kept whole, sealed, and one a chat."""

import threading
from datetime import UTC, datetime

import pytest
from front_desk import shipped_flow

from flows.answers import Answer
from flows.conversation import Conversation
from storage.conversations import (
    forget_conversation,
    load_conversations,
    save_conversations,
    set_reachable,
    states_in_use,
)
from storage.store import Store

NOW = 1_000_000
MOMENT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
ALICE = Conversation(
    seed="bcdf",
    state="name",
    answers={"location": Answer("sedona", "typed", MOMENT, "2026.11", said="near Quibble Creek", message=5)},
    draft=(),
    touched=MOMENT,
)


def save(store: Store, now: int = NOW, **conversations: Conversation) -> None:
    with store.transaction() as books:
        save_conversations(books, {int(name[1:]): kept for name, kept in conversations.items()}, shipped_flow(), now)


def test_a_conversation_comes_back_as_it_was(store: Store) -> None:
    """Also the difference between nothing ticked yet and everything unticked."""
    save(store, c101=ALICE, c102=Conversation(seed="ghjk"))
    with store.transaction() as books:
        found = load_conversations(books, [101, 102, 103, 101])
    assert {101: ALICE, 102: Conversation(seed="ghjk")} == {chat: kept.conversation for chat, kept in found.items()}


def test_saving_again_replaces_and_keeps_the_beginning(store: Store) -> None:
    """When it began, and whether the chat can be reached, are not the conversation's to change."""
    save(store, c101=ALICE)
    with store.transaction() as books:
        set_reachable(books, 101, reachable=False)
    save(store, NOW + 7, c101=ALICE.but(state="phone"))
    with store.transaction() as books:
        kept = load_conversations(books, [101])[101]
        row = books.connection.exec_driver_sql("select started_at, touched_at, state from conversation").one()
        assert {"phone": 1} == states_in_use(books)
    assert ("phone", False) == (kept.conversation.state, kept.reachable)
    assert (NOW, NOW + 7, "phone") == tuple(row)


def test_nothing_a_person_said_stands_open_in_the_row(store: Store) -> None:
    """State and language are for counting; the rest is sealed."""
    save(store, c101=ALICE)
    with store.reading() as books:
        row = books.connection.exec_driver_sql("select * from conversation").mappings().one()
    assert all(b"Quibble" not in (value if isinstance(value, bytes) else str(value).encode()) for value in row.values())


def test_a_forgotten_conversation_is_gone(store: Store) -> None:
    save(store, c101=ALICE, c102=ALICE)
    with store.transaction() as books:
        forget_conversation(books, 101)
        assert [102] == list(load_conversations(books, [101, 102]))


def test_two_who_load_the_same_chat_take_turns(store: Store) -> None:
    """Twenty turns by four hands at once: none is lost, also where the chat is new to the database."""
    start = threading.Barrier(4)

    def turns() -> None:
        start.wait()
        for _ in range(5):
            with store.transaction() as books:
                kept = load_conversations(books, [101]).get(101)
                before = kept.conversation if kept else Conversation(seed="bcdf")
                save_conversations(books, {101: before.but(asks=before.asks + 1)}, shipped_flow(), NOW)

    threads = [threading.Thread(target=turns) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.transaction() as books:
        assert 20 == load_conversations(books, [101])[101].conversation.asks


@pytest.mark.postgres
def test_batches_that_share_chats_in_other_orders_do_not_deadlock(on_postgres: Store) -> None:
    """Locks are taken in one order, whatever the order of the batch."""
    start = threading.Barrier(2)
    troubles: list[BaseException] = []

    def batches(chats: list[int]) -> None:
        start.wait()
        try:
            for _ in range(20):
                with on_postgres.transaction() as books:
                    load_conversations(books, chats)
                    save_conversations(books, dict.fromkeys(chats, ALICE), shipped_flow(), NOW)
        except BaseException as trouble:  # noqa: BLE001  # shown by the assertion
            troubles.append(trouble)

    threads = [
        threading.Thread(target=batches, args=(order,)) for order in ([101, 102, 103, 104], [104, 103, 102, 101])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == troubles


def beside(store: Store) -> tuple[object, ...]:
    """What stands beside the sealed body, for finding who stopped half way."""
    with store.reading() as books:
        found = books.connection.exec_driver_sql("select may_contact, location, services, reference from conversation")
        return tuple(found.one())


def test_codes_beside_the_body_follow_the_answers(store: Store) -> None:
    """May we write, where, for what, and whether it was handed over; each save writes them anew."""
    agreed = Answer("agreed", "tap", MOMENT, "2026.11")
    several = Answer(("tms", "dbt"), "tap", MOMENT, "2026.11")
    save(store, c101=ALICE)
    assert (False, "sedona", "", "") == beside(store)
    save(store, c101=ALICE.with_answer("contact_consent", agreed).with_answer("services", several))
    assert (True, "sedona", "tms,dbt", "") == beside(store)
    save(store, c101=ALICE.but(lead="BT-7K3MQP"))
    assert (False, "sedona", "", "BT-7K3MQP") == beside(store)


def test_who_asked_for_no_more_contact_is_not_among_those_who_may_be_written_to(store: Store) -> None:
    """Paused by /stop, also where the answer still says otherwise."""
    agreed = ALICE.with_answer("contact_consent", Answer("agreed", "tap", MOMENT, "2026.11"))
    save(store, c101=agreed)
    assert (True, "sedona", "", "") == beside(store)
    save(store, c101=agreed.but(paused=True))
    assert (False, "sedona", "", "") == beside(store)
