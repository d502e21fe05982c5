"""What is asked: the topic, who answers, and what is no question at all."""

from typing import Literal

import pytest

from flows.claims import own_claims
from flows.topics import Topics, own_topics
from flows.understand.question import Asked, Questions

Answerer = Literal["content", "staff", "none"]


@pytest.fixture(scope="module")
def topics() -> Topics:
    """The topic base that is shipped."""
    return own_topics(own_claims())


@pytest.fixture(scope="module")
def questions(topics: Topics) -> Questions:
    """A reader over it."""
    return Questions(topics)


def test_every_example_is_read_as_its_topic(topics: Topics, questions: Questions) -> None:
    """Whoever adds a wording to the topic base is understood by it."""
    strays = [
        (topic.code, phrase, questions.read(phrase).topic)
        for topic in topics.topics
        for phrase in (*topic.examples.en, *topic.examples.es)
        if questions.read(phrase).topic != topic.code
    ]
    assert [] == strays


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what even is ketamine", "what_is_ketamine"),
        ("How does ketamin help depresion", "how_it_works"),
        ("how many folks with depression never respond to normal treatment", "trd"),
        ("other than depression what's it for", "conditions_helped"),
        ("over how many weeks is the first round", "induction_schedule"),
        ("could i just do two and stop", "number_of_infusions"),
        ("after how many would I start noticing", "time_to_relief"),
        ("does everybody get better or only some", "results_vary"),
        ("how will I know if I need a booster", "booster_when"),
        ("booster infusions: how far apart", "booster_schedule"),
        ("once I feel good how long will it stay that way", "remission_duration"),
        ("so after 6 im cured right", "is_it_a_cure"),
        ("can out of staters get help from you", "online_phone"),
        ("which cities are you in", "locations"),
        ("whats that magnetic thing you do", "tms"),
        ("Who's this Marsha Linehan person", "dbt"),
        ("is this the old brain health place", "name_change"),
        ("can anyone else read this chat", "privacy"),
        ("q es la ketamina", "what_is_ketamine"),
        ("por que un anestesico ayuda para la depre", "how_it_works"),
        ("a qu\u00e9 le llaman depresi\u00f3n resistente", "trd"),
        ("cada cuanto van siendo las infuciones", "induction_schedule"),
        ("con cu\u00e1ntas infusiones se completa", "number_of_infusions"),
        ("qu\u00e9 tan luego se siente uno mejor", "time_to_relief"),
        ("de verdad le sirve a todo el mundo", "results_vary"),
        ("para qu\u00e9 son los refuerzos", "booster_when"),
        ("el mantenimiento es cada cu\u00e1ndo", "booster_schedule"),
        ("cu\u00e1nto aguanta uno sin que regrese la depresi\u00f3n", "remission_duration"),
        ("o sea que quedo curada para siempre", "is_it_a_cure"),
        ("atienden por videollamada?", "online_phone"),
        ("d\u00f3nde los encuentro", "locations"),
    ],
)
def test_the_clinics_own_words_answer(questions: Questions, text: str, topic: str) -> None:
    """However it is worded, and misspelt."""
    asked = questions.read(text)

    assert (topic, "content", True) == (asked.topic, asked.answered_by, asked.is_question)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how much is it?", "cost_insurance"),
        ("does insurance cover", "cost_insurance"),
        ("medicare?", "cost_insurance"),
        ("cu\u00e1nto cuesta", "cost_insurance"),
        ("acceptan aseguransa", "cost_insurance"),
        ("is ketamine adictive", "side_effects"),
        ("whats the infusion like", "side_effects"),
        ("marea? da v\u00f3mito?", "side_effects"),
        ("is it safe with lithum", "medical_advice"),
        ("can I eat before", "medical_advice"),
        ("will it work for me", "medical_advice"),
        ("am i eligable", "medical_advice"),
        ("soy hipertenso, puedo?", "medical_advice"),
        ("how soon could i get the first appointment", "scheduling"),
        ("I need to cancel tuesday", "scheduling"),
        ("a qu\u00e9 hora cierran", "scheduling"),
        ("how long does one infusion take", "session_length"),
        ("whats the address of the vegas office", "directions"),
        ("do you offer emdr", "other"),
        ("can i bring my dog", "other"),
    ],
)
def test_a_person_of_the_team_answers(questions: Questions, text: str, topic: str) -> None:
    """Cost, side effects, anything medical, appointments, and what nobody foresaw."""
    asked = questions.read(text)

    assert (topic, "staff", True) == (asked.topic, asked.answered_by, asked.is_question)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "?", "Zoloft and therapy", "Las Vegas", "Las Vegas?", "ketamine", "not sure", "yes", "no thank you",
        "what I tried: lexapro, tms", "how I feel is mostly numb", "when I was 20 I did ECT", "can't travel",
        "whichever is cheaper for me I guess, vegas", "did it in 2020", "is fine", "both", "maybe Santa Monica?",
        "my number is 310-555-0148", "had six infusions in 2022", "lexapro?", "stopped because of the side effects",
        "would like TMS please", "what worked best was Effexor", "I don't remember how many", "why not", "how are you?",
        "ninguno", "s\u00ed", "tom\u00e9 Prozac", "como le digo, estoy cansada", "es para mi esposo", "no s\u00e9",
        "no hay problema", "cuando ten\u00eda 15 a\u00f1os fui a terapia", "tuve seis infusiones y me ayud\u00f3",
        "me gustar\u00eda ketamina",
    ],
)  # fmt: skip
def test_an_answer_is_not_taken_for_a_question(questions: Questions, text: str) -> None:
    """It may fill the open question."""
    assert Asked("", "none") == questions.read(text)


