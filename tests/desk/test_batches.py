"""One batch, one transaction: all of it is kept, or none; and one that fails stops nobody else."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from front_desk import KEYS, FrontDesk
from sqlalchemy import event
from walks import BY_TAPS, SHORT, finish, reference, take, until, walk

from desk import receiving
from desk.arrivals import FromPatient
from flows.loading import load_flow
from flows.resources import read_text
from sandbox.client import Person
from storage.store import StorageDown, Store


def commits(front: FrontDesk) -> list[str]:
    """Notes every commit of the database from now on."""
    noted: list[str] = []
    event.listen(front.store.engine, "commit", lambda _connection: noted.append("commit"))
    return noted


@pytest.fixture
def unlucky(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says "unlucky" makes the desk fail after it has already written something."""
    turn = receiving.take_turn

    def failing(desk: Any, books: Any, arrival: FromPatient, *rest: Any) -> Any:
        done = turn(desk, books, arrival, *rest)
        if "unlucky" in arrival.text:
            books.flush()
            raise RuntimeError("made up: Quintessa")
        return done

    monkeypatch.setattr(receiving, "take_turn", failing)


def conversation(front: FrontDesk, chat: int = 101) -> dict[str, Any]:
    return front.rows("select * from conversation where chat_id = :chat", chat=chat)[0]


def test_a_batch_of_many_people_is_one_commit(front: FrontDesk) -> None:
    """Thirty people at once cost the disk one sync."""
    people = [front.patient() for _ in range(30)]
    noted: list[str] = []
    with front.sleeping():
        for person in people:
            person.start()
        noted = commits(front)
        received = front.count("received")
        front.keep(*front.waiting())
        assert (["commit"], 30) == (noted, front.count("received") - received)
    assert all("May I keep" in person.last()["text"] for person in people)


def test_several_turns_of_one_person_in_one_batch_follow_each_other(front: FrontDesk, alice: Person) -> None:
    """Words typed while the bot slept are taken one after the other, as if it had been awake."""
    with front.sleeping():
        alice.start()
        for words in ("yes", "sure", "for me", "sedona"):
            alice.say(words)
    assert "Which services" in alice.last()["text"]
    assert 4 == front.count("answer_history")


def test_one_that_fails_is_parked_and_its_conversation_stays_as_it_was(
    front: FrontDesk, alice: Person, ben: Person, unlucky: None
) -> None:
    """Its sender gets an apology, and everybody else in the batch goes on."""
    walk(alice, BY_TAPS[:3])
    walk(ben, BY_TAPS[:3])
    before, answers = conversation(front), front.count("answer_history")
    with front.sleeping():
        ben.say("sedona")
        alice.say("unlucky sedona")
        front.patient(103).start()
    assert before == conversation(front)
    assert answers + 1 == front.count("answer_history")
    assert "Which services" in ben.last()["text"]
    assert "May I keep" in front.patient(103).last()["text"]
    assert "sorry" in alice.last()["text"].casefold()
    assert [("RuntimeError",)] == [(row["error"],) for row in front.rows("select error from parked")]
    alice.tap("Sedona")
    assert "Which services" in alice.last()["text"]


def test_one_that_fails_is_not_tried_again_for_ever(front: FrontDesk, alice: Person, unlucky: None) -> None:
    """It is acknowledged, and the same update brought again changes nothing more."""
    walk(alice, BY_TAPS[:3])
    done = alice.say("unlucky sedona")
    apologies = len(alice.messages())
    front.people.repeat(done["update_id"])
    assert (1, apologies) == (front.count("parked"), len(alice.messages()))
    assert [] == front.waiting()


