"""Delivery health, for those who work requests: what does not reach whom it is for."""

from console.gate import Visit
from console.pages import Answer, Page
from desk.delivery_health import signs
from storage.staff import Member


def may_see(member: Member) -> bool:
    """True for owners and coordinators."""
    return member.may_work


def show_health(visit: Visit) -> Answer:
    """Everything that is looked at, what needs somebody first."""
    found = sorted(signs(visit.desk, visit.books, visit.member), key=lambda sign: (not sign.red, not sign.count))
    return Page("health.html", {"signs": found, "red": sum(sign.red for sign in found)}, live=True)
