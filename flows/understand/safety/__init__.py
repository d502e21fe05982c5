"""Whether a message speaks of a crisis: pure, deterministic, English and Spanish at once.

A missed crisis is the worst failure of this product. Words are left in and structure tells them apart: who, when, what
the verb is done to, and how far a negation reaches.
"""

from flows.understand.safety.assessment import Assessment, Level
from flows.understand.safety.judgement import judge

__all__ = ["Assessment", "Level", "assess", "warm_up"]


def warm_up() -> None:
    """Read the rulebook now, and not at the first message."""
    judge()


def assess(text: str) -> Assessment:
    """How much `text` calls for: the level, what it speaks of, and in which language; never raises for any text."""
    return judge().assess(text)
