"""Everything a name can stand for: a clinic of the group, treatment from afar, spots, states, other countries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from flows.clinic import Clinic, Location
from flows.understand.location.known import abroad, landmarks
from flows.understand.location.lexicon import lexicon
from flows.understand.location.place import Method
from flows.understand.location.states import SEVERAL, plain_name, states
from flows.understand.location.us_places import Spot, us_places

LONGEST_NAME = 6
"""Names and phrases are at most so many words long."""

Afar = Literal["", "asked", "perhaps"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that one name can stand for; what it does stand for is decided with the words around it."""

    clinic: str = ""
    method: Method = "none"
    afar: Afar = ""
    spots: tuple[Spot, ...] = ()
    states: tuple[str, ...] = ()
    abroad: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """The names of one clinic group, and the lookup of any name."""

    clinic: Clinic
    clinic_names: dict[str, tuple[str, Method]] = field(default_factory=dict)

    def meaning(self, name: str) -> Meaning | None:
        """What the folded `name` can stand for; None where it is no name at all."""
        code, method = self.clinic_names.get(name, ("", "none"))
        words = lexicon()
        afar: Afar = "asked" if name in words.online else "perhaps" if name in words.perhaps_online else ""
        mark = landmarks().get(name)
        spots = us_places().cities.get(name, ())
        state = states().names.get(name)
        several = () if spots else SEVERAL.get(name, ())
        found = Meaning(
            clinic=code,
            method=method,
            afar=afar,
            spots=(mark, *spots) if mark else spots,
            states=(state,) if state else several,
            abroad=abroad().get(name, ""),
        )
        return found if any((code, afar, found.spots, found.states, found.abroad)) else None

    def location(self, code: str) -> Location:
        """The clinic location with this code.

        Raises:
            KeyError: there is none.
        """
        location = self.clinic.location(code)
        if location is None:
            raise KeyError(code)
        return location


def atlas_of(clinic: Clinic) -> Atlas:
    """The atlas of one clinic group: labels in every language and city names are exact names, the rest are aliases."""
    names: dict[str, tuple[str, Method]] = {}
    for location in clinic.locations:
        labels = location.label.values() if isinstance(location.label, dict) else (location.label,)
        for name in _spellings((*labels, location.city)):
            names.setdefault(name, (location.code, "exact"))
    for location in clinic.locations:
        for name in _spellings(location.aliases):
            names.setdefault(name, (location.code, "alias"))
    _drop_shared(clinic, names)
    return Atlas(clinic, names)


def _spellings(names: Iterable[str]) -> list[str]:
    """Each name, and the ways a hurried thumb writes it: in one word, "sta" for "santa", "st" for "saint"."""
    found = []
    for plain in map(plain_name, names):
        found += [plain, plain.replace(" ", "") if len(plain) > _INITIALS else " ".join(plain)]
        found += [short + plain.removeprefix(long) for long, short in _SHORTENED if plain.startswith(long)]
    return found


_INITIALS = 3
_SHORTENED = (("santa ", "sta "), ("saint ", "st "), ("fort ", "ft "), ("mount ", "mt "))


def _drop_shared(clinic: Clinic, names: dict[str, tuple[str, Method]]) -> None:
    """A city with two locations of the group is no name of either."""
    cities = [plain_name(location.city) for location in clinic.locations]
    labels = {plain_name(text) for location in clinic.locations for text in _texts(location)}
    for city in {city for city in cities if cities.count(city) > 1} - labels:
        names.pop(city, None)


def _texts(location: Location) -> tuple[str, ...]:
    return tuple(location.label.values()) if isinstance(location.label, dict) else (location.label,)
