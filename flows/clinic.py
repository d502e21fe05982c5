"""The clinic as data: locations, services, how to reach it; what it has not set is absent, never invented."""

from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from flows.opening_hours import Day, DayHours, after_open_minutes

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Availability = Literal["yes", "no", "unknown"]
LocalText = dict[str, str] | str
"""One text for every language, or one by language code."""

ONLINE = "online"
"""The location code of a request for online or phone treatment."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{name} is no time zone; write it like America/Los_Angeles") from None
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone)]
Minutes = Annotated[int, Field(ge=1, le=10_080, strict=True)]
"""A length of time that a clinic sets, a week at most."""


class Strict(BaseModel):
    """A part of a clinic's own file: frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Location(Strict):
    """A clinic one can visit."""

    code: Code
    label: LocalText
    city: str
    state: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    time_zone: TimeZone
    aliases: tuple[str, ...] = ()
    services: dict[Code, Availability] = Field(default_factory=dict)
    phone: str | None = None
    hours: dict[Day, DayHours] = Field(default_factory=dict)
    closed: tuple[date, ...] = ()
    contact_within_minutes: Minutes | None = None

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of this clinic."""
        return ZoneInfo(self.time_zone)

    @model_validator(mode="after")
    def _promise_has_hours(self) -> "Location":
        if self.contact_within_minutes and not self.hours:
            raise ValueError("contact_within_minutes counts opening time, so it needs hours")
        return self


class Service(Strict):
    """A treatment one can ask for."""

    code: Code
    label: LocalText
    aliases: tuple[str, ...] = ()
    exclusive: bool = False
    online: Availability = "unknown"
    needs_visit: bool = False


class Clinic(Strict):
    """A clinic group."""

    name: str
    former_names: tuple[str, ...] = ()
    default_language: str = "en"
    locations: tuple[Location, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    online_states: tuple[str, ...] | None = None
    phone: str | None = None
    website: str | None = None
    nearest_within_miles: float = Field(default=100, gt=0)
    closed: tuple[date, ...] = ()
    online_answered_by: Code | None = None
    contact_within_minutes: Minutes | None = None
    claim_minutes: Minutes | None = 120
    show_staff_names: bool = False

    @model_validator(mode="after")
    def _codes_agree(self) -> "Clinic":
        services = [service.code for service in self.services]
        for codes in ([place.code for place in self.locations], services):
            twice = {code for code in codes if codes.count(code) > 1}
            if twice:
                raise ValueError(f"the code {min(twice)} is used twice")
        for place in self.locations:
            if place.code == ONLINE:
                raise ValueError(f"the code {ONLINE} is kept for online or phone treatment")
            unknown = set(place.services) - set(services)
            if unknown:
                raise ValueError(f"location {place.code} names the service {min(unknown)}, which is not under services")
        if self.online_answered_by and not self.location(self.online_answered_by):
            raise ValueError(f"online_answered_by names {self.online_answered_by}, which is not under locations")
        return self

    def location(self, code: str) -> Location | None:
        """The location with this code, if there is one."""
        return next((place for place in self.locations if place.code == code), None)

    def answering(self, code: str) -> Location | None:
        """The location whose hours count for a request: its own, or the one that answers those for no clinic."""
        return self.location(code) or self.location(self.online_answered_by or "")

    def after_open_minutes(self, code: str, moment: datetime, minutes: int) -> datetime | None:
        """When `minutes` of opening time have passed for a request; None where nobody set hours for it."""
        place = self.answering(code)
        if place is None:
            return None
        return after_open_minutes(place.hours, place.zone, moment, minutes, {*self.closed, *place.closed})

    def service(self, code: str) -> Service | None:
        """The service with this code, if there is one."""
        return next((service for service in self.services if service.code == code), None)


def labels(text: LocalText) -> tuple[str, ...]:
    """`text` in every language it has."""
    return (text,) if isinstance(text, str) else tuple(text.values())


def in_language(text: LocalText, language: str) -> str:
    """`text` in `language`, else in English, else in the first language it has."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()))
