"""One form for the endings of a word, English and Spanish alike; light, so that it can be followed by eye."""

from flows.understand.question.lexicon import word_set

_ENDINGS = (
    "amientos", "imientos", "amiento", "imiento", "aciones", "iciones", "amente", "mente", "ations", "acion",
    "icion", "ation", "ingly", "iendo", "ando", "ness", "ings", "ados", "adas", "idos", "idas", "ing", "ado", "ada",
    "ido", "ida", "ers", "ies", "ed", "er", "es", "ly", "ar", "ir", "as", "os", "s", "a", "o", "e", "y",
)  # fmt: skip
_KEPT = 3
_BY_LAST = {last: tuple(ending for ending in _ENDINGS if ending[-1] == last) for last in {one[-1] for one in _ENDINGS}}


def stem(word: str) -> str:
    """`word` without its longest listed ending, where at least three letters stay."""
    for ending in _BY_LAST.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            return word[: -len(ending)]
    return word


STOP_WORDS = word_set(
    """
    a an the of to in on at for with and or but so is are am be been was were do does did have has had can could will
    would shall may might i me my you your it its this that these those we us our they them there their he she his her
    if then than as by from about into up out just really actually please also too very get got go going gonna ill im
    id ive well ok okay hi hello thanks thank u ur some any one not no yes s t hey um uh like anything something thing
    things lot kind sort much el la los las un una unos unas de del al en con para por y o e que se mi mis te tu su sus
    lo le les nos es son soy era ser estar esta este estos estas eso esa esto ese si ya muy mas pero como hay ha han
    hola gracias favor pues yo usted ustedes ella porfa oiga oye huh nah yeah honestly kinda maybe eh ppl guys yall
    thru til aqui ahi alla
    """
)
"""Words that say nothing about the topic."""
