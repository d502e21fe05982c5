"""How messages lean towards a question that their form leaves open; folded, | for the end of a clause."""

MAYBE_OPENERS = """
has my, did my, y los que, a mi nina, a mi nino, a mi hijo, a mi hija, a mi papa, a mi mama, eso es pa, eso es para, a
la mayoria, a la gente, a muchos, a unos, a otros, el tms, la usan, lo usan, tanto, tantos, tantas, is, do, does, has,
better to, ok to, okay to, safe to, ay, me afecta, me sube, me baja, me quita, me hace, me deja, me pega, me cae, me
marea, me duele, le, se le, se me, se les, te, uno, dana, danan, afecta, afectan, produce, producen, provoca, provocan,
sube, suben, baja, bajan, quita, quitan, arde, pica, choca, pega, cae, cansa, debilita, altera, mata, enferma, infecta,
duelen, lastiman, cansan, dejan, sirven, funcionan, duran, vuelven, regresa, regresan, alcanza, alcanzan, bastan,
necesitan, ocupan, ocupa, cuestan, aplica, aplican, importa, conviene, interfiere, empeora, mejora, cura, curan,
revisan, checan, piden, exigen, requieren, requiere, llega, tardan, aceptarian, atenderian, podria, podrian, debe,
deben, cambia, cambian, engorda, adelgaza, marean, duerme, duermen, seda, sedan, despierta, mezcla, combina, corta,
bloquea, anula, pudre, friega, desgasta, envicia, engancha, depende, varia, existen, incluye, incluyen, trae, traen,
lleva, llevan, queda, quedan, estaria, seria, serian, sirvo, entro, paso, quedo, es malo, es mala, el seguro paga, el
seguro cubre, la ketamina sirve, la ketamina ayuda, la ketamina es, la ketamina se, la ketamina puede, la ketamina
cura, you guys got, you got any, you guys have, you all have, para que son, mi plan lo, mi seguro lo, mi seguro me, mi
aseguranza lo, mi aseguranza me, las seis se, total length of, le hace, le hara, me hara, walk me through, total
length, total number, total cost, what about, how about, do the, y si, y para, y el, y la, y los, y las, o sea, es un,
es una, es, son, esta, estan, va a, voy a, me voy, me va, le funciona, les funciona, a todos, eran, ustedes, tiene,
tengo que, with one, con una, con la, desde la, tambien, una sola, not sure if, not sure whether, not sure how, do not
know if, no se si, i heard, i read, so after, so if, i thought, pense que, crei que, ya no, dura, da, le van, las
infusiones, el alivio, el efecto, los efectos, los beneficios, los resultados, el cambio, la consulta, la sesion, las
sesiones, los doctores, la tms, la dbt, la clinica, las clinicas, mi informacion, telegram, todo es, todo el mundo,
bespoke, anything in, anything near, estoy hablando, ya casi, me sirve, me funciona, me ayuda, ese, esa, este, no es,
no le, al terminar, hace, la ketamina, la infusion, el refuerzo, los refuerzos, el tratamiento, mi familia, alguien, do
not understand, do not get, do not know what to, am confused, estoy confundid*, am i, how, who, antes se, esto, eso,
este chat, me mandaron, was looking, used to, estaba buscando, yo iba, califico, soy candidat*, if, me dijeron, soy el
unico, soy la unica, nada me, nunca habia, puede, con un, en cuanto, any, anybody, anyone, ever, got a, got an, got
any, got anything, got one, you take, you do, you have, you accept, you offer, you treat, you record, you keep, you
sell, you share, you work, you open, you close, you see, you prescribe, you provide, you are not, next available, next
opening, soonest, earliest, cheapest, whereabouts, ballpark, odds, chances, once treated, best way, best time, good
for, ok for, okay for, permanent, immediate, why, se, siempre, solo, nada mas, nomas, en todas, todas, viene, vienen,
caben, cabe, arregla, desaparece, elimina, reportan, graban, cuidan, llenan, saben, sabe, lo sabe, lo saben, la sabe,
escriben, mandan, resuelve, ataca, borra, tendran, tendra, habra, cobran, aparte de, a parte de, pa todos, pa que, para
todos, mas o menos, cual, siguen, sigue, creen que, cree que, eso de, me da una, me dan el, me recomiendan, estas,
hablo con, habla usted, me esta, lo del
"""

