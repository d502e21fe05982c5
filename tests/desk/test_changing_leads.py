"""Staff put a lead right, field by field: two who change different fields both succeed, of one field the first wins."""

import threading

import pytest
from desk_acts import actor, audited, do, entries, lead_of
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, EMAIL, NAME, SHORT, finish

from desk.field_values import Given
from desk.lead_changes import FIELDS, Changed, change_field, seen_value
from desk.lead_moves import move_lead
from sandbox.client import Person
from storage import leads
from storage.leads import LeadRow
from storage.staff import COORDINATOR, READ_ONLY, save_member


@pytest.fixture
def lead(front: FrontDesk, alice: Person) -> LeadRow:
    """Alice's request, with Dana."""
    reference = finish(alice, BY_TAPS)
    do(front, move_lead, lead_of(front, reference), "claim", actor(front))
    return lead_of(front, reference)


def seen(front: FrontDesk, lead: LeadRow, field: str) -> str:
    return do(front, seen_value, lead_of(front, lead.reference), field)


def change(front: FrontDesk, lead: LeadRow, field: str, value: Given, token: str = "", number: int = DANA) -> Changed:
    """Change a field as Dana, having seen it as it is now."""
    token = token or seen(front, lead, field)
    return do(front, change_field, lead, actor(front, number), field, token, value)


def answers(front: FrontDesk, lead: LeadRow, number: int | None = None) -> dict[str, tuple[object, str]]:
    """Value and method of each answer of a version, by default the newest."""
    with front.store.reading() as books:
        found = leads.answers(books, lead_of(front, lead.reference), number)
    return {link_id: (answer.value, answer.method) for link_id, answer in found.items()}


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("name", "my name is quintessa MARKLUND-HOLM", "Quintessa Marklund-Holm"),
        ("phone", "(310) 555-0134", "+13105550134"),
        ("email", "Quin@Example.ORG", "Quin@example.org"),
        ("email", "", ""),
        ("location", "las_vegas", "las_vegas"),
        ("location", "online", "online"),
        ("services", "dbt,tms", ("tms", "dbt")),
        ("services", ["not_sure"], ("not_sure",)),
    ],
)
def test_a_changed_answer_is_a_new_version_with_its_provenance(
    front: FrontDesk, lead: LeadRow, field: str, given: Given, kept: object
) -> None:
    """Read as the person's own words would be; the version handed over stays as it was."""
    before = answers(front, lead, 1)
    assert Changed(True) == change(front, lead, field, given)
    assert 2 == lead_of(front, lead.reference).version
    assert (kept, "staff") == answers(front, lead)[field]
    assert before == answers(front, lead, 1)
    others = {link_id for link_id, answer in answers(front, lead).items() if before.get(link_id) != answer}
    assert {field} == others


def test_the_lead_is_filed_anew(front: FrontDesk, lead: LeadRow) -> None:
    """Under its location and services, and under the hashes that search looks for."""
    change(front, lead, "location", "las_vegas")
    change(front, lead, "services", "tms")
    change(front, lead, "phone", "(310) 555-0134")
    now = lead_of(front, lead.reference)
    assert ("las_vegas", ("tms",)) == (now.location, now.services)
    with front.store.reading() as books:
        index = books.sealer.index("+13105550134", "phone")
    assert [index] == [row["phone_index"] for row in front.rows("select phone_index from lead")]


