"""Whose treatment it is, where a relative or friend is spoken of."""

from flows.understand.clauses import SOFT, Words, word_set
from flows.understand.treatments.cues import Cues

_DETERMINERS = word_set(
    "my mi mis our his her their a an the un una el la best older younger little big old own late ex step mejor"
    " another other one some of unos unas que nuestra nuestro nuestros"
)
_PREPOSITIONS = word_set("with for after from like to of about by because con para por de desde when a since and y")
_CHILDREN = word_set("son sons daughter daughters kid kids child hijo hija hijos teen")
_ADVERBS = word_set("also always just really actually recently already tambien ya siempre once never nunca se")
_REACH = 7
_OWN = word_set("i im ive me my us we our yo mi me nos")
_ME = word_set("me us myself")
_WHO = word_set("who que")
_IS = {(word,) for word in ("is", "was", "es", "era")}
_THAT = word_set("that it those thats eso esa esos no fueron were was era fue")
_TELLING = word_set("was is its fue era es eran were de")
"""Before a relative who ends a clause: "no, that was my sister"."""
_TOGETHER = frozenset({("and", "i"), ("and", "me"), ("y", "yo"), ("and", "myself")})
_HELPED = word_set("helped worked did helps works ayudo funciono sirvio saved works wonders helping")
_TOOK_THEIRS = word_set("took tried used stole had taking tome probe")


def was_relatives(words: Words, place: int, end: int) -> bool:
    """True for "… that was my sister", said behind a treatment and ending its clause."""
    before = _start_of_phrase(words, place) - 1
    closes = end >= len(words) or words.before[end] != ""
    return closes and before > 0 and words.words[before] in _TELLING and words.words[before - 1] in _THAT


def tells_of_patient(words: Words, place: int, end: int) -> bool:
    """True for "my son: …" and "for my father: …", which name the patient a list is about."""
    before = words.words[max(0, place - 2) : place]
    named = words.words[place] in _CHILDREN or not {"for", "para"}.isdisjoint(before)
    return named and end < len(words) and words.before[end] == ":"


def worked_for_relative(words: Words, cues: Cues, place: int) -> bool:
    """True for "helped my sister" and "worked for my mom", said behind a treatment."""
    before = _start_of_phrase(words, place) - 1
    if before < 0 or any(words.before[at] != "" for at in range(before + 1, place + 1)):
        return False
    if words.words[before] in {"for", "a", "para", "con"}:
        before -= 1
    return before >= 0 and (words.words[before] in _HELPED or "relief" in cues[before])


def speaks_of_relative(words: Words, cues: Cues, starts: frozenset[int], place: int, end: int) -> bool:
    """True where the relative at `place` to before `end` is the one who takes what follows."""
    first = _start_of_phrase(words, place)
    before = words.words[first - 1] if first and words.before[first] == "" else ""
    if words.words[end : end + 2] in _TOGETHER:
        return False
    if end in starts and words.before[end] in {"", ":"}:
        return before not in _TOOK_THEIRS and (words.before[end] == ":" or words.words[place].endswith("s"))
    if before in _PREPOSITIONS - {"and", "y", "like", "because", "when"}:
        return False
    while end < len(words) and words.words[end] in _ADVERBS and words.before[end] == "":
        end += 1
    if end >= len(words) or (words.before[end] in SOFT - {"("} and words.words[end] not in {"who", "que"}):
        return False
    if words.before[end] not in {"", "(", ","}:
        return False
    if words.words[end] in _WHO and words.words[end + 1 : end + 2] in _IS and end + 2 in starts:
        return False
    if "third_taking" not in cues[end]:
        return words.before[end] == "" and _names_one_alone(words, starts, end)
    verb_end = end + cues[end]["third_taking"]
    return not (verb_end < len(words) and words.words[verb_end] in _ME)


def _names_one_alone(words: Words, starts: frozenset[int], place: int) -> bool:
    """True where a treatment follows in the same clause and the person is not spoken of on the way to it."""
    for at in range(place, min(len(words), place + _REACH)):
        if words.before[at] != "" or words.words[at] in _OWN:
            return False
        if at in starts:
            return True
    return False


def _start_of_phrase(words: Words, place: int) -> int:
    """Where "my older brother" begins."""
    while place > 0 and words.words[place - 1] in _DETERMINERS and words.before[place] == "":
        place -= 1
    return place
