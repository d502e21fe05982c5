"""What other systems are told of a lead: by reference unless the file says more and the person agreed to contact."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat import PHONE
from filed_leads import CONSOLE, FiledLeads

from desk.deliveries import failing, redeliver
from desk.lead_moves import Actor, move_lead
from desk.retention import purge
from desk.ticking import tick
from storage import leads
from storage.staff import OWNER, Member, save_member

DANA = Member(9001, "Dana", OWNER, (), True)
EVERYTHING = "[lead.created, lead.updated, lead.claimed, lead.consent_withdrawn, lead.deleted]"
FILE = f"""
webhooks:
  - {{name: thin, url: 'https://a.example', secret_env: A, events: {EVERYTHING}}}
  - {{name: full, url: 'https://b.example', secret_env: B, events: {EVERYTHING}, content: full}}
  - name: hub
    preset: hubspot
    content: full
    token_env: T
    hubspot: {{portal: "1", form: 00000000-0000-4000-8000-000000000000, subscription: 99}}
    events: [lead.created, lead.updated]
    fields: {{intake_clinic: clinic, intake_concerns: concerns}}
  - name: highlevel
    preset: gohighlevel
    content: full
    url_env: U
    events: {EVERYTHING}
    tags: [intake, telegram]
    fields: {{wanted: services}}
email:
  - {{name: front, host: h, from: a@b.example, to: [c@d.example], events: {EVERYTHING}}}
