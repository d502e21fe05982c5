"""Which of the options found in a text are denied, and which a later correction replaces."""

from flows.understand.clauses import HARD, SOFT, Words, word_set
from flows.understand.option_index import Match

_NEGATORS = word_set(
    "not no never without except dont cant isnt wont wouldnt didnt havent arent wasnt aint skip minus nor neither"
    " sin nunca ni menos excepto salvo tampoco jamas"
)
_PHRASES = (
    ("anything", "but"),
    ("everything", "but"),
    ("all", "but"),
    ("other", "than"),
    ("instead", "of"),
    ("nada", "de"),
    ("nothing", "with"),
    ("none", "of", "the"),
    ("rather", "than"),
    ("apart", "from"),
    ("aside", "from"),
    ("en", "vez", "de"),
    ("en", "lugar", "de"),
    ("aparte", "de"),
)
_NOT_DENYING = (
    ("not", "only"),
    ("not", "just"),
    ("no", "solo"),
    ("dont", "mind"),
    ("no", "problem"),
    ("why", "not"),
    ("por", "que", "no"),
    ("no", "me", "importa"),
    ("no", "wait"),
    ("no", "sorry"),
    ("no", "espera"),
    ("no", "perdon"),
)
_RESTART = word_set("but just only yes pero solo si sino instead mejor actually rather maybe so then")
_LISTING = frozenset({"or", "nor", "and", "o", "ni", "y", "e"})
_BETWEEN = frozenset({*_LISTING, "the", "a", "an", "el", "la", "los", "las", "lo", "de", "any", "for", "para"})
_REACH = 5
"""A negation denies what stands at most this many words behind it."""

_MARKERS = (
    ("actually",),
    ("no", "wait"),
    ("wait",),
    ("i", "mean"),
    ("i", "meant"),
    ("sorry",),
    ("scratch", "that"),
    ("correction",),
    ("make", "that"),
    ("make", "it"),
    ("or", "rather"),
    ("on", "second", "thought"),
    ("on", "second", "thoughts"),
    ("changed", "my", "mind"),
    ("change", "it", "to"),
    ("change", "that", "to"),
    ("change", "to"),
    ("switch", "to"),
    ("switch", "it", "to"),
    ("switch", "me", "to"),
    ("cambielo", "a"),
    ("cambielo", "por"),
    ("cambie", "a"),
    ("cambiar", "a"),
    ("cambieme", "a"),
    ("mejor",),
    ("mejor", "dicho"),
    ("perdon",),
    ("quise", "decir"),
    ("digo",),
    ("en", "realidad"),
    ("mas", "bien"),
    ("me", "equivoque"),
    ("espera",),
)
_ADDING = frozenset({"also", "too", "plus", "add", "both", "tambien", "ademas", "and", "y"})
_DONE = frozenset({"already", "did", "done", "tried", "had", "ya", "hice", "probe", "tuve"})
_DONE_ANYWAY = frozenset({"already", "ya"})


def denied(text: Words, matches: list[Match]) -> list[bool]:
    """For each match, whether the words around it deny it ("not TMS", "anything but DBT", "TMS no")."""
    verdicts: list[bool] = []
    for number, match in enumerate(matches):
        floor = matches[number - 1].end if number else 0
        negated = _negated_before(text, floor, match.start) or _negated_after(text, match, matches)
        if not negated and number and verdicts[-1] and text.words[match.start] not in _NEGATORS:
            between = text.words[floor : match.start]
            listed = text.before[match.start] in {"", ",", "/"} and any(word in _LISTING for word in between)
            negated = (listed or text.before[match.start] == "/") and all(word in _BETWEEN for word in between)
        verdicts.append(negated)
    return verdicts


def _negated_before(text: Words, floor: int, start: int) -> bool:
    for place in range(start - 1, max(floor, start - _REACH) - 1, -1):
        if text.before[place + 1] in HARD:
            return False
        if _phrase_at(text, place, _PHRASES) or _phrase_at(text, place - 1, _PHRASES):
            return True
        if text.words[place] in _RESTART or text.before[place + 1] in SOFT:
            return False
        if text.words[place] in _NEGATORS:
            return not (_phrase_at(text, place, _NOT_DENYING) or _phrase_at(text, place - 1, _NOT_DENYING))
    return False


def _negated_after(text: Words, match: Match, matches: list[Match]) -> bool:
    """True for "TMS no" and "I did TMS already"; a "no" that opens the next phrase belongs to that one."""
    at = match.end
    if at < len(text) and text.words[at] in {"no", "not", "nope", "tampoco"}:
        following = next((other for other in matches if other.start >= at), None)
        ends = at + 1 == len(text) or text.before[at + 1] != ""
        return ends and text.before[at] not in HARD and (following is None or following.start > at)
    before = text.words[max(0, match.start - 3) : match.start]
    already = at < len(text) and text.words[at] in _DONE_ANYWAY and text.before[at] == ""
    return already and any(word in _DONE for word in before)


def _phrase_at(text: Words, place: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    return place >= 0 and any(text.words[place : place + len(phrase)] == phrase for phrase in phrases)


def corrected_from(text: Words, matches: list[Match]) -> int:
    """The number of the first match that counts: what stood before a correction does not."""
    first = 0
    for number in range(1, len(matches)):
        between = range(matches[number - 1].end, matches[number].start)
        words = [text.words[place] for place in between]
        marked = any(_phrase_at(text, place, _MARKERS) for place in between) or _lone_no(text, between)
        if marked and not any(word in _ADDING for word in words):
            first = number
    if first == 0 and len(matches) > 1 and _ends_with_instead(text, matches[-1]):
        first = len(matches) - 1
    return first


def _lone_no(text: Words, between: range) -> bool:
    """True for "TMS. No, DBT": a "no" between two marks takes back what was said."""
    return any(
        text.words[place] == "no" and text.before[place] != "" and text.after(place) not in {"", "?"}
        for place in between
    )


def _ends_with_instead(text: Words, match: Match) -> bool:
    rest = text.words[match.end :]
    return rest[:1] == ("instead",) and rest[1:2] != ("of",)
