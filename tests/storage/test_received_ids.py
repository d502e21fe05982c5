"""Every update is kept once, however often and in whatever order Telegram brings it."""

import random
import threading

import pytest

from storage import received
from storage.store import Store

NOW = 1_000_000


def take(store: Store, *ids: int, now: int = NOW) -> list[int]:
    with store.transaction() as books:
        return sorted(received.take_new(books, list(ids), now))


def test_the_same_id_twice_in_a_batch_is_new_once(store: Store) -> None:
    assert [7, 8] == take(store, 7, 8, 7, 7)
    assert [] == take(store, 8, 7)


def test_ids_are_remembered_across_batches_in_any_order(store: Store) -> None:
    """After a quiet week ids start anywhere: smaller than the last is as new as greater."""
    ids = random.Random(7).sample(range(1, 2**40), 60)
    for number in ids:
        assert [number] == take(store, number)
    random.Random(8).shuffle(ids)
    assert [] == take(store, *ids)
    assert [5] == take(store, *ids[:20], 5)


def test_nothing_at_all_is_nothing_new(store: Store) -> None:
    assert [] == take(store)


def test_a_batch_that_fails_is_new_again(store: Store) -> None:
    """Its ids are forgotten with everything else of it."""
    with pytest.raises(ZeroDivisionError), store.transaction() as books:
        received.take_new(books, [7], NOW)
        books.seal(1 / 0, "")
    assert [7] == take(store, 7)


def test_old_ids_are_dropped_and_younger_ones_stay(store: Store) -> None:
    take(store, 1, now=NOW)
    take(store, 2, now=NOW + 10)
    with store.transaction() as books:
        assert 1 == received.forget_received(books, NOW + 10)
    assert [1] == take(store, 1, 2)


def test_of_two_who_bring_the_same_id_at_once_one_is_first(store: Store) -> None:
    """Two processes behind one webhook, or an impatient Telegram: no error, no doubling."""
    start = threading.Barrier(8)
    won: list[int] = []

    def bring() -> None:
        start.wait()
        won.extend(take(store, *range(40)))

    threads = [threading.Thread(target=bring) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(range(40)) == sorted(won)


def test_a_parked_update_is_kept_sealed(sqlite: Store) -> None:
    """What could not be read may still hold words of a person."""
    with sqlite.transaction() as books:
        received.park(books, 9, '{"text": "Quintessa"}', "KeyError", NOW)
    with sqlite.reading() as books:
        row = books.connection.exec_driver_sql("select uid, error, body_sealed from parked").one()
        assert b"Quintessa" not in bytes(row.body_sealed)
        assert ("KeyError", '{"text": "Quintessa"}') == (
            row.error,
            books.open(row.body_sealed, f"parked|body|{row.uid}"),
        )
