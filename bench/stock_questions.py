"""The questions of the comparison bot: those of the intake on the way that the simulated patients take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, its options by code, and how it may be answered."""

    name: str
    short: str
    text: str
    options: tuple[tuple[str, str], ...] = ()
    many: bool = False
    skippable: bool = False
    typed: bool = False
    shares_contact: bool = False
    columns: int = 2


WELCOME = (
    "<b>Welcome to the clinic</b>\n\nI am an automated intake assistant, not a person. I ask about nine short "
    "questions, which takes about four minutes, and hand your answers to our team. You can stop, go back or change an "
    "answer at any time.\n\n<b>This chat is not for emergencies and nobody watches it round the clock. If you are in "
    "danger, call 911. If you think of ending your life, call or text 988, day or night.</b>\n\nTelegram chats with a "
    "bot are not end-to-end private. Please share only what you are comfortable with; you can also leave your number "
    "and talk with a person instead.\n\n<b>May I keep what you tell me, so that our team can read it?</b>"
)
EXPECTATIONS = (
    "<b>What to expect from ketamine infusions</b>\n\nKetamine is given slowly through a vein, at the clinic. For "
    "depression and other mood conditions it usually begins with a series of six infusions over two to three weeks, "
    "about every other day.\n\nResults vary from person to person, and the plan is made for you individually."
)
RECEIPT = (
    "<b>Thank you. Your request is with our team.</b>\n\nYour reference is {reference}.\n\nWhat happens next: someone "
    "reads your answers and gets in touch the way you chose. If you write here, it reaches them too.\n\n<i>This chat "
    "is not watched round the clock. In an emergency call 911; for a crisis call or text 988.</i>"
)
QUESTIONS = (
    Question("consent", "May we keep your answers", WELCOME,
             (("agreed", "Yes, let's begin"), ("declined", "No, thank you")), columns=1),
    Question("contact_consent", "May we contact you",
             "<b>And may someone from our team contact you about this request?</b>",
             (("agreed", "Yes, you may contact me"), ("declined", "No, I will reach out myself")), columns=1),
    Question("who", "Who this is for", "<i>1 of 9</i>\n<b>Who is this for?</b>",
             (("self", "For me (18 or older)"), ("other_adult", "For someone I care for"),
              ("minor", "For someone under 18")), columns=1),
    Question("location", "Location",
             "<i>2 of 9</i>\n<b>Which location would suit you? You can also type a city or a ZIP code.</b>",
             (("los_angeles", "Los Angeles"), ("santa_monica", "Santa Monica"), ("las_vegas", "Las Vegas"),
              ("sedona", "Sedona"), ("online", "Not near one: online or phone")), typed=True),
    Question("services", "Services",
             "<i>3 of 9</i>\n<b>Which services are you interested in? Choose as many as you like.</b>\n"
             "<i>Tap what fits, then Done. Typing works too.</i>",
             (("ketamine_infusion", "Ketamine infusion"), ("tms", "TMS"), ("dbt", "DBT"),
              ("other_therapy", "Other therapy"), ("not_sure", "Not sure yet")), many=True, typed=True),
    Question("concerns", "What it is for",
             "<i>4 of 9</i>\n<b>What would you like help with? Choose as many as you like, or skip this.</b>\n"
             "<i>Tap what fits, then Done. Typing works too.</i>",
             (("depression", "Depression"), ("anxiety", "Anxiety"), ("ptsd", "PTSD"),
              ("chronic_pain", "Chronic pain"), ("other", "Something else"), ("not_said", "I'd rather not say")),
             many=True, skippable=True, typed=True),
    Question("prior_treatments", "Treatments so far",
             "<i>5 of 9</i>\n<b>What treatments have you had before? Choose all that fit, or type them, for example "
             '"Zoloft and therapy".</b>\n<i>Tap what fits, then Done. Typing works too.</i>',
             (("antidepressant", "Antidepressant"), ("other_medication", "Other medicine"),
              ("psychotherapy", "Talk therapy"), ("dbt", "DBT"), ("tms", "TMS"), ("ect", "ECT"),
              ("ketamine_infusion", "Ketamine infusion"), ("esketamine", "Spravato (esketamine)"),
              ("inpatient", "Hospital stay"), ("none", "None so far"), ("unsure", "I'm not sure")),
             many=True, typed=True),
    Question("expectations", "What to expect", EXPECTATIONS, (("read", "Continue"),)),
    Question("teach_back", "How many infusions",
             "<b>A small check of how I explained it. About how many infusions does a first series have? You can skip "
             "this.</b>", (("one", "One"), ("three", "Three"), ("six", "Six"), ("unsure", "I'm not sure")),
             skippable=True),
    Question("name", "Name", "<i>6 of 9</i>\n<b>What name should we use for you?</b>", typed=True),
    Question("phone", "Phone",
             "<i>7 of 9</i>\n<b>What number can we reach you at? Share it with the button, type it, or let us write to "
             "you here.</b>", (("write_here", "Write to me here"),), typed=True, shares_contact=True, columns=1),
    Question("email", "E-mail",
             "<i>8 of 9</i>\n<b>Is there an e-mail address we may use? You can skip this.</b>",
             skippable=True, typed=True),
    Question("reach_when", "Good times",
             "<i>9 of 9</i>\n<b>When is a good time to reach you? Times are your local time.</b>\n"
             "<i>Tap what fits, then Done. Typing works too.</i>",
             (("mornings", "Mornings"), ("afternoons", "Afternoons"), ("evenings", "Evenings"),
              ("any_time", "Any time")), many=True, skippable=True, typed=True),
    Question("voicemail", "Voicemail", "<b>If you cannot pick up, may we leave a voicemail?</b>",
             (("full", "Yes, and say who calls"), ("discreet", "Yes, but not the clinic's name"),
              ("none", "No voicemail")), columns=1),
)  # fmt: skip
