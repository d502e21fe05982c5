"""The parts questions are read with: clauses, word lists, rules, spelling, likeness."""

import pytest

from flows.claims import own_claims
from flows.topics import own_topics
from flows.understand.question.asking import asks
from flows.understand.question.clauses import clauses
from flows.understand.question.evidence import Evidence
from flows.understand.question.features import features, word_feature
from flows.understand.question.lexicon import Lexicon, phrases
from flows.understand.question.medicines import drug_names
from flows.understand.question.rules import GUARDS, TOLD, TOPICS, first_match, parse_rules
from flows.understand.question.signs import lexicon, only_names, signs
from flows.understand.question.spelling import Spelling
from flows.understand.question.stems import stem
from flows.understand.question.wordings import NOTHING_ASKED, more_wordings


def test_clauses_end_where_a_breath_is_taken() -> None:
    """Marks, dashes and new lines end a clause; short forms are written out; accents and hyphens go."""
    assert ["what", "is", "tms", "|", "do", "not", "call", "|"] == clauses("What's TMS?\nDon't call")
    assert ["que", "es", "|", "en", "linea", "|"] == clauses("\u00bfQu\u00e9 es?! \u2014 en l\u00ednea")
    assert ["500", "dollars", "|"] == clauses("500$")
    assert [] == clauses(" ?! ")


def test_phrases_are_found_wherever_they_stand() -> None:
    """Whole words, families of words, any one word, and the end of a clause."""
    lists = Lexicon({"cover": ["insur*", "co pay"], "mine": ["my * meds"], "end": ["how much |"]})

    assert [("cover", 1, 2)] == list(lists.find(["my", "insurance"]))
    assert [("cover", 0, 2)] == list(lists.find(["co", "pay"]))
    assert [("mine", 0, 3)] == list(lists.find(["my", "anxiety", "meds"]))
    assert [("end", 0, 3)] == list(lists.find(["how", "much", "|"]))
    assert [] == list(lists.find(["how", "much", "time", "co", "payer"]))
    assert ("a b", "c") == phrases("a\n  b, c")


def test_a_harmless_phrase_hides_what_lies_inside() -> None:
    """The success rate is no price."""
    assert "cost" in signs(clauses("what are your rates"))
    assert "cost" not in signs(clauses("what are the success rates"))


def test_rules_speak_of_word_lists_and_topics_that_exist() -> None:
    """A misspelt name in a rule would keep it silent for ever."""
    words = {"unknown_thing", "bare", "answering"} | {name for name, _, _ in _all_names()}
    known = own_topics(own_claims()).by_code
    for rule in (*parse_rules(GUARDS), *parse_rules(TOLD), *parse_rules(TOPICS)):
        assert rule.topic in known, rule.text
        assert rule.unless.union(*rule.groups) <= words, rule.text


def _all_names() -> list[tuple[str, int, int]]:
    """Every list name, found by walking the compiled lists."""
    names, nodes = [], [lexicon()._root]
    while nodes:
        node = nodes.pop()
        names += [(name, 0, 0) for name in node.names]
        nodes += node.after.values()
    return names


def test_the_first_rule_that_holds_wins() -> None:
    """Every group needs a sign, and none of the forbidden ones may be there."""
    rules = parse_rules("tms: a|b c -d\ndbt: a")

    assert "tms" == getattr(first_match(rules, {"b", "c"}), "topic", None)
    assert rules[1] is first_match(rules, {"a", "c", "d"})
    assert first_match(rules, {"c"}) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("insurence", "insurance"),
        ("bettr", "better"),
        ("cost", "cost"),
        ("xylophones", "xylophones"),
        ("costlyish", "costlyish"),
        ("12345", "12345"),
    ],
)
def test_one_slip_is_forgiven(word: str, expected: str) -> None:
    """What is known, short, of a known family or too far from everything stays as it is."""
    assert expected == Spelling({"insurance", "better", "cost"}, ("costly",)).correct(word)


