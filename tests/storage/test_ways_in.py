"""Links, proofs, sessions and second factors as rows: spent once by whoever comes first, ended where they should."""

import threading
from collections.abc import Callable

from storage import factors, sessions, staff
from storage.staff import OWNER
from storage.store import Books, Store

DANA, OMAR = 9001, 9002


def _at_once(store: Store, work: Callable[[Books], bool], times: int = 6) -> int:
    """How many of so many transactions at the same time were told True."""
    told: list[bool] = []

    def one() -> None:
        with store.transaction() as books:
            told.append(work(books))

    threads = [threading.Thread(target=one) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert times == len(told)
    return sum(told)


def test_a_link_is_spent_by_one(store: Store) -> None:
    with store.transaction() as books:
        sessions.add_link(books, "h", DANA, 0, 100)
    assert 1 == _at_once(store, lambda books: sessions.spend_link(books, "h", 50) == DANA)


def test_a_proof_is_spent_by_one_and_a_new_link_does_not_bring_it_back(store: Store) -> None:
    """Only once it has expired is it forgotten."""
    assert 1 == _at_once(store, lambda books: sessions.spend_once(books, "proof", DANA, 0, 100))
    with store.transaction() as books:
        sessions.add_link(books, "h", DANA, 10, 100)
        sessions.end_sessions_of(books, DANA)
        assert not sessions.spend_once(books, "proof", DANA, 99, 200)
        assert sessions.spend_once(books, "proof", DANA, 100, 200)


def test_a_step_of_the_clock_is_taken_by_one(store: Store) -> None:
    """And none before it afterwards."""
    with store.transaction() as books:
        staff.save_member(books, DANA, "Dana", OWNER, (), 0)
        factors.put_secret(books, DANA, "JBSWY3DPEHPK3PXP")
    assert 1 == _at_once(store, lambda books: factors.take_step(books, DANA, 7))
    with store.transaction() as books:
        assert [False, True] == [factors.take_step(books, DANA, step) for step in (6, 8)]


def test_a_factor_counts_once_it_is_confirmed_and_can_be_forgotten(store: Store) -> None:
    with store.transaction() as books:
        staff.save_member(books, DANA, "Dana", OWNER, (), 0)
        assert "" == factors.secret_of(books, DANA)
        factors.put_secret(books, DANA, "JBSWY3DPEHPK3PXP")
        assert [False] == [m.second_factor for m in staff.members(books)]
        factors.confirm(books, DANA, 1)
        assert [True] == [m.second_factor for m in staff.members(books)]
        assert "JBSWY3DPEHPK3PXP" == factors.secret_of(books, DANA)
        assert [True, False] == [factors.forget(books, DANA) for _ in range(2)]
        assert [False] == [m.second_factor for m in staff.members(books)]


def test_sessions_end_one_by_one_or_all_but_one(store: Store) -> None:
    """Another's are left alone."""
    with store.transaction() as books:
        for number, owner in enumerate((DANA, DANA, DANA, OMAR)):
            sessions.open_session(books, f"h{number}", owner, number, address="192.0.2.1", passed=number != 1)
        mine = sessions.sessions_of(books, DANA)
        assert [(True, 2), (False, 1), (True, 0)] == [(one.passed, one.seen_at) for one in mine]
        assert [True, False] == [sessions.end_named(books, mine[0].uid) for _ in range(2)]
        assert 1 == sessions.end_sessions_of(books, DANA, but=mine[1].uid)
        assert [DANA, OMAR] == sorted(one.telegram_id for one in sessions.sessions_of(books))
