"""How people ask about the course of treatment: how many, how often, how soon, how long, boosters.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

COURSE_WORDS: dict[str, str] = {
    "how_many": """
        how many, number of, cuantas, cuantos, numero de, amount of, que cantidad, what number, total of, how much
        treatment*, how much infusion*, total infusions, total sessions, total treatments, how many doses, cuantas
        dosis, total count
    """,
    "how_long": """
        how long, how much time, duration, cuanto tiempo, cuanto dura*, cuanto tarda*, length of, how much longer, what
        length, cuanto toma, time frame, timeframe, timeline, time line, plazo, total length, length
    """,
    "how_often": """
        how often, how frequent*, frequen*, cada cuanto, cada cuantos, cada cuantas, que tan seguido, con que
        frecuencia, times a week, times per week, veces por semana, veces a la semana, how regularly, how regular, each
        week, per week, once a week, twice a week, daily, every day, every single day, everyday, weekly, biweekly,
        diario, diaria, diarias, todos los dias, semanal*, a la semana, por semana, tan a menudo, seguidas, seguidos,
        every other day, every two days, day after day, back to back, consecutive, in a row, times a month, cada dos
        dias, dia por medio, cada dia, un dia si, veces al mes, calendario, cuantas veces, cada cuando, diariamente, ir
        diario, seguidit*, con descanso
    """,
    "apart": """
        apart, spaced, spacing, space out, space them, spread out, spread over, spread, gap, gaps, between sessions,
        between infusions, between treatments, between them, between each, days between, days in between, rest days,
        dias entre, dias hay entre, separad*, separacion, espaciad*, espacian, espacio entre, repart*, in between,
        entre una y otra, entre sesiones, entre infusiones, entre cada, entre una infusion, entre una sesion, between
        one, between two, cuantos dias, between boosters, between booster, between the boosters, entre refuerzos, entre
        un refuerzo, between maintenance
    """,
    "how_soon": """
        how soon, how fast, how quick*, right away, immediate*, instant*, same day, kick in, kicks in, kicking in, que
        tan rapido, que tan pronto, al cuanto tiempo, a las cuantas, enseguida, en seguida, de inmediato, inmediat*,
        mismo dia, onset, take effect, takes effect, hacer efecto, hace efecto, haga efecto, cuan rapido, fast acting,
        overnight, surte efecto, surtir efecto, al instante, tan pronto, rapid, act fast, works fast, work fast, work
        quickly, works quickly, fast results, quick results, fast relief, quick relief, quick fix, start working,
        starts working, start to work, starts to work, begin working, begin to work, begins to work, empieza a
        funcionar, empiece a funcionar, empieza a hacer, empieza a sentir, empieza a notar, empezar a sentir, empezar a
        notar, within hours, within days, within minutes, that fast, so fast, desde cuando se nota, actua rapido,
        alivio rapido, efecto rapido, how immediate, rapido funciona, rapido se, al momento, primeras horas, in hours,
        in days, como de rapido, que tan luego, how early, in an hour, an hour, en cuanto tiempo se siente, en cuanto
        tiempo se nota, en cuanto tiempo se ve, en cuanto tiempo hace, en cuanto tiempo funciona, en cuanto tiempo me
    """,
    "until": """
        until, till, before i feel, before i notice, before it, before you, before they, before people, before
        anything, before feeling, before seeing, hasta, antes de que, antes de sentir, antes de notar, after how many,
        despues de cuantas, con cuantas, a partir de, para que, takes to, take to, take for, to feel, to work, to
        notice, to see, to kick, to help, to start, en notar, en hacer, en sentir, en funcionar, en ver, en empezar,
        para sentir, para notar, para ver, para que funcione, for it to, needed to, does it take, did it take, wait,
        before i, after which, a partir, para sentirse, para que se
    """,
    "when": """
        when, cuando, at what point, en que momento, what point, a que altura
    """,
    "session": """
        infusion*, session*, treatment*, drip, drips, visit*, round, rounds, sesion*, tratamiento*, suero*, visita*,
        iv, ivs, dose, doses, dosis, aplicacion*, appointment*, trips, goteo*, times, veces, how many doses, cuantas
        dosis
    """,
    "booster": """
        booster*, boost, boosts, maintenance, refuerz*, mantenimiento, top up*, topup*, touch up*, upkeep, tune up*,
        follow up infusion*, followup infusion*, follow up treatment*, recordatori*, refresher*, repeat infusion*,
        additional infusions, dosis de refuerzo, mantenerlo, mantenerme, reforzar, bosster*, later infusion*, extra
        infusion*
    """,
    "lasts": """
        last, lasts, lasting, wear off, wears off, wearing off, worn off, fade*, hold up, holds up, stay better, stay
        well, stay good, stay in remission, staying well, stay gone, stay like, permanent, permanently, go away, goes
        away, dura, duran, durar*, durader*, se pasa, se me pasa, se va el, se va a ir, se quita el, temporary,
        temporal, temporalmente, remission, remision, se acaba el, se mantien*, mantenerse, run out, short lived,
        pasajero, sustained, aguanta, linger*, months of relief, feel good for, good for after, be okay for, hold for,
        series hold, effect go, efecto se, pierde el efecto, perder el efecto, keep feeling, keep working, sigue
        funcionando, stop working, stops working, deja de funcionar, deja de hacer, tiempo bien, uno bien, good months,
        long will i feel, long would i feel, long will i be, se desvanec*, how much time do i get, stay that way, will
        it stay, stay this way, am i good for, i good for, stick, sticks, stick around, se quita, se quite
    """,
    "comeback": """
        come back, comes back, coming back, came back, return, returns, returning, relapse*, creep back, creep up,
        vuelve la, vuelve el, vuelven los, vuelva la, vuelvan, vuelva a, vuelve a, volver la, volver a caer, volver a
        deprimir*, vuelvo a, regresa, regresan, regrese, regresar la, regresar el, regresar los, recaer, recae,
        recaigo, recaida*, slip back, depressed again, bad again, sad again, deprimirme otra, deprimido otra, deprimida
        otra, va a volver, backslide*, reaparec*, down again, vuelvo a sentirme, vuelven, symptoms back, depression
        back, slide back, slides back, sliding back, slipping
    """,
    "again": """
        keep going back, going back, keep coming, keep doing, keep getting, keep having, seguir yendo, seguir viniendo,
        seguir haciendo, ongoing, continue getting, forever going, come back for, come again, go again, otra ronda,
        another round, another series, second series, second round, repeat it, repeat the, repetir*, need more
        infusions, need more later, need another, mas infusiones, otra infusion, hacerlo siempre, hacerlo toda la vida,
        hacerlo para siempre, do this forever, doing this forever, do it forever, doing it forever, do them forever,
        follow up, seguimiento, what comes after, what comes next, after that what, get more, hay que volver, tengo que
        volver, tengo que regresar, hay que regresar, tendria que volver, volver por, more later, another dose, need
        more, need to come back, come back every, further treatment*, i come back, to come back, come back in, come
        back after, que sigue, keep doing these, volver a venir, after the six what, luego de las seis, despues de las
        seis, after the six, more infusions after, se quita y
    """,
    "feel": """
        feel, feels, feeling, felt, notice*, relief, better, improve*, sentir*, siente, siento, sienten, sienta,
        notar*, nota, notan, noto, note, alivio, mejor, mejoria, mejora*, difference, diferencia, see results, see a,
        see any, results, resultados, effect, effects, efecto, efectos, lift, lifts, improvement*, relieved, cambio,
        cambios, changes, change, anything happen, see something, algo, work, works, working, help, helps, helped,
        funciona*, funcione, ayuda, ayude, sirve, sirva, benefits, beneficio*, happier, lighter, respuesta, response,
        ven, veo, noticing, sintiendo, notando, noticed, sentirse
    """,
    "first_one": """
        first one, first infusion, first session, first treatment, first time, first drip, first day, primera infusion,
        primera sesion, primera vez, la primera, one session, one infusion, one treatment, after one, after 1, after
        two, after 2, after three, after 3, after a few, after a couple, una sola, una sesion, una infusion, just one,
        just two, single session, single infusion, only one, one is, one enough, day one, first dose, primer
        tratamiento, primer dia, after the first, after my first, despues de una, despues de dos, despues de la
        segunda, despues de la primera, con una, con la primera, first few, second infusion, second session, third
        infusion, tras la primera, despues de tres, primeras infusiones, primeras sesiones, right after, number one,
        after number, after session, two infusions, 2 infusions, dos infusiones, 2 infusiones
    """,
    "build_up": """
        build up, builds up, buildup, accumul*, acumul*, ramp up, ramps up, in your system, en el cuerpo, en el
        organismo, loading period, take weeks, takes weeks, take months, takes months, tarda semanas, tarda meses,
        tardan semanas, weeks to work, months to work, weeks to kick, weeks like, months like, semanas como, meses como
    """,
    "enough": """
        enough, alcanza, suficiente*, basta, bastan, sufficient, all six, all 6, all of them, las seis, las 6, all the
        infusions, todas las infusiones, todas las sesiones, in total, altogether, en total, total, just do one, do
        just one, do only one, stop early, quit early, stop halfway, skip some, less than six, fewer than, more than
        one, more than six, mas de una, mas de seis, menos de seis, una sola vez, solo una, con una sola, only do, solo
        hago, fewer infusions, is it six, is it really six, why six, por que seis, son seis, are there six, do i need
        six, do i need 6, need all, need six, hacer las seis, the full six, seis infusiones, six infusions, 6
        infusions, 6 infusiones, complete the series, full number, just do two, just do three, do two and, do three
        and, stop after, dejarlo antes, standard number, se completa, do six, hacen seis, everyone do six, ever need,
        always six, siempre seis
    """,
    "first_series": """
        first series, induction, initial, inicial, iniciales, first round, primera serie, induccion, the series, a
        series, first phase, starting series, first course, full course, la serie, serie, whole treatment, entire
        treatment, todo el tratamiento, whole thing, entire thing, primera fase, al principio, in the beginning,
        starting out, whole course, whole process, start to finish, the protocol, protocol, protocolo, primera ronda,
        treatment plan, plan de tratamiento, first part, primera parte, first six, primeras seis, regimen, schedule
        look, typical schedule, infusion schedule, treatment schedule, calendario, tratamiento completo, el tratamiento
        dura, all the infusions take, the six take, six infusions take, las seis infusiones en, weeks are the six,
        first set, finish the series, process, first couple weeks, first few weeks, first weeks, first two weeks,
        primeras semanas, primera etapa, time commitment, program, programa, se acaban, se terminan, se completan,
        doses in the, first infusions, the schedule
    """,
    "week": """
        week, weeks, semana, semanas, wks
    """,
    "month": """
        month, months, mes, meses, monthly, mensual*, year, years, yearly, twice a year, ano, anos
    """,
    "afterwards": """
        after the series, after finishing, after i finish, after it is over, once i finish, despues de terminar, al
        terminar, after that, after all six, after treatment
    """,
    "relief": """
        relief, alivio, feel better, feeling better, improvement, mejoria, sentirse mejor, se siente mejor, start
        helping
    """,
}
