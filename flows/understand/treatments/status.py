"""What a person can say of a treatment."""

from enum import Enum


class Status(Enum):
    """Whether the person had it."""

    TAKEN = "had"
    DENIED = "denied"
    OPEN = "thought of, offered or asked about"
    OTHERS = "somebody else's"
