"""Flows of clinics that set what the one that comes with the product leaves open."""

from functools import cache

from flows.flow import Flow
from flows.loading import load_flow
from flows.resources import read_text

SANTA_MONICA = "    aliases: [sm, samo, santa monica office]\n"
NINE_TO_FIVE = (
    '    hours: {mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"}\n'
)


@cache
def flow_of(*settings: str, santa_monica: str = "") -> Flow:
    """The shipped flow with these lines of the clinic's own, and these of its clinic in Santa Monica."""
    text = read_text("clinic.yaml").replace(SANTA_MONICA, SANTA_MONICA + santa_monica)
    return load_flow(
        clinic_text=text.replace("default_language: en\n", "\n".join(("default_language: en", *settings, "")))
    )


def punctual(*settings: str) -> Flow:
    """A clinic that is open from nine to five in Santa Monica and says there that two hours of it are enough."""
    return flow_of("contact_within_minutes: 120", *settings, santa_monica=NINE_TO_FIVE)
