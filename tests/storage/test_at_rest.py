"""What lies on the disk: nothing readable of a person, and after erasing nothing at all."""

import json
from pathlib import Path

from front_desk import FrontDesk
from walks import BY_TAPS, BY_TYPING, TYPED_WORDS, finish, take, walk

from sandbox.client import Person

TYPED = ("zoloft", "Zoloft and ECT", "vegas", "Wanderflower", "Quibblefluff")
"""Words typed along the way; two of them are nobody's but ours, so they are surely nowhere by chance."""
ERASED = ("conversation", "answer_history", "lead", "lead_version", "lead_event", "consent", "alert")


def raw_bytes(front: FrontDesk) -> bytes:
    """Every byte the database has on the disk, write-ahead log included."""
    return b"".join(part.read_bytes() for part in sorted(front.file.parent.iterdir()) if part.is_file())


def everything(front: FrontDesk, phone: Person) -> str:
    """Leave words of every kind: answers, a correction, questions, a message, crisis words, a voice message."""
    reference = finish(phone, BY_TYPING)
    phone.say("Please tell Wanderflower that I said hello")
    phone.say("Will my cat Quibblefluff be allowed in the room?")
    phone.say("I want to kill myself, Wanderflower")
    phone.send("voice")
    phone.edit("vegas", "sedona")
    return reference


def test_no_name_number_or_typed_word_is_readable_on_the_disk(front: FrontDesk) -> None:
    """The whole intake, by taps and by typing, and what came after it."""
    everything(front, front.patient(101))
    finish(front.patient(102), BY_TAPS)
    front.staff().start()
    front.staff().in_group().tap("Claim")
    front.staff().in_group().tap("Open")
    found = raw_bytes(front).lower()
    assert b"las_vegas" in found, "the file is read, and codes of ours stand in it"
    readable = [words for words in (*TYPED_WORDS, *TYPED) if words.lower().encode() in found]
    assert [] == [words for words in readable if words != "vegas"]


def test_an_update_that_was_parked_is_not_readable_either(front: FrontDesk) -> None:
    """Also what we failed to understand was said by somebody."""
    front.people.inject({"message": {"text": "Wanderflower", "chat": {"id": 101}}})
    assert 1 == front.count("parked")
    assert b"Wanderflower" not in raw_bytes(front)


def test_erasing_leaves_no_row_and_no_byte(front: FrontDesk) -> None:
    """Not a row about the person in any table, and none of the sealed bytes, hashes or ids in the file."""
    alice, dana = front.patient(101), front.staff()
    dana.start()
    of_others = _sealed_values(front)
    reference = everything(front, alice)
    dana.in_group().tap("Claim")
    dana.in_group().tap("Open")
    sealed = _sealed_values(front) - of_others
    uid = front.rows("select uid from lead")[0]["uid"]
    names = [row["name_index"] for row in front.rows("select name_index from lead")]
    alice.say("/delete")
    alice.tap("Erase everything")
    front.clock.forward(minutes=5)
    front.work()
    assert dict.fromkeys(ERASED, 0) == {table: front.count(table) for table in ERASED}
    assert [] == front.rows("select id from outbox where status = 'pending'")
    assert [] == front.rows("select id from outbox where subject = :uid", uid=uid)
    assert 20 < len(sealed)
    assert 0 == len(sealed & _sealed_values(front)), "rows about the person are still there"
    front.store.close()
    disk = front.file.read_bytes()
    assert reference.encode() in disk, "the tombstone names the reference, and nothing else"
    assert [] == [value.hex() for value in sealed if value in disk]
    assert [] == [name for name in names if name.encode() in disk]


def test_what_is_left_after_erasing_is_a_tombstone(front: FrontDesk) -> None:
    """Who asked, when, how much there was: the log of what was done goes on holding, and says nothing of what was."""
    alice = front.patient(101)
    reference = finish(alice, BY_TAPS)
    alice.say("/delete")
    alice.tap("Erase everything")
    grave = front.rows("select * from audit where act = 'erased'")
    assert [(reference, "patient")] == [(row["subject"], row["actor"]) for row in grave]
    assert not [words for words in TYPED_WORDS if words in json.dumps(grave, default=str)]


def test_erasing_takes_a_parked_update_of_the_person_with_it(front: FrontDesk) -> None:
    """What could not be read belongs to its sender all the same."""
    alice = front.patient(101)
    walk(alice, BY_TAPS[:3])
    update = {"message_id": 1, "date": 1, "chat": {"id": 101, "type": "private"}, "text": {"odd": "Wanderflower"}}
    front.people.inject({"message": {**update, "from": "nobody"}})
    assert 1 == front.count("parked")
    alice.say("/delete")
    alice.tap("Erase everything")
    assert 0 == front.count("parked")


def test_who_declines_or_is_a_minor_leaves_no_answer(front: FrontDesk) -> None:
    """Nothing is kept of an intake that ended before it began."""
    carla = front.patient(103)
    walk(carla, BY_TAPS[:2])
    carla.tap("For someone under 18")
    assert 0 == front.count("answer_history")
    david = front.patient(104)
    david.start()
    david.tap("No, thank you")
    assert 0 == front.count("answer_history")


def test_another_patient_loses_nothing_when_one_is_erased(front: FrontDesk) -> None:
    """Ben's lead, card and answers stay, and his chat goes on."""
    alice, ben = front.patient(101), front.patient(102)
    finish(alice, BY_TAPS)
    walk(ben, BY_TAPS[:5])
    before = front.count("answer_history")
    alice.say("/delete")
    alice.tap("Erase everything")
    assert 0 < front.count("answer_history") < before
    for step in BY_TAPS[5:]:
        take(ben, step)
    assert 1 == front.count("lead")


def _sealed_values(front: FrontDesk) -> set[bytes]:
    """Every sealed value in every table."""
    found: set[bytes] = set()
    for table in ("conversation", "answer_history", "lead", "lead_version", "lead_event", "outbox", "parked"):
        for row in front.rows(f"select * from {table}"):  # names of our own tables
            found |= {bytes(value) for name, value in row.items() if name.endswith("_sealed") and value}
    return found


def test_backup_copies_hold_nothing_readable(front: FrontDesk, tmp_path: Path) -> None:
    """What leaves the machine as a copy of the database is as sealed as the database."""
    everything(front, front.patient(101))
    copy = tmp_path / "copy.db"
    front.rows("select 1 as one")
    with front.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.connection.driver_connection.execute(f"VACUUM INTO '{copy}'")  # type: ignore[union-attr]
    content = copy.read_bytes().lower()
    assert [] == [
        words for words in (*TYPED_WORDS, "wanderflower", "quibblefluff") if words.lower().encode() in content
    ]
