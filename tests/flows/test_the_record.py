"""What a lead is: a summary that is safe on a card, and rows in the questionnaire's order."""

from chat import PHONE, Chat

from flows.record import Summary, contact, rows, summary


def test_the_summary_holds_codes_and_nothing_a_person_said(chat: Chat) -> None:
    """A card in the staff group shows no name, number, diagnosis or free text."""
    chat.walk("prior_treatments", services=("tms", "dbt"), concerns="ptsd")
    chat.say("zoloft and prozac")
    chat.walk("submitted")
    filed = summary(chat.flow, chat.conversation.submitted)
    assert Summary("santa_monica", online=False, services=("tms", "dbt"), may_contact=True, antidepressants=2) == filed
    for private in ("Alice", "Archer", "555", "ptsd", "zoloft", "alice@"):
        assert private not in repr(filed)


def test_contact_gives_a_number_only_where_one_was_given(chat: Chat, new_chat: type[Chat]) -> None:
    """ "Write to me here" is no number."""
    chat.walk("review")
    assert {"name": "Alice Archer", "phone": PHONE, "email": "alice@example.com"} == contact(chat.conversation.answers)
    other = new_chat().walk("review", phone="Write to me here", email=())
    assert {"name": "Alice Archer", "phone": "", "email": ""} == contact(other.conversation.answers)


def test_a_skipped_answer_is_a_row_with_no_value(chat: Chat) -> None:
    """Rather not say, which is not the same as never asked."""
    chat.walk("review", concerns=())
    row = next(row for row in rows(chat.flow, chat.conversation.answers) if row["link_id"] == "concerns")
    assert ("", [], "skipped") == (row["value"], row["codes"], row["method"])


def test_the_record_is_in_english_whatever_was_spoken(new_chat: type[Chat]) -> None:
    """Staff read one language; the words of the person stay beside it."""
    chat = new_chat(language="es")
    chat.walk("location")
    chat.say("en línea")
    row = next(row for row in rows(chat.flow, chat.conversation.answers) if row["link_id"] == "location")
    assert ("Not near one: online or phone", "en línea") == (row["value"], row["said"])


def test_an_online_request_without_a_visit_is_filed_under_online(chat: Chat) -> None:
    """So that it reaches whoever works online requests."""
    chat.walk("review", location="online", services="ketamine_infusion", infusion_visit="call_first")
    filed = summary(chat.flow, chat.conversation.answers)
    assert ("online", True) == (filed.location, filed.online)


def test_an_answer_whose_question_is_hidden_is_in_no_record(chat: Chat) -> None:
    """Even where a stored set of answers still holds it."""
    chat.walk("review", location="online")
    hidden = {**chat.conversation.answers, "location": chat.conversation.answers["who"]}
    assert "residence" not in [row["link_id"] for row in rows(chat.flow, hidden)]
