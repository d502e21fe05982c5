"""A webhook reaches its receiver, signed; what the receiver answers decides what becomes of the delivery."""

import json
import threading
from pathlib import Path

import pytest
from aiohttp import ClientTimeout
from at_work import deliver, work_until
from filed_leads import CONSOLE, FiledLeads
from receivers import SECRET, Receiver, receiving
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from desk.deliveries import failing, redeliver
from desk.delivering import LEASE_MS, MOST_ATTEMPTS, lease_deliveries
from relay import webhooks
from relay.destinations import WebhookDestination
from storage import deliveries


async def test_a_new_lead_is_told_signed_and_by_reference_alone(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination
) -> None:
    """The receiver checks the signature with the spec's own library; the id is the delivery's."""
    lead = filed.file_lead()

    await deliver(filed, crm)

    (said,) = receiver.verified()
    assert {"reference": lead.reference, "url": f"{CONSOLE}/leads/{lead.uid}"} == said["data"]
    assert "lead.created" == said["type"]
    (audited,) = filed.rows("select actor, surface, subject, detail from audit where act = 'delivered'")
    assert ("system", "relay", lead.uid, "lead.created to crm") == tuple(audited.values())
    (row,) = filed.rows("select uid, status from delivery")
    assert (row["uid"], "delivered") == (receiver.posts[0].headers["webhook-id"], row["status"])


async def test_a_changed_body_does_not_verify(filed: FiledLeads, receiver: Receiver, crm: WebhookDestination) -> None:
    """One letter more, and the receiver refuses it."""
    filed.file_lead()
    await deliver(filed, crm)
    post = receiver.posts[0]

    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(post.text + " ", post.headers)


async def test_every_try_has_the_same_id_and_body(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination
) -> None:
    """So that a receiver can tell a repetition from news."""
    filed.file_lead()
    receiver.answers = [(500, {}, b""), (502, {}, b""), (204, {}, b"")]

    for _ in range(3):
        await deliver(filed, crm)
        filed.clock.forward(hours=8)

    assert 3 == len(receiver.posts)
    assert 1 == len({(post.headers["webhook-id"], post.text) for post in receiver.posts})
    assert 3 == len(receiver.verified())
    assert [("lead.created", "delivered", 3, "")] == filed.states()


async def test_gone_is_gone(filed: FiledLeads, receiver: Receiver, crm: WebhookDestination) -> None:
    """410 says that nobody is there any more."""
    receiver.answer(410)
    filed.file_lead()

    await deliver(filed, crm)

    assert [("lead.created", "dead", 1, "HTTP 410")] == filed.states()


@pytest.mark.parametrize(("status", "asked", "hours"), [(429, "7200", 2), (503, "7200", 2), (429, "9999999999", 8)])
async def test_retry_after_is_honoured_within_bounds(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination, status: int, asked: str, hours: float
) -> None:
    """And what else waits for the same receiver waits as long."""
    receiver.answer(status, {"Retry-After": asked})
    for _ in range(12):
        filed.file_lead()

    await deliver(filed, crm)

    now = filed.desk.now_ms()
    waits = {round((row["due_at"] - now) / 3_600_000, 3) for row in filed.rows("select due_at from delivery")}
    assert {hours} == waits
    assert 8 == len(receiver.posts)


async def test_a_redirect_is_not_followed(filed: FiledLeads, receiver: Receiver, crm: WebhookDestination) -> None:
    """It might lead into the house."""
    receiver.answer(307, {"Location": f"{receiver.address}/elsewhere"})
    filed.file_lead()

    await deliver(filed, crm)

    assert ["/hook?key=s3cret-part"] == [post.path for post in receiver.posts]
    assert [("lead.created", "pending", 1, "HTTP 307")] == filed.states()


