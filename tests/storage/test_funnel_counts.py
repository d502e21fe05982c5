"""Counting how people get through the questions, on either database."""

from storage import funnel, shown
from storage.funnel import Counted, Slice
from storage.store import Store

DAY = 86_400_000
NOW = 100 * DAY


def _met(store: Store, chat: int, *questions: tuple[str, int, int | None], run: str = "r", location: str = "") -> None:
    """Questions of one person: shown at, and answered after so many seconds (None: not)."""
    with store.transaction() as books:
        for link_id, at, seconds in questions:
            shown.note_shown(books, chat, run, link_id, language="en", source="web", location=location, now=at)
            if seconds is not None:
                shown.note_answered(books, chat, run, link_id, at + 1000 * seconds)


def _count(store: Store, cut: Slice) -> dict[str, Counted]:
    with store.reading() as books:
        return funnel.count(books, cut, NOW - DAY)


def test_each_question_is_counted_once_a_run(store: Store) -> None:
    """First showing, first answer, whole seconds."""
    _met(store, 1, ("a", NOW - 3 * DAY, 5), ("b", NOW - 3 * DAY + 9_000, None))
    _met(store, 1, ("a", NOW - 2 * DAY, 90), ("b", NOW - 2 * DAY, 1))
    _met(store, 1, ("a", NOW - 2 * DAY, 7), run="again")
    _met(store, 2, ("a", NOW - 3 * DAY, 5))
    found = _count(store, Slice(0))
    assert Counted(3, 3, 0, {5: 2, 7: 1}) == found["a"]
    assert (1, 1) == (found["b"].shown, found["b"].answered)


def test_who_left_and_who_only_went_on(store: Store) -> None:
    """Left: the last question of a run is open, and a day is over."""
    _met(store, 1, ("a", NOW - 3 * DAY, 5), ("b", NOW - 3 * DAY + 9_000, None))
    _met(store, 2, ("b", NOW - 3 * DAY, None), ("c", NOW - 3 * DAY + 9_000, 5))
    _met(store, 3, ("b", NOW - DAY + 1, None))
    assert {"a": 0, "b": 1, "c": 0} == {link_id: one.left for link_id, one in _count(store, Slice(0)).items()}


def test_a_slice_is_a_time_and_codes(store: Store) -> None:
    _met(store, 1, ("a", NOW - 3 * DAY, 5), location="sedona")
    _met(store, 2, ("a", NOW - 9 * DAY, 5), location="las_vegas")
    assert [2, 1, 1, 0, 0] == [
        sum(one.shown for one in _count(store, cut).values())
        for cut in (
            Slice(0), Slice(NOW - 5 * DAY), Slice(0, ("las_vegas", "online")), Slice(0, language="es"), Slice(0, source="x"),
        )
    ]  # fmt: skip


def test_where_a_run_belongs_is_known_for_all_of_it(store: Store) -> None:
    """Also for what was shown before; another run is left as it was."""
    _met(store, 1, ("a", 1, 5), ("b", 2, 5))
    _met(store, 1, ("a", 1, 5), run="again")
    with store.transaction() as books:
        shown.note_location(books, 1, "r", "sedona")
    assert {"a": 1, "b": 1} == {link_id: one.shown for link_id, one in _count(store, Slice(0, ("sedona",))).items()}


def test_sources_of_enough_people(store: Store) -> None:
    for chat in range(5):
        _met(store, chat + 1, ("a", NOW, 5))
    with store.reading() as books:
        assert ["web"] == funnel.sources(books, 0, (), "a", 5)
        assert [] == funnel.sources(books, 0, (), "a", 6)
        assert [] == funnel.sources(books, 0, (), "b", 1)


def test_forgetting_whose_and_forgetting_all(store: Store) -> None:
    _met(store, 1, ("a", NOW - 3 * DAY, 5), ("b", NOW - 3 * DAY, None))
    _met(store, 2, ("a", NOW - 3 * DAY, 5))
    with store.transaction() as books:
        shown.forget_whose(books, 1, "r")
        shown.note_shown(books, 2, "r", "b", language="en", source="", location="", now=NOW)
        shown.forget_shown(books, 2)
    found = _count(store, Slice(0))
    assert (1, 1, 0) == (found["a"].shown, found["b"].shown, found["b"].left)
