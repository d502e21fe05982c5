"""The evaluation sets are well formed, large enough, and the two splits share no line."""

import re
import unicodedata
from typing import Any

import pytest
import yaml
from evaluation_cases import DATA, KINDS, LANGUAGES, SPLITS, path_of, read_set, sets_of
from product_answers import ROOT

TREATMENTS = {
    "antidepressant",
    "other_medication",
    "psychotherapy",
    "dbt",
    "tms",
    "ect",
    "ketamine_infusion",
    "esketamine",
    "inpatient",
    "none",
    "unsure",
}
TOPICS = {
    "what_is_ketamine",
    "how_it_works",
    "trd",
    "conditions_helped",
    "induction_schedule",
    "number_of_infusions",
    "time_to_relief",
    "results_vary",
    "booster_when",
    "booster_schedule",
    "remission_duration",
    "is_it_a_cure",
    "online_phone",
    "locations",
    "tms",
    "dbt",
    "cost_insurance",
    "side_effects",
    "medical_advice",
    "scheduling",
    "privacy",
    "name_change",
    "other",
}
STAFF_ONLY = {"cost_insurance", "side_effects", "medical_advice", "scheduling"}
LOCATIONS = {"los_angeles", "santa_monica", "las_vegas", "sedona", "online", "ask"}
CRISES = {
    "active_ideation",
    "passive_ideation",
    "plan_or_means",
    "attempt",
    "self_harm",
    "goodbye",
    "harm_to_others",
    "danger_from_others",
    "someone_else",
}
LEAST = {
    "safety_en": 2850,
    "safety_es": 2500,
    "families_en": 1700,
    "families_es": 1700,
    "ordinary_en": 2700,
    "ordinary_es": 2300,
    "treatments_en": 240,
    "treatments_es": 130,
    "services_en": 75,
    "services_es": 50,
    "location_en": 260,
    "location_es": 120,
    "questions_en": 260,
    "questions_es": 150,
    "yes_no_en": 80,
    "yes_no_es": 80,
    "names_en": 55,
    "names_es": 50,
    "phone_en": 40,
    "phone_es": 20,
    "email_en": 30,
    "email_es": 20,
}


def cases_of(kind: str) -> list[dict[str, Any]]:
    return [case for one in sets_of(kind, SPLITS) for case in one.cases]


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", " ", "".join(char for char in plain if not unicodedata.combining(char))).strip()


def all_sets() -> list[tuple[str, str]]:
    return [(kind, language) for kind in KINDS for language in LANGUAGES if f"{kind}_{language}" in LEAST]


def split_sets() -> list[tuple[str, str]]:
    """Kinds and languages that are reported on with other lines than they are tuned with."""
    return [pair for pair in all_sets() if all(path_of(*pair, split).exists() for split in SPLITS)]


@pytest.mark.parametrize(("kind", "language"), all_sets())
def test_set_is_large_enough(kind: str, language: str) -> None:
    """Every kind has its lines, in both languages where it is not about one language's rules."""
    lines = sum(
        len(read_set(kind, language, split).cases) for split in SPLITS if path_of(kind, language, split).exists()
    )
    assert lines >= LEAST[f"{kind}_{language}"]


@pytest.mark.parametrize(("kind", "language"), split_sets())
def test_splits_share_no_line(kind: str, language: str) -> None:
    """What is tuned on is not what is reported on, letter case and punctuation aside."""
    tune, report = ([folded(text) or text for text in read_set(kind, language, split).texts] for split in SPLITS)
    assert set() == set(tune) & set(report) - one_word_answers(kind)


def one_word_answers(kind: str) -> set[str]:
    """Answers that everybody gives in the same words; they may stand in both splits."""
    return {"si", "sii", "yes", "no", "no gracias"} if kind in {"yes_no", "names", "email"} else set()