def test_fields_that_are_no_answers_change_without_a_version(front: FrontDesk, lead: LeadRow) -> None:
    """Language, urgent, and the date of one that is set aside."""
    assert change(front, lead, "language", "es").changed
    assert change(front, lead, "urgent", "yes").changed
    now = front.desk.now_ms()
    do(front, move_lead, lead_of(front, lead.reference), "snooze", actor(front), until=now + 1)
    assert change(front, lead, "follow_up_at", "2026-12-01").changed
    changed = lead_of(front, lead.reference)
    assert ("es", True, 1, 1796144400000) == (changed.language, changed.urgent, changed.version, changed.follow_up_at)
    assert "Dec 1, 9:00 AM (Santa Monica)" == front.desk.local_time(changed.follow_up_at or 0, changed.location)


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("name", "why do you need it?"),
        ("name", ""),
        ("phone", "555"),
        ("phone", ""),
        ("email", "not an address"),
        ("location", "chicago"),
        ("location", ""),
        ("services", "massage"),
        ("services", "tms,not_sure"),
        ("services", ""),
        ("language", "fr"),
        ("follow_up_at", "2026-12-01"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(front: FrontDesk, lead: LeadRow, field: str, given: str) -> None:
    """Nothing changes; the words say what would do. A date is only for what is set aside."""
    before = front.rows("select * from lead")
    refused = change(front, lead, field, given)
    assert (False, "") == (refused.changed, refused.other)
    assert refused.why.endswith(".")
    assert before == front.rows("select * from lead")


@pytest.mark.parametrize("given", ["2026-11-23", "yesterday", "2026-13-01", 5])
def test_a_date_that_is_past_or_none_is_refused(front: FrontDesk, lead: LeadRow, given: Given) -> None:
    """Of one that is set aside."""
    do(front, move_lead, lead, "snooze", actor(front), until=front.desk.now_ms() + 1)
    assert "A date that is still to come is needed." == change(front, lead, "follow_up_at", given).why


def test_nobody_keeps_a_number_of_somebody_who_declined_contact(front: FrontDesk, ben: Person) -> None:
    """They were told that we will not."""
    lead = lead_of(front, finish(ben, SHORT))
    for field, given in (("phone", "(310) 555-0134"), ("email", EMAIL)):
        assert "They did not agree to be contacted" in change(front, lead, field, given).why


# Conflicts


def test_two_who_change_different_fields_both_succeed(front: FrontDesk, lead: LeadRow) -> None:
    """Both pages were open since before."""
    phone, name = seen(front, lead, "phone"), seen(front, lead, "name")
    assert change(front, lead, "phone", "(310) 555-0134", phone).changed
    assert change(front, lead, "name", "Quin Marklund", name, OMAR).changed
    assert ("+13105550134", "Quin Marklund") == (answers(front, lead)["phone"][0], answers(front, lead)["name"][0])


def test_of_two_who_change_one_field_the_second_sees_the_value_of_the_first(front: FrontDesk, lead: LeadRow) -> None:
    """And can decide then; with what is there now seen, it goes through."""
    token = seen(front, lead, "phone")
    assert change(front, lead, "phone", "(310) 555-0134", token).changed
    refused = change(front, lead, "phone", "(310) 555-0199", token, OMAR)
    assert Changed(False, "Somebody changed this meanwhile. It is now: (310) 555-0134", "(310) 555-0134") == refused
    assert change(front, lead, "phone", "(310) 555-0199", number=OMAR).changed


def test_two_who_want_the_same_are_not_in_each_others_way(front: FrontDesk, lead: LeadRow) -> None:
    """One change, one version."""
    token = seen(front, lead, "phone")
    assert change(front, lead, "phone", "(310) 555-0134", token).changed
    assert change(front, lead, "phone", "310 555 0134", token, OMAR).changed
    assert 2 == lead_of(front, lead.reference).version


def test_an_answer_that_the_patient_changed_meanwhile_is_not_written_over(
    front: FrontDesk, lead: LeadRow, alice: Person
) -> None:
    """Their word came first."""
    token = seen(front, lead, "location")
    alice.say("/edit")
    alice.tap("Location")
    alice.tap("Sedona")
    alice.tap("Send the changes")
    assert "Sedona" == change(front, lead, "location", "las_vegas", token).other
    assert "sedona" == lead_of(front, lead.reference).location


def test_what_staff_put_right_outlives_the_patients_next_change(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """She changes the location; the corrected number stays. Her own data shows both."""
    change(front, lead, "phone", "(310) 555-0134")
    alice.say("/edit")
    alice.tap("Location")
    alice.tap("Sedona")
    alice.tap("Send the changes")
    assert ("+13105550134", "staff") == answers(front, lead)["phone"]
    assert "sedona" == lead_of(front, lead.reference).location
    alice.say("/mydata")
    assert "Put right by our team: Phone: (310) 555-0134" in alice.last()["text"]


def test_a_hundred_who_change_one_field_at_once_make_one_change(front: FrontDesk, lead: LeadRow) -> None:
    """Each with a number of their own; the others are shown the one that is there."""
    token, start, results = seen(front, lead, "phone"), threading.Barrier(100), []
    who = actor(front)

    def one(number: int) -> None:
        start.wait()
        with front.store.transaction() as books:
            results.append(change_field(front.desk, books, lead, who, "phone", token, f"(310) 555-01{number:02}"))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [True] == [result.changed for result in results if result.changed]
    assert 1 == len({result.other for result in results if not result.changed})
    assert 2 == lead_of(front, lead.reference).version


# What is written down, and who may


def test_the_audit_log_has_the_field_and_the_timeline_the_values(front: FrontDesk, lead: LeadRow) -> None:
    """The values are sealed."""
    change(front, lead, "name", "Wanda Flower")
    assert [(str(DANA), "console", lead.uid, "name")] == audited(front, "lead_changed")
    assert ("change", str(DANA), {"field": "name", "old": NAME, "new": "Wanda Flower"}) == entries(front, lead)[-1]
    assert b"Wanda" not in front.file.read_bytes()
    assert lead_of(front, lead.reference).acted_at == front.desk.now_ms()


def test_the_token_of_a_form_tells_nobody_the_value(front: FrontDesk, lead: LeadRow) -> None:
    """And the same value has another one at another lead."""
    tokens = [seen(front, lead, field) for field in FIELDS]
    assert {32} == {len(token) for token in tokens}
    assert len(FIELDS) == len(set(tokens))


@pytest.mark.parametrize(
    ("role", "locations", "why"),
    [
        (READ_ONLY, (), "Your role may look, but not change."),
        (COORDINATOR, ("sedona",), "This request belongs to another location."),
    ],
)
def test_who_may_not_change_is_refused_and_written_down(
    front: FrontDesk, lead: LeadRow, role: str, locations: tuple[str, ...], why: str
) -> None:
    """The refusal shows no value."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", role, locations, 0)
    assert Changed(False, why) == change(front, lead, "phone", "(310) 555-0134", "stale", NINA)
    assert [(str(NINA), "console", lead.uid, "change_phone")] == audited(front, "denied")


def test_a_field_that_is_none_and_a_lead_that_is_gone_are_refused(
    front: FrontDesk, lead: LeadRow, alice: Person
) -> None:
    """A form is not trusted."""
    assert Changed(False, "There is no such field.") == change(front, lead, "holder_id", "9", "x")
    alice.say("/delete")
    alice.say("yes")
    assert Changed(False, "This request was erased.") == change(front, lead, "name", "Wanda", "x")


def test_a_holder_hears_that_their_lead_left_their_locations(front: FrontDesk, alice: Person) -> None:
    """Nina works in Santa Monica only."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, ("santa_monica",), 0)
    nina = front.staff(NINA)
    nina.start()
    lead = lead_of(front, finish(alice, BY_TAPS))
    do(front, move_lead, lead, "claim", actor(front, NINA))
    change(front, lead, "location", "sedona")
    words = "staff 9001 moved this to Sedona, which is not one of your locations."
    assert f"{lead.reference}: {words}" == nina.last()["text"]
