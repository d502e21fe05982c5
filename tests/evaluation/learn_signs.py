"""Learn the signs of a crisis: `make learn` writes english_signs.bin and spanish_signs.bin.

Only tuning lines are read, never those of the report split. The signs of a line are weighed by a logistic regression
whose inputs are scaled by how much oftener a sign stands in a crisis than elsewhere, and whose weights are drawn to that
alone, to be moved by what the lines speak against (Wang and Manning, 2012, "Baselines and bigrams", interpolated). A sign
that stands in one line only therefore counts, a little. What a rule found is a sign as well, which neither the scale nor
the length of the line thins out. Whether a finding stands is learnt once more, from the lines alone in which rules found a
crisis: there the words of an ordinary answer ("low mood, insomnia") speak against nothing, only denials, pasts and topics do.
"""

import sys
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags, hstack

if TYPE_CHECKING:
    from flows.understand.safety.signs import Weight

from evaluation_cases import DATA, KINDS, read_set
from product_answers import ROOT

TABLES = {
    language: ROOT / "flows" / "understand" / "safety" / f"{name}_signs.bin"
    for language, name in (("en", "english"), ("es", "spanish"))
}
SMOOTHING = 0.3  # lines
STEPS = 150
MESSAGES_OF_TWO = 2500
SHORT = 15  # words


class Drawn(NamedTuple):
    """How weights are drawn to their rest."""

    rest: float  # of the words, in shares of their log ratio; what rules found rests at 0
    looseness: float  # the inverse of how strongly


ALL, FOUND = Drawn(1.0, 2.0), Drawn(0.5, 8.0)


class Line(NamedTuple):
    """What a tuning line says of itself."""

    row: list[str]
    found: frozenset[str]  # by the rules
    level: str

    @property
    def is_alarmed(self) -> bool:
        """Whether rules found a crisis in it."""
        return any(sign.startswith("#crisis ") for sign in self.found)


def lines(language: str) -> list[Line]:
    """Every tuning line of a language; lines of other kinds call for nothing."""
    from flows.understand.safety.judgement import found_signs, judge

    cases = [
        case
        for kind in KINDS
        if (DATA / f"{kind}_{language}_tune.jsonl").exists()
        for case in read_set(kind, language, "tune").cases
    ]
    levels = dict.fromkeys(asked(language), "") | {case["text"]: case.get("level", "") for case in cases}
    told = []
    for text, level in levels.items():
        findings, row, _ = judge().found(text)
        if level or not any(one.belief == "certain" for one in findings):
            told.append(
                Line(row, found_signs(findings), level or "none")
            )  # a question may speak of one's own death, too
    return told


def told_together(told: Sequence[Line]) -> list[Line]:
    """Messages made of two short lines, one of which is an everyday one: what it says takes nothing from the other."""
    chance = Random(MESSAGES_OF_TWO)  # the same lines every time
    short = [line for line in told if len(line.row) <= SHORT]
    everyday = [line for line in short if line.level == "none" and not line.is_alarmed]
    grave = [line for line in short if line.level in {"crisis", "support"}]
    together = []
    for _ in range(MESSAGES_OF_TWO):
        pair = [chance.choice(chance.choice([grave, grave, everyday])), chance.choice(everyday)]
        first, second = chance.sample(pair, 2)
        row = [*first.row, *chance.choice([[], [","], ["."]]), *second.row]
        together.append(Line(row, first.found | second.found, pair[0].level))
    return together


def asked(language: str) -> list[str]:
    """What the topics are known by: people ask, and tell of no crisis."""
    from flows.resources import read_yaml
    from flows.understand.question.wordings import wordings_in

    examples = [phrase for topic in read_yaml("topics.yaml")["topics"] for phrase in topic["examples"][language]]
    return [*examples, *(line for _, line in wordings_in(language))]


def counted(told: Sequence[frozenset[str]]) -> tuple[csr_matrix, list[str]]:
    """A matrix of noughts and ones, a row a line and a column a sign; and the signs."""
    names = sorted(frozenset().union(*told))
    column = {sign: at for at, sign in enumerate(names)}
    ends = np.cumsum([0, *(len(signs) for signs in told)])
    places = np.array([column[sign] for signs in told for sign in sorted(signs)])
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(told), len(names))), names


def log_ratio(words: csr_matrix, is_so: Any) -> Any:
    """How much oftener each sign stands in the lines of which something is so, as a logarithm; 0 where it never stands."""
    counts = [np.asarray(words[kind].sum(0)).ravel() for kind in (is_so, ~is_so)]
    so, other = (count + SMOOTHING for count in counts)
    ratio = np.log(so / (is_so.sum() + 2 * SMOOTHING)) - np.log(other / ((~is_so).sum() + 2 * SMOOTHING))
    return np.where(sum(counts) > 0, ratio, 0)


def regression(inputs: csr_matrix, is_so: Any, rest: Any, looseness: float) -> tuple[float, Any]:
    """The bias, and the weights of the columns, that tell best what is so; weights are drawn to their `rest`."""
    side = np.where(is_so, 1.0, -1.0)

    def loss(tried: Any) -> tuple[float, Any]:
        moved, margin = tried[1:] - rest, side * (inputs @ tried[1:] + tried[0])
        slope = -side / (1 + np.exp(margin))
        value = looseness * np.logaddexp(0, -margin).sum() + (moved**2).sum() / 2
        return value, np.concatenate([[looseness * slope.sum()], looseness * (inputs.T @ slope) + moved])

    share = is_so.mean()
    start = np.concatenate([[np.log(share / (1 - share))], rest])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return float(found[0]), found[1:]


def column(words: csr_matrix, found: csr_matrix, is_so: Any, drawn: Drawn) -> list[float]:
    """The bias, then the weights of the words and of what rules found."""
    evened = diags(1 / np.sqrt(np.asarray(words.sum(1)).ravel() + 1)) @ words
    ratio = log_ratio(words, is_so)
    rest = np.concatenate([np.full(words.shape[1], drawn.rest), np.zeros(found.shape[1])])
    bias, shares = regression(hstack([evened @ diags(ratio), found]).tocsr(), is_so, rest, drawn.looseness)
    return [bias, *(shares * np.concatenate([ratio, np.ones(found.shape[1])]))]


def weights(told: Sequence[Line]) -> dict[str, "Weight"]:
    """What each sign weighs for a crisis, for care at all, and for what rules found; and the bias of each."""
    from flows.understand.safety.signs import BIAS, Weight, signs_of

    words, word_names = counted([signs_of(line.row) for line in told])
    found, found_names = counted([line.found for line in told])
    is_crisis, is_care = (
        np.array([line.level in levels for line in told]) for levels in (("crisis",), ("crisis", "support"))
    )
    alarmed = np.array([line.is_alarmed for line in told])
    columns = (
        column(words, found, is_crisis, ALL),
        column(words, found, is_care, ALL),
        column(words[alarmed], found[alarmed], is_crisis[alarmed], FOUND),
    )
    return {sign: Weight(*each) for sign, *each in zip([BIAS, *word_names, *found_names], *columns, strict=True)}


def main() -> None:
    """Learn both weights in both languages, and write the tables."""
    sys.path.insert(0, str(ROOT))
    from flows.understand.safety.signs import Signs

    for language, target in TABLES.items():
        told = lines(language)
        target.write_bytes(Signs.of(weights([*told, *told_together(told)])).written())


if __name__ == "__main__":
    main()