@pytest.mark.parametrize("path", sorted(DATA.glob("*.jsonl")), ids=lambda path: path.stem)
def test_file_has_one_line_a_text_and_no_text_twice(path: Any) -> None:
    """A file is named by kind, language and split, and repeats no text."""
    match = re.fullmatch(r"([a-z_]+)_(en|es)_(tune|report)", path.stem)
    assert match is not None
    texts = read_set(*match.groups()).texts
    assert len(texts) == len(set(texts))
    assert all(text.strip() for text in texts)


def test_safety_levels_and_categories_are_known() -> None:
    """A crisis has one of the crisis categories, and about half of the lines are a crisis."""
    cases = cases_of("safety")
    expected = sorted(CRISES)
    assert {"none", "support", "crisis", "not_crisis"} == {case["level"] for case in cases}
    assert expected == sorted({case["category"] for case in cases if case["level"] == "crisis"})
    assert set() == CRISES & {case["category"] for case in cases if case["level"] != "crisis"}
    assert 0.4 < sum(case["level"] == "crisis" for case in cases) / len(cases) < 0.6


def test_treatment_codes_are_known_and_agree_with_the_names() -> None:
    """A named antidepressant claims the code antidepressant; nothing is claimed and denied at once."""
    for case in cases_of("treatments"):
        claimed = set(case["treatments"])
        assert claimed <= TREATMENTS, case["text"]
        assert set(case["negated"]) <= TREATMENTS - claimed, case["text"]
        assert not case["antidepressants"] or "antidepressant" in claimed, case["text"]
        assert not case["other_medications"] or "other_medication" in claimed, case["text"]


def test_no_medicine_is_both_antidepressant_and_other() -> None:
    """A generic name has one role in all the sets."""
    cases = cases_of("treatments")
    antidepressants = {name for case in cases for name in case["antidepressants"]}
    assert set() == antidepressants & {name for case in cases for name in case["other_medications"]}


def test_services_are_the_clinics() -> None:
    """Every service code is one of the clinic file."""
    clinic = yaml.safe_load((ROOT / "flows" / "clinic.yaml").read_text("utf-8"))
    assert {service["code"] for service in clinic["services"]} >= {
        code for case in cases_of("services") for code in case["services"]
    }


def test_locations_are_known() -> None:
    """Every place accepts at least one known code, or being asked again."""
    for case in cases_of("location"):
        assert case["accept"], case["text"]
        assert set(case["accept"]) <= LOCATIONS, case["text"]


def test_questions_have_known_topics_and_answerers() -> None:
    """Medical, cost and scheduling questions never accept content; what is no question is answered by nobody."""
    for case in cases_of("questions"):
        assert case["topic"] is None or case["topic"] in TOPICS, case["text"]
        assert case["answered_by"], case["text"]
        assert set(case["answered_by"]) <= {"content", "staff", "none"}, case["text"]
        assert set(case.get("or_topics", [])) <= TOPICS | {None}, case["text"]
        assert case["topic"] not in STAFF_ONLY or "content" not in case["answered_by"], case["text"]
        assert case["topic"] is not None or case["answered_by"] == ["none"], case["text"]


def test_every_topic_is_asked_in_both_languages_and_splits() -> None:
    """No topic is left unmeasured."""
    for one in sets_of("questions", SPLITS):
        assert TOPICS | {None} == {case["topic"] for case in one.cases}, one.name


@pytest.mark.parametrize("kind", ["names", "phone", "email"])
def test_values_are_texts_or_nothing(kind: str) -> None:
    """A value is a text, and some lines have none."""
    values = [case["value"] for case in cases_of(kind)]
    assert None in values
    assert all(value is None or isinstance(value, str) for value in values)


def test_yes_no_has_all_three_values() -> None:
    """Yes, no and neither are all asked for."""
    assert {True, False, None} == {case["value"] for case in cases_of("yes_no")}


def test_phone_values_are_e164() -> None:
    """A phone number is kept as plus and digits."""
    values = [case["value"] for case in cases_of("phone") if case["value"] is not None]
    assert all(re.fullmatch(r"\+[1-9]\d{7,14}", value) for value in values)
