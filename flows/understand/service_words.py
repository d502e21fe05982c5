"""A clinic's services with the many words people use for them."""

from functools import cache

from flows.clinic import Clinic
from flows.understand.option_index import Choosable
from flows.understand.word_lists import phrase_lists


@cache
def _more_words() -> dict[str, tuple[str, ...]]:
    return {code: tuple(map(" ".join, phrases)) for code, phrases in phrase_lists("service_words.yaml").items()}


def service_choosables(clinic: Clinic) -> tuple[Choosable, ...]:
    """The services of `clinic` as options: its own labels and aliases, and the words known for their codes."""
    return tuple(
        Choosable(
            code=service.code,
            labels=(service.label,) if isinstance(service.label, str) else tuple(service.label.values()),
            aliases=(*service.aliases, *_more_words().get(service.code, ())),
            exclusive=service.exclusive,
        )
        for service in clinic.services
    )
