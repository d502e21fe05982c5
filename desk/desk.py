"""What the desk works with: the store, the clinic's flow, the words, the clock and who staff are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from desk.targets import Target
from flows.clinic import ONLINE, Location, in_language
from flows.flow import Flow
from flows.record import STAFF_LANGUAGE
from messages.words import LANGUAGES, Words
from storage import settings
from storage.moments import from_ms, to_ms
from storage.store import Books, Store


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """The front desk of one clinic group."""

    store: Store
    flow: Flow
    words: Words
    staff_chat_id: int | None = None
    console_url: str = ""
    """Where staff reach the console, without a slash at the end; empty where it is off."""
    require_totp: bool = False
    """True where the console asks everybody for a second factor."""
    targets: tuple[Target, ...] = ()
    """Other systems and mailboxes that are told what happens to leads."""
    record_minutes: int = 60
    """How long a record stands in a private chat of staff before the bot takes it away."""
    clock: Callable[[], datetime] = utc_now

    def now_ms(self) -> int:
        """The time now in milliseconds since 1970, as the tables keep it."""
        return to_ms(self.clock())

    def staff_chat(self, books: Books) -> int | None:
        """The staff group's id as it is now: a group that became a supergroup has a new one."""
        moved = settings.get(books, f"{settings.STAFF_CHAT}:{self.staff_chat_id}") if self.staff_chat_id else None
        return int(moved) if moved else self.staff_chat_id

    def language_of(self, language_code: str) -> str:
        """The language to greet somebody in, from the one their Telegram is set to."""
        base = language_code.partition("-")[0].lower()
        return base if base in LANGUAGES else self.flow.clinic.default_language

    def location_label(self, code: str) -> str:
        """A location in staff's words."""
        if code == ONLINE:
            return "Online or phone"
        place = self.flow.clinic.location(code)
        return in_language(place.label, STAFF_LANGUAGE) if place else (code or "No location")

    def service_labels(self, codes: tuple[str, ...]) -> str:
        """Services in staff's words."""
        found = [self.flow.clinic.service(code) for code in codes]
        return ", ".join(in_language(service.label, STAFF_LANGUAGE) for service in found if service)

    def local_time(self, milliseconds: int, location: str = "") -> str:
        """A moment in the time of a clinic, in words for staff: "Nov 23, 2:05 PM (Los Angeles)"."""
        return f"{self.local_clock(milliseconds, location)} ({self.city(location)})"

    def local_clock(self, milliseconds: int, location: str = "") -> str:
        """The same without the clinic, where it is said once for many: "Nov 23, 2:05 PM"; another year is named."""
        zone = self.place(location).zone
        moment = from_ms(milliseconds).astimezone(zone)
        clock = moment.strftime("%I:%M %p").lstrip("0")
        year = f", {moment.year}" if moment.year != self.clock().astimezone(zone).year else ""
        return f"{moment.strftime('%b')} {moment.day}{year}, {clock}"

    def city(self, location: str = "") -> str:
        """The city whose time is meant where a location's is."""
        return self.place(location).city

    def place(self, location: str) -> Location:
        """The clinic whose time counts for a location."""
        return self.flow.clinic.answering(location) or self.flow.clinic.locations[0]
