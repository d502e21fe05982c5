"""A chat with the intake, in memory: a person says, taps and sees; the flow decides, the templates word it.

Everything the bot sends is rendered, and a redraw or freeze of a message that is not there fails at once.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from typing import Any, Self

from desk.wording import TICK, body_of
from flows.answers import Answer
from flows.conversation import Conversation, dump, load
from flows.events import Commanded, Corrected, Event, Said, SentOther, SharedContact
from flows.facts import Fact
from flows.flow import Flow
from flows.questionnaire import SUBMITTED
from flows.replies import Reply
from flows.step import step
from flows.taps import decode
from flows.turn import Outcome
from messages.words import Words

PHONE = "+12025550101"
"""Alice's number, from the range that is reserved for fiction."""

ALICE: dict[str, tuple[str, ...]] = {
    "consent": ("agreed",),
    "contact_consent": ("agreed",),
    "who": ("self",),
    "location": ("santa_monica",),
    "remote": ("video",),
    "residence": ("California",),
    "services": ("tms",),
    "infusion_visit": ("call_first",),
    "concerns": ("depression",),
    "prior_treatments": ("psychotherapy",),
    "last_infusion": ("m3_to_6",),
    "first_series": ("finished",),
    "expectations": ("read",),
    "teach_back": ("six",),
    "name": ("Alice Archer",),
    "phone": (PHONE,),
    "email": ("alice@example.com",),
    "reach_when": ("mornings",),
    "voicemail": ("full",),
}
"""What Alice answers where a test does not say otherwise; an empty answer is a skip."""


