"""getUpdates: what is confirmed, what waits, what is too old, and who may ask."""

import threading
from typing import Any

from sandbox.client import Sandbox
from sandbox.world import World


def _texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


def test_updates_come_again_until_a_higher_offset_confirms_them(bot: Any, people: Sandbox) -> None:
    """Reading confirms nothing; an offset confirms all below it."""
    alice = people.patient()
    for word in ("one", "two", "three"):
        alice.say(word)
    first = bot.updates()
    assert ["one", "two", "three"] == _texts(first)
    assert ["one", "two", "three"] == _texts(bot.updates())
    assert ["three"] == _texts(bot.updates(offset=first[2]["update_id"]))
    assert ["three"] == _texts(bot.updates())
    assert [] == bot.updates(offset=first[2]["update_id"] + 1)


def test_a_limit_gives_the_oldest_and_a_negative_offset_keeps_the_newest(bot: Any, people: Sandbox) -> None:
    """limit cuts the batch; offset -1 forgets all but the last."""
    alice = people.patient()
    for word in ("one", "two", "three"):
        alice.say(word)
    assert ["one", "two"] == _texts(bot.updates(limit=2))
    assert ["three"] == _texts(bot.updates(offset=-1))
    assert ["three"] == _texts(bot.updates())


def test_a_waiting_poll_is_answered_by_the_next_message(bot: Any, people: Sandbox) -> None:
    """The long poll ends as soon as somebody writes."""
    alice = people.patient()
    found: list[Any] = []
    poll = threading.Thread(target=lambda: found.extend(bot.updates(timeout=15)))
    poll.start()
    alice.say("hello")
    poll.join(15)
    assert ["hello"] == _texts(found)


def test_the_older_of_two_polls_is_refused(bot: Any, world: World) -> None:
    """Two bots on one token: the one that waited gets 409."""
    refused: list[dict[str, Any]] = []
    first = threading.Thread(target=lambda: refused.append(bot.answer("getUpdates", timeout=15)))
    first.start()
    _until_somebody_polls(world)
    assert [] == bot.updates(timeout=0)
    first.join(15)
    assert 409 == refused[0]["error_code"]
    assert (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        == refused[0]["description"]
    )


def test_polling_is_refused_while_a_webhook_is_set(bot: Any) -> None:
    """getUpdates and a webhook exclude each other."""
    bot("setWebhook", url="http://127.0.0.1:9/nobody")
    expected = "Conflict: can't use getUpdates method while webhook is active; "
    assert expected + "use deleteWebhook to delete the webhook first" == bot.refusal("getUpdates")
    bot("deleteWebhook")
    assert [] == bot.updates()


def test_a_waiting_poll_ends_when_a_webhook_is_set(bot: Any, world: World) -> None:
    """Setting a webhook throws the poller out at once."""
    refused: list[str] = []
    poll = threading.Thread(target=lambda: refused.append(bot.refusal("getUpdates", timeout=15)))
    poll.start()
    _until_somebody_polls(world)
    bot("setWebhook", url="http://127.0.0.1:9/nobody")
    poll.join(15)
    assert ["Conflict: terminated by setWebhook request"] == refused


def test_taps_die_after_150_seconds_and_messages_after_a_day(bot: Any, people: Sandbox) -> None:
    """An outage loses taps long before it loses words."""
    alice = people.patient()
    alice.start()
    bot("sendMessage", chat_id=alice.user_id, text="?", reply_markup={"inline_keyboard": [[_key("Yes")]]})
    alice.tap("Yes")
    people.forward(149)
    assert ["message", "callback_query"] == [_kind(update) for update in bot.updates()]
    people.forward(2)
    assert ["message"] == [_kind(update) for update in bot.updates()]
    people.forward(86_400)
    assert [] == bot.updates()


def test_only_the_kinds_asked_for_are_kept(bot: Any, people: Sandbox) -> None:
    """allowed_updates stays in force until it is given again."""
    alice = people.patient()
    assert [] == bot.updates(allowed_updates=["callback_query"])
    alice.say("unheard")
    assert [] == bot.updates()
    bot.updates(allowed_updates=[])
    alice.say("heard")
    assert ["heard"] == _texts(bot.updates())


def test_an_update_can_be_repeated_under_its_own_id_after_it_was_confirmed(bot: Any, people: Sandbox) -> None:
    """The bot must not count on seeing an id once."""
    done = people.patient().say("hello")
    assert [] == bot.updates(offset=done["update_id"] + 1)
    people.repeat(done["update_id"])
    assert [done["update_id"]] == [update["update_id"] for update in bot.updates(offset=done["update_id"] + 1)]
    assert [] == bot.updates(offset=done["update_id"] + 1)


def test_poison_is_delivered_as_it_is_and_comes_again(bot: Any, people: Sandbox) -> None:
    """An update no library can read stays at the head until the offset passes it."""
    update_id = people.inject({"message": {"message_id": "what", "chat": 7}})
    for _ in range(2):
        assert [{"update_id": update_id, "message": {"message_id": "what", "chat": 7}}] == bot.updates()


def _until_somebody_polls(world: World) -> None:
    pause = threading.Event()
    while world.poll is None:
        pause.wait(0.005)


def _key(words: str) -> dict[str, str]:
    return {"text": words, "callback_data": words.lower()}


def _kind(update: dict[str, Any]) -> str:
    return next(name for name in update if name != "update_id")
