"""Slips of spelling: near-certain ones are read, weaker ones wait for a tap, ordinary words stay what they are."""

import pytest

from flows.understand.ordinary import ordinary_words
from flows.understand.treatments import Candidate, Treatments, read_treatments
from flows.understand.treatments.spelling import guess, sound

SLIPS = """\
sertraline: zolft zoloff zolof zoleft zolofft sertaline sertralene setraline sertroline certraline sertralin
  sertrolin sertralina setralina soloft
fluoxetine: prozak prozack prozc prosac prozax fluoxetene floxetine fluoxitine fluxetine fluoxetin fluoxitina
  floxetina
escitalopram: lexapo lexaprow lexipro lexepro lexpro lexaprol escitalapram escitilopram escitalopran
  excitalopram
citalopram: celxa cellexa celexia selexa citalapram citalopran citolopram
paroxetine: paxill paksil paxel paroxitine paroxatine paroxetin
fluvoxamine: luvoks lovox fluvoxamin fluvoxemine
venlafaxine: effexer efexor effexxor effexor efexer venlafaxin venlafaxene venlaflaxine venlafexine benlafaxina
desvenlafaxine: pristeq pristiqe prestiq pristik desvenlafexine desvenlafaxin
duloxetine: cymbolta cimbalta symbalta simbalta cymbalto duloxitine duloxatine duloxetin
bupropion: welbutrin wellbutrine welbuterin wellbuterin wellbutron wellbutrin welbutren wellbutrim buproprion
  bupropian buproprian bupropión wellburtin
mirtazapine: remron remeran mirtazipine mirtazapene mertazapine mirtazepine mirtazapin
trazodone: trazadone trazodine trazedone trazodon trazidone desyril
vilazodone: viibrid vibryd vibrid viibryd vilazadone
vortioxetine: trintelix trintellex brintelix trintilix vortioxatine
dextromethorphan-bupropion: auvelety auvelty
amitriptyline: amitriptaline amitryptiline amitriptiline amitryptyline elavill
nortriptyline: nortriptiline nortriptilene nortryptiline pamalor
clomipramine: clomiprimine anafranyl
phenelzine: nardill phenalzine
aripiprazole: abilafy abilfy abillify aripiprizole arpiprazole aripriprazole
brexpiprazole: rexulty rexuti
cariprazine: vraylor varylar vrylar
quetiapine: seroquil seraquel seroquell quetiapene quitiapine quetiapin
olanzapine: zyprexia ziprexa olanzapene olanzipine
risperidone: risperidal risperdol risperidon resperidone
ziprasidone: geodone
lurasidone: latooda latuta
lithium: lithum lithuim litheum
lamotrigine: lamictol lamictel lamictil lamotrogine lamotrigene lamotrijina
valproate: depakot depecote depacote
carbamazepine: tegratol tegretal carbamazapine
topiramate: topomax topamaxx
gabapentin: gabapenten gabbapentin gabapentine neurontine
pregabalin: lirica lyrika
buspirone: busperone buspar buspare buspirine
hydroxyzine: hydroxizine hydroxyzene hidroxizina vistoril
alprazolam: xanex zanax xannax alprazalam alprazolan
clonazepam: klonipin klonapin clonopin clonazepan clonasepam clonazapam
lorazepam: atavan ativen lorazapam lorazepan adavan
diazepam: vallium valum diazapam
zolpidem: ambian ambein zolpiden
eszopiclone: lunestra
amphetamine-dextroamphetamine: adderal aderall adderol aderal
lisdexamfetamine: vyvance vivanse vyvans vivance
methylphenidate: concereta ritlin ritalyn methylphenadate
atomoxetine: strattara stratera straterra
esketamine: spravado spravatto spravoto esketamin esketemine
ketamine_infusion: ketamin ketimine ketomine ketmine ketamene
psychotherapy: theropy therepy pyschotherapy psycotherapy counciling councelling counsling terapía sicoterapia
  therpist
antidepressant: antidepresants antidepressents antidepresant antidepresivo antidrepesivos antidepressive
"""
"""What is meant, then how people write it."""

