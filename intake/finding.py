"""What `intake doctor` finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it holds, what was seen, and what to do where it does not."""

    ok: bool
    what: str
    seen: str
    remedy: str = ""
    warning: bool = False
