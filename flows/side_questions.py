"""Questions in the middle: answered from the clinic's article, or passed to the team; the open question comes back."""

from flows.events import Said, Tapped
from flows.facts import WroteToStaff
from flows.questionnaire import CONSENT, REVIEW, SUBMITTED
from flows.starting import begin
from flows.turn import Turn
from flows.understand.person_name import read_name

INTRODUCED_BY = 3
"""Words before a name: "my name is"."""
ASKED_LIMIT = 1_000
"""Characters of a question that is kept for staff."""


def asked_aside(turn: Turn, said: Said) -> bool:
    """Answer `said` where it is a question to us; False where it is not, and may fill the open question."""
    asked = turn.flow.questions.read(said.text)
    if not turn.c.asking and (not asked.is_question or _is_name(turn, said.text)):
        return False
    turn.c = turn.c.but(asking=False)
    if asked.answered_by == "content" and answer_topic(turn, asked.topic):
        if turn.c.state == SUBMITTED:
            turn.facts.append(WroteToStaff(said.text, "question"))
    elif asked.candidates:
        turn.lay_topics(asked.candidates, said.text[:ASKED_LIMIT])
    else:
        pass_on(turn, said.text)
    return True


def _is_name(turn: Turn, text: str) -> bool:
    """Where a name is asked for, a name written as one is one, however near to a question: Quinn, Will."""
    if turn.item is None or turn.item.reader != "name" or "?" in text:
        return False
    name = read_name(text).value
    return bool(name and name in text and len(text.split()) - len(name.split()) <= INTRODUCED_BY)


def answer_topic(turn: Turn, code: str) -> bool:
    """Give the clinic's own answer, then the open question again, unchanged; False where staff must answer."""
    text = turn.flow.topics.answer(code, turn.c.language, turn.flow.clinic, turn.now.date())
    if text is None:
        return False
    turn.freeze()
    turn.say("answer", text=text)
    _go_on(turn)
    return True


def pass_on(turn: Turn, text: str) -> None:
    """Leave a question to staff, and say so; before the consent to keep anything, it is not kept."""
    turn.freeze()
    if CONSENT not in turn.c.answers and not turn.c.lead:
        turn.say("question_later", phone=turn.flow.clinic.phone or "")
    else:
        turn.facts.append(WroteToStaff(text[:ASKED_LIMIT], "question"))
        if not turn.c.lead:
            turn.c = turn.c.but(questions=(*turn.c.questions, text[:ASKED_LIMIT]))
        turn.say("question_passed_on")
    _go_on(turn)


def topic_tapped(turn: Turn, tap: Tapped) -> bool:
    """One of the offered topics, or none of them."""
    if turn.c.card != "topics":
        return False
    asked = turn.c.said
    turn.c = turn.c.but(said="")
    if tap.verb == "topic" and tap.value in turn.flow.topics.by_code:
        if not answer_topic(turn, tap.value):
            pass_on(turn, asked)
    else:
        pass_on(turn, asked)
    return True


def _go_on(turn: Turn) -> None:
    if turn.item or turn.c.state == REVIEW:
        turn.show_again()
    elif turn.c.state != SUBMITTED:
        begin(turn)
