"""The webhook: 200 only for what is kept, and only to who knows the secret."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from held_intake import HeldIntake, until
from starlette.applications import Starlette
from starlette.routing import Route

from bot import webhook
from bot.webhook import BODY_LIMIT, SECRET_HEADER, Webhook, is_secret, secret_from
from sandbox.client import Sandbox
from sandbox.world import World

SECRET = "A_secret-of-ours"


def said(number: int, text: str, chat: int = 101) -> dict[str, Any]:
    """An update in which a patient says something."""
    person = {"id": chat, "is_bot": False, "first_name": "Alice", "language_code": "en"}
    chat_ = {"id": chat, "type": "private", "first_name": "Alice"}
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat_, "from": person, "text": text}
    return {"update_id": number, "message": message}


@pytest.fixture
async def telegram(intake: HeldIntake) -> AsyncIterator[httpx.AsyncClient]:
    """Who posts to the webhook, with the right secret."""
    hook = Webhook(SECRET, intake)
    keeping = asyncio.create_task(hook.run())
    app = Starlette(routes=[Route("/telegram", hook.receive, methods=["POST"])])
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://bot", headers={SECRET_HEADER: SECRET}
    ) as client:
        yield client
    keeping.cancel()


async def test_an_update_is_acknowledged_once_it_is_kept(telegram: httpx.AsyncClient, intake: HeldIntake) -> None:
    """Until then the request hangs."""
    intake.open.clear()
    asked = asyncio.create_task(telegram.post("/telegram", json=said(1, "hello")))
    await asyncio.sleep(0.1)
    assert not asked.done()
    intake.open.set()
    assert 200 == (await asked).status_code
    assert [[1]] == intake.batches


async def test_requests_that_wait_together_are_kept_together(telegram: httpx.AsyncClient, intake: HeldIntake) -> None:
    """One transaction for all that came in while the one before was written."""
    intake.open.clear()
    asked = [asyncio.create_task(telegram.post("/telegram", json=said(n, "hello", 100 + n))) for n in (1, 2, 3)]
    await asyncio.sleep(0.1)
    intake.open.set()
    assert [200, 200, 200] == [answer.status_code for answer in await asyncio.gather(*asked)]
    assert {1, 2, 3} == {number for batch in intake.batches for number in batch}
    assert len(intake.batches) < 3


async def test_what_cannot_be_kept_is_asked_for_again(telegram: httpx.AsyncClient, intake: HeldIntake) -> None:
    """503 makes Telegram try once more."""
    intake.down = 1
    statuses = [(await telegram.post("/telegram", json=said(1, "hello"))).status_code for _ in range(2)]
    assert [503, 200] == statuses


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "ключ"])
async def test_a_wrong_secret_is_refused(telegram: httpx.AsyncClient, intake: HeldIntake, secret: str) -> None:
    """And nothing of the request is read."""
    answer = await telegram.post("/telegram", json=said(1, "hello"), headers={SECRET_HEADER: secret.encode()})
    assert 403 == answer.status_code
    assert [] == intake.batches


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'{"update_id": "7"}', 400),
        (b"\xff\xfe", 400),
        (b"x" * (BODY_LIMIT + 1), 413),
    ],
)
async def test_what_is_no_update_is_refused(telegram: httpx.AsyncClient, body: bytes, status: int) -> None:
    """In one answer, without a trace of it in ours."""
    answer = await telegram.post("/telegram", content=body)
    assert (status, b"") == (answer.status_code, answer.content)


async def test_while_keeping_takes_long_words_of_crisis_are_answered(
    telegram: httpx.AsyncClient, intake: HeldIntake, people: Sandbox, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Help does not wait for the database; kept later, it is not sent twice."""
    monkeypatch.setattr(webhook, "GLANCE_SECONDS", 0.05)
    alice = await asyncio.to_thread(people.patient, 101)
    await asyncio.to_thread(alice.say, "hello")  # so that her chat exists
    intake.open.clear()
    asked = asyncio.create_task(telegram.post("/telegram", json=said(900, "I want to kill myself")))
    await until(lambda: any("988" in message["text"] for message in alice.messages()))
    intake.open.set()
    assert 200 == (await asked).status_code
    await intake.settle()
    assert 1 == sum("988" in message["text"] for message in alice.messages())


def test_a_secret_of_our_own_is_one_that_telegram_takes() -> None:
    """Derived from the token, and not the token."""
    secret = secret_from("123456:token")
    assert is_secret(secret)
    assert "token" not in secret
    assert [True, False, False] == [is_secret(text) for text in ("a_B-9", "", "with space")]
