"""A message as one list of plain words, with | where a clause ends."""

import re

from flows.understand.fold import fold

END = "|"
LONGEST = 4096
"""Characters that are read: the longest message Telegram carries."""

_TOKEN = re.compile(r"[a-z0-9]+(?:['.][a-z0-9]+)*'?|[?.!,;:()\u2026/|\"]+")
_BREAKS = re.compile(r"[\r\n]+| -+ |--+")
_SPELT_OUT = (("w/", "with "), ("$", " dollars "), ("&", " and "), ("-", " "), ("\u00bf", " | "), ("\u00a1", " | "))
_SHORT_FORMS = {
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not",
    "don't": "do not", "dont": "do not", "doesn't": "does not", "doesnt": "does not", "didn't": "did not",
    "didnt": "did not", "isn't": "is not", "isnt": "is not", "aren't": "are not", "arent": "are not",
    "wasn't": "was not", "wouldn't": "would not", "couldn't": "could not", "shouldn't": "should not",
    "haven't": "have not", "havent": "have not", "hasn't": "has not", "what's": "what is", "whats": "what is",
    "wats": "what is", "how's": "how is", "hows": "how is", "where's": "where is", "wheres": "where is",
    "who's": "who is", "whos": "who is", "when's": "when is", "it's": "it is", "that's": "that is",
    "thats": "that is", "there's": "there is", "theres": "there is", "i'm": "i am", "im": "i am", "i've": "i have",
    "ive": "i have", "i'd": "i would", "i'll": "i will", "you're": "you are", "youre": "you are",
    "they're": "they are", "it'll": "it will", "how'd": "how did", "why'd": "why did",
    "where'd": "where did", "when'd": "when did", "who'd": "who would", "what'd": "what did", "how'll": "how will",
    "what'll": "what will", "when'll": "when will", "where'll": "where will", "who'll": "who will", "how're": "how are",
    "what're": "what are", "where're": "where are", "when're": "when are", "what've": "what have",
    "y'all": "you all", "yall": "you all",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "u": "you", "ur": "your", "r": "are", "w": "with",
    "w/": "with", "pls": "please", "plz": "please", "tx": "treatment", "txs": "treatments", "tmt": "treatment",
    "appts": "appointments", "dr": "doctor", "drs": "doctors", "doc": "doctor", "docs": "doctors", "bc": "because",
    "cuz": "because", "abt": "about", "b4": "before", "wks": "weeks", "mos": "months", "hrs": "hours",
    "mins": "minutes", "wat": "what", "wut": "what", "hw": "how", "q": "que", "xq": "por que",
    "pq": "por que", "porq": "por que", "cnt": "cuanto", "tmb": "tambien", "kiero": "quiero",
    "cuanto's": "cuanto", "sesh": "session", "ket": "ketamine", "thru": "through", "trmt": "treatment",
    "ketamin": "ketamine", "ketimine": "ketamine", "offen": "often", "offten": "often", "meny": "many",
    "beter": "better", "wen": "when", "wich": "which", "aser": "hacer", "haser": "hacer", "ase": "hace",
    "ora": "hora", "oras": "horas", "celebro": "cerebro", "enbarazada": "embarazada", "pa": "para",
}  # fmt: skip


def clauses(text: str) -> list[str]:
    """The words of `text`, folded, short forms written out, | at every break and at the end."""
    folded = fold(_BREAKS.sub(" | ", text[:LONGEST]))
    found: list[str] = []
    for old, new in _SPELT_OUT:
        folded = folded.replace(old, new)
    for token in _TOKEN.findall(folded):
        if token[0].isalnum():
            found.extend(_SHORT_FORMS.get(token, token).split())
        elif found and found[-1] != END:
            found.append(END)
    if found and found[-1] != END:
        found.append(END)
    return found
