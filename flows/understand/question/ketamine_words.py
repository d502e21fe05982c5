"""How people ask what ketamine is, how it works, for whom and how well.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

KETAMINE_WORDS: dict[str, str] = {
    "what_is": """
        what is, what are, define, definition, meaning, stand for, stands for, que es, que son, que significa, que
        significan, quiere decir, tell me about, tell me more, explain, cuenteme, expliqueme, en que consiste, what
        even is, what exactly is, what exactly are, acronym, siglas, cuentame, explicame, heard of, oido hablar, se
        trata, que viene siendo, know about, what is a, what is the, what kind of drug, more about, info on, info
        about, information on, information about, informacion sobre, informacion de, hablame de, hableme de, a que se
        refiere, what do you mean by, what does it mean, que cosa es, saber sobre, saber de, wtf is, what in the world
        is, idea what
    """,
    "who": """
        who, quien, quienes, who's, whos
    """,
    "why": """
        why, por que, how come, how can
    """,
    "what_if": """
        what if, what happens if, if it does not, and if it, y si, que pasa si, que pasa cuando, and if, suppose, if
        nothing, que pasaria si, what happens when, si no
    """,
    "cure": """
        cure, cures, cured, curing, cura, curan, curar*, curad*, curo, fix, fixes, fixed, heal, healed, heals, healing,
        sana, sanar*, sano, miracle*, milagro*, for good, once and for all, definitiv*, del todo, por completo,
        completely, one and done, one time thing, one time fix, one time treatment, one time, never again, never come
        back, never comes back, never be depressed, nunca mas, get rid of, gone forever, gone for, be gone, magic,
        magic bullet, magica*, magico*, de una vez por todas, eliminate*, elimina, eliminar, erradica*, libre de
        depresion, permanent solution, solucion permanente, goodbye to, silver bullet, wonder drug, ya no voy a, all
        better, totally better, back to normal, 100%, done for good, quita la depresion, quitar la depresion, bala
        magica, solo una vez y ya, y ya con eso, bandaid, band aid, parche, done with depression, one shot, one and
        only, one shot deal, ever need
    """,
    "brain": """
        brain, brains, cerebro*, cerebral, neuro*, glutam*, serotonin*, mechanism*, mecanismo*, science, ciencia,
        cientific*, scientific*, chemistry, chemical, quimica, circuit*, synap*, sinap*, pathway*, connections,
        conexion*, nmda, receptor*, dopamin*, biolog*, pharmacolog*, rewir*, in your head, mind, mente, cabeza, nervous
        system, sistema nervioso, in my head, the head, my head, depressed brain
    """,
    "how_works": """
        how does it work, how does ketamine work, how it works, how ketamine works, how do infusions work, how does
        this work, how this works, how do these infusions, how does the treatment work, how does an infusion work, how
        does the ketamine work, how do they work, how does that work, how would it work, how would that work, what does
        it do, what does ketamine do, what does ketamine actually do, what does it actually do, what does that do, what
        does it do to, what does the drug do, supposed to work, supposed to help, supposed to lift, how can it help,
        how can ketamine help, how does ketamine help, how does it help, how would it help, how would ketamine, como
        funciona, como funciona*, como actua, como trabaja, como sirve, como ayuda, que hace la ketamina, que hace
        exactamente, que le hace, de que manera trabaja, de que manera actua, de que forma, como es que, como puede
        ayudar, como puede un, como va a ayudar, como quita, por que funciona, por que sirve, why does it work, why
        does ketamine work, why would it work, why would ketamine, why does it help, why does ketamine help, why would
        an anesthetic, por que ayuda, por que un, por que la ketamina, por que actua, why is it so fast, why is it
        fast, acts on, act on, actua sobre, actua en, como le hace, drug supposed, como es que ayuda, como hace para,
        how exactly *, como exactamente, how is it work, how it work, how do it work, how come ketamine, how can
        ketamine, how is ketamine able, how does one, how does a
    """,
    "really_work": """
        does it really work, really work, actually work, does it work |, does this work |, does ketamine work |, does
        it even work, even work, does this stuff work, does this thing work, does that work |, do infusions work |,
        does it actually, does this actually, really help, actually help, truly work, legit, does it always, always
        work, always help, for real work, worth trying, worth it, is it effective, how effective, effective is,
        effectiveness, efficacy, how well, de verdad funciona, de verdad sirve, realmente funciona, realmente sirve, en
        serio funciona, en verdad funciona, si funciona, que tan efectiv*, que tan eficaz, que tan bueno, que tan bien,
        es eficaz, es efectiv*, eficacia, efectividad, siempre funciona, funciona |, sirve |, funciona siempre, vale la
        pena, will it work |, will this work |, is it good |, is it any good, does anyone actually, how good is it, how
        reliable
    """,
    "everyone": """
        everyone, everybody, all people, most people, every patient, every person, all patients, para todos, para todo,
        todo el mundo, a todos, a todas, con todos, todas las personas, cada persona, todos por igual, to anyone, for
        anyone, on anyone, any one, a cualquiera, same for, other people, some people, for others, to others, on
        others, otros pacientes, otras personas, la mayoria, majority, person to person, each person, experience the
        same, mismos resultados, same results, same for all, other patients, your patients, sus pacientes, a otros,
        otra gente, hay gente, how many people, toda la gente, a algunos, unos si, todos les
    """,
    "fail": """
        not work, not help, does nothing, not respond, fail*, no funciona, no funcione, no me funciona, no me funcione,
        no sirve, no me sirve, no ayuda, no me ayuda, no me hace, no me haga, falla, fallar, falle, success rate,
        success rates, success, odds, chances, chance, percentage, percent, tasa de, probabilidad*, probable*,
        porcentaje, outcomes, outcome, exito, no respond*, nothing happens, nothing happened, felt nothing, feel
        nothing, feel no, guarantee*, garant*, no change, sin resultado*, sin cambios, no hace nada, no hizo nada, no
        siento nada, no sentir nada, no sintio nada, response rate, respond, responds, responder*, responden,
        likelihood, likely, promise, promet*, proven, proof, comprobado, probado, evidence, evidencia, estudios,
        studies, research, reliable, results vary, resultados varian, varian, vary, varies, dramatic, subtle, sutil,
        notable, disappoint*, what results, que resultados, kind of results, statistics, estadistic*, resultados
        tienen, results do you, results like, it did nothing, did not work, did nothing, not working, disappointed, no
        effect, no benefit, nothing after, nada despues, how many people get better, people get better, personas
        mejora*, gente mejora, sure thing, a given, kind of improvement, what improvement, que mejora, sure it works,
        successful, exitoso, exitosa, no relief, effective, definitely, for sure, guaranteed, efectiva, efectivo,
        eficaz, confiable, confiables, nothing changes, nothing change, no changes, nada cambia
    """,
    "depression": """
        depress*, depresi*, deprimid*, mdd, depre, symptom*, sintoma*, it come back, it comes back, it will come, it
        returns
    """,
    "resistant": """
        trd, drt, resistant, resistente*, resistance, resistencia, refractory, treatment resistant, refractari*, t r d,
        non responsive, nonresponsive
    """,
    "standard": """
        antidepressant*, antidepresiv*, meds, medication*, medicines, pills, pill, pastillas, medicamentos, medicinas,
        standard, conventional, regular treatment*, normal treatment*, tratamientos normales, tratamientos, treatments,
        ssri*, convencional*, estandar, traditional, prozac, zoloft, lexapro, remedios
    """,
    "common": """
        common, comun, normal, usual, only one, the only, unico, unica, alone in, alone, frecuente, how many people,
        what percentage, que porcentaje, a cuanta gente, cuanta gente, mucha gente, lots of people, other people like,
        rare, raro, just me, a muchos, cuantas personas, one in three, una de cada, uno de cada, typical
    """,
    "no_help": """
        never work*, never helped, nothing has, nothing worked, nothing helps, nothing ever, not respond, not work, no
        work, not get better, not helping, not getting better, doesn't get better, no me hagan efecto, no me hacen
        efecto, no me hacen nada, no hagan efecto, no hacen efecto, no funcionan, no le funcionan, no les funcionan, no
        funcionen, no me funcionan, no sirven, no le sirven, no me sirven, nada me ha, nada funciona, nada me funciona,
        nada me sirve, nada sirve, no mejora, no responde*, no mejoran, not better, no relief, do not find, stopped
        working, hacen efecto, never get better, did not work, not worked, have not worked, have not helped, failed
    """,
    "different": """
        different*, difference*, differ, differs, diferen*, distint*, compare*, compared, comparison, versus, vs,
        unlike, same as, similar, like a regular, like other, parecid*, igual que, lo mismo que, compara*, set apart,
        than regular, than an antidepressant, than antidepressants, que los antidepresivos, que un antidepresivo, an
        antidepressant, un antidepresivo, is it like, like prozac, like zoloft, like taking, como el prozac, como los
        antidepresivos
    """,
    "condition": """
        anxiety, anxious, ansiedad, ptsd, tept, trauma, traumas, traumat*, ocd, toc, bipolar*, panic, panico,
        fibromyalgia, fibromialgia, chronic pain, pain, dolor cronico, adhd, tdah, nerve pain, migraine*, migrana*,
        estres postraumatico, estres, insomni*, eating disorder*, borderline, bpd, grief, duelo, addiction*,
        alcoholism, alcoholismo, adicciones, autis*, burnout, anorexi*, bulimi*, dolor, dolores, crps, stress,
        obsesiv*, trastorno*, disorder, disorders, conditions, condiciones, enfermedad, enfermedades, padecimiento*,
        illness*, posparto, postpartum, post partum, veteran*, neuropath*, neuropatia, tinnitus, phobia*, fobia*,
        angustia, nervios, arthritis, back pain, headaches, mental health condition*, problemas de salud mental, mood
        disorder*, social anxiety, ocd and, suicid*, dysthymia, distimia, seasonal, anxiety attack*, ataques de
    """,
    "condition_other": """
        ocd, toc, obsesiv*, compulsiv*, bipolar*, fibromyalgia, fibromialgia, fibro, adhd, tdah, migraine*, migrana*,
        headaches, eating disorder*, trastornos alimenticios, trastorno alimenticio, trastornos alimentarios, trastorno
        alimentario, borderline, bpd, tlp, personality disorder*, trastorno limite, trastorno de personalidad,
        addiction*, addict, adiccion*, adicto*, alcoholism, alcoholismo, drinking problem, autis*, asperger*, anorexi*,
        bulimi*, schizo*, esquizo*, psychosis, psicosis, crps, tinnitus, insomni*, arthritis, artritis, phobia*,
        fobia*, dementia, demencia, parkinson*, alzheimer*, tourette*, epilep*, grief, duelo, binge eating, atracones,
        pmdd, dissociat*, hoarding, gambling, anger issues, narcolep*, lyme, chronic fatigue, fatiga cronica
    """,
    "treats": """
        what do you treat, what do they treat, what does it treat, what does ketamine treat, can it treat, can ketamine
        treat, you treat, they treat, what does it help, what can it help, what else does, what else can, que tratan,
        que trata, ustedes tratan, que atienden, que mas trata, tratan casos, atienden casos, para que sirve, para que
        se usa, para que mas, para que se utiliza, para que es, para que enfermedades, en que casos, con que problemas,
        con que ayuda, en que ayuda, que condiciones, que enfermedades, que padecimientos, what is it for, what is it
        used for, what is ketamine for, what is ketamine used for, what is it good for, what else is it, used to treat,
        used for, besides depression, apart from depression, only for depression, only depression, just for depression,
        just depression, other than depression, solo depresion, solo para la depresion, solo para depresion, ademas de
        la depresion, ademas de depresion, unicamente para, which conditions, which problems, what conditions, what
        kinds of conditions, what problems, what issues, what illnesses, which disorders, which illnesses, what
        disorders, who does it help, a quien ayuda, o para otras, just for depressed, only for depressed, for depressed
        people, gente deprimida, solo para gente, nomas es para, nada mas para, nomas para, what is * good for, what is
        * * good for, tambien es para, es para dolor, es para ansiedad, good for besides
    """,
    "ketamine": """
        ketamine, ketamina, ketamin, ketimine, ketamine's, special k, iv ketamine
    """,
    "drug": """
        drug, drugs, droga, drogas, horse*, caball*, tranquili*, anesthe*, anestes*, anaesthe*, fda, legal, illegal,
        ilegal, legally, rave, raves, party, partys, fiesta, fiestas, club, clubs, street drug, vet, vets, veterinari*,
        in surgery, for surgery, cirugia, experimental, approved, aprobad*, aprueba, aprobo, off label, offlabel,
        substance, sustancia, tipo de medicamento, que medicamento, kind of medicine, kind of medication, type of
        medication, special k, narcotic, controlled, animales, animals, psychedelic*, psicodelic*, generic, injection,
        inject, inyeccion, inyectan, inyectada, a shot, pill or, or a pill, a pill, pastilla, vein, vena, intraven*,
        given, administr*, been around, desde cuando se usa, been used, hospital*, hospitales, date rape, fentanyl,
        opioid, heroin, is it an iv, is it iv, how is it done, como se hace, como se pone, como se aplica, how do they
        give, how do you give, snort, oral, swallow, through an iv, por suero, a drip, brand new, invented, discovered,
        inventaron, descubri*, sort of medicine, type of medicine, sort of drug, what class, approved treatment, in
        your arm, in the arm, shoot it, okayed, government, people to sleep, operations, for operations, surgeries,
        needle or
    """,
    "lifetime": """
        forever, para siempre, for life, rest of my life, resto de mi vida, de por vida, toda la vida, lifelong, life
        long, the rest of your life
    """,
}
