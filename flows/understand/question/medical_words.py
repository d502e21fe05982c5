"""How people ask what only a clinician may answer: medicines, health, fitness, preparation, advice.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

MEDICAL_WORDS: dict[str, str] = {
    "pregnancy": """
        nurse again, nurse my, nursing my, pick up my baby, hold my baby, amamant*, cargar a mi bebe,
        expecting |, i am expecting, weeks along, trimester, miscarr*, ttc, trying for a, try for a, having a baby,
        just gave birth, gave birth, pumping, pump and dump, breast milk, newborn*, iui, egg retrieval, iron pills
        pregnan*, buscando bebe, buscando un bebe, buscando embaraz*, encargar bebe, quiero embaraz*, quedar embaraz*,
        di a luz, dar a luz, recien parida, cuarentena, semanas de embaraz*, meses de embaraz*, le doy pecho, chichi,
        lactar, leche materna, pregnan*, preggo, breastfeed*, breast feed*, breastfed, nursing mother, nursing mom,
        nursing |, am nursing, trying to conceive, expecting a baby, conceive, ivf, fertility, lactat*, postpartum and,
        embaraz*, encinta, lactan*, amamant*, dar pecho, dando pecho, dar el pecho, doy pecho, dando el pecho,
        fertilidad, a baby, newborn, trying to get pregnant, recien nacido, quiero tener un bebe, un bebe, mi bebe,
        menstrua*, my period
    """,
    "own_meds": """
        my med, my meds, my medication*, my medicine*, my pills, my antidepressant*, my prescription*, my current med*,
        my other med*, my psych med*, my ssri*, my regular med*, my daily med*, my drugs, my heart med*, other meds,
        other medication*, other medicine*, current medication*, current meds, psych meds, blood pressure med*, what i
        take, what i am taking, what i am on, with antidepressant*, on antidepressant*, with medication*, on
        medication*, with meds, on meds, off meds, off antidepressant*, off medication*, mis medicinas, mi medicina,
        mis medicamentos, mi medicamento, mis pastillas, mis antidepresivos, mi antidepresivo, mi receta, otras
        medicinas, otros medicamentos, otro medicamento, mi tratamiento actual, con antidepresivos, con medicamentos,
        con pastillas, lo que tomo, lo que estoy tomando, con otras pastillas, medicamentos que tomo, medicinas que
        tomo, pastillas que tomo, pastillas para la presion, tomo pastillas, tomo medicina*, tomo medicamento*, tomo
        antidepresivo*, tomando antidepresivo*, tomando medicament*, tomando pastillas, my * med, my * meds, my *
        medication*, my * medicine*, my * pills, mi * medicina, mis * medicinas, mis pastillas de, mi medicina de, my
        other prescriptions, ando tomando, i am medicated
    """,
    "mixing": """
        interact*, combin*, mix, mixing, mixes, mezcl*, interfer*, taper*, wean*, come off, coming off, go off, get
        off, stop taking, quit taking, keep taking, stay on, stop my, stop the meds, quit my, skip my, skip a dose,
        refill*, while on, while taking, while i am on, same time as, along with, together with, on top of, at the same
        time, conflict*, dejar de tomar, suspender, suspendo, dejo de tomar, seguir tomando, sigo tomando, junto con,
        al mismo tiempo, interactua*, resurtir, resurtido, contraindic*, compatible*, incompatib*, instead of taking,
        replace my, switch my, cambiar mi medic*, reemplaza*, sustitu*, change my med*, withdrawal*, abstinencia, both
        at once, both at the same, las dos cosas, los dos juntos, las dos juntas, both together, allergic, alergic*,
        alergia*, allerg*, dejar el, dejar la, dejar los, dejar las, dejar mis, dejar mi
    """,
    "taking": """
        i take, i am on, i am taking, i was on, taking, i use, been on, if i am on, on it with, tomo, tomando, estoy
        en, uso, si tomo, am prescribed, was prescribed, me recetaron, my doctor put me
    """,
    "body": """
        blood pressure, hypertens*, heart, cardiac, cardiolog*, stroke, strokes, aneurysm*, seizure*, epilep*,
        glaucoma, thyroid, liver, kidney*, bladder issue*, diabet*, cancer, chemo*, asthma, copd, apnea, pacemaker,
        arrhythm*, dementia, alzheimer*, parkinson*, obes*, overweight, my weight, bmi, hiv, lupus, anemia, brain
        injury, concussion*, tbi, tumor, surgery next, surgery last, transplant, disabled, wheelchair bound, schizo*,
        psychosis, psychotic, mania, manic, delusion*, hearing voices, medical condition*, health condition*, health
        issue*, health problem*, medical history, medical issue*, underlying condition*, preexisting, pre existing, my
        condition, ulcer*, crohn*, hepatitis, blind, dialysis, marfan, porphyria, cystitis, multiple sclerosis,
        hipertens*, presion alta, alta presion, la presion, corazon, cardiac*, derrame, infarto, aneurisma, convuls*,
        epileps*, tiroides, higado, rinon*, diabetic*, azucar alta, asma, marcapasos, demencia, esquizo*, psicosis,
        psicotic*, manic*, sobrepeso, obesidad, tumor*, cirugia la, condicion medica, problemas de salud, problema de
        salud, enfermedad del, enfermedades del, mi condicion, historial medico, vih, arritmia*, embolia, oigo voces,
        antecedentes, bp, azucar, pounds, lbs, kilos, weigh, weight, peso, schizoaffective, pots, ehlers, fatty liver,
        high blood pressure, high blood, ms, als, eds, mcas, pcos
    """,
    "psych": """
        bipolar*, ocd, adhd, add, autis*, asperger*, borderline, bpd, anorexi*, bulimi*, eating disorder*,
        dissociative, addict, alcoholic, ptsd, panic, anxiety, anxious, depression, insomnia, toc, tdah, trastorno*,
        ansiedad, tept, depresion, limite de la personalidad, alcoholico
    """,
    "have_it": """
        i have, i had, if i have, if you have, if someone has, with a history, history of, people with, someone with, i
        am bipolar, i was diagnosed, diagnosed with, i suffer, i got, suffering from, who have, who has, patients with,
        for people who, if i am, if you are, tengo, si tengo, si tienes, sufro, padezco, soy bipolar, si soy, gente
        con, personas con, alguien con, me diagnosticaron, con diagnostico, una persona con, pacientes con, tuve, he
        tenido, si uno tiene, si alguien tiene
    """,
    "can_i": """
        can i, could i, may i, can you, can we, could you, am i able, able to, allowed, is it ok, is it okay, ok to,
        okay to, ok if, okay if, still do, still get, still try, am i ok, is that ok, is that okay, a problem, an
        issue, disqualif*, rule me out, rules me out, rule out, eligible, accept, safe, should, puedo, podria, podre,
        se puede, me aceptan, hay problema, es problema, un problema, algun problema, me permiten, permitido, impide,
        impedimento, importa si, matter if, does it matter, aun asi, no hay bronca, hay bronca, hay algun problema
    """,
    "can_do": """
        do this, do it, do that, get it, get this, get ketamine, get infusions, take it, take ketamine, try it, try
        this, receive, be treated, get treated, start this, use it, have it, do ketamine, handle, get in, be seen, get
        treatment, do tms, get tms, do infusions, get an infusion, get help, benefit, hacerlo, puede hacer*, recibir*,
        tratar*, tomarla, usarla, hacerse, ponerse, puede ir, ayudarl*, le ayuda, le sirve, le funciona, le serviria
    """,
    "advise": """
        if i should, whether i should, should go for, me conviene mas, deberia mejor, agree with her, agree with him,
        agree with my, would you agree, with my history, too risky, better to do, better to start, better to try,
        better off, do first or, first or go straight, go straight to, start with or, before or after, which first,
        which one first, what first, that or the other, instead of my, over my, what would be smarter, smarter to,
        wiser to, wise to, make more sense, makes more sense, makes sense for, que es mejor, es mejor primero, primero
        la, primero el, cual primero, mejor empezar, mejor hacer, con cual empiezo, con cual empezaria, que haria, que
        harian, que le parece, usted que piensa, que piensa usted, que hago con, que hago si, que puedo hacer si, me
        arriesgo, lost cause, throw in the towel, give up on it, should i stop, should i take, should i get, should i
        do, should i try, should i be, should i go, should i fast, should i eat, should i avoid, should i switch,
        should i start, should i continue, should i keep, should i quit, should i consider, should i wait, should i
        tell my doctor, should i worry, should i even, should i not, recommend, recommended, recommendation*, advise,
        advice, suggest*, your opinion, best for me, better for me, best option for, which is better, what is better,
        which one is better, which works better, is best for, better option, best treatment, what would you do, do you
        think i, do you think it would, would you say i, second opinion, diagnos*, misdiagnos*, do i have trd, do i
        have treatment, do i have depression, do i have bipolar, do i have ptsd, do i have anxiety, am i depressed, am
        i bipolar, am i resistant, am i treatment, is that trd, is my depression, is mine, does that count as, do i
        count, does mine count, would i count, would mine, what is wrong with me, what should i do about, what do i do
        about, normal for me, my dose, my symptoms mean, my bloodwork, my labs, lab results, blood test, blood work,
        mri, treatment is best, treatment is right, treatment would be, better than tms, better than spravato, ketamine
        or tms, tms or ketamine, ketamine or spravato, spravato or ketamine, ketamine vs tms, tms vs ketamine, tms vs,
        spravato vs, me recomienda*, recomiend*, recomendar*, aconsej*, consejo, que opina, debo dejar, debo suspender,
        debo tomar, debo hacer*, debo parar, deberia hacer*, deberia dejar, deberia tomar, deberia probar, deberia
        intentar, tengo que dejar, hay que dejar, necesito dejar, mejor para mi, cual es mejor, que me conviene,
        diagnostic*, tengo depresion resistente, sera que tengo, mi depresion es, lo mio es, tengo yo, analisis de
        sangre, examenes, que me pasa, que hago con mi, que puedo hacer con mi, usted cree que, ketamina o tms, tms o
        ketamina, segunda opinion, help somebody like, help someone like, would you pick, would you choose, would you
        go with, you pick for, worry it, que haria usted, is he right, is she right, my psychiatrist says, my doctor
        says, my therapist says, mi doctor dice, mi psiquiatra dice, be considered, am i considered, me considero, se
        me considera, i feel low, i feel bad, i feel depressed, i feel worse, i am feeling, i have been feeling, my
        last one, my last infusion, my last booster, depression is back, should i come in, is it time for my, time for
        my booster, me siento peor, me siento deprimid*, mi ultima infusion, mi ultimo refuerzo, every day instead,
        instead of every, me siento mal otra, me siento mal de nuevo, do you prescribe, psychological testing, testing
        for, tested for, prueba de
    """,
    "dose": """
        dose do, dose would, dose will, dose is, dose are, what dose, dose for, high dose, low dose, higher dose, lower
        dose, dosage*, dosing, mg, milligram*, mgs, mcg, how strong, strength, how much ketamine, potency, the dose,
        que dosis, cual dosis, la dosis |, cual es la dosis, dosis alta, dosis baja, miligramos, dosis me, dosis es,
        dosis dan, dosis ponen, cuanta ketamina, de que dosis, dosificacion, my dose, up my dosage, right dose, la
        dosis
    """,
    "prepare": """
        come alone, go alone, leave alone, by myself, on my own after, walk home, get myself home, take a nap, contact
        lens*, makeup, nail polish, jewelry, brush my teeth, gum, candy, juice, breakfast*, snack*, energy drink, soda,
        tea before, supplements before, a cold, the flu, sick that day, sick day, if i get sick, hung over, period
        that, workout*, run a, marathon, hike, hiking, ski, skiing, scuba, dive, diving, altitude, flight, flying, fly
        out, airport after, travel right, massage after, dentist, tattoo*, botox, piercing, operate machinery,
        forklift, heavy machinery, cdl, truck driv*, work a shift, night shift after, back at work, at work the, class
        after, exam after, test the next, parent after, with my kids after, babysit*, kids after, be alone with, ir
        acompanad*, ir con alguien, llegar sola, llegar solo, salir solo, salir sola, irme sola, irme solo, me puedo
        regresar, regresarme, me voy manejando, manejando yo, subirme al avion, correr un, ir al gym, ir al trabajo,
        maquillaje, lentes de contacto, cafecito, un jugo, agua antes, cenar, cena antes, merendar, en ayuno, estomago
        lleno, gripa, gripe, resfri*, si ando enferm*, maquinaria, eat, eating, ate, food, meal, breakfast, lunch,
        empty stomach, fasting, to fast, should i fast, i fast before, fast before, fast for, fast the, drive, driving,
        drive myself, uber, lyft, taxi, behind the wheel, the wheel, motorcycle, ride my, ride home, bike home, bus
        home, take the bus, a ride, get home, take me home, bring me home, pick me up, drop me off, designated driver,
        escort, chaperone, operate, the office that, the office after, back to the office, day off, a day off, off from
        work, call in sick, lift weights, heavy lifting, back to work, go to work, return to work, work after*, work
        the same, work the next, work that day, work next day, work tomorrow, take time off, days off, day off work,
        time off work, be out of work, look after my kids, take care of my kids, watch my kids, school the, go to
        school, class the same, exercise, work out, workout, gym, run a marathon, swim, sex, fly after, get on a plane,
        travel after, travel the, prepare, preparation, prep for, before my infusion, before the infusion, before an
        infusion, before each infusion, the night before, the day of, after my infusion, the day after, tattoo,
        vaccine*, flu shot, covid, have a cold, if i am sick, shower after, sleep after, drink water, therapy with it,
        stay alone, be alone, home alone, left alone, monitored, manejar, manejo, conducir, conduzco, comer, como
        antes, desayun*, comida, ayuno, ayunas, estomago vacio, trabajar, chambear, chamba, jale, en moto, la moto,
        cargar peso, cargar cosas, tomar el camion, faltar al, pedir el dia, descansar ese, regresar al trabajo, volver
        al trabajo, ir a trabajar, dias libres, ejercicio, gimnasio, que alguien me lleve, alguien me tiene que llevar,
        me recojan, recogerme, acompanante, me acompane, ir solo, ir sola, venir solo, venir sola, preparar*,
        preparacion, antes de la infusion, antes de cada infusion, la noche anterior, al dia siguiente, dia despues,
        cuidar a mis hijos, nadar, volar, viajar en avion, vacuna*, fly home, fly, recovery, to recover, recover from,
        recover after, recuperacion, recuperarse, before my first, before the first, need to do before, antes de mi
        primera, antes de la primera, agarrar el volante, el volante, before i can work, before i can go back, can i
        work
    """,
    "dose_strong": """
        mg, mgs, milligram*, mcg, miligramos, dosage*, dosing, dosificacion, how strong, potency, strongest, stronger,
        weakest, what dose, que dosis
    """,
    "psych_other": """
        bipolar*, adhd, autis*, asperger*, borderline, bpd, personality disorder*, anorexi*, bulimi*, eating disorder*,
        dissociative, addict, addiction*, alcoholic, alcoholism, tdah, trastorno de la personalidad, trastorno limite,
        trastorno bipolar, adiccion*, alcoholismo
    """,
}
