"""Where one can go from every page, by role."""

from dataclasses import dataclass

from storage.staff import OWNER, Member


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the console in its navigation."""

    name: str
    words: str
    href: str


INBOX = Place("inbox", "Inbox", "/inbox")
REPORT = Place("report", "Report", "/report")
HEALTH = Place("health", "Health", "/health")
STAFF = Place("staff", "Staff", "/staff")
AUDIT = Place("audit", "Audit", "/audit")
ACCOUNT = Place("account", "Account", "/account")


def places(member: Member) -> tuple[Place, ...]:
    """The parts this member may open."""
    for_owners = (STAFF, AUDIT) if is_owner(member) else ()
    return (INBOX, REPORT, *((HEALTH,) if member.may_work else ()), *for_owners, ACCOUNT)


def is_owner(member: Member) -> bool:
    """True for who looks after staff and reads the audit log."""
    return member.active and member.role == OWNER
