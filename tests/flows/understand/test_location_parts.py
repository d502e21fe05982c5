"""The parts that understanding a place is made of."""

import pytest

from flows.understand.location.distance import miles_between, shown_miles
from flows.understand.location.known import abroad, landmarks
from flows.understand.location.lexicon import lexicon
from flows.understand.location.stance import Stance, stances
from flows.understand.location.states import plain_name, states
from flows.understand.location.tokens import Token, tokenise
from flows.understand.location.us_places import us_places


@pytest.mark.parametrize(
    ("start", "end", "miles"),
    [
        ((34.0522, -118.2437), (34.0522, -118.2437), 0.0),
        ((0.0, 0.0), (0.0, 180.0), 12436.8),
        ((36.1699, -115.1398), (34.8697, -111.7610), 210.2),
    ],
)
def test_distances_follow_the_great_circle(start: tuple[float, float], end: tuple[float, float], miles: float) -> None:
    """Nothing, half round the earth, and Las Vegas to Sedona."""
    assert miles == pytest.approx(miles_between(*start, *end), abs=0.5)


@pytest.mark.parametrize(("miles", "shown"), [(5.43, 5.4), (9.99, 10.0), (14.4, 14.0), (99.6, 100.0)])
def test_miles_are_said_in_tenths_only_below_ten(miles: float, shown: float) -> None:
    """Nobody says 99.6 miles."""
    assert shown == shown_miles(miles)


def test_words_keep_what_the_keyboard_said_about_them() -> None:
    """Dots and apostrophes go, capitals and breaks stay known."""
    expected = (Token("la", True, True, ""), Token("cant", False, False, " "), Token("we", False, True, ". "))
    assert expected == tokenise("L.A. can't. We're")


def test_only_the_start_of_a_very_long_message_is_read() -> None:
    """No answer to "where" is longer."""
    assert len(tokenise("la " * 2000)) < 200


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A or B", [Stance.HELD, Stance.HELD]),
        ("not A B", [Stance.REFUSED, Stance.HELD]),
        ("not A or B", [Stance.REFUSED, Stance.REFUSED]),
        ("A no, B", [Stance.REFUSED, Stance.HELD]),
        ("A no B", [Stance.UNCLEAR, Stance.UNCLEAR]),
        ("A actually B", [Stance.REPLACED, Stance.HELD]),
        ("from A to B", [Stance.PAST, Stance.HELD]),
        ("my name is A", [Stance.ASIDE]),
        ("A street", [Stance.UNCLEAR]),
        ("three hours from A", [Stance.UNCLEAR]),
        ("A is too far", [Stance.REFUSED]),
        ("not far from A", [Stance.HELD]),
        ("antes vivía en A, ahora en B", [Stance.PAST, Stance.HELD]),
    ],
)
def test_the_words_around_say_how_a_place_is_meant(text: str, expected: list[Stance]) -> None:
    """A and B stand for places."""
    tokens = tokenise(text)
    spans = [(at, at + 1) for at, token in enumerate(tokens) if token.shout or token.text in {"a", "b"}]
    assert expected == stances(tokens, spans)


def test_every_postal_region_is_indexed() -> None:
    """Fifty states, the District and the territories have towns and ZIP codes."""
    found = {spot.state for spot in us_places().zips.values()}
    assert set(states().titles) == found


def test_the_weightiest_namesake_comes_first() -> None:
    """Portland is Oregon's before Maine's."""
    expected = ["OR", "ME"]
    assert expected == [spot.state for spot in us_places().cities["portland"][:2]]


def test_stray_coordinates_do_not_move_a_city() -> None:
    """Los Angeles lies within ten miles of its city hall."""
    spot = us_places().cities["los angeles"][0]
    assert miles_between(spot.latitude, spot.longitude, 34.0537, -118.2428) < 10


def test_data_files_hold_folded_names_only() -> None:
    """A name with a capital, an accent or a dot would never be found."""
    words = lexicon()
    names = {*landmarks(), *abroad(), *states().names, *states().cities}
    names |= words.online | words.perhaps_online | words.filler | words.never | words.name
    assert set() == {name for name in names if name != plain_name(name)}


def test_landmarks_lie_in_their_states() -> None:
    """A slip in a coordinate would send people to the wrong clinic."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for spot in us_places().zips.values():
        towns.setdefault(spot.state, []).append((spot.latitude, spot.longitude))
    lost = {
        mark.label
        for mark in landmarks().values()
        if mark.state and min(miles_between(mark.latitude, mark.longitude, *town) for town in towns[mark.state]) > 30
    }
    assert set() == lost