@pytest.mark.parametrize(
    ("text", "topic", "answered_by"),
    [
        ("odds of it working", "results_vary", "content"),
        ("next available appt?", "scheduling", "staff"),
        ("u take blue shield", "cost_insurance", "staff"),
        ("any clinic near Pasadena", "locations", "content"),
        ("booster = 1 infusion or 2", "booster_schedule", "content"),
        ("se pone uno loco", "side_effects", "staff"),
        ("hep C treated, still ok?", "medical_advice", "staff"),
    ],
)
def test_a_fragment_asks_where_its_words_do(questions: Questions, text: str, topic: str, answered_by: str) -> None:
    """Thumbs leave out the asking word and the mark."""
    asked = questions.read(text)

    assert (topic, answered_by) == (asked.topic, asked.answered_by)


def test_a_side_word_brings_staff_but_does_not_name_the_topic(questions: Questions) -> None:
    """The bill is not what is asked about."""
    asked = questions.read("My mom pays the phone bill, so would she find out")

    assert ("privacy", "staff") == (asked.topic, asked.answered_by)


def test_an_answer_with_a_question_behind_it_is_a_question(questions: Questions) -> None:
    """The message that asks never fills an answer."""
    assert "cost_insurance" == questions.read("Santa Monica. how much is it").topic
    assert "online_phone" == questions.read("denver. do you do video?").topic


def test_a_near_miss_offers_topics(questions: Questions) -> None:
    """Nothing is near enough, so up to three topics with an answer of our own are offered; nothing is guessed."""
    asked = questions.read("do squirrels feel relief in winter")

    assert "staff" == asked.answered_by
    assert ("time_to_relief", "remission_duration") == asked.candidates


def test_nonsense_goes_to_staff_without_candidates(questions: Questions) -> None:
    """A question about nothing we know is passed on, and no button pretends to know it."""
    asked = questions.read("do the purple elephants whistle at midnight in the corridor?")

    assert ("other", "staff", ()) == (asked.topic, asked.answered_by, asked.candidates)


def test_asking_to_ask_brings_topics(questions: Questions) -> None:
    """ "I have a question" asks nothing yet; topics are offered."""
    asked = questions.read("I have a question")

    assert ("other", "none", 3) == (asked.topic, asked.answered_by, len(asked.candidates))


def test_the_reason_never_holds_the_persons_words(questions: Questions) -> None:
    """It is one of our rules or examples, so that it may be shown and counted."""
    asked = questions.read("is zanzibarium ok with the boosters for Rosalinda")

    assert asked.because
    assert "zanzibarium" not in asked.because
    assert "Rosalinda" not in asked.because


def test_a_topic_base_without_our_finer_topics_works(topics: Topics) -> None:
    """A rule for a topic that a clinic left out does not fire."""
    fewer = Topics(tuple(topic for topic in topics.topics if topic.code not in {"dbt", "dbt_details"}), topics.register)

    assert Questions(fewer).read("what is dbt").topic in fewer.by_code
