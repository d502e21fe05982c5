"""What the patient saw: every message as it was sent, each change of it, its buttons and when they were taken away."""

from dataclasses import dataclass, field
from typing import Any

from desk.desk import Desk
from desk.sign_in import SURFACE
from storage import audit, patient_screen, timeline
from storage.leads import LeadRow
from storage.patient_screen import SentRow
from storage.staff import Member
from storage.store import Books

_WORDS_OF_PATIENT = frozenset({"message", "question"})


@dataclass(slots=True)
class Look:
    """How a message looked from a moment on: its words as Telegram HTML, and what stood on its buttons."""

    at: str
    text: str
    buttons: list[str]


@dataclass(slots=True)
class Shown:
    """One message: as it was sent, and as it looked after each change; `trouble` says why it did not arrive."""

    from_patient: bool
    looks: list[Look]
    picture: str = ""
    trouble: str = ""
    gone: bool = False
    frozen: bool = False
    order: int = field(default=0, compare=False)

    @property
    def last(self) -> Look:
        """As it looks now."""
        return self.looks[-1]


def patient_screen_of(desk: Desk, books: Books, member: Member, lead: LeadRow) -> list[Shown]:
    """The chat of this lead as it was on the patient's screen, oldest first; that it was looked at is audited."""
    audit.append(
        books, actor=str(member.telegram_id), surface=SURFACE, act="screen_viewed", subject=lead.uid, now=desk.now_ms()
    )
    stretch = patient_screen.stretch_of(books, lead.uid, lead.chat_id, lead.reference, lead.submitted_at)
    rows = patient_screen.sent_rows(books, lead.chat_id, stretch, lead.uid)
    shown = _replayed(desk, lead, rows)
    shown += [
        Shown(True, [Look(desk.local_clock(entry.at, lead.location), entry.body, [])], order=entry.at)
        for entry in timeline.timeline(books, lead.uid)
        if entry.kind in _WORDS_OF_PATIENT and isinstance(entry.body, str)
    ]
    return sorted(shown, key=lambda message: (message.order, not message.from_patient))


def _replayed(desk: Desk, lead: LeadRow, rows: list[SentRow]) -> list[Shown]:
    shown: list[Shown] = []
    named: dict[str, Shown] = {}
    for row in rows:
        at = desk.local_clock(row.at, lead.location)
        if row.mode == "send":
            message = _sent(row, at)
            shown.append(message)
            if row.ask:
                named[row.ask] = message
        elif row.delivered and row.ask in named:
            _change(named[row.ask], row, at)
    return shown


def _sent(row: SentRow, at: str) -> Shown:
    body = row.body
    trouble = "" if row.delivered else f"not delivered: {row.error}" if row.error else "not delivered yet"
    picture = str(body.get("picture", {}).get("kind", "")) if isinstance(body.get("picture"), dict) else ""
    look = Look(at, str(body.get("text", "")), _labels(body))
    return Shown(False, [look], picture=picture, trouble=trouble, order=row.put_at)


def _change(message: Shown, row: SentRow, at: str) -> None:
    text = str(row.body.get("text") or message.last.text)
    labels = _labels(row.body) if row.mode == "edit" else []
    message.frozen = message.frozen or row.mode == "freeze"
    message.gone = message.gone or row.mode == "delete"
    if (text, labels) != (message.last.text, message.last.buttons):
        message.looks.append(Look(at, text, labels))


def _labels(body: dict[str, Any]) -> list[str]:
    return [str(button.get("label", "")) for row in body.get("rows") or [] for button in row]
