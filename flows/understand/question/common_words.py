"""Everyday words of five letters and more, so that the spelling takes none of them for a slip of another word."""

from flows.understand.question.lexicon import word_set

COMMON = word_set(
    """
    cuarta cuartas tercera camera cameras scale scales garage ability about above across actual actually after again
    against agree ahead almost alone along already although always among amount angry another answer answers anybody
    anymore anyone anything anytime anyway anywhere apparently appreciate apply around asked asking attack attacks
    available aware awful backs based basic basically beach became because become becomes before began begin behind
    being believe below beneath beside besides better between beyond bigger black blood board boring borne bother
    bottom bought bread break breath brief bring brings broke broken brother brought build building built busy called
    calling calls cared career careful carry cases caught caused certain chair chances changed check checked child
    choice choices chose church class clean clear clearly clinics close closer color comes coming common complete
    completely concern concerned concerns confirm contact control cooking correct could couldn count country couple
    course courses cover cried crying current currently daily dance daughter dealing decide decided deep definitely
    delay depends desert didn died different difficult dinner direct doing dollar doubt dream dreams dress drink drive
    driver drove during early earth easier easily easy effect eight either else email empty ending ended english enjoy
    enter entire especially evening events every everybody everyday everyone everything everywhere exact exactly except
    excited expect expected expects experience experienced extra facing facts failed fairly faith fallen family famous
    father favor favorite feeling feels felt field fifth fight figure figured final finally finding fine finish
    finished fired first floor focus folks follow following force forget form forth forward found fourth front fully
    funny future games garden general getting girls given gives giving glass going golden gotten grade great green
    group groups growing guess guest guide guilty guys habit happen happened happening happens happy hardly hated haven
    having heads hear heard hearing heavy hello helping hence here higher himself history hoping horrible house human
    hundred hurry husband ideas image imagine improve include included including inside instead interest interested
    issue issues items itself joined jumped keeping keeps kinda kinds knees knew knowing known knows large later laugh
    layoff learn learned least leave leaving legal length level lights liked likely limit lines listed listen little
    lived lives living local lonely longer looked looking looks losing lost loved lovely lower lucky lunch mainly makes
    making manage maria married match matter matters maybe means meant measure meet meeting member memory mention
    message messages middle might miles minds minute minutes missed missing mixed model moment moments money month
    months morning mornings mostly mother mouth moved moving movie music myself named names natural nearly needed
    needing needs neither nervous never night nights nobody noise normal normally notes nothing notice noticed nowhere
    number numbers obvious obviously occur offer often older online opened opinion option order other others otherwise
    ought outside overall owned paper parent parents parts party passed people perfect perhaps period person personal
    phone picked piece place placed places plain planned planning plans plant plays please plenty point points police
    possible possibly power present pressed pretty prevent probably problem problems process program progress proper
    provider public pulled pushed putting question questions quick quickly quiet quite quit raised range rather reach
    reached read reader reading ready real realize realized really reason reasons receive received recent recently
    record regular relate related relationship remain remember remind reply report respond responded response responses
    rest return reviews right river roads rooms rough round running sadly saved saying scene school screen search
    seasons second seeing seemed seems seen selected sense separate serious seriously serve service seven several share
    sharp shift shoes short shots should shoulder shown shows sides sight simple simply since single sister sitting
    sleep sleeping slept slowly small smart smell smile social somebody somehow someone something sometime sometimes
    somewhat somewhere sorry sound sounds space speak special spell spend spent spoke spring stage stand standing start
    started starting state states stated staying still stood stopped store story straight strange stress strong
    struggle struggled struggling stuck study stuff subject suffer suggested summer super supposed surely surprise
    sweet system table taken takes taking talked talking taste teach telling tells tends terms terrible texted texts
    thank thanks their theirs them themselves there therefore these thing things think thinking thinks third those
    though thought thoughts threw through throughout times tired today together tonight total totally touch tough
    toward towards tower train trained tried tries trouble truck trust truth trying turned turns twelve twice under
    understand understood unless unsure until upset using usual usually values vegas version visit voice waited waiting
    walked walking wants watch water wearing website weeks weird welcome where whether which while white whole whose
    window winter wishes within without woman women wonder wondering words worked worker world worried worry worse
    worst would wouldn write writing written wrong years yelling recorded recording consciousness strongest stronger
    yesterday young younger yours yourself jason james robert michael david richard joseph thomas daniel matthew
    anthony donald steven andrew joshua kenneth kevin brian george edward ronald timothy jennifer linda elizabeth
    barbara susan jessica sarah karen nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda
    melissa laura martinez hernandez lopez gonzalez garcia rodriguez perez sanchez ramirez torres flores rivera gomez
    smith johnson williams brown jones miller davis wilson anderson taylor moore jackson martin rosario carlos juan
    jorge pedro abuela abuelo acaba acabo aceptar aceptas acerca acerco acuerdo adelante ademas adentro afuera agosto
    agua ahora ahorita algo alguien alguna algunas alguno algunos amiga amigo amigos anoche antes anual aparte apenas
    aprender aquel aquella aquello aqui arriba asunto atras aunque ayuda bajar bajo bastante bebida bella bien bonito
    bueno buena buenas buenos busca buscando buscar buscas caballo cabeza cabo cadena calle calor cambia cambiar cambie
    camino campo cansada cansado cantidad capaz carta casas casada casado casos causa centro cerrado chico ciento
    cierto cinco claro clase coche comer comida comienzo como completo comprar con conmigo conocer conoces conozco
    conseguir contar contestar contigo contra correo correr corta cosas costumbre creer crees creo cuando cuarto cuatro
    cuenta cuento cuerpo cuesta cuidado cuida culpa dando darme debajo deben deber debes debio decia decidir decir
    decirle dejar dejaron dejo dentro derecha desde deseo despacio despues detras diario dice dicen dicho diciembre
    diera diferente dificil digo diga dinero dios distinto doble doctora domingo donde dormir dulce durante ejemplo
    empezar empezo empieza empleo encima encontrar encuentro enero enfermo enojada enojado enseguida entera entender
    entendi entero entiendo entonces entrada entrar entre enviar equipo eramos escribir escrito escucha escuela espera
    esperar espero espalda estaba estaban estado estamos estando estar estara estaria estas estoy estuve estuvo exacto
    facil falta familia feliz fecha febrero fondo forma fuera fueron fuerte fuimos funciono gente grande gracias grupo
    guerra gusta gustan gustaria gusto haber habia habian habla hablar hablo habra habria haces hacer hacia hacian
    hacienda haciendo hagan haga hago hambre harto hasta hecho hermana hermano hicieron hice hiciste hijas hijos
    historia hombre hora horas hubiera hubo idea igual importa iria izquierda jamas joven jueves juego junio junto
    julio lado larga largo leche lejos lengua lento libre libro linea listo llamada llamado llamo llama llegan llegar
    llego llena lleno llevaba llevan llevo luego lugar luz madre maestra mala malas malo mando manera mano manos marcar
    marquen martes marzo mayor mayoria medico medio mejor menor menos mente mentira mesa mientras miercoles minuto
    mirar misma mismas mismo mismos mitad momento mucha muchas mucho muchos muerto mujer mundo nacio nada nadie navidad
    necesaria necesario necesita necesito negro ninguna ninguno noche noches nombre nomas nosotras nosotros noticia
    novia novio nueva nuevo nunca octubre ofrece ojala ojos otra otras otro otros padre padres pagina palabra papa
    papel para parece parecer pareja pariente parte partes pasaba pasada pasado pasan pasar pasaria paseo paso pena
    pensando pensar peor pequeno perder perdi perdio perdon persona personas pidio pienso piensa poca pocas poco pocos
    poder podia podido poner pongo porque posible prefiere prefiero pregunta preguntas presente primera primero primo
    problema profesor pronto propia propio prueba pueblo puedan pueda puerta puesto punto quedan quedar quedo quede
    quejas quiera quieran quiere quieren quieres quien quiero quinto quise quisiera quita quitan quito quiza quizas
    rapido rara raro razon realidad recibir recibo recuerda recuerdo regreso respuesta reunion saber sabes sabia salen
    salgo salir salio salud santa sabado segun segunda segundo seguir seguro semana semanas senor senora sentia sentido
    sentir septiembre seran seria serian servir siempre siendo siente siento sigue siguen sigo silla sitio sobre sola
    solas solo solos somos sonrisa suelo suena suerte sufri sufro sueno supe tambien tampoco tanta tanto tantas tantos
    tarde tardes temprano tendra tendre tendria tener tengan tenga tengo tenia tenian tenido tercero terminar termino
    tiempo tiempos tierra tienda tienes todavia todas todos toma tomaba tomado tome tomen tomo trabajando trabajo traer
    traigo triste tuvieron tuve tuvo ultima ultimo unas unica unico unos usado usar usted vamos varias varios vecino
    veces venga vengo venia venir verdad viaje vida viejo viene vienen viernes vimos vino visto vive viven vivia vivir
    vivo volvi volvio vuelta yendo ayudo ayudaron ayudaba sirvio sirvieron funcionaron funcionaba dieron probe
    recomendo receto recetaron dijeron llamaron terminaron empece empezaron causo dolio costo llamen escriban manden
    digan
    """
)
