"""The topic base: complete, well founded, and refused where it is not."""

import re
from datetime import date

import pytest

from flows.claims import own_claims
from flows.clinic import Clinic
from flows.definition import DefinitionError, parse
from flows.resources import read_text
from flows.topics import HANDED_OVER, Topics, listed, load_topics, own_topics

TODAY = date(2026, 11, 23)
ASKED_ABOUT = frozenset(
    {
        "what_is_ketamine", "how_it_works", "trd", "conditions_helped", "induction_schedule", "number_of_infusions",
        "time_to_relief", "results_vary", "booster_when", "booster_schedule", "remission_duration", "is_it_a_cure",
        "online_phone", "locations", "tms", "dbt", "cost_insurance", "side_effects", "medical_advice", "scheduling",
        "privacy", "name_change", "other",
    }
)  # fmt: skip
OURS = read_text("topics.yaml")


@pytest.fixture(scope="module")
def topics() -> Topics:
    """The topic base that is shipped."""
    return own_topics(own_claims())


@pytest.fixture(scope="module")
def clinic() -> Clinic:
    """The clinic that is shipped."""
    return parse(read_text("clinic.yaml"), "clinic.yaml", Clinic)


def test_everything_people_are_known_to_ask_has_a_topic(topics: Topics) -> None:
    """The broad topics are exactly these; finer ones are counted under one of them."""
    assert ASKED_ABOUT == {topics.counted_as(topic.code) for topic in topics.topics}


def test_medical_and_money_matters_are_left_to_staff(topics: Topics) -> None:
    """No answer of our own exists that could slip out."""
    assert all(topics.by_code[code].answered_by == "staff" and not topics.by_code[code].answer for code in HANDED_OVER)


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_topic_has_many_wordings(topics: Topics, language: str) -> None:
    """A dozen ways of asking at the least, in each language."""
    few = [topic.code for topic in topics.topics if len(getattr(topic.examples, language)) < 12]

    assert [] == few


@pytest.mark.parametrize("language", ["en", "es"])
def test_answers_are_short(topics: Topics, clinic: Clinic, language: str) -> None:
    """One to four sentences, and no placeholder is left in them."""
    for topic in topics.topics:
        answer = topics.answer(topic.code, language, clinic, TODAY)
        if topic.answered_by == "content":
            assert answer
            assert "{" not in answer
            assert 1 <= len(re.findall(r"[.?](?=\s|$)", answer.replace("Dr.", "").replace("M.", ""))) <= 4, topic.code
        else:
            assert answer is None


def test_the_answer_names_the_clinics_own_places(topics: Topics, clinic: Clinic) -> None:
    """Locations come from the clinic's data, in the person's language."""
    moved = clinic.model_copy(update={"locations": clinic.locations[:1]})

    assert "Los Angeles, Santa Monica, Las Vegas and Sedona." in (topics.answer("locations", "en", clinic, TODAY) or "")
    assert "Los Angeles, Santa Monica, Las Vegas y Sedona." in (topics.answer("locations", "es", clinic, TODAY) or "")
    assert "Our clinics are in Los Angeles." in (topics.answer("locations", "en", moved, TODAY) or "")


def test_services_are_named_as_inside_a_sentence(topics: Topics, clinic: Clinic) -> None:
    """ "ketamine infusion, TMS", and "not sure yet" is no service."""
    answer = topics.answer("services_offered", "en", clinic, TODAY) or ""

    assert "ketamine infusion, TMS, DBT and other therapy." in answer
    assert "not sure yet" not in answer.split(".")[0]


def test_an_answer_on_a_stale_claim_is_left_to_staff(topics: Topics, clinic: Clinic) -> None:
    """Nobody reviewed it in time, so nobody is told it."""
    last = max(claim.review_by for claim in topics.register.claims)

    assert topics.answer("trd", "en", clinic, last) is None


@pytest.mark.parametrize(
    ("names", "language", "expected"),
    [
        (["Sedona"], "en", "Sedona"),
        (["a", "b", "c"], "en", "a, b and c"),
        (["TMS", "DBT"], "es", "TMS y DBT"),
        (["Reno", "Irvine"], "es", "Reno e Irvine"),
        (["agua", "hielo"], "es", "agua y hielo"),
    ],
)
def test_names_are_listed_as_people_say_them(names: list[str], language: str, expected: str) -> None:
    """ "and", "y", and "e" before the sound of "i"."""
    assert expected == listed(names, language)


def test_titles_fit_a_button(topics: Topics) -> None:
    """Three of them share a narrow screen."""
    assert "What is TMS?" == topics.title("tms", "en")
    assert "\u00bfQu\u00e9 es la TMS?" == topics.title("tms", "es")
    assert 24 >= max(len(topics.title(topic.code, language)) for topic in topics.topics for language in ("en", "es"))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("claims: [dbt_meaning]", "claims: [dbt_is_best]", "dbt rests on the claim dbt_is_best"),
        ("claims: [dbt_meaning]", "claims: []", "needs an answer and the claims"),
        ('es: "\u00bfQu\u00e9 es la DBT?"}', "}", "title.es: is missing"),
        ('"What is DBT?"', '"What in the world is this DBT?"', "at most 24"),
        ("are in {locations}", "are in {places}", "places"),
        ("        - what is dbt\n", "        - what is tms\n", "'what is tms' is an example of both tms and dbt"),
        ("  - code: dbt\n", "  - code: tms\n", "a topic's code is used twice"),
        ("within: dbt\n", "within: dtb\n", "no topic of its own"),
        ("  - code: cost_insurance\n", "  - code: money\n", "cost_insurance must be there"),
        ("answered_by: staff", "answered_by: content", "needs an answer"),
        ("topics:", "topics: {", "not valid YAML"),
    ],
)
def test_a_bad_topic_base_is_refused(old: str, new: str, reason: str) -> None:
    """With the file, the line and the reason."""
    assert old in OURS
    with pytest.raises(DefinitionError, match=rf"topics.yaml:\d+: .*{re.escape(reason)}"):
        load_topics(OURS.replace(old, new, 1), own_claims())


def test_an_unknown_claim_is_told_with_its_topics_line() -> None:
    """The line is the one where the topic begins."""
    line = OURS.splitlines().index("  - code: dbt") + 1

    with pytest.raises(DefinitionError, match=f"topics.yaml:{line}: "):
        load_topics(OURS.replace("claims: [dbt_meaning]", "claims: [none]"), own_claims())
