"""Trying again what other systems did not take, from the page of delivery health."""

from console.gate import Visit
from console.navigation import HEALTH
from console.pages import Answer, GoTo
from desk.deliveries import redeliver
from desk.sign_in import SURFACE

_LONGEST_NAME = 32


def try_again(visit: Visit) -> Answer:
    """Put everything of one target that failed back to be tried from the start; an audit row says who did."""
    target = visit.asked.form.get("target", "")
    if 0 < len(target) <= _LONGEST_NAME:
        redeliver(visit.desk, visit.books, str(visit.member.telegram_id), SURFACE, target=target)
    return GoTo(HEALTH.href)