"""
CRISIS = "I want to die"


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[FiledLeads]:
    desk = FiledLeads(tmp_path, FILE)
    with desk.store.transaction() as books:
        save_member(books, 9001, "Dana", OWNER, (), desk.desk.now_ms())
    yield desk
    desk.store.close()


def told(filed: FiledLeads) -> list[tuple[str, str, Any]]:
    """Target, event and what is said, of each delivery."""
    rows = filed.rows("select target, event from delivery order by id")
    bodies = [json.loads(body["json"]) if "json" in body else body for body in filed.bodies()]
    return [(row["target"], row["event"], body) for row, body in zip(rows, bodies, strict=True)]


def test_each_target_is_told_in_its_own_way(filed: FiledLeads) -> None:
    """The same lead, five times."""
    lead = filed.file_lead(source="spring-ad")

    said = {target: body for target, _, body in told(filed)}
    assert {"reference": lead.reference, "url": f"{CONSOLE}/leads/{lead.uid}"} == said["thin"]["data"]
    full = said["full"]["data"]
    assert {"name": "Alice Archer", "phone": PHONE, "email": "alice@example.com"} == full["contact"]
    assert ("new", ["tms"], "spring-ad") == (full["status"], full["services"], full["source"])
    answers = {answer["link_id"]: answer["values"] for answer in full["answers"]}
    assert (["Depression"], ["Talk therapy"]) == (answers["concerns"], answers["prior_treatments"])
    assert f"New request: {lead.reference}" == said["front"]["subject"]


def test_hubspot_gets_a_form_with_the_consent_in_its_words(filed: FiledLeads) -> None:
    """Contact fields of object 0-1, our own where they are mapped, and what was agreed to, when."""
    filed.file_lead(name="Alice van Archer")

    said = next(body for target, _, body in told(filed) if target == "hub")
    assert {
        "firstname": "Alice",
        "lastname": "van Archer",
        "email": "alice@example.com",
        "phone": PHONE,
        "intake_clinic": "Santa Monica",
        "intake_concerns": "Depression",
    } == {field["name"]: field["value"] for field in said["fields"]}
    assert {"0-1"} == {field["objectTypeId"] for field in said["fields"]}
    assert str(filed.desk.now_ms()) == said["submittedAt"]
    consent = said["legalConsentOptions"]["consent"]
    assert consent["consentToProcess"] is True
    assert consent["text"].startswith("May I keep what you tell me")
    assert consent["text"].endswith("(2026-11-24T17:00:00+00:00)")
    (communication,) = consent["communications"]
    assert (True, 99) == (communication["value"], communication["subscriptionTypeId"])
    assert communication["text"].startswith("And may someone from our team contact you")


def test_hubspot_is_not_told_of_somebody_without_an_address(filed: FiledLeads) -> None:
    """It knows contacts by their e-mail."""
    filed.file_lead(email="")

    assert "hub" not in [target for target, _, _ in told(filed)]


def test_gohighlevel_gets_a_flat_object(filed: FiledLeads) -> None:
    """As its inbound webhook maps it."""
    lead = filed.file_lead()

    said = next(body for target, _, body in told(filed) if target == "highlevel")
    assert {
        "event": "lead.created",
        "reference": lead.reference,
        "firstName": "Alice",
        "lastName": "Archer",
        "phone": PHONE,
        "email": "alice@example.com",
        "source": "Telegram intake",
        "tags": ["intake", "telegram"],
        "customField": {
            "intake_reference": lead.reference,
            "intake_clinic": "Santa Monica",
            "intake_link": f"{CONSOLE}/leads/{lead.uid}",
            "wanted": "TMS",
        },
    } == said


def test_who_did_not_agree_to_contact_is_a_reference(filed: FiledLeads) -> None:
    """However much the file would pass on."""
    filed.file_lead(contact_consent="declined", phone=None, email=None, reach_when=None, voicemail=None)

    assert ["thin", "full", "highlevel", "front"] == [target for target, _, _ in told(filed)]
    assert "Alice" not in json.dumps(told(filed))
    assert "Depression" not in json.dumps(told(filed))


def test_words_of_crisis_stay_in_the_house(filed: FiledLeads) -> None:
    """Not as an answer, not beside one, not as the source of a link; nor that the lead is urgent."""
    lead = filed.file_lead(
        said=f"Zoloft. {CRISIS}", prior_treatments=("psychotherapy", CRISIS), source=CRISIS, name=CRISIS
    )
    with filed.store.transaction() as books:
        leads.flag(books, lead.uid, urgent=True)
    filed.tell(lead, "lead.updated")

    everything = json.dumps(told(filed))
    assert CRISIS not in everything
    assert "Zoloft" not in everything
    assert "urgent" not in everything
    assert "Talk therapy" in everything


def test_answers_without_their_question_stay_in_the_house(filed: FiledLeads) -> None:
    """What was archived is never passed on."""
    filed.file_lead(infusion_visit="sedona", last_infusion="m1_to_3")

    assert "Sedona" not in json.dumps(told(filed))
    assert "months" not in json.dumps(told(filed))


def test_moves_are_told_as_they_happen(filed: FiledLeads) -> None:
    """In the transaction of the move; what is refused is not told."""
    lead = filed.file_lead()
    actor = Actor(DANA, "console")
    with filed.store.transaction() as books:
        assert move_lead(filed.desk, books, lead, "claim", actor).moved
    with filed.store.transaction() as books:
        assert not move_lead(filed.desk, books, filed.lead(lead.uid), "claim", actor).moved

    claimed = [(target, body) for target, event, body in told(filed) if event == "lead.claimed"]
    assert ["thin", "full", "highlevel", "front"] == [target for target, _ in claimed]
    assert "claimed" == claimed[1][1]["data"]["status"]


def test_what_is_rolled_back_is_not_told(filed: FiledLeads) -> None:
    """News and what happened are one transaction."""
    lead = filed.file_lead()
    before = len(told(filed))
    with pytest.raises(ZeroDivisionError), filed.store.transaction() as books:
        move_lead(filed.desk, books, lead, "claim", Actor(DANA, "console"))
        raise ZeroDivisionError

    assert before == len(told(filed))


def test_withdrawn_consent_takes_back_what_waits(filed: FiledLeads) -> None:
    """Full targets are told by reference that it was withdrawn, and no longer what they would have been told."""
    lead = filed.file_lead()
    with filed.store.transaction() as books:
        leads.flag(books, lead.uid, may_contact=False)
    filed.tell(lead, "lead.consent_withdrawn")

    assert [
        ("thin", "lead.created"), ("front", "lead.created"),
        ("thin", "lead.consent_withdrawn"), ("full", "lead.consent_withdrawn"),
        ("highlevel", "lead.consent_withdrawn"), ("front", "lead.consent_withdrawn"),
    ] == [(target, event) for target, event, _ in told(filed)]  # fmt: skip
    assert "Alice" not in json.dumps(told(filed))


def test_erasing_takes_back_everything_and_tells_the_reference(filed: FiledLeads) -> None:
    """Also what lies dead; what other people's leads are told stays."""
    other = filed.file_lead()
    lead = filed.file_lead()
    with filed.store.transaction() as books:
        books.connection.exec_driver_sql("update delivery set status = 'dead' where target = 'full'")

    filed.erase(lead)

    about = [(t, e, b) for (t, e, b), row in zip(told(filed), _uids(filed), strict=True) if row == lead.uid]
    assert [("thin", "lead.deleted"), ("full", "lead.deleted"), ("highlevel", "lead.deleted"), ("front", "lead.deleted")] == [
        (target, event) for target, event, _ in about
    ]  # fmt: skip
    assert {"reference": lead.reference} == about[0][2]["data"] == about[1][2]["data"]
    assert {"event": "lead.deleted", "reference": lead.reference} == about[2][2]
    assert 5 == sum(uid == other.uid for uid in _uids(filed))


