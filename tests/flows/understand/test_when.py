"""Times in the past, as people put them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understand.when import Bucket, When, read_when, time_phrases

TODAY = date(2025, 11, 23)


@pytest.mark.parametrize(
    ("text", "months", "bucket"),
    [
        ("yesterday", (0, 0), "under_1_month"),
        ("hace dos semanas", (0, 0), "under_1_month"),
        ("last week", (0, 0), "under_1_month"),
        ("a few weeks ago", (1, 1), "under_1_month"),
        ("less than a month ago", (0, 1), "under_1_month"),
        ("still in it", (0, 0), "under_1_month"),
        ("a month ago", (1, 1), "1_to_3_months"),
        ("two months ago", (2, 2), "1_to_3_months"),
        ("hace 3 meses", (3, 3), "1_to_3_months"),
        ("a couple of months ago", (2, 2), "1_to_3_months"),
        ("about 4 months back", (4, 4), "3_to_6_months"),
        ("6 months", (6, 6), "3_to_6_months"),
        ("half a year ago", (6, 6), "3_to_6_months"),
        ("last summer", (3, 6), "3_to_6_months"),
        ("el verano pasado", (3, 6), "3_to_6_months"),
        ("last spring", (6, 9), "6_to_12_months"),
        ("la primavera pasada", (6, 9), "6_to_12_months"),
        ("in March", (8, 9), "6_to_12_months"),
        ("en marzo", (8, 9), "6_to_12_months"),
        ("at Christmas", (11, 11), "6_to_12_months"),
        ("almost a year ago", (9, 12), "6_to_12_months"),
        ("a year ago", (12, 12), "6_to_12_months"),
        ("over a year ago", (12, 1199), "over_1_year"),
        ("in 2021", (47, 59), "over_1_year"),
        ("10/2023", (25, 26), "over_1_year"),
        ("en enero del 2020", (70, 71), "over_1_year"),
        ("a year and a half ago", (18, 18), "over_1_year"),
        ("hace años", (24, 1199), "over_1_year"),
        ("a long time ago", (24, 1199), "over_1_year"),
        ("back in the 90s", (60, 1199), "over_1_year"),
        ("two infusions in 2021 and the last one two weeks ago", (0, 0), "under_1_month"),
    ],
)
def test_how_long_ago(text: str, months: tuple[int, int], bucket: Bucket) -> None:
    """The words stay, and the stretch of time falls into one answer."""
    expected = When(text, months, bucket)

    assert expected == read_when(text, today=TODAY)


@pytest.mark.parametrize("text", ["never finished", "recently", "when I was 19", "for 3 months", "may", "", "no idea"])
def test_what_does_not_say_how_long_ago_stays_words(text: str) -> None:
    """Nothing is reckoned from a length of time or a vague word."""
    expected = When(text)

    assert expected == read_when(text, today=TODAY)


@pytest.mark.parametrize("text", ["last month", "several months ago", "this year"])
def test_a_stretch_across_two_answers_is_left_to_the_person(text: str) -> None:
    """The months are told, the answer is not guessed."""
    reading = read_when(text, today=TODAY)

    assert reading.bucket is None
    assert reading.months_ago is not None


def test_the_same_words_move_with_the_day() -> None:
    """Time is an argument."""
    assert read_when("in March", today=date(2025, 5, 2)).bucket == "1_to_3_months"
    assert read_when("last winter", today=date(2025, 12, 20)).bucket == "6_to_12_months"
    assert read_when("in 2030", today=TODAY).months_ago is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoloft in 2019, TMS last spring", ("in 2019", "last spring")),
        ("hospitalized twice, 2015 and 2018", ("2015", "2018")),
        ("infusión hace 3 meses", ("hace 3 meses",)),
        ("tomé lexapro 2 años", ("2 años",)),
        ("Prozac 2015-2018", ("2015-2018",)),
        ("Prozac when I was 19", ("when I was 19",)),
        ("El Año Pasado", ("El Año Pasado",)),
        ("zoloft 50mg", ()),
        ("x36 sessions", ()),
    ],
)
def test_time_words_are_kept_as_typed(text: str, expected: tuple[str, ...]) -> None:
    """Capitals and accents included."""
    assert expected == time_phrases(text)


@given(st.text(max_size=120), st.dates(min_value=date(2000, 2, 29), max_value=date(2090, 1, 1)))
def test_any_text_on_any_day_is_read_without_trouble(text: str, today: date) -> None:
    """The stretch is in order, and a bucket never stands without it."""
    reading = read_when(text, today=today)

    assert reading.months_ago is None or reading.months_ago[0] <= reading.months_ago[1]
    assert reading.bucket is None or reading.months_ago is not None


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_seasons_and_feasts_are_past_on_every_day(today: date) -> None:
    """No day of the year makes "last spring" a time to come."""
    for text in ("last spring", "last summer", "last fall", "last winter", "at christmas", "in february", "last year"):
        months = read_when(text, today=today).months_ago
        assert months is not None, text
        assert 0 <= months[0] <= months[1] <= 25, text
