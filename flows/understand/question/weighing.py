"""From the weights of the topics to an answer: the clinic's own words only where they clearly outweigh the staff's."""

import math
from collections.abc import Collection
from dataclasses import dataclass

from flows.topics import OTHER, Topics
from flows.understand.question.asked import NOTHING, Asked
from flows.understand.question.asking import Asks
from flows.understand.question.evidence import Weighed
from flows.understand.question.lexicon import word_set
from flows.understand.question.rules import Rule
from flows.understand.question.wordings import NOTHING_ASKED

ENOUGH = 1.5
"""Weight from which on a topic is taken for what was asked; below it the nearest ones are offered."""
CLEAR = 6.5
"""A topic with an answer of our own must outweigh every topic of the staff's by this much."""
ASKED: dict[Asks, float] = {"yes": -math.inf, "maybe": 1.0, "no": 9.0}
"""By so much the best topic must outweigh "nothing asked", by how far the wording hints at asking."""
ASKED_OURS: dict[Asks, float] = {"yes": -math.inf, "maybe": 3.0, "no": 13.0}
"""The same for topics that share their words with answers to our own questions ("too expensive", "Monday")."""
ASKED_OPTION: dict[Asks, float] = {"yes": -math.inf, "maybe": 3.0, "no": math.inf}
"""The same for topics that are named to choose an option of ours ("anxiety", "TMS", "Las Vegas")."""
TOLD_WELL = 6.5
"""By so much a clinical topic must outweigh "nothing asked" for staff to hear of what was only told."""
SAID_WELL, STRANGE = 4.5, 6.0
"""Least weight for an answer of our own, and what each word that no wording holds asks on top: it may be the point."""
OPTIONS = word_set("conditions_helped other_conditions tms dbt tms_details dbt_details locations online_phone")
NAMES_OURS = OPTIONS | word_set("directions other name_change scheduling what_is_ketamine cost_insurance")
CLINICAL = ("medical_advice", "side_effects")
NAMED = 3.0
"""By so much a topic must outweigh the guard's own to be named as the subject where staff answer to be safe."""
PLAUSIBLE = 2.0
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Weighing:
    """Decides over one topic base."""

    topics: Topics

    def decide(self, ranked: list[Weighed], asking: Asks, guard: Rule | None, *, strange: tuple[int, int]) -> Asked:
        """The answer for topics `ranked` by weight; where a guard fired, staff answer in any case."""
        nothing = next((weighed.weight for weighed in ranked if weighed.topic == NOTHING_ASKED), 0.0)
        ranked = [weighed for weighed in ranked if weighed.topic != NOTHING_ASKED]
        asked = self._is_asked(ranked, nothing, asking)
        if guard and (asked or asking != "no"):
            return Asked(self._guarded(ranked, guard), "staff", (), True, guard.text)
        if not asked:
            return NOTHING
        best = self._first(ranked)
        if best.weight < ENOUGH:
            return Asked(OTHER, "staff", self.plausible(ranked), True, "no topic is near enough")
        if self._by_staff(best.topic):
            return Asked(best.topic, "staff", (), True, "weight")
        staff = self._first(ranked, staff=True)
        unknown, known = strange
        least = SAID_WELL + STRANGE * unknown
        if best.weight - max(staff.weight, nothing) < CLEAR or best.weight < least or 2 * unknown > known:
            return Asked(best.topic, "staff", self.plausible(ranked), True, f"may be {staff.topic}")
        return Asked(best.topic, "content", (), True, "weight")

    def told(self, ranked: list[Weighed]) -> bool:
        """Whether what was said though nothing was asked is clearly about the speaker's health."""
        nothing = next((weighed.weight for weighed in ranked if weighed.topic == NOTHING_ASKED), 0.0)
        return bool(ranked) and ranked[0].topic in CLINICAL and ranked[0].weight - nothing >= TOLD_WELL

    def _guarded(self, ranked: list[Weighed], guard: Rule) -> str:
        """The topic of a guarded question: the guard may have fired at a word beside the point."""
        own = next((one.weight for one in ranked if one.topic == guard.topic), 0.0)
        best = self._first(ranked)
        return best.topic if best.weight - own >= NAMED else guard.topic

    @staticmethod
    def _is_asked(ranked: list[Weighed], nothing: float, asking: Asks) -> bool:
        if not ranked:
            return asking == "yes"
        topic = ranked[0].topic
        least = ASKED_OPTION if topic in OPTIONS else ASKED_OURS if topic in NAMES_OURS else ASKED
        return ranked[0].weight - max(nothing, 0.0) >= least[asking]

    def _first(self, ranked: list[Weighed], *, staff: bool = False) -> Weighed:
        return next((one for one in ranked if not staff or self._by_staff(one.topic)), Weighed(OTHER, 0.0))

    def _by_staff(self, topic: str) -> bool:
        return self.topics.by_code[topic].answered_by == "staff"

    def plausible(self, ranked: Collection[Weighed]) -> tuple[str, ...]:
        """Up to three topics with an answer of our own that the question may have meant."""
        topics = (one.topic for one in ranked if one.weight >= PLAUSIBLE and one.topic != NOTHING_ASKED)
        near = [topic for topic in topics if not self._by_staff(topic)]
        return tuple(near[:SHOWN])
