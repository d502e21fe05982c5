"""How people ask about side effects, risks and what an infusion feels like.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

SIDE_EFFECT_WORDS: dict[str, str] = {
    "side": """
        damag*, starts to hurt, floaty, float, floating, woozy, spaced out, weird feeling, strange feeling, out of body,
        feeling goes away, feeling go away, flotando, flotar, sensacion rara, sensacion extrana, se quita lo mareado,
        dana algo, hacer dano,
        son seguras, son seguros, puesto grave, se ha puesto, ponerse grave, puesto mal, perjudica*, para el cuerpo,
        cried, cry, crying, scream*, lloro, lloran, lloraba, gritar, pierde el control, perder control, in danger, er
        after, in the er, rot, rots, rotting, fry, fries my, wreck*, destroy*, take a toll, takes a toll, a toll on,
        rough or, that rough, how rough, bounce back, bounces back, bounce right back, wiped out, wipe me out, brutal,
        harsh, gnarly, head clear*, clear headed, mind clear*, foggy, fuzzy, uti, eat away, mess you, weird out,
        weirded, lost in, leave me, leaves you, what else do i feel, else do i feel, else will i feel, else would i
        feel, else do you feel, else does it do, what else happens, what else does it do, otra cosa voy a sentir, que
        otra cosa se siente, que mas se siente, que mas voy a sentir, otra cosa se siente, que otra cosa siente, pudre,
        destruye, desgasta, acaba con el, acaba con los, pega feo, muy fuerte, tan pesado, pesad*, agresiv*, se
        recupera, recuperar, recupera uno, despejad*, se despeja, mal plan, friega, tarada, tarado, zonzo, zonza,
        menso, mensa, ido, ida, atarantad*, apendejad*, chueco, side effect*, sideeffect*, side affect*, adverse, safe,
        safely, safer, safety, unsafe, danger*, risk*, harm*, hurt, hurts, hurting, painful, is it pain, ouch, sting*,
        nause*, queasy, vomit*, throw up, throwing up, puke, puking, dizz*, lightheaded, headache*, blurr*,
        hallucinat*, halucinat*, see things, seeing things, dissociat*, disassociat*, dissasociat*, trip, tripping,
        trip balls, trippy, psychedelic trip, bad trip, get high, be high, feel high, high off, high on, a high, high
        |, stoned, loopy, woozy, spacey, spaced out, zombie, zonked, numb from, addict*, addiction, habit forming,
        hooked, abuse potential, bladder, kidney damage, liver damage, damage*, long term effect*, long term*, long
        term use, overdos*, brain damage, bad reaction*, reactions, complication*, sedat*, sleepy, groggy, drowsy,
        memory, out of it, out of body, k hole, khole, lose control, losing control, feel weird, feel strange, feel
        funny, feel like, feels like, what does it feel, how does it feel, how will i feel during, how do you feel
        during, how does the infusion feel, during the infusion feel, freak out, freaked, panic during, panic attack
        during, bad experience, scary, scared, afraid, nervous about, terrified, fear of needle*, needle*, awake,
        asleep, fall asleep, pass out, conscious, unconscious, knocked out, knock me out, put me out, put you out, put
        me under, put you under, go under, out cold, black out, blackout, sick from, feel sick, make me sick, make you
        sick, get sick, gets sick, make me worse, make it worse, get worse, worse before, feel worse, toxic, poison*,
        die, died, death*, kill, lethal, fatal, stop breathing, breathing, toleran*, immune to it, crash after, i
        crash, gonna crash, going to crash, crashing, stay in your system, stay in my system, in your body, leave your
        system, out of your system, hangover, weight gain, gain weight, lose weight, libido, hair loss, itch*, rash,
        tired after, fatigue, sweat*, heart rate, raise blood, blood pressure go, drug test*, show up on a, urine test,
        personality, change who i am, change my personality, cognitive, iq, go crazy, lose my mind, psychotic break,
        trauma come up, cry during, withdrawals, wrong with it, what could go wrong, go wrong, downside*, drawback*,
        warning*, caution*, precaution*, black box, bad for you, bad for your, bad for my, problems with it, horror
        stor*, comedown, come down after, mess up, mess with, messes with, mess you up, permanent damage, ruin, effects
        afterward*, after effects, aftereffects, lasting effects, negative effect*, bad effect*, weird effect*, effects
        should i, is it rough, is it intense, efectos secundarios, efecto secundario, efectos adversos, efectos
        negativos, efectos malos, efectos tiene, secuelas, secundario*, peligr*, riesgo*, es seguro, es segura, seguro
        es, tan seguro, tan segura, sera seguro, sea seguro, segura es, seguridad, duele*, doler*, doloroso, dolorosa,
        dolera, lastim*, alucin*, disoci*, adicc*, adict*, dependencia, mareo*, marea*, mareado, mareada, vejiga,
        sobredosis, sedad*, sedacion, despierto, despierta, dormido, dormida, me duermen, duerme, duermen,
        inconsciente, desmay*, drogad*, drogar*, droga uno, reaccion*, que se siente, como se siente, se siente raro,
        se siente feo, sentirse durante, voy a sentir durante, largo plazo, danar*, dano, danos, dana, aguja*, memoria,
        malestar, mala experiencia, mal viaje, viajado, viaje malo, drogo, perder el control, perder la cabeza,
        volverme loco, volverme loca, vuelve loco, me vuelvo, miedo, asusta, asustad*, intoxic*, toxic*, morir*,
        muerte, mata, tolerancia, empeor*, peor, caida del pelo, engorda*, subir de peso, sube la presion, sube de
        peso, respirar, respiracion, contras, desventaja*, advertencia*, precaucion*, cuidados, da sueno, suenos,
        cansancio, dolor de cabeza, atontad*, consciente, conciencia, anestesiad*, antidoping, prueba de drogas,
        enganch*, vicio, hace dano, hace mal, cae mal, caer mal, dependence, dependency, dependent, dependiente,
        remember, recordar, acordar, me acuerdo de, worst that, drunk, borracho, borracha, amnesia, malestares, the
        high, high last, high wear, worried about, be worried, should worry about, trip too, bajon, el bajon, queda en
        el cuerpo, dura en el cuerpo, sale del cuerpo, cosas raras, amanece uno, amanecer, queda mal, quedar mal, mal
        despues, es malo para, in a trance, paranoia, paranoid, anxious during, mess me up, feel normal after, heart
        racing, jitter*, intoxicated, queda uno mal, am i out, out during, infusion like, experience like, session
        like, treatment like, what is it like, it like |, como es la infusion, como es la experiencia, como es una
        infusion, como es una sesion, cruda, consciousness, show on, drug screen*, worse, es mala, mala para, malo
        para, sentir raro, sentir rara, sentir mal, sentir feo, sentirme mal, sentirme raro, sentirme rara, es malo, el
        viaje, tan fuerte, permanent effects, lasting damage, weird feeling, pierde uno, pierde el conocimiento, perder
        el conocimiento, pierdo el conocimiento, think straight, normal again after, rough on, suicid*
    """,
    "raises": """
        raise*, increase*, affect*, cause*, causa*, sube, suben, subir, eleva*, spike*, lower my, afecta*, peligros*,
        dangerous
    """,
}
