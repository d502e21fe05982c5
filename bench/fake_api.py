"""A lean Bot API server that is its own load generator; a process of its own, told what to do line by line.

Prints one line of JSON with its port. Then each line of JSON on standard input is one stretch of load
(the fields of `processes.Load` and the bot's `pid`), and what was measured is one line of JSON back.
"""

import argparse
import asyncio
import contextlib
import json
import sys
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import orjson
from courier import Courier
from lean_http import Reply, ServerSide, fields
from meter import Meter
from patients import Crowd, chat_of
from stretches import carry_out

BOT = {"id": 7_000_000, "is_bot": True, "first_name": "Front desk", "username": "front_desk_bot"}
PHOTO = [{"file_id": "made-up-photo", "file_unique_id": "made-up", "width": 1200, "height": 800}]
_TRUE = orjson.dumps({"ok": True, "result": True})
_CHANGES = frozenset({"editMessageText", "editMessageReplyMarkup", "editMessageCaption", "editMessageMedia"})


class FakeApi:
    """One bot's Bot API server."""

    def __init__(self, delay: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._half_way = delay / 2
        self._updates: deque[dict[str, Any]] = deque()
        self._update_id = 500_000
        self._message_id = 0
        self._poll: tuple[Reply, asyncio.TimerHandle] | None = None
        self._poll_ends_at = 0.0
        self._waking = False
        self._courier: Courier | None = None
        self.crowd: Crowd | None = None
        self.meter: Meter | None = None
        self.fetching = asyncio.Event()
        self.poll_seconds = 0.0
        """The least time a poll takes: on any real line there is one, and eager pollers would pay for every update."""

    # The bot's side

    def handle(self, path: str, head: bytes, body: bytes, reply: Reply) -> None:
        """Answer one request of the bot, after the delay of the line."""
        if not self._half_way:
            self._carry_out(path, head, body, reply)
            return
        later: Reply = lambda answer: _later(self._loop, self._half_way, reply, answer)  # noqa: E731  # one line
        self._loop.call_later(self._half_way, self._carry_out, path, head, body, later)

    def _carry_out(self, path: str, head: bytes, body: bytes, reply: Reply) -> None:
        method = path.rpartition("/")[2]
        if self.meter:
            self.meter.called(method)
        if method == "answerCallbackQuery":
            reply(_TRUE)
        elif method == "getUpdates":
            self._get_updates(fields(head, body), reply)
        elif method in _CHANGES or method.startswith("send"):
            self._show(method, fields(head, body), reply)
        elif method == "getMe":
            reply(orjson.dumps({"ok": True, "result": BOT}))
        else:
            if method in {"setWebhook", "deleteWebhook"}:
                self._set_webhook(fields(head, body))
            reply(_TRUE)

    def _show(self, method: str, given: dict[str, Any], reply: Reply) -> None:
        chat, markup = int(given["chat_id"]), given.get("reply_markup")
        message: dict[str, Any] = {"from": BOT, "chat": chat_of(chat), "date": int(time.time())}
        if method in _CHANGES:
            message |= {"message_id": int(given["message_id"]), "edit_date": int(time.time())}
        else:
            self._message_id += 1
            message["message_id"] = self._message_id
        message |= {name: given[name] for name in ("text", "caption") if given.get(name)}
        if method == "sendPhoto":
            message["photo"] = PHOTO
        if markup:
            keyboard = orjson.loads(markup) if isinstance(markup, str) else markup
            if "inline_keyboard" in keyboard:
                message["reply_markup"] = keyboard
        reply(orjson.dumps({"ok": True, "result": message}))
        if self.crowd:
            self.crowd.shown(chat, message)

    def _set_webhook(self, given: dict[str, Any]) -> None:
        url = str(given.get("url") or "")
        if url:
            self._courier = Courier(url, str(given.get("secret_token", "")), int(given.get("max_connections") or 40))
            self.fetching.set()

    # Updates

    def put(self, update: dict[str, Any]) -> None:
        """Make an update available, by poll or by webhook."""
        self._update_id += 1
        update = {"update_id": self._update_id, **update}
        if self._courier:
            self._courier.bring(orjson.dumps(update))
            return
        self._updates.append(update)
        if self._poll and not self._waking:
            self._waking = True
            self._loop.call_at(self._poll_ends_at, self._wake)

    def _get_updates(self, given: dict[str, Any], reply: Reply) -> None:
        offset, timeout = int(given.get("offset") or 0), float(given.get("timeout") or 0)
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if self._poll:
            self._end_poll()
        self._poll_ends_at = self._loop.time() + self.poll_seconds
        self._poll = reply, self._loop.call_later(max(timeout, self.poll_seconds), self._end_poll)
        self.fetching.set()
        if self._updates and not self._waking:
            self._waking = True
            self._loop.call_at(self._poll_ends_at, self._wake)

    def _wake(self) -> None:
        self._waking = False
        if self._poll and self._updates:
            self._end_poll()

    def _end_poll(self) -> None:
        if self._poll:
            (reply, timer), self._poll = self._poll, None
            timer.cancel()
            waiting = [self._updates[place] for place in range(min(len(self._updates), 100))]
            reply(orjson.dumps({"ok": True, "result": waiting}))


def _later(loop: asyncio.AbstractEventLoop, delay: float, reply: Callable[[bytes], None], answer: bytes) -> None:
    loop.call_later(delay, reply, answer)


async def serve(delay: float) -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    api = FakeApi(delay)
    server = await loop.create_server(lambda: ServerSide(api.handle), "127.0.0.1", 0, backlog=512)
    orders = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    chats = 0
    while line := await orders.readline():
        figures, chats = await carry_out(api, json.loads(line), chats)
        print(json.dumps(figures), flush=True)


def main() -> None:
    """Run the server; on uvloop where it is installed, for it is the cheaper loop."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--delay-ms", type=float, default=0.0, help="what every call takes on the line, there and back")
    delay = parser.parse_args().delay_ms / 1000
    with contextlib.suppress(ImportError):
        import uvloop

        uvloop.run(serve(delay))
        return
    asyncio.run(serve(delay))


if __name__ == "__main__":
    main()
