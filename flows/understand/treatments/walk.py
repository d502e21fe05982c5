"""Whether each treatment spoken of was had: a walk through the words that keeps whose it is and whether it is denied.

The walk knows one state at a time, set by the cues it meets and cleared at the end of a sentence, by a contrast, by a
new subject or by a new verb of taking. What is said behind a treatment ("TMS: never", "was only suggested", "not
anymore") changes the treatments just named.
"""

from flows.understand.clauses import HARD, Words, word_set
from flows.understand.treatments.cues import Cues
from flows.understand.treatments.mentions import Mention
from flows.understand.treatments.named import Named
from flows.understand.treatments.negation import Denies, Negation, read_negation
from flows.understand.treatments.relatives import (
    speaks_of_relative,
    tells_of_patient,
    was_relatives,
    worked_for_relative,
)
from flows.understand.treatments.sentence import (
    CARRYING,
    asks_us,
    list_goes_on,
    names_next,
    outcome_told,
    tells_time,
    universal_ahead,
)
from flows.understand.treatments.status import Status

_TOOK = word_set(
    "did tried had took used got received started saw went given gave put attended been done taken seen prescribed"
    " hice probe tome tuve fui recibi use estuve dieron empece tomo tomaba he"
)
_ALL_OF_THEM = word_set("them either any both those these las los ambos ninguno ninguna")
_AT_ONCE = 3
"""Words between a treatment and the words that take it back, and from those to the one meant."""
_SINCE = word_set("since desde")
_BUT = word_set("but pero")
_REASONS = word_set("yet because so due since cuz bc and porque y either though to it them") | _BUT


def statuses(words: Words, cues: Cues, mentions: list[Mention]) -> list[Status]:
    """What is said of each of `mentions`, in their order."""
    return _Walk(words, cues, mentions).run()


