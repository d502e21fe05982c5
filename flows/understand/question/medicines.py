"""Medicines and substances people name when they ask whether something goes together, beside those of `drugs.csv`."""

import csv
import re

from flows.resources import read_text
from flows.understand.fold import fold

_NOT_A_WORD = re.compile(r"[^a-z0-9 ]+")
_PLAIN_WORDS = frozenset({"same"})
"""Names that are everyday words first ("same" for SAM-e)."""


MEDICINES = """
maoi, maois, ssri, ssris, snri, snris, benzo, benzos, benzodiazepine*, stimulant*, keppra, advair, albuterol, inhaler,
epipen, antihistamine*, benadryl, zyrtec, claritin, sudafed, nyquil, melatonin, magnesium, turmeric, ginkgo, ginseng,
kava, ashwagandha, creatine, protein powder, multivitamin*, antibiotic*, amoxicillin, antifungal*, antiviral*, chemo
pill*, tamoxifen, letrozole, accutane, methotrexate, humira, enbrel, biologic, biologics, immunosuppress*, levothyrox*,
synthroid, armour thyroid, omeprazole, prilosec, pantoprazole, zofran, ondansetron, scopolamine, propofol, anesthesia
before, anesthetics, novocaine, lidocaine, botulin*, heparin, coumadin, plavix, clopidogrel, aspirina, nitroglycerin*,
digoxin, amiodarone, diltiazem, verapamil, carvedilol, hydrochlorothiazide, spironolactone, furosemide, lasix, crestor,
lipitor, atorvastatin*, simvastatin*, glipizide, jardiance, januvia, zepbound, tirzepatide, flexeril, baclofen,
tizanidine, soma, meloxicam, naproxen, aleve, celebrex, excedrin, imitrex, sumatriptan*, triptan*, nurtec, aimovig,
depo, nuvaring, nexplanon, spironolact*, finasteride, minoxidil, viagra, cialis, trt, hrt, disulfiram, antabuse,
acamprosate, narcotic*, codeine, dilaudid, pain med*, pain pill*, muscle relax*, water pill*, heart pill*, bp med*,
thyroid pill*, diet pill*, sleep med*, sleep aid*, sleeping med*, nitrous, antiacido*, antibiotico*, amoxicilina,
inhalador, levotiroxina, omeprazol, atorvastatina, losartan*, captopril, telmisartan, hidroclorotiazida, glibenclamida,
naproxeno, diclofenaco, ketorolaco, tramadol, relajante*, calmante*, analgesic*, vitaminas b, te de, hierbas, remedios
caseros, pastilla de la presion, pastilla del corazon, pastilla para dormir, pastillas para dormir, pastillas para el
corazon, pastilla anticonceptiva, pastillas anticonceptivas, inyeccion anticonceptiva, diu, metoprolol, atenolol,
lisinopril, losartan, amlodipine, metformin, insulin, ozempic, wegovy, mounjaro, semaglutide, ibuprofen, advil,
tylenol, aspirin, oxycodone, oxycontin, hydrocodone, percocet, norco, vicodin, morphine, fentanyl, opioid*, opiate*,
painkiller*, methadone, prednisone, steroid*, warfarin, eliquis, xarelto, blood thinner*, birth control, beta blocker*,
statin*, estrogen, testosterone, hormones, antipsychotic*, mood stabilizer*, sleeping pill*, supplement*, st john's
wort, theophylline, phentermine, benzodiacepina*, metformina, insulina, ibuprofeno, paracetamol, morfina, opioides,
anticonceptiv*, anticoagulante*, enalapril, hormonas, antipsicotico*, estabilizador*, suplemento*, metadona
"""

SUBSTANCES = """
alcohol, alcoholic, beer, beers, wine, liquor, drink, drinks, drinking, weed, marijuana, cannabis, thc, cbd, edible*,
pot, joint, smoke, smoking, vape, vaping, nicotine, cocaine, coke, meth, heroin, kratom, caffeine, coffee, sober,
sobriety, clean off, years clean, months clean, clean from, pothead, stoner, weed*, shrooms, acid trip, booze,
hungover, cigarette*, tobacco, cerveza*, cervecita*, cheve*, chela*, copita*, copas, mezcal, ron, whisky, limpio,
limpia de, anos limpio, meses limpio, cigarro*, tabaco, vapeo, hierba, churro, vino tinto, tequila, tomar alcohol,
beber, bebo, marihuana, mota, fumar, fumo, nicotina, cocaina, cafeina, cafe, sobrio, sobria, trago, tragos
"""


def drug_names() -> tuple[str, ...]:
    """Every name in `drugs.csv` of a medicine, generic or brand, English or Spanish; treatments are left out."""
    rows = csv.DictReader(read_text("understand/drugs.csv").splitlines())
    names = (
        name
        for row in rows
        if not row["class"].startswith("treatment/")
        for column in ("generic", "brands", "spanish", "also")
        for name in (row[column] or "").split(";")
    )
    folded = (" ".join(_NOT_A_WORD.sub(" ", fold(name)).split()) for name in names)
    return tuple(dict.fromkeys(name for name in folded if name and name not in _PLAIN_WORDS))
