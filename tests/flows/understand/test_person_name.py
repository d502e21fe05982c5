"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understand.person_name import LONGEST, NameReading, read_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana", "Ana"),
        ("my name is Carla Ruiz", "Carla Ruiz"),
        ("I'm Dave", "Dave"),
        ("I\u2019m Dave", "Dave"),
        ("hi, this is Tom Nguyen", "Tom Nguyen"),
        ("it's Priya!", "Priya"),
        ("peter parker is my name", "Peter Parker"),
        ("this is sarah speaking", "Sarah"),
        ("Sarah (she/her)", "Sarah"),
        ("me llamo Rosario Vega", "Rosario Vega"),
        ("hola, soy Fernanda Ríos", "Fernanda Ríos"),
        ("Mi nombre es Ana, gracias", "Ana"),
        ("Me dicen Chuy, pero me llamo Jesús Robles", "Jesús Robles"),
        ("My name is Robert but everyone calls me Bob", "Bob"),
        ("I'm John and I need help", "John"),
        ("The name's Bond, James Bond", "James Bond"),
        ("Smith, John", "John Smith"),
        ("Sharon, like the rose", "Sharon"),
        ("Dr. Amina Yusuf", "Amina Yusuf"),
        ("Sra. Elvira Montes", "Elvira Montes"),
        ("  Ana   María  ", "Ana María"),
        ("ana \U0001f338", "Ana"),
        ("my first name's Cole and my last name's Ferraro", "Cole Ferraro"),
        ("first: Naomi last: Adler", "Naomi Adler"),
        ("nombre Genaro apellido Robles", "Genaro Robles"),
        ("not Kristen, Kirsten. Kirsten Dahl", "Kirsten Dahl"),
        ("don Eusebio Lara", "Eusebio Lara"),
        ("Don Smith", "Don Smith"),
        ("Sr. Abelardo Montes de Oca", "Abelardo Montes de Oca"),
        ('Ra\u00fal "el Flaco" Dom\u00ednguez', "Ra\u00fal Dom\u00ednguez"),
    ],
)
def test_the_name_is_found_in_its_wrapping(text: str, expected: str) -> None:
    """Introductions, titles, greetings and thanks go."""
    assert NameReading(expected, "ok") == read_name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maria de la cruz", "Maria de la Cruz"),
        ("ANA SOFÍA DE LEÓN", "Ana Sofía de León"),
        ("RONALD MCDONALD", "Ronald McDonald"),
        ("McDonald", "McDonald"),
        ("DeShawn", "DeShawn"),
        ("sean o'brien", "Sean O'Brien"),
        ("Mary O\u2019Brien", "Mary O'Brien"),
        ("jean-luc picard", "Jean-Luc Picard"),
        ("José-Luis", "José-Luis"),
        ("Hans van der Berg", "Hans van der Berg"),
        ("van der berg", "Van der Berg"),
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("Do Van An", "Do Van An"),
        ("Muhammad bin Salman", "Muhammad bin Salman"),
        ("joaquín de la torre y vega", "Joaquín de la Torre y Vega"),
        ("AJ SMITH", "AJ Smith"),
        ("JD Vance", "JD Vance"),
        ("j. r. tolkien", "J. R. Tolkien"),
        ("Ma. Elena Ruiz", "Ma. Elena Ruiz"),
        ("robert downey, jr.", "Robert Downey Jr."),
        ("john smith iii", "John Smith III"),
        ("john Smith", "John Smith"),
        ("will smith", "Will Smith"),
        ("hope", "Hope"),
        ("Soledad Pacheco", "Soledad Pacheco"),
        ("李小龙", "李小龙"),
        ("Олег Петров", "Олег Петров"),
        ("محمد علي", "محمد علي"),
    ],
)
def test_capitals_particles_and_accents_are_kept_or_set(text: str, expected: str) -> None:
    """Nobody's name is damaged by a tidy rule."""
    assert NameReading(expected, "ok") == read_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "why do you need it",
        "Why do you need my name?",
        "I'd rather not say",
        "no",
        "No",
        "yes",
        "ok",
        "I'm depressed",
        "im sad",
        "I'm not telling you",
        "it's me",
        "can i skip this",
        "what is ketamine?",
        "ketamine infusion",
        "Las Vegas",
        "soy de las vegas",
        "anonymous",
        "asdfghjkl123",
        "asdf",
        "sdfgh",
        "310-555-0199",
        "bob@gmail.com",
        "www.bob.com",
        "http://bob",
        "\U0001f600",
        "\U0001f600\U0001f600",
        "...",
        "x",
        "prefiero no decirlo",
        "¿para qué quieren mi nombre",
        "no quiero dar mi nombre",
        "ketamina",
        "Hello",
        "hola buenas tardes",
    ],
)
def test_what_is_no_name_is_asked_again(text: str) -> None:
    """Sentences, numbers, addresses and pictures are refused."""
    assert NameReading(None, "not_a_name") == read_name(text)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_typed_is_empty(text: str) -> None:
    """Blank is its own reason."""
    assert NameReading(None, "empty") == read_name(text)


def test_an_endless_name_is_too_long() -> None:
    """A name that no form can hold is refused as such."""
    assert NameReading(None, "too_long") == read_name("Ana " * 30)


@given(st.text(max_size=120))
def test_any_text_gives_a_short_name_or_a_reason(text: str) -> None:
    """There is a value exactly when the reason is ok, and it fits the field."""
    reading = read_name(text)

    assert (reading.value is not None) == (reading.reason == "ok")
    assert len(reading.value or "") <= LONGEST + 10
