"""Yes and no in many words."""

import pytest

from flows.understand.yes_no import read_yes_no

YES = """yes|y|Yeah|yep|yup|yess|yesss|sure|ok|okay fine|sounds good|I agree|i agree to that|of course|absolutely
go ahead|no problem|no worries|not a problem|not at all a problem, go ahead|why not|why not?|sure why not
I don't mind|uh huh|yes sir|that's right|by all means|please do|I think so|no wait yes|no, I mean yes
yes you can leave a message|\U0001f44d|\u2705|sí|si|SÍ|siii|sip|claro|claro que sí|por supuesto|acepto
de acuerdo|estoy de acuerdo|está bien|dale|vale|órale|simón|adelante|cómo no|¿cómo no?|¿por qué no?
no hay problema|sin problema|no me importa|con gusto|creo que sí|sí, por favor|así es"""
NO = """no|n|nope|Nah|nooo|no thanks|no thank you|not really|not at all|I'd rather not|prefer not to|absolutely not
never|of course not|please don't|please do not|I do not agree|not today thanks|no, but thanks|ok, no thanks
i dont think so|that's wrong|no way|hell no|no thanks I'm good|yes, no wait, no|\U0001f44e|\u274c|no gracias
mejor no|prefiero que no|claro que no|por supuesto que no|para nada|nunca|todavía no|no quiero|no acepto
no estoy de acuerdo|nel|creo que no|tampoco|de ninguna manera|no es correcto"""
NEITHER = """maybe|perhaps|not sure|I don't know|idk|it depends|yes and no|yeah no|what do you mean|why?|ok?
yes?|Tuesday
yes but not the clinic's name|yes, just don't say the clinic|yes unless I'm at work|no, unless it's urgent
yes without the name|only if it is free|I was in hospital and had no luck with meds
we tried yes therapy and then nothing else worked|I'm good|can I say no|do you say yes|hello there|12
\U0001f44d\U0001f44e|\U0001f600|quizás|tal vez|no sé|depende|a lo mejor|sí pero sin el nombre|sí y no|¿cómo?
martes|no entiendo|sí, solo por la tarde"""


def lines(listed: str) -> list[str]:
    return listed.replace("\n", "|").split("|")


@pytest.mark.parametrize("text", lines(YES))
def test_yes_in_many_words(text: str) -> None:
    """Each of these agrees."""
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", lines(NO))
def test_no_in_many_words(text: str) -> None:
    """Each of these declines."""
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", [*lines(NEITHER), "", "   "])
def test_doubt_conditions_and_other_talk_are_neither(text: str) -> None:
    """A condition changes the answer, so the person taps it."""
    assert read_yes_no(text) is None
