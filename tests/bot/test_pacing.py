"""Pacing: as many messages as Telegram takes, and room for what is urgent."""

from bot.pacing import GROUP_MOST, GROUP_SECONDS, PRIVATE_BURST, URGENT_RESERVE, Pacer

ALICE, BEN, GROUP = 101, 102, -100


def sent_at_once(pacer: Pacer, chat: int, *, urgent: bool = False, now: float = 0.0) -> int:
    """How many messages a chat gets before it has to wait."""
    number = 0
    while pacer.wait(chat, now, urgent=urgent) == 0:
        number += 1
    return number


def test_a_group_gets_fewer_than_twenty_messages_in_any_minute() -> None:
    """Telegram refuses the twenty-first, however they are spread."""
    pacer = Pacer()
    sent = [second / 2 for second in range(1200) if pacer.wait(GROUP, second / 2) == 0]
    assert [number / 2 for number in range(GROUP_MOST)] == sent[:GROUP_MOST]
    assert GROUP_MOST == max(sum(start <= moment < start + 60 for moment in sent) for start in sent)


def test_the_wait_it_names_is_long_enough_and_no_longer() -> None:
    """One who waits that long is served."""
    pacer = Pacer()
    assert GROUP_MOST == sent_at_once(pacer, GROUP)
    wait = pacer.wait(GROUP, 0.0)
    assert GROUP_SECONDS == wait
    assert pacer.wait(GROUP, wait / 2) > 0
    assert 0 == pacer.wait(GROUP, wait + 0.001)


def test_an_alert_goes_out_when_the_group_is_full() -> None:
    """A few places are kept for what is urgent."""
    pacer = Pacer()
    sent_at_once(pacer, GROUP)
    assert URGENT_RESERVE == sent_at_once(pacer, GROUP, urgent=True)


def test_one_chat_holds_no_other() -> None:
    """Each has its own measure."""
    pacer = Pacer()
    assert PRIVATE_BURST == sent_at_once(pacer, ALICE)
    assert 0 == pacer.wait(BEN, 0.0)
