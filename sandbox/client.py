"""A small client for the people's side, for tests: what a person does, sees and waits for.

Every failure says what was visible at that moment, so that a red test explains itself.
"""

import http.client
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

PATIENCE_SECONDS = 10.0
LOOK_SECONDS = 0.02
HTTP_OK = 200

View = dict[str, Any]


class SandboxError(AssertionError):
    """Something was not there or did not happen; the text shows what was there."""


class Sandbox:
    """The sandbox at an address like `http://127.0.0.1:8081`."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        parts = urlsplit(self.base_url)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port

    def patient(self, user_id: int | None = None, first_name: str = "", language_code: str = "en") -> "Person":
        """A patient's phone, made if it is new; without an id the next of the cast."""
        wanted = {"user_id": user_id, "first_name": first_name, "language_code": language_code}
        return Person(self, self.request("POST", "/people", wanted)["user_id"])

    def staff(self, user_id: int = 9001) -> "Person":
        """The phone of somebody in the staff group: Dana 9001, Omar 9002, or Nina 9003 who is no staff."""
        return Person(self, user_id)

    def calls(self, method: str = "", *, after: int = 0, chat_id: int | None = None) -> list[View]:
        """What the bot called: `method`, `params`, `date`, `status`, `answer`; getUpdates only when asked for."""
        found: list[View] = self.request("GET", "/calls?" + urlencode({"method": method, "after": after}))
        return [call for call in found if chat_id is None or str(call["params"].get("chat_id")) == str(chat_id)]

    def fault(self, kind: str, **plan: Any) -> None:
        """Order trouble for the next calls: 429, 500, error, timeout or drop (see `sandbox.faults.Fault`)."""
        self.request("POST", "/world/fault", {"kind": kind, **plan})

    def no_faults(self) -> None:
        self.request("POST", "/world/no_faults", {})

    def limits(self, *, enabled: bool = True, **settings: Any) -> None:
        """Switch Telegram's flood limits on or off."""
        self.request("POST", "/world/limits", {"enabled": enabled, **settings})

    def forward(self, seconds: float) -> None:
        """Move Telegram's clock on."""
        self.request("POST", "/world/forward", {"seconds": seconds})

    def inject(self, update: View) -> int:
        """Deliver an update exactly as given; its id."""
        return int(self.request("POST", "/world/inject", {"update": update})["update_id"])

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more under its own id."""
        self.request("POST", "/world/repeat", {"update_id": update_id})

    def reset(self) -> None:
        self.request("POST", "/world/reset", {})

    def request(self, verb: str, path: str, body: View | None = None) -> Any:
        """One request of the people's side; SandboxError with the sandbox's own words where it was refused."""
        connection = http.client.HTTPConnection(self._host, self._port, timeout=PATIENCE_SECONDS * 2)
        try:
            sent = None if body is None else json.dumps(body).encode()
            connection.request(verb, "/sandbox/api" + path, sent)
            response = connection.getresponse()
            answer = json.loads(response.read() or b"null")
        finally:
            connection.close()
        if response.status != HTTP_OK:
            raise SandboxError(f"{verb} {path}: {answer}")
        return answer


class Person:
    """One person's phone; `chat` picks a chat by id or as `group`, by default the private chat with the bot."""

    def __init__(self, sandbox: Sandbox, user_id: int, chat: int | str | None = None) -> None:
        self.sandbox = sandbox
        self.user_id = user_id
        self._chat = chat

    def in_group(self, chat: int | str = "group") -> "Person":
        """The same person, looking at the group."""
        return Person(self.sandbox, self.user_id, chat)

    def act(self, name: str, **details: Any) -> View:
        """Any act by name, see `sandbox.acts`."""
        done: View = self.sandbox.request("POST", f"/people/{self.user_id}/{quote(name)}", details)
        return done

    def _here(self) -> View:
        return {} if self._chat is None else {"chat_id": self._chat}

    def start(self, payload: str = "") -> View:
        return self.act("start", payload=payload)

    def say(self, text: str, *, reply_to: int | None = None) -> View:
        return self.act("say", text=text, reply_to=reply_to, **self._here())

    def tap(self, label_or_data: str, message_id: int | None = None) -> View:
        """Tap a button by its words or data, by default of the newest message that has it."""
        return self.act("tap", button=label_or_data, message_id=message_id, **self._here())

    def tap_stale(self, data: str, message_id: int) -> View:
        """Tap what is no longer offered."""
        return self.act("tap_stale", data=data, message_id=message_id, **self._here())

    def tap_again(self) -> View:
        """The last tap once more, re-sent by the phone."""
        return self.act("tap_again")

    def press(self, key: str) -> View:
        """Press a key of the reply keyboard."""
        return self.act("press", text=key, **self._here())

    def edit(self, old_text: str, new_text: str) -> View:
        return self.act("edit", old_text=old_text, text=new_text, **self._here())

    def share_contact(self, phone_number: str = "", first_name: str = "", user_id: int | None = None) -> View:
        """Share the own contact, or another's when a number is given."""
        return self.act(
            "share_contact", phone_number=phone_number, first_name=first_name, user_id=user_id, **self._here()
        )

    def send(self, kind: str, caption: str = "") -> View:
        """Send a photo, voice, sticker, document, or location."""
        if kind == "location":
            return self.act("share_location", **self._here())
        return self.act("send_media", kind=kind, caption=caption, **self._here())

    def block(self) -> View:
        return self.act("block")

    def unblock(self) -> View:
        return self.act("unblock")

    def view(self) -> View:
        """The whole chat: `messages`, `keyboard`, `commands`, `blocked`, `typing`, `topics`."""
        query = "" if self._chat is None else f"?chat={self._chat}"
        seen: View = self.sandbox.request("GET", f"/people/{self.user_id}/messages{query}")
        return seen

    def messages(self) -> list[View]:
        """Everything that can be seen, oldest first: `text`, `html`, `buttons`, `from_bot`, `edited` and more."""
        return [message for message in self.view()["messages"] if not message["deleted"]]

    def last(self, *, from_bot: bool = True) -> View:
        """The newest message, by default of the bot."""
        seen = [message for message in self.messages() if message["from_bot"] or not from_bot]
        if not seen:
            raise SandboxError(f"nothing to see yet for {self.user_id}; {self.visible()}")
        return seen[-1]

    def buttons(self) -> list[str]:
        """The words on the buttons of the newest message that has any."""
        for message in reversed(self.messages()):
            if message["buttons"]:
                return [button["text"] for row in message["buttons"] for button in row]
        return []

    def keys(self) -> list[str]:
        """The words on the reply keyboard."""
        rows = (self.view()["keyboard"] or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    def toasts(self) -> list[View]:
        """What answers to taps showed: `text`, `alert`."""
        found: list[View] = self.sandbox.request("GET", f"/people/{self.user_id}")["toasts"]
        return found

    def calls(self, method: str = "") -> list[View]:
        """The bot's calls that went to the chat this phone looks at."""
        chat_id = self.view()["chat_id"]
        return self.sandbox.calls(method, chat_id=chat_id)

    def visible(self) -> str:
        """The chat as text, for messages of failed tests."""
        lines = []
        for message in self.messages():
            who = "bot" if message["from_bot"] else message["sender"]
            marks = " (edited)" if message["edited"] else ""
            rows = " ".join(f"[{button['text']}]" for row in message["buttons"] for button in row)
            lines.append(f"{message['message_id']:>4} {who}{marks}: {message['text']} {rows}".rstrip())
        return "\n".join(["visible:", *lines, f"keys: {self.keys()}"])

    def wait_for(self, predicate: Callable[["Person"], Any] | str, seconds: float = PATIENCE_SECONDS) -> Any:
        """Wait until a predicate on this phone gives something true, or a text of the bot holds the words given.

        Gives what the predicate gave, or the message. SandboxError with all that is visible after `seconds`.
        """
        end = time.monotonic() + seconds
        while True:
            found = self._says(predicate) if isinstance(predicate, str) else self._try(predicate)
            if found:
                return found
            if time.monotonic() > end:
                what = repr(predicate) if isinstance(predicate, str) else "what was waited for"
                raise SandboxError(f"{what} did not come within {seconds} s\n{self.visible()}")
            time.sleep(LOOK_SECONDS)

    def _try(self, predicate: Callable[["Person"], Any]) -> Any:
        """A look that finds nothing yet is no failure while waiting."""
        try:
            return predicate(self)
        except SandboxError:
            return None

    def _says(self, words: str) -> View | None:
        found = [message for message in self.messages() if message["from_bot"] and words in message["text"]]
        return found[-1] if found else None