def test_the_trouble_of_one_is_logged_without_a_word_of_it(
    front: FrontDesk, alice: Person, unlucky: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """The class and the update's number, nothing of what was said or of what the error says."""
    walk(alice, BY_TAPS[:3])
    alice.say("unlucky sedona, Wanderflower")
    logged = "".join(capsys.readouterr())
    assert "RuntimeError" in logged
    assert not [words for words in ("Wanderflower", "Quintessa", "sedona") if words in logged]


def test_an_update_that_cannot_be_read_is_parked_and_blocks_nobody(front: FrontDesk, alice: Person) -> None:
    """Poison among good ones."""
    with front.sleeping():
        front.people.inject({"message": {"nothing": "that can be read"}})
        alice.start()
        front.people.inject({"callback_query": []})
    assert "May I keep" in alice.last()["text"]
    assert 2 == front.count("parked")
    assert [] == front.waiting()


def test_an_update_brought_twice_is_taken_once(front: FrontDesk, alice: Person) -> None:
    """In the same batch, and long after."""
    walk(alice, BY_TAPS[:3])
    with front.sleeping():
        done = alice.say("sedona")
        front.people.repeat(done["update_id"])
    shown, answers = len(alice.messages()), front.count("answer_history")
    front.people.repeat(done["update_id"])
    front.people.repeat(done["update_id"])
    assert (shown, answers) == (len(alice.messages()), front.count("answer_history"))
    assert "Which services" in alice.last()["text"]


def test_a_tap_sent_twice_by_the_phone_is_taken_once(front: FrontDesk, alice: Person) -> None:
    """Under a new number, as clients do: the render token tells."""
    walk(alice, BY_TAPS[:3])
    alice.tap("Santa Monica")
    shown = len(alice.messages())
    alice.tap_again()
    assert "Which services" in alice.last()["text"]
    assert shown == len(alice.messages())
    assert 1 == len(front.rows("select id from answer_history where link_id = 'location'"))


def test_handing_over_twice_in_one_batch_is_one_lead_and_one_card(
    front: FrontDesk, alice: Person, group: Person
) -> None:
    """An impatient finger on "Send to our team"."""
    walk(alice, SHORT[:-1])
    with front.sleeping():
        alice.tap("Send to our team")
        alice.tap("Send to our team")
        alice.tap_again()
    assert 1 == front.count("lead")
    assert 1 == len([m for m in group.messages() if m["from_bot"]])
    assert reference(alice) in group.last()["text"]


def test_updates_out_of_order_and_with_any_number_are_kept(front: FrontDesk, alice: Person) -> None:
    """After a quiet week Telegram's ids start anywhere, also lower."""
    walk(alice, BY_TAPS[:3])
    said = {"chat": {"id": 101, "type": "private"}, "from": {"id": 101, "is_bot": False, "first_name": "Alice"}}
    for number, words in ((5, "sedona"), (2**33, "tms and dbt"), (17, "chronic pain and anxiety")):
        raw = {"update_id": number, "message": {**said, "message_id": number % 1000, "date": 1, "text": words}}
        front.keep(raw)
    assert {5, 17, 2**33} <= {row["update_id"] for row in front.rows("select update_id from received")}
    assert {"location", "services", "concerns"} <= {
        row["link_id"] for row in front.rows("select link_id from answer_history")
    }


def test_when_the_database_is_down_nothing_is_kept_and_the_same_batch_can_come_again(
    front: FrontDesk, alice: Person, ben: Person
) -> None:
    """No apology, no parking: it is not the update's fault."""
    walk(alice, BY_TAPS[:3])
    with closing(sqlite3.connect(front.file, isolation_level=None)) as other:
        _impatient(front)
        other.execute("begin immediate")
        with pytest.raises(StorageDown):
            alice.say("sedona")
        assert 1 == len(front.waiting())
        other.execute("rollback")
    front.work()
    assert "Which services" in alice.last()["text"]
    assert 0 == front.count("parked")


def _impatient(front: FrontDesk) -> None:
    """Connections from now on wait for nobody."""
    front.store.engine.dispose()
    event.listen(front.store.engine, "connect", lambda connection, _: connection.execute("pragma busy_timeout = 20"))


def test_a_patients_whole_intake_survives_a_new_desk_at_every_turn(
    front: FrontDesk, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is in the database: a desk that was just opened goes on where the other stopped."""
    alice.start()
    address = str(front.store.engine.url)
    for step in BY_TAPS:
        front.store.close()
        fresh = Store(address, KEYS)
        monkeypatch.setattr(front, "store", fresh)
        object.__setattr__(front.desk, "store", fresh)
        take(alice, step)
    assert reference(alice).startswith("BT-")


def test_a_conversation_at_a_question_that_is_gone_goes_on_at_the_next_open_one(
    front: FrontDesk, alice: Person
) -> None:
    """A clinic that drops a question strands nobody."""
    walk(alice, until(BY_TAPS, "e-mail"))
    text = read_text("intake.yaml")
    start, end = text.index("  - link_id: email"), text.index("  - link_id: reach_when")
    object.__setattr__(front.desk, "flow", load_flow(text[:start] + text[end:]))
    alice.say("mornings")
    assert "good time to reach you" in alice.last()["text"]


def test_finishing_costs_one_lead_however_it_was_said(front: FrontDesk) -> None:
    """Three people, three leads, three cards, all different."""
    references = {finish(front.patient(), steps) for steps in (BY_TAPS, SHORT, SHORT)}
    assert 3 == len(references) == front.count("lead")
    cards = [m["text"] for m in front.staff().in_group().messages() if m["from_bot"]]
    assert references == {card.split("\n")[0] for card in cards}
