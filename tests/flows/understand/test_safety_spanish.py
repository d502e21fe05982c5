"""What the crisis check makes of Spanish: who, when, what is denied, and how it is really typed."""

import pytest

from flows.understand.safety import Level, assess


def level(text: str) -> Level:
    return assess(text).level


@pytest.mark.parametrize(
    "text",
    [
        "quiero morirme",
        "me quiero matar de verdad, tía",
        "querés que te diga? me quiero morir",
        "usted no sabe, he pensado en quitarme la vida",
        "me dan ganas de aventarme al metro",
        "estuvimos a punto de matarnos los dos",
        "ya no le veo sentido a seguir viviendo",
        "ojalá no despertara mañana",
        "mi familia estaría mejor sin mí",
        "im a burden a mi familia, quiero dormir forever",
    ],
)
def test_wish_to_die_is_a_crisis_in_every_person_and_country(text: str) -> None:
    """Verbs are known in all their forms, for tu, usted and vos, and mixed with English."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "kiero morirme",
        "m kiero matar ia no puedo",
        "no kiero bibir mas",
        "se me metió aserme algo",
        "toy pensando en kitarme la bida",
        "quiero matarmw",
    ],
)
def test_spelling_by_ear_and_by_thumb_is_read(text: str) -> None:
    """Phone spellings, k for qu, b for v, missing h, and a slip of the thumb."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "no quiero morirme, quiero sentirme mejor",
        "nunca he pensado en matarme",
        "no es que quiera hacerme daño",
        "matarme no, eso nunca",
        "de hacerme algo ni pensarlo",
        "mi esposo grita pero jamás me ha pegado",
    ],
)
def test_negation_clears_its_own_clause(text: str) -> None:
    """What is denied is no crisis, before the words or after them."""
    assert Level.CRISIS != level(text)


@pytest.mark.parametrize(
    "text",
    [
        "no aguanto más, quiero morirme",
        "no sé qué hacer me quiero matar",
        "no dejo de pensar en quitarme la vida",
        "no sé si quiero matarme",
        "no hay día en que no piense en matarme",
        "no tengo trabajo quiero morirme",
    ],
)
def test_negation_of_another_clause_clears_nothing(text: str) -> None:
    """A verb that opens a clause of its own is not reached, nor is "I cannot stop" a no."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "mi hermana se quiere matar",
        "mi hijo de 14 tiene cortadas en los brazos",
        "encontré una soga en el cuarto de mi hijo",
        "mi papá ya no quiere vivir",
        "mi niña se colgó, la bajé, respira pero no me habla",
    ],
)
def test_danger_to_a_relative_is_a_crisis(text: str) -> None:
    """Who writes for somebody else gets help as fast."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "intenté suicidarme en 2012, desde entonces en terapia y bien",
        "de joven me cortaba, pero eso quedó atrás",
        "mi hermano se suicidó hace cinco años",
        "de freshman pensaba en morirme, ahorita que soy senior ya no",
    ],
)
def test_past_that_is_over_and_loss_get_a_soft_word(text: str) -> None:
    """A past with safety now, and a death one mourns, are no alarm and not nothing."""
    assert Level.SUPPORT == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "me mato hoy, ya no más",
        "hace años me cortaba y anoche volví a cortarme",
        "me tomé 30 acetaminofén hace un rato",
    ],
)
def test_recent_deed_is_never_past(text: str) -> None:
    """Something recent outweighs an old date."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "me muero de hambre, al rato contesto",
        "este calor de Las Vegas me va a matar",
        "se me murió el celular",
        "me corté el pelo ayer",
        "voy a matar dos pájaros de un tiro",
        "el tráfico es para pegarse un tiro jaja",
        "mi jefe me va a matar si llego tarde",
        "compré una cuerda para tender la ropa",
        "¿cómo me doy de baja del chat?",
        "los mariscos me hicieron daño",
    ],
)
def test_figure_of_speech_and_daily_life_are_left_alone(text: str) -> None:
    """Hunger, heat, scissors and clothes lines raise nothing."""
    assert Level.NONE == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "cuánto clonazepam hay que tomar para no despertar",
        "tengo la pistola cargada en la mesa",
        "tengo ahorradas 60 pastillas de amitriptilina",
        "estoy en la orilla del puente",
        "ya escogí el día, lo hago cuando mi esposa se vaya a trabajar",
        "me tomé todas las pastillas de mi mamá",
        "se rompió la soga",
    ],
)
def test_means_plan_and_attempt_are_a_crisis(text: str) -> None:
    """Doses, weapons and heights, with an intent around them."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    ["tomo 20 mg de fluoxetina en la mañana", "¿cuántas pastillas trae el frasco?", "tomo tres pastillas al día"],
)
def test_dose_of_a_treatment_is_left_alone(text: str) -> None:
    """What a doctor prescribed is told to an intake desk every day."""
    assert Level.NONE == level(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mi esposo me pega cuando toma", "danger_from_others"),
        ("me tiene encerrada y no me deja salir", "danger_from_others"),
        ("voy a matar a mi marido", "harm_to_others"),
        ("me quemo con cigarros", "self_harm"),
        ("cuando lean esto yo ya no voy a estar", "goodbye"),
    ],
)
def test_category_tells_what_the_message_speaks_of(text: str, expected: str) -> None:
    """Staff see at a glance what they will be called about."""
    assert expected in assess(text).categories


def test_words_that_no_rule_names_are_weighed_together() -> None:
    """A despair told in new words is met by what the words have in common with others' despair."""
    assert (
        "many_signs"
        in assess("cada noche le pido a la cama que se quede conmigo y no me devuelva a la mañana").categories
    )


@pytest.mark.parametrize(
    "text",
    [
        "perdí el trabajo y pienso en el suicidio",
        "le dije a mi psicóloga que pienso en el suicidio",
        "soy maestra y ando con ideas de suicidio",
        "me voy a matar el lunes",
        "me quiero matar al rato",
        "estoy a nada de colgarme",
        "tomé veneno para cucarachas",
        "me está siguiendo un hombre",
        "tengo ganas de ahogar al bebé",
        "le ruego a la virgen todas las noches que me recoja",
        "vi una película triste y me quiero morir",
        "en el formulario puse que quiero matarme",
        "tengo ganas de morirme y no tengo a nadie",
        "no es broma, me quiero morir",
        "me pregunto cómo sería morir",
    ],
)
def test_words_of_a_settled_phrase_do_not_hide_a_crisis(text: str) -> None:
    """A profession named, a weekday, a purpose of the poison: none of it takes the wish or the deed back."""
    assert Level.CRISIS == level(text)


@pytest.mark.parametrize(
    "text",
    [
        "quiero hacer una llamada",
        "mándeme dos folletos",
        "la puedo romper en dos",
        "va junto con mi otra pastilla",
        "no puedo vivir sin internet jaja",
        "no me quiero levantar temprano",
        "me llamo Socorro",
        "no hace falta, gracias",
        "a qué hora me la tomo",
        "está cañón el tráfico",
        "soy la de la blusa morada",
        "le voy a dar un abrazo",
        "quiero irme con mi mamá a México",
        "mi último mensaje no llegó",
    ],
)
def test_loose_words_of_everyday_life_are_nothing(text: str) -> None:
    """A crisis takes a writer, what is meant and its object; one of them alone is met every day."""
    assert Level.NONE == level(text)