class _Walk:
    def __init__(self, words: Words, cues: Cues, mentions: list[Mention]) -> None:
        self.words, self.cues = words, cues
        self.named = Named(words, mentions)
        self.mentions = {mention.start: mention for mention in mentions}
        self.starts = frozenset(self.mentions)
        self.ends = frozenset(mention.end for mention in mentions)
        self.state = Status.TAKEN
        self.wide = False
        self.since = 0
        self.negation: Negation | None = None
        self.took = False
        self.universal = ""
        self.turns = {
            "formerly": self._take_up,
            "denying": self._deny_before,
            "confirming": self._confirm_before,
            "considering_after": self._leave_open_before,
            "correcting": self._correct,
            "untaken": self._untaken,
            "considering": self._leave_open,
            "except": self._except,
            "negator": self._negate,
            "relative": self._relative,
            "all": self._all,
            "nothing": self._nothing,
            "self": self._self,
            "restart": self._restart,
            "lapsed": self._lapsed,
            "taking": self._taking,
        }

    def run(self) -> list[Status]:
        place = 0
        while place < len(self.words):
            self._boundary(place)
            mention = self.mentions.get(place)
            if mention is None:
                place += self._cue(place)
            else:
                self.named.add(self.state, told=self.took and self.state is Status.TAKEN)
                place = mention.end
        if any("patient" in here for here in self.cues):
            return [Status.TAKEN if status is Status.OTHERS else status for status in self.named.status]
        return self.named.status

    def _cue(self, place: int) -> int:
        """Follow the longest cue at `place`; how many words to go on, one where a treatment begins inside it."""
        here = self.cues[place]
        kinds = [kind for kind in self.turns if kind in here and (kind != "denying" or self._closes(place))]
        if not kinds:
            return 1
        kind = max(kinds, key=here.__getitem__)
        self.turns[kind](place)
        inside = range(place + 1, place + here[kind])
        return 1 if any(at in self.starts for at in inside) else here[kind]

    def _closes(self, place: int) -> bool:
        """True where the denying words at `place` are all their clause says, but for a reason."""
        end = place + self.cues[place]["denying"]
        return end >= len(self.words) or self.words.before[end] != "" or self.words.words[end] in _REASONS

    def _set(self, state: Status, *, wide: bool = True) -> None:
        self.state, self.wide, self.since, self.negation = state, wide, len(self.named), None

    @property
    def _used(self) -> bool:
        """True where a treatment was named since the state was set."""
        return len(self.named) > self.since

    def _boundary(self, place: int) -> None:
        mark = self.words.before[place]
        if not place or mark in HARD:
            self._new_sentence(place)
        elif (
            mark
            and self.state in {Status.DENIED, Status.OPEN}
            and self._used
            and (mark == ":" or not list_goes_on(self.words, self.mentions, place, wide=self.wide))
        ):
            self._set(Status.TAKEN)

    def _new_sentence(self, place: int) -> None:
        """Clear the state; somebody else stays the one spoken of where "he", "she" or "my mom" goes on."""
        here = self.cues[place]
        goes_on = ("third" in here or "relative" in here) and "self" not in here
        if not (self.state is Status.OTHERS and goes_on):
            self._set(Status.TAKEN)
        self.took, self.universal, self.named.sentence = False, "", len(self.named)
        if asks_us(self.words, self.cues, self.starts, place):
            self._set(Status.OPEN)

    def _take_up(self, _place: int) -> None:
        if self.state is not Status.OTHERS:
            self._set(Status.TAKEN)
            self.took = True

    def _deny_before(self, place: int) -> None:
        words = self.words.words[place : place + self.cues[place]["denying"] + 1]
        if not self.named.at_hand(place) or outcome_told(self.words, self.cues, place):
            return
        if any(word in _ALL_OF_THEM for word in words):
            self.named.change_from(self.named.sentence, Status.DENIED)
        if words[-1] not in _BUT:
            self.named.change(Status.DENIED, spare=words[0] != "i" and words[:2] != ("said", "no"))

    def _confirm_before(self, place: int) -> None:
        denied = any("negator" in self.cues[at] for at in range(max(0, place - 2), place))
        if self.named.at_hand(place) and not denied:
            self.named.change(Status.TAKEN)
            self.state = Status.TAKEN

    def _leave_open_before(self, _place: int) -> None:
        if self.named.in_sentence:
            self.named.leave_open()
        else:
            self._set(Status.OPEN)

    def _leave_open(self, _place: int) -> None:
        self._set(Status.OPEN)
        self.took = False

    def _except(self, place: int) -> None:
        universal = self.universal or universal_ahead(self.words, self.cues, place)
        self._set(Status.DENIED if universal == "all" else Status.TAKEN, wide=False)

    def _untaken(self, _place: int) -> None:
        if self.named.in_sentence:
            self.named.change(Status.OPEN)

    def _correct(self, place: int) -> None:
        """In "Prozac, I mean Paxil" the last one is taken back for the one that follows at once."""
        end = place + self.cues[place]["correcting"]
        last = self.named.last_end
        near = last is not None and place - last <= _AT_ONCE
        if near and any(at in self.starts for at in range(end, end + _AT_ONCE)):
            self.named.take_back()
            self._set(Status.TAKEN)

    def _all(self, _place: int) -> None:
        self.universal = "all"

    def _nothing(self, _place: int) -> None:
        self.universal = "nothing"

    def _negate(self, place: int) -> None:
        self.universal = self.universal or "nothing"
        negation = read_negation(self.words, self.cues, self.starts, self.ends, place)
        if negation.denies is Denies.THESE and self.state is not Status.OTHERS:
            self._set(Status.OPEN if negation.lately else Status.DENIED, wide=negation.wide)
            self.negation = negation
        elif negation.denies is Denies.READINESS:
            self._set(Status.OPEN)
        elif negation.denies is Denies.BEFORE and self._speaks_back(place, negation):
            alone = self.words.before[place] in {"(", ":"}
            (self.named.change_last if alone else self.named.change)(Status.DENIED)

    def _speaks_back(self, place: int, negation: Negation) -> bool:
        """True where a negation without an object is about a treatment named before, and not about its outcome."""
        told = not negation.wide and outcome_told(self.words, self.cues, place)
        return self.named.at_hand(place) and not told

    def _relative(self, place: int) -> None:
        end = place + self.cues[place]["relative"]
        if tells_of_patient(self.words, place, end):
            return
        if self.named.status and was_relatives(self.words, place, end):
            self.named.change(Status.OTHERS)
        elif worked_for_relative(self.words, self.cues, place):
            if self.named.in_sentence:
                self.named.change(Status.OTHERS, spare=True)
            else:
                self._set(Status.OTHERS)
        elif speaks_of_relative(self.words, self.cues, self.starts, place, end):
            self._set(Status.OTHERS)

    def _self(self, place: int) -> None:
        after = place + self.cues[place]["self"]
        if self.words.words[after - 1] == "mi" and after < len(self.words) and "relative" in self.cues[after]:
            return
        if self.state is Status.OTHERS or (self.state is not Status.TAKEN and self._used):
            self._set(Status.TAKEN)

    def _restart(self, place: int) -> None:
        word = self.words.words[place]
        if word in _BUT and self.universal == "all" and names_next(self.words, self.starts, place + 1):
            self._set(Status.DENIED, wide=False)
        elif self.state is not Status.OTHERS and self._used:
            if word in _SINCE and tells_time(self.words, place + 1):
                self._lapsed(place)
            self._set(Status.TAKEN)

    def _lapsed(self, _place: int) -> None:
        if self.state is Status.DENIED and self._used and self.negation and not self.negation.lasting:
            self.named.change_from(self.since, Status.TAKEN)

    def _taking(self, place: int) -> None:
        if self.words.words[place] not in _TOOK:
            return
        self.took = True
        carried = place > 0 and self.words.words[place - 1] in CARRYING
        if self.state in {Status.DENIED, Status.OPEN} and self._used and not carried:
            self._set(Status.TAKEN)
