"""Who stopped half way, by the page: the longest silent first, in both directions, each once."""

from dataclasses import replace

import pytest
from front_desk import shipped_flow

from flows.answers import Answer
from flows.conversation import Conversation
from storage import keyset, unfinished
from storage.conversations import save_conversations
from storage.moments import from_ms
from storage.store import Books, Store
from storage.unfinished import ORDER, Silent

NOW = 1_800_000_000_000
STATES = ("services", "name")
EVERYBODY = Silent(STATES, NOW)


@pytest.fixture
def stopped(store: Store) -> list[str]:
    """Forty who stopped, every third in the same millisecond as the one before; among them who is of no concern here."""
    with store.transaction() as books:
        for number in range(40):
            _keep(books, number, "sedona" if number % 4 else "las_vegas", NOW - 100 + number // 3)
        _keep(books, 50, "sedona", NOW - 50, lead="BT-000050")
        _keep(books, 51, "sedona", NOW - 50, consent="declined")
        _keep(books, 52, "sedona", NOW + 1)
        query = "select uid from conversation where chat_id < 40 order by touched_at, uid"
        return list(books.connection.exec_driver_sql(query).scalars())


def _keep(books: Books, chat: int, place: str, at: int, *, lead: str = "", consent: str = "agreed") -> None:
    given = {"contact_consent": consent, "location": place}
    answers = {i: Answer(value, "tap", from_ms(at), "1") for i, value in given.items()}
    kept = Conversation(seed="bcdf", state=STATES[chat % 2], lead=lead, answers=answers)
    save_conversations(books, {chat: kept}, shipped_flow(), at)


def _walk(books: Books, wanted: Silent, *, backwards: bool = False) -> list[str]:
    found: list[str] = []
    place: keyset.Place | None = (NOW + 10, "~") if backwards else None
    for _ in range(400):
        page = unfinished.page(books, wanted, limit=7, place=place, backwards=backwards)
        uids = [row.uid for row in page.rows]
        found = uids + found if backwards else found + uids
        place = page.before if backwards else page.behind
        if place is None:
            return found
    raise AssertionError("there was no end")


def test_everybody_once_in_both_directions(store: Store, stopped: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a page looks at all of them or at a stretch at a time."""
    for looked_at in (keyset.LOOKED_AT, (3, 5)):
        monkeypatch.setattr(keyset, "LOOKED_AT", looked_at)
        with store.reading() as books:
            assert stopped == _walk(books, EVERYBODY)
            assert stopped == _walk(books, EVERYBODY, backwards=True)
            vegas = _walk(books, replace(EVERYBODY, locations=("las_vegas",)))
            assert 10 == len(vegas)
            assert 10 == unfinished.counted(books, replace(EVERYBODY, locations=("las_vegas",)), 1000)
            assert [uid for uid in stopped if uid in vegas] == vegas
            assert 20 == len(_walk(books, replace(EVERYBODY, states=("name",))))
            assert 3 == unfinished.counted(books, EVERYBODY, 3)


def test_a_place_in_an_address(store: Store, stopped: list[str]) -> None:
    """It is written and read back, and names nobody: no chat is in it."""
    with store.reading() as books:
        page = unfinished.page(books, EVERYBODY, limit=5, place=None, backwards=False)
        text = ORDER.write(page.behind)
        assert page.behind == ORDER.read(text)
        following = unfinished.page(books, EVERYBODY, limit=5, place=ORDER.read(text), backwards=False)
    assert stopped[5:10] == [row.uid for row in following.rows]