def _uids(filed: FiledLeads) -> list[str]:
    return [row["lead_uid"] for row in filed.rows("select lead_uid from delivery order by id")]


def test_news_of_erasing_waits_for_what_is_under_way(filed: FiledLeads) -> None:
    """It must not arrive before what it takes back."""
    lead = filed.file_lead()
    busy = filed.desk.now_ms() + 60_000
    with filed.store.transaction() as books:
        books.connection.exec_driver_sql(f"update delivery set leased_until = {busy} where target = 'thin'")

    filed.erase(lead)

    assert {busy} == {row["due_at"] for row in filed.rows("select due_at from delivery")}


def test_retention_tells_as_well(filed: FiledLeads) -> None:
    """What the clock erases is gone for other systems too."""
    lead = filed.file_lead()
    with filed.store.transaction() as books:
        move_lead(filed.desk, books, lead, "close", Actor(DANA, "console"), reason="no_answer")
    filed.clock.forward(days=800)

    purge(filed.desk, unfinished_days=30, settled_days=730, dry_run=False)

    assert {"lead.deleted"} == {event for _, event, _ in told(filed)}


def test_without_targets_nothing_is_put_down(tmp_path: Path) -> None:
    """Off until configured."""
    desk = FiledLeads(tmp_path)
    lead = desk.file_lead()
    desk.tell(lead, "lead.updated")
    desk.erase(lead)

    assert [] == desk.states()
    desk.store.close()


def test_nothing_said_stands_readable_in_the_table(filed: FiledLeads) -> None:
    """Bodies are sealed, and emptied once taken."""
    from desk.delivering import Taken, lease_deliveries, settle_deliveries

    filed.file_lead()
    (delivery,) = lease_deliveries(filed.desk, "full", 8)
    settle_deliveries(filed.desk, "full", [Taken(delivery.id)])

    assert b"Archer" not in filed.file.read_bytes() + filed.file.with_suffix(".db-wal").read_bytes()
    taken = filed.rows("select uid, body_sealed from delivery where status = 'delivered'")
    with filed.store.reading() as books:
        assert {} == books.open(taken[0]["body_sealed"], f"delivery|body|{taken[0]['uid']}")


def test_what_is_done_is_forgotten_after_a_while(filed: FiledLeads) -> None:
    """Delivered after a week, dead after a month."""
    filed.file_lead()
    with filed.store.transaction() as books:
        books.connection.exec_driver_sql("update delivery set status = 'delivered' where target = 'thin'")
        books.connection.exec_driver_sql("update delivery set status = 'dead' where target = 'full'")
    left = []
    for days in (9, 22):
        filed.clock.forward(days=days)
        tick(filed.desk)
        left.append({row["target"] for row in filed.rows("select target from delivery")} & {"thin", "full"})

    assert [{"full"}, set()] == left


def test_what_waits_for_a_target_that_is_gone_is_shown(filed: FiledLeads) -> None:
    """After an hour it counts as failing."""
    filed.file_lead()
    shown = []
    for hours in (0.9, 0.2):
        filed.clock.forward(hours=hours)
        with filed.store.reading() as books:
            shown.append(len(failing(filed.desk, books)))

    assert [0, 5] == shown


def test_putting_back_what_is_not_there_does_nothing(filed: FiledLeads) -> None:
    """But is written down."""
    with filed.store.transaction() as books:
        assert 0 == redeliver(filed.desk, books, "9001", "console", uid="nothing")
    assert 1 == len(filed.rows("select id from audit where act = 'deliveries_retried'"))
