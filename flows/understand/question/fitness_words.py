"""How people ask whether a treatment is for them or theirs, and what they tell of themselves.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

FITNESS_WORDS: dict[str, str] = {
    "seen": """
        treat, treats, accept, accepts, see, sees, take, work with, atienden, aceptan, tratan, atender*, la pueden, lo
        pueden, reciben, ven a
    """,
    "eligible": """
        old side, young side, gotta wait, on the older, on the younger, grande para esto, mucho para esto, say no to,
        says no to, turn anybody, turn anyone, turn somebody, turn someone, rechaz*, dicen que no a, decir que no, rule
        me out, rules me out, rule you out, rules you out, rule people out, rule someone out, rule somebody out, keep
        me from, keeps me from, stop me from getting, bar me from, exclude me, excludes me, deal breaker, dealbreaker,
        no go for, off limits, can come in with, cleared to, cleared for, still come, still ok to, still okay to, me
        descalifica, me descarta, me deja fuera, me dejan fuera, me lo impide, se lo impide, me rechazan, lo podrian
        recibir, la podrian recibir, lo pueden recibir, la pueden recibir, lo recibirian, la recibirian, candidate*,
        qualif*, qualify*, eligib*, ineligible, right for me, right for that, right for someone, right for my, right
        for this kind, good fit, a fit for, good for me, okay for me, ok for me, for someone like, somebody like me,
        people like me, someone my age, in my case, my case, in my situation, my situation, for my age, at my age, am i
        too, too old, too young, too sick, too fragile, age limit*, age requirement*, minimum age, age range, how old
        do, what age*, accept me, take me as, take me on, turn me away, turn people away, turned away, requirement*,
        criteria, who can get, who can do, who cannot, who can not, who should not, who should get, who is it for, who
        is this for, is this for me, is it for me, suitable, appropriate for, rejected, screening, screened,
        exclusion*, excluded, disqualif*, contraindicat*, approve me, get approved, accept patients, accepted, would i
        be a, could i be a, do i meet, medically cleared, clearance, medical clearance, be accepted, candidat*,
        califico, igual aplico, yo aplico, si aplico, aplico para, me aplica, calificar*, califica, calific*,
        elegible*, apto, apta, soy apto, adecuado para mi, adecuada para mi, indicado para mi, es para mi |, buena
        opcion para, opcion para mi, mi caso, mi situacion, me conviene, me convendria, limite de edad, que edad, edad
        minima, la edad, demasiado joven, muy joven, demasiado mayor, muy viejo, muy vieja, muy grande para,
        requisito*, quien puede, quienes pueden, quien no puede, quienes no pueden, me aceptarian, alguien como yo,
        gente como yo, persona como yo, personas como yo, aceptan a personas, aceptan pacientes con, aceptan personas
        con, cuantos anos hay, cuantos anos se, cuantos anos debo, how old do i, how old does, right for ptsd, right
        for depression, right for anxiety, right for people, like mine, for mine, right treatment, have to have trd,
        need to have trd, do i need trd, have to have depression, need a diagnosis, have to be diagnosed, can not get
        it, can not get this, no pueden recibir, no lo puede recibir
    """,
    "for_me": """
        work for me, work on me, help me get better, help me feel, it help me, ketamine help me, this help me, that
        help me, treatment help me, infusions help me, infusion help me, tms help me, dbt help me, work for my, work on
        my, help my depression, help my anxiety, help my ptsd, help my pain, help my ocd, help my bipolar, fix me, get
        me better, do anything for me, benefit me, effective for me, good idea for me, my chances, do for me, do it for
        me, cure me of, save me, me va a funcionar, me funcionara, me funcionaria, me funciona, me va a ayudar, me
        ayudara, me ayudaria, me va a servir, me serviria, me servira, me puede ayudar la, me puede ayudar a mi,
        funciona para mi, funcione para mi, funcionar para mi, funcionaria para mi, sirve para mi, servir a mi,
        ayudaria a mi, mis probabilidades, me haria bien, me hara bien, me puede servir, ayudarme con mi, ayudar con
        mi, ayuda con mi, sirve para mi depresion, sirve para mi ansiedad, for me |, for me or, para mi |, para mi o,
        sirve a mi, funciona a mi, ayuda a mi, am i to get, likely am i, my odds, my chance, necesito yo, a mi igual,
        durar a mi, a mi me va, last me personally, for me personally, me personally
    """,
    "family": """
        my son, my daughter, my kid, my kids, my child, my children, my mom, my mother, my dad, my father, my wife, my
        husband, my spouse, my partner, my grand*, my brother, my sister, my boyfriend, my girlfriend, mi hijo, mi
        hija, mis hijos, mi mama, mi papa, mi madre, mi padre, mi esposo, mi esposa, mi abuel*, mi hermano, mi hermana,
        mi pareja
    """,
    "ages": """
        a minor, minors, my teen*, teen, teens, teenager*, adolescent*, kids, children, a child, senior, seniors,
        elderly, older adults, older people, under 18, my age, menor de edad, menores, ninos, un nino, adolescente*,
        tercera edad, ancian*, adultos mayores, anos de edad, mi edad, anos y, tiene 1*, tiene 2*, tiene 5*, tiene 6*,
        tiene 7*, tiene 8*, tiene 9*, anos puede, de 12 anos, de 13 anos, de 14 anos, de 15 anos, de 16 anos, de 17
        anos, year old*, yr old*, yrs old, years old, 16 too, 17 too, 15 too, too young, i am 1*, i am 2*, i am 3*, i
        am 4*, i am 5*, i am 6*, i am 7*, i am 8*, i am 9*, tengo 1* anos, tengo 2* anos, tengo 3* anos, tengo 4* anos,
        tengo 5* anos, tengo 6* anos, tengo 7* anos, tengo 8* anos, tengo 9* anos, tiene 1* anos, tiene 2* anos, tiene
        3* anos, tiene 4* anos, tiene 5* anos, tiene 6* anos, tiene 7* anos, tiene 8* anos, tiene 9* anos, couples,
        parejas
    """,
    "personal": """
        given my, since i am, because i am, considering my, considering i, given that i, for my age, dado que, ya que
        tengo, como tengo, because i have, since i have, given i, if i have a, being that i, as a diabetic, as someone,
        as a person, porque tengo, porque soy, porque tomo, por ser, my body, my history, my health, mi cuerpo, mi
        historial, mi salud
    """,
    "tried": """
        i tried, i have tried, i have been on, i have had, i have taken, i have failed, i failed, he probado, probe, he
        tomado, ya tome, tried 1*, tried 2*, tried 3*, tried two, tried three, tried four, tried five
    """,
    "self": """
        i, i am, my, had, have, has, got, me, mi, tengo, tuve, soy, estoy, padezco, sufro, uso, pregnant, embarazada,
        diagnosed, diagnosticaron, yo, they found, doctor found, doctors found, was found, told me i, encontraron, me
        salio
    """,
    "body_told": """
        me detectaron, me encontraron, detoxing, tapering off, coming off benzos, have high blood pressure, i have
        diabetes, have a heart condition, have heart problems, had heart surgery, my heart, have kidney, have liver,
        have glaucoma, have epilepsy, am epileptic, am diabetic, am hypertensive, weigh, tengo presion alta, tengo la
        presion, presion alta y, padezco de, padezco del, sufro de la presion, sufro del, soy diabetic*, soy
        hipertens*, soy epileptic*, tengo diabetes, tengo azucar, tengo epilepsia, tengo problemas del, tengo problemas
        de, tengo un soplo, higado graso, fatty liver, oye voces, oigo voces, hear voices, hears voices, trying for a
        baby, trying to get pregnant, buscando bebe, buscando un bebe, allergic to, soy alergic*, alergia a
    """,
}
