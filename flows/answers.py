"""What a person answered, with its provenance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Value = str | tuple[str, ...]
Method = Literal[
    "tap", "exact", "alias", "number", "typed", "confirmed", "contact", "edited", "command", "skipped", "staff"
]
"""How an answer came about; `confirmed` is a guess confirmed by a tap, `staff` what staff put right."""

SEEN = "seen"
"""The value of a `display` item that was read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its value (a code, codes, or normalised text), the words behind it, how, when and where it was said.

    A skipped question has the value "" and the method `skipped`, which is not the same as never asked.
    """

    value: Value
    method: Method
    at: datetime
    version: str
    said: str = ""
    message: int | None = None
    detail: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def skipped(self) -> bool:
        """True where the person chose not to say."""
        return self.method == "skipped"

    @property
    def codes(self) -> tuple[str, ...]:
        """The value as codes: none where skipped."""
        if isinstance(self.value, str):
            return (self.value,) if self.value else ()
        return self.value


Answers = Mapping[str, Answer]
"""Answers by link_id."""


def pack(answer: Answer) -> dict[str, Any]:
    """`answer` as plain JSON values; absent parts are left out."""
    packed: dict[str, Any] = {
        "value": list(answer.value) if isinstance(answer.value, tuple) else answer.value,
        "method": answer.method,
        "at": answer.at.isoformat(),
        "version": answer.version,
    }
    if answer.said:
        packed["said"] = answer.said
    if answer.message is not None:
        packed["message"] = answer.message
    if answer.detail:
        packed["detail"] = {name: list(values) for name, values in answer.detail}
    return packed


def unpack(packed: Mapping[str, Any]) -> Answer:
    """The answer that `pack` made `packed` from."""
    value = packed["value"]
    return Answer(
        value=tuple(value) if isinstance(value, list) else value,
        method=packed["method"],
        at=datetime.fromisoformat(packed["at"]),
        version=packed["version"],
        said=packed.get("said", ""),
        message=packed.get("message"),
        detail=tuple((name, tuple(values)) for name, values in packed.get("detail", {}).items()),
    )
