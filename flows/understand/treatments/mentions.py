"""Where a text speaks of a medicine or a treatment."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.understand.clauses import HARD, Words, word_set
from flows.understand.treatments.ketamine import INFUSION, OTHER_FORM, ketamine_form, tells_of_infusions
from flows.understand.treatments.lexicon import GUESS, IGNORED, KETAMINE, Sense, lexicon
from flows.understand.treatments.result import Candidate
from flows.understand.treatments.spelling import guess

_SAME = re.compile(r"\bSAM-?e\b")
"""S-adenosylmethionine by its brand; only its capitals tell it from "same"."""
_NEAR = 6
_BESIDE = 2
_BODY = word_set(
    "migraine migraines headache headaches asthma diabetes cancer stroke seizure seizures overdose dehydration"
    " infection gallbladder hernia burn burns transplant migrana migranas azucar infarto derrame vesicula baby birth"
    " born surgery surgeries appendix covid pneumonia broken accident kidney heart labor delivery nurse leg parto bebe"
    " cirugia operacion apendice accidente neumonia corazon enfermera"
)
_PROGRAMMES = word_set("iop iops php phps intensive outpatient program")
_WHERE = word_set("at every once twice weekly with on")
_OF = word_set("de of")
_GROUP, _GUESS = Sense("psychotherapy"), Sense(GUESS)


@dataclass(frozen=True, slots=True)
class Mention:
    """The words from `start` to before `end` speak of `sense`."""

    start: int
    end: int
    sense: Sense


def mark_brand_case(text: str) -> str:
    """`text` with the one brand that only its capitals tell from a common word spelled out."""
    return _SAME.sub("adenosylmethionine", text)


def corrected(words: Words) -> tuple[Words, dict[int, Candidate]]:
    """`words` with near-certain slips set right, and the weaker guesses by the place of their word."""
    plain = list(words.words)
    weaker: dict[int, Candidate] = {}
    for place, word in enumerate(words.words):
        found = guess(word)
        if found is None:
            continue
        if found.sure:
            plain[place] = found.word
        else:
            weaker[place] = Candidate(word, found.sense.name or found.sense.code, found.score)
    return Words(tuple(plain), words.before, words.end), weaker


def find_mentions(words: Words, weaker: Iterable[int] = ()) -> list[Mention]:
    """The mentions in `words` in their order, the longest phrase at each place, ketamine told by its form.

    The words at the places `weaker` count as treatments of a sense still to be confirmed.
    """
    guesses = (Mention(place, place + 1, _GUESS) for place in weaker)
    found = sorted((*_phrases(words), *guesses), key=lambda mention: mention.start)
    occupied = {place: mention.sense.code for mention in found for place in range(mention.start, mention.end)}
    told = []
    for mention in found:
        sense = mention.sense
        if sense.code == KETAMINE:
            sense = ketamine_form(words, mention.start, mention.end, occupied)
        if sense.code == "inpatient" and _for_the_body(words, mention):
            continue
        if sense.code != IGNORED:
            told.append(Mention(mention.start, mention.end, sense))
    return _told_once(words, _joined(words, told))


def _joined(words: Words, mentions: list[Mention]) -> list[Mention]:
    """`mentions` with those made one that say one thing in a row: "infusiones de ketamina"."""
    joined: list[Mention] = []
    for one in mentions:
        last = joined[-1] if joined and joined[-1].sense == one.sense else None
        between = range(last.end, one.start) if last else ()
        if last and all(words.words[place] in _OF for place in between) and _unmarked(words, last.end, one.start):
            joined[-1] = Mention(last.start, one.end, one.sense)
        else:
            joined.append(one)
    return joined


def _unmarked(words: Words, start: int, last: int) -> bool:
    return all(words.before[place] == "" for place in range(start, last + 1))


def _told_once(words: Words, mentions: list[Mention]) -> list[Mention]:
    """`mentions` without what only says again what another one told.

    "Nasal ketamine, Spravato" is Spravato, ketamine without a form beside lozenges is those lozenges, and the therapy
    of "Linehan's therapy" is no other one.
    """
    kept = [one for one in mentions if not any(_repeats(words, one, other) for other in mentions)]
    if tells_of_infusions(words) or not any(one.sense == OTHER_FORM for one in kept):
        return kept
    return [Mention(one.start, one.end, OTHER_FORM) if one.sense == INFUSION else one for one in kept]


def _repeats(words: Words, one: Mention, other: Mention) -> bool:
    apart = max(one.start, other.start) - min(one.end, other.end)
    if other.sense.code == "esketamine" and one.sense == OTHER_FORM:
        return apart <= _BESIDE
    if other.sense.code == "dbt" and one.sense == _GROUP and words.words[one.start] in _PROGRAMMES:
        return apart <= 1
    if other.sense.code == "dbt" and one.sense == _GROUP and other.end <= one.start:
        return apart == 0 and words.before[one.start] == ""
    return False


def _for_the_body(words: Words, mention: Mention) -> bool:
    """True for a hospital that was about the body ("in the hospital for surgery")."""
    if not words.words[mention.end - 1].startswith("hospital") or mention.end - mention.start > 2:  # noqa: PLR2004
        return False
    around = range(max(0, mention.start - _NEAR), min(len(words), mention.end + _NEAR))
    return any(words.words[place] in _BODY for place in around)


def _phrases(words: Words) -> Iterator[Mention]:
    senses, longest = lexicon().senses, lexicon().longest
    place = 0
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            sense = senses.get(words.words[place : place + length])
            if sense and not any(mark in HARD or mark == "," for mark in words.before[place + 1 : place + length]):
                yield Mention(place, place + length, sense)
                place += length
                break
        else:
            if words.words[place] == "group" and (_is_listed(words, place) or _is_attended(words, place)):
                yield Mention(place, place + 1, _GROUP)
            place += 1


def _is_listed(words: Words, place: int) -> bool:
    """True for "group" as an item of a list ("sertraline, and group"), where it means group therapy."""
    opens = place > 0 and (words.words[place - 1] == "and" or words.before[place] in {",", "/"})
    return opens and (place + 1 == len(words) or words.before[place + 1] != "")


def _is_attended(words: Words, place: int) -> bool:
    """True for a sentence that begins "Group at …" or "Group every …", which is group therapy too."""
    opens = place == 0 or words.before[place] in HARD
    return opens and place + 1 < len(words) and words.words[place + 1] in _WHERE
