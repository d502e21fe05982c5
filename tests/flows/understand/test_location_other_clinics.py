"""Typed places for a clinic group with other cities."""

import pytest

from flows.clinic import ONLINE, Clinic, Location, Service
from flows.understand.location import Gazetteer


def location(code: str, city: str, state: str, point: tuple[float, float], *aliases: str) -> Location:
    label = code.replace("_", " ").title()
    latitude, longitude = point
    return Location(
        code=code,
        label=label,
        city=city,
        state=state,
        latitude=latitude,
        longitude=longitude,
        time_zone="America/Chicago",
        aliases=aliases,
    )


GAZETTEER = Gazetteer(
    Clinic(
        name="Elsewhere",
        locations=(
            location("austin", "Austin", "TX", (30.2672, -97.7431), "atx"),
            location("portland", "Portland", "OR", (45.5152, -122.6784)),
            location("lakeview", "Chicago", "IL", (41.9500, -87.6500)),
            location("the_loop", "Chicago", "IL", (41.8800, -87.6300)),
        ),
        services=(Service(code="therapy", label="Therapy"),),
        nearest_within_miles=60,
    )
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ATX", "austin"),
        ("austen", "austin"),
        ("Round Rock", "austin"),
        ("the one in Texas", "austin"),
        ("Vancouver, WA", "portland"),
        ("Portland, Maine", ONLINE),
        ("the loop", "the_loop"),
        ("Evanston", "lakeview"),
        ("60614", "lakeview"),
        ("Los Angeles", ONLINE),
        ("Las Vegas", ONLINE),
        ("San Antonio", ONLINE),
    ],
)
def test_nothing_is_tied_to_one_clinic_group(text: str, code: str) -> None:
    """Names, distances and the limit come from the clinic's file."""
    assert code == GAZETTEER.read(text).location


def test_a_city_with_two_locations_is_asked_about() -> None:
    """The city alone does not say which."""
    place = GAZETTEER.read("Chicago")
    expected = (True, {"lakeview", "the_loop", ONLINE})
    assert expected == (place.ask, set(place.candidates))


def test_a_well_known_namesake_abroad_is_asked_about() -> None:
    """Vancouver may be in Washington or in Canada."""
    expected = (None, ("portland", ONLINE))
    place = GAZETTEER.read("vancouver")
    assert expected == (place.location, place.candidates)
