"""The life of a lead: a second machine, shared by every surface that staff work on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast

from transitions import EventData, Machine, MachineError

Status = Literal["new", "claimed", "contacted", "scheduled", "not_now", "not_a_fit", "closed"]
STATUSES: tuple[Status, ...] = ("new", "claimed", "contacted", "scheduled", "not_now", "not_a_fit", "closed")
LIVE: frozenset[str] = frozenset({"new", "claimed", "contacted"})
"""Statuses in which somebody still has to do something."""

Act = Literal[
    "claim", "release", "take_over", "contact", "schedule", "snooze", "refuse", "close", "reopen",
    "wake", "time_out", "merge", "unmerge",
]  # fmt: skip

NOT_A_FIT_REASONS = ("outside_our_area", "service_not_offered", "needs_other_care", "duplicate", "other")
CLOSED_REASONS = ("became_patient", "no_answer", "not_interested", "wrong_number", "spam", "other")
TAKE_OVER_REASONS = ("holder_away", "patient_asked", "clinic_changed", "other")
DUPLICATE = "duplicate"
"""Why a lead is closed that was merged into another one; nobody chooses it by hand."""
TIMED_OUT = "timed_out"
"""Why a lead is new again that somebody claimed and did nothing about."""

_HELD = ["claimed", "contacted"]
_MERGEABLE = ["new", *_HELD, "scheduled", "not_now"]
_EDGES: list[dict[str, Any]] = [
    {"trigger": "claim", "source": "new", "dest": "claimed"},
    {"trigger": "release", "source": _HELD, "dest": "new"},
    {"trigger": "take_over", "source": _HELD, "dest": "=", "conditions": "_has_reason"},
    {"trigger": "contact", "source": "claimed", "dest": "contacted"},
    {"trigger": "schedule", "source": _HELD, "dest": "scheduled"},
    {"trigger": "snooze", "source": ["new", *_HELD], "dest": "not_now", "conditions": "_has_date"},
    {"trigger": "refuse", "source": ["new", *_HELD], "dest": "not_a_fit", "conditions": "_has_reason"},
    {
        "trigger": "close",
        "source": ["new", *_HELD, "scheduled", "not_now"],
        "dest": "closed",
        "conditions": "_has_reason",
    },
    {"trigger": "reopen", "source": ["scheduled", "not_now", "not_a_fit", "closed"], "dest": "claimed"},
    {"trigger": "wake", "source": "not_now", "dest": "new"},
    {"trigger": "time_out", "source": "claimed", "dest": "new"},
    {"trigger": "merge", "source": _MERGEABLE, "dest": "closed"},
    *({"trigger": "unmerge", "source": "closed", "dest": dest, "conditions": f"_was_{dest}"} for dest in _MERGEABLE),
]


@dataclass(slots=True)
class Move:
    """What a trigger moves: the lead's status, and what the act came with."""

    state: str
    act: str
    reason: str = ""
    note: str = ""
    until: str = ""
    before: str = ""
    """What a merged lead was before, where the merge is undone."""


def _move_of(event: EventData) -> Move:
    """The library types a model as object; here it is always a Move."""
    return cast("Move", event.model)


def _has_date(event: EventData) -> bool:
    return bool(_move_of(event).until)


def _has_reason(event: EventData) -> bool:
    move = _move_of(event)
    return move.reason in REASONS[move.act] and bool(move.reason != "other" or move.note)


def _was(status: str) -> Callable[[EventData], bool]:
    return lambda event: _move_of(event).before == status


REASONS: dict[str, tuple[str, ...]] = {
    "refuse": NOT_A_FIT_REASONS,
    "close": CLOSED_REASONS,
    "take_over": TAKE_OVER_REASONS,
}
"""The reasons that an act takes, for acts that need one; "other" needs a note as well."""
_GUARDS = {"_has_date": _has_date, "_has_reason": _has_reason} | {f"_was_{s}": _was(s) for s in _MERGEABLE}
EDGES: list[dict[str, Any]] = [
    {**edge, "conditions": _GUARDS[edge["conditions"]]} if "conditions" in edge else edge for edge in _EDGES
]
_MACHINE = Machine(
    model=None, states=list(STATUSES), initial="new", transitions=EDGES, auto_transitions=False, send_event=True
)


def moved(
    status: str,
    act: str,
    *,
    reason: str = "",
    note: str = "",
    until: str = "",
    before: str = "",
    merged: bool = False,
) -> tuple[str | None, str]:
    """The status that `act` leads to and "", or None and why not.

    Why not is one of `not_from_here`, `needs_reason`, `needs_date`, `merged`; a merged lead is moved no more until
    the merge is undone.
    """
    event = _MACHINE.events.get(act)
    move = Move(status, act, reason, note.strip(), until, before)
    if merged and act != "unmerge":
        return None, "merged"
    if event is None or status not in STATUSES:
        return None, "not_from_here"
    try:
        done = event.trigger(move)
    except MachineError:
        return None, "not_from_here"
    if not done:
        return None, {"snooze": "needs_date", "unmerge": "not_from_here"}.get(act, "needs_reason")
    return move.state, ""


def acts_from(status: str) -> tuple[str, ...]:
    """What can be done with a lead of this status, by whomever."""
    return tuple(event for event in _MACHINE.get_triggers(status))
