"""What the words of a message tell of each topic: how much oftener its wordings hold them than all the others do.

This is the complement form of naive Bayes, counted in natural logarithms: a feature that only one topic's wordings hold
speaks for it the more, the oftener they do; one that all hold alike says nothing, and one never seen says nothing too.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from flows.understand.question.features import TRUST


@dataclass(frozen=True, slots=True)
class Weighed:
    """A topic and the weight of what speaks for it, above 0 where more speaks for than against."""

    topic: str
    weight: float


class Evidence:
    """The wordings of every topic, counted by feature; build it once, it is safe across threads."""

    def __init__(self, wordings: Iterable[tuple[str, frozenset[str]]]) -> None:
        held: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for topic, features in wordings:
            held[topic].update(features)
        self._topics = tuple(held)
        sizes = [sum(held[topic].values()) for topic in self._topics]
        everything = sum(sizes)
        self._absent = tuple(math.log((everything - size) / everything) for size in sizes)
        self._present = _present(held, self._topics)

    def knows(self, feature: str) -> bool:
        """Whether any wording holds `feature`."""
        return feature in self._present

    def weigh(self, features: Iterable[str]) -> list[Weighed]:
        """Every topic by falling weight of `features`; without one known feature there is nothing to weigh."""
        known = [feature for feature in features if feature in self._present]
        if not known:
            return []
        trust = sum(TRUST[feature[0]].weight for feature in known)
        weights = [trust * absent for absent in self._absent]
        for feature in known:
            for number, weight in self._present[feature]:
                weights[number] += weight
        ranked = [Weighed(topic, weight) for topic, weight in zip(self._topics, weights, strict=True)]
        return sorted(ranked, key=lambda weighed: -weighed.weight)


def _present(held: dict[str, Counter[str]], topics: tuple[str, ...]) -> dict[str, tuple[tuple[int, float], ...]]:
    """For each feature, the number of each topic that holds it and what it adds there."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, topic in enumerate(topics):
        for feature, count in held[topic].items():
            found[feature] = (*found.get(feature, ()), (number, count))
    return {feature: _worths(feature[0], counts) for feature, counts in found.items()}


@cache
def _worths(kind: str, counts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, float], ...]:
    """The same for a feature with these `counts` by topic; most are held by one topic, and share their answer."""
    total = sum(count for _, count in counts)
    return tuple((number, _worth(kind, total, count)) for number, count in counts)


def _worth(kind: str, total: int, count: int) -> float:
    """What a feature held `total` times adds to a topic that holds `count` of them."""
    trust = TRUST[kind]
    return trust.weight * math.log((total + trust.unseen) / (total - count + trust.unseen))
