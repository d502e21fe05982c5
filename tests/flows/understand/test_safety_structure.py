"""What tells a crisis from words that only sound like one: clauses, negation, who, when, figures of speech, disguises."""

import pytest

from flows.understand.safety import Level, assess


def level(text: str) -> Level:
    return assess(text).level


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "ah want tae be deid, cannae dae this",
        "thinkin bout jumpin off the overpass",
        "everyone would be better off without me",
        "I hope I don't wake up tomorrow",
        "i know which bridge",
        "got enough fentanyl to end it",
        "I tried to hang myself yesterday but the rope broke",
        "been cutting my thighs again",
        "tell my mom it wasnt her fault. goodbye",
        "next time i see him im putting a bullet in him",
        "my husband put his hands around my throat last night",
    ],
)
def test_the_writers_own_crisis_is_seen(text: str) -> None:
    assert level(text) is Level.CRISIS


@pytest.mark.parametrize("after", ["", " lol", ", is that normal?", " for years now and its getting worse", ". help"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "I watched a movie about it and ",
        "my wife doesn't know but ",
        "I used to be fine but now ",
        "is this private? ",
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "I want to kill myself",
        "I have been thinking about taking my own life",
        "im suicidal",
        "I keep thinking about suicide",
        "I wrote a suicide note",
        "I cut myself last night",
        "my son wants to die",
        "my husband hits me",
    ],
)
def test_what_stands_around_it_hides_no_crisis(before: str, words: str, after: str) -> None:
    assert level(before + words + after) is Level.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to hurt anyone else, I just want to kill myself",
        "no i never did TMS. i want to die.",
        "I don't have a plan but I do think about killing myself",
        "I don't want to kill myself but I might",
        "not suicidal but i wouldnt be sad if i just didnt wake up one day",
        "I do not want to live anymore",
        "I haven't killed myself yet",
    ],
)
def test_a_negation_clears_its_own_clause_only(text: str) -> None:
    assert level(text) is Level.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "I am not suicidal, just tired",
        "no thoughts of hurting myself or anyone else",
        "Self harm: no. Suicidal thoughts: no.",
        "suicidal never, anxious always",
        "not actively or passively suicidal",
        "I would never hurt my kids",
        "he has never hit me",
        "I have no access to guns",
    ],
)
def test_what_is_denied_is_no_crisis(text: str) -> None:
    assert level(text) is not Level.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "my daughter says she wants to die",
        "my brother texted that he has pills and a bottle of vodka and now his phone is off",
        "She told me the children and I would be better off without her",
        "found my daughters suicide note",
        "he asked me if it hurts to die",
    ],
)
def test_somebody_elses_crisis_is_one(text: str) -> None:
    found = assess(text)
    assert found.level is Level.CRISIS
    assert "someone_else" in found.categories


@pytest.mark.parametrize(
    "text",
    [
        "I attempted suicide in 2009 and am doing well since",
        "used to cut in high school, havent in over ten years",
        "My ex-husband used to hit me, we divorced ten years ago",
        "Back in lockdown I used to wish I wouldn't wake up. That's passed.",
        "my brother killed himself in 2016, that's when it started",
        "my best friend took her own life last year",
    ],
)
def test_a_past_that_is_over_and_the_dead_ask_for_a_soft_word(text: str) -> None:
    assert level(text) is Level.SUPPORT


@pytest.mark.parametrize(
    "text",
    [
        "I attempted in 2009 and again last night",
        "I wish the overdose in 2019 had killed me",
        "I was suicidal years ago and it is back now",
    ],
)
def test_a_past_that_comes_back_is_a_crisis(text: str) -> None:
    assert level(text) is Level.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "this traffic is killing me lol",
        "my boss would kill me if I missed another day",
        "I could murder a burger",
        "the form won't let me go back",
        "can you take me off the list",
        "7pm is too late for me",
        "did you get my last message",
        "i slept badly last night",
        "what's the easiest way to pay",
        "my son will take me home after",
        "I'm not an existing patient",
        "tomorrow is it open",
        "when can i get in?",
        "i'll be free on tuesdays",
        "do I take the pill before",
    ],
)
def test_figures_of_speech_and_everyday_words_are_left_alone(text: str) -> None:
    assert level(text) is Level.NONE


@pytest.mark.parametrize(
    "text",
    [
        "su1c1dal. thats the honest answer",
        "k i l l myself",
        "wnat to kil myself",
        "i w@nt to d1e",
        "I don’t want to be here anymore",
        "iwanttodie",
        "fresh c*ts all over my stomach",
        "KILL. MY. SELF.",
    ],
)
def test_disguises_are_seen_through(text: str) -> None:
    assert level(text) is Level.CRISIS


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Level.CRISIS, "took 60 pills"),
        (Level.CRISIS, "I took 30 Benadryl and my heart is racing"),
        (Level.CRISIS, "how many xanax does it take to die"),
        (Level.NONE, "I take 8 pills a day for my heart"),
        (Level.NONE, "my daughter takes 20mg prozac"),
        (Level.NONE, "took a whole benadryl and slept fine"),
        (Level.NONE, "I've taken a lot of antidepressants over the years"),
    ],
)
def test_doses_are_told_from_overdoses(expected: Level, text: str) -> None:
    assert expected is level(text)


@pytest.mark.parametrize(
    "text",
    [
        "do you treat suicidal patients",
        "does ketamine reduce suicidal thoughts",
        "I work as a crisis counselor, burned out",
        "I watched a documentary about suicide last night",
        "what happens if someone says they're suicidal, do you call the police",
    ],
)
def test_a_question_or_work_about_the_subject_is_no_crisis(text: str) -> None:
    assert level(text) is not Level.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "i eat because they make me. i breathe because it happens",
        "i think my family is waiting for me to be gone so they can start living",
    ],
)
def test_many_small_signs_are_weighed_where_no_rule_speaks(text: str) -> None:
    """No rule knows the phrase; its words weigh enough together."""
    found = assess(text)
    assert ("many_signs",) == found.categories
    assert found.level is not Level.NONE


def test_spanish_is_not_weighed_by_english_words() -> None:
    """The weights were learned from English lines."""
    assert Level.NONE is level("mi hijo me lleva a la clinica el lunes")
