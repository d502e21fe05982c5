"""How far what a rule found is believed: outright words always, others together with the words around them."""

import pytest

from flows.resources import read_yaml
from flows.understand.question.wordings import wordings_in
from flows.understand.safety import Level, assess

CHATTER = (
    "Hello, I have Blue Cross and live near the Las Vegas clinic. Is parking free? Mornings suit me, my sister drives. "
)
GRAVE = {
    "I feel suicidal after infusions is that normal",
    "can you overdose",
    "si digo que he pensado en hacerme daño van a llamar a la policía?",
}
CHARLA = (
    "Hola, tengo seguro y vivo cerca de la clínica. ¿Hay estacionamiento? Puedo por las mañanas, me lleva mi hermana. "
)


@pytest.mark.parametrize(
    ("around", "words"),
    [
        (CHATTER, "I want to kill myself."),
        (CHATTER, "I feel suicidal."),
        (CHATTER, "I keep thinking about ending my life."),
        (CHATTER, "My husband hits me."),
        (CHARLA, "Me quiero matar."),
        (CHARLA, "Quiero morirme."),
        (CHARLA, "Ando con ideas de suicidio."),
        (CHARLA, "Mi hijo se quiere matar."),
    ],
)
@pytest.mark.parametrize("shape", ["{0}{1}", "{1} {0}", "{0}{1} {0}", "{0}{0}{1} {0}{0}"])
def test_harmless_words_around_it_outweigh_no_outright_word(around: str, words: str, shape: str) -> None:
    """However much is said beside it."""
    assert Level.CRISIS == assess(shape.format(around, words)).level


@pytest.mark.parametrize(
    ("around", "words"),
    [
        (CHATTER, "I'd be glad if my heart stopped tonight."),
        (CHATTER, "She swallowed all her pills and won't wake up."),
        (CHATTER, "The note is on the table and the dog is with Ann, goodbye."),
        (CHARLA, "Ojalá mi corazón se pare esta noche."),
        (CHARLA, "Me encierra y me quitó el pasaporte."),
    ],
)
def test_a_crisis_in_one_sentence_is_not_thinned_out_by_the_others(around: str, words: str) -> None:
    """Each sentence is judged by itself as well."""
    assert Level.CRISIS == assess(f"{around}{words} {around}").level


@pytest.mark.parametrize(
    ("crisis", "calm"),
    [
        ("Symptoms: low mood, insomnia, suicidal thoughts without plan", "insomnia, low mood, no suicidal thoughts"),
        ("low mood and suicidal thoughts", "low mood and bad sleep"),
        ("referred by my therapist because of suicidal ideation", "referred by my therapist because of insomnia"),
        ("motivo: insomnio, ansiedad y pensamientos suicidas", "ansiedad e insomnio, sin ideas suicidas"),
    ],
)
def test_symptoms_beside_it_take_no_crisis_back(crisis: str, calm: str) -> None:
    """A list of symptoms is an everyday answer, but not with thoughts of suicide in it."""
    assert (Level.CRISIS, True) == (assess(crisis).level, Level.CRISIS != assess(calm).level)


@pytest.mark.parametrize(
    "text",
    [
        "The form asks about firearms in the home, why do you need that?",
        "Would sell my left arm for a full night's sleep",
        "a esa hora la autopista es la muerte, ¿puede ser a las 11?",
        "¿cuánta gente se suicida al año en México? salió en la clase",
    ],
)
def test_a_rule_that_the_other_words_speak_against_rings_no_alarm(text: str) -> None:
    """A rule that is not of the outright ones is weighed with the words around what it found."""
    assert Level.CRISIS != assess(text).level


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_people_ask_the_clinic_rings_no_alarm(language: str) -> None:
    """Of the questions that the bot knows, only those that speak of one's own death or danger do."""
    examples = [phrase for topic in read_yaml("topics.yaml")["topics"] for phrase in topic["examples"][language]]
    asked = [*examples, *(line for _, line in wordings_in(language))]

    assert len(asked) > 1000
    assert set() == {text for text in asked if assess(text).level is Level.CRISIS} - GRAVE
