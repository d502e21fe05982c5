"""How messages begin, and what they hold, when they ask something; folded, | for the end of a clause."""

from flows.understand.question.lexicon import word_set

FILLERS = word_set(
    """
    hi hello hey ok okay so um uh and but also well please just oh yes yeah thanks thank you then anyway actually sorry
    wait there now first lol haha hmm great good cool perfect sure guys like hola oye disculpe disculpen perdon buenas
    buenos tardes dias noches entonces pues y pero bueno gracias si por favor ah tambien doctor doctora senor senorita
    ketamine ketamina ay mire mira
    """
)
"""Words that may stand before the one that asks."""

JOINS = word_set("and but y pero so or because then")
"""Words a new question can begin behind, in the middle of a clause."""

WH = word_set("what how when where why who which whose whom")
WH_ES = word_set("que cual cuales cuanto cuanta cuantos cuantas quien quienes adonde")
TOLD_AFTER_WH = word_set("i we my he she worked helped helps got matters")
""" "What I tried: Lexapro" tells; "what it costs" asks."""

WHEN_NEXT = word_set("do does did is are can could will would should am may might has")
MODALS = word_set("can could will would should may might")
TOLD_AFTER_MODAL = word_set(
    """
    do be like love prefer rather go come try call take have need wait travel only also get make see work say not use |
    still definitely probably just meet talk drive pay start live begin consider appreciate
    """
)
""" "Can do mornings" and "would like TMS" tell."""

TOLD_AFTER_BE = word_set(
    """
    fine ok okay good great me mine for because from in at when about around best better depression anxiety ptsd pain
    all not also just more what how if where why | on to so very really too
    """
)
SUBJECTS = word_set(
    """
    i you he she it we they this that these those there the a an my your our his her their anyone anybody someone
    somebody everyone everybody people most all any ketamine tms dbt insurance infusion infusions booster boosters
    patient patients results telegram spravato both each treatment treatments therapy medicare medicaid symptoms
    depression kids teens adults seniors doctors nurses ya everything anything bespoke anxiety pain side effects relief
    parking us men women
    """
)
TOLD_AFTER_ANY = word_set("time day of clinic location is works one will afternoon morning evening place |")

HELPERS: dict[str, frozenset[str]] = {
    "do": word_set(
        """
        i you they we people most ya patients boosters infusions these those results anyone everyone any your symptoms
        doctors effects some everybody benefits meds men women veterans older other others kids folks all treatments
        insurance
        """
    ),
    "did": word_set("you they people anyone bespoke your we it that this"),
    "has": word_set("the it this that anyone anybody your ketamine he she insurance tms"),
    "have": word_set("you they people any anyone"),
    "was": word_set("it this that ketamine there"),
    "were": word_set("you they there"),
    "am": word_set("i"),
}
"""What follows a helper verb at the start of a question; after "does" anything may."""

DONE_AFTER = word_set("in last twice once before for at already with when and too years back then again also | it")
""" "Did it in 2019" tells; "did it work" asks."""

VERBS_ES = word_set(
    """
    puedo podria podre pueden hay tienen ofrecen aceptan toman cubre cubren atienden hacen dan abren funciona sirve
    ayuda duele marea causa crea debo deberia cambiaron trabajan ponen cierran llaman responden contestan piden queda
    venden comparten guardan mandan recetan cobran tratan usan reciben manejan existe hablan actua cambia basta tarda
    tardan eres cumplen dejan elimina ofreces interactua todavia lastima engorda provoca produce cuesta sale saldria
    """
)
CUANDO_NEXT = word_set(
    """
    puedo puede pueden podria podrian toca tocaria se necesito es son empieza empiezan abren abre hay debo va van voy
    hace seria tendria viene vuelven vuelve empiezo empezaria cierran esta estan tienen atienden dejaron cambiaron fue
    """
)
CUANDO_ME_NEXT = word_set("pueden puede llaman llamaran van va atienden toca dan contactan reciben ven veo podrian")
TOLD_AFTER_COMO = word_set(
    """
    usted ustedes cinco seis siete ocho nueve diez quince veinte treinta medio media dije digo mi un una dos tres
    cuatro a siempre ya yo si en por hace anos te vera le que
    """
)
TOLD_AFTER_QUE = word_set(
    "dios tenga tengan pase pasen vaya vayan descanse amable buena bueno bien pena lastima triste alivio yo ya no lindo"
)
TOLD_AFTER_QUE_ME = word_set("ayuden ayude llamen llame digan expliquen manden gustaria gusta interesa escriban")

