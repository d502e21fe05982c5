"""The conversation every simulated patient walks, by what stands on the screen: the same choices for every bot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One act, once the text shows `sees`: `tap` the first button whose label holds this, or `say` this."""

    tap: str = ""
    say: str = ""
    sees: str = ""
    optional: bool = False
    """Left out where the bot does not ask this."""


OPENING = "/start"
STEPS = (
    Step(tap="begin"),
    Step(tap="you may contact"),
    Step(tap="for me"),
    Step(tap="las vegas"),
    Step(tap="ketamine"),
    Step(tap="done"),
    Step(tap="skip", sees="help with"),
    Step(say="Zoloft", sees="treatments have you had"),
    Step(tap="continue"),
    Step(tap="skip", sees="small check", optional=True),
    Step(say="Carla Ruiz", sees="name should we use"),
    Step(say="702-555-0171", sees="number can we reach"),
    Step(tap="skip", sees="e-mail"),
    Step(tap="mornings"),
    Step(tap="done"),
    Step(tap="say who calls"),
    Step(tap="send to our team"),
)
FAREWELL = "reference"
"""What the last message says; then the conversation is complete."""


def label_of(button: dict[str, str]) -> str:
    """A button's label as it is compared: without its tick, in small letters."""
    return button["text"].removeprefix("✓ ").casefold()
