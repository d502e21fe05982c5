"""Trouble to order: 429 and flood limits, server errors, cut connections."""

import http.client
from typing import Any

import pytest

from sandbox.client import Sandbox, SandboxError


@pytest.fixture
def alice(people: Sandbox) -> Any:
    person = people.patient()
    person.start()
    return person


def test_a_429_says_how_long_to_wait_and_hits_only_its_chat(bot: Any, people: Sandbox, alice: Any) -> None:
    """retry_after stands in the words and in the parameters."""
    ben = people.patient()
    ben.start()
    people.fault("429", times=1, method="sendMessage", chat_id=alice.user_id, retry_after=7)
    assert bot("sendMessage", chat_id=ben.user_id, text="x")
    assert {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    } == bot.answer("sendMessage", chat_id=alice.user_id, text="x")
    assert bot("sendMessage", chat_id=alice.user_id, text="x")


def test_flood_limits_allow_a_burst_then_one_a_second(bot: Any, people: Sandbox, alice: Any) -> None:
    """Off by default; on, the fifth message of a burst waits, and another chat does not."""
    people.limits(burst=4)
    answers = [bot.answer("sendMessage", chat_id=alice.user_id, text=str(number)) for number in range(5)]
    assert [True] * 4 + [False] == [answer["ok"] for answer in answers]
    assert 1 == answers[4]["parameters"]["retry_after"]
    people.forward(1)
    assert bot("sendMessage", chat_id=alice.user_id, text="later")


def test_a_group_takes_twenty_a_minute(bot: Any, people: Sandbox) -> None:
    """The twenty-first waits for the minute to pass."""
    people.limits(burst=100)
    for number in range(20):
        bot("sendMessage", chat_id=-1009000000001, text=str(number))
    refused = bot.answer("sendMessage", chat_id=-1009000000001, text="too many")
    assert 55 < refused["parameters"]["retry_after"] <= 60
    people.forward(61)
    assert bot("sendMessage", chat_id=-1009000000001, text="a minute later")


@pytest.mark.parametrize(("when", "seen"), [("before", []), ("after", ["hello"])])
def test_a_server_error_may_come_before_or_after_the_effect(
    bot: Any, people: Sandbox, alice: Any, when: str, seen: list[str]
) -> None:
    """After a 500 the bot cannot know whether the message arrived."""
    people.fault("500", method="sendMessage", when=when)
    assert 500 == bot.answer("sendMessage", chat_id=alice.user_id, text="hello")["error_code"]
    assert seen == [message["text"] for message in alice.messages() if message["from_bot"]]


@pytest.mark.parametrize("kind", ["drop", "timeout"])
def test_a_cut_connection_gives_no_answer_at_all(bot: Any, people: Sandbox, alice: Any, kind: str) -> None:
    """The connection ends without a byte; the log knows, and the effect stays."""
    people.fault(kind, method="sendMessage", when="after", seconds=0.01)
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        bot("sendMessage", chat_id=alice.user_id, text="hello")
    assert "hello" == alice.last()["text"]
    call = people.calls("sendMessage")[-1]
    assert (f"{kind} after", None) == (call["fault"], call["answer"])


def test_a_fault_that_does_not_exist_is_refused(people: Sandbox) -> None:
    """A misspelt fault must not silently do nothing."""
    with pytest.raises(SandboxError, match="earthquake"):
        people.fault("earthquake")


def test_faults_can_be_cancelled(bot: Any, people: Sandbox, alice: Any) -> None:
    """What is left of a plan goes away."""
    people.fault("500", times=100)
    people.no_faults()
    assert bot("sendMessage", chat_id=alice.user_id, text="hello")
