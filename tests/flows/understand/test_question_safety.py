"""Nothing medical, nothing about cost, side effects or fitness gets an answer of our own, however it is dressed."""

import pytest

from flows.claims import own_claims
from flows.topics import own_topics
from flows.understand.question import Questions

TOPICS = own_topics(own_claims())
QUESTIONS = Questions(TOPICS)
RIDERS = {
    "en": (
        "while on lithium", "if I'm pregnant", "and how much does it cost", "with high blood pressure",
        "and is it safe", "and am I a candidate", "or will it hurt me", "can I do it with my meds",
        "since I'm 72", "and can I drive after",
    ),
    "es": (
        "si tomo litio", "y cu\u00e1nto cuesta", "estando embarazada", "y es seguro", "si tengo presi\u00f3n alta",
        "y soy candidato", "y qu\u00e9 dosis dan", "y puedo manejar despu\u00e9s",
    ),
}  # fmt: skip
DISGUISED = """
my gut has been off, would this make it act up
can someone with a hernia sit through this
does it affect your period
how long until I can get behind the wheel
how soon after surgery can I start
is it possible to spread my six infusions over two months instead
can I get boosters more often than monthly
if I do boosters for years does that rot something
is every other day rough or do people bounce right back
feel better in an hour sure but what else do I feel in that hour
better to do DBT first or go straight to ketamine
if I come for a booster each month is there a package rate
how long does it stay in your system
what would rule me out
una cervecita en la noche no hace nada verdad
me pueden hacer las seis antes de mi viaje en marzo
en cu\u00e1nto anda el tratamiento completo
no es mucho para el cuerpo un d\u00eda s\u00ed y otro no
aparte de sentirme mejor, qu\u00e9 otra cosa voy a sentir ese d\u00eda
cu\u00e1nto rato dura uno ah\u00ed conectado
how many infusions can someone with COPD get
what happens to my Xanax prescription during the six infusions
is every other day too much for a 60 year old
how quickly will it work with my bipolar meds
is three months normal for someone taking lamictal
how often can you do ketamine before it damages you
does the relief last longer with a higher dose
How long do hallucinations last
what does the ketamine do to your heart
how many times before you get addicted
how soon can I drink after an infusion
do boosters hurt
how long should I wait to drive after each of the six
what if I take a Klonopin before my infusion
would it work on someone with autism
how likely am I to get better
is TMS safer than ketamine
how many infusions until I can stop my meds
will I relapse into drinking if I do ketamine
how expensive are boosters
what would I owe per booster
how many sessions does Medicare allow
is the online option cheaper
can someone who had a stroke use it for chronic pain
is ketamine ok for anxiety if I have a heart condition
is it normal to feel worse after the third infusion
i feel dizzy since my last infusion is that normal
Is ketamine infusion right for PTSD like mine
my husband is on suboxone, how does the ketamine work with that
will ketamine show on a work drug screen
can ketamine make bipolar worse
do I need a booster? I feel low again
is it time for my booster, I had my last one in May
my depression is back, should I come in
I weigh 300 pounds how many infusions
can I do infusions every day instead of every other
my psychiatrist has me on Trintellix, how far apart would infusions be
how many infusions before it becomes risky
will my tinnitus get louder from ketamine
are six infusions too much for my body
does an empty stomach make it work faster
who shouldn't get ketamine
Am I awake
I only have $500, how many infusions is that
do I have to have TRD to get ketamine
what results should I expect with my history
how long would it last for me personally
I've tried 2 meds, is that enough to be considered TRD
how far apart are infusions if I take Zanzibarium
cu\u00e1ntas infusiones puedo si tomo litio
cada cu\u00e1nto puedo ponerme refuerzos si soy diab\u00e9tico
cu\u00e1nto dura el mareo
el refuerzo duele
cu\u00e1ntas infusiones cubre el seguro
mi mam\u00e1 tiene 75, cu\u00e1ntas infusiones aguanta
a mi edad todav\u00eda funciona
voy a poder dejar el prozac con esto
qu\u00e9 dosis de refuerzo ponen
la ketamina es mala para los nervios
me voy a sentir raro en la infusi\u00f3n
sale m\u00e1s barato en l\u00ednea
es malo hacerlo cada mes
cu\u00e1nto tiempo dura el viaje
en cu\u00e1nto me salen los refuerzos
cu\u00e1ntas necesito yo si llevo a\u00f1os deprimida
""".strip().splitlines()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_rider_takes_every_harmless_question_to_staff(language: str) -> None:
    """Whatever our own words could answer, they do not once a medical or money matter rides along."""
    answered = [
        text
        for topic in TOPICS.topics
        if topic.answered_by == "content"
        for example in getattr(topic.examples, language)
        for rider in RIDERS[language]
        for text in (f"{example} {rider}", f"{example}? {rider}?", f"{rider}, {example}?")
        if QUESTIONS.read(text).answered_by == "content"
    ]
    assert [] == answered


