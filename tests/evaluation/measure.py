"""Measure how well typed messages are understood: `python tests/evaluation/measure.py --split tune --kind safety`.

The sets are split in two: `tune` may be looked at line by line, `report` only as figures, so that it stays honest.
"""

import argparse
import sys
from collections.abc import Sequence

from evaluation_cases import KINDS, SPLITS, CaseSet, sets_of
from evaluation_scores import SCORERS, Score
from plain_table import table
from product_answers import NotMeasurable, answers_to

TITLES = {
    "location": "Location",
    "treatments": "Treatments",
    "services": "Services",
    "questions": "Questions",
    "safety": "Safety",
    "families": "Families of phrasings made up for the safety rules",
    "ordinary": "Ordinary messages, as safety sees them",
    "yes_no": "Yes or no",
    "names": "Names",
    "phone": "Phone",
    "email": "E-mail",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; the exit code is 1 where something could not be measured."""
    options = _options(arguments)
    splits = SPLITS if options.split == "both" else (options.split,)
    complete = True
    for kind in options.kind or KINDS:
        complete &= _report(kind, splits, show_misses=options.misses)
    return 0 if complete else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well typed messages are understood.")
    parser.add_argument("--split", choices=[*SPLITS, "both"], default="both")
    parser.add_argument("--kind", choices=KINDS, action="append", help="may be given several times; default all")
    parser.add_argument("--misses", action="store_true", help="list the lines that went wrong, with --split tune only")
    options = parser.parse_args(arguments)
    if options.misses and options.split != "tune":
        parser.error("--misses needs --split tune: lines of the report split stay unseen")
    return options


def _report(kind: str, splits: tuple[str, ...], *, show_misses: bool) -> bool:
    """Print what there is to say about a kind; false where the product could not be asked."""
    sets = sets_of(kind, splits)
    if not sets:
        return True
    try:
        scores = score_sets(kind, sets)
    except NotMeasurable as reason:
        sys.stdout.write(f"{TITLES[kind]}\n  not measured: {reason}\n\n")
        return False
    sys.stdout.write(_tables(kind, scores))
    if show_misses:
        for name, score in scores.items():
            sys.stdout.write("".join(f"  {name}  {miss}\n" for miss in score.misses))
        sys.stdout.write("\n")
    return True


def score_sets(kind: str, sets: list[CaseSet]) -> dict[str, Score]:
    """The score of each set by its name; the product is started once for all of them."""
    answers = iter(answers_to(kind, [text for one in sets for text in one.texts]))
    return {one.name: SCORERS[kind]([(case, next(answers)) for case in one.cases]) for one in sets}


def _tables(kind: str, scores: dict[str, Score]) -> str:
    columns = list(next(iter(scores.values())).cells)
    text = table(TITLES[kind], columns, {name: score.cells for name, score in scores.items()})
    categories = sorted({category for score in scores.values() for category in score.categories})
    if categories:
        rows = {one: {name: score.categories.get(one, "-") for name, score in scores.items()} for one in categories}
        text += table("Crisis recall by category", list(scores), rows)
    return text


if __name__ == "__main__":
    sys.exit(main())
