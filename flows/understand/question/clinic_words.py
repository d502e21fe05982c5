"""How people ask about the clinic, its places and services, and about this chat.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

CLINIC_WORDS: dict[str, str] = {
    "where": """
        where, donde, adonde, en que parte, where's, wheres, a donde, what part of, which part of
    """,
    "online": """
        online, on line, virtual*, telehealth, tele health, telemed*, telepsych*, remote*, from home, at home, zoom,
        video*, by phone, over the phone, on the phone, phone treatment*, phone appointment*, phone session*, phone
        visit*, phone consult*, phone therapy, en linea, linea, telesalud, a distancia, en casa, desde casa, mi casa, a
        casa, por telefono, in person, presencial*, my house, my home, by mail, the mail, mail me, mail it, you mail,
        por correo, por internet, facetime, skype, en persona, my couch, a domicilio, remoto, remota, far away, far
        from, lejos, out of state, otro estado, otros estados, another state, other states, not near, live near, no
        vivo cerca, cannot travel, can not travel, can't travel, no puedo viajar, without traveling, sin viajar, too
        far, ship, shipped, lozenge*, troche*, tablets, nasal spray at, by video, from my, rural, physically, desde mi,
        hours away, miles away, no clinic near, no hay clinica, outside california, fuera de california, digital, por
        llamada, llamada, other way, hours from me, miles from me, out of stat*, live far, far |, sin ir, without
        going, without coming, option for people who live
    """,
    "place": """
        located, location*, office, offices, clinic, clinics, clinica*, city, cities, ubicad*, ubicacion*, oficina*,
        consultorio*, quedan, queda, near me, nearby, nearest, closest, cerca, cercan*, sucursal*, ciudad*, branch*,
        sede, sedes, around here, my area, in the area, county, site, sites, lugares, por aqui, where you at, near
        here, close to me, close by, a place in, places in, anything in, anywhere in, algo en, are you in, are you guys
        in, you all in, are you near, estan en, hay en, tienen en, other locations, have in, do you have one in, is
        there one in, close to, you near, u near, you in, estan por, los encuentro, find you
    """,
    "town": """
        los angeles, l.a, santa monica, las vegas, vegas, sedona, san diego, phoenix, arizona, az, nevada, nv,
        california, texas, new york, nyc, orange county, san francisco, bay area, sf, henderson, pasadena, florida,
        utah, reno, tucson, flagstaff, scottsdale, chicago, houston, dallas, miami, seattle, denver, oregon, portland,
        riverside, sacramento, long beach, san jose, malibu, hollywood, burbank, oakland, mexico, nueva york, colorado,
        washington, new mexico, hawaii, idaho, ohio, canada, socal, southern california, inland empire, venice, culver
        city, beverly hills, irvine, anaheim, fresno, bakersfield, tijuana, prescott, boston, atlanta, east coast,
        fontana, ontario, palm springs, santa barbara, torrance, glendale, san bernardino, oxnard, ventura, in la, to
        la, near la, la county
    """,
    "get_there": """
        can i get, do you have, do you do, are you, is there, do you offer, hay, tienen, ofrecen, estan, dan, puedo
        recibir, hacen, which, cual, cuales, is it in, anything, come to, do you guys, have an, get ketamine, get
        treatment, offered in, offered at, available in, available at, disponible en, atienden, puedo ir, should i go,
        do i go, can i go, go for, ir a, open in, opening in, coming to, any in
    """,
    "address": """
        where exactly, exactly where, close to the, near the strip, donde exactamente, exactamente donde, mero donde,
        address, parking, parked, park, street, directions, get there, getting there, direccion, calle,
        estacionamiento, estaciono, estacionar*, como llego, como llegar, bus, metro, subway, building, edificio, what
        floor, which floor, piso, suite, wheelchair, silla de ruedas, map, mapa, parqueo, parquear, transit, domicilio
        de, el domicilio, freeway, exit, cross street*, valet, garage, accessible, elevator, google maps
    """,
    "private": """
        private, privacy, confidential*, secure, securely, encrypt*, hipaa, hippa, my data, data, my information, my
        info, share my, share what, shared with, sharing, sell my, sell data, privad*, confidencial*, cifrad*,
        encriptad*, mis datos, datos, mi informacion, se entera*, enterar*, who reads, reads this, who sees, sees my,
        sees this, see my answers, see this, see what i, see my messages, my answers, mis respuestas, ve mis, ven mis,
        ver mis, quien lee, quien ve, lee esto, leen esto, ve esto, anonym*, anonim*, privacidad, leak*, hack*,
        migracion, immigration, ice, employer, my boss, my job find, mi jefe, mi patron, en mi trabajo, comparten,
        compartir*, secret*, discreet, discreto, discreta, police, policia, subpoena, uscis, my messages, mis mensajes,
        is telegram safe, telegram safe, telegram secure, telegram seguro, telegram es seguro, storing, stored, guardan
        mis, who has access, has access, have access, tiene acceso, tienen acceso, acceso a mis, why do you need my,
        why do you want my, para que quieren mi, por que necesitan mi, por que quieren mi, para que necesitan mi, on
        file, my file, her file, his file, my chart, expediente, protected health, phi, court, custody, my records,
        keep my, find out, told anyone, tell anyone, tell my, le dicen a, le van a avisar, le cuentan, avisan a,
        contarle a, screenshot*, third part*, terceros, what happens to my answers, entre nosotros, read this, read my,
        read what, know i contacted, know i wrote, lee lo que, leer lo que, leer esto, escriba, lo que escribo, else
        read, decir a nadie, decirle a, le van a decir, contar a nadie, safe to tell, safe to write, safe to share,
        safe to say here, with the info, with my info, with the information, with my information, the info i, grabado,
        graban, grabando, recorded, recording, information safe, info safe, data safe, my answers safe, chat safe, how
        safe is my, how safe is telegram, how safe is this chat, safe here, safe with you, es seguro telegram,
        informacion segura, informacion esta segura, datos seguros, datos estan seguros, es seguro escribir, chat es
        seguro, es seguro este chat, es seguro el chat, es seguro decir, safe to talk here, safe to type, safe is my
        information, safe is my info, safe is my data, insurance know, insurance company see, insurance find out,
        insurance company know, insurance see, insurance company find, insurer see, aseguranza se entera, mi seguro se
        entera, el seguro se entera, my insurance be told, insurance be told, tell my insurance
    """,
    "find_out": """
        find out, see what i write, see what i, se entera*, enterar*, my employer, tell my, who can see, can see this
    """,
    "delete": """
        delete*, deleting, erase*, remove my, remove me, remove everything, removed, wipe*, forget what, forget me,
        forget everything, forget my, borr*, elimin*, quitar mis, quitar mi, quiten mi, quiten mis, quito todo,
        unsubscribe, opt out, darme de baja, doy de baja, me den de baja, take back what, withdraw my, retir*, stop
        texting, stop messaging, olvidar lo, olviden, get rid of my, purge, taken out, take my info, take me off,
        retractar*, clear my
    """,
    "naming": """
        name change, changed your name, change your name, new name, old name, your name, the name, renamed, rebrand*,
        brain health, called before, cambiaron de nombre, cambio de nombre, cambiaron el nombre, cambio el nombre,
        cambiar de nombre, el nombre, llamaban, se llamaba, bespoke, formerly, used to be called, used to be named,
        were you tms, you were tms, are you tms, this tms and, tms and brain, eran tms, son tms, antes eran, antes se
        llamaban, same company, same people, same clinic, same place, misma clinica, misma empresa, mismos de, lo mismo
        que bespoke, new owner*, under new, bought, acquired, merger, merge*, compro la, compraron, marca, branding,
        different company, la otra clinica, used to go to, yo iba a, nombre nuevo, nuevo nombre, nombre anterior, otro
        nombre, another name, different name, name different
    """,
    "robot": """
        bot, a robot, robot, automated, automatic*, ai, real person, real human, human, humano, humana, persona real,
        persona de verdad, maquina, machine, inteligencia artificial, chatgpt, chatbot, computer, computadora, am i
        talking to, who am i talking, talking to a, con quien hablo, con quien estoy, hablando con, someone real, real
        one, who is this |, who are you, quien eres, quien es usted, alguien esta leyendo, anybody reading, anyone
        reading, someone reading, anybody there, anyone there, somebody there, hay alguien
    """,
    "talk": """
        talk to, speak to, speak with, talk with, hablar con, connect me, transfer me, comuniqueme, paseme, put me
        through, hablo con, chat with a, ask a doctor, ask a nurse, ask someone, preguntarle, preguntarle algo, live
        agent, representative, an agent, un agente, customer service, operator, operador, somebody help me, someone
        help me, me puede ayudar |, alguien me puede, alguien que me, can you help me |, help me |, a human please,
        someone from the clinic, somebody from, alguien de la clinica, de su equipo, anyone i can, hay alguien que,
        atienda una persona, atienda alguien, en vez de un
    """,
    "form": """
        questionnaire, questionaire, how many questions, more questions, so many questions, many questions, questions
        are, questions left, this form, the form, cuestionario, preguntas, formulario, answer everything, answer all,
        skip, this chat take, almost done, are we done, encuesta, survey, longer is this, cuanto falta, change my
        answer*, change an answer, change what i, mi respuesta, cambiar mi respuesta, corregir, contestar todo,
        responder todo, saltarme, ya casi, ya mero, finish this later, finish later, terminar esto despues, terminar
        despues, continuar despues, come back to this, come back later, take long, tardar mucho, tarda mucho esto, go
        back, volver atras, made a mistake, me equivoque, start over, empezar de nuevo
    """,
    "offers": """
        services, service, servicio, servicios, what do you offer, what do you do |, what do you guys do, que ofrecen,
        que hacen ustedes, que hacen |, my options, your options, the options, que opciones, opciones, treatments do
        you, treatments are available, types of treatment*, kinds of treatment*, tipos de tratamiento*, clases de
        tratamiento*, tratamientos tienen, tratamientos hay, tratamientos ofrecen, therapies, terapias, other
        treatments, otros tratamientos, treatment options, kind of therapy, kinds of therapy, types of therapy, tipo de
        terapia, tipos de terapia, tambien dan terapia, regular therapy, talk therapy, terapia normal, terapia de,
        besides ketamine, other than ketamine, ademas de ketamina, ademas de la ketamina, what can you do for, que
        pueden hacer por, therapist*, counsel*, psychotherapy, psicoterapia, what all do you
    """,
    "choose": """
        where do i start, where to start, where do i begin, what should i pick, which should i pick, should i pick,
        should i choose, should i select, should i put, do i choose, do i pick, do i put, do i select, to choose, to
        pick, por donde empiezo, que elijo, que escojo, que pongo, que debo elegir, que debo poner, cual debo elegir,
        cual elijo, cual escojo, deberia seleccionar, deberia elegir, get started, como empiezo, como comienzo, first
        step, first steps, primeros pasos, primer paso, que hago primero, what do i do first, what do i do now, what do
        i do here, que hago aqui, que hago ahora, decide which, decidir que, ayuda a decidir, help me decide, know
        which, know what i need, que necesito |, que servicio, which service, i am confused, i'm confused, estoy
        confund*, i am lost, no entiendo que hacer, what am i supposed, how do i begin, where would i start, what to
        put, supposed to put
    """,
    "tms": """
        tms, emt, magnet*, transcranial*, estimulacion magnetica, rtms, iman, imanes, transcraneal*, deep tms,
        estimulacion, coil, casco
    """,
    "dbt": """
        dbt, dialectic*, tdc, linehan, marsha, d.b.t
    """,
    "detail": """
        how long, how many, how often, how soon, how fast, how much, hurt, hurts, weeks, group, groups, grupo, grupos,
        individual, cuanto, cuanta, cuantas, cuantos, cada cuanto, schedule, does tms work, does dbt work, funciona la,
        sirve la, effective, efectiv*, eficaz, better, mejor, at every, en todas, which location*, which clinic*, en
        que clinica, in vegas, in sedona, in la, in los angeles, in santa monica, en las vegas, en sedona, en santa
        monica, help with, helps with, ayuda con, sirve para, ayuda para, good for, machine, maquina, shock,
        electrochoques, ect, homework, tarea, teaches, class, classes, clases, clase, when do, cuando son, safe,
        happens in, happens during, pasa en, pasa durante, feel, work for, insurance, weekly, frequency, both, and
        ketamine, y ketamina, with ketamine, con ketamina, success, results, resultados, last, dura, near, cost,
        skills, habilidades, which therapist, who does, quien hace, quien da, side
    """,
    "versus": """
        same as, the same, lo mismo, difference, diferencia, different, distint*, compare*
    """,
    "other_clinic": """
        somewhere else, some place else, someplace else, at another clinic, at another place, another clinic,
        other clinic, a different clinic, en otro lado, en otra clinica, en otro lugar, con otro doctor, en otra parte
    """,
    "elsewhere": """
        spravato, esketamine, esketamina, emdr, psilocybin, psilocibina, mushrooms, hongos, mdma, lsd, ayahuasca,
        ibogaine, botox, ect, electroconvulsive, electroshock, electrochoques, tec, cbt, acupunctur*, hypno*, hipno*,
        neurofeedback, stellate, sgb, nad, vitamin*, vitaminas, massage, yoga, couples, pareja, family therapy,
        marriage, matrimonial, terapia familiar, rehab, detox, inpatient, residential, iop, php, psychiatrist*,
        psiquiatra*, psychologist*, psicolog*, medication management, prescribe*, recetan, recetar, your doctor*, the
        doctor*, the nurse*, your nurse*, los doctores, el doctor, doctores, enfermer*, licensed, licencia, hiring,
        hire, jobs, contratando, trabajo con ustedes, contratan, vacante*, reviews, resenas, google review*, wifi, wi
        fi, internet there, bathroom, bano, dog, perro, cat, pet, pets, mascota*, music, musica, headphones, audifonos,
        book to, wear, ropa, vestir, bring, llevar, traer, letter for, carta, disability letter, fmla, note for,
        spanish, espanol, interpreter, translator, traductor, interprete, english, ingles, weather, clima, que tiempo
        hace, blanket, cobija, manta, tv, netflix, phone during, telefono durante, celular, private room, room, cuarto,
        habitacion, sala, chair, silla |, recliner, bed, cama, gown, who owns, dueno, duena, founder, ceo, how old is
        the, years in business, cuantos anos llevan, experience do you, cuanta experiencia, training, student, clinical
        trial*, ensayo clinico, gift, gifts, joke, chiste, stock, investor*, ceremony, group ketamine, intramuscular,
        im injection*, troche, lozenge, nasal, ketamine clinic vs, competitors, mindbloom, joyous, other clinics, otras
        clinicas, drop ins, testimonials, testimoni*, certified, certificad*, board certified, lgbt*, gay, trans, women
        only, female, male, mujer doctora, nutrition*, adoption, veteran discount, genetic*, genesight
    """,
    "greeting": """
        how are you, how are you doing, how is it going, how are things, what is up |, whats up |, sup |, como esta |,
        como estas |, que tal |, how do you do, como le va, how is your day, que onda |, como va
    """,
    "pitch": """
        i have a question, i have a few questions, i have some questions, i got a question, have a question |, quick
        question |, one question |, can i ask a question, can i ask something, can i ask you something, may i ask, can
        i ask |, tengo una pregunta, tengo una duda, tengo preguntas, tengo dudas, una pregunta |, una duda |, puedo
        preguntar |, puedo hacer una pregunta, puedo preguntarle, le puedo preguntar
    """,
    "far": """
        ohio, texas, florida, new york, nyc, nueva york, chicago, houston, dallas, miami, seattle, denver, oregon,
        portland, mexico, colorado, washington, new mexico, hawaii, idaho, canada, utah, boston, atlanta, east coast,
        georgia, michigan, illinois, tijuana
    """,
}