@pytest.mark.parametrize("text", DISGUISED)
def test_a_disguised_question_is_left_to_staff(text: str) -> None:
    """It sounds like schedule, duration or effect, and is not."""
    assert "staff" == QUESTIONS.read(text).answered_by


@pytest.mark.parametrize(
    "slip", ["lithum", "zolof", "prozak", "preganant", "insurence", "medcation", "seizurs", "alchohol"]
)
def test_a_slip_of_the_finger_opens_no_gap(slip: str) -> None:
    """A misspelt danger is one all the same."""
    assert "staff" == QUESTIONS.read(f"how many infusions can I have with {slip}").answered_by


@pytest.mark.parametrize(
    "text",
    [
        "had a stroke in 2020", "pregnant, 14 weeks", "AFib and a blood thinner", "lupus", "got hives from propofol",
        "me operaron del coraz\u00f3n hace 2 a\u00f1os", "estamos buscando beb\u00e9", "padezco de h\u00edgado graso",
    ],
)  # fmt: skip
def test_what_is_told_of_health_reaches_staff(text: str) -> None:
    """Though nothing is asked, and no question of ours asks for it."""
    assert ("medical_advice", "staff") == (QUESTIONS.read(text).topic, QUESTIONS.read(text).answered_by)


@pytest.mark.parametrize(
    "text",
    ["Ms Shanice Carter", "Huntington Park", "I was on Zoloft for two years", "Las Vegas works for me", "la dej\u00e9"],
)
def test_what_answers_a_question_of_ours_is_left_to_it(text: str) -> None:
    """Names, places and treatments had are no message about health."""
    assert "none" == QUESTIONS.read(text).answered_by


def test_words_that_no_wording_holds_keep_our_own_words_back() -> None:
    """They may be the point, so the nearest topics are offered instead."""
    plain, strange = "how often are boosters", "how often are boosters if glorbix quandles the frobnitz"

    assert "content" == QUESTIONS.read(plain).answered_by
    assert ("booster_schedule", "staff") == (QUESTIONS.read(strange).topic, QUESTIONS.read(strange).answered_by)
    assert "booster_schedule" in QUESTIONS.read(strange).candidates


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how long does the tms effect last", "tms_details"),
        ("cuándo se empieza a notar mejoría con la estimulación magnética", "tms_details"),
        ("after how many weeks does dbt work", "dbt_details"),
    ],
)
def test_what_holds_for_ketamine_is_not_said_of_another_treatment(text: str, topic: str) -> None:
    """How soon and how long is another matter for each treatment."""
    asked = QUESTIONS.read(text)

    assert (topic, "staff") == (asked.topic, asked.answered_by)


@pytest.mark.parametrize(
    "text", ["does ketamine help with ocd", "is it for PTSD or for bulimia too", "¿sirve para el TDAH?"]
)
def test_of_other_conditions_than_the_four_our_own_words_say_nothing(text: str) -> None:
    """The article names depression, anxiety, chronic pain and PTSD; what else the clinic treats, the team tells."""
    asked = QUESTIONS.read(text)

    assert ("other_conditions", "staff") == (asked.topic, asked.answered_by)


@pytest.mark.parametrize(
    "text",
    [
        "how many times can someone do this before it starts damaging something",
        "how long until the weird floaty feeling goes away",
        "how long before I can pick up my baby and nurse again after an infusion",
        "can I get a booster if I did my first series somewhere else",
        "How long does it last? The appointment I mean, I have to tell my boss.",
        "what is the success rate on tms compared to ketamine",
    ],
)
def test_what_only_looks_like_a_topic_of_ours_goes_to_staff(text: str) -> None:
    """Its words are those of a schedule or an effect, but it asks of the body, of another series or of the visit."""
    assert "staff" == QUESTIONS.read(text).answered_by
