"""The review: every answer with Change, back to the review afterwards, and handing over once."""

from chat import Chat

from flows.facts import Submitted
from flows.record import rows


def test_the_review_shows_every_answer_and_a_button_to_change_it(chat: Chat) -> None:
    """What staff will read, in the person's words."""
    chat.walk("review", services=("tms", "dbt"))
    answered = [row for row in rows(chat.flow, chat.conversation.answers) if not row["display"]]
    for row in answered:
        if row["link_id"] != "consent":
            assert row["short"] in chat.labels
            assert f"{row['short']}: <b>{row['value'] or '—'}</b>" in chat.text
    assert "Is this right?" in chat.text
    assert "Services: <b>TMS, DBT</b>" in chat.text


def test_a_change_returns_to_the_review(chat: Chat) -> None:
    """Only the one question is asked again."""
    chat.walk("review")
    chat.tap("Name")
    assert "name" == chat.state
    assert "Your answer so far: Alice Archer" in chat.text
    chat.say("Alicia Archer")
    assert "review" == chat.state
    assert "Name: <b>Alicia Archer</b>" in chat.text


def test_a_change_can_be_left_as_it_was(chat: Chat) -> None:
    """Keep leads back as well."""
    chat.walk("review")
    chat.tap("Location", "Keep this answer")
    assert "review" == chat.state
    assert "santa_monica" == chat.value("location")


def test_several_answers_are_changed_from_what_was_ticked(chat: Chat) -> None:
    """The old ticks stand there; one is taken away, one added."""
    chat.walk("review", services=("tms", "dbt"))
    chat.tap("Services", "TMS", "Other therapy", "Done")
    assert ("dbt", "other_therapy") == chat.value("services")


def test_nothing_is_handed_over_before_it_is_sent(chat: Chat) -> None:
    """The review says so, and no lead exists."""
    chat.walk("review")
    assert "Nothing reaches our team before you send it." in chat.text
    assert ("", []) == (chat.conversation.lead, chat.found(Submitted))


def test_sending_makes_one_lead_and_a_receipt(chat: Chat) -> None:
    """With the reference, what happens next, and how to change or erase."""
    chat.walk("review")
    chat.tap("Send to our team")
    reference = chat.conversation.lead
    assert [Submitted()] == chat.found(Submitted)
    assert reference in chat.text
    assert chat.conversation.answers == chat.conversation.submitted
    for told in ("What happens next", "/status", "/edit", "/stop", "/delete", "988"):
        assert told in chat.text
    assert [] == chat.live


def test_a_second_tap_on_send_makes_no_second_lead(chat: Chat) -> None:
    """However often the phone sends it."""
    chat.walk("review")
    data = next(b["data"] for b in chat.buttons if b["label"] == "Send to our team")
    chat.tap_data(data).tap_data(data).reload().tap_data(data)
    assert 1 == len(chat.found(Submitted))
    assert () == chat.replies


def test_send_can_be_typed(chat: Chat) -> None:
    """ "Yes, send it" is clear enough."""
    chat.walk("review")
    chat.say("Yes, send it")
    assert chat.submitted


def test_other_words_at_the_review_point_to_the_buttons(chat: Chat) -> None:
    """They are neither lost nor guessed at."""
    chat.walk("review")
    chat.say("the blue one")
    assert "review" == chat.state
    assert "To change an answer, tap it below." in chat.text
    assert 1 == len(chat.live)


def test_the_consent_to_keep_answers_is_no_answer_to_change(chat: Chat) -> None:
    """It is taken back by /delete, as the receipt says."""
    chat.walk("review")
    assert "May we keep your answers" not in chat.labels
