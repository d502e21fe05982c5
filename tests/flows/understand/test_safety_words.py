"""How the crisis check comes to know Spanish words: all forms of a verb, and words typed as they sound."""

from flows.understand.safety.conjugation import conjugated
from flows.understand.safety.signs import BIAS, Signs, Weight, signs_of
from flows.understand.safety.sounding import sound

IRREGULAR = {
    "morir": {"strong": "muer", "weak": "mur", "done": "muerto"},
    "decir": {"i": "digo", "strong": "dic", "weak": "dic", "past": "dij", "future": "dir", "done": "dicho"},
    "ir": {"only": "voy/i fui/i/past/did va/he"},
}


def test_regular_verb_is_known_in_every_person_and_spelling() -> None:
    """Tu, usted and vos, and qu before an e."""
    forms = conjugated({"HANG": "ahorcar"}, {})["HANG"]
    assert {"ahorco", "ahorcas", "ahorque", "ahorcaria", "ahorcandose"[:-2], "ahorcasteis", "ahorcara"} <= forms
    assert "ahorce" not in forms


def test_stem_changes_where_it_is_stressed() -> None:
    """Muero and murio, but moris of those who say vos."""
    forms = conjugated({"DIE": "morir"}, IRREGULAR)
    assert {"muero", "muere", "murio", "muriera", "muriendo", "moris", "muerta"} <= forms["DIE"]
    assert {"moro", "mores", "morido"}.isdisjoint(forms["DIE"])
    assert {"mori", "moria"} == forms["DIE.did"]


def test_irregular_past_and_forms_listed_one_by_one() -> None:
    """Dijeron without an i, and a verb that is only what is listed."""
    forms = conjugated({"SAY": "decir", "GO": "ir"}, IRREGULAR)
    assert {"dijo", "dijeron", "dijera", "digo", "diga", "dira", "dicho"} <= forms["SAY"]
    assert {"ir", "voy", "fui", "va"} == forms["GO"]


def test_words_that_sound_alike_are_spelt_alike() -> None:
    """What is typed by ear, and what is meant."""
    assert sound("hacer") == sound("aser")
    assert sound("quitarme") == sound("kitarme")
    assert sound("vida") == sound("bida")
    assert sound("llorar") == sound("yorar")
    assert sound("casa") != sound("caja")


def test_signs_are_words_their_beginnings_and_pairs() -> None:
    """Pairs side by side, or with one word between; the ends of the message count as words."""
    assert {"ya", "no", "puedes", "puede", "^ ya", "ya no", "no puede", "puede $", "ya _ puede"} == signs_of(
        ["ya", "no", "puedes"]
    )


def test_weights_add_up_and_unknown_words_weigh_nothing() -> None:
    """The bias stands alone where no sign is known; what a rule found is not thinned out by a long message."""
    known = {"sola": Weight(3, 1, 2), "amigo": Weight(0, 0, 0), "#rule": Weight(2, 0, 1)}
    signs = Signs.of({BIAS: Weight(-1, 0, 4), **known})
    assert Weight(-1, 0, 4) == signs.weigh(["hola"], ())
    assert signs.weigh(["sola"], ()).crisis > signs.weigh(["sola", "amigo"], ()).crisis > -1
    assert 2 == signs.weigh(["sola", "amigo"], ("#rule",)).crisis - signs.weigh(["sola", "amigo"], ()).crisis


def test_a_table_of_weights_is_kept_in_bytes() -> None:
    """As it was learnt, to the hundredth."""
    signs = Signs.of({BIAS: Weight(-1.5, 0.25, 3), "sola": Weight(2.125, -3, 0.5), "otra": Weight(0, 1, 0)})
    assert Weight(-1.5, 0.25, 3) == Signs.read(signs.written()).weigh((), ())
    assert signs.weigh(["sola", "otra"], ()) == Signs.read(signs.written()).weigh(["sola", "otra"], ())