ORDINARY_ENGLISH = """
ability ambient ambiguous trivial lyrics lyrical concert concerts convert concept council counsel latitude restore
restored restoring desire desired value valid vallejo volume station silence sermon granite panel patel pixel
strategy scatter starter interval retain matrix inclusion illusion confusion infection injection inspection
meditation mediation dedicated sedated sedation serotonin dopamine cortisol melanin aspirin ibuprofen tylenol
benadryl metformin lisinopril omeprazole stelara celebrex plavix lipitor prilosec zyrtec claritin botox insulin
prednisone therefore thereby theory thermal terrace terrible country counting county couple course cousin counter
hospitality hopeless hopeful husband because before between morning evening something everything someone anyone
everyone yesterday tomorrow sometimes depression anxiety depressed anxious stressed trauma insomnia sleeping
nightmares panic attacks anger angry lonely alone tired exhausted crying doctor nurse clinic appointment insurance
medicare medicaid employer school college university teacher student engineer driver california nevada arizona
phoenix henderson pasadena burbank glendale sedona vegas angeles monica ventura malibu oakland gordon marla devin
adrian adrien laura lydia travis stanton preston riverdale marian austin jordan tyler logan dakota please thanks
thank hello really actually probably definitely maybe around about almost already always never again weekly monthly
daily yearly several many different better worse worst best great awful
"""
ORDINARY_SPANISH = """
concierto conciertos contesta contestar valor valores silencio estrategia ideal inclusive ilusion confusion
conclusion infeccion inyeccion consejo consejos contento terraza teoria psicosis hospitales estabilidad estable
anciano litro litros limite clon depresion ansiedad tristeza triste cansado cansada nervios estres insomnio
pesadillas panico miedo soledad llorar dormir doctor doctora clinica enfermera seguro trabajo escuela universidad
maestra familia hermano hermana esposo esposa hijos padres semana semanas meses tiempo anos siempre nunca tambien
despues antes ahora todavia ayer manana noche tarde temprano necesito quiero quisiera puedo tengo estoy estaba
estuve siento sentia pienso creo espero busco gracias favor buenos buenas mucho mucha muchos poco poca bastante
demasiado mejor peor bien mal grande pequeno nuevo nueva primero segundo ultimo telefono correo direccion ciudad
estado codigo postal nombre apellido edad fecha nacimiento
"""


def slips() -> list[tuple[str, str]]:
    """The table as pairs of what is meant and how it is written."""
    rows = (line.split(": ") for line in SLIPS.replace("\n  ", " ").splitlines())
    return [(meant, slip) for meant, listed in rows for slip in listed.split()]


@pytest.mark.parametrize(("meant", "slip"), slips())
def test_common_misspellings_are_read(meant: str, slip: str) -> None:
    """A near-certain slip is read as what it stands for."""
    reading = read_treatments(slip)

    assert meant in {*reading.codes, *reading.antidepressants, *reading.other_medications}


@pytest.mark.parametrize("word", sorted({*ORDINARY_ENGLISH.split(), *ORDINARY_SPANISH.split()}))
def test_ordinary_words_are_no_medicine(word: str) -> None:
    """No everyday word, place, name or other remedy is read, or even guessed, as one of the medicines."""
    reading = read_treatments(word)

    assert (reading.antidepressants, reading.other_medications, reading.uncertain) == ((), (), ())


def test_no_word_of_the_list_is_corrected() -> None:
    """The list of ordinary words guards every word on it."""
    corrected = [word for word in ordinary_words() if guess(word)]

    assert corrected == []


def test_a_weak_resemblance_waits_for_a_tap() -> None:
    """It is no answer, and it says what was typed and what may be meant."""
    expected = Treatments(uncertain=(Candidate("zollof", "sertraline", 67),))

    assert expected == read_treatments("I took zollof")


def test_a_weak_resemblance_that_is_denied_is_dropped() -> None:
    """Nobody is asked to confirm what they say they never had."""
    assert read_treatments("never tried zollof").uncertain == ()


@pytest.mark.parametrize("word", ["zol", "paxi", "ect", "etc", "tsm", "same", "ot", ""])
def test_short_words_are_never_corrected(word: str) -> None:
    """Below five letters everything looks like something."""
    assert guess(word) is None


@pytest.mark.parametrize(("one", "other"), [("cymbalta", "simbalta"), ("effexor", "efexor"), ("xanax", "zanax")])
def test_what_sounds_alike_is_spelled_alike_by_ear(one: str, other: str) -> None:
    """The rough spelling by ear is the same."""
    assert sound(one) == sound(other)
