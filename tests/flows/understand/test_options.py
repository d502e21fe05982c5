"""Typed words as options, whatever the question is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.clinic import Clinic
from flows.definition import parse
from flows.resources import read_text
from flows.understand.options import Choosable, Reading, read_options, read_services

FRUIT = (
    Choosable("apple", ("Apple", "Manzana"), ("red one", "apples")),
    Choosable("pear", ("Pear (green)", "Pera (verde)"), ("nashi",)),
    Choosable("apple_pie", ("Apple pie", "Tarta de manzana"), ("pie",)),
    Choosable("unsure", ("I'm not sure", "No estoy seguro/a"), ("not sure", "don't know", "no se"), exclusive=True),
)
WHOM = (
    Choosable("self", ("For me (18 or older)", "Para mí (18 años o más)"), ("me", "i", "yo")),
    Choosable("other", ("For someone else", "Para otra persona"), ("my husband", "my mom", "a friend")),
)
VOICEMAIL = (
    Choosable("full", ("Yes, and say who calls",), ("yes", "ok")),
    Choosable("discreet", ("Yes, but not the clinic's name",), ("discreet",)),
    Choosable("never", ("No voicemail",), ("no", "don't leave one")),
)


def chosen(text: str) -> tuple[str, ...]:
    return read_options(text, FRUIT, many=True).chosen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apple", Reading(("apple",), "exact")),
        ("MANZANA!", Reading(("apple",), "exact")),
        ("the red one please", Reading(("apple",), "alias")),
        ("pear (green)", Reading(("pear",), "exact")),
        ("pera", Reading(("pear",), "exact")),
        ("green", Reading(("pear",), "exact")),
        ("no estoy segura", Reading(("unsure",), "exact")),
        ("2", Reading(("pear",), "number")),
        ("number two please", Reading(("pear",), "number")),
        ("1 and 3", Reading(("apple", "apple_pie"), "number")),
        ("1, 3", Reading(("apple", "apple_pie"), "number")),
        ("the second one", Reading(("pear",), "ordinal")),
        ("2nd", Reading(("pear",), "ordinal")),
        ("the first two", Reading(("apple", "pear"), "ordinal")),
        ("la primera", Reading(("apple",), "ordinal")),
        ("la última", Reading(("unsure",), "ordinal")),
        ("last one", Reading(("unsure",), "ordinal")),
        ("all of them", Reading(("apple", "pear", "apple_pie"), "all")),
        ("todas", Reading(("apple", "pear", "apple_pie"), "all")),
    ],
)
def test_labels_aliases_and_places_are_taken(text: str, expected: Reading) -> None:
    """What is certain is taken, and says how it was understood."""
    assert expected == read_options(text, FRUIT, many=True)


@pytest.mark.parametrize(
    "text", ["9", "0", "12", "2 of them", "2 weeks ago", "13", "pearl", "nothing here", "", "?", "one"]
)
def test_what_names_no_option_is_not_taken(text: str) -> None:
    """Numbers count only alone and in range; parts of words count never."""
    options = (Choosable("pear", ("Pear",)), Choosable("fig", ("Fig",)))
    expected = ("pear",) if text == "one" else ()

    assert expected == read_options(text, options, many=True).chosen


def test_the_longest_label_wins_whatever_the_order() -> None:
    """ "Apple pie" is no apple."""
    readings = {read_options("apple pie", options, many=False).chosen for options in (FRUIT, FRUIT[::-1])}

    assert readings == {("apple_pie",)}


@pytest.mark.parametrize(
    ("text", "taken", "turned_down"),
    [
        ("not apple", (), ("apple",)),
        ("apple, not pear", ("apple",), ("pear",)),
        ("no apple, pear", ("pear",), ("apple",)),
        ("apple no, pear", ("pear",), ("apple",)),
        ("I don't want apples or pear", (), ("apple", "pear")),
        ("anything but pear", ("apple", "apple_pie"), ("pear",)),
        ("everything except the pie", ("apple", "pear"), ("apple_pie",)),
        ("todo menos pera", ("apple", "apple_pie"), ("pear",)),
        ("not only pear but apple", ("pear", "apple"), ()),
        ("pera en lugar de manzana", ("pear",), ("apple",)),
        ("instead of pear, apple", ("apple",), ("pear",)),
    ],
)
def test_what_is_denied_is_not_chosen(text: str, taken: tuple[str, ...], turned_down: tuple[str, ...]) -> None:
    """A negation clears its own clause, no more."""
    reading = read_options(text, FRUIT, many=True)

    assert (taken, turned_down) == (reading.chosen, reading.denied)


@pytest.mark.parametrize(
    "text",
    [
        "actually pear",
        "apple, actually pear",
        "apple. No, pear",
        "apple no wait pear",
        "apple, I mean pear",
        "I said apple, pear instead",
        "manzana, mejor pera",
        "manzana, perdón, pera",
    ],
)
def test_a_correction_wins(text: str) -> None:
    """The corrected one replaces what stood before."""
    expected = ("pear",)

    assert expected == chosen(text)


def test_also_adds_after_a_correction_word() -> None:
    """ "Actually also" corrects nothing."""
    expected = ("apple", "pear")

    assert expected == chosen("apple, actually also pear")


@pytest.mark.parametrize(
    ("text", "many", "expected"),
    [
        ("aple", True, ("apple",)),
        ("manzzana", True, ("apple",)),
        ("apple or pear", False, ("apple", "pear")),
        ("1 and 2", False, ("apple", "pear")),
        ("1-3", True, ("apple", "apple_pie")),
        ("not sure, maybe pear", True, ("unsure", "pear")),
        ("aple pie", False, ("apple_pie",)),
    ],
)
def test_guesses_and_rivals_wait_for_a_tap(text: str, many: bool, expected: tuple[str, ...]) -> None:
    """Nothing is chosen silently where the words leave a doubt."""
    reading = read_options(text, FRUIT, many=many)

    assert ((), expected) == (reading.chosen, reading.candidates[: len(expected)])


def test_a_guess_stands_beside_what_is_certain() -> None:
    """Of "pear and mansana" the pear is taken and the apple asked."""
    reading = read_options("nashi and manzanna", FRUIT, many=True)

    assert reading.chosen == ("pear",)
    assert reading.candidates == ("apple",)


@pytest.mark.parametrize("text", ["there", "pair", "appeal to me", "near", "peer", "hear"])
def test_ordinary_words_are_no_slips(text: str) -> None:
    """Short and ordinary words are never guessed."""
    nothing = Reading()

    assert nothing == read_options(text, FRUIT, many=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("me", Reading(("self",), "alias")),
        ("it's for me please", Reading(("self",), "exact")),
        ("I want it for my mom", Reading(("other",), "alias")),
        ("my mom, not me", Reading(("other",), "alias")),
        ("me and my husband", Reading(candidates=("self", "other"))),
        ("I want to know more", Reading()),
    ],
)
def test_little_words_count_only_alone(text: str, expected: Reading) -> None:
    """ "I" answers "who is it for" only where it is the answer."""
    assert expected == read_options(text, WHOM, many=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", ("full",)),
        ("sure, go ahead", ("full",)),
        ("\U0001f44d", ("full",)),
        ("yes but not the clinics name", ("discreet",)),
        ("yes, just don't say the clinic", ()),
        ("nope", ("never",)),
        ("no voicemail please", ("never",)),
        ("please don't leave one", ("never",)),
    ],
)
def test_yes_with_a_condition_is_not_plain_yes(text: str, expected: tuple[str, ...]) -> None:
    """A wish for discretion is never read as its opposite."""
    assert expected == read_options(text, VOICEMAIL, many=False).chosen


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_read_without_trouble(text: str, many: bool) -> None:
    """Codes come from the options, each once, and one question with one answer gets one."""
    reading = read_options(text, FRUIT, many=many)

    assert {option.code for option in FRUIT} >= {*reading.chosen, *reading.candidates, *reading.denied}
    assert len(set(reading.chosen)) == len(reading.chosen) <= (len(FRUIT) if many else 1)


CLINIC = parse(read_text("clinic.yaml"), "clinic.yaml", Clinic)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TMS and the ketamine thing", {"tms", "ketamine_infusion"}),
        ("the magnet thing", {"tms"}),
        ("estimulación magnética", {"tms"}),
        ("TMS (EMT)", {"tms"}),
        ("I'd like to talk to someone", {"other_therapy"}),
        ("a therapist who does DBT", {"dbt"}),
        ("ketamin infuson", {"ketamine_infusion"}),
        ("I did TMS already, so ketamine this time", {"ketamine_infusion"}),
        ("not sure, maybe TMS", {"tms"}),
        ("what do you recommend?", {"not_sure"}),
        ("no sé, lo que recomienden", {"not_sure"}),
        ("anything but DBT", {"ketamine_infusion", "tms", "other_therapy"}),
        ("mejor terapia en lugar de ketamina", {"other_therapy"}),
        ("hi there", set()),
        ("Santa Monica", set()),
        ("yes", set()),
        ("all four please", {"ketamine_infusion", "tms", "dbt", "other_therapy"}),
        ("the top two", {"ketamine_infusion", "tms"}),
        ("the thing with the coil on your head", {"tms"}),
        ("My shrink says infusions", {"ketamine_infusion"}),
        ("I already did TMS elsewhere, here I'd want the ketamine", {"ketamine_infusion"}),
        ("I already have a therapist, just the magnets", {"tms"}),
        ("TMS/DBT/therapy", {"tms", "dbt", "other_therapy"}),
        ("dbt with a group", {"dbt"}),
        ("therapist for ptsd", {"other_therapy"}),
        ("Infusion. Sorry I pressed TMS by accident", {"ketamine_infusion"}),
        ("not ketamine and not sure about the rest", {"not_sure"}),
        ("quiero desahogarme con un profesional", {"other_therapy"}),
        ("nada de imanes, ketamina", {"ketamine_infusion"}),
        ("lo de la vena", {"ketamine_infusion"}),
    ],
)
def test_services_are_read_with_the_words_people_use(text: str, expected: set[str]) -> None:
    """The clinic's own labels, and the ways people speak of its services."""
    assert expected == set(read_services(text, CLINIC))
