"""What a reading gives."""

from dataclasses import dataclass
from typing import Literal

Method = Literal["exact", "alias", "zip", "city", "neighbourhood", "state", "online", "fuzzy", "none"]


@dataclass(frozen=True, slots=True)
class Place:
    """What was understood of a typed place.

    `location` is the code of a clinic location, `flows.clinic.ONLINE`, or None. `ask` is true where the words leave a
    choice; then `location` is None and `candidates` are the codes to choose from, best first. `miles` is the distance,
    as the crow flies, from the typed place to the nearest clinic (tenths below ten miles, else whole). `place` names
    what was understood, "Henderson, NV".
    """

    location: str | None
    ask: bool
    method: Method
    miles: float | None = None
    candidates: tuple[str, ...] = ()
    place: str = ""


NOTHING = Place(None, ask=True, method="none")
