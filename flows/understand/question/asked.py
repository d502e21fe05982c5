"""What was understood of a question."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood of a message.

    `topic` is "" where nothing was asked and "other" where the topic base does not know; `candidates` are up to three
    topics to offer as buttons then. A topic that the clinic's own words could answer is left to staff where something
    medical, or about money, may ride along. `because` names what decided; never the person's words.
    """

    topic: str
    answered_by: Literal["content", "staff", "none"]
    candidates: tuple[str, ...] = ()
    is_question: bool = False
    because: str = ""


NOTHING = Asked("", "none")
