"""Webhook delivery: the secret, repeats, one order per chat, expiry, calls in the answer."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson
import pytest

from sandbox.client import Sandbox
from sandbox.world import World

Reply = tuple[int, bytes]


class Hook:
    """A bot's own web server: notes what comes and answers as `decide` says."""

    def __init__(self) -> None:
        self.seen: list[tuple[dict[str, str], dict[str, Any]]] = []
        self.decide: Callable[[dict[str, Any]], Reply] = lambda _: (200, b"")
        self._news = threading.Condition()

    def take(self, headers: dict[str, str], body: bytes) -> Reply:
        update = orjson.loads(body)
        with self._news:
            self.seen.append((headers, update))
            reply = self.decide(update)
            self._news.notify_all()
        return reply

    def wait(self, count: int) -> list[dict[str, Any]]:
        with self._news:
            assert self._news.wait_for(lambda: len(self.seen) >= count, timeout=15), self.seen
            return [update for _, update in self.seen]


@pytest.fixture
def hook() -> Iterator[tuple[Hook, str]]:
    noted = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, words = noted.take(dict(self.headers), body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(words)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(words)

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield noted, f"http://127.0.0.1:{server.server_port}/hook?x=1"
    server.shutdown()
    thread.join()
    server.server_close()


def _text(update: dict[str, Any]) -> str:
    return str(update["message"]["text"])


def test_updates_are_posted_with_the_secret(bot: Any, people: Sandbox, hook: tuple[Hook, str]) -> None:
    """Each request is one Update with the secret token in its header."""
    noted, url = hook
    assert "Webhook was set" == bot.answer("setWebhook", url=url, secret_token="s-3_cret")["description"]
    people.patient().say("hello")
    assert ["hello"] == [_text(update) for update in noted.wait(1)]
    assert "s-3_cret" == noted.seen[0][0]["X-Telegram-Bot-Api-Secret-Token"]
    assert "application/json" == noted.seen[0][0]["Content-Type"]


def test_a_refused_update_is_repeated_until_it_is_taken(bot: Any, people: Sandbox, hook: tuple[Hook, str]) -> None:
    """Anything but 2xx brings the same update again, and getWebhookInfo says why."""
    noted, url = hook
    statuses = iter([500, 403, 503])
    noted.decide = lambda _: (next(statuses, 204), b"")
    bot("setWebhook", url=url)
    people.patient().say("hello")
    assert 1 == len({update["update_id"] for update in noted.wait(4)})
    info = bot("getWebhookInfo")
    assert "Wrong response from the webhook: 503" == info["last_error_message"]


def test_what_was_taken_is_not_pending_any_more(bot: Any, people: Sandbox, hook: tuple[Hook, str]) -> None:
    """The count of waiting updates goes back to nothing."""
    noted, url = hook
    alice = people.patient()
    alice.say("before the webhook")
    assert 1 == bot("getWebhookInfo")["pending_update_count"]
    bot("setWebhook", url=url)
    noted.wait(1)
    alice.say("after it")
    noted.wait(2)
    alice.wait_for(lambda _: bot("getWebhookInfo")["pending_update_count"] == 0)


def test_a_failing_chat_keeps_its_order_and_holds_up_no_other(
    bot: Any, people: Sandbox, hook: tuple[Hook, str]
) -> None:
    """One update at a time per chat; a stuck chat blocks only itself."""
    noted, url = hook
    alice, ben = people.patient(), people.patient()
    stuck = threading.Event()
    noted.decide = lambda update: (200 if stuck.is_set() or _text(update).startswith("b") else 500, b"")
    bot("setWebhook", url=url)
    alice.say("a1")
    alice.say("a2")
    noted.wait(2)
    ben.say("b1")
    ben.wait_for(lambda _: any(_text(update) == "b1" for _, update in noted.seen))
    assert "a2" not in {_text(update) for _, update in noted.seen}
    stuck.set()
    alice.wait_for(lambda _: any(_text(update) == "a2" for _, update in noted.seen))


def test_an_update_nobody_takes_is_dropped_when_it_is_too_old(
    bot: Any, people: Sandbox, hook: tuple[Hook, str]
) -> None:
    """A day later the message is gone."""
    noted, url = hook
    noted.decide = lambda _: (500, b"")
    bot("setWebhook", url=url)
    people.patient().say("hello")
    noted.wait(2)
    people.forward(86_401)
    assert 0 == bot("getWebhookInfo")["pending_update_count"]


def test_nobody_at_the_address_is_told_in_the_info(bot: Any, people: Sandbox) -> None:
    """A refused connection is an error like any other."""
    bot("setWebhook", url="http://127.0.0.1:9/nobody")
    alice = people.patient()
    alice.say("hello")
    alice.wait_for(lambda _: bot("getWebhookInfo").get("last_error_message") == "Connection refused")
    bot("deleteWebhook", drop_pending_updates=True)
    assert [] == bot.updates()


def test_a_webhook_set_anew_is_tried_at_once(people: Sandbox, hook: tuple[Hook, str], world: World, bot: Any) -> None:
    """A bot that comes back and sets its webhook does not wait for the old address's turn."""
    noted, url = hook
    bot("setWebhook", url="http://127.0.0.1:9/nobody")
    alice = people.patient()
    alice.say("hello")
    alice.wait_for(lambda _: world.webhook.last_error_message)
    bot("setWebhook", url=url)
    assert ["hello"] == [_text(update) for update in noted.wait(1)]


def test_a_method_in_the_answer_is_carried_out(bot: Any, people: Sandbox, hook: tuple[Hook, str]) -> None:
    """A webhook may answer with a call."""
    noted, url = hook
    alice = people.patient()
    call = {"method": "sendMessage", "chat_id": alice.user_id, "text": "by way of the answer"}
    noted.decide = lambda _: (200, orjson.dumps(call))
    bot("setWebhook", url=url)
    alice.say("hello")
    assert "by way of the answer" == alice.wait_for("by way of the answer")["text"]


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"url": "ftp://example.org/"}, "Bad Request: bad webhook: invalid webhook URL specified"),
        (
            {"url": "http://example.org/", "secret_token": "no spaces"},
            "Bad Request: secret token contains unallowed characters",
        ),
        ({"url": "http://example.org/", "secret_token": "x" * 257}, "Bad Request: secret token is too long"),
    ],
)
def test_a_bad_webhook_is_refused(bot: Any, params: dict[str, str], why: str) -> None:
    """Address and secret are checked before anything is changed."""
    assert why == bot.refusal("setWebhook", **params)
    assert "" == bot("getWebhookInfo")["url"]
