"""A million made-up requests, as they pile up in five years: most are settled, some thousand are open.

The worst cases are among them: a rare service and a rare source, a source and a language that began only lately, a
clinic that few ask for, one name that thousands have, requests marked urgent in every status.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from storage.sealing import Sealer

DAY = 86_400_000
DAYS = 5 * 365
Row = tuple[Any, ...]
LEAD_COLUMNS = (
    "uid", "reference", "chat_id", "previous", "status", "location", "services", "online", "urgent", "may_contact",
    "reachable", "language", "source", "holder_id", "held_at", "reason", "follow_up_at", "acted_at", "contacted_at",
    "promised_at", "promise_missed_at", "merged_into", "version", "revision", "name_sealed", "phone_sealed",
    "email_sealed", "name_index", "phone_index", "email_index", "submitted_at", "changed_at",
)  # fmt: skip
VERSION_COLUMNS = ("lead_uid", "number", "flow_version", "body_sealed", "at")
EVENT_COLUMNS = ("uid", "lead_uid", "kind", "actor", "body_sealed", "at")
CONVERSATION_COLUMNS = (
    "chat_id", "uid", "state", "language", "flow_version", "body_sealed", "reachable", "may_contact", "location",
    "services", "reference", "started_at", "touched_at",
)  # fmt: skip
OUTBOX_COLUMNS = (
    "uid", "chat_id", "ask", "mode", "urgent", "subject", "body_sealed", "status", "attempts", "due_at", "leased_until",
    "message_id", "error", "created_at", "delivered_at",
)  # fmt: skip
SCREEN_EVERY, SCREEN_ROWS = 500, 40
"""For one in so many people it is kept what was sent to them: so many messages and changes of them."""
STAFF_IDS = tuple(range(9001, 9013))
FIRST = ("Alice", "Ben", "Carla", "Dev", "Elena", "Frank", "Grace", "Hugo", "Ines", "Jonas", "Kira", "Liam", "Mona")
LAST = ("Archer", "Brook", "Castle", "Dale", "Ellis", "Frost", "Grove", "Hill", "Irons", "Jensen", "Keller", "Lane")
COMMON = "Maria Garcia"
RARE_SOURCE, LATE_SOURCE = "flyer-oak-street", "podcast"
_PLACES = (("los_angeles", 38), ("santa_monica", 25), ("las_vegas", 20), ("online", 12), ("sedona", 4), ("", 1))
_SERVICES = (
    ("ketamine_infusion", 50), ("tms", 18), ("not_sure", 12), ("other_therapy", 8), ("ketamine_infusion,tms", 8),
    ("tms,other_therapy", 4),
)  # fmt: skip
_SOURCES = (("", 45), ("google", 25), ("website", 18), ("dr-okafor", 7), ("instagram", 5))


@dataclass(frozen=True, slots=True)
class Pile:
    """How many requests, up to when, sealed with what."""

    leads: int
    now: int
    sealer: Sealer
    seed: int = 2026


def people(pile: Pile) -> Iterator[tuple[Row, Row, list[Row], Row]]:
    """A lead, its version, its timeline and its conversation, one after the other, the oldest first."""
    random_ = random.Random(pile.seed)
    for number in range(pile.leads):
        yield _Person(pile, random_, number).rows()


def unfinished(pile: Pile, how_many: int) -> Iterator[Row]:
    """Conversations that stopped half way; two of three may be contacted."""
    random_ = random.Random(pile.seed + 1)
    for number in range(how_many):
        chat = 5_000_000_000 + number
        touched = pile.now - int(random_.random() ** 3 * 60 * DAY) - 1
        language = "es" if random_.random() < 0.2 else "en"
        place = _pick(random_, _PLACES)
        may_contact = number % 3 > 0
        state = random_.choice(("location", "services", "prior_treatments", "name", "phone", "review"))
        body = {
            "seed": "bcdf",
            "language": language,
            "state": state,
            "asks": 5,
            "answers": _answers(place, "tms", "", ""),
        }
        yield (
            chat, _uid(random_), state, language, "2026.11", _seal(pile, body, f"conversation|body|{chat}"), True,
            may_contact, place, "tms" if number % 2 else "", "", touched - 600_000, touched,
        )  # fmt: skip


def screens(pile: Pile) -> Iterator[Row]:
    """What was sent to some of the people: a question, then the answer in its place, again and again."""
    random_ = random.Random(pile.seed + 2)
    for number in range(0, pile.leads, SCREEN_EVERY):
        at = pile.now - int((1 - number / pile.leads) * DAYS * DAY) - 600_000
        for row in range(SCREEN_ROWS):
            uid, mode = _uid(random_), "freeze" if row % 2 else "send"
            body = {"text": f"{row} of 9\n<b>A question of the usual length, or its answer in a word</b>", "rows": []}
            yield (
                uid, 1_000_000_000 + number, f"bcdf{row // 2}", mode, False, "",
                _seal(pile, body, f"outbox|body|{uid}"), "delivered", 0, at, 0, row, "", at, at,
            )  # fmt: skip


class _Person:
    def __init__(self, pile: Pile, random_: random.Random, number: int) -> None:
        self.pile, self.random, self.number = pile, random_, number
        self.uid = _uid(random_)
        self.chat = 1_000_000_000 + number
        age_days = (1 - number / pile.leads) * DAYS
        self.at = pile.now - int(age_days * DAY) - random_.randrange(1, 60_000)
        self.status = self._status(age_days)
        self.language = "es" if age_days < 200 and random_.random() < 0.2 else "en"
        self.place = _pick(random_, _PLACES)
        self.services = "dbt" if age_days < 400 and random_.random() < 0.002 else _pick(random_, _SERVICES)
        self.source = self._source(age_days)
        self.holder = None if self.status == "new" else random_.choice(STAFF_IDS)
        common = number % 300 == 0
        self.name = COMMON if common else f"{random_.choice(FIRST)} {random_.choice(LAST)} {number % 997}"
        self.phone = f"+1{2_000_000_000 + number}"
        self.email = f"person{number}@example.com"

    def _status(self, age_days: float) -> str:
        roll = self.random.random()
        if age_days < 6:
            return "new" if roll < 0.7 else "claimed" if roll < 0.9 else "contacted"
        if age_days < 20:
            return "contacted" if roll < 0.2 else "claimed" if roll < 0.3 else "not_now" if roll < 0.4 else "closed"
        return "closed" if roll < 0.9 else "not_a_fit" if roll < 0.95 else "scheduled" if roll < 0.99 else "not_now"

    def _source(self, age_days: float) -> str:
        roll = self.random.random()
        if roll < 0.0003:
            return RARE_SOURCE
        if age_days < 120 and roll < 0.2:
            return LATE_SOURCE
        return _pick(self.random, _SOURCES)

    def rows(self) -> tuple[Row, Row, list[Row], Row]:
        held = self.at + 3_600_000 if self.holder else None
        answers = _answers(self.place, self.services, self.name, self.phone)
        version = (
            self.uid, 1, "2026.11", _seal(self.pile, answers, f"lead_version|body|{self.uid}.1"), self.at,
        )  # fmt: skip
        return self._lead(held), version, self._events(held), self._conversation()

    def _lead(self, held: int | None) -> Row:
        index, seal = self.pile.sealer.index, self._sealed
        reason = {"closed": "no_answer", "not_a_fit": "outside_our_area"}.get(self.status, "")
        later = self.pile.now + self.random.randrange(DAY, 90 * DAY) if self.status == "not_now" else None
        return (
            self.uid, f"BT-{self.number:06d}"[:16], self.chat, "", self.status, self.place, self.services,
            self.place == "online", self.random.random() < 0.002, self.random.random() < 0.95, True, self.language,
            self.source, self.holder, held, reason, later, held, held if self.status != "claimed" else None, None, None,
            "", 1, 1, seal("name", self.name), seal("phone", self.phone), seal("email", self.email),
            index(self.name.casefold(), "name"), index(self.phone, "phone"), index(self.email, "email"),
            self.at, held or self.at,
        )  # fmt: skip

    def _sealed(self, column: str, value: str) -> bytes:
        return _seal(self.pile, value, f"lead|{column}|{self.uid}")

    def _events(self, held: int | None) -> list[Row]:
        rows: list[Row] = [(_uid(self.random), self.uid, "submitted", "patient", None, self.at)]
        if held:
            rows.append((_uid(self.random), self.uid, "claim", str(self.holder), None, held))
        if self.status in {"closed", "not_a_fit"}:
            uid = _uid(self.random)
            body = _seal(self.pile, {"reason": "no_answer", "note": "", "until": None}, f"lead_event|body|{uid}")
            rows.append((uid, self.uid, "close", str(self.holder), body, (held or self.at) + DAY))
        return rows

    def _conversation(self) -> Row:
        body = {"seed": "bcdf", "language": self.language, "state": "submitted", "lead": f"BT-{self.number:06d}"}
        return (
            self.chat, _uid(self.random), "submitted", self.language, "2026.11",
            _seal(self.pile, body, f"conversation|body|{self.chat}"), True, True, self.place, self.services,
            f"BT-{self.number:06d}", self.at - 300_000, self.at,
        )  # fmt: skip


def _answers(place: str, services: str, name: str, phone: str) -> dict[str, Any]:
    given = {
        "consent": "agreed", "contact_consent": "agreed", "who": "self", "location": place or "online",
        "services": services.split(","), "concerns": ["depression", "anxiety"],
        "prior_treatments": ["antidepressant", "psychotherapy"], "name": name, "phone": phone, "email": "",
        "reach_when": ["mornings"], "voicemail": "discreet",
    }  # fmt: skip
    made = {
        link_id: {"value": value, "method": "tap", "at": "2026-11-01T10:00:00+00:00", "version": "2026.11"}
        for link_id, value in given.items()
        if value
    }
    made["prior_treatments"] |= {"method": "typed", "said": "zoloft and wellbutrin, and therapy for years",
                                 "detail": {"antidepressants": ["sertraline", "bupropion"]}}  # fmt: skip
    return made


def _pick(random_: random.Random, choices: tuple[tuple[str, int], ...]) -> str:
    at = random_.random() * sum(weight for _, weight in choices)
    for value, weight in choices:
        at -= weight
        if at < 0:
            return value
    return choices[-1][0]


def _uid(random_: random.Random) -> str:
    return f"{random_.getrandbits(64):016x}"


def _seal(pile: Pile, value: Any, place: str) -> bytes:
    return pile.sealer.seal(json.dumps(value, separators=(",", ":")).encode(), place)
