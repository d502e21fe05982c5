"""Whole intakes as lists of steps, for any phone of `sandbox.client`: near (in process) or far (over HTTP)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sandbox.client import Person

NAME, EMAIL = "Quintessa Marklund", "quintessa.marklund@gmail.com"
PHONE_DIGITS = "5550101"
"""The end of Alice's number, from the range that is reserved for fiction."""
RECEIPT = "Your request is with our team"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a patient does once the bot's newest message says `sees`."""

    sees: str
    does: Literal["tap", "say", "contact"]
    what: str = ""


def take(phone: Person, step: Step, seconds: float = 20.0) -> None:
    """Wait for what the step needs to see, then do it."""
    phone.wait_for(lambda p: _ready(p, step), seconds)
    if step.does == "tap":
        phone.tap(step.what)
    elif step.does == "say":
        phone.say(step.what)
    else:
        phone.share_contact()


def _ready(phone: Person, step: Step) -> bool:
    """The newest message of the bot asks what the step answers, and offers the button it taps."""
    newest = [message for message in phone.messages() if message["from_bot"]][-1:]
    if not newest or step.sees not in newest[0]["text"]:
        return False
    labels = [button["text"] for row in newest[0]["buttons"] for button in row]
    return step.does != "tap" or step.what in labels


def walk(phone: Person, steps: Iterable[Step], payload: str = "") -> None:
    """Press Start and take these steps."""
    phone.start(payload)
    for step in steps:
        take(phone, step)


def finish(phone: Person, steps: Iterable[Step], payload: str = "") -> str:
    """Walk to the receipt; gives the reference."""
    walk(phone, steps, payload)
    return reference(phone)


def reference(phone: Person, seconds: float = 20.0) -> str:
    """The reference on the newest receipt."""
    receipt = phone.wait_for(lambda p: [m for m in p.messages() if m["from_bot"] and RECEIPT in m["text"]], seconds)[-1]
    return str(receipt["text"].partition("reference is ")[2].partition(".")[0])


BY_TAPS = (
    Step("May I keep", "tap", "Yes, let's begin"),
    Step("may someone from our team contact", "tap", "Yes, you may contact me"),
    Step("Who is this for", "tap", "For me (18 or older)"),
    Step("Which location", "tap", "Santa Monica"),
    Step("Which services", "tap", "Ketamine infusion"),
    Step("Which services", "tap", "Done"),
    Step("What would you like help with", "tap", "Chronic pain"),
    Step("What would you like help with", "tap", "Done"),
    Step("What treatments have you had", "tap", "ECT"),
    Step("What treatments have you had", "tap", "Done"),
    Step("What to expect", "tap", "Continue"),
    Step("how many infusions", "tap", "Six"),
    Step("What name", "say", NAME),
    Step("What number", "contact"),
    Step("e-mail", "say", EMAIL),
    Step("good time to reach you", "tap", "Mornings"),
    Step("good time to reach you", "tap", "Done"),
    Step("voicemail", "tap", "Yes, but not the clinic's name"),
    Step("Is this right", "tap", "Send to our team"),
)
"""Everything by taps, but what only words can say."""

SHORT = (
    Step("May I keep", "tap", "Yes, let's begin"),
    Step("may someone from our team contact", "tap", "No, I will reach out myself"),
    Step("Who is this for", "tap", "For me (18 or older)"),
    Step("Which location", "tap", "Las Vegas"),
    Step("Which services", "tap", "Not sure yet"),
    Step("Which services", "tap", "Done"),
    Step("What would you like help with", "tap", "Skip"),
    Step("What treatments have you had", "tap", "None so far"),
    Step("What treatments have you had", "tap", "Done"),
    Step("What name", "say", NAME),
    Step("Is this right", "tap", "Send to our team"),
)
"""The shortest way to a lead."""

BY_TYPING = (
    Step("May I keep", "say", "yes"),
    Step("may someone from our team contact", "say", "sure"),
    Step("Who is this for", "say", "for me"),
    Step("Which location", "say", "vegas"),
    Step("Which services", "say", "ketamine and TMS"),
    Step("What would you like help with", "say", "chronic pain"),
    Step("What treatments have you had", "say", "Zoloft and ECT"),
    Step("What to expect", "say", "continue"),
    Step("how many infusions", "say", "six"),
    Step("What name", "say", NAME),
    Step("What number", "say", "(202) 555-0101"),
    Step("e-mail", "say", EMAIL),
    Step("good time to reach you", "say", "in the mornings"),
    Step("voicemail", "say", "yes"),
    Step("Is this right", "say", "send"),
)
"""Everything typed."""

TYPED_WORDS = (NAME, "Quintessa", "Marklund", EMAIL, PHONE_DIGITS, "555-0101")
"""What a walk leaves that must be readable nowhere but where it belongs."""


def until(steps: tuple[Step, ...], words: str) -> tuple[Step, ...]:
    """The steps before the first that sees `words`."""
    return steps[: next(place for place, step in enumerate(steps) if words in step.sees)]
