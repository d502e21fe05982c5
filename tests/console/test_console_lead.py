"""The page of a request: what is on it, for whom, what each form does, and what is written down about it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from console_desk import DANA, OMAR, RHEA, SAM, ConsoleDesk, Visitor

from flows.answers import Answer
from flows.record import contact, summary
from storage import alerts, leads, outbox, timeline

FORMS = (
    "move",
    "note",
    "change",
    "alert",
    "merge",
    "unmerge",
    "message",
    "message/send",
    "message/change",
    "message/drop",
)


def text_of(visitor: Visitor, section: str) -> str:
    """The words of one part of the page, as they are read."""
    found = re.search(rf'<section class="card {section}".*?</section>', visitor.page.text, re.DOTALL)
    assert found, f"no part {section}"
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def amend(desk: ConsoleDesk, uid: str, **answers: object) -> None:
    """The person changes answers."""
    with desk.store.transaction() as books:
        lead = leads.by_uid(books, uid)
        assert lead
        given = {i: Answer(v, "tap", desk.clock(), "2026.12") for i, v in answers.items()}  # type: ignore[arg-type]
        after = {**leads.answers(books, lead), **given}
        leads.amend(books, lead, summary(desk.flow, after), contact(after), after, "2026.12", desk.desk.now_ms())


def test_how_to_reach_them(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """A tap calls or writes; what time it is there is said, by the clinic."""
    dana.get(f"/leads/{console_desk.lead(voicemail='discreet')}")
    assert 'href="tel:+12025550101"' in dana.page.text
    assert 'href="mailto:alice@example.com"' in dana.page.text
    part = text_of(dana, "reach")
    assert "(202) 555-0101" in part
    assert "9:00 AM Pacific Time at the clinic in Santa Monica" in part
    assert "Good times Mornings" in part
    assert "Voicemail without the clinic's name" in part


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("NY", "12:00 PM Eastern Time in New York"),
        ("TX", "11:00 AM Central Time in most of Texas"),
        ("AZ", "10:00 AM Mountain Time in Arizona"),
        ("HI", "7:00 AM Hawaii-Aleutian Time in Hawaii Too early or late to call"),
    ],
)
def test_their_time_is_that_of_their_state(dana: Visitor, console_desk: ConsoleDesk, state: str, words: str) -> None:
    """Where somebody is not near a clinic."""
    dana.get(f"/leads/{console_desk.lead(location='online', remote='video', residence=state)}")
    assert words in text_of(dana, "reach")


def test_who_wants_no_contact_is_marked(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """And whoever blocked the bot."""
    uid = console_desk.lead(contact_consent="declined", phone=None, email=None)
    console_desk.set(uid, reachable=False)
    dana.get(f"/leads/{uid}")
    assert "They did not agree to be contacted." in text_of(dana, "reach")
    assert "call instead" in text_of(dana, "reach")
    assert "They did not agree to be contacted." in text_of(dana, "write")


def test_answers_say_how_they_came_about(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The raw words, how and when; under which questionnaire."""
    uid = console_desk.lead(said="been to TMS & talked, <i>a lot</i>", concerns="")
    part_of = dana.get(f"/leads/{uid}") and text_of(dana, "told")
    assert "Treatments so far Talk therapy Antidepressants named: 0 “been to TMS & talked, <i>a lot</i>”" in part_of
    assert "typed, Nov 24, 9:00 AM" in part_of
    assert "What it is for prefers not to say" in part_of
    assert "Questionnaire 2026.11, answered in English. Times are those of Santa Monica." in part_of