MAYBE_ANYWHERE = """
o se regresa, o vuelve, o regresa, which is it, gotta wait, do i wait, la pueden ver, lo pueden ver, pa siempre, le
serviria, les serviria, or rumor, or myth, fact or, real or, or fake, or fiction, or true, o es mentira, o es cierto, o
mito, o solo, o nada mas, o a la, se ha puesto, ha muerto, se me puede, me puedo, nos pueden, lo pueden, la pueden, se
lo hacen, se lo harian, se la ponen, se las ponen, me las ponen, me la ponen, me lo ponen, me toca, me tocan, me
tocaria, uno queda, queda uno, la cobran, lo cobran, me cubre, me la cubren, me lo cubren, igual aplico, aplico,
califico, se lo haran, se quitan, se pasan, me pasara, pasa siempre, eso pasa, afecta, still a candidate, off the
table, or no, or nah, o nel, o no, o que, o si, o hay que, o se, o uno, o van, o las, o son, o ya, o no califico, you
guys do, you all do, you guys have, you guys take, you all take, you all have, how come, who would, do people, do
folks, do most, does anyone, same day or, or a day, or a week, or a month, or months, or weeks, or days, or hours, or
every, se siente uno, uno mal, uno mejor, uno bien, que sigue, a partir de, a fuerza, sirve, funciona, dura, duran,
durar, vuelve, hay que, tengo que, tienes que, se puede, se siente, se quita, se me quita, puede, puedo, pueden,
podria, necesito, va a, van a, me va, se llamaban, o nomas, o tambien, nomas, ya no, se completa, se necesita, tratan,
atienden, aceptan, drug supposed, it supposed, supposed to help, supposed to work, supposed to lift, talk to someone,
talk to somebody, hablar con alguien, speak to someone, speak to somebody, do i, can i, whats, queda cerca, es cada,
son cada, o es, or is, or just, or only, or do, or will, it for, uno se, frequency, me urge, se * uno, * uno |, vs,
versus, or more, or less, or longer, or half, or shorter, or one, or two, or three, or 1, or 2, or 3, or instant, or
gradual, or ongoing, or lifelong, or both, or in person, or online, or other, or together, or separate, o mas, o menos,
o varias, o varios, o una, o dos, o lento, o rapido, o pocas, o pocos, o depende, o hacen, in a nutshell, trying to
figure out, trying to find out, trying to see, trying to understand, trying to work out, need to figure out, need to
know, good to know, nice to know, help to know, helps to know, love to know, be great to know, like an idea, an idea
of, i imagine, me imagino, i assume, por eso pregunto, por eso le pregunto, pregunto si, mi pregunta, a ver si, quiero
ver si, para ver si, quisiera comparar, i can not tell, not clear, aclarar, confundid*, operator, agent,
representative, real human, real person, human being, un humano, ser humano, un agente, un empleado, una operadora, un
operador, person please, una persona por favor, get me a, give me a, give me the, give me some, have someone, have
somebody, somebody call, someone call, call me back, phone me, ring me, que me hable, que me llame, que me atienda,
erase, delete*, unsubscribe, trash my, clear my, clear what, forget my, wipe, throw out, remove me, take me off,
borrame, borrenme, borreme, borren, borrar, quitenme, saquenme, saqueme, eliminar, que no quede, no quede rastro, no
conserv*, help me, which one to pick, what to pick, what to choose, which to choose, what to ask, que marcar, que
escoger, que elegir, que pedir, que seleccionar, escojan, orient*, whats that, what is that, list please, price list,
supposed to, does it, do you, are you, is it, will it, can you, can it, will i, would i, should i, would it, would you,
estara, seran, sera, habra, no entiendo, no entendi
"""

TAILS = """
right |, correct |, verdad |, cierto |, o que |, or what |, o no |, or not |, or no |, yes or no |, no cierto |, still
ok |, ok to come |, okay to come |, still okay |, still come |, a thing |, huh |, eh |, typical |, true |, thoughts |,
matter |, is that bad |, normal |, a problem |, an issue |, ok to do |, sera |, sirve |, afecta |, puedo |, se puede |,
hay problema |, imagine |, me imagino |, possible |, available |, allowed |, included |, covered |, posible |,
disponible |, incluido |, together |, at once |, de veras |, ever |, o q |, o asi |, then what |, pasa mucho |,
porfavor |, plz |
"""