async def test_what_the_receiver_says_is_not_kept(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither in the table nor in the log, nor is the address, which may hold a secret."""
    receiver.answer(500, body=b"canary-of-the-answer " * 50_000)
    filed.file_lead()

    await deliver(filed, crm)

    captured = capsys.readouterr()
    told = captured.out + captured.err + json.dumps(filed.rows("select error from delivery"))
    assert "not delivered" in told
    for word in ("canary", "s3cret-part", SECRET[6:], "Alice", "example.com"):
        assert word not in told


async def test_a_receiver_that_hangs_is_left_after_a_while(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time limit covers the whole exchange."""
    released = threading.Event()
    receiver.before_answer = lambda _post: released.wait(20) and None
    monkeypatch.setattr(webhooks, "TIMEOUT", ClientTimeout(total=0.2))
    filed.file_lead()

    await deliver(filed, crm)
    released.set()

    assert [("lead.created", "pending", 1, "timeout")] == filed.states()


async def test_nobody_there_is_tried_again(filed: FiledLeads) -> None:
    """A closed port is trouble that may pass."""
    filed.file_lead()

    await deliver(filed, WebhookDestination("crm", "http://127.0.0.1:9/", SECRET, reach="loopback"))

    assert [("lead.created", "pending", 1, "ClientConnectorError")] == filed.states()


async def test_given_up_after_two_days_and_put_back_by_hand(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination
) -> None:
    """Dead letters are shown; redelivering begins from the start, under the same id."""
    receiver.answer(500)
    filed.file_lead()
    for _ in range(MOST_ATTEMPTS):
        await deliver(filed, crm)
        filed.clock.forward(hours=8)
    assert [("lead.created", "dead", MOST_ATTEMPTS, "HTTP 500")] == filed.states()
    with filed.store.reading() as books:
        (shown,) = failing(filed.desk, books)
    assert ("crm", "dead", "HTTP 500") == (shown.target, shown.status, shown.error)

    receiver.answer(200)
    with filed.store.transaction() as books:
        assert 1 == redeliver(filed.desk, books, "9001", "console", uid=shown.uid)
    await deliver(filed, crm)

    assert [("lead.created", "delivered", 1, "")] == filed.states()
    assert {shown.uid} == {post.headers["webhook-id"] for post in receiver.posts}
    (audited,) = filed.rows("select actor, surface, act, detail from audit where act = 'deliveries_retried'")
    assert ("9001", "console", "1 deliveries") == (audited["actor"], audited["surface"], audited["detail"])


async def test_all_of_a_target_can_be_put_back(filed: FiledLeads, receiver: Receiver, crm: WebhookDestination) -> None:
    """Those of other targets are left alone."""
    receiver.answer(410)
    for _ in range(3):
        filed.file_lead()
    await deliver(filed, crm)
    receiver.answer(200)

    with filed.store.transaction() as books:
        assert 0 == redeliver(filed.desk, books, "9001", "console", target="other")
        assert 3 == redeliver(filed.desk, books, "9001", "console", target="crm")
    await deliver(filed, crm)

    assert {"delivered"} == {status for _, status, _, _ in filed.states()}


async def test_what_a_dead_process_had_leased_is_taken_up_again(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination
) -> None:
    """Once its lease has ended, and not before."""
    filed.file_lead()
    assert 1 == len(lease_deliveries(filed.desk, "crm", 8))
    assert [] == lease_deliveries(filed.desk, "crm", 8)

    filed.clock.forward(seconds=LEASE_MS / 1000 + 1)
    await deliver(filed, crm)

    assert [("lead.created", "delivered", 2, "")] == filed.states()
    assert 1 == len(receiver.verified())


async def test_at_the_start_of_the_only_process_leases_are_freed(
    filed: FiledLeads, receiver: Receiver, crm: WebhookDestination
) -> None:
    """Nobody else can hold them then."""
    filed.file_lead()
    lease_deliveries(filed.desk, "crm", 8)

    with filed.store.transaction() as books:
        assert 1 == deliveries.release_all(books)
    await deliver(filed, crm)

    assert 1 == len(receiver.posts)


def test_a_delivery_that_takes_its_sender_down_is_given_up(filed: FiledLeads) -> None:
    """Tries are counted before they are made."""
    filed.file_lead()
    for _ in range(MOST_ATTEMPTS):
        assert 1 == len(lease_deliveries(filed.desk, "crm", 8))
        filed.clock.forward(seconds=LEASE_MS / 1000 + 1)

    assert [] == lease_deliveries(filed.desk, "crm", 8)
    assert [("lead.created", "dead", MOST_ATTEMPTS, deliveries.ENDED)] == filed.states()


async def test_news_of_one_lead_keeps_its_order(filed: FiledLeads, receiver: Receiver, crm: WebhookDestination) -> None:
    """What comes later waits for what failed; another lead does not."""
    leads = [filed.file_lead(), filed.file_lead()]
    for lead in leads:
        filed.tell(lead, "lead.updated")
    receiver.answers = [(500, {}, b""), (204, {}, b"")]

    await work_until(filed, lambda: len(receiver.posts) >= 3, crm)
    assert {lead.reference for lead in leads} == {said["data"]["reference"] for said in receiver.verified()}
    filed.clock.forward(hours=8)
    await deliver(filed, crm)

    said = [(post["data"]["reference"], post["type"]) for post in receiver.verified()]
    failed = said[0][0]  # whichever came first
    assert ["lead.created", "lead.created", "lead.updated"] == [kind for lead, kind in said if lead == failed]
    assert ["lead.created", "lead.updated"] == [kind for lead, kind in said if lead != failed]


async def test_a_slow_target_holds_up_no_other(tmp_path: Path, receiver: Receiver, crm: WebhookDestination) -> None:
    """Each has a loop of its own."""
    hook = "secret_env: X, events: [lead.created]"
    filed = FiledLeads(
        tmp_path,
        f"webhooks:\n  - {{name: crm, url: 'https://a.example', {hook}}}\n"
        f"  - {{name: slow, url: 'https://b.example', {hook}}}\n",
    )
    released = threading.Event()
    answered_meanwhile: list[int] = []

    with receiving() as slow:
        slow.before_answer = lambda _post: released.wait(20) and None

        def all_but_the_slow() -> bool:
            if len(receiver.posts) < 20:
                return False
            answered_meanwhile.append(len(slow.posts))
            released.set()
            return True

        for _ in range(20):
            filed.file_lead()
        await work_until(
            filed, all_but_the_slow, crm, WebhookDestination("slow", slow.address, SECRET, reach="loopback")
        )

    assert [0] == answered_meanwhile
    filed.store.close()
