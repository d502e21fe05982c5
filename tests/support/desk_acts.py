"""Acts of staff on leads through the services that both surfaces use, each in a transaction of its own."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from front_desk import DANA, FrontDesk

from desk.desk import Desk
from desk.lead_moves import Actor
from storage import leads, staff, timeline
from storage.leads import LeadRow
from storage.store import Books

Given = ParamSpec("Given")
Came = TypeVar("Came")


def do(
    front: FrontDesk, service: Callable[Concatenate[Desk, Books, Given], Came], *args: Given.args, **more: Given.kwargs
) -> Came:
    """Carry out a service, and let what it sends be sent."""
    with front.store.transaction() as books:
        came = service(front.desk, books, *args, **more)
    front.work()
    return came


def actor(front: FrontDesk, number: int = DANA, surface: str = "console") -> Actor:
    """Dana or a colleague on a surface."""
    with front.store.reading() as books:
        member = staff.member(books, number)
    assert member is not None
    return Actor(member, surface)


def lead_of(front: FrontDesk, reference: str) -> LeadRow:
    """The lead as it is now."""
    with front.store.reading() as books:
        found = leads.by_reference(books, reference)
    assert found is not None
    return found


def entries(front: FrontDesk, lead: LeadRow) -> list[tuple[str, str, Any]]:
    """The timeline of a lead: kind, who, what."""
    with front.store.reading() as books:
        return [(entry.kind, entry.actor, entry.body) for entry in timeline.timeline(books, lead.uid)]


def audited(front: FrontDesk, act: str) -> list[tuple[str, str, str, str]]:
    """The audit rows of this act: who, where, on what, with which detail."""
    query = "select actor, surface, subject, detail from audit where act = :act order by id"
    return [(r["actor"], r["surface"], r["subject"], r["detail"]) for r in front.rows(query, act=act)]
