"""The same answers, in whatever order they were given and however often they were changed, are the same lead."""

from datetime import UTC, datetime
from typing import Any

import pytest
from chat import ALICE, PHONE, Chat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.loading import load_flow
from flows.record import rows, summary
from messages.words import Words

FLOW, WORDS = load_flow(), Words()
MOMENT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
Story = dict[str, tuple[str, ...]]
OPEN_ENDED = {
    "residence": ("California", "Nevada"),
    "name": ("Alice Archer", "Ben Brook"),
    "phone": (PHONE, "Write to me here"),
    "email": ("alice@example.com", "ben@example.com"),
}


def _answers_to(link_id: str) -> st.SearchStrategy[tuple[str, ...]]:
    item = FLOW.items[link_id]
    if item.type == "display":
        return st.just(("read",))
    if link_id in OPEN_ENDED:
        return st.sampled_from(OPEN_ENDED[link_id]).map(lambda text: (text,))
    codes = [option.code for option in FLOW.options(item) if not option.ends]
    if not item.repeats:
        return st.sampled_from(codes).map(lambda code: (code,))
    alone = [(option.code,) for option in FLOW.options(item) if option.exclusive]
    several = [code for code in codes if (code,) not in alone]
    return st.lists(st.sampled_from(several), min_size=1, unique=True).map(tuple) | st.sampled_from(alone or [("",)])


STORIES = st.fixed_dictionaries({link_id: _answers_to(link_id) for link_id in ALICE})


def give(chat: Chat, codes: tuple[str, ...]) -> None:
    """Answer what is open with exactly these; at a question with several answers ticks are put right first."""
    item = chat.flow.items[chat.state]
    if not item.repeats or not codes[0]:
        chat.answer(*(codes if codes[0] else ()))
        return
    for wanted, verb in ((False, "rm"), (True, "add")):
        for option in chat.flow.options(item):
            data = {b["data"].partition(":")[2]: b for b in chat.buttons}
            if (option.code in codes) is wanted and f"{verb}:{option.code}" in data:
                chat.press(data[f"{verb}:{option.code}"])
    chat.press(next(b for b in chat.buttons if b["data"].endswith(":done")))


def straight(story: Story) -> Chat:
    """Every question once, in order."""
    chat = Chat(FLOW, WORDS, MOMENT)
    chat.say("/start")
    while chat.state != "review":
        give(chat, story[chat.state])
    return chat


def roundabout(first: Story, story: Story, order: list[str], backs: list[bool]) -> Chat:
    """Other answers first, with steps back on the way; then every answer is changed, in some order, to the story's."""
    chat = Chat(FLOW, WORDS, MOMENT)
    chat.say("/start")
    for back in backs:
        if chat.state != "review":
            give(chat, first[chat.state])
        if back and chat.state not in {"consent", "review"}:
            chat.say("back")
    while chat.state != "review":
        give(chat, first[chat.state])
    for link_id in [*order, *order, *order]:
        if link_id in {"consent", "expectations"} or link_id not in chat.conversation.answers:
            continue
        chat.press(next(b for b in chat.buttons if b["data"].endswith(f":change:{link_id}")))
        while chat.state != "review":
            give(chat, story[chat.state])
    return chat


def record(chat: Chat) -> list[dict[str, Any]]:
    """What staff and exports see, without when and how it was said."""
    kept = ("link_id", "short", "value", "codes", "display")
    return [{name: row[name] for name in kept} for row in rows(FLOW, chat.conversation.submitted)]


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    story=STORIES,
    first=STORIES,
    order=st.permutations(list(ALICE)),
    backs=st.lists(st.booleans(), max_size=12),
)
def test_the_same_answers_in_any_legal_order_give_the_same_lead(
    story: Story, first: Story, order: list[str], backs: list[bool]
) -> None:
    """A straight walk and a wandering one end in the same record and are filed alike."""
    one, other = straight(story), roundabout(first, story, order, backs)
    for chat in (one, other):
        chat.tap("Send to our team")
    assert record(one) == record(other)
    assert summary(FLOW, one.conversation.submitted) == summary(FLOW, other.conversation.submitted)
