"""What a sentence as a whole tells about the treatments in it."""

from flows.understand.clauses import HARD, Words, word_set
from flows.understand.treatments.cues import Cues
from flows.understand.treatments.mentions import Mention

CARRYING = word_set("or nor ni o")
"""Words that carry a denial on to the next of a list."""
LISTING = word_set("and y e u the a an el la los las any even also like either maybe n plus with") | CARRYING
"""Words that may stand in a bare list."""
_TIMES = word_set(
    "last high college then my the childhood around about before january march june july fall el la que mi"
)
_ASKING = word_set("is are does can could should would will puedo ofrecen hacen tienen")
_WHO = word_set("i you there yall ustedes")
_ARTICLES = word_set("the a an el la los las for")


def asks_us(words: Words, cues: Cues, starts: frozenset[int], place: int) -> bool:
    """True where the sentence from `place` asks about a treatment ("do you do TMS?"); "does Deplin count?" does not."""
    end = next((at for at in range(place + 1, len(words)) if words.before[at] in HARD), len(words))
    if any("counting" in cues[at] for at in range(place, end)):
        return False
    mark = words.before[end] if end < len(words) else words.end
    if mark == "?":
        return any("asking" in cues[at] for at in (place, min(place + 1, end - 1)))
    follows = place + 1 in starts or (place + 1 < end and words.words[place + 1] in _WHO)
    return words.words[place] in _ASKING and follows


def list_goes_on(words: Words, mentions: dict[int, Mention], place: int, *, wide: bool) -> bool:
    """True where the list behind a mark at `place` still belongs to what was said before the mark.

    A verb carries over a bare list (`wide`: "never tried TMS, ECT"); "no TMS, Zoloft" goes on only where the list
    itself is joined by "or" or "nor".
    """
    if words.words[place] in CARRYING or (words.before[place] == "/" and place in mentions):
        return True
    carried = False
    while place < len(words):
        mention = mentions.get(place)
        if mention is None and words.words[place] not in LISTING:
            return False
        carried = carried or words.words[place] in CARRYING
        place = mention.end if mention else place + 1
        if place < len(words) and words.before[place] and (wide or words.before[place] in HARD):
            break
    return wide or carried


def outcome_told(words: Words, cues: Cues, place: int) -> bool:
    """True where the sentence already told how it went: a bare "no" behind that is about the outcome."""
    while place > 0 and words.before[place] not in HARD:
        place -= 1
        if "outcome" in cues[place]:
            return True
    return False


def universal_ahead(words: Words, cues: Cues, place: int) -> str:
    """Whether "other than this, …" goes on with "all" or with "nothing"."""
    for at in range(place + 1, len(words)):
        if words.before[at] in HARD:
            break
        if "all" in cues[at]:
            return "all"
        if "nothing" in cues[at] or "negator" in cues[at]:
            break
    return "nothing"


def names_next(words: Words, starts: frozenset[int], place: int) -> bool:
    """True where a treatment stands at `place`, but for an article."""
    while place < len(words) and words.words[place] in _ARTICLES:
        place += 1
    return place in starts


def tells_time(words: Words, place: int) -> bool:
    """True where the word at `place`, behind a "since", is about a time and gives no reason."""
    return place < len(words) and (words.words[place].isdigit() or words.words[place] in _TIMES)
