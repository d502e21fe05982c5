"""What is said of treatment as a whole: that there was none, that nothing helped, that the person does not remember."""

from flows.understand.clauses import HARD, Words, word_set
from flows.understand.treatments.cues import Cues
from flows.understand.wrapping_words import only_wraps

_REACH = 6
_EXCEPTING = word_set("but except besides excepto menos salvo mas else other from like de wrong")
_SELF_MADE = word_set("did does doing do for hizo hace hicieron hacen helped worked funciono sirvio changed from")
_AND = word_set("and y pero but")
_DID = word_set("did does do doing hizo hace hicieron hacia")
_NEGATIVE = word_set(
    "no not never nothing none neither nor didnt doesnt dont hasnt havent wasnt isnt without cant couldnt nobody zero"
    " nunca jamas nada ninguno ninguna sin ni tampoco ningun"
)


def says_no_relief(words: Words, cues: Cues) -> bool:
    """True where something is said not to have helped ("nothing worked", "no relief", "ninguno me hizo nada")."""
    for place, word in enumerate(words.words):
        if word not in _NEGATIVE:
            continue
        if (
            place > 1
            and word in {"nothing", "nada"}
            and words.words[place - 1] in _DID
            and words.words[place - 2] != "i"
        ):
            return True
        for at in range(place + 1, min(len(words), place + 1 + _REACH)):
            if words.before[at] in HARD or words.words[at] in {"but", "pero", "until", "hasta"}:
                break
            if "relief" in cues[at]:
                return True
    return False


def says_none(words: Words, cues: Cues) -> bool:
    """True where the words mean that there was no treatment yet; "nothing helped" and "nothing but …" do not."""
    first = cues[0].get("none_alone", 0)
    if first and (first == len(words) or only_wraps(words.words[first:]) or _is_bare(words, first)):
        return True
    if any("none_so_far" in here for here in cues):
        return True
    return any("nothing" in here and _is_plain_nothing(words, cues, place) for place, here in enumerate(cues))


def _is_bare(words: Words, first: int) -> bool:
    """True for "no, I …" with nothing behind it that could be something else."""
    return words.before[first] != "" and len(words) <= first + 3


def _is_plain_nothing(words: Words, cues: Cues, place: int) -> bool:
    end = place + cues[place]["nothing"]
    if place and words.words[place - 1] in _SELF_MADE and words.before[place] == "":
        return False
    if place and words.words[place - 1] in {"no", "me"} and "relief" in cues[place - 1]:
        return False
    if place > 1 and words.words[place - 1] in _AND and any("all" in cues[at] for at in range(place - 1)):
        return False
    for at in range(end, min(len(words), end + _REACH)):
        if words.before[at] in HARD:
            break
        if words.words[at] in _EXCEPTING and at == end:
            return False
        if "relief" in cues[at] or "outcome" in cues[at]:
            return False
    return True


def says_unsure(words: Words, cues: Cues) -> bool:
    """True for doubt about the treatment or its name; about when, how long, how much or whether it helped is none."""
    for place, here in enumerate(cues):
        if "unsure" not in here:
            continue
        end = place + here["unsure"]
        nearby = [at for at in range(end, min(len(words), end + 3)) if words.before[at] not in HARD or at == end]
        if any("unsure_name" in cues[at] for at in nearby):
            return True
        if end < len(words) and words.before[end] == "" and "unsure_other" in cues[end]:
            continue
        return True
    return False
