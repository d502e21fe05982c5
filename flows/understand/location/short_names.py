"""Names of two letters: "LA" is a city, "la" is mostly a Spanish article, "sm" and "lv" are slang for other things."""

from collections.abc import Sequence

from flows.understand.location.lexicon import lexicon
from flows.understand.location.tokens import Token, shouted

_BEFORE = frozenset(
    {"in", "near", "to", "from", "around", "at", "of", "outside", "downtown", "not", "or", "and", "either"}
)
_BEFORE_OPEN = frozenset({"en", "de", "a", "cerca", "desde"})
_AFTER = frozenset(
    {"clinic", "office", "location", "one", "site", "branch", "area", "county", "or", "and", "not", "please"}
)
_SIGNS = frozenset("/&+")
_THANKS = frozenset({"you", "u", "thx", "thanks", "ty", "tysm", "much", "love"})
_SPANISH = frozenset(
    {
        "el",
        "los",
        "las",
        "que",
        "mas",
        "de",
        "del",
        "en",
        "una",
        "un",
        "clinica",
        "cerca",
        "cercana",
        "verdad",
        "no",
        "se",
    }
    | {"mejor", "primera", "segunda", "tercera", "cuarta", "ultima", "otra", "misma", "quiero", "prefiero", "vivo", "a"}
    | {"sede", "oficina", "playa", "ciudad", "es", "y", "o", "cual", "donde", "semana", "vez", "opcion", "mi", "me"}
)


def means_short_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the one or two letters at `at` are meant as a name."""
    token = tokens[at]
    if token.shout and not shouted(tuple(tokens)):
        return True
    if at and tokens[at - 1].text in _THANKS:
        return False
    last = at == len(tokens) - 1
    others = [other.text for other in (*tokens[:at], *tokens[at + 1 :])]
    spanish = sum(word in _SPANISH for word in others)
    closed = last or tokens[at + 1].breaks
    if at and tokens[at - 1].text in _BEFORE_OPEN and not token.breaks and closed:
        return True
    if spanish and not (closed and at and tokens[at - 1].text in {"o", "y"}):
        return False
    before = at > 0 and (tokens[at - 1].text in _BEFORE or token.breaks)
    after = not last and (tokens[at + 1].text in _AFTER or not _SIGNS.isdisjoint(tokens[at + 1].gap))
    alone = all(word in lexicon().filler for word in others)
    return alone or after or (before and (closed or token.text != "la")) or (before and tokens[at - 1].text in _BEFORE)
