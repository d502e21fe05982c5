"""Which language a message is written in, by its commonest words: help must come in the language of the words."""

import re

from flows.understand.fold import fold

_SPANISH = frozenset(
    """
    a al algo asi aqui ayer bien como con cuando de del desde el ella ellos en era eres es esa ese eso esta
    estan estar este esto estoy fue ha hace han hasta hay he hoy la las le les lo los luego mas me mejor mi mis
    mucho muy nada nadie ni no nos o otra otro para pero por porque pues que quien quiero quiere se ser si sin
    sobre solo son soy su sus tambien tan te tengo tiene toda todo todos tu un una uno usted va vez vida voy y
    ya yo morir morirme matarme vivir mi hijo hija esposo esposa mama papa hermano hermana
    """.split()  # noqa: SIM905  # a list of one word a line would say less
)
_ENGLISH = frozenset(
    """
    a about all alone am an and any anymore are as at be because been but by can cant do dont done every for
    from get going gonna had has have he her him his how i if im in is it its ive just know life like live me
    more my myself never no not of on one or out over she so some that the them then there they think this to
    tonight up wanna want was we what when who will with without would you your die kill dead end
    after again ago also any anything back been before better call came could cutting day days did does drug drugs
    everyone everything feel felt free good got great help here hes history hours hurt hurts ill im id isnt last later
    leave made many maybe need night nothing now off ok old other our own pain people please pills say says shes
    should since sleep someone something sorry still sounds suicide suicidal talk text thanks thats thing things
    thoughts thru today tomorrow told too took tried try two use wait week went were whats where which why wife work
    wont yeah years yes yesterday yep youre
    """.split()  # noqa: SIM905  # the same
)
_WORD = re.compile(r"[a-z]+")


def language_of(text: str) -> str:
    """The language of `text`: "es", "en", or "" where its words do not say."""
    words = _WORD.findall(fold(text).replace("'", ""))
    spanish = sum(word in _SPANISH and word not in _ENGLISH for word in words)
    english = sum(word in _ENGLISH and word not in _SPANISH for word in words)
    if spanish == english:
        return ""
    return "es" if spanish > english else "en"
