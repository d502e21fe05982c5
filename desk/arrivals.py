"""What comes in over a chat, as values: each knows the update it came with."""

from dataclasses import dataclass

from flows.events import Event
from flows.understand.safety import Assessment


@dataclass(frozen=True, slots=True)
class FromPatient:
    """Something a person did in a private chat; `text` is every word of it, `assessment` what the safety check says."""

    update_id: int
    chat_id: int
    language_code: str
    event: Event
    text: str = ""
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class StaffTapped:
    """A staff button was tapped, in the group or in private; whether the tapper is staff is for the desk to see."""

    update_id: int
    chat_id: int
    actor_id: int
    actor_name: str
    query: str
    act: str
    subject: str
    detail: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class StaffReplied:
    """A reply to one of the bot's messages in a private chat; meant for staff if the message asked staff for words."""

    patient: FromPatient
    reply_to: int

    @property
    def update_id(self) -> int:
        """The update this came with."""
        return self.patient.update_id


@dataclass(frozen=True, slots=True)
class GroupCommanded:
    """A command in a group, in the topic `thread` where there is one; what it may do is for the desk to see."""

    update_id: int
    chat_id: int
    actor_id: int
    name: str
    argument: str = ""
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class GroupReplied:
    """Somebody in a group replied to one of the bot's messages; their words are not read."""

    update_id: int
    chat_id: int
    actor_id: int
    reply_to: int


@dataclass(frozen=True, slots=True)
class JoinedGroup:
    """The bot was added to a group."""

    update_id: int
    chat_id: int


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """A group became a supergroup under a new id."""

    update_id: int
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """An update that asks nothing of us; a tap among them still wants its spinner ended."""

    update_id: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An update that could not be read; it is parked, and blocks nobody."""

    update_id: int
    raw: str
    error: str
    chat_id: int | None = None


Arrival = (
    FromPatient
    | StaffTapped
    | StaffReplied
    | GroupCommanded
    | GroupReplied
    | JoinedGroup
    | GroupMoved
    | Nothing
    | Unreadable
)


@dataclass(frozen=True, slots=True)
class TapAnswer:
    """What ends a tap's spinner: a toast, an alert box, or nothing to see."""

    query: str
    text: str = ""
    alert: bool = False
