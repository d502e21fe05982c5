"""What a reading of treatments holds, beside the sentences of the two tables."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.resources import read_text
from flows.understand.clauses import plain_words
from flows.understand.treatments import CODES, Treatments, read_treatments
from flows.understand.treatments.lexicon import known_words, lexicon, spellings
from flows.understand.word_lists import phrase_lists

LISTS = ("treatment_words.yaml", "treatment_cues.yaml", "yes_no_words.yaml", "service_words.yaml")
DRUGS = tuple(csv.DictReader(io.StringIO(read_text("understand/drugs.csv"))))
COLUMNS = ("generic", "brands", "spanish", "also")


def test_codes_come_in_their_fixed_order() -> None:
    """Whatever the order of the text."""
    expected = ("antidepressant", "psychotherapy", "tms", "ect", "ketamine_infusion", "inpatient")

    assert expected == read_treatments("hospital, ketamine, ECT, TMS, therapy and Prozac").codes


def test_names_come_in_the_order_of_the_text_and_once() -> None:
    """Brand and generic of one medicine are one name."""
    reading = read_treatments("Zoloft, then Prozac, then sertraline again, and fluoxetine")

    assert reading.antidepressants == ("sertraline", "fluoxetine")


def test_a_whole_reading() -> None:
    """Claims, names, denials and time words side by side."""
    expected = Treatments(
        codes=("antidepressant", "other_medication", "tms"),
        antidepressants=("sertraline",),
        other_medications=("lithium",),
        negated=("ect",),
        times=("in 2019", "last spring"),
    )

    assert expected == read_treatments("Zoloft 50mg and lithium in 2019, TMS last spring. Never did ECT.")


@pytest.mark.parametrize(
    "text",
    ["Nothing helped", "nothing has worked for me", "I tried everything and nothing works", "nada me ha funcionado"],
)
def test_nothing_helped_is_an_outcome_and_no_answer(text: str) -> None:
    """The bot still has to ask what was tried."""
    expected = Treatments(no_relief=True)

    assert expected == read_treatments(text)
    assert not read_treatments(text).empty


@pytest.mark.parametrize(
    "text",
    ["Zoloft did nothing", "no relief from Prozac", "TMS didn't help", "ninguno me hizo nada", "no luck with Paxil"],
)
def test_a_failed_treatment_is_marked(text: str) -> None:
    """It did not help, and it was had."""
    assert read_treatments(text).no_relief


@pytest.mark.parametrize("text", ["Zoloft helped", "none", "never did TMS", "no ECT", "Zoloft until 2019"])
def test_no_relief_is_not_read_into_other_words(text: str) -> None:
    """A denial of treatment, or a success, is no failure."""
    assert not read_treatments(text).no_relief


@pytest.mark.parametrize("text", ["", "   ", "\U0001f600", "hello there", "blue", "Santa Monica"])
def test_other_talk_is_empty(text: str) -> None:
    """Nothing understood is said as such."""
    assert read_treatments(text).empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SAMe", ("s-adenosylmethionine",)),
        ("SAM-e and melatonin", ("s-adenosylmethionine", "melatonin")),
        ("the same as before", ()),
        ("St. John's wort", ("st john's wort",)),
    ],
)
def test_brands_that_look_like_common_words(text: str, expected: tuple[str, ...]) -> None:
    """Capitals tell SAMe from "same"."""
    assert expected == read_treatments(text).other_medications


@pytest.mark.parametrize("row", DRUGS, ids=lambda row: row["generic"])
def test_every_name_of_every_medicine_is_read(row: dict[str, str]) -> None:
    """Generic, brands, Spanish names and listed spellings all give the generic name or the treatment."""
    expected = {row["generic"], "ketamine_infusion"} if row["generic"] == "ketamine" else {row["generic"]}
    for column in COLUMNS:
        for name in filter(None, row[column].split(";")):
            reading = read_treatments(f"{name} 50 mg")
            assert expected & {*reading.codes, *reading.antidepressants, *reading.other_medications}, name


def test_no_name_stands_for_two_medicines() -> None:
    """A spelling under two generics would be a silent guess."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for row in DRUGS:
        for name in ";".join(row[column] for column in COLUMNS).split(";"):
            owners.setdefault(plain_words(name), set()).add(row["generic"])

    assert {name: found for name, found in owners.items() if name and len(found) > 1} == {}


@pytest.mark.parametrize("name", LISTS)
def test_phrases_are_written_as_words_are_read(name: str) -> None:
    """A phrase spelled otherwise would never be found."""
    phrases = [phrase for listed in phrase_lists(name).values() for phrase in listed]

    assert [phrase for phrase in phrases if plain_words(" ".join(phrase)) != phrase] == []


def test_no_phrase_stands_for_two_treatments() -> None:
    """One phrase, one sense."""
    listed = phrase_lists("treatment_words.yaml")
    phrases = [phrase for key, found in listed.items() if key != "correctable" for phrase in found]

    assert {phrase for phrase in phrases if phrases.count(phrase) > 1} == set()


def test_what_slips_are_measured_against_is_known() -> None:
    """Each such word is itself read right."""
    assert set(spellings()) <= known_words()
    assert lexicon().longest == max(map(len, lexicon().senses))


@given(st.text(max_size=200))
def test_any_text_is_read_without_trouble(text: str) -> None:
    """Claims and denials never meet, and `none` stands alone."""
    reading = read_treatments(text)

    assert set(reading.codes) <= set(CODES)
    assert not set(reading.codes) & set(reading.negated)
    assert "none" not in reading.codes or reading.codes == ("none",)


WORDS = [
    "I",
    "never",
    "did",
    "not",
    "TMS",
    "ECT",
    "Zoloft",
    "my mom",
    "but",
    ",",
    ".",
    "no",
    "and",
    "or",
    "tried",
    "it",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_order_of_telling_words_is_read_without_trouble(text: str) -> None:
    """However the cues are strewn, a code is claimed or denied and never both."""
    reading = read_treatments(text)

    assert not set(reading.codes) & set(reading.negated)
