"""Reading a typed place as one of the clinic's locations, or as treatment from afar."""

from functools import cached_property

from flows.clinic import ONLINE, Clinic
from flows.understand.location.atlas import Atlas, atlas_of
from flows.understand.location.deciding import decide
from flows.understand.location.lexicon import lexicon
from flows.understand.location.mentions import Mention, find_mentions
from flows.understand.location.misspelling import Names, find_misspelt, names_of
from flows.understand.location.ordinals import numbered
from flows.understand.location.place import NOTHING, Place
from flows.understand.location.senses import senses_of
from flows.understand.location.tokens import Token, tokenise


class Gazetteer:
    """Typed places for one clinic group.

    Building it is quick; the first reading, or `warm`, loads the places of the country (about a second, 90 MB while it
    lasts). Readings may come from several threads.
    """

    def __init__(self, clinic: Clinic) -> None:
        self._clinic = clinic
        self._atlas: Atlas = atlas_of(clinic)

    @cached_property
    def _names(self) -> Names:
        return names_of(self._atlas)

    def warm(self) -> None:
        """Loads what the first reading would have to wait for."""
        self.read("Springfield")
        self.read("sprngfild")

    def read(self, text: str) -> Place:
        """The place in `text`; never raises, and asks rather than guesses."""
        tokens = tokenise(text)
        code = numbered(self._clinic, tokens)
        if code is not None:
            return Place(code, ask=False, method="online" if code == ONLINE else "alias", candidates=(code,))
        mentions = self._mentions(tokens)
        place = decide(self._atlas, tokens, senses_of(self._atlas, tokens, mentions)) if mentions else NOTHING
        if place.location == ONLINE and place.method == "online" and _in_person(tokens):
            return Place(None, ask=True, method="none", candidates=place.candidates)
        return place

    def _mentions(self, tokens: tuple[Token, ...]) -> list[Mention]:
        mentions = find_mentions(self._atlas, tokens)
        misspelt = find_misspelt(self._atlas, self._names, tokens, mentions)
        if misspelt is None:
            return mentions
        apart = [one for one in mentions if one.end <= misspelt.start or one.start >= misspelt.end]
        return sorted([*apart, misspelt], key=lambda one: one.start)


def _in_person(tokens: tuple[Token, ...]) -> bool:
    """Whether a visit is asked for in so many words."""
    said = " ".join(token.text for token in tokens)
    return any(said == phrase or f" {phrase} " in f" {said} " for phrase in lexicon().in_person) and "not" not in said
