"""What the report counts: each question once a person and run, from first shown to first answered; codes and times only."""

from typing import Any

from front_desk import FrontDesk
from walks import BY_TAPS, NAME, SHORT, finish, take, until, walk

from sandbox.client import Person


def shown(front: FrontDesk) -> list[dict[str, Any]]:
    return front.rows("select * from question_shown order by id")


def test_a_whole_intake_is_a_row_for_every_question(front: FrontDesk, alice: Person) -> None:
    """In the order they were met; the last is the review, answered by sending."""
    finish(alice, SHORT, payload="instagram")
    rows = shown(front)
    expected = [
        "consent",
        "contact_consent",
        "who",
        "location",
        "services",
        "concerns",
        "prior_treatments",
        "name",
        "review",
    ]
    assert expected == [row["link_id"] for row in rows]
    assert all(row["answered_at"] >= row["shown_at"] for row in rows)
    assert [("instagram", "en", "las_vegas", 101)] * 9 == [
        (r["source"], r["language"], r["location"], r["chat_id"]) for r in rows
    ]
    assert 1 == len({row["intake"] for row in rows})


def test_who_stops_leaves_one_question_open(front: FrontDesk, alice: Person) -> None:
    walk(alice, until(BY_TAPS, "Which services"))
    assert [("services", None)] == [(row["link_id"], row["answered_at"]) for row in shown(front)[-1:]]
    assert all(row["answered_at"] for row in shown(front)[:-1])


def test_a_question_met_again_stays_one_row(front: FrontDesk, alice: Person) -> None:
    """Back, change and a side question show it anew; the first time and the first answer count."""
    walk(alice, until(BY_TAPS, "What treatments"))
    before = {row["link_id"]: row["shown_at"] for row in shown(front)}
    front.clock.forward(minutes=3)
    alice.tap("Back")
    alice.say("how long does an infusion take?")
    assert before == {row["link_id"]: row["shown_at"] for row in shown(front)}


def test_starting_over_is_a_run_of_its_own(front: FrontDesk, alice: Person) -> None:
    """Both count; somebody who came back did not leave."""
    walk(alice, until(BY_TAPS, "Who is this for"))
    front.clock.forward(minutes=1)
    alice.start()
    alice.tap("Start over")
    runs = [row["intake"] for row in shown(front)]
    assert 2 == len(set(runs))
    assert ["consent"] == [row["link_id"] for row in shown(front) if row["intake"] == runs[-1]]


def test_a_question_shown_and_answered_in_one_batch_counts(front: FrontDesk, alice: Person) -> None:
    alice.start()
    front.work()
    with front.sleeping():
        alice.say("yes")
        alice.say("yes")
    assert [("consent", True), ("contact_consent", True), ("who", False)] == [
        (row["link_id"], row["answered_at"] is not None) for row in shown(front)
    ]


def test_of_who_declines_only_the_count_stays(front: FrontDesk, alice: Person) -> None:
    """Which chat it was is not kept."""
    alice.start()
    alice.tap("No, thank you")
    assert [("consent", 0)] == [(row["link_id"], row["chat_id"]) for row in shown(front)]
    assert shown(front)[0]["answered_at"]


def test_erasing_takes_these_rows_too(front: FrontDesk, alice: Person, ben: Person) -> None:
    """Also those of the very batch that erases; another's stay."""
    walk(ben, until(SHORT, "Which location"))
    walk(alice, until(SHORT, "Which location"))
    take(alice, SHORT[3])
    with front.sleeping():
        alice.say("tms")
        alice.say("/delete")
        alice.say("yes")
    assert 0 == len(front.rows("select * from conversation where chat_id = 101"))
    assert {102} == {row["chat_id"] for row in shown(front)}


def test_no_word_of_a_person_stands_in_them(front: FrontDesk, alice: Person) -> None:
    finish(alice, BY_TAPS)
    kept = str(shown(front))
    assert not [word for word in (NAME, "Quintessa", "5550101", "@") if word in kept]
