"""The signs in a message: the names of the word lists that have a phrase in it."""

from functools import cache

from flows.understand.question.body_words import BODY_WORDS
from flows.understand.question.clinic_words import CLINIC_WORDS
from flows.understand.question.cost_words import COST_WORDS
from flows.understand.question.course_words import COURSE_WORDS
from flows.understand.question.fitness_words import FITNESS_WORDS
from flows.understand.question.harmless_words import HARMLESS_WORDS
from flows.understand.question.ketamine_words import KETAMINE_WORDS
from flows.understand.question.lexicon import Lexicon, phrases, word_set
from flows.understand.question.medical_words import MEDICAL_WORDS
from flows.understand.question.medicines import MEDICINES, SUBSTANCES, drug_names
from flows.understand.question.scheduling_words import SCHEDULING_WORDS
from flows.understand.question.side_effect_words import SIDE_EFFECT_WORDS
from flows.understand.question.theme_words import THEME_WORDS

_HARMLESS = "nothing"
_BEFORE_MEDICINE = "with on plus my your off take taking takes con mi tomo tomando"


@cache
def lexicon() -> Lexicon:
    """Every word list of this package, compiled once."""
    texts = HARMLESS_WORDS | COST_WORDS | MEDICAL_WORDS | SIDE_EFFECT_WORDS | SCHEDULING_WORDS | COURSE_WORDS
    texts |= BODY_WORDS | FITNESS_WORDS | KETAMINE_WORDS | CLINIC_WORDS | THEME_WORDS
    texts |= {"medicine": MEDICINES, "substance": SUBSTANCES}
    lists = {name: phrases(text) for name, text in texts.items()}
    lists["psychiatric"] = drug_names()
    lists["medicine"] += drug_names()
    lists["medicine_with"] = tuple(f"{word} {name}" for word in _BEFORE_MEDICINE.split() for name in lists["medicine"])
    lists["my_condition"] = tuple(f"{my} {name}" for my in ("my", "mi") for name in lists["condition"])
    return Lexicon(lists)


def signs(words: list[str]) -> frozenset[str]:
    """The names of the lists found in `words`; what lies inside a harmless phrase does not count."""
    found = list(lexicon().find(words))
    harmless = [(start, end) for name, start, end in found if name == _HARMLESS]
    if not harmless:
        return frozenset(name for name, _, _ in found)
    return frozenset(
        name
        for name, start, end in found
        if name != _HARMLESS and not any(a <= start and end <= b and end - start < b - a for a, b in harmless)
    )


_NAMES = frozenset({"medicine", "town", "condition", "ketamine", "depression", "standard", "psych", "elsewhere"})
_BETWEEN = word_set(
    """
    and or maybe i think y o e tal vez creo que quizas probably the a an in just also with yes no si ok okay fine
    good is | therapy terapia
    """
)


def known_words() -> frozenset[str]:
    """Every word that the lists hold in full."""
    return lexicon().whole_words


def known_beginnings() -> tuple[str, ...]:
    """Every beginning that the lists hold for a family of words."""
    return lexicon().beginnings


def only_names(words: list[str]) -> bool:
    """Whether the message holds nothing but names of things one answers with: "Zoloft or Lexapro?"."""
    covered = {place for name, start, end in lexicon().find(words) if name in _NAMES for place in range(start, end)}
    return all(place in covered or word in _BETWEEN for place, word in enumerate(words))
