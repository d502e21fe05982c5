"""What happened in a turn, for the books: recorded by the desk in the same transaction."""

from dataclasses import dataclass
from typing import Literal

from flows.answers import Answer


@dataclass(frozen=True, slots=True)
class Answered:
    """A question got an answer, or a new one."""

    link_id: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Archived:
    """An answer lost its question, because an earlier answer changed; it is kept apart and never exported."""

    link_id: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Consented:
    """A consent was given or refused."""

    kind: str
    given: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """The intake ended before its review; what was said is not kept."""

    code: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """The person handed the intake over."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The person changed answers of a lead already handed over."""

    link_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WroteToStaff:
    """A message for the people at the clinic."""

    text: str
    kind: Literal["message", "question"] = "message"
    about: str = ""
    """The reference of the lead that it is about, where that is not the newest one."""


@dataclass(frozen=True, slots=True)
class WantsPerson:
    """The person asked for a human being."""


@dataclass(frozen=True, slots=True)
class Restarted:
    """The person began again; the earlier answers are archived."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person withdrew the consent to be contacted."""


@dataclass(frozen=True, slots=True)
class Erased:
    """The person had everything erased."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """The person blocked the bot (False) or let it back in (True)."""

    now: bool


Fact = (
    Answered
    | Archived
    | Consented
    | Ended
    | Submitted
    | Amended
    | WroteToStaff
    | WantsPerson
    | Restarted
    | Stopped
    | Erased
    | Reachable
)