INVERTED = {
    "is": word_set(
        "it there they you i ketamine tms dbt that this remote online telehealth insurance parking anyone one"
    ),
    **dict.fromkeys(
        ("do", "does", "did", "can", "could", "would", "should", "will"),
        word_set("i you it they we he she this there people u"),
    ),
    **dict.fromkeys(("are", "am"), word_set("it there they you i ketamine tms dbt that this")),
}
"""Helper verb before its subject, anywhere in a clause: "after the series is over, do I need more"."""

NOT_INVERTED_AFTER = word_set(
    """
    i you we they he she it what that who which how thing all only problem best want one option like think
    """
)

ANYWHERE = """
want to know, wanted to know, like to know, need to know, love to know, wondering, i wonder, curious, question about,
my question is, do not understand how, do not understand what, do not get how, no idea what, never heard of, more
information, more info, info on, info about, information on, information about, quiero saber, quisiera saber, gustaria
saber, queria saber, quiero preguntar, pregunta sobre, necesito saber, mas informacion, informacion sobre, informacion
de, no se que es, no entiendo como, no entiendo que es, is that true, is that right, is that normal, is it true, es
verdad que, es cierto que, duda sobre, do not know how it, do not know what that, not sure what that, do not know what
tms, do not know what dbt, not sure what tms, not sure what dbt, do not know what ketamine, not sure what ketamine, not
sure what it, do not know what it, hay algun problema, hay problema, can you tell me, could you tell me, me explica, me
explican, me puede decir, me puede explicar, me podria decir, me puedes decir, que es eso, what else, what exactly,
what actually, what it actually, what it is, what it even is, told me what, told me how, told me if, asking if, asking
whether, does the dose, does the price, does my, does your, does that, does ketamine, does insurance, does weight, does
anyone, does anybody, does age, what then, what now, me pasa la direccion, me pasa el, me pasas, me manda la direccion,
me da la direccion, me da el telefono, me da el numero, me da informacion, me gustaria preguntar, queria preguntar,
quisiera preguntar, una consulta
"""

MEASURES = """
how long, how many, how often, how soon, how far, how fast, how quickly, how much, how well, what kind of, what
happens, what should, what do i, what can i, cuanto, cuanta, cuantos, cuantas, cada cuando, desde cual, a cual, en
cual, con cual, de cual, a cuantas, de quien, viene siendo, a que hora, a que horas, que tan, para cuando, pa cuando,
como le hace, hay algun, por que no, what is it, que es
"""
"""Words that ask wherever they stand, except behind "I don't remember" and the like."""

NOT_MEASURED_AFTER = word_set(
    """
    know remember recall sure matter matters forget forgot idea recuerdo acuerdo en told saying
    """
)

REQUESTS = """
want it all erased, want everything, i want my, erased |, deleted |, min behind, minutes behind, running behind, stuck
in traffic, me llame alguien, que me llamen, voy atrasad*, want in |, want in asap, voy tarde, voy a llegar tarde, se
me hizo tarde, running late, late for my, am late for, llego tarde, no voy a poder ir, move my appointment, change my
appointment, talk to a person, talk to a human, talk to a real, talk to a doctor, talk to a nurse, talk to a live, talk
to staff, talk to the clinic, talk to the doctor, talk to an actual, talk with a person, speak to a person, speak to a
human, speak to a real, speak to a doctor, speak to the doctor, speak with a person, speak with a human, speak with a
doctor, speak with someone, connect me, transfer me, hablar con una persona, hablar con alguien de, hablar con un
humano, hablar con un doctor, hablar con el doctor, hablar con la doctora, hablar con la clinica, hablar con un agente,
hablar con recepcion, comuniqueme, paseme, want to book, like to book, to book a, want to schedule, like to schedule,
need to schedule, to schedule a, to schedule an, make an appointment, need to cancel, want to cancel, like to cancel,
need to reschedule, want to reschedule, to reschedule, cambiar mi cita, cancelar mi cita, sacar una cita, hacer una
cita, agendar, agendo, need an appointment, want an appointment, quiero una cita, necesito una cita, schedule a visit,
book a visit, book an appointment, delete my, delete everything, delete all, erase my, erase everything, remove my,
borren mis, borrar mis, borren todo, borra mis, borre mis, eliminen mis, set up a visit, set up a first, set up an
appointment, set up an eval*, set something up, set up a time, set up a call, set up a consult*, get on the schedule,
get on the books, get an appointment, get something scheduled, pencil me in, sign me up, apartar una cita, apartar
cita, agendar*, hacer cita, sacar cita, quiero cita, necesito cita, ocupo cita, ocupo una cita, let me talk, let me
speak, need to ask, necesito preguntar*, darme de baja, refill my, need a refill, prefiero hablar
"""

