"""One turn while it is being decided: the conversation so far, and what it brought to say and to record."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flows.answers import Answer, Method, Value
from flows.clinic import in_language
from flows.conversation import Conversation
from flows.facts import Answered, Archived, Fact
from flows.flow import Flow
from flows.machine import CHANGE, NEXT
from flows.questionnaire import NEW, REVIEW, Item
from flows.replies import Reply, Toast
from flows.screens import card, changes, picture, question, review, topics
from flows.visibility import prune, visible


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one event came to: the next conversation, what to say, what to record."""

    conversation: Conversation
    replies: tuple[Reply, ...] = ()
    facts: tuple[Fact, ...] = ()
    toast: Toast | None = None


@dataclass(slots=True)
class Turn:
    """The working value of one step; lives only inside `step`."""

    flow: Flow
    c: Conversation
    now: datetime
    reference: str
    replies: list[Reply] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    toast: Toast | None = None

    @property
    def item(self) -> Item | None:
        """The open question, if one is open."""
        return self.flow.items.get(self.c.state)

    def outcome(self) -> Outcome:
        """What this turn came to."""
        return Outcome(self.c.but(touched=self.now), tuple(self.replies), tuple(self.facts), self.toast)

    def say(self, template: str, **context: Any) -> None:
        """A message without buttons; it takes a reply keyboard away where one is up."""
        self.replies.append(Reply("send", template, context, remove_keyboard=self.c.keyboard))
        self.c = self.c.but(keyboard=False, live=self.c.live and not self.c.keyboard)

    # What is on the screen

    def freeze(self, line: str = "") -> None:
        """Take the buttons from what is on the screen; `line` becomes its text ("Location: Santa Monica").

        A message with a reply keyboard cannot be edited: there the line is sent, and takes the keyboard away.
        """
        if self.c.keyboard and line:
            self.say("frozen", line=line)
        elif self.c.live and not self.c.keyboard:
            self.replies.append(Reply("freeze", "frozen" if line else "", {"line": line} if line else {}, self.c.ask))
        self.c = self.c.but(live=False, card="")

    def _fresh_ask(self, **changes: Any) -> None:
        cleared: dict[str, Any] = {"draws": 0, "taps": (), "offer": (), "page": "", "card": "", "asking": False}
        self.c = self.c.but(asks=self.c.asks + 1, **{**cleared, **changes})

    def _put_up(self, reply: Reply) -> None:
        if self.c.keyboard and not reply.reply_keyboard:
            self.say("keyboard_away")
        self.replies.append(reply)
        self.c = self.c.but(live=True, keyboard=reply.reply_keyboard)

    def show(self, note: str = "", *, again: bool = False, page: str = "", **context: Any) -> None:
        """Show what is open as a new message; `again` keeps ticks and counts, where the question did not change."""
        c = self.c
        kept = {"draft": c.draft, "said": c.said, "heard": c.heard, "offer": c.offer, "failures": c.failures}
        begun = {"draft": None, "said": "", "heard": None, "offer": (), "failures": 0}
        self._fresh_ask(**(kept if again else begun), page=page)
        if self.item:
            if self.item.template == "expectations" and not again:
                self.replies += picture(self.flow, self.c)
            self._put_up(question(self.flow, self.c, "send", note, **context))
        elif self.c.state == REVIEW:
            self._put_up(review(self.flow, self.c, note=note, **context))

    def redraw(self, note: str = "", **context: Any) -> None:
        """Draw what is open again in place; where it has a reply keyboard, as a new message."""
        if self.c.keyboard or not self.item:
            self.show(note, again=True, page=self.c.page, **context)
            return
        self.c = self.c.but(draws=self.c.draws + 1)
        self.replies.append(question(self.flow, self.c, "edit", note, **context))

    def show_again(self, note: str = "", **context: Any) -> None:
        """Something came between: the same question once more at the bottom, the old copy without buttons."""
        self.freeze()
        self.show(note, again=True, page=self.c.page if self.item and self.item.type == "display" else "", **context)

    def lay(self, name: str, **context: Any) -> None:
        """Lay a card over what is open."""
        self.freeze()
        self._fresh_ask(card=name)
        self._put_up(card(self.flow, self.c, **context))

    def lay_changes(self) -> None:
        """Lay a card with a button for every answer so far, to change one."""
        self.freeze()
        self._fresh_ask(card="edit")
        self._put_up(changes(self.flow, self.c))

    def lay_topics(self, codes: tuple[str, ...], asked: str) -> None:
        """Lay a card with the topics a question may mean; what was asked is kept, for staff may have to answer it."""
        self.freeze()
        self._fresh_ask(card="topics", said=asked, offer=codes)
        self._put_up(topics(self.flow, self.c))

    # Answers

    def answer(self, item: Item, value: Value, method: Method, **provenance: Any) -> None:
        """Record an answer to `item` and archive what it orphans."""
        given = Answer(value, method, self.now, self.flow.questionnaire.version, **provenance)
        kept, orphaned = prune(self.flow.questionnaire, {**self.c.answers, item.link_id: given})
        for called in self.flow.questionnaire.items if self.c.spare else ():
            if called.link_id in self.c.spare and visible(called, kept):
                kept.setdefault(called.link_id, self.c.spare[called.link_id])
        prefill = {link_id: code for link_id, code in self.c.prefill.items() if link_id != item.link_id}
        self.c = self.c.but(answers=kept, prefill=prefill)
        self.facts.append(Answered(item.link_id, given))
        self.facts.extend(Archived(link_id, answer) for link_id, answer in orphaned.items())

    def frozen_line(self, item: Item) -> str:
        """What an answered question freezes to; the welcome and what was to be read keep their words instead."""
        return self.answered_line(item) if item.template == "question" else ""

    def answered_line(self, item: Item) -> str:
        """An answer in one line: "Location: Santa Monica"."""
        answer = self.c.answers[item.link_id]
        short = in_language(item.short, self.c.language)
        return f"{short}: {self.flow.wording(item, answer, self.c.language) or '—'}"

    def advance(self) -> None:
        """Go on to the next question called for that has no answer; behind the last one, to the review."""
        state = self.c.state
        for _ in range(len(self.flow.items) + 1):
            moved = self.flow.intake.move(NEXT, state, self.c.answers)
            if moved is None:
                break
            state = moved
            if state not in self.c.answers:
                break
        if state == REVIEW:
            gap = self.flow.first_open(self.c.answers)
            state = gap.link_id if gap else REVIEW
        self.c = self.c.but(state=state)

    def go_change(self, link_id: str) -> bool:
        """Open an earlier question again; False where it cannot be opened now."""
        item = self.flow.items.get(link_id)
        if item is None or link_id not in self.c.answers or item not in self.flow.called_for(self.c.answers):
            return False
        moved = self.flow.intake.move(CHANGE, self.c.state, self.c.answers, link_id)
        if moved is None:
            return False
        self.freeze()
        self.c = self.c.but(state=moved)
        self.show()
        return True

    def fresh(self) -> None:
        """Forget everything about this chat but its language and its tokens."""
        c = self.c
        self.c = Conversation(
            seed=c.seed,
            language=c.language,
            asks=c.asks,
            last_tap=c.last_tap,
            keyboard=c.keyboard,
            state=NEW,
            previous=c.previous,
        )
