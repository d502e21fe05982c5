"""A conversation as a frozen value: where it stands, what was answered, what is on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any, Self

from flows.answers import Answer, pack, unpack
from flows.questionnaire import NEW, REVIEW

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Conversation:
    """One chat. `seed` makes its button tokens unlike those of any earlier life of the same chat."""

    seed: str
    language: str = "en"
    state: str = NEW
    answers: Mapping[str, Answer] = field(default_factory=dict)
    asks: int = 0
    """How many questions or cards were shown; the newest is the one whose buttons are live."""
    draws: int = 0
    """How often the newest was drawn again in place."""
    taps: tuple[str, ...] = ()
    """Taps already taken on the newest, to know a re-sent one."""
    last_tap: str = ""
    """The tap that closed the question before, to meet its double in silence."""
    draft: tuple[str, ...] | None = None
    """What is ticked on the open question, before Done; None where nothing was ticked yet."""
    offer: tuple[str, ...] = ()
    """Readings of the last words that wait for a confirming tap; buttons name them by place, never by value."""
    said: str = ""
    """The words behind the draft or the offer."""
    heard: int | None = None
    """The message these words came in, or the one that was not understood, so that editing it counts."""
    page: str = ""
    """Which page of a display is turned up."""
    card: str = ""
    """A card that lies over the open question: resume, returning, edit, restart, delete, paused."""
    live: bool = False
    """A message with buttons of ours is on the screen."""
    keyboard: bool = False
    """A reply keyboard is on the screen and must be taken away."""
    asking: bool = False
    """The next text is a question to us, not an answer."""
    failures: int = 0
    reviewing: bool = False
    """A change was asked for from the review: return there."""
    paused: bool = False
    """The person asked not to be asked further for now (/stop)."""
    lead: str = ""
    """The reference of the lead this conversation handed over."""
    previous: str = ""
    """The reference of the lead before, where this person comes back with a new request."""
    submitted: Mapping[str, Answer] = field(default_factory=dict)
    """The answers as last handed over; `answers` may be ahead while the person edits."""
    spare: Mapping[str, Answer] = field(default_factory=dict)
    """What somebody who comes back told us before, taken over as its questions are called for."""
    prefill: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    questions: tuple[str, ...] = ()
    """What the person asked and staff shall answer, until it is handed over with the lead."""
    comforted: datetime | None = None
    """When a soft word with the help numbers was last said, so that it is not said at every line."""
    started: datetime | None = None
    touched: datetime | None = None

    @property
    def ask(self) -> str:
        """The render token of what is on the screen."""
        return f"{self.seed}{_base36(self.asks)}"

    @property
    def open(self) -> bool:
        """True while there is something the person can answer."""
        return self.state != NEW

    def but(self, **changes: Any) -> Self:
        """The same conversation with `changes`."""
        return replace(self, **changes)

    def with_answer(self, link_id: str, answer: Answer) -> Self:
        """The same conversation with one answer set."""
        return replace(self, answers={**self.answers, link_id: answer})

    @property
    def editing(self) -> bool:
        """True in the review of a lead that was already handed over."""
        return bool(self.lead) and self.state == REVIEW


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits


_ANSWERS = ("answers", "submitted", "spare")
_TIMES = ("comforted", "started", "touched")
_TUPLES = ("taps", "draft", "offer", "questions")
_DEFAULTS = {f.name: f.default for f in fields(Conversation)}


def dump(conversation: Conversation) -> dict[str, Any]:
    """`conversation` as plain JSON values; what is at its default is left out."""
    packed: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(conversation, name)
        if name in _ANSWERS:
            value = {link_id: pack(answer) for link_id, answer in value.items()}
        elif name in _TIMES:
            value = value.isoformat() if value else None
        elif name in _TUPLES and value is not None:
            value = list(value)
        if value == default or (value in ({}, []) and name != "draft"):
            continue
        packed[name] = value
    return packed


def load(packed: Mapping[str, Any]) -> Conversation:
    """The conversation that `dump` made `packed` from; fields of other versions are ignored."""
    known = {name: value for name, value in packed.items() if name in _DEFAULTS}
    for name in _ANSWERS:
        if name in known:
            known[name] = {link_id: unpack(answer) for link_id, answer in known[name].items()}
    for name in _TIMES:
        if known.get(name):
            known[name] = datetime.fromisoformat(known[name])
    for name in _TUPLES:
        if known.get(name) is not None:
            known[name] = tuple(known[name])
    return Conversation(**known)