def test_what_was_misunderstood_is_marked(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """So that somebody goes through the series again."""
    told = console_desk.lead(services=("ketamine_infusion",), teach_back="three")
    dana.get(f"/leads/{told}")
    assert "Three Explain this again" in text_of(dana, "told")
    dana.get(f"/leads/{console_desk.lead(services=('ketamine_infusion',), teach_back='six')}")
    assert "Explain this again" not in dana.page.text


def test_a_changed_answer_shows_what_it_was(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Old and new, on the answer and version by version; contact that changed is among the answers."""
    uid = console_desk.lead()
    assert "Changed since" not in dana.get(f"/leads/{uid}").text
    amend(console_desk, uid, services=("tms", "dbt"), email="new@example.com")
    amend(console_desk, uid, services=("dbt",))
    dana.get(f"/leads/{uid}")
    assert "Services DBT Submitted as: TMS → now: DBT tapped, Nov 24, 9:00 AM, questionnaire 2026.12" in text_of(
        dana, "told"
    )
    assert "E-mail new@example.com Submitted as: alice@example.com → now: new@example.com" in text_of(dana, "told")
    versions = text_of(dana, "versions")
    assert versions.index("version 3 Services: TMS, DBT → DBT") < versions.index("version 2 Services: TMS → TMS, DBT")


def test_safety_shows_that_and_who_never_what(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Also what was raised before there was a request."""
    uid = console_desk.lead()
    now = console_desk.desk.now_ms()
    with console_desk.store.transaction() as books:
        early = alerts.raise_alert(books, 101, alerts.CRISIS, "", now)
        alerts.raise_alert(books, 101, alerts.PERSON, uid, now)
        alerts.raise_alert(books, 999, alerts.CRISIS, "", now)
        books.flush()
        alerts.take_on(books, early, OMAR, now)
    dana.get(f"/leads/{uid}")
    part = text_of(dana, "safety")
    assert "Asked for a person Nov 24, 9:00 AM Nobody has taken this on yet" in part
    assert "Words of crisis; given 911 and 988 at once Nov 24, 9:00 AM Taken on by Omar, Nov 24, 9:00 AM" in part


def test_an_alert_is_taken_on_once(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Whoever comes second hears who has it; an alert about somebody else is none of this page's."""
    uid, other = console_desk.lead(), console_desk.lead()
    with console_desk.store.transaction() as books:
        alerts.raise_alert(books, 101, alerts.CRISIS, uid, console_desk.desk.now_ms())
    omar = new_visitor().sign_in(OMAR)
    omar.get(f"/leads/{uid}")
    dana.get(f"/leads/{uid}")
    known = dana.hidden(f"/leads/{uid}/alert")
    assert 303 == dana.post(f"/leads/{uid}/alert", **known).status_code
    assert 409 == omar.submit(f"/leads/{uid}/alert").status_code
    assert "Dana took this on at" in omar.page.text
    assert 404 == dana.post(f"/leads/{other}/alert", **known).status_code
    assert [(str(DANA), "console")] == [(row["actor"], row["surface"]) for row in console_desk.audit("alert_taken")]


def test_the_timeline_and_what_they_asked(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Newest first; questions for staff stand apart as well."""
    uid = console_desk.lead()
    with console_desk.store.transaction() as books:
        timeline.note(books, uid, "question", "patient", console_desk.desk.now_ms(), "Is there parking?")
    dana.move(uid, "claim")
    dana.get(f"/leads/{uid}")
    assert "Is there parking?" in text_of(dana, "asked")
    past = text_of(dana, "past")
    assert past.index("claimed by Dana") < past.index("Is there parking?") < past.index("submitted")


def test_each_view_is_written_down_once(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The page, and what the patient saw."""
    uid = console_desk.lead()
    dana.get(f"/leads/{uid}")
    assert [(str(DANA), uid)] == [(row["actor"], row["subject"]) for row in console_desk.audit("lead_viewed")]
    dana.get(f"/leads/{uid}/screen")
    assert [uid] == [row["subject"] for row in console_desk.audit("screen_viewed")]
    assert 1 == len(console_desk.audit("lead_viewed"))


def test_a_request_of_another_clinic_is_as_if_it_were_not_there(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Every page and form gives the same refusal, changes nothing, and is written down."""
    uid, mine = console_desk.lead("BT-000001"), console_desk.lead("BT-000002", location="sedona")
    visitor.sign_in(SAM).get(f"/leads/{mine}")
    token = visitor.hidden(f"/leads/{mine}/note")["form_token"]
    nobody = visitor.get("/leads/nobody").text
    before = console_desk.rows("select * from lead"), console_desk.rows("select * from lead_event")
    answers = [visitor.get(f"/leads/{uid}"), visitor.get(f"/leads/{uid}/screen")]
    answers += [visitor.post(f"/leads/{uid}/{form}", form_token=token, act="claim", text="x") for form in FORMS]
    answers.append(visitor.post(f"/leads/{mine}/merge", form_token=token, other=uid, way="into_this"))
    assert {404} == {answer.status_code for answer in answers}
    assert {nobody} == {answer.text for answer in answers}
    assert before == (console_desk.rows("select * from lead"), console_desk.rows("select * from lead_event"))
    assert [(str(SAM), uid, "location")] * len(answers) == [
        (row["actor"], row["subject"], row["detail"]) for row in console_desk.audit("denied")
    ]


def test_who_may_only_read_sees_all_and_can_do_nothing(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """No form but search and leaving; a form made up by hand is refused and written down."""
    uid = console_desk.lead()
    other = console_desk.lead()
    visitor.sign_in(RHEA).get(f"/leads/{uid}")
    assert "Alice Archer" in visitor.page.text
    assert {"/search", "/sign-out"} == set(re.findall(r'method="post" action="([^"]+)"', visitor.page.text))
    token = visitor.hidden("/search")["form_token"]
    for form in FORMS:
        answer = visitor.post(f"/leads/{uid}/{form}", form_token=token, act="claim", text="x", other=other)
        assert 403 == answer.status_code
    assert list(FORMS) == [row["detail"] for row in console_desk.audit("denied")]
    assert ("new", None) == console_desk.status(uid)


def test_a_note_is_for_colleagues(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """On the timeline, and nowhere near the patient; an empty one is refused."""
    uid = console_desk.lead()
    dana.get(f"/leads/{uid}")
    assert 409 == dana.submit(f"/leads/{uid}/note", text="  ").status_code
    dana.submit(f"/leads/{uid}/note", text="Prefers Dr. Okafor <b>")
    dana.get(dana.page.headers["location"])
    assert "Your note is on the timeline." in dana.page.text
    assert "noted by Dana Prefers Dr. Okafor <b>" in text_of(dana, "past")
    assert [] == console_desk.rows("select * from outbox where chat_id = 101")


def sent_to_patient(console_desk: ConsoleDesk) -> list[str]:
    """What is on its way to the patient."""
    with console_desk.store.transaction() as books:
        rows = books.connection.exec_driver_sql("select id from outbox where chat_id = 101 order by id").scalars()
        return [str(row.body["text"]) for row in outbox.read(books, list(rows))]


@pytest.fixture
def held(dana: Visitor, console_desk: ConsoleDesk) -> str:
    """A request that Dana holds; what the patient was told about that is gone from the outbox."""
    uid = console_desk.lead()
    dana.move(uid, "claim")
    with console_desk.store.transaction() as books:
        books.connection.exec_driver_sql("delete from outbox")
    dana.get(f"/leads/{uid}")
    return uid


def test_a_message_is_seen_before_it_is_sent(dana: Visitor, console_desk: ConsoleDesk, held: str) -> None:
    """Preview, then send; the words stand in no address; pressed twice it goes once."""
    preview = dana.submit(f"/leads/{held}/message", text="May we call at 3?\nDana <3")
    assert 200 == preview.status_code
    assert "May we call at 3?\nDana &lt;3" in preview.text
    assert "Bespoke Treatment" in preview.text
    assert [] == sent_to_patient(console_desk)
    done = dana.submit(f"/leads/{held}/message/send")
    assert (303, f"/leads/{held}?done=message") == (done.status_code, done.headers["location"])
    dana.page = preview
    assert 409 == dana.submit(f"/leads/{held}/message/send").status_code
    sent = sent_to_patient(console_desk)
    assert 1 == len(sent)
    assert "May we call at 3?\nDana &lt;3" in sent[0]
    assert "message to the patient by Dana May we call at 3? Dana <3" in text_of(dana, "past")


def test_a_message_can_be_changed_or_thrown_away(dana: Visitor, console_desk: ConsoleDesk, held: str) -> None:
    """Back with the words as they were, or gone."""
    dana.submit(f"/leads/{held}/message", text="Tomorow?")
    page = dana.submit(f"/leads/{held}/message/change")
    assert 200 == page.status_code
    assert ">Tomorow?</textarea>" in page.text
    dana.submit(f"/leads/{held}/message", text="Tomorrow?")
    dana.submit(f"/leads/{held}/message/drop")
    assert [] == sent_to_patient(console_desk)
    assert [] == console_desk.rows("select * from draft")


def test_who_asked_for_silence_meanwhile_gets_nothing(dana: Visitor, console_desk: ConsoleDesk, held: str) -> None:
    """Between preview and sending; what was written is kept on the page."""
    dana.submit(f"/leads/{held}/message", text="See you soon")
    console_desk.set(held, may_contact=False)
    page = dana.submit(f"/leads/{held}/message/send")
    assert 409 == page.status_code
    assert "They did not agree to be contacted." in text_of(dana, "write")
    assert "See you soon" in text_of(dana, "write")
    assert [] == sent_to_patient(console_desk)


def test_a_colleague_writes_only_after_taking_over(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, held: str
) -> None:
    """With a reason, and the holder is told."""
    omar = new_visitor().sign_in(OMAR)
    omar.get(f"/leads/{held}")
    assert "Dana holds this request. Take it over first." in text_of(omar, "write")
    assert 409 == omar.submit(f"/leads/{held}/move", act="take_over", reason="").status_code
    assert 303 == omar.submit(f"/leads/{held}/move", act="take_over", reason="holder_away").status_code
    assert ("claimed", OMAR) == console_desk.status(held)
    told = console_desk.rows("select chat_id from outbox where chat_id = ?", DANA)
    assert 1 == len(told)


def change(visitor: Visitor, uid: str, field: str, **form: str) -> int:
    """Save one field of the page that is shown."""
    known = visitor.form_with(f"/leads/{uid}/change", field=field)
    return visitor.post(f"/leads/{uid}/change", **{**known, **form}).status_code


def test_putting_a_field_right(dana: Visitor, console_desk: ConsoleDesk, held: str) -> None:
    """A new version with a name to it; services by ticks."""
    assert 303 == change(dana, held, "phone", value="+1 702 555 0123")
    dana.get(f"/leads/{held}")
    assert "put right by staff" in text_of(dana, "told")
    assert 303 == change(dana, held, "services", **{"service-dbt": "1", "service-tms": "1"})
    dana.get(f"/leads/{held}")
    assert "TMS, DBT" in text_of(dana, "told")
    assert 409 == change(dana, held, "phone", value="12")
    assert 'value="12"' in dana.page.text
    assert "does not read as a phone number" in text_of(dana, "put-right")


def test_two_who_change_the_same_field(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, held: str
) -> None:
    """The second is shown the other value, and keeps what was typed; who changes another field is not in the way."""
    omar = new_visitor().sign_in(OMAR)
    opened = omar.get(f"/leads/{held}")
    assert 303 == change(dana, held, "email", value="first@example.com")
    assert 303 == change(omar, held, "name", value="Alicia Archer")
    omar.page = opened
    assert 409 == change(omar, held, "email", value="second@example.com")
    assert "Somebody changed this meanwhile. It is now: first@example.com" in text_of(omar, "put-right")
    assert 'value="second@example.com"' in omar.page.text
    assert 303 == change(omar, held, "email", value="second@example.com")
    assert "second@example.com" in omar.get(f"/leads/{held}").text


def test_the_same_person_twice(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Found by what they share, merged by a button, and taken apart again."""
    first, second = console_desk.lead("BT-000001"), console_desk.lead("BT-000002", email="other@example.com")
    dana.get(f"/leads/{second}")
    dana.submit(f"/leads/{second}/note", text="Spoke to her mother")
    dana.get(f"/leads/{second}")
    assert "BT-000001 New same phone, same name" in text_of(dana, "same")
    done = dana.submit(f"/leads/{second}/merge", way="into_other")
    assert 303 == done.status_code
    assert ("closed", None) == console_desk.status(second)
    dana.get(f"/leads/{second}")
    assert "BT-000001 is where this one was merged into by Dana" in text_of(dana, "same")
    dana.get(f"/leads/{first}")
    assert "BT-000002 was merged into this one by Dana" in text_of(dana, "same")
    assert "Spoke to her mother" in text_of(dana, "past")
    assert 303 == dana.submit(f"/leads/{first}/unmerge").status_code
    assert ("new", None) == console_desk.status(second)
    dana.get(f"/leads/{first}")
    assert 303 == dana.submit(f"/leads/{first}/merge", way="into_this").status_code
    assert ("closed", None) == console_desk.status(second)


def test_a_duplicate_at_another_clinic_is_not_shown(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Not even that there is one."""
    console_desk.lead("BT-000001", location="las_vegas")
    uid = console_desk.lead("BT-000002", location="sedona")
    page = visitor.sign_in(SAM).get(f"/leads/{uid}").text
    assert "BT-000001" not in page
    assert "The same person?" not in page


def test_a_promise_is_shown_as_it_stands(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Open, missed, kept."""
    uid = console_desk.lead()
    now = console_desk.desk.now_ms()
    console_desk.set(uid, promised_at=now + 3_600_000)
    assert "They were told to hear from us by Tuesday 10:00 AM" in dana.get(f"/leads/{uid}").text
    console_desk.clock.forward(hours=2)
    assert "10:00 AM (Santa Monica time), and have not" in dana.get(f"/leads/{uid}").text
    console_desk.set(uid, contacted_at=now)
    assert "First contact Nov 24, 9:00 AM" in dana.get(f"/leads/{uid}").text
