"""News of leads for other systems: put into the table in the transaction of what happened, and looked after there."""

from collections.abc import Sequence
from datetime import datetime

from desk.delivery_bodies import Body, as_json, mail_body, webhook_body
from desk.desk import Desk
from desk.targets import TEST, Target, Webhook
from storage import audit, deliveries, leads
from storage.deliveries import DeliveryState
from storage.leads import LeadRow
from storage.store import Books

STALE_MS = 3_600_000
"""A delivery that has waited this long is shown among the failing ones: its target may be in the file no more."""
DELIVERED_KEPT_MS = 8 * 86_400_000
DEAD_KEPT_MS = 30 * 86_400_000
"""Long enough to be put back by hand; what is in there may be words of a person."""
SHOWN = 200
EVENT_OF_ACT = {
    "claim": "lead.claimed",
    "take_over": "lead.claimed",
    "release": "lead.released",
    "time_out": "lead.released",
    "contact": "lead.contacted",
    "schedule": "lead.scheduled",
    "snooze": "lead.set_aside",
    "wake": "lead.returned",
    "refuse": "lead.not_a_fit",
    "close": "lead.closed",
    "merge": "lead.closed",
    "reopen": "lead.reopened",
    "unmerge": "lead.reopened",
}
"""What other systems call that which an act brings about."""


def announce(desk: Desk, books: Books, lead_uid: str, event: str) -> None:
    """Put news of this lead, as it stands now, into the table for every target that wants to hear of it."""
    lead = leads.by_uid(books, lead_uid) if desk.targets else None
    if lead is None:
        return
    if not lead.may_contact:
        # Whoever takes the consent back is not passed on by what was worded before.
        thin = [t.name for t in desk.targets if not isinstance(t, Webhook) or t.content == "thin"]
        deliveries.forget_waiting(books, lead_uid, but_for=thin)
    _put(desk, books, lead, event, [target for target in desk.targets if event in target.events])


def announce_act(desk: Desk, books: Books, lead_uid: str, act: str) -> None:
    """Put news of what `act` brought about into the table."""
    if act in EVENT_OF_ACT:
        announce(desk, books, lead_uid, EVENT_OF_ACT[act])


def withdraw(desk: Desk, books: Books, erased: Sequence[LeadRow]) -> None:
    """Take back whatever waits or lies dead about these leads, and tell that they are erased, by reference alone."""
    if not erased:
        return
    busy_until = deliveries.forget_deliveries_of(books, [lead.uid for lead in erased], desk.now_ms())
    wanted = [target for target in desk.targets if "lead.deleted" in target.events]
    for lead in erased:
        # What is under way this moment must not arrive after the news that the lead is gone.
        _put(desk, books, lead, "lead.deleted", wanted, due_at=busy_until)


def _put(desk: Desk, books: Books, lead: LeadRow, event: str, wanted: Sequence[Target], due_at: int = 0) -> None:
    for target in wanted:
        body = _body(desk, books, lead, event, target)
        if body is not None:
            deliveries.put(
                books, channel=target.channel, target=target.name, event=event, lead_uid=lead.uid, body=body,
                now=desk.now_ms(), due_at=due_at,
            )  # fmt: skip


def _body(desk: Desk, books: Books, lead: LeadRow, event: str, target: Target) -> Body | None:
    if isinstance(target, Webhook):
        return webhook_body(desk, books, lead, event, target)
    return mail_body(desk, lead, event)


def trial_body(clinic: str, target: Target, now: datetime) -> Body:
    """A delivery that only shows whether one arrives; it is about nobody."""
    if not isinstance(target, Webhook):
        text = f"This is a test of the front desk of {clinic}. Nobody is waiting.\n"
        return {"subject": "A test of this address", "text": text}
    if target.preset == "gohighlevel":
        return as_json({"event": TEST, "reference": "TEST"})
    return as_json({"type": TEST, "timestamp": now.isoformat(), "data": {"reference": "TEST"}})


def failing(desk: Desk, books: Books) -> list[DeliveryState]:
    """Deliveries that are dead, failed and will be tried again, or have waited for long; newest first."""
    return deliveries.failing(books, desk.now_ms() - STALE_MS, SHOWN)


def redeliver(desk: Desk, books: Books, actor: str, surface: str, *, uid: str = "", target: str = "") -> int:
    """Try one delivery, or all dead and failed ones of `target`, again from the start; gives how many. Audited."""
    again = deliveries.requeue(books, desk.now_ms(), uid=uid, target=target)
    audit.append(
        books, actor=actor, surface=surface, act="deliveries_retried", subject=(uid or target)[:64],
        now=desk.now_ms(), detail=f"{len(again)} deliveries",
    )  # fmt: skip
    return len(again)


def tidy(desk: Desk, books: Books) -> None:
    """Forget what was delivered some days ago, and what has lain dead for long."""
    now = desk.now_ms()
    deliveries.forget_old(books, delivered_before=now - DELIVERED_KEPT_MS, dead_before=now - DEAD_KEPT_MS)
