"""A group takes twenty messages a minute: what matters is not kept waiting behind the cards of a busy hour."""

import asyncio
from collections.abc import Iterator

import pytest
from front_desk import DANA, OMAR, FrontDesk

from bot.outbound import Outbound
from desk.arrivals import StaffTapped
from desk.cards import post_card
from desk.desk import Desk
from desk.lead_moves import Actor, move_lead
from desk.receiving import receive
from desk.staff_alerts import post_alert
from flows.record import Summary
from sandbox.client import Person
from storage import alerts, leads, staff

LEADS = 60
CLAIMED_ON_THE_CONSOLE = 5
UNSET = {name: "" for name in Summary.__dataclass_fields__}


class Minute:
    """Simulated time over the real sender: each second it sends what is due, as fast as it may."""

    def __init__(self, front: FrontDesk) -> None:
        self.front = front
        self.seconds = 0
        self.outbound = Outbound(front.api, front.desk, front._worker, clock=lambda: front.clock().timestamp())

    def pass_second(self) -> None:
        self.seconds += 1
        self.front.clock.forward(seconds=1)
        self.front.people.forward(1)
        self.front._loop.run_until_complete(self._send())

    async def _send(self) -> None:
        for _ in range(4):
            await self.outbound._round()
            if self.outbound._busy:
                await asyncio.wait(self.outbound._busy)
        await self.outbound._round()


@pytest.fixture
def minute(front: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Minute]:
    """Telegram's limits are in force, and no wait is waited out in real time."""
    monkeypatch.setattr("bot.outbound.SHORT_WAIT", 0.0)
    front.people.limits(burst=20)
    front.asleep = True
    yield Minute(front)
    front.asleep = False


def arrive(desk: Desk, number: int) -> str:
    """One more lead for Las Vegas, filed and put out."""
    about = {"location": "las_vegas", "services": ("tms",), "online": False, "may_contact": False, "antidepressants": 0}
    with desk.store.transaction() as books:
        uid = leads.create(
            books,
            reference=f"BT-{number:06d}",
            chat_id=100_000 + number,
            previous="",
            summary=Summary(**{**UNSET, **about}),
            contact={},
            answers={},
            language="en",
            source="",
            flow_version="1",
            now=desk.now_ms(),
        )
        post_card(desk, books, uid)
    return uid


def claim(desk: Desk, uid: str, update_id: int) -> None:
    """Dana or Omar taps Claim on its card."""
    actor = DANA if update_id % 2 else OMAR
    tap = StaffTapped(update_id, desk.staff_chat_id or 0, actor, "Somebody", str(update_id), "claim", uid)
    receive(desk, [tap])


def on_screen(group: Person) -> dict[str, str]:
    """The cards that stand in the group, by reference."""
    return {m["text"].split("\n")[0]: m["text"] for m in group.messages() if m["from_bot"]}


def test_sixty_leads_arrive_and_are_claimed_and_every_claim_is_seen_at_once(
    front: FrontDesk, minute: Minute, group: Person
) -> None:
    """Cards come as fast as Telegram takes them; the claim of a card that stands waits for none that does not."""
    uids = {f"BT-{number:06d}": arrive(front.desk, number) for number in range(LEADS)}
    elsewhere = list(uids)[-CLAIMED_ON_THE_CONSOLE:]
    with front.store.transaction() as books:
        member = staff.member(books, DANA)
        assert member is not None
        for reference in elsewhere:
            lead = leads.by_uid(books, uids[reference])
            assert lead is not None
            assert move_lead(front.desk, books, lead, "claim", Actor(member, "console")).moved
    waiting: dict[str, int] = {}
    slowest, claimed = 0, set(elsewhere)
    while len(claimed) < LEADS or waiting:
        minute.pass_second()
        assert minute.seconds < 300, "the cards do not get through"
        shown = on_screen(group)
        for reference, since in list(waiting.items()):
            if "Claimed" in shown[reference]:
                slowest = max(slowest, minute.seconds - since)
                del waiting[reference]
        for reference in [r for r in shown if r not in claimed][:2]:
            claim(front.desk, uids[reference], 900 + len(claimed))
            claimed.add(reference)
            waiting[reference] = minute.seconds
    assert slowest <= 1
    sent = front.calls("sendMessage", chat_id=front.group)
    assert LEADS == len(sent)
    assert [] == [call for call in sent if call["status"] != 200]
    assert len(front.calls("editMessageText", chat_id=front.group)) <= LEADS - CLAIMED_ON_THE_CONSOLE
    assert all("Claimed" in on_screen(group)[reference] for reference in elsewhere)


def test_words_of_crisis_are_told_before_the_cards_that_wait(front: FrontDesk, minute: Minute, group: Person) -> None:
    """Forty cards are due; the alert takes the place that is kept for it."""
    for number in range(40):
        arrive(front.desk, number)
    minute.pass_second()
    with front.store.transaction() as books:
        post_alert(front.desk, books, 101, alerts.CRISIS, None)
    minute.pass_second()
    assert "Urgent" in group.last()["text"]
    assert len(on_screen(group)) < 40


def test_many_changes_of_one_card_are_one_edit(front: FrontDesk, minute: Minute, group: Person) -> None:
    """Only the newest look of it goes out."""
    uid = arrive(front.desk, 1)
    minute.pass_second()
    for number in range(20):
        claim(front.desk, uid, 1_000 + 2 * number)
        receive(front.desk, [StaffTapped(1_001 + 2 * number, front.group, OMAR, "Omar", "q", "release", uid)])
    minute.pass_second()
    assert 1 == len(front.calls("editMessageText", chat_id=front.group))
    assert "Waiting since" in group.last()["text"]
