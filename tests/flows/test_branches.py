"""Questions that depend on answers: asked when called for, taken back when not, their answers archived."""

from chat import Chat

from flows.facts import Archived
from flows.record import rows


def shown_in_record(chat: Chat) -> list[str]:
    return [row["link_id"] for row in rows(chat.flow, chat.conversation.answers)]


def test_ketamine_before_asks_when_and_whether_it_was_finished(chat: Chat) -> None:
    """Two questions more for people who had infusions."""
    chat.walk("prior_treatments")
    chat.tap("Ketamine infusion", "Done")
    assert "last_infusion" == chat.state
    chat.say("about two months ago")
    assert "m1_to_3" == chat.value("last_infusion")
    assert "first_series" == chat.state


def test_spravato_is_no_ketamine_infusion(chat: Chat) -> None:
    """Esketamine opens no question about infusions."""
    chat.walk("prior_treatments", services="other_therapy")
    chat.tap("Spravato (esketamine)", "Done")
    assert "name" == chat.state


def test_typed_treatments_keep_the_words_and_the_medicines(chat: Chat) -> None:
    """Brand names become generic names beside the answer."""
    chat.walk("prior_treatments")
    chat.say("Zoloft and Prozac, and therapy for years")
    assert ("antidepressant", "psychotherapy") == chat.value("prior_treatments")
    answer = chat.conversation.answers["prior_treatments"]
    assert "Zoloft and Prozac, and therapy for years" == answer.said
    assert {"sertraline", "fluoxetine"} == set(dict(answer.detail)["antidepressants"])


def test_a_change_that_closes_a_branch_archives_its_answers(chat: Chat) -> None:
    """From online to a clinic: how and where one lives leave the answers, the record and the review."""
    chat.walk("review", location="online", services="ketamine_infusion")
    chat.tap("Location", "Sedona")
    archived = {fact.link_id: fact.answer.value for fact in chat.found(Archived)}
    assert {"remote": "video", "residence": "CA", "infusion_visit": "call_first"} == archived
    assert set() == {"remote", "residence", "infusion_visit"} & set(shown_in_record(chat))
    assert "review" == chat.state
    assert "California" not in chat.text


def test_a_whole_branch_falls_together(chat: Chat) -> None:
    """Refusing contact takes phone, e-mail, times and voicemail along, although voicemail hangs on the phone."""
    chat.walk("review")
    chat.tap("May we contact you", "No, I will reach out myself")
    assert {"phone", "email", "reach_when", "voicemail"} == {fact.link_id for fact in chat.found(Archived)}


def test_a_change_that_opens_a_branch_asks_it_before_the_review(chat: Chat) -> None:
    """From a clinic to online: the new questions come first, then the review."""
    chat.walk("review")
    chat.tap("Location", "Not near one: online or phone")
    assert "remote" == chat.state
    chat.tap("Either")
    chat.say("CA")
    assert "review" == chat.state


def test_an_archived_answer_does_not_come_back_by_itself(chat: Chat) -> None:
    """Whoever returns to the branch is asked again."""
    chat.walk("review", location="online")
    chat.tap("Location", "Sedona", "Location", "Not near one: online or phone")
    assert "remote" == chat.state
    assert chat.value("remote") is None


def test_an_answer_given_anew_replaces_the_old_one_in_the_record_only_once(chat: Chat) -> None:
    """One row a question, in the questionnaire's order."""
    chat.walk("review")
    chat.tap("Who this is for", "For someone I care for")
    listed = shown_in_record(chat)
    assert listed == list(dict.fromkeys(listed))
    assert [i for i in chat.flow.items if i in listed] == listed
