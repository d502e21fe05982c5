"""Typed places, read for the clinic group of the packaged file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.clinic import ONLINE, Clinic
from flows.definition import parse
from flows.resources import read_text
from flows.understand.location import Gazetteer, Place

CLINIC = parse(read_text("clinic.yaml"), "clinic.yaml", Clinic)
GAZETTEER = Gazetteer(CLINIC)


def taken(text: str) -> str:
    """The location taken from `text`, or "ask"."""
    place = GAZETTEER.read(text)
    return "ask" if place.ask else str(place.location)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Los Angeles", "los_angeles"),
        ("LA", "los_angeles"),
        ("L.A. please", "los_angeles"),
        ("in la", "los_angeles"),
        ("la clinic", "los_angeles"),
        ("en LA porfa", "los_angeles"),
        ("Santa Mónica", "santa_monica"),
        ("sta. monica", "santa_monica"),
        ("santamonica", "santa_monica"),
        ("SM", "santa_monica"),
        ("VEGAS BABY", "las_vegas"),
        ("lv", "las_vegas"),
        ("the strip", "las_vegas"),
        ("Sedona, AZ", "sedona"),
    ],
)
def test_a_clinic_is_taken_by_name_and_nickname(text: str, code: str) -> None:
    """Labels, aliases, capitals and accents do not matter."""
    assert code == taken(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("los angelas", "los_angeles"),
        ("santa monca", "santa_monica"),
        ("sedna", "sedona"),
        ("cedona arizona", "sedona"),
        ("las vegs", "las_vegas"),
        ("las begas", "las_vegas"),
        ("Pheonix az", "sedona"),
        ("hendersen", "las_vegas"),
    ],
)
def test_a_misspelt_name_is_understood_as_such(text: str, code: str) -> None:
    """The method says that a tap has to confirm it."""
    place = GAZETTEER.read(text)
    assert (code, "fuzzy") == (place.location, place.method)


@pytest.mark.parametrize(
    ("text", "code", "method"),
    [
        ("90403", "santa_monica", "zip"),
        ("zip is 89117-1234", "las_vegas", "zip"),
        ("Henderson 89002", "las_vegas", "zip"),
        ("Burbank", "los_angeles", "city"),
        ("burbank, la", "los_angeles", "city"),
        ("boulder city by the dam", "las_vegas", "city"),
        ("camp verde, de ahí soy", "sedona", "city"),
        ("Echo Park, no car, so somewhere on the bus", "los_angeles", "neighbourhood"),
        ("soy de Henderson, Nevada", "las_vegas", "city"),
        ("cottonwood az", "sedona", "neighbourhood"),
        ("Venice Beach", "santa_monica", "neighbourhood"),
        ("dtla", "los_angeles", "neighbourhood"),
        ("Summerlin", "las_vegas", "neighbourhood"),
        ("village of oak creek", "sedona", "neighbourhood"),
        ("UNLV", "las_vegas", "neighbourhood"),
        ("the one in arizona", "sedona", "state"),
        ("the nevada office", "las_vegas", "state"),
    ],
)
def test_a_place_near_a_clinic_leads_there(text: str, code: str, method: str) -> None:
    """ZIP codes, towns, neighbourhoods, universities, and a state whose one clinic is asked for."""
    place = GAZETTEER.read(text)
    assert (code, method, False) == (place.location, place.method, place.ask)


def test_a_town_comes_with_miles_and_the_choices_by_distance() -> None:
    """So the bot can say how far it is, and offer the others."""
    expected = Place("santa_monica", False, "city", 5.4, ("santa_monica", "los_angeles", ONLINE), "Culver City, CA")
    assert expected == GAZETTEER.read("culver city")


@pytest.mark.parametrize(
    "text",
    [
        "New York",
        "San Diego",
        "san francisco",
        "I'm in Ohio",
        "vivo en Nueva York",
        "Tejas",
        "10001",
        "Hollywood, Florida",
        "Pasadena Texas",
        "Henderson KY",
        "Las Vegas, New Mexico",
        "new orleans, la",
        "Portland or",
        "Kansas",
        "Santa Maria",
    ],
)
def test_a_place_far_from_every_clinic_leads_to_treatment_from_afar(text: str) -> None:
    """A namesake of a clinic's town in another state is far away, too."""
    assert taken(text) == ONLINE


