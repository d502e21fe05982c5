"""Reading what a person typed about their treatments so far."""

from flows.understand.clauses import Words, read_words
from flows.understand.treatments.cues import Cues, find_cues
from flows.understand.treatments.doubt import says_no_relief, says_none, says_unsure
from flows.understand.treatments.lexicon import ANY, GUESS, MEDICATION
from flows.understand.treatments.mentions import Mention, corrected, find_mentions, mark_brand_case
from flows.understand.treatments.result import CODES, Candidate, Treatments
from flows.understand.treatments.status import Status
from flows.understand.treatments.walk import statuses
from flows.understand.when import time_phrases

_MEDICINES = ("antidepressant", "other_medication")
_Told = list[tuple[Mention, Status]]


def read_treatments(text: str) -> Treatments:
    """What `text` says the person had.

    Claimed is what the person had in any way: in the past, stopped, without success, for something else. Not claimed
    are what is denied, only thought of, offered or asked about, and what a relative or friend had.

    How a careful reader codes the doubtful ones:

    - A class without a name ("a couple of SSRIs") is its code, also where the person says that the names are forgotten.
    - "Meds" or "pills" alone, of which neither kind nor name is told, are `unsure`; beside anything told they add
      nothing. "No meds" denies both kinds of medicine.
    - `none` and `unsure` stand where nothing is claimed; "nothing helped" is `no_relief` and neither of them.
    - A partial hospital or intensive outpatient programme is psychotherapy, not an inpatient stay.
    - Ketamine is the infusion unless another form is told; Spravato is esketamine; troches, lozenges, tablets, shots
      and compounded sprays are another medicine named ketamine; ketamine in an operation or for fun is nothing.
    """
    plain = read_words(mark_brand_case(text))
    if not plain:
        return Treatments()
    words, weaker = corrected(plain)
    mentions = find_mentions(words, weaker)
    cues = find_cues(words)
    told = list(zip(mentions, statuses(words, cues, mentions), strict=True))
    claimed = {mention.sense.code for mention, status in told if status is Status.TAKEN and mention.sense.code in CODES}
    names = {code: _names(told, code) for code in _MEDICINES}
    no_relief = says_no_relief(words, cues)
    codes = claimed or _whole(words, cues, told, no_relief=no_relief)
    return Treatments(
        codes=tuple(code for code in CODES if code in codes),
        antidepressants=names["antidepressant"],
        other_medications=names["other_medication"],
        negated=_negated(told, claimed),
        times=time_phrases(text),
        no_relief=no_relief,
        uncertain=_uncertain(told, weaker, {*claimed, *names["antidepressant"], *names["other_medication"]}),
    )


def _names(told: _Told, code: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            mention.sense.name
            for mention, status in told
            if status is Status.TAKEN and mention.sense.code == code and mention.sense.name
        )
    )


def _negated(told: _Told, claimed: set[str]) -> tuple[str, ...]:
    """The codes denied; a medicine denied by name does not deny its kind."""
    denied: set[str] = set()
    for mention, status in told:
        if status is not Status.DENIED:
            continue
        if mention.sense.code == MEDICATION and not claimed & set(_MEDICINES):
            denied.update(_MEDICINES)
        elif not mention.sense.name:
            denied.add(mention.sense.code)
    return tuple(code for code in CODES if code in denied - claimed)


def _whole(words: Words, cues: Cues, told: _Told, *, no_relief: bool) -> set[str]:
    """`none` or `unsure`, where nothing is claimed and the words as a whole say so."""
    if says_unsure(words, cues):
        return {"unsure"}
    if any(mention.sense.code == ANY and status is Status.DENIED for mention, status in told) and not no_relief:
        return {"none"}
    if says_none(words, cues):
        return {"none"}
    nameless = any(mention.sense.code == MEDICATION and status is Status.TAKEN for mention, status in told)
    return {"unsure"} if nameless and not no_relief else set()


def _uncertain(told: _Told, weaker: dict[int, Candidate], sure: set[str]) -> tuple[Candidate, ...]:
    """The weaker guesses that the person speaks of as had and that are not told already."""
    guesses = (
        weaker[mention.start] for mention, status in told if mention.sense.code == GUESS and status is Status.TAKEN
    )
    return tuple(dict.fromkeys(guess for guess in guesses if guess.meant not in sure))
