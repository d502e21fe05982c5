"""One batch of what came in, one transaction; everything is kept before anything is acknowledged."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from desk.arrivals import (
    Arrival,
    FromPatient,
    GroupCommanded,
    GroupMoved,
    GroupReplied,
    JoinedGroup,
    Nothing,
    StaffReplied,
    StaffTapped,
    TapAnswer,
    Unreadable,
)
from desk.crisis import is_crisis, keep_crisis
from desk.desk import Desk
from desk.patient_turns import take_turn
from desk.patient_words import to_staff
from desk.sending import move_group
from desk.staff_acts import staff_tapped
from desk.staff_commands import group_commanded, group_replied, staff_commanded
from desk.staff_replies import staff_replied
from desk.wording import plain
from flows.conversation import Conversation
from storage import outbox, received
from storage.conversations import Kept, load_conversations, save_conversations
from storage.store import Books, StorageDown

log = structlog.get_logger()


@dataclass(slots=True)
class Batch:
    """A batch while it is worked on: the conversations in hand and the taps to answer."""

    desk: Desk
    books: Books
    now: int
    held: dict[int, Kept]
    changed: dict[int, Conversation] = field(default_factory=dict)
    answers: list[TapAnswer] = field(default_factory=list)

    def save(self) -> None:
        """Write the changed conversations, so that later statements see them."""
        save_conversations(self.books, self.changed, self.desk.flow, self.now)
        self.changed.clear()


def receive(desk: Desk, arrivals: Sequence[Arrival]) -> list[TapAnswer]:
    """Keep and carry out a batch; gives the taps to answer.

    When this returns, everything is committed and may be acknowledged. Where one arrival fails, the batch is done over
    one by one, so that it stops nobody else: it is parked, and its sender gets an apology.

    Raises:
        StorageDown: nothing more was kept; the same batch can be given again.
    """
    try:
        return _receive_together(desk, arrivals)
    except StorageDown:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it must not stop the others
        if len(arrivals) > 1:
            return [answer for arrival in arrivals for answer in receive(desk, [arrival])]
        return _set_aside(desk, arrivals[0], error)


def _receive_together(desk: Desk, arrivals: Sequence[Arrival]) -> list[TapAnswer]:
    with desk.store.transaction() as books:
        now = desk.now_ms()
        fresh = received.take_new(books, [a.update_id for a in arrivals], now)
        todo: dict[int, Arrival] = {}
        for arrival in arrivals:
            if arrival.update_id in fresh:
                todo.setdefault(arrival.update_id, arrival)
        batch = Batch(desk, books, now, load_conversations(books, _chats(list(todo.values()))))
        for arrival in todo.values():
            _dispatch(batch, arrival)
        batch.save()
    return batch.answers


def _set_aside(desk: Desk, arrival: Arrival, error: Exception) -> list[TapAnswer]:
    """Park an arrival that cannot be carried out; its conversation stays as it was."""
    log.error("arrival failed", update=arrival.update_id, kind=type(arrival).__name__, error=type(error).__name__)
    with desk.store.transaction() as books:
        now = desk.now_ms()
        if not received.take_new(books, [arrival.update_id], now):
            return []
        received.park(books, arrival.update_id, "", type(error).__name__, now)
        if isinstance(arrival, FromPatient):
            text = desk.words.text("apology", desk.language_of(arrival.language_code), {})
            outbox.put(books, arrival.chat_id, "send", plain(text), now)
            query = getattr(arrival.event, "query", "")
            return [TapAnswer(query)] if query else []
    if isinstance(arrival, StaffTapped):
        return [TapAnswer(arrival.query, "Something went wrong on our side. Please try once more.", alert=True)]
    return []


def _chats(arrivals: list[Arrival]) -> set[int]:
    patients = [a.patient if isinstance(a, StaffReplied) else a for a in arrivals]
    return {a.chat_id for a in patients if isinstance(a, FromPatient)}


def _dispatch(batch: Batch, arrival: Arrival) -> None:
    match arrival:
        case FromPatient():
            _from_patient(batch, arrival)
        case StaffTapped():
            batch.answers.append(staff_tapped(batch.desk, batch.books, arrival))
        case StaffReplied():
            if not staff_replied(batch.desk, batch.books, arrival):
                _from_patient(batch, to_staff(batch.books, arrival))
        case GroupCommanded() | GroupReplied() | JoinedGroup() | GroupMoved():
            _in_group(batch, arrival)
        case Unreadable():
            log.warning("update parked", update=arrival.update_id, error=arrival.error)
            received.park(batch.books, arrival.update_id, arrival.raw, arrival.error, batch.now, arrival.chat_id)
        case Nothing():
            if arrival.query:
                batch.answers.append(TapAnswer(arrival.query))


def _in_group(batch: Batch, arrival: GroupCommanded | GroupReplied | JoinedGroup | GroupMoved) -> None:
    match arrival:
        case GroupCommanded():
            group_commanded(batch.desk, batch.books, arrival)
        case GroupReplied():
            group_replied(batch.desk, batch.books, arrival)
        case JoinedGroup():
            _greet_group(batch, arrival)
        case GroupMoved():
            move_group(batch.desk, batch.books, arrival.old, arrival.new)


def _from_patient(batch: Batch, arrival: FromPatient) -> None:
    if is_crisis(arrival):
        keep_crisis(batch.desk, batch.books, arrival, batch.held.get(arrival.chat_id))
        return
    known = arrival.chat_id in batch.held
    turned = staff_commanded(batch.desk, batch.books, arrival, known=known)
    if turned is None:
        return
    arrival = turned
    after, answer = take_turn(batch.desk, batch.books, arrival, batch.held.get(arrival.chat_id), batch.save)
    if answer:
        batch.answers.append(answer)
    kept = batch.held.get(arrival.chat_id)
    if after is None:
        batch.held.pop(arrival.chat_id, None)
        batch.changed.pop(arrival.chat_id, None)
        return
    batch.held[arrival.chat_id] = Kept(after, kept.reachable if kept else True)
    batch.changed[arrival.chat_id] = after


def _greet_group(batch: Batch, joined: JoinedGroup) -> None:
    if joined.chat_id != batch.desk.staff_chat(batch.books):
        text = batch.desk.words.text("group_hello", batch.desk.flow.clinic.default_language, {})
        outbox.put(batch.books, joined.chat_id, "send", plain(text), batch.now)
