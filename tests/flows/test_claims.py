"""The register of claims: what counts as a number in a text, and which live row stands behind it."""

from datetime import date, timedelta

import pytest

from flows.claims import load_claims, numbers_in, own_claims
from flows.definition import DefinitionError

TODAY = date(2026, 11, 23)
ROW = """
claims:
  - id: six
    statement: A first series has six infusions.
    source: Clinic article
    reviewed_on: 2026-01-01
    review_by: 2027-01-01
    forms:
      en: ["six infusions"]
      es: ["seis infusiones"]
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("six infusions over two to three weeks", ["6", "2", "3"]),
        ("6 infusions over 2\u20133 weeks", ["6", "2", "3"]),
        ("about every other day", ["every other day"]),
        ("one in three people", ["one", "3"]),
        ("two infusions, one or two days apart", ["2", "one", "2"]),
        ("every month, or every six months", ["every month", "6"]),
        ("often within hours, some within an hour", ["within hours", "an hour"]),
        ("for more than half a century", ["half a century"]),
        ("twice a week, monthly, 90% of people", ["twice a week", "monthly", "90%"]),
    ],
)
def test_english_quantities_are_found(words: str, expected: list[str]) -> None:
    """Numerals, number words and quantities without a number."""
    assert expected == [number.words for number in numbers_in(words, "en")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("seis infusiones en dos a tres semanas", ["6", "2", "3"]),
        ("un d\u00eda s\u00ed y otro no, o cada dos d\u00edas", ["un dia", "2"]),
        ("una de cada tres personas", ["una", "3"]),
        ("cada mes o cada seis meses", ["cada mes", "6"]),
        ("en menos de una hora", ["una hora"]),
        ("m\u00e1s de medio siglo", ["medio siglo"]),
        ("uno o dos d\u00edas", ["uno", "2"]),
    ],
)
def test_spanish_quantities_are_found(words: str, expected: list[str]) -> None:
    """The same in Spanish."""
    assert expected == [number.words for number in numbers_in(words, "es")]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Not near one of our clinics, and none is near: which one suits you?", "en"),
        ("This one is for someone you care for.", "en"),
        ("{{ number }} of {{ total }}", "en"),
        ("Una infusi\u00f3n es para una persona; uno decide.", "es"),
        ("Elija una de las cl\u00ednicas.", "es"),
    ],
)
def test_pronouns_articles_and_variables_are_no_numbers(words: str, language: str) -> None:
    """ "One of our clinics" counts nothing."""
    assert () == numbers_in(words, language)


def test_a_number_comes_with_its_noun() -> None:
    """What is counted is told beside the number."""
    (six,) = numbers_in("six ketamine infusions", "en")

    assert ("6", "infusions") == (six.words, six.noun)


@pytest.mark.parametrize(
    ("words", "language"), [("six infusions", "en"), ("6 infusions", "en"), ("seis infusiones", "es")]
)
def test_a_worded_claim_stands_behind_its_number(words: str, language: str) -> None:
    """Digits and words are the same number."""
    assert [("six",)] == [ids for _, ids in load_claims(ROW).behind(words, language, TODAY)]


def test_an_invented_number_has_nothing_behind_it() -> None:
    """Seven infusions are nobody's claim, and six sessions are not worded so in this register."""
    assert [(), ()] == [ids for _, ids in load_claims(ROW).behind("seven infusions, six sessions", "en", TODAY)]


def test_a_stale_claim_stands_behind_nothing() -> None:
    """A claim that was not reviewed again in time is as good as none."""
    register = load_claims(ROW)

    assert register.by_id["six"].is_live(TODAY)
    assert [()] == [ids for _, ids in register.behind("six infusions", "en", date(2027, 1, 1))]


def test_every_claim_of_ours_is_live_for_a_year_after_its_review() -> None:
    """Nothing goes silent soon after it was reviewed."""
    assert [] == [
        claim.id for claim in own_claims().claims if not claim.is_live(claim.reviewed_on + timedelta(days=365))
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("2027-01-01", "2025-01-01", "review_by must be later"),
        ('six infusions"]', 'six (infusions"]', "no regular expression"),
        ("    source: Clinic article\n", "", "source"),
        ("claims:", "claims:\n" + ROW.split("claims:\n")[1], "used twice"),
        ("reviewed_on: 2026-01-01", "reviewed_on: lately", "reviewed_on"),
    ],
)
def test_a_bad_register_is_refused(old: str, new: str, reason: str) -> None:
    """With the file and the reason."""
    with pytest.raises(DefinitionError, match=f"claims.yaml:\\d+.*{reason}"):
        load_claims(ROW.replace(old, new, 1))
