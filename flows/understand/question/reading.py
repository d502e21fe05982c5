"""What a message asks: the topic, and whether the clinic's own words or a person of the team answer it."""

from itertools import pairwise

from flows.topics import OTHER, Topics
from flows.understand.ordinary import ordinary_words
from flows.understand.question.asked import NOTHING, Asked
from flows.understand.question.asking import Asks, asks, leans
from flows.understand.question.clauses import clauses
from flows.understand.question.common_words import COMMON
from flows.understand.question.evidence import Evidence, Weighed
from flows.understand.question.features import features, word_feature
from flows.understand.question.lexicon import word_set
from flows.understand.question.rules import (
    ABOUT_HEALTH,
    GUARDS,
    TOLD,
    TOPICS,
    Rule,
    first_match,
    narrowed,
    parse_rules,
)
from flows.understand.question.signs import known_beginnings, known_words, only_names, signs
from flows.understand.question.spelling import Spelling
from flows.understand.question.stems import STOP_WORDS
from flows.understand.question.weighing import NAMES_OURS, Weighing
from flows.understand.question.wordings import NOTHING_ASKED, more_wordings

RULE_WEIGHT = 1.0
"""What a rule adds to the weight of its topic."""
_SHORT = 7
_TOLD_LONGEST = 18
_BARE = 4
_HELD = word_set("with on take taking takes have has had got having con tomo tomando tengo tiene padezco uso")
_ANSWERING = frozenset({"psychiatric", "elsewhere", "tms", "dbt"})
"""Signs of treatments that one names when asked what was tried."""
_SHORTEST_THING = 5
_SHORTEST_STRANGE = 3


class Questions:
    """Reads questions against a topic base; build it once, it is safe across threads."""

    def __init__(self, topics: Topics) -> None:
        self._topics = topics
        examples = [
            (topic.code, phrase) for topic in topics.topics for phrase in (*topic.examples.en, *topic.examples.es)
        ]
        more = [pair for pair in more_wordings() if pair[0] in topics.by_code or pair[0] == NOTHING_ASKED]
        worded = [(code, clauses(phrase)) for code, phrase in (*examples, *more)]
        spoken = {word for _, words in worded for word in words}
        self._spelling = Spelling(spoken | known_words() | COMMON | ordinary_words(), known_beginnings())
        self._guards, self._told, self._rules = map(self._known, (GUARDS, TOLD, TOPICS))
        self._wordings = {tuple(clauses(phrase)): (code, phrase) for code, phrase in examples}
        self._evidence = Evidence((code, features(words, signs(words))) for code, words in worded)
        self._weighing = Weighing(topics)

    def read(self, text: str) -> Asked:
        """What `text` asks; deterministic, and a medical, cost or side-effect question never gets a content answer."""
        words = [self._spelling.correct(word) for word in clauses(text)]
        if not words:
            return NOTHING
        asking, found = asks(words, leans(text)), self._signs(words)
        same = self._wordings.get(tuple(words))
        guard = first_match(self._guards, found)
        if same and (asking != "no" or same[0] not in NAMES_OURS):
            exact = self._asked(*same)
            return self._asked(guard.topic, guard.text) if guard and exact.answered_by == "content" else exact
        told = first_match(self._told, found) if asking == "no" and len(words) <= _TOLD_LONGEST else None
        if told:
            return self._asked(told.topic, told.text)
        if not guard and self._is_courtesy(words, found, asking, marked="?" in text):
            return NOTHING
        if not guard and "pitch" in found and len(words) <= _SHORT:
            return Asked(OTHER, "none", self._first_content(), True, "asks to ask")
        ranked = self._ranked(words, found)
        if asking == "no" and self._tells_of_health(found) and self._weighing.told(ranked):
            return self._asked("medical_advice", "told of health")
        asked = self._weighing.decide(ranked, asking, guard, strange=self._strange(words))
        if asked is NOTHING and asking == "maybe" and "?" in text and len(words) > _SHORT:
            return Asked(OTHER, "staff", self._weighing.plausible(ranked), True, "marked, and no topic is near enough")
        return asked

    def _known(self, rules: str) -> tuple[Rule, ...]:
        return tuple(rule for rule in parse_rules(rules) if rule.topic in self._topics.by_code)

    def _signs(self, words: list[str]) -> frozenset[str]:
        """The signs, with one more where somebody has or takes a thing that no list knows: it may well be medical."""
        found = signs(words) | ({"bare"} if len(words) <= _BARE else set())
        if not found.isdisjoint(_ANSWERING):
            found |= {"answering"}
        for before, word in pairwise(words):
            if before in _HELD and len(word) >= _SHORTEST_THING and not self._spelling.knows(word):
                return found | {"unknown_thing"}
        return found

    def _strange(self, words: list[str]) -> tuple[int, int]:
        """How many telling words stand in no wording at all, and how many do."""
        telling = [word for word in words if len(word) >= _SHORTEST_STRANGE and word not in STOP_WORDS]
        known = sum(self._evidence.knows(word_feature(word)) for word in telling)
        return len(telling) - known, known

    @staticmethod
    def _tells_of_health(found: frozenset[str]) -> bool:
        return "answering" not in found and not found.isdisjoint(ABOUT_HEALTH)

    @staticmethod
    def _is_courtesy(words: list[str], found: frozenset[str], asking: Asks, *, marked: bool) -> bool:
        """Whether the words are only a greeting, or names of things one answers with."""
        if "greeting" in found and len(words) <= _SHORT:
            return True
        return (asking == "maybe" or (words[0] == "is" and not marked)) and only_names(words)

    def _ranked(self, words: list[str], found: frozenset[str]) -> list[Weighed]:
        """The topics by weight, the rule that holds for the signs `found` adding to its own."""
        rule = first_match(self._rules, found)
        ranked = [
            Weighed(one.topic, one.weight + RULE_WEIGHT) if rule and one.topic == rule.topic else one
            for one in self._evidence.weigh(features(words, found))
        ]
        ranked.sort(key=lambda one: -one.weight)
        within = narrowed(ranked[0].topic, found) if ranked else ""
        if within in self._topics.by_code and within != ranked[0].topic:
            ranked = [Weighed(within, ranked[0].weight), *(one for one in ranked if one.topic != within)]
        return ranked

    def _asked(self, topic: str, because: str) -> Asked:
        return Asked(topic, self._topics.by_code[topic].answered_by, (), True, because)

    def _first_content(self) -> tuple[str, ...]:
        return tuple(topic.code for topic in self._topics.topics if topic.answered_by == "content")[:3]
