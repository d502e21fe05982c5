"""Words that only wrap a short answer ("just the … please"), and words too weak to be one inside a longer sentence."""

from collections.abc import Iterable

from flows.understand.clauses import word_set

WRAPPING = word_set(
    "please pls plz i id ill im me would will like want wanna prefer choose pick take go with think guess lets say"
    " the a an and y e or o number numbers num numero no nr option options opcion opciones answer choice button ones"
    " one it its is for that thats just probably maybe quiero quisiera prefiero elijo escojo para"
    " el la los las lo un una es seria creo que por favor thanks thank you gracias ok okay hi hello hola"
    " mi my yes si"
)
"""What may stand around a number ("the second one please")."""

WEAK = word_set(
    "i me mine myself yo mi my yes yeah no si ok okay sure claro here aqui any other otro otra early am pm done call"
    " nothing none nada ninguno ninguna start both all self one"
    " anything whatever cualquiera"
)
"""Aliases that are common words too: they count only where nothing else is said."""

_AROUND_WEAK = (WRAPPING - {"no", "yes", "si", "maybe", "me", "one"}) | word_set(
    "this him her to in on at oh well so really fine good great perfect lol haha ha um uh hmm eh pues bueno bien esta"
    " todo very much muchas do did am was only solo de en con"
)


def only_wraps(words: Iterable[str]) -> bool:
    """True where `words` add nothing to a one-word answer."""
    return all(word in _AROUND_WEAK for word in words)
