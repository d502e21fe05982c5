"""Parts of the body, complaints and conditions that only a clinician may speak about, beside those of `medical_words`.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

BODY_WORDS: dict[str, str] = {
    "organ": """
        gallbladder, gall bladder, stomach, tummy, gut, guts, bowel*, intestin*, colon, esophag*, throat, lungs, lung,
        chest, rib, ribs, pancrea*, spleen, prostate, uter*, ovar*, cervix, testic*, sperm, semen, penis, vagin*,
        breast, breasts, nipple*, skin, eyes, eye, eyesight, vision, retina*, sinus*, jaw, teeth, tooth, gums, tongue,
        neck, spine, spinal, disc, discs, hip, hips, knee, knees, shoulder, shoulders, elbow*, wrist*, ankle*, muscle*,
        tendon*, joint pain, joints, bone, bones, nerve damage, artery, arteries, arterial, vascular, veins, pulse,
        blood cells, blood clot*, clot, clots, platelet*, lymph*, adrenal*, pituitar*, hormon*, my hearing, hearing
        loss, immune, enzym*, cholesterol, triglycerid*, a1c, glucose, blood sugar, sugar level*, oxygen level*,
        kidneys, bladder, sex drive, erection*, erectile, lactation, my period, periods, menopaus*, my legs, my leg, my
        arm, my arms, my hand, my hands, my feet, my foot, my face, my skull, my insides, vesicula, estomago, panza,
        barriga, tripa*, intestino*, colon irritable, garganta, pulmon*, pecho, costill*, pancreas, prostata, utero,
        matriz, ovario*, esperma*, senos, piel, ojos, la vista, mis oidos, el oido, mandibula, dientes, muela*, encia*,
        lengua, cuello, columna, disco, cadera, rodilla*, hombro*, tobillo*, musculo*, articulacion*, hueso*, arteria*,
        venas, pulso, coagulo*, plaqueta*, tiroid*, suprarrenal*, hormona*, defensas, enzima*, colesterol,
        trigliceridos, glucosa, rinones, rinon, vejiga, regla, menstruacion, piernas, pierna, brazo*, mis manos, mi
        mano, mis pies, mi cara, craneo, sangre, higado
    """,
    "complaint": """
        swollen, swelling, swell, bruis*, bleed*, blood in, fever, chills, cramp*, spasm*, twitch*, tremor*, tremble,
        shaky, shaking, tingl*, numbness, faint, fainted, fainting, lightheaded*, palpitat*, pounding, racing, vertigo,
        dizzy, dizziness, constipat*, diarrhea, urinat*, peeing, pee, incontinen*, heartburn, reflux, vomiting,
        infection*, infected, inflam*, soreness, sore, stiff*, ache, aches, aching, cough*, wheez*, short of breath,
        shortness of breath, out of breath, breathe, choke, choking, snor*, brain zap*, brain fog, hungover, jet lag*,
        restless legs, to your body, to my body, on the body, on your body, on my body, al cuerpo, mi cuerpo, el cuerpo
        aguanta, night sweats, hot flash*, hives, blister*, sweating, sting, burns going in, ringing in, sleepwalk*,
        bump on, knot in, going numb, went numb, dealbreaker, deal breaker, hinchad*, hinch*, moret*, sangr*, fiebre,
        escalofrio*, calambre*, espasmo*, temblor*, tiembl*, hormigue*, entumid*, adormecid*, desmayo, desmayos,
        palpitacion*, taquicardia, vertigo*, estren*, diarrea, orin*, pipi, agruras, reflujo, infeccion*, infectad*,
        ardor, comezon, ronchas, tos, falta de aire, falta el aire, ahog*, ronc*, bochornos, sudor*, zumbido*, se
        acelera, acelerado, se nubla, borros*, tieso, piquete, retortij*
    """,
    "illness": """
        hernia*, gallstone*, kidney stone*, gout, arthritis, osteopor*, scoliosis, sciatic*, fibroid*, endometrio*,
        pcos, anemi*, hemophil*, leukemia, lymphoma, chemotherapy, chemo, radiation, remission from cancer, cirrhosis,
        hepat*, gastritis, ulcer*, colitis, ibs, crohn*, celiac, lupus, sclerosis, ehlers*, raynaud*, sjogren*, lyme,
        herpes, hiv, tubercul*, pneumonia, bronchit*, emphysema, copd, long covid, angina, stent, stents, bypass,
        valve, murmur, afib, a fib, fibrillation, tachycardia, bradycardia, arrhythm*, cardiac*, cardio*, heart
        attack*, heart failure, heart disease, stroke, strokes, aneurysm*, embol*, thrombos*, dvt, hyperten*, hypoten*,
        hydroceph*, meningit*, encephal*, migraine disorder, narcolep*, sleep apnea, apnea, cpap, insulin pump,
        pacemaker*, defibrillator*, implant*, iud, metal plate, metal in, shunt, catheter*, dialysis, transplant*,
        bariatric, gastric*, operated on, c section, cesarean, hysterectom*, vasectomy, miscarriage*, abortion,
        postop*, post op, my surgery, had surgery, having surgery, after surgery, before surgery, recent surgery,
        surgery next, surgery last, surgery in, need surgery, psychosis, psychotic*, schizo*, mania, manic, hypomani*,
        delusion*, voices, paranoi*, dissociative identity, catatoni*, tardive, serotonin syndrome, concuss*, head
        injury, head trauma, brain bleed, brain brain tumor, tbi, parkinson*, alzheimer*, dementia, huntingtons,
        huntington disease, tourette*, cerebral palsy, spina bifida, down syndrome, muscular dystrophy, glaucoma*,
        cataract*, blindness, deaf, lesion*, kidney disease, kidney failure, liver disease, liver failure, thyroid
        disease, hashimoto*, diabet*, seizure*, epilep*, porphyr*, sickle cell, cystic fibrosis, obes*, bmi,
        overweight, allerg*, eczema, psoriasis, piedras en, calculos, gota, artritis, osteop*, ciatica, miomas,
        endometri*, quistes, anemia, leucemia, linfoma, quimio*, radiaci*, cirrosis, hepatitis, ulcera*, vih, sida,
        neumonia, bronquitis, soplo, valvula*, desfibril*, taquicard*, embolia, trombosis, hidrocefal*, mening*, bomba
        de insulina, implante*, dispositivo, placa de metal, placas de metal, cateter, dialisis, trasplante*, bypass
        gastrico, manga gastrica, me operaron, me operan, operado del, operada del, operado de, operada de, mi cirugia,
        una cirugia, cirugia de, tuve cirugia, recien operad*, cesarea*, histerectom*, vasectom*, aborto*, derrame*,
        infarto*, esquizo*, delirio*, oigo voces, escucho voces, golpe en la cabeza, trauma craneal, paralisis,
        parkinson, alzheimer, demencia, sindrome de, glaucoma, cataratas, cieg*, sord*, convulsion*, ataques
        epilepticos, obesidad, alergi*, dolor de pecho, me duele el pecho, cancer, tumor*, quiste*, marcapasos,
        prediab*
    """,
    "care": """
        ekg, ecg, electrocardiogram*, eeg, blood work, bloodwork, blood test*, lab work, labs, drug screen*, urine
        sample, urine test*, mri, ct scan, cat scan, scan of, x ray*, physical exam, physical first, vitals, vital
        signs, monitor, monitors, monitored, monitoring, hooked up to, crash cart, anesthesiologist*, nurse stay, nurse
        there, nurse with, nurse in the, nurse watch*, doctor present, doctor there, doctor in the, doctor on site,
        doctor watch*, doctor be there, someone watch*, somebody watch*, watch me, watch you, watch over, checks on me,
        check on me, checked on, stop it midway, stop midway, stop halfway, stop the drip, stop the infusion, stop it
        if, pull the iv, unhook*, antidote, narcan, oxygen, medical clearance, cleared by, ok from my, okay from my,
        note from my, letter from my cardiologist, sign off, second opinion, health history, medical history, medical
        background, screening*, bathroom during, get up during, diaper*, blindfold, allergy test*, ultrasound,
        electrocardiograma, electroencefal*, analisis, examenes, examen de, estudios de sangre, laboratorio*,
        radiografia*, resonancia, ultrasonido, tomografia, signos vitales, monitor*, vigil*, me cuidan, me checan, me
        revisan, revisan antes, anestesiolog*, hay doctor, hay un doctor, hay medico, hay un medico, esta el doctor,
        esta un doctor, enfermera conmigo, enfermera ahi, enfermera todo, parar a la mitad, parar a media, pararla a
        media, detener*, me la quitan, quitan el suero, oxigeno, panal, visto bueno, permiso del doctor, permiso de mi
        doctor, permiso del cardiolog*, carta de mi doctor, antecedentes medicos, ir al bano durante
    """,
    "provokes": """
        trigger*, set off, sets off, set me off, bring on, brings on, flare*, worsen*, aggravat*, act up, provoke*,
        make me more, make you more, makes you more, makes me more, make my * worse, make the * worse, backfire*,
        relapse on, relapse into, me relapse, stir up, bring up, bring back, mess up my, mess with my, screw up, screw
        with, interfere*, affect my, effect on my, do to my, does to my, do to your, does to your, do to you, does to
        you, cause, causes, caused, causing, lead to, give you, give me a, gives you, give people, make you suicidal,
        make me suicidal, suicidal thoughts worse, hard on, rough on, tough on, bad on, easy on, desencaden*, provoc*,
        dispara*, activa*, me active, empeor*, agrav*, causa, causan, causar*, produce, producen, ocasion*, afecta*,
        altera*, perjudic*, hace recaer, recaer en, le hace a mi, le hace al, le pasa al cuerpo, le pasa a mi, trae
        problemas, pega en el, pega al, pesado para el, duro para el, duro con el, friega, fregar, chinga, lastima
    """,
    "fear": """
        freak out, freaking out, freaked, claustrophob*, scared, scary, scares, fear, afraid, terrified, petrified,
        anxious about, nervous, worry about, worries me, worried, phobia of, embarrass*, vulnerable, lose it, i lose
        control, me da panico, da panico, panico durante, entra panico, entre panico, telele, me asusto, asustarme,
        susto, espanto, temor, pavor, nervioso, nerviosa, nervio de, me preocupa, preocupad*, verguenza, me da cosa,
        claustrofob*
    """,
    "pace": """
        more often, less often, more frequently, less frequently, closer together, further apart, farther apart, faster
        than, speed it up, speed up, get done faster, get it done faster, done sooner, all at once, double up, two in
        one day, two a day, two per day, twice in a day, every day instead, one every day, one a day, over two months,
        over a few months, stretch it out, drag it out, spread my, space mine, postpone, pause, take a break, break
        between, skip a, skip one, skip an, miss a, miss one, missed a, missed my, missed one, instead of six, go
        longer, wait longer, go without, is it too late, too many, safely, mas seguido que, mas seguidas que, mas
        rapido que, para acabar mas, acabar antes, terminar antes de, dos el mismo dia, dos en un dia, dos por dia, una
        diaria, diario para, espaciar mis, espaciarlas, atrasar, aplazar, posponer, pausar, descansar entre, si falto,
        si me salto, saltarme una, saltarme un, demasiad*, muy seguido, muy seguidas, sin riesgo, al mismo dia
    """,
}