OPENERS = """
name your, name the, list your, list the, show me, list of, the list of, the number of, meaning of, the meaning of,
definition of, the definition of, explanation of, details on, details about, details of, specifics on, breakdown of,
overview of, timeline for, schedule for, convince me, sell me on, prove it, remind me, help me understand, talk me
through, fastest, quickest, longest, average time, average number, explicacion de, significado de, definicion de,
detalles de, detalles sobre, lista de, la lista de, el numero de, convenzame, aclareme, ayudeme a entender, saqueme de
la duda, es malo, es mala, el seguro paga, el seguro cubre, la ketamina sirve, la ketamina ayuda, la ketamina es, la
ketamina se, la ketamina puede, la ketamina cura, you guys got, you got any, you guys have, you all have, para que son,
mi plan lo, mi seguro lo, mi seguro me, mi aseguranza lo, mi aseguranza me, las seis se, total length of, le hace, le
hara, me hara, walk me through, total length, total number, total cost, tell me about, tell me more, tell me how, tell
me what, tell me if, tell me when, tell me where, tell me why, tell me the, can somebody, explain, let me know,
cuenteme, cuentame, digame que, digame si, digame como, digame cuanto, digame cual, digame donde, dime que, dime si,
dime como, dime cuanto, dime cual, dime donde, expliqueme, explicame, hableme, hablame, por que, a que, de que, en que,
con que, desde cuando, hasta cuando, cada cuanto, cada cuantos, cada cuantas, de cuanto, de cuantas, de cuantos, en
cuanto tiempo, en cuantas, en cuantos, al cuanto, con quien, a quien, a donde, de donde, para que sirve, para que se,
para que es, para que quieren, para que necesitan, para que lo, para que mas, por donde, hace efecto, se usa, se paga,
se nota, se cobra, me manda, me mandan, has it, define, besides ketamine, ademas de, despues de cuantas, despues de
cuanto, con cuantas, after how, over how, in how, for how, by when, at what, to what, on what, from what, with what,
under what, after what, how come, any chance, any idea, any way, any openings, any side, any discounts, any sliding,
any availability, any parking, any risks, any update, any financial, any payment, any long, any danger, price of, price
for, price per, price |, prices, pricing, cost of, cost for, cost per, cost |, costs |, side effects |, side effects
of, risks |, risks of, insurance |, insurance coverage, insurance accepted, hours |, phone number |, address |, address
of, address for, parking |, locations |, success rate, copay, payment plans, precio, precios, costo, costos, efectos
secundarios |, efectos secundarios de, riesgos |, horario, horarios, direccion |, direccion de, ubicaciones, ubicacion
|, aseguranza |, number of sessions, number of infusions, numero de sesiones, numero de telefono, directions to,
directions |, list of services, lista de servicios, fees for, boosters |, refuerzos |, is there, es posible, sera que,
sera, que tan, me pueden, me puede, me podrian, me podria, le puedo, les puedo, lo puedo, los puedo, la puedo, ustedes
tratan, ustedes atienden, ustedes ofrecen, ustedes aceptan, ustedes tienen, ustedes hacen, ustedes toman, ustedes dan,
ustedes son, estan abiertos, es seguro, es segura, es peligros*, es adictiv*, es caro, es cara, es legal, es
confidencial, es privado, es gratis, es doloros*, es efectiv*, es eficaz, se puede, se siente, se pasa, se necesita, se
cura, se va a, lo cubre, la cubre, mi seguro cubre, mi aseguranza cubre, donde queda, donde quedan, donde estan, donde
esta, donde se, donde puedo, donde tienen, donde hay, donde es, donde me, donde tendria, donde los, donde son, donde
tengo, donde |, donde atienden, donde hacen, did you, why not, tell me, para cuando, pa cuando, in simple, in plain
"""

FOLLOW_UPS = "what about, how about, y si, y para, and for, and if, and what, and how"
"""Openers that ask even of things one could answer with: "and for anxiety"."""

HEDGES = word_set("maybe guess think probably perhaps supongo creo quizas quiza")
"""Behind these a question mark doubts an answer: "Sedona, I think?"."""

NOT_ASKED = frozenset(
    {
        "why not",
        "quien sabe",
        "si | como no",
        "sale",
        "ayuda",
        "que me oriente alguien",
        "you tell me",
        "todavia no decido",
        "si como no",
        "que se yo",
        "como no",
        "por que no",
        "todavia no",
        "no hay problema",
        "not yet",
        "what do you mean",
        "what does that mean",
    }
)
"""Whole messages that look like questions and are answers, or nothing."""
