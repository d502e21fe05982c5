"""The words by which people refuse, correct or put behind them a place they name; folded, without apostrophes.

A phrase may hold `+` for one or two words that do not matter ("not + far from").
"""

NOT = (
    *("not", "never", "isnt", "aint", "arent", "dont", "wont", "wouldnt", "cant", "cannot", "couldnt", "didnt"),
    *("neither", "nor", "nowhere near", "without", "skip", "ya no", "tampoco", "ni", "nunca"),
)
"""Refuse the place that follows, fillers between."""

BUT = (
    *("except", "excepto", "salvo", "menos", "other than", "rather than", "instead of", "than", "besides", "avoid"),
    *("aside from", "apart from", "far from", "far away from", "further from", "farther from", "avoiding", "hate"),
    *("en vez de", "en lugar de", "lejos de", "anywhere but", "any where but", "anything but", "everywhere but"),
    *("any but", "all but", "any place but", "cualquiera menos", "cualquier lugar menos", "donde sea menos"),
)
"""Refuse the place that follows, at most an article and a preposition between."""

NO_FILL = (
    *("a", "en", "the", "in", "near", "by", "la de", "el de", "el", "de", "los", "quiero", "puedo", "vivo", "at"),
    *("estoy", "me", "gusta", "ir", "llegar", "longer", "live", "living", "more", "voy"),
)
"""What may stand between "no" and the place it refuses."""

FILL = (
    *("in", "at", "to", "near", "the", "a", "an", "by", "of", "on", "for", "going", "go", "really", "that", "this"),
    *("driving", "traveling", "travelling", "flying", "coming", "getting", "commuting", "manejar", "over", "out"),
    *("interested", "looking", "around", "clinic", "office", "one", "be", "come", "do", "drive", "get", "live", "its"),
    *("living", "travel", "want", "wanna", "like", "it", "is", "location", "visit", "just", "any", "anywhere", "close"),
    *("use", "pick", "choose", "make", "el", "la", "los", "en", "de", "al", "por", "para", "ir", "lo", "viajar"),
    *("clinica", "ubicacion", "sede", "oficina"),
)
"""Words of no weight between a refusal and its place."""

KEPT = (
    *("not + far from", "not far from", "isnt far from", "isnt + far from", "no + lejos de", "no lejos de"),
    *("not sure", "not picky", "not only", "if not", "si no", "why not", "no problem", "no preference", "no idea"),
    *(
        "no worries",
        "no doubt",
        "no se",
        "no importa",
        "no estoy seguro",
        "no estoy segura",
        "no thanks",
        "only",
        "solo",
    ),
)
"""Look like a refusal and are none."""

TOO_FAR = (
    *("too far", "so far", "very far", "really far", "pretty far", "kinda far", "super far", "is far", "are far"),
    *("muy lejos", "demasiado lejos", "bastante lejos", "tan lejos", "esta lejos", "queda lejos", "me queda lejos"),
)
"""After a place, within three words, refuse it, unless "from" follows."""

NOT_AFTER = (
    *(
        "nope",
        "no gracias",
        "no thanks",
        "is no good",
        "is not good",
        "is not an option",
        "isnt an option",
        "is out of",
    ),
    *("is not possible", "isnt possible", "is impossible", "is not for me", "isnt for me", "isnt good", "not anymore"),
    *("is not convenient", "isnt convenient", "doesnt work", "does not work", "wont work", "will not work", "wont do"),
    *("wouldnt work", "cant work", "no me sirve", "no me queda", "no me conviene", "no me funciona", "no funciona"),
    *("no puedo", "no quiero", "ya no", "was no good", "not any more"),
)
"""Right after a place, refuse it."""

PAST = (
    *("used to live", "used to be", "used to work", "used to stay", "used to go", "moved + from", "moved from"),
    *("moved out of", "moved away from", "relocated from", "transferred from", "came from", "moving from", "move from"),
    *("relocating from", "moving out of", "leaving from", "fled", "lived", "was living", "were living", "was", "were"),
    *("born", "grew up", "raised", "originally", "previously", "formerly", "left", "leaving", "had been", "went to"),
    *("vivia", "viviamos", "antes", "naci", "creci", "me mude de", "nos mudamos de", "me vine de", "me fui de"),
    *("estaba", "venimos de", "vengo de", "been", "came back from", "just got back from"),
)
"""Put the place that follows in the past."""

PAST_FILL = ("in", "at", "to", "from", "en", "de", "the", "there", "back", "living", "vivia", "estaba", "desde", "up")

PAST_AFTER = ("originally", "before", "back then", "previously", "last year", "years ago", "antes", "hace anos")
"""Right after a place, put it in the past."""

ORIGIN = (
    *("im from", "i am from", "am from", "soy de", "originally from", "come from", "native of", "originaria de"),
    *("originario de", "from"),
)
"""Where one comes from: counts only when no other place is named."""

OTHERS = (
    *("mom", "mother", "dad", "father", "parents", "sister", "brother", "daughter", "son", "kids", "wife", "husband"),
    *("partner", "friend", "friends", "family", "cousin", "aunt", "uncle", "boyfriend", "girlfriend", "mama", "papa"),
    *("madre", "padre", "hermana", "hermano", "hija", "hijo", "esposa", "esposo", "familia", "amiga", "amigo", "novia"),
    *("novio", "tia", "tio", "doctor", "psychiatrist", "therapist", "doctora", "psiquiatra"),
)
"""People whose place counts only when no other place is named."""

REPLACED = (
    *(
        "actually",
        "i mean",
        "i meant",
        "meant",
        "sorry",
        "wait",
        "scratch that",
        "correction",
        "or rather",
        "change to",
    ),
    *("change it to", "change that to", "make it", "make that", "changed my mind", "second thought", "never mind"),
    *("nevermind", "nvm", "strike that", "mejor", "digo", "perdon", "quise decir", "en realidad", "mas bien", "oops"),
    *("cambio", "cambie", "cambialo", "cambiar", "me equivoque", "ups", "disculpa", "my bad", "instead", "or better"),
)
"""Between two places: the second takes the place of all before it."""

BETWEEN = (
    "between",
    "halfway between",
    "corner of",
    "esquina de",
    "half way between",
    "in between",
    "entre",
    "a medio camino entre",
)
"""Before a place: between this one and another."""

NAMES = (
    *("my name is", "name is", "my names", "names", "me llamo", "mi nombre es", "nombre es", "se llama", "this is"),
    *("call me", "llamame", "soy la senora", "soy el senor"),
)
"""Before a name that is a person's."""

TITLES = frozenset({"mr", "mrs", "ms", "dr", "dra", "doctor", "doctora", "sr", "sra", "senor", "senora"})
"""Right before a person's name."""

JOINS = frozenset({"or", "and", "nor", "o", "u", "y", "ni", "e"})
"""Between two places: what is said of the first is said of the second."""

PREFERRED = (
    *(
        "is closer",
        "is nearer",
        "is way closer",
        "is much closer",
        "me queda mas cerca",
        "queda mas cerca",
        "esta mas cerca",
    ),
    *(
        "works better",
        "works best",
        "is better",
        "is best",
        "is easier",
        "is easiest",
        "would be better",
        "would be best",
    ),
    *("would be easier", "suits me better", "fits better", "is more convenient", "queda mejor", "me queda mejor"),
    *("nos queda mejor", "es mejor", "seria mejor", "me conviene mas", "me conviene", "es mas facil", "me sirve mas"),
)
"""Right after a place, prefer it to the others."""
