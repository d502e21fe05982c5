"""Learn the signs of a crisis: `python tests/evaluation/learn_signs.py` writes english_signs.csv and spanish_signs.csv.

Only tuning lines are read, never those of the report split. The signs of a line are weighed by a logistic regression
whose inputs are scaled by how much oftener a sign stands in a crisis than elsewhere (Wang and Manning, 2012, "Baselines
and bigrams"); plain Python, and the same table every time.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import exp, inf, log, sqrt

from evaluation_cases import DATA, KINDS, read_set
from product_answers import ROOT

TABLES = {
    language: ROOT / "flows" / "understand" / "safety" / f"{name}_signs.csv"
    for language, name in (("en", "english"), ("es", "spanish"))
}
LEAST = 3  # hundredths; a sign that weighs less on both scales tells nothing
SMOOTHING = 0.2
FEWEST = 2  # lines that a sign must stand in
ROUNDS = 25
STEP = 0.15
PULL, REST = 1e-4, 1.0  # how strongly a weight is drawn back to its rest, and where that is
Line = tuple[frozenset[str], bool]
Learnt = tuple[dict[str, float], float]


def lines(language: str) -> list[tuple[frozenset[str], str]]:
    """The signs of every tuning line of a language, and its level; lines of other kinds call for nothing."""
    sys.path.insert(0, str(ROOT))
    from flows.understand.safety.judgement import judge
    from flows.understand.safety.signs import signs_of

    cases = [
        case
        for kind in KINDS
        if (DATA / f"{kind}_{language}_tune.jsonl").exists()
        for case in read_set(kind, language, "tune").cases
    ]
    levels = dict.fromkeys(asked(language), "") | {case["text"]: case.get("level", "") for case in cases}
    found = []
    for text, level in levels.items():
        findings, row, _ = judge().found(text)
        if level or not any(
            one.level == "crisis" and one.doubt == -inf for one in findings
        ):  # a question may speak of one's own death, too
            found.append((signs_of(row), level or "none"))
    return found


def asked(language: str) -> list[str]:
    """What the topics are known by: people ask, and tell of no crisis."""
    from flows.resources import read_yaml
    from flows.understand.question.wordings import wordings_in

    examples = [phrase for topic in read_yaml("topics.yaml")["topics"] for phrase in topic["examples"][language]]
    return [*examples, *(line for _, line in wordings_in(language))]


def ratios(learnt_from: Iterable[Line]) -> dict[str, float]:
    """How much oftener each sign stands in such lines than elsewhere, as a logarithm."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    totals: Counter[bool] = Counter()
    for signs, crisis in learnt_from:
        counts[crisis].update(signs)
        totals[crisis] += 1
    crises, others = (totals[kind] + 2 * SMOOTHING for kind in (True, False))
    return {
        sign: log((counts[True][sign] + SMOOTHING) / crises) - log((counts[False][sign] + SMOOTHING) / others)
        for sign in sorted(counts[True] | counts[False])
        if counts[True][sign] + counts[False][sign] >= FEWEST
    }


def learn(learnt_from: list[Line]) -> Learnt:
    """The weights of all signs, and the bias."""
    ratio = ratios(learnt_from)
    crises = sum(crisis for _, crisis in learnt_from)
    bias = log(crises / (len(learnt_from) - crises))
    shares, slopes = dict.fromkeys(ratio, REST), defaultdict[str, float](lambda: 0.1)
    known = [(sorted(sign for sign in signs if sign in ratio), crisis) for signs, crisis in learnt_from]
    shuffle = random.Random(1).shuffle
    for _ in range(ROUNDS):
        shuffle(known)
        for signs, crisis in known:
            size = 1 / sqrt(len(signs) + 1)
            off = 1 / (1 + exp(-bias - size * sum(shares[sign] * ratio[sign] for sign in signs))) - crisis
            bias -= 0.01 * off
            for sign in signs:
                slope = off * size * ratio[sign] + PULL * (shares[sign] - REST)
                slopes[sign] += slope * slope
                shares[sign] -= STEP * slope / sqrt(slopes[sign])
    return {sign: shares[sign] * ratio[sign] for sign in ratio}, bias


def table(crisis: Learnt, care: Learnt) -> str:
    """The weights as the product reads them, by the alphabet."""
    from flows.understand.safety.signs import BIAS

    rows = [(crisis[1], care[1], BIAS)] + [(weight, care[0][sign], sign) for sign, weight in sorted(crisis[0].items())]
    rounded = [(round(100 * one), round(100 * other), sign) for one, other, sign in rows]
    return "".join(f"{one},{other},{sign}\n" for one, other, sign in rounded if max(abs(one), abs(other)) >= LEAST)


def main() -> None:
    """Learn both weights in both languages, and write the tables."""
    for language, target in TABLES.items():
        learnt_from = lines(language)
        crisis, care = (
            learn([(signs, level in levels) for signs, level in learnt_from])
            for levels in (("crisis",), ("crisis", "support"))
        )
        target.write_text(table(crisis, care), encoding="utf-8")


if __name__ == "__main__":
    main()