def test_endings_are_taken_off() -> None:
    """In both languages, and never down to fewer than three letters."""
    assert stem("infusions") == stem("infusion")
    assert stem("tratamiento") == stem("tratamientos")
    assert "tms" == stem("tms")


def test_topics_are_ranked_by_what_their_wordings_hold() -> None:
    """What only one topic's wordings hold speaks for it, the more the oftener; what all hold alike says nothing."""
    evidence = Evidence(
        [
            ("a", frozenset({"wred", "whouse", "wthe"})),
            ("a", frozenset({"wred", "wbarn", "wthe"})),
            ("b", frozenset({"wblue", "wsea", "wthe"})),
            ("b", frozenset({"wsea", "wship", "wthe"})),
        ]
    )
    weights = {one.topic: one.weight for one in evidence.weigh({"wred", "wboat"})}

    assert ["a", "b"] == list(weights)
    assert weights["b"] < 0 < weights["a"]
    assert weights["a"] > evidence.weigh({"whouse"})[0].weight
    assert 0.2 > abs(evidence.weigh({"wthe"})[0].weight)
    assert [] == evidence.weigh({"wgreen"})


def test_features_hold_words_pairs_the_opening_and_signs() -> None:
    """Pairs keep the small words that stems leave out, none reaches over the end of a clause; signs stand in company."""
    found = features(["how", "often", "are", "boosters", "|", "and", "why", "|"], {"booster", "ask_pace"})
    word = word_feature("boosters")

    assert {word, "ohow", "phow often", "poften are", "mbooster", "cask_pace booster", f"bbooster {word[1:]}"} <= found
    assert [] == [feature for feature in found if "|" in feature or feature in {"ware", "sboost and", "pboost and"}]


def test_wordings_are_of_topics_that_exist_and_of_one_only() -> None:
    """A misspelt code would teach nothing, a wording under two codes would teach both the wrong thing."""
    owners: dict[tuple[str, ...], str] = {}
    known = own_topics(own_claims()).by_code
    for topic in known.values():
        owners |= dict.fromkeys((tuple(clauses(text)) for text in (*topic.examples.en, *topic.examples.es)), topic.code)
    strays = [
        (code, owner, text)
        for code, text in more_wordings()
        if (owner := owners.setdefault(tuple(clauses(text)), code)) != code
    ]

    assert set() == {code for code, _ in more_wordings()} - set(known) - {NOTHING_ASKED}
    assert [] == strays


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is tms", "yes"),
        ("after the series is over do i need more later", "yes"),
        ("i want to know the price", "yes"),
        ("price of an infusion", "yes"),
        ("let me talk to someone", "yes"),
        ("puedo ir ma\u00f1ana", "yes"),
        ("y para la ansiedad", "yes"),
        ("so after six i am well right", "maybe"),
        ("la consulta es gratis", "maybe"),
        ("boosters", "no"),
        ("what i took was zoloft", "no"),
        ("i do not remember how many", "no"),
        ("cuando era ni\u00f1o", "no"),
        ("did it twice", "no"),
    ],
)
def test_asking_is_told_from_telling(text: str, expected: str) -> None:
    """By how clauses begin and what stands in them."""
    if text == "boosters":
        assert "yes" == asks(clauses(text), False)
    else:
        assert expected == asks(clauses(text), False)


def test_a_mark_alone_only_leans_towards_a_question() -> None:
    """And a hedge takes even that away."""
    assert "maybe" == asks(clauses("zoloft?"), True)
    assert "no" == asks(clauses("Sedona, I think?"), True)


def test_names_alone_are_known() -> None:
    """Medicines, places and conditions with small words between them."""
    assert only_names(clauses("Zoloft or Lexapro, maybe"))
    assert not only_names(clauses("Zoloft or elephants"))


def test_medicines_come_from_the_shared_list() -> None:
    """Generic and brand names, Spanish ones too, without treatments and everyday words."""
    names = set(drug_names())

    assert {"sertraline", "zoloft", "sertralina"} <= names
    assert not {"same", "ketamine", "spravato"} & names
