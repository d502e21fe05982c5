"""Words of one meaning whatever is asked: they bring together wordings that share no word.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

THEME_WORDS: dict[str, str] = {
    "someone_else": """
        friend*, buddy, buddies, cousin*, aunt*, uncle*, neighbor*, neighbour*, coworker*, co worker, colleague*, boss,
        roommate*, nephew*, niece*, guy at, girl at, lady at, somebody, someone, my ex, people say, folks say, online
        says, reddit, tiktok, youtube, instagram, facebook group, podcast, amigo*, amiga*, primo*, prima, primas, tia,
        tio, tias, tios, vecin*, companer*, comadre, compadre, conocid*, cunad*, suegr*, sobrin*, jefe, jefa, patron,
        mi ex, dicen que, me dijeron, dicen, en internet, en tiktok
    """,
    "count": """
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, two, three, four, five, six, seven, eight, nine, ten, twelve, dozen,
        single, couple, few, several, half, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, doce, docena, un
        par, unas cuantas, varias, mitad
    """,
    "hours": """
        hour, hours, minute*, hr, hrs, hora, horas, minuto*, rato, ratito
    """,
    "days": """
        day, days, overnight, tonight, morning*, evening*, night, dia, dias, noche, tarde, al otro dia
    """,
    "long_time": """
        season, seasons, summer, winter, spring, fall, christmas, holidays, decade*, lifetime, verano, invierno, otono,
        primavera, navidad, fin de ano, vida, siempre, forever, always
    """,
    "over": """
        finish*, finished, done, over, complete*, end, ends, ended, ending, wrap*, afterward*, afterwards, through
        with, stop, stops, stopped, quit, termin*, acab*, complet*, concluy*, conclui*, finaliz*, parar, paro, le paro,
        dejo, despues, luego
    """,
    "begin": """
        start, starts, starting, started, begin*, beginning, first, initial, kickoff, opening, go first, empez*,
        empiez*, comenz*, comienz*, inicia*, inicio, primer*, al principio, arranc*
    """,
    "more_of_it": """
        more, extra, additional, another, again, keep, continue, repeat*, redo, others, rest of, next, second, mas,
        otra, otras, otro, adicional*, extras, seguir, sigo, sigue, repet*, repite*, de nuevo, segunda, volver, vuelvo,
        regresar, regreso
    """,
    "decide": """
        decide*, decides, deciding, choose, choice, pick, up to me, up to you, depends, who says, tell when,
        determine*, decision, decid*, escog*, elegir, elij*, depende, dependiendo, determina*
    """,
    "mood": """
        sad, sadness, unhappy, happy, happier, happiness, joy, smile, numb, empty, dark, darkness, gray, grey, heavy,
        heaviness, low, lows, blue, blues, hopeless, gloomy, fog, cloud, weight off, myself again, normal again, human
        again, like me, alive, triste*, tristeza, feliz, felices, content*, alegr*, sonre*, sonrisa, vacio, vacia,
        oscur*, gris, nube, pesadumbre, desanim*, animo, animos, ganas de vivir, yo mism*, como antes, bajonead*,
        aguitad*
    """,
    "improve": """
        better, improve*, improving, improvement*, recover*, relief, relieve*, ease, eases, lift*, brighter, lighter,
        cheer*, turnaround, bounce, get well, mejor, mejora*, mejori*, aliv*, compone*, compon*, levanta*, sanar,
        recuper*
    """,
    "badly": """
        bad, badly, worst, worse, wrong, awful, terrible, horrible, nasty, ugly, scary, dangerous, risky, damage,
        damaging, hurt, harmful, malo, mala, malos, malas, mal, peor*, feo, fea, terrible*, horrible*, grave, graves,
        danin*, peligros*, dano
    """,
    "chance": """
        odds, chance*, likely, likelihood, probab*, percent*, rate, rates, ratio, average, typical*, usual*, normal*,
        common*, most people, majority, minority, statistic*, number of people, hit or miss, miss, guarantee*, sure
        thing, hope for, expect*, gamble, lottery, posibilidad*, probable*, porcentaje*, promedio, tipic*, mayoria,
        minoria, comun, garanti*, segur*, esper*
    """,
    "dripping": """
        drip*, bag, bags, iv, ivs, needle*, poke*, pokes, stick me, hooked, vein, arm, chair, infus*, session*,
        sitting, sittings, go round, rounds, treatment*, dose, doses, shot, shots, suero*, goteo*, aguja*, piquete*,
        vena, brazo, silla, sesion*, dosis, aplicacion*, tratamiento*, ponen, ponerme, ponga, pongan, pusieron, ponian
    """,
    "personnel": """
        doctor*, dr, drs, physician*, nurse*, psychiatrist*, therapist*, counselor*, psychologist*, provider*,
        clinician*, anesthesiologist*, specialist*, staff, receptionist*, front desk, medic*, enfermer*, psiquiatr*,
        terapeut*, psicolog*, especialista*, personal, recepcion*, doctora*
    """,
    "room": """
        room*, chair*, bed, beds, blanket*, pillow*, music, lights, recliner, lobby, waiting room, waiting area, tv,
        phone charger, snack*, restroom*, bathroom*, cuarto*, sala, silla*, sillon, cama*, cobija*, almohada*, musica,
        luces, bano, banos, television
    """,
    "paper": """
        paperwork, form, forms, letter*, note, notes, record, records, file, files, chart, document*, certificate,
        receipt*, id card, license, papel*, papeles, carta*, nota, constancia*, justificante*, expediente*, documento*,
        recibo*, comprobante*, identificacion
    """,
    "reveal": """
        share, shares, sharing, tell, tells, told, give my, give them, pass on, report, reports, reporting, notify,
        show, shows, read, reads, reading, see, sees, look at, access, compart*, avis*, cuent*, dicen a, le dan, les
        dan, pasan, report*, notific*, muestr*, leen, lee, leer, ven, ver, acceso, enter*
    """,
    "identity": """
        name, names, named, called, brand, company, business, owner*, same, old, former*, previous*, used to, nombre,
        nombres, llam*, marca, empresa, negocio, duen*, mism*, antes, anterior*, antigu*
    """,
    "presence": """
        come in, come down, come by, show up, go there, in person, travel, drive there, get there, near, nearest,
        close, closest, closer, far, miles, away, distance, local, area, town, city, state, county, out of state,
        rural, ir, voy, vaya, llegar, cerca, cercan*, lejos, millas, distancia, zona, pueblo, ciudad, estado, condado,
        rumbo, viaj*
    """,
    "gadget": """
        phone, phones, call, calls, calling, video, camera, webcam, computer, laptop, tablet, internet, wifi, online,
        zoom, telefono*, llamada*, llamar, videollamada*, camara, computadora, compu, celular*, linea
    """,
    "ask_meaning": """
        what is, what are, whats, what does, what do, mean, means, meaning, stand for, stands for, define, definition,
        explain, explained, called, acronym, letters, que es, que son, que significa*, significado, quiere decir,
        explic*, siglas, letras, se refiere*, de que se trata
    """,
    "ask_amount": """
        how many, how much, number of, amount, total, count, cuant*, numero de, cantidad
    """,
    "ask_pace": """
        how often, how frequent*, frequency, frequently, how regularly, how far apart, spacing, spaced, space*, gap,
        gaps, between, apart, schedule*, calendar, timetable, every, each, cada cuant*, cada cuando, frecuencia,
        seguid*, espaci*, separ*, entre, calendario, horario, cada
    """,
    "ask_when": """
        when, how soon, how fast, how quick*, how long before, how long until, how long till, at what point, what
        point, which one, by when, cuando, que tan pronto, que tan rapido, al cuanto, a las cuantas, en que momento,
        hasta cuando, para cuando, desde cuando
    """,
    "ask_duration": """
        how long, duration, length, last, lasts, lasted, lasting, stick*, hold, holds, stay, stays, remain*, wear off,
        wears off, fade*, cuanto tiempo, cuanto dura*, dura, duran, durar*, duro, aguant*, mantien*, mantener*, queda,
        se pasa, se va, se quita, rato
    """,
    "ask_reason": """
        why, how come, reason, what for, what makes, purpose, point of, por que, porque, razon, motivo, para que, a que
        se debe
    """,
    "ask_manner": """
        how does, how do, how is, how are, how would, how can, how it, in what way, mechanism, process, science,
        explain how, como, de que manera, de que forma, proceso, ciencia
    """,
    "ask_offer": """
        do you have, do you offer, do you do, do you guys, do you provide, you offer, got any, have any, any way,
        available, availability, option*, offered, tienen, ofrecen, hacen, dan, manejan, hay, disponible*, opcion*,
        cuentan con
    """,
}
