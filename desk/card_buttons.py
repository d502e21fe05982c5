"""Buttons under a card and a record: what can be done as things stand, and the times and reasons to choose from."""

from typing import Any

from desk.wording import buttons
from flows import lead as life
from flows.taps import staff as code
from storage.leads import LeadRow

SNOOZES = {"1": "Tomorrow", "7": "In a week", "30": "In a month"}
ASKING = ("snooze", "refuse", "close", "take_over")
"""Acts that need a time or a reason."""
_ON_CARD: dict[str, list[list[tuple[str, str]]]] = {
    "new": [[("Claim", "claim"), ("Open", "open")], [("Not now…", "snooze"), ("Close…", "close")]],
    "claimed": [[("Open", "open"), ("Contacted", "contact")], [("Not now…", "snooze"), ("Close…", "close")]],
    "contacted": [[("Open", "open"), ("Scheduled", "schedule")], [("Not now…", "snooze"), ("Close…", "close")]],
    "scheduled": [[("Open", "open"), ("Close…", "close")]],
    "not_now": [[("Open", "open"), ("Reopen", "reopen")]],
    "not_a_fit": [[("Open", "open")]],
    "closed": [[("Open", "open")]],
}


def card_rows(lead: LeadRow, *, asking: str = "") -> list[list[dict[str, Any]]]:
    """The buttons of a card."""
    if asking:
        return choices(lead, asking)
    if lead.merged_into:
        return buttons([("Open", code("open", lead.merged_into))])
    return buttons(*([(label, code(act, lead.uid)) for label, act in row] for row in _ON_CARD[lead.status]))


def choices(lead: LeadRow, act: str) -> list[list[dict[str, Any]]]:
    """The times or reasons that `act` can be done with, and the way back."""
    if act == "snooze":
        found = [(label, code(act, lead.uid, days)) for days, label in SNOOZES.items()]
    else:
        found = [(reason.replace("_", " ").capitalize(), code(act, lead.uid, reason)) for reason in life.REASONS[act]]
    return buttons(*in_twos(found), [("Back", code(act, lead.uid, "back"))])


def in_twos(labels: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Two buttons a row."""
    return [labels[start : start + 2] for start in range(0, len(labels), 2)]