@dataclass
class Message:
    """One message of the bot: its name among the render tokens, its words as Telegram HTML, its buttons."""

    ask: str
    text: str
    rows: list[list[dict[str, Any]]] = field(default_factory=list)
    reply_keyboard: bool = False

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons, ticks included."""
        return [button["label"] for row in self.rows for button in row]


@dataclass
class Chat:
    """One person's chat; each thing said or tapped is one turn of the flow, a minute after the one before."""

    flow: Flow = field(repr=False)
    words: Words = field(repr=False)
    now: datetime
    language: str = "en"
    lead_status: str = "new"

    def __post_init__(self) -> None:
        self.conversation = Conversation(seed="bcdf", language=self.language)
        self.messages: list[Message] = []
        self.keyboard: Message | None = None
        self.new: list[Message] = []
        self.replies: tuple[Reply, ...] = ()
        self.facts: tuple[Fact, ...] = ()
        self.all_facts: list[Fact] = []
        self.toast = ""
        self.turns = 0

    # What the person does

    def say(self, text: str) -> int:
        """Type a text or a command; gives the message's number, to edit it later."""
        number = self.turns + 1
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            self.do(Commanded(name, argument, number))
        else:
            self.do(Said(text, number))
        return number

    def edit(self, number: int, text: str) -> Self:
        """Edit an earlier message."""
        return self.do(Corrected(text, number))

    def share_contact(self, phone: str = PHONE, *, own: bool = True) -> Self:
        """Send a contact, as the button does."""
        return self.do(SharedContact(phone, own))

    def send(self, kind: str) -> Self:
        """Send a voice message, a sticker, a photo …"""
        return self.do(SentOther(kind))

    def tap(self, *labels: str) -> Self:
        """Tap live buttons by their words, one after the other."""
        for label in labels:
            button = next((b for b in self.buttons if b["label"].removeprefix(TICK) == label), None)
            assert button is not None, f"no live button says {label!r}: {self.labels}"
            self.press(button)
        return self

    def press(self, button: dict[str, Any]) -> Self:
        """Press one button: an inline one sends its data, one of a reply keyboard its words or a contact."""
        if self.keyboard is None:
            return self.tap_data(button["data"])
        if button.get("contact"):
            return self.share_contact()
        self.say(button["label"])
        return self

    def tap_data(self, data: str) -> Self:
        """A tap that arrives with this callback data, whatever is on the screen."""
        tap = decode(data)
        assert tap is not None, f"no tap of ours: {data!r}"
        return self.do(tap)

    def answer(self, *choices: str) -> Self:
        """Answer the open question: options by code are tapped, anything else is typed, nothing at all skips."""
        asked, data = self.state, {b["data"].partition(":")[2]: b for b in self.buttons}
        for choice in choices:
            found = [data[s] for s in (f"set:{choice}", f"add:{choice}", choice) if s in data]
            if found and self.keyboard is None:
                self.press(found[0])
                data = {b["data"].partition(":")[2]: b for b in self.buttons}
            elif f"rm:{choice}" not in data:
                self.say(choice)
        if not choices:
            self.tap(self.words.button("skip", self.conversation.language))
        elif "done" in data and self.state == asked:
            self.press(data["done"])
        return self

    def walk(self, to: str = "review", **answers: str | tuple[str, ...]) -> Self:
        """Begin where needed and answer as Alice, or as told, until `to` is open; `submitted` hands the intake over."""
        if self.state == "new":
            self.say("/start")
        for _ in range(2 * len(self.flow.items)):
            if self.state == to:
                return self
            if self.state == "review":
                self.tap(self.words.button("send_changes" if self.conversation.lead else "submit", self.language_now))
                continue
            told = answers.get(self.state, ALICE.get(self.state, ()))
            self.answer(*((told,) if isinstance(told, str) else told))
        assert to == self.state
        return self

    def reload(self) -> Self:
        """The process stops and starts again: the conversation goes through its stored form."""
        self.conversation = load(json.loads(json.dumps(dump(self.conversation))))
        return self

    def do(self, event: Event) -> Self:
        """One turn of the flow."""
        self.turns += 1
        self.now += timedelta(minutes=1)
        outcome = step(self.flow, self.conversation, event, self.now, f"BT-{self.turns:04d}")
        self._see(outcome)
        return self

    # What the person sees

    @property
    def state(self) -> str:
        """The open question, or review, submitted, new, or the ending."""
        return self.conversation.state

    @property
    def language_now(self) -> str:
        return self.conversation.language

    @property
    def text(self) -> str:
        """The words of the newest message, without markup escapes."""
        return unescape(self.messages[-1].text)

    @property
    def said(self) -> str:
        """All words of the newest turn, in order."""
        return "\n".join(unescape(message.text) for message in self.new)

    @property
    def live(self) -> list[Message]:
        """The messages with buttons that can be tapped now; a reply keyboard counts as one."""
        return [m for m in self.messages if (m is self.keyboard if m.reply_keyboard else m.rows)]

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The live buttons."""
        return [button for message in self.live for row in message.rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What stands on the live buttons."""
        return [button["label"] for button in self.buttons]

    def value(self, link_id: str) -> Any:
        """What the conversation holds as the answer to a question; None where it holds none."""
        answer: Answer | None = self.conversation.answers.get(link_id)
        return answer.value if answer else None

    def found(self, kind: type[Any]) -> list[Any]:
        """The facts of one kind since the chat began."""
        return [fact for fact in self.all_facts if isinstance(fact, kind)]

    @property
    def submitted(self) -> bool:
        return self.state == SUBMITTED

    def _see(self, outcome: Outcome) -> None:
        self.conversation = outcome.conversation
        self.replies, self.facts = outcome.replies, outcome.facts
        self.all_facts += outcome.facts
        self.toast = self.words.toast(outcome.toast.key, self.language_now) if outcome.toast else ""
        self.new = []
        for reply in outcome.replies:
            self._show(reply)

    def _show(self, reply: Reply) -> None:
        filled = {"lead_status": self.lead_status} if reply.context.get("fill") == "lead" else {}
        body = body_of(self.words, _with(reply, filled), self.language_now)
        if reply.mode == "send":
            message = Message(reply.ask, body["text"], body["rows"], reply_keyboard=reply.reply_keyboard)
            self.messages.append(message)
            self.new.append(message)
            if reply.reply_keyboard:
                self.keyboard = message
            elif body["keyboard"] == "remove":
                self.keyboard = None
                assert not body["rows"], "a message cannot both take a reply keyboard away and bring buttons"
            return
        message = next((m for m in reversed(self.messages) if m.ask == reply.ask and m.rows), None)
        assert message is not None, f"{reply.mode} of a message that has no buttons on the screen"
        assert not message.reply_keyboard, "a message with a reply keyboard cannot be edited"
        message.text = body.get("text", message.text)
        message.rows = body["rows"] if reply.mode == "edit" else []
        self.new.append(message)


def _with(reply: Reply, more: dict[str, Any]) -> Reply:
    if not more:
        return reply
    return Reply(
        reply.mode, reply.template, {**reply.context, **more}, reply.ask, reply.rows,
        reply.reply_keyboard, reply.remove_keyboard, reply.protect, reply.picture,
    )  # fmt: skip
