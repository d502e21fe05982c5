"""Phrases that only sound like something staff answer; what lies inside one of them is not looked at.

Folded words, commas between phrases; a final * stands for any ending, | for the end of a clause.
"""

HARMLESS_WORDS: dict[str, str] = {
    "nothing": """
        do not remember, not remember, can not remember, no recuerdo, no me acuerdo, hit or miss, share with insurance,
        share w insurance, share with my insurance, shared with insurance, this with insurance, this with my insurance,
        this to my insurance, get this from my insurance, informacion a la aseguranza, informacion al seguro, datos a
        la aseguranza, datos al seguro, llega al seguro, tell insurance, report to insurance, success rate, success
        rates, response rate, feel free, symptom free, chronic pain, nerve pain, high blood pressure, high blood, how
        high, treatment resistant, blood pressure, dosis de refuerzo, booster dose*, free time, interest rate, pay
        attention, how many doses, cuantas dosis, no estoy seguro, no estoy segura, seguro que si, drug free, por
        seguro, high school, high functioning, high stress, wait until, at a loss, safe to say, get off work, off work,
        end of the day, run in the family, more or less, cost me nothing, worth mentioning, medical records, used to
        be, how does it work, first of all, at all, right now, last name, last night, last week, last month, last year,
        last time, at last, last but, last resort, last one, new mexico, las vegas, quick question, quick call, una
        pregunta, otra pregunta, a question, one question, ultima vez, por lo menos, como se llama, first name, full
        name, all day, in the meantime, what do you mean, i mean, come on, cuanto tiempo hace que, la verdad, de
        verdad, eating disorder*, hours drive, drive away, driving distance, hour drive, long drive, long term relief,
        long term results, long term solution, close to, close by, how close, mixed reviews, mixed feelings, worst
        part, lose hope, quien puede ver, who can see, who can read, who can access, can you do for me, work for my
        friend, worked for my friend, safe to tell, safe to write, safe to share, safe to say here, if i have a bad,
        can you do for me |, i do not drive, i can not drive, no manejo, no car, do not have a car, cuantos anos tiene
        la, cuantos anos llevan, feels like i am the only, you can do for me, nothing out of it, anything out of it,
        something out of it, needle or, information safe, info safe, data safe, my answers safe, chat safe, telegram
        safe, how safe is my, how safe is telegram, how safe is this chat, safe here, safe with you, telegram es
        seguro, es seguro telegram, informacion segura, informacion esta segura, datos seguros, datos estan seguros, es
        seguro escribir, chat es seguro, es seguro este chat, es seguro el chat, es seguro decir, safe to talk here,
        safe to type, safe is my information, safe is my info, safe is my data, insurance know, insurance company see,
        insurance find out, insurance company know, insurance see, insurance company find, insurer see, aseguranza se
        entera, mi seguro se entera, el seguro se entera, my insurance be told, insurance be told, tell my insurance,
        better with medication, mejora con medicamentos
    """,
}
