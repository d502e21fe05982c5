"""Spanish verbs in all their forms, without accents: every person, mood and tense, "tu", "usted" and "vos" alike."""

from collections.abc import Iterator, Mapping

_E_SPELLINGS = {"c": "qu", "g": "gu", "z": "c"}  # before an e of an -ar verb: "ahorque", "colgue", "lance"
_A_SPELLINGS = {"gu": "g", "c": "zc", "g": "j"}  # before an a or o of an -er or -ir verb: "siga", "fallezca", "coja"
_VOWELS = frozenset("aeiou")
_FORMS = {  # by the vowel of the infinitive: endings of the persons I; you, he, they (and "vos"); we
    "a": {
        "present": ("o", "as a an ais", "amos"),
        "past": ("e aba", "aste o aron asteis abas aba aban", "amos abamos"),
        "wished": ("ara ase", "aras ases ara ase aran asen", "aramos asemos"),
        "bidden": ("e", "e es en eis", "emos"),
    },
    "e": {
        "present": ("o", "es e en eis", "emos"),
        "past": ("i ia", "iste io ieron isteis ias ia ian", "imos iamos"),
        "wished": ("iera iese", "ieras ieses iera iese ieran iesen", "ieramos iesemos"),
        "bidden": ("a", "a as an ais", "amos"),
    },
    "i": {
        "present": ("o", "es e en is", "imos"),
        "past": ("i ia", "iste io ieron isteis ias ia ian", "imos iamos"),
        "wished": ("iera iese", "ieras ieses iera iese ieran iesen", "ieramos iesemos"),
        "bidden": ("a", "a as an ais", "amos"),
    },
}
_LATER = (("e ia", "as a an ias ia ian", "emos iamos"),)  # on the infinitive: "morire", "moriria"
_GERUND, _DONE = {"a": "ando", "e": "iendo", "i": "iendo"}, {"a": "ad", "e": "id", "i": "id"}
_WEAK = frozenset(("io", "ieron", "iendo"))  # endings that take the weak stem: "murio", "muriendo"
_IMPERFECT = frozenset(("aba", "abas", "aban", "abamos", "ia", "ias", "ian", "iamos"))
_UNSTRESSED = frozenset(("ais", "eis", "is", "amos", "emos", "imos"))
_VOS = frozenset(("as", "es", "a", "e"))  # on the unstressed stem: "colgas", "colga"
_MARKS = {"past": ("past",), "wished": ("wished",), "bidden": ("wished",)}
_PERSONS = ("i", "he", "we")
Odd = Mapping[str, str]


def conjugated(groups: Mapping[str, str], odd: Mapping[str, Odd]) -> dict[str, frozenset[str]]:
    """The forms of the verbs of each group, and under "group.mark" those of one kind.

    The kinds are inf, ger, done, past, did (what I did) and wished (subjunctive), and by the person i, he (also you and
    they) and we.

    `odd` tells how a verb leaves the pattern: its `strong` and `weak` stem, the stem in the `past` and the `future`,
    what `i` do, what is `done`, and forms beside all those as `more`, each with
    its marks: "doy/i"; or `only` those.
    """
    found: dict[str, set[str]] = {}
    for group, verbs in groups.items():
        for verb in verbs.split():
            for marks, form in _forms(verb, odd.get(verb, {})):
                for name in (group, *(f"{group}.{mark}" for mark in marks)):
                    found.setdefault(name, set()).add(form)
    return {name: frozenset(words) for name, words in found.items()}


def _forms(verb: str, odd: Odd) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each form of a verb with its marks."""
    stem, vowel = verb[:-2], verb[-2]
    yield ("inf",), verb
    for told in odd.get("only", odd.get("more", "")).split():
        form, *told_marks = told.split("/")
        yield tuple(told_marks), form
    if "only" in odd:
        return
    weak = odd.get("weak", stem)
    yield ("ger",), _smooth(weak if vowel == "i" else stem, _GERUND[vowel])
    done = [odd["done"][:-1]] if "done" in odd else [stem + _DONE[vowel]]
    yield from ((("done",), one + ending) for one in done for ending in ("o", "a", "os", "as"))
    future = odd.get("future", verb)
    for endings in _LATER:
        yield from (((person,), future + end) for person, listed in _by_person(endings) for end in listed)
    for tense, endings in _FORMS[vowel].items():
        for person, listed in _by_person(endings):
            marks = (person, *_MARKS.get(tense, ()), *(("did",) if (person, tense) == ("i", "past") else ()))
            for end in listed:
                yield from ((marks, form) for form in _ended(stem, vowel, tense, end, odd))


def _by_person(endings: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    return ((person, listed.split()) for person, listed in zip(_PERSONS, endings, strict=True))


def _ended(stem: str, vowel: str, tense: str, end: str, odd: Odd) -> Iterator[str]:
    """The form with one ending; two where the stressed and the other stem are both in use ("moris", "mueres")."""
    strong = odd.get("strong", stem)
    if tense in ("past", "wished"):
        imperfect = tense == "past" and end in _IMPERFECT
        if "past" in odd and not imperfect:
            yield _smooth(odd["past"], _STRONG_PAST.get(end, end) if tense == "past" else end)
        else:
            takes_weak = end in _WEAK or tense == "wished"
            yield _smooth(_spelled(odd.get("weak", stem) if takes_weak else stem, vowel, end), end)
        return
    if "i" in odd and tense == "bidden":
        yield odd["i"][:-1] + end if odd["i"].endswith("o") else _spelled(stem, vowel, end) + end
    elif "i" in odd and end == "o":
        yield odd["i"]
    elif end in _UNSTRESSED:
        yield _spelled(odd.get("weak", stem) if tense == "bidden" else stem, vowel, end) + end
    else:
        yield _spelled(strong, vowel, end) + end
        if tense == "present" and vowel != "i" and end in _VOS:
            yield stem + end


_STRONG_PAST = {"e": "e", "i": "e", "io": "o", "o": "o", "aste": "iste", "aron": "ieron", "amos": "imos"}


def _spelled(stem: str, vowel: str, end: str) -> str:
    """`stem` as it is spelt before `end`."""
    if vowel == "a" and end[0] == "e":
        return stem[:-1] + _E_SPELLINGS.get(stem[-1], stem[-1])
    if vowel != "a" and end[0] in "ao":
        for old, new in _A_SPELLINGS.items():
            if stem.endswith(old):
                return stem[: -len(old)] + new
    return stem


def _smooth(stem: str, end: str) -> str:
    """Stem and ending with a y between vowels ("cayo"), none after a j ("dijeron"); the u of "siguio" is no vowel."""
    if end.startswith("ie") and stem.endswith("j"):
        return stem + end[1:]
    between_vowels = stem[-1] in _VOWELS and not stem.endswith("gu")
    return stem + ("y" + end[1:] if between_vowels and end[0] == "i" and end[1:2] in ("o", "e") else end)
