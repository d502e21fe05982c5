"""Telling the forms of ketamine apart: an infusion at a clinic, Spravato, or another form taken elsewhere.

The forms are named in the research of the field: intravenous racemic ketamine is given as an infusion, esketamine is a
nasal spray under supervision, and troches, lozenges, tablets, shots and compounded sprays are other medicines.
"""

from flows.understand.clauses import HARD, Words, word_set
from flows.understand.treatments.lexicon import ANY, IGNORED, KETAMINE, Sense

INFUSION = Sense("ketamine_infusion")
OTHER_FORM = Sense("other_medication", "ketamine")
NO_TREATMENT = Sense(IGNORED)
_WINDOW = 6
"""Words to either side in which a form is looked for."""

_INFUSED = word_set(
    "infusion infusions iv ivs intravenous intravenously drip drips infused clinic booster boosters infusiones"
    " intravenosa intravenoso suero vena sueros"
)
_ELSEWHERE = word_set(
    "troche troches lozenge lozenges tablet tablets oral orally sublingual sublinguals tongue im intramuscular shot"
    " shots injection injections injected nasal nasally intranasal spray compounded compound home mail mailed pill"
    " pills rdt cream capsule capsules mindbloom joyous gummies swallow swish powder nose sublingually lonzenges"
    " trouches trocisco trociscos trochee dissolve dissolving dissolved melt melts linguales sublinguales pastillita"
    " pastillitas debajo disuelta disuelven mandan enviada shipped pharmacy farmacia pastilla pastillas tableta"
    " tabletas comprimidos lengua inyeccion inyecciones casa correo rociador aerosol inyectada inyectado gotas"
    " atomizador capsulas"
)
_NO_CARE = word_set(
    "er emergency surgery surgeries surgical operation anesthesia anesthetic broken fracture dentist"
    " recreational recreationally party parties partying club clubs festival rave raves street horse vet"
    " veterinary snorted dealer cirugia operacion anestesia fiesta fiestas dentista urgencias"
)
_ENDING = HARD
_OTHERS = frozenset({"and", "then", "but", "y", "pero", "luego", "switched", "plus"})


def ketamine_form(words: Words, start: int, end: int, occupied: dict[int, str]) -> Sense:
    """The sense of "ketamine" at `start` to before `end`.

    Its form is looked for in the same sentence, up to a word of joining or a treatment of another kind (`occupied`
    holds the code at each word that belongs to one). Plain "ketamine" is the infusion, the form a clinic gives.
    """
    near = _around(words, start, end, occupied)
    if near & _NO_CARE:
        return NO_TREATMENT
    if near & _ELSEWHERE and not near & _INFUSED - {"clinic"}:
        return OTHER_FORM
    return INFUSION


def tells_of_infusions(words: Words) -> bool:
    """True where any word speaks of an infusion or of the clinic that gives it."""
    return not _INFUSED.isdisjoint(words.words)


def _around(words: Words, start: int, end: int, occupied: dict[int, str]) -> set[str]:
    near = set(words.words[start:end])
    for place in range(start - 1, max(-1, start - 1 - _WINDOW), -1):
        if words.before[place + 1] in {*_ENDING, ","} or _parts(words, place, occupied):
            break
        near.add(words.words[place])
    for place in range(end, min(len(words), end + _WINDOW)):
        if words.before[place] in _ENDING or _parts(words, place, occupied):
            break
        near.add(words.words[place])
    return near


def _parts(words: Words, place: int, occupied: dict[int, str]) -> bool:
    other = occupied.get(place, ANY) not in {ANY, KETAMINE, "medication", "ketamine_infusion", IGNORED}
    return other or words.words[place] in _OTHERS
