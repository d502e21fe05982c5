"""Whatever a person does, in whatever order: never stuck, no answer lost, one lead a submission, every reply renders."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chat import ALICE, PHONE, Chat
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from desk.wording import body_of
from flows.conversation import Conversation, dump, load
from flows.events import Blocked, Said, Tapped, Unblocked
from flows.facts import Answered, Archived, Ended, Erased, Submitted
from flows.loading import load_flow
from flows.questionnaire import NEW, REVIEW, SUBMITTED
from flows.taps import DATA_LIMIT, decode
from messages.words import LANGUAGES, Words
from sandbox.formatting.html_reading import read_html
from sandbox.formatting.units import length

FLOW, WORDS = load_flow(), Words()
MOMENT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
TEXT_LIMIT = 4096

COMMANDS = (
    "/start", "/start c-sedona__s-tms__flyer", "/help", "/status", "/edit", "/mydata", "/delete", "/stop", "/person",
    "/language", "/language en", "/language es", "/restart", "/ask", "/ask how long does a booster last?", "/bogus",
)  # fmt: skip
WORDS_OF_PEOPLE = (
    "yes", "no", "back", "skip", "why?", "continue", "done", "keep", "hello", "send it", "stop", "start over", "atrás",
    "a person, please", "not sure", "none", "me", "2", "TMS and ketamine", "Sedona", "Henderson, NV", "online", "90401",
    "California", "zoloft and therapy", "I had ketamine infusions last year", "Alice Archer", "(202) 555-0101",
    "alice@gmial.com", "alice@example.com", "mornings", "six", "actually Las Vegas", "actually DBT", "anxeity",
    "how long does a booster last?", "how much does it cost?", "is it safe?", "what is TMS", "qwxyz plorf", "\u200b",
    "<b>bold</b> & co", "{{ 7*7 }}", "x" * 300, "😀", "مرحبا", "under 18", "my kid",
)  # fmt: skip
GOOD = {
    **{link_id: [list(value)] for link_id, value in ALICE.items()},
    "consent": [["agreed"], ["yes"]],
    "contact_consent": [["agreed"], ["declined"]],
    "who": [["self"], ["other_adult"]],
    "location": [["sedona"], ["online"], ["vegas"]],
    "services": [["ketamine_infusion"], ["tms", "dbt"], ["not_sure"], ["ketamine_infusion", "other_therapy"]],
    "concerns": [["depression", "ptsd"], ["not_said"], []],
    "prior_treatments": [["none"], ["ketamine_infusion", "ect"], ["Zoloft"]],
    "phone": [[PHONE], ["Write to me here"], ["Escríbanme aquí"]],
    "email": [["alice@example.com"], []],
}
DATA = re.compile(r"^[a-z]{4}[0-9a-z]+\.\d+:[a-z_]+(:[a-z0-9_]*)?$")
MOVED_ON = {WORDS.toast("moved_on", language) for language in LANGUAGES}


def copied(chat: Chat) -> Chat:
    """A second chat in the same situation, to look ahead."""
    ahead = Chat(chat.flow, chat.words, chat.now, chat.language)
    ahead.conversation, ahead.turns = chat.conversation, chat.turns
    ahead.messages = [replace(message) for message in chat.messages]
    if chat.keyboard:
        ahead.keyboard = ahead.messages[next(i for i, m in enumerate(chat.messages) if m is chat.keyboard)]
    return ahead


def to_the_end(chat: Chat) -> None:
    """The way on, from wherever one is: begin, set cards aside, answer, send."""
    for _ in range(60):
        c = chat.conversation
        if c.state == SUBMITTED and not c.card:
            return
        verbs = {button["data"].split(":")[1]: button for button in chat.buttons if ":" in button["data"]}
        if c.card:
            chat.press(verbs.get("resume") or verbs.get("pass_on") or verbs["edit"])
        elif c.state in {NEW, *chat.flow.intake.endings}:
            chat.say("hello")
        elif not chat.live:
            chat.say("/start")
        elif c.state == REVIEW:
            chat.press(verbs["submit"])
        elif "other" in verbs:
            chat.press(verbs["other"])
        else:
            chat.answer(*ALICE[c.state])
    pytest.fail(f"no way on from {chat.conversation.state}")


class AnyConversation(RuleBasedStateMachine):
    """Every rule is something people and their phones do; the invariants are the promises of the intake."""

    @initialize(
        language=st.sampled_from(LANGUAGES),
        state=st.sampled_from(["new", "services", "expectations", "phone", "review", "submitted"]),
        location=st.sampled_from(["sedona", "online"]),
    )
    def begin(self, language: str, state: str, location: str) -> None:
        """Alice may have come some way already."""
        self.chat = Chat(FLOW, WORDS, MOMENT, language)
        self.pressed: list[str] = []
        self.written: list[int] = []
        if state != "new":
            self.chat.walk(state, location=location, services="ketamine_infusion")
        self.leads = list(filter(None, [self.chat.conversation.lead]))

    # What people do

    @precondition(lambda self: self.chat.buttons)
    @rule(choice=st.integers(0, 40))
    def tap(self, choice: int) -> None:
        """A live button always does something."""
        button = self.chat.buttons[choice % len(self.chat.buttons)]
        typed = self.chat.keyboard is not None
        self._turn(lambda: self.chat.press(button), spoken=typed)
        if not typed:
            self.pressed.append(button["data"])
        assert self.chat.toast not in MOVED_ON, f"the button {button['label']!r} is dead"

    @precondition(lambda self: self.chat.buttons and self.chat.keyboard is None)
    @rule(choice=st.integers(0, 40))
    def tap_twice(self, choice: int) -> None:
        """The second of a double tap changes nothing and says nothing."""
        data = self.chat.buttons[choice % len(self.chat.buttons)]["data"]
        self._turn(lambda: self.chat.tap_data(data))
        self.pressed.append(data)
        first = self.chat.conversation.but(touched=None)
        self._turn(lambda: self.chat.tap_data(data))
        assert first == self.chat.conversation.but(touched=None)
        assert ((), ()) == (self.chat.replies, self.chat.facts)

    @precondition(lambda self: self.pressed)
    @rule(choice=st.integers(0, 400))
    def tap_something_old(self, choice: int) -> None:
        """A button of long ago states nothing any more."""
        data = self.pressed[choice % len(self.pressed)]
        live = {button["data"] for button in self.chat.buttons}
        self._turn(lambda: self.chat.tap_data(data))
        if data not in live:
            assert () == self.chat.facts

    @precondition(lambda self: self.chat.state in GOOD and not self.chat.conversation.card and self.chat.live)
    @rule(choice=st.integers(0, 10))
    def answer_well(self, choice: int) -> None:
        """A plain answer to the open question."""
        good = GOOD[self.chat.state]
        if self.chat.conversation.offer:
            self._turn(lambda: self.chat.press(self.chat.buttons[0]))
        elif self.chat.state == "expectations":
            self._turn(lambda: self.chat.say("continue"), spoken=True)
        else:
            self._turn(lambda: self.chat.answer(*good[choice % len(good)]))

    @rule(text=st.sampled_from(WORDS_OF_PEOPLE))
    def say(self, text: str) -> None:
        self._turn(lambda: self.written.append(self.chat.say(text)), spoken=True)

    @rule(command=st.sampled_from(COMMANDS))
    def command(self, command: str) -> None:
        self._turn(lambda: self.chat.say(command), spoken=True)

    @precondition(lambda self: self.written)
    @rule(choice=st.integers(0, 40), text=st.sampled_from(WORDS_OF_PEOPLE))
    def edit(self, choice: int, text: str) -> None:
        self._turn(lambda: self.chat.edit(self.written[choice % len(self.written)], text))

    @rule(own=st.booleans())
    def share_contact(self, own: bool) -> None:
        self._turn(lambda: self.chat.share_contact(own=own), spoken=True)

    @rule(kind=st.sampled_from(["voice", "sticker", "photo"]))
    def send(self, kind: str) -> None:
        self._turn(lambda: self.chat.send(kind), spoken=True)

    @rule(statement=st.sampled_from(["person", "resume"]))
    def tap_below_a_crisis_reply(self, statement: str) -> None:
        self._turn(lambda: self.chat.do(Tapped("any", 0, statement)))

    @rule()
    def block_and_come_back(self) -> None:
        self._turn(lambda: self.chat.do(Blocked()).do(Unblocked()))

    # What happens to the process

    @rule()
    def restart(self) -> None:
        """Everything is read back from what was kept, at whatever moment."""
        before = self.chat.conversation
        self.chat.reload()
        assert before == self.chat.conversation

    @rule(days=st.integers(1, 400))
    def wait(self, days: int) -> None:
        self.chat.now += timedelta(days=days)

    # What holds

    def _turn(self, act: Any, *, spoken: bool = False) -> None:
        before, count = self.chat.conversation, len(self.chat.all_facts)
        act()
        after, facts = self.chat.conversation, self.chat.all_facts[count:]
        assert not spoken or self.chat.new, "words without an answer"
        _no_answer_lost(before, after, facts)
        handed_over = [fact for fact in facts if isinstance(fact, Submitted)]
        assert len(handed_over) <= 1
        if handed_over:
            assert after.lead not in {"", *self.leads}
            assert FLOW.first_open(after.submitted) is None
            assert "agreed" == after.submitted["consent"].value
            self.leads.append(after.lead)
        assert after.lead in {"", *self.leads}
        self.what_is_promised_holds()

    def what_is_promised_holds(self) -> None:
        """After each turn; one by one below."""
        self.every_reply_renders_in_every_language()
        self.buttons_hold_codes_only()
        self.one_keyboard_is_live_while_something_is_open()
        self.the_conversation_comes_back_from_what_is_kept()
        self.hidden_answers_are_not_held()
        self.nothing_is_kept_without_consent()

    def every_reply_renders_in_every_language(self) -> None:
        for reply in self.chat.replies:
            for language in LANGUAGES:
                body = body_of(WORDS, reply, language)
                if reply.template:
                    plain, _ = read_html(body["text"])
                    assert 0 < length(plain) <= TEXT_LIMIT
                    assert "None" not in plain.replace("None so far", "")
                assert all(0 < len(button["label"]) <= 60 for row in body["rows"] for button in row)

    def buttons_hold_codes_only(self) -> None:
        if self.chat.keyboard is None:
            for button in self.chat.buttons:
                assert DATA.match(button["data"]), button["data"]
                assert len(button["data"].encode()) <= DATA_LIMIT
                assert decode(button["data"]) is not None

    def one_keyboard_is_live_while_something_is_open(self) -> None:
        c = self.chat.conversation
        asks = c.state in FLOW.items or c.state == REVIEW
        due = int(asks or bool(c.card))
        assert len(self.chat.live) in ({0, due} if c.paused else {due})
        assert c.live == bool(self.chat.live)

    def the_conversation_comes_back_from_what_is_kept(self) -> None:
        c = self.chat.conversation
        assert c == load(json.loads(json.dumps(dump(c))))

    def hidden_answers_are_not_held(self) -> None:
        c = self.chat.conversation
        called_for = {item.link_id for item in FLOW.called_for(c.answers)}
        assert set(c.submitted) <= {item.link_id for item in FLOW.called_for(c.submitted)}
        assert c.previous or set(c.answers) <= called_for

    def nothing_is_kept_without_consent(self) -> None:
        c = self.chat.conversation
        if c.answers and not c.previous:
            assert "agreed" == c.answers["consent"].value
        if not c.answers:
            assert () == c.questions

    def teardown(self) -> None:
        """From wherever the run ended there is a way on, and a way out."""
        if not hasattr(self, "chat"):
            return
        to_the_end(copied(self.chat))
        out = copied(self.chat)
        out.say("/delete")
        out.press(next(button for button in out.buttons if ":erase" in button["data"]))
        assert (NEW, {}, "") == (out.state, out.conversation.answers, out.conversation.lead)
        assert [Erased()] == out.found(Erased)


def _no_answer_lost(before: Conversation, after: Conversation, facts: list[Any]) -> None:
    """An answer that is gone was answered anew, archived, reverted by the person, or lies with an earlier lead."""
    if any(isinstance(fact, Ended | Erased) for fact in facts):
        return
    anew = {fact.link_id for fact in facts if isinstance(fact, Answered)}
    archived = {(fact.link_id, fact.answer) for fact in facts if isinstance(fact, Archived)}
    for link_id, answer in before.answers.items():
        if after.answers.get(link_id) == answer:
            continue
        reverted = before.lead and after.answers == before.submitted == after.submitted
        with_the_lead = before.lead and after.previous == before.lead and before.submitted.get(link_id) == answer
        assert link_id in anew or (link_id, answer) in archived or reverted or with_the_lead, f"{link_id} was lost"
    for link_id in after.answers.keys() - before.answers.keys():
        returned = before.lead and after.answers == before.submitted
        assert link_id in anew or returned, f"{link_id} came from nowhere"


TestAnyConversation = pytest.mark.slow(AnyConversation.TestCase)
TestAnyConversation.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@pytest.mark.parametrize("text", WORDS_OF_PEOPLE)
def test_every_word_of_the_runs_is_plain_text(text: str) -> None:
    """The runs above type these; none of them is a command by accident."""
    assert not text.startswith("/")
    assert text == Said(text).text
