"""A tick of the clock: what is due by itself. One process ticks at a time, in one transaction."""

from datetime import timedelta

from desk.claim_clock import hand_back, wake
from desk.deliveries import tidy
from desk.desk import Desk
from desk.promises import own_up
from desk.showing import remove_due
from desk.staff_alerts import escalate
from storage import alerts, drafts, received

ESCALATE_AFTER_MS = 5 * 60_000
"""How long words of crisis may stand in the group with nobody on it before they are brought up again."""
ESCALATIONS = 12
"""After an hour of this, staff know or nobody is there; the alert itself stays."""
RECEIVED_KEPT = timedelta(days=8)
"""Telegram gives nothing again after a day; a week more for a clock that was wrong."""
PARKED_KEPT = timedelta(days=30)
"""Long enough to be looked at; what is in there may be words of a person."""
DRAFTS_KEPT = timedelta(days=1)
"""A draft is for the minute between writing and sending."""
_LEADER = 0x71C4


def tick(desk: Desk) -> None:
    """Do what is due; raises StorageDown."""
    with desk.store.transaction() as books:
        if not books.lead_by(_LEADER):
            return
        now = desk.now_ms()
        for alert in alerts.overdue(books, alerts.CRISIS, now - ESCALATE_AFTER_MS, ESCALATIONS):
            escalate(desk, books, alert, now)
        remove_due(desk, books, now)
        wake(desk, books, now)
        hand_back(desk, books, now)
        own_up(desk, books, now)
        tidy(desk, books)
        received.forget_received(books, now - _ms(RECEIVED_KEPT))
        received.forget_parked(books, now - _ms(PARKED_KEPT))
        drafts.forget_older(books, now - _ms(DRAFTS_KEPT))


def _ms(length: timedelta) -> int:
    return int(length.total_seconds() * 1000)
