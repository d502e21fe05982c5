"""How people ask about appointments, opening times and being called.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

SCHEDULING_WORDS: dict[str, str] = {
    "appoint": """
        switch from the, switch clinics, switch locations, switch offices, transfer to, midway through, half day, full
        day, min behind, minutes behind, running behind, stuck in traffic, my referral, my paperwork, plan on a, tried
        calling, tried ringing, no answer, nobody answers, no one answers, nobody picks up, at the desk, front desk
        today, voy atrasad*, cambiarme de clinica, cambiar de clinica, medio dia, dia completo, mi referencia, mi
        referido, me llame alguien, nadie contesta, nadie me contesta, appointment*, appt, appts, book, booking,
        booked, reserve, reservation, schedule a, schedule an, schedule my, schedule me, schedule it, schedule with,
        schedule something, schedule now, schedule the, to schedule, can i schedule, i schedule, reschedul*, cancel*,
        availability, any availability, available appointment*, available this, available next, next available, first
        available, earliest, openings, opening, slot, slots, time slots, waitlist, wait list, waiting list, wait time*,
        long wait, the wait, how long is the wait, have to wait, walk in*, walkin*, your hours, the hours, office
        hours, business hours, what hours, hours of, hours are you, hours |, opening hours, what time*, what days,
        which days, what day, are you open, you open, you guys open, open on, open today, open tomorrow, open late,
        open now, is it open, open |, closed, close, closing, weekend*, saturday*, sunday*, monday*, tuesday*,
        wednesday*, thursday*, friday*, evenings, evening appoint*, after hours, after work, nights, tomorrow, tonight,
        this week, next week, this month, next month, holiday*, christmas, how soon can, how soon could, how quickly
        can i, how fast can i get, how fast can you get, when can i come, when can i start, when can i get in, when can
        i be, when can i see, when can we, when can you see, when could i, when do i come, when do i start, when would
        i start, when is my, when will i start, soonest, get in, get me in, squeeze me in, fit me in, come in today,
        come in tomorrow, come in for a consult*, come by, stop by, drop in, sign up, sign me up, register, enroll*,
        call me, call back, callback, called back, calls me, contact me, reach out to me, get back to me, hear back,
        hear from, reach me, someone call, somebody call, when will you call, phone number*, number to call, your
        number, can i call, i call you, call you, call the, a call, email you, your email, contact info, contact you,
        who do i call, referral*, referred by, refer me, need a doctor's note, consult, consultation*, intake
        appointment, first visit, initial visit, evaluation, assessment, arrive, arrive early, be late, running late,
        late for, miss an, miss a session, missed an, miss one, skip one, no show, move my, change my appoint*, next
        opening, how far out, booked out, same day appoint*, time of day, mornings, morning appoint*, how long is each,
        how long is an, how long is one, how long is a session, how long is the session, how long is the visit, how
        long does each, how long does one, how long does an, how long does a session, how long does an infusion, how
        long are the, how long is the infusion, how long are infusions, how many hours, how many minutes, how much time
        does each, all day thing, how long will i be there, how long am i there, how long do i have to be there, next
        steps, next step, what happens next, what happens now, what happens after i, cita, citas, agendar, agenda,
        agendo, agend*, reserv*, turno, turnos, horario*, a que hora, que horas, a que horas, que dias, que dia, abren,
        abre, abierto*, abierta*, cierran, cierra, fin de semana, fines de semana, sabado*, domingo*, lunes, martes,
        miercoles, jueves, viernes, manana, hoy mismo, esta semana, proxima semana, la semana que viene, este mes,
        proximo mes, disponibilidad, lugar disponible, cupo, cupos, lista de espera, hay que esperar, espera para, me
        llaman, me llama, me llamaran, me van a llamar, me pueden llamar, llamarme, llamenme, los llamo, puedo llamar,
        les llamo, llamarles, llamarlos, me contactan, me contactaran, contactarme, se comunican conmigo, se van a
        comunicar, comunicarme, contactarlos, numero de telefono, su telefono, su numero, el telefono, que telefono,
        cual es el numero, tienen telefono, correo electronico de, whatsapp, cuando puedo ir, cuando puedo empezar,
        cuando puedo pasar, cuando podria, cuando empiezo, cuando empezaria, cuando me pueden, cuando me atienden,
        cuando me reciben, cuando me ven, cuando pueden, que tan pronto puedo, que tan pronto podria, que tan pronto
        me, que tan rapido me pueden, cuanto antes, lo antes posible, mas pronto, lo mas pronto, puedo pasar, puedo ir
        hoy, puedo ir despues, referencia, referido, derivacion, remitido, orden medica, orden del doctor, consulta,
        consultas, primera visita, evaluacion, inscrib*, registrarme, apuntarme, apuntar, llegar tarde, falto a, faltar
        a, cambiar mi cita, feriado*, dias festivos, navidad, por las tardes, por la tarde, por la noche, en las
        noches, cuanto dura cada, cuanto dura una infusion, cuanto dura una sesion, cuanto dura la infusion, cuanto
        dura la sesion, cuanto dura la visita, cuantas horas, cuantos minutos, cuanto tiempo dura cada, cuanto tiempo
        dura una, cuanto tiempo dura la sesion, cuanto tiempo dura la infusion, cuanto tiempo hay que estar, cuanto
        tardan en, proximo paso, siguiente paso, que pasa ahora, cuanto dura la cita, cuanto se tarda cada, a ring,
        marcarme, me pueden marcar, me marcan, marquenme, para cuando, pa cuando, sit down with, on the calendar, the
        calendar, get on the, january, february, march |, april, june, july, august, september, october, november,
        december, enero, febrero, abril, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, los domingos,
        los lunes, entre semana, are you full, booked up, fully booked, get started this, trabajan los, trabajan hoy,
        en llamar, en contactar, en responder, en contestar, ahead of time, book ahead
    """,
    "changing": """
        switch from the, switch clinics, switch locations, switch offices, transfer to, midway through, half day, full
        day, min behind, minutes behind, running behind, stuck in traffic, my referral, my paperwork, tried calling,
        tried ringing, no answer, nobody answers, no one answers, nobody picks up, at the desk, voy atrasad*, cambiarme
        de clinica, cambiar de clinica, medio dia, dia completo, mi referencia, mi referido, me llame alguien, nadie
        contesta, nadie me contesta, squeeze me, my appointment, mi cita, reschedul*, walk ins, openings, waitlist,
        lista de espera, weekend hours, office hours, que sigue |, on the schedule, intake process, hablarles por
        telefono, hablarles, tienen despues de las 5, tienen despues de las 6, tienen despues de las cinco, tienen
        despues de las seis
    """,
    "stay": """
        in the chair, hooked up, be there, stay there, sit there, kept there, keep you, keep me, am i there, you there,
        there for, out of there, in and out, tengo que estar, tengo que quedar, estar ahi, quedarme ahi, me tienen ahi,
        conectad*, en la silla, ahi sentad*, por sesion, cada vez, each time, per session, per visit
    """,
}
