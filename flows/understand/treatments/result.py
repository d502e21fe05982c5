"""What was understood of a person's treatments so far."""

from dataclasses import dataclass

CODES = (
    *("antidepressant", "other_medication", "psychotherapy", "dbt", "tms", "ect", "ketamine_infusion", "esketamine"),
    *("inpatient", "none", "unsure"),
)
"""The codes of the answer, in the order they are given."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be a slip of a medicine or treatment: too far off to be taken without a confirming tap."""

    typed: str
    meant: str
    """Generic name of a medicine, or a code."""
    score: int
    """Likeness in percent."""


@dataclass(frozen=True, slots=True)
class Treatments:
    """The treatments a person says they had.

    `codes` are a subset of `CODES` in that order. `antidepressants` and `other_medications` are generic names as
    `drugs.csv` spells them, in the order of the text. `negated` are codes the person denies. `times` are time words
    as typed. `no_relief` tells that treatment did not help, which is an outcome and never the code `none`.
    `uncertain` wait for a confirming tap.
    """

    codes: tuple[str, ...] = ()
    antidepressants: tuple[str, ...] = ()
    other_medications: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    no_relief: bool = False
    uncertain: tuple[Candidate, ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing at all was understood."""
        return not (self.codes or self.negated or self.no_relief or self.uncertain)
