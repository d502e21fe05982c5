"""A working day of made-up people for the demo: each walks the real intake, staff act through the real desk.

Only the clock is another: everything happens at its hour in the last days. What would have been sent to people's phones
is taken as sent; the group gets the cards of what is still open, from the bot itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

import yaml

from desk.arrivals import FromPatient
from desk.cards import post_card
from desk.crisis import triage
from desk.desk import Desk
from desk.lead_moves import Actor, move_lead
from desk.notes import add_note
from desk.patient_messages import send_message
from desk.receiving import receive
from flows.conversation import Conversation
from flows.events import Commanded, Said
from flows.lead import LIVE
from flows.questionnaire import SUBMITTED
from flows.record import SAMPLE_SOURCE
from storage import alerts, leads, outbox_upkeep, staff
from storage.conversations import load_conversations, save_conversations
from storage.leads import LeadRow
from storage.moments import to_ms

FIRST_CHAT = 700_001
"""Chats of sample people, far from those of the sandbox's cast."""
COLLEAGUES = {
    "Dana": (9001, "Dana Diaz", staff.OWNER, ()),
    "Omar": (9002, "Omar Ortiz", staff.OWNER, ()),
    "Priya": (9004, "Priya Patel", staff.COORDINATOR, ("los_angeles", "santa_monica", "las_vegas")),
    "Sam": (9005, "Sam Osei", staff.READ_ONLY, ("sedona",)),
}
TURN = timedelta(seconds=25)
MOST_TURNS = 30
_AREA = {"en": "702", "es": "310"}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens at its moment of the sample day."""

    at: datetime
    do: Callable[[], None]


class SampleDay:
    """The day while it is played: a desk whose clock is moved from happening to happening."""

    def __init__(self, desk: Desk) -> None:
        self._until = desk.clock()
        self._now = self._until
        self._desk = replace(desk, clock=lambda: self._now)
        self._number = 0
        self._settled: set[int] = set()
        given = yaml.safe_load(resources.files("intake").joinpath("sample_day.yaml").read_text(encoding="utf-8"))
        self._defaults: dict[str, dict[str, str]] = given["defaults"]
        self._people: list[dict[str, Any]] = given["people"]

    @property
    def people(self) -> dict[int, str]:
        """Everybody's chat and name."""
        return {FIRST_CHAT + place: person["name"] for place, person in enumerate(self._people)}

    def play(self) -> None:
        """Let everything happen, in the order of time; raises StorageDown."""
        with self._desk.store.transaction() as books:
            for telegram_id, name, role, locations in COLLEAGUES.values():
                staff.save_member(books, telegram_id, name, role, locations, self._desk.now_ms())
        happenings = [h for place in range(len(self._people)) for h in self._of(place)]
        for happening in sorted(happenings, key=lambda one: one.at):
            self._now = happening.at
            happening.do()
        self._now = self._until
        self._hand_over()

    def _of(self, place: int) -> Iterator[Happening]:
        person, chat = self._people[place], FIRST_CHAT + place
        began = self._until - timedelta(hours=person["ago"])
        yield Happening(began, lambda: self._begin(chat, person))
        for turn in range(1, MOST_TURNS):
            yield Happening(began + TURN * turn, lambda: self._answer(chat, person))
        after = self._until - timedelta(hours=person.get("then_ago", person["ago"])) + TURN * MOST_TURNS
        for turn, words in enumerate((*person.get("asks", ()), *person.get("then", ()))):
            yield Happening(after + TURN * turn, lambda words=words: self._say(chat, person, words))  # type: ignore[misc]  # bound now, not when it is called
        for act in person.get("staff", ()):
            yield Happening(
                self._until - timedelta(hours=act["ago"]),
                lambda act=act: self._staff_acts(chat, act),  # type: ignore[misc]  # the same
            )

    def _begin(self, chat: int, person: dict[str, Any]) -> None:
        known = Conversation(seed="smpl", language=person.get("language", "en"), source=SAMPLE_SOURCE)
        with self._desk.store.transaction() as books:
            save_conversations(books, {chat: known}, self._desk.flow, self._desk.now_ms())
        self._say(chat, person, "/start")

    def _answer(self, chat: int, person: dict[str, Any]) -> None:
        """Answer the question that is open, until all is sent or the person leaves."""
        if chat in self._settled:
            return
        conversation = self._conversation(chat)
        if conversation.state in {SUBMITTED, person.get("stops")}:
            self._settled.add(chat)
            return
        given = person.get("says", {}).get(conversation.state)
        if conversation.state == "name":
            given = person["name"]
        elif conversation.state == "phone" and given is None:
            number = person.get("number", chat - FIRST_CHAT)
            given = f"{_AREA[person.get('language', 'en')]} 555 01{number:02d}"
        default = self._defaults[person.get("language", "en")].get(conversation.state, "")
        self._say(chat, person, "yes" if conversation.offer else str(given or default))

    def _say(self, chat: int, person: dict[str, Any], words: str) -> None:
        self._number -= 1
        name, _, argument = words[1:].partition(" ")
        event = Commanded(name, argument) if words.startswith("/") else Said(words)
        receive(self._desk, [triage(FromPatient(self._number, chat, person.get("language", "en"), event, words))])

    def _conversation(self, chat: int) -> Conversation:
        with self._desk.store.reading() as books:
            return load_conversations(books, [chat])[chat].conversation

    def _staff_acts(self, chat: int, act: dict[str, Any]) -> None:
        with self._desk.store.transaction() as books:
            member = staff.member(books, COLLEAGUES[act["by"]][0])
            lead = next(iter(leads.of_chat(books, chat)), None)
            if member is None or lead is None:
                return
            actor = Actor(member, "console")
            match act["does"]:
                case "note":
                    add_note(self._desk, books, lead, actor, act["text"])
                case "message":
                    send_message(self._desk, books, lead, actor, act["text"])
                case "take_alert":
                    for uid in alerts.of_chat(books, chat):
                        alerts.take_on(books, uid, member.telegram_id, self._desk.now_ms())
                case move:
                    until = to_ms(self._until + timedelta(days=act["days"])) if "days" in act else None
                    more = {"reason": act.get("reason", ""), "note": act.get("note", "")}
                    move_lead(self._desk, books, lead, move, actor, until=until, **more)

    def _hand_over(self) -> None:
        """Nothing of the past is sent any more; the group gets a card for each lead that is open."""
        with self._desk.store.transaction() as books:
            outbox_upkeep.take_as_sent(books)
            open_leads: list[LeadRow] = [lead for lead in leads.listed(books, limit=None) if lead.status in LIVE]
            for lead in open_leads:
                post_card(self._desk, books, lead.uid)
