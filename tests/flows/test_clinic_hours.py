"""A clinic's hours in its file: read as written, and refused with line and reason where they cannot be."""

from datetime import date

import pytest
from clinics import NINE_TO_FIVE, SANTA_MONICA, flow_of, punctual

from flows.definition import DefinitionError
from flows.loading import load_flow
from flows.opening_hours import Span
from flows.resources import read_text

LINE = read_text("clinic.yaml").split(SANTA_MONICA)[0].count("\n") + 2
"""The line of the file behind Santa Monica's aliases."""
BEGIN = read_text("clinic.yaml").split("  - code: santa_monica")[0].count("\n") + 1
"""The line where Santa Monica begins: a fault of the location as a whole is told there."""


def test_the_clinic_that_comes_with_the_product_sets_no_hours() -> None:
    """What nobody said is not made up; a claim lasts two hours and names are not shown."""
    clinic = load_flow().clinic
    assert [{}] * 4 == [dict(place.hours) for place in clinic.locations]
    assert (None, 120, False) == (clinic.contact_within_minutes, clinic.claim_minutes, clinic.show_staff_names)


def test_hours_are_read_by_day_in_order() -> None:
    """One span or several; a day that is not there is a closed one."""
    flow = flow_of(santa_monica='    hours: {tue: ["13:00-17:00", "09:00-12:00"], sat: "10:00-24:00"}\n')
    place = flow.clinic.location("santa_monica")
    assert place is not None
    assert {"tue": (Span(540, 720), Span(780, 1020)), "sat": (Span(600, 1440),)} == dict(place.hours)


def test_a_clinic_may_let_claims_stand() -> None:
    """With null."""
    assert flow_of("claim_minutes: null").clinic.claim_minutes is None
    assert 240 == punctual("claim_minutes: 240").clinic.claim_minutes


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ('hours: {monday: "09:00-17:00"}', "mon"),
        ('hours: {mon: "9-17"}', 'opening hours are written "09:00-17:00"'),
        ('hours: {mon: "17:00-09:00"}', "ends before it begins"),
        ("hours: {mon: []}", "leave a day out"),
        ('hours: {mon: ["09:00-12:00", "11:00-13:00"]}', "overlap"),
        ("hours: {mon: 9}", 'opening hours are written "09:00-17:00"'),
        ('hours: {mon: "09:00-25:00"}', "no time of day"),
        ("contact_within_minutes: 60", "needs hours"),
    ],
)
def test_bad_hours_are_refused_with_file_line_and_reason(written: str, reason: str) -> None:
    """At start, not at the first patient."""
    with pytest.raises(DefinitionError) as refused:
        flow_of(santa_monica=f"    {written}\n")
    file, line, words = str(refused.value).split(":", 2)
    assert "clinic.yaml" == file
    assert (BEGIN if reason == "needs hours" else LINE) == int(line)
    assert reason in words


@pytest.mark.parametrize(
    "setting",
    [
        "contact_within_minutes: 0",
        "contact_within_minutes: soon",
        "contact_within_minutes: 60.5",
        "claim_minutes: 20000",
        "show_staff_names: perhaps",
        "closed: [Thanksgiving]",
        "online_answered_by: reno",
    ],
)
def test_a_setting_that_cannot_be_is_refused(setting: str) -> None:
    """Also in the first lines of the file."""
    with pytest.raises(DefinitionError, match=setting.partition(":")[0]):
        flow_of(setting)


def test_a_time_zone_that_is_none_is_refused() -> None:
    """Times would be said in it."""
    text = read_text("clinic.yaml").replace("America/Phoenix", "America/Sedona")
    with pytest.raises(DefinitionError, match="America/Sedona is no time zone"):
        load_flow(clinic_text=text)


def test_the_commented_settings_of_the_file_work_when_they_are_taken_up() -> None:
    """What the file explains is what it takes."""
    text = read_text("clinic.yaml").replace("# contact_within_minutes: 240", "contact_within_minutes: 240")
    text = text.replace("# claim_minutes: 120", "claim_minutes: 90").replace(
        "# show_staff_names: false", "show_staff_names: true"
    )
    text = text.replace("# closed:", "closed:").replace("# online_answered_by:", "online_answered_by:")
    clinic = load_flow(clinic_text=text.replace(SANTA_MONICA, SANTA_MONICA + NINE_TO_FIVE)).clinic
    assert (240, 90, True) == (clinic.contact_within_minutes, clinic.claim_minutes, clinic.show_staff_names)
    assert ((date(2026, 11, 26), date(2026, 12, 25)), "las_vegas") == (clinic.closed, clinic.online_answered_by)