def test_a_far_town_offers_its_nearest_clinic_second() -> None:
    """Somebody may travel."""
    expected = Place(ONLINE, False, "city", 345.0, (ONLINE, "las_vegas"), "Reno, NV")
    assert expected == GAZETTEER.read("reno")


@pytest.mark.parametrize(
    "text",
    [
        "online",
        "zoom works for me",
        "by phone",
        "I can't travel",
        "i dont have a car",
        "none of those are near me",
        "too far",
        "en línea",
        "por videollamada",
        "no puedo viajar",
        "ninguna me queda cerca",
        "denver. do you do video?",
        "I live in Vegas but want telehealth",
        "LA, no, online",
    ],
)
def test_treatment_from_afar_is_understood(text: str) -> None:
    """In both languages, asked for or made necessary."""
    assert taken(text) == ONLINE


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Nevada", ("las_vegas", ONLINE)),
        ("california", ("los_angeles", "santa_monica", ONLINE)),
        ("Glendale", ("los_angeles", "sedona", ONLINE)),
        ("ontario", ("los_angeles", ONLINE)),
        ("either LA or SM", ("los_angeles", "santa_monica")),
        ("Vegas or online", ("las_vegas", ONLINE)),
        ("I live in Reno but work in Vegas", (ONLINE, "las_vegas")),
        ("anywhere but vegas", ("los_angeles", "santa_monica", "sedona", ONLINE)),
        ("Tijuana", (ONLINE,)),
        ("Paris", (ONLINE,)),
        ("Sedona Street in Phoenix", ("sedona", ONLINE)),
        ("between LA and Vegas", ("los_angeles", "las_vegas")),
        ("99999", ()),
    ],
)
def test_what_is_unclear_is_asked_with_the_likely_choices(text: str, candidates: tuple[str, ...]) -> None:
    """A wrong clinic is worse than a question."""
    place = GAZETTEER.read(text)
    assert (None, True, candidates) == (place.location, place.ask, place.candidates)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Not Los Angeles, Santa Monica", "santa_monica"),
        ("Santa Monica no, LA", "los_angeles"),
        ("mejor Las Vegas, no Sedona", "las_vegas"),
        ("Sedona no wait Vegas", "las_vegas"),
        ("I said LA but I meant Santa Monica", "santa_monica"),
        ("perdón, quise decir vegas", "las_vegas"),
        ("I used to live in LA, now I'm in Flagstaff", "sedona"),
        ("moved from Sedona to Vegas", "las_vegas"),
        ("my mom lives in Phoenix but I'm in LA", "los_angeles"),
        ("Sedona is too far, LA is fine", "los_angeles"),
        ("Santa Monica instead of LA", "santa_monica"),
        ("not far from Vegas", "las_vegas"),
        ("Brentwood (LA, not the bay area)", "santa_monica"),
        ("not zoom, LA", "los_angeles"),
        ("I live in Vegas but work in LA, LA works better", "los_angeles"),
        ("I'd say Sedona but honestly Vegas is closer so Vegas", "las_vegas"),
    ],
)
def test_refusals_and_corrections_are_followed(text: str, code: str) -> None:
    """The last word counts."""
    assert code == taken(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4", "sedona"),
        ("the first one", "los_angeles"),
        ("la 3", "las_vegas"),
        ("#5", ONLINE),
        ("option 2", "santa_monica"),
    ],
)
def test_a_number_picks_from_the_list(text: str, code: str) -> None:
    """Treatment from afar is the last of the list."""
    assert code == taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\U0001f642",
        "idk",
        "yes",
        "no",
        "hi",
        "ok",
        "me",
        "the closest one",
        "whichever",
        "zoloft",
        "la verdad no sé",
        "la clínica más cercana",
        "LA CLINICA MAS CERCANA",
        "thank you sm",
        "my name is Austin",
        "me llamo Mónica Santa Cruz",
        "Dr. Sedona referred me",
        "I hope you can help",
        "how much does it cost",
        "my phone is 310-555-0148",
    ],
)
def test_what_names_no_place_gives_no_candidates_to_mistake(text: str) -> None:
    """Chit-chat, articles, names and numbers are no places."""
    assert taken(text) == "ask"


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_choice_of_known_codes_or_a_question(text: str) -> None:
    """Whatever is typed, nothing is raised and no unknown code comes out."""
    place = GAZETTEER.read(text)
    codes = {location.code for location in CLINIC.locations} | {ONLINE}
    assert codes >= set(place.candidates)
    assert place.ask is (place.location is None)
