"""A desk with filed leads of made-up people and the targets a test names; nothing of Telegram around it."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from chat import PHONE
from front_desk import KEYS, StillClock, all_words, shipped_flow
from sqlalchemy import text

from desk.deliveries import announce
from desk.desk import Desk
from desk.erasing import erase
from desk.targets import read_integrations
from flows.answers import Answer
from flows.clinic import in_language
from flows.flow import Flow
from flows.record import contact, summary
from storage import history, leads, timeline
from storage.leads import LeadRow
from storage.schema import migrate
from storage.store import Store

ALICE: dict[str, Any] = {
    "consent": "agreed",
    "contact_consent": "agreed",
    "who": "self",
    "location": "santa_monica",
    "services": ("tms",),
    "concerns": ("depression",),
    "prior_treatments": ("psychotherapy",),
    "name": "Alice Archer",
    "phone": PHONE,
    "email": "alice@example.com",
    "reach_when": ("mornings",),
    "voicemail": "full",
}
CONSOLE = "https://desk.example.com"


class FiledLeads:
    """A desk over a SQLite file in `folder`; `integrations` is the text of the operator's file."""

    def __init__(self, folder: Path, integrations: str = "", *, url: str = "", flow: Flow | None = None) -> None:
        self.file = folder / "desk.db"
        self.clock = StillClock()
        self.store = Store(url or f"sqlite:///{self.file}", KEYS)
        migrate(self.store)
        self.desk = Desk(self.store, flow or shipped_flow(), all_words(), console_url=CONSOLE, clock=self.clock)
        if integrations:
            self.integrate(integrations)
        self._filed = 0

    def integrate(self, integrations: str) -> None:
        """From now on tell these targets."""
        self.desk = replace(self.desk, targets=read_integrations(integrations, "integrations.yaml").targets)

    def file_lead(
        self, *, chat_id: int = 0, language: str = "en", source: str = "", said: str = "", **changed: Any
    ) -> LeadRow:
        """File a lead of Alice's, or with other answers (an empty one is a skip, None was not asked), and tell of it."""
        self._filed += 1
        given = {**ALICE, **changed}
        flow, now = self.desk.flow, self.desk.now_ms()
        answers = {
            link_id: Answer(value, "typed" if value else "skipped", self.clock(), "2026.11", said=said)
            for link_id, value in given.items()
            if value is not None
        }
        with self.store.transaction() as books:
            for kind in ("consent", "contact_consent"):
                asked = in_language(flow.items[kind].text, language)
                history.record_consent(
                    books, chat_id or 100 + self._filed, kind, given=given[kind] == "agreed",
                    wording=hashlib.sha256(asked.encode()).hexdigest(), language=language, now=now,
                )  # fmt: skip
            uid = leads.create(
                books, reference=f"BT-{self._filed:06d}", chat_id=chat_id or 100 + self._filed, previous="",
                summary=summary(flow, answers), contact=contact(answers), answers=answers, language=language,
                source=source, flow_version="2026.11", now=now,
            )  # fmt: skip
            timeline.note(books, uid, "submitted", "patient", now)
            announce(self.desk, books, uid, "lead.created")
        return self.lead(uid)

    def lead(self, uid: str) -> LeadRow:
        """The lead as it stands."""
        with self.store.reading() as books:
            found = leads.by_uid(books, uid)
        assert found is not None
        return found

    def tell(self, lead: LeadRow, event: str) -> None:
        """Something happened to this lead."""
        with self.store.transaction() as books:
            announce(self.desk, books, lead.uid, event)

    def erase(self, lead: LeadRow) -> None:
        """The person has everything erased."""
        with self.store.transaction() as books:
            erase(self.desk, books, lead.chat_id)

    def rows(self, query: str, **values: object) -> list[dict[str, Any]]:
        """Rows of the database as they are, by plain SQL with `:names`."""
        with self.store.engine.connect().execution_options(reading=True) as connection:
            return [dict(row) for row in connection.execute(text(query), values).mappings()]

    def states(self) -> list[tuple[str, str, int, str]]:
        """Event, status, attempts and error of each delivery, oldest first."""
        found = self.rows("select event, status, attempts, error from delivery order by id")
        return [(row["event"], row["status"], row["attempts"], row["error"]) for row in found]

    def bodies(self) -> list[dict[str, Any]]:
        """What each delivery says."""
        found = self.rows("select uid, body_sealed from delivery order by id")
        with self.store.reading() as books:
            return [books.open(row["body_sealed"], f"delivery|body|{row['uid']}") for row in found]
