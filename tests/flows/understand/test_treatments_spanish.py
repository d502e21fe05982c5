"""Treatments told in Spanish, in many people's ways."""

import pytest

from flows.understand.treatments import read_treatments

TOLD = """\
fluoxetina. digo, paroxetina => antidepressant | paroxetine
me tienen con carbamazepina => other_medication | carbamazepine
me iban a hacer TMS y al final la aseguranza no quiso => -
para mi padre: paroxetina y lorazepam => antidepressant other_medication | paroxetine, lorazepam
terapia (sí), internado (no) => psychotherapy | not inpatient
ninguno de esos => none
he tomado de todo, prozac, zoloft, paxil => antidepressant | fluoxetine, sertraline, paroxetine
estoy en lista de espera para TMS => -
nunca he probado TMS => - | not tms
nunca he probado la ketamina ni la TMS => - | not tms ketamine_infusion
mi hermana tomó Prozac => -
pastillas => unsure
nada todavía => none
nunca => none
no he tomado nada => none
no tomo nada => none
ningún tratamiento => none
nunca he ido a terapia => - | not psychotherapy
nunca he estado hospitalizado => - | not inpatient
no me han hospitalizado pero sí tomo sertralina => antidepressant | sertraline | not inpatient
tomé antidepresivos pero no recuerdo los nombres => antidepressant
no recuerdo => unsure
no sé cómo se llaman => unsure
mi esposo toma Wellbutrin y yo Lexapro => antidepressant | escitalopram
mi mamá recibió electrochoques => -
spravato no, infusiones de ketamina tampoco. tms sí => tms | not ketamine_infusion esketamine
me recomendaron TMS => -
quiero probar la ketamina => -
mi psiquiatra me sugirió Spravato pero todavía no => - | not esketamine
estuve hospitalizado en 2019 y tomé litio => inpatient other_medication | lithium
terapia con un psicólogo y sertralina, no funcionó => psychotherapy antidepressant | sertraline
ya no tomo fluoxetina => antidepressant | fluoxetine
dejé el Paxil hace años => antidepressant | paroxetine
antidepresivos, ansiolíticos y estabilizadores del ánimo => antidepressant other_medication
clonazepam y sertralina => antidepressant other_medication | sertraline, clonazepam
infusión de ketamina hace 3 meses => ketamine_infusion
estimulación magnética transcraneal => tms
psicoterapia y DBT => psychotherapy dbt
they gave me ketamine during surgery once => -
estuve en terapia dos años => psychotherapy
he tomado sertralina, escitalopram y ahora venlafaxina => antidepressant | sertraline, escitalopram, venlafaxine
nunca he tomado antidepresivos => - | not antidepressant
nunca tomé pastillas, sólo terapia => psychotherapy | not antidepressant other_medication
no, nunca he ido al psicólogo => - | not psychotherapy
ni terapia ni medicamentos => - | not psychotherapy antidepressant other_medication
no he hecho TMS pero sí infusiones de ketamina => ketamine_infusion | not tms
mi papá estuvo internado => -
mi prima hizo TMS y le funcionó => -
mi hermano toma litio, yo tomo Lamictal => other_medication | lamotrigine
a mi mamá le dieron electrochoques, a mí solo sertralina => antidepressant | sertraline
me recetaron sertralina pero no la tomé => -
el doctor me recomendó ketamina => -
me interesa la TMS => -
estoy considerando Spravato, he tomado Prozac y Paxil => antidepressant | fluoxetine, paroxetine
no me funcionó la sertralina => antidepressant | sertraline
la terapia no me ayudó => psychotherapy
ninguna medicina me ha funcionado => -
nada me ha ayudado, ni el Prozac ni el Zoloft => antidepressant | fluoxetine, sertraline
varios antidepresivos, no recuerdo los nombres => antidepressant
no me acuerdo cómo se llamaba => unsure
ninguno todavía => none
ningún tratamiento hasta ahora => none
es mi primera vez => none
no he recibido ningún tratamiento => none
sin tratamiento previo => none
nada, solo rezar => none
terapia cognitivo-conductual y clonazepam => psychotherapy other_medication | clonazepam
me internaron dos semanas en un hospital psiquiátrico => inpatient
ya no tomo nada, antes tomaba Paxil => antidepressant | paroxetine
dejé de tomar Lexapro hace un año => antidepressant | escitalopram
tomo Wellbutrin para dejar de fumar => antidepressant | bupropion
pastillas para dormir => other_medication
pastillas para los nervios => other_medication
gotas de Rivotril => other_medication | clonazepam
terapia electroconvulsiva y TMS, ninguna funcionó => ect tms
spray nasal de ketamina en casa => other_medication | ketamine
no, gracias a Dios nunca he necesitado nada => none
tomaba paroxetina, me la quitaron => antidepressant | paroxetine
llevo tres años con sertralina => antidepressant | sertraline
probé de todo: terapia, sertralina, quetiapina
    => psychotherapy antidepressant other_medication | sertraline, quetiapine
fui con un psiquiatra y me dio escitalopram => antidepressant | escitalopram
mi doctora quiere que pruebe TMS => -
todavía no he probado ketamina => - | not ketamine_infusion
solamente fluoxetina => antidepressant | fluoxetine
terapia de pareja con mi esposo => psychotherapy
a mi esposa le sirvió la ketamina => -
me pusieron suero con ketamina en una clínica => ketamine_infusion
estuve en un psiquiátrico en 2018 => inpatient
nunca me han dado electrochoques => - | not ect
no tomo medicamentos, solo voy a terapia => psychotherapy | not antidepressant other_medication
nomás Prozac => antidepressant | fluoxetine
antidepresivos no, ansiolíticos sí => other_medication | not antidepressant
Wellbutrin sí, TMS no => antidepressant | bupropion | not tms
sertralina 50 mg y bupropion 150 => antidepressant | sertraline, bupropion
me han dado muchas pastillas, no sé los nombres => unsure
tomé un antidepresivo, no recuerdo cuál => antidepressant
no he tomado nada ni he ido a terapia => none | not psychotherapy
mi tía tomaba Valium => -
mi psicóloga me sugirió venir por la ketamina => psychotherapy
voy a empezar Lexapro la próxima semana => -
la ketamina me da miedo, he tomado Zoloft => antidepressant | sertraline
hice seis infusiones y dos refuerzos => ketamine_infusion
me internaron pero no me dieron electrochoques => inpatient | not ect
psicoterapia, antidepresivos (sertralina), ansiolíticos (clonazepam)
    => psychotherapy antidepressant other_medication | sertraline, clonazepam
doctors have thrown every SSRI at me => antidepressant
SSRIs make me sick => antidepressant
family history: mother - lithium. Me: Lamictal => other_medication | lamotrigine
people tell me ketamine works => -
tomo clonazepan y setralina => other_medication antidepressant | sertraline, clonazepam
no he ido con psicólogo pero tomo fluoxetina => antidepressant | fluoxetine | not psychotherapy
estuve anexado y luego en terapia => psychotherapy
mi mamá dice que pruebe terapia => -
mi esposo y yo fuimos a terapia de pareja => psychotherapy
antes tomaba litio, ahora nada => other_medication | lithium
nunca tomé nada para la depresión => none
jamás he probado TMS ni terapia electroconvulsiva => - | not tms ect
sólo he tomado té => -
solo homeopatía => -
me dieron Tafil en urgencias => other_medication | alprazolam
¿hacen TMS? ya probé Lexapro => antidepressant | escitalopram
un doctor me dio amitriptilina y otro gabapentina => antidepressant other_medication | amitriptyline, gabapentin
por ahora ninguno, apenas me diagnosticaron => none
sí, sertralina => antidepressant | sertraline
sí, terapia y pastillas => psychotherapy
no, ninguno => none
no he probado nada todavía => none
no he intentado nada => none
nunca he hecho terapia ni tomado medicamentos => - | not psychotherapy antidepressant other_medication
he ido a terapia y he tomado Lexapro => psychotherapy antidepressant | escitalopram
mi abuela recibió electrochoques => -
mi novio toma Zoloft => -
tomé Zoloft como mi hermana => antidepressant | sertraline
me dijeron que la TMS ayuda => -
me ofrecieron ketamina y dije que no => - | not ketamine_infusion
hice TMS hace dos años pero no funcionó => tms
no sirvió el Prozac => antidepressant | fluoxetine
el Prozac no me hizo efecto => antidepressant | fluoxetine
antidepresivos, pero no me acuerdo de cuáles => antidepressant
prosac y soloft => antidepressant | fluoxetine, sertraline
citaloprám y lorazepan => antidepressant other_medication | citalopram, lorazepam
quetiapina para dormir => other_medication | quetiapine
infusiones de ketamina y Spravato => ketamine_infusion esketamine
tratamiento con imanes => tms
internamiento de un mes => inpatient
consejería con el pastor => psychotherapy
"""
"""A text, then its codes ("-" for none of them), the generic names, and the codes denied."""


def cases() -> list[tuple[str, set[str], set[str], set[str]]]:
    """The table as text, codes, names, denied codes; "/n" in a text is a line break."""
    found = []
    for line in TOLD.replace("\n    =>", " =>").splitlines():
        text, _, told = line.partition(" => ")
        codes, *rest = told.split(" | ")
        denied = next((part[4:].split() for part in rest if part.startswith("not ")), [])
        names = next((part.split(", ") for part in rest if not part.startswith("not ")), [])
        found.append((text.replace("/n", "\n"), set(codes.split()) - {"-"}, set(names), set(denied)))
    return found


@pytest.mark.parametrize(("text", "codes", "names", "denied"), cases())
def test_what_was_had_is_claimed_and_nothing_else(
    text: str, codes: set[str], names: set[str], denied: set[str]
) -> None:
    """Codes, generic names and denials are what a careful reader would write down."""
    reading = read_treatments(text)

    assert codes == set(reading.codes)
    assert names == {*reading.antidepressants, *reading.other_medications}
    assert denied == set(reading.negated)
