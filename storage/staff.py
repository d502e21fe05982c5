"""Staff: who may work leads, in which role, at which locations."""

from dataclasses import dataclass

from sqlalchemy import func, select, update

from storage.store import Books
from storage.tables import LEAD, STAFF
from storage.upsert import upsert

OWNER, COORDINATOR, READ_ONLY = "owner", "coordinator", "read_only"
ROLES = (OWNER, COORDINATOR, READ_ONLY)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff; no locations means all of them. `second_factor` says that the console asks for a code."""

    telegram_id: int
    name: str
    role: str
    locations: tuple[str, ...]
    active: bool
    second_factor: bool = False

    @property
    def may_work(self) -> bool:
        """True for roles that may claim and change leads."""
        return self.active and self.role in {OWNER, COORDINATOR}

    def covers(self, location: str) -> bool:
        """True where this member may see leads of `location`; online and unplaced leads belong to everybody."""
        return self.active and (
            not self.locations or not location or location == "online" or location in self.locations
        )


def member(books: Books, telegram_id: int) -> Member | None:
    """The active member with this Telegram id."""
    query = select(STAFF).where(STAFF.c.telegram_id == telegram_id, STAFF.c.active)
    row = books.connection.execute(query).one_or_none()
    return _member(row) if row else None


def members(books: Books) -> list[Member]:
    """All members, active or not."""
    return [_member(row) for row in books.connection.execute(select(STAFF).order_by(STAFF.c.added_at))]


def _member(row: object) -> Member:
    values = row._mapping  # type: ignore[attr-defined]  # noqa: SLF001  # SQLAlchemy's name for a row as a mapping
    locations = tuple(filter(None, values["locations"].split(",")))
    return Member(
        values["telegram_id"], values["name"], values["role"], locations, values["active"],
        second_factor=values["totp_since"] is not None,
    )  # fmt: skip


def save_member(books: Books, telegram_id: int, name: str, role: str, locations: tuple[str, ...], now: int) -> None:
    """Add a member, or change one; a removed one is active again."""
    row = {
        "telegram_id": telegram_id, "name": name, "role": role, "locations": ",".join(locations),
        "active": True, "added_at": now,
    }  # fmt: skip
    upsert(books, STAFF, [row], key="telegram_id", changing=("name", "role", "locations", "active"))


def seed_owners(books: Books, telegram_ids: tuple[int, ...], now: int) -> None:
    """Make sure these ids are active owners; names already known stay."""
    rows = [
        {"telegram_id": i, "name": "", "role": OWNER, "locations": "", "active": True, "added_at": now}
        for i in telegram_ids
    ]
    if rows:
        upsert(books, STAFF, rows, key="telegram_id", changing=("role", "active"))


def name_member(books: Books, telegram_id: int, name: str) -> None:
    """Keep the name a member shows on Telegram, where none is set."""
    statement = update(STAFF).where(STAFF.c.telegram_id == telegram_id, STAFF.c.name == "")
    books.connection.execute(statement.values(name=name[:80]))


def remove_member(books: Books, telegram_id: int) -> bool:
    """Take a member's rights away at once; False where there was none."""
    statement = update(STAFF).where(STAFF.c.telegram_id == telegram_id, STAFF.c.active).values(active=False)
    return books.connection.execute(statement).rowcount == 1


def held_leads(books: Books, statuses: tuple[str, ...]) -> dict[int, int]:
    """How many leads in these statuses each member holds; who holds none is left out."""
    c = LEAD.c
    query = select(c.holder_id, func.count()).where(c.holder_id.is_not(None), c.status.in_(statuses))
    rows = books.connection.execute(query.group_by(c.holder_id))
    return {row.holder_id: row[1] for row in rows}
