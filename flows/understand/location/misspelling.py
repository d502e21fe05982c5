"""Misspelt names: guarded, because a near miss may be another town.

A name of the group needs a likeness of 82 (the share of letters in common, rapidfuzz `ratio`) and at most one slip, two
in a long name; another town must be near a clinic or big, and may have one slip only. What is spelt as it sounds in
Spanish ("las begas") counts as no slip.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from flows.clinic import Clinic
from flows.understand.location.atlas import Atlas
from flows.understand.location.distance import miles_between
from flows.understand.location.known import landmarks
from flows.understand.location.lexicon import lexicon
from flows.understand.location.mentions import Mention
from flows.understand.location.states import states
from flows.understand.location.tokens import Token
from flows.understand.location.us_places import Spot, us_places

LIKE_ENOUGH = 82.0
_SHORTEST = 4
_SHORTEST_GROUP_NAME, _SHORTEST_NAME, _LONG_NAME = 5, 6, 8
_BIG = 6.0
_MOST_WORDS = 3
_FEW = 2
"""Another town is guessed only among so few strange words, or after "in", "near" and the like."""
_NEAR_CERTAIN = 90.0
_SOUNDS = str.maketrans({"v": "b", "z": "s", "k": "c"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name and how it sounds; `near` says that it lies near a clinic."""

    spelt: str
    sound: str
    near: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """The names a misspelling is compared with: those of the group, and other places by first sound and length."""

    group: tuple[Name, ...]
    others: dict[tuple[str, int], tuple[Name, ...]]


def names_of(atlas: Atlas) -> Names:
    """The names worth guessing for this clinic group."""
    group = [n for n in atlas.clinic_names if len(n) >= _SHORTEST_GROUP_NAME and not n.startswith("the ")]
    pool = {name for name, spots in us_places().cities.items() if _worth(atlas.clinic, spots)}
    pool |= {name for name, spot in landmarks().items() if _near(atlas.clinic, spot)} | set(states().names)
    others: dict[tuple[str, int], list[Name]] = {}
    for spelt in sorted(pool.difference(group)):
        if len(spelt) >= _SHORTEST_NAME:
            name = Name(spelt, _sound(spelt), near=_any_near(atlas.clinic, spelt))
            others.setdefault((name.sound[0], len(spelt)), []).append(name)
    return Names(
        tuple(Name(spelt, _sound(spelt)) for spelt in group),
        {key: tuple(names) for key, names in others.items()},
    )


def find_misspelt(atlas: Atlas, names: Names, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Mention | None:
    """The likeliest misspelt name among the words that are no mention yet, or only that of a village."""
    taken = {at for mention in mentions if not _is_village(mention) for at in range(mention.start, mention.end)}
    free = [at not in taken and tokens[at].text.isalpha() for at in range(len(tokens))]
    strange = [at for at in range(len(tokens)) if free[at] and tokens[at].text not in lexicon().filler]
    best: Mention | None = None
    for start, end in _runs(tokens, free, set(strange)):
        typed = " ".join(token.text for token in tokens[start:end])
        fresh = not any(mention.start < end and start < mention.end for mention in mentions)
        few = len(strange) <= _FEW or (start > 0 and tokens[start - 1].text in lexicon().cue)
        name, likeness = _likest(typed, names, others=fresh and few)
        meaning = atlas.meaning(name) if likeness >= LIKE_ENOUGH else None
        if meaning is not None and (best is None or likeness > best.likeness):
            best = Mention(start, end, name, meaning, likeness=min(likeness, 99.0))
    return best


def _is_village(mention: Mention) -> bool:
    """Whether a mention may be a slip of the finger: a small town, and nothing else of that name."""
    meaning = mention.meaning
    other = meaning.clinic or meaning.afar or meaning.states or meaning.abroad or mention.zip_code
    return not other and all(spot.weight <= 1 for spot in meaning.spots)


def _runs(tokens: Sequence[Token], free: Sequence[bool], strange: set[int]) -> Iterable[tuple[int, int]]:
    """Runs of up to three free words with a strange one of four letters among them, the longest first."""
    for size in range(_MOST_WORDS, 0, -1):
        for start in range(len(tokens) - size + 1):
            run = range(start, start + size)
            if not all(free[at] for at in run) or any(tokens[at].breaks for at in run[1:]):
                continue
            if any(at in strange and len(tokens[at].text) >= _SHORTEST for at in run):
                yield start, start + size


def _likest(typed: str, names: Names, *, others: bool) -> tuple[str, float]:
    words = lexicon()
    if {typed, typed.removesuffix("s")} & (words.never | words.name):
        return "", 0.0
    name = Name(typed, _sound(typed))
    best = _best(name, names.group, 2)
    if best[1] < LIKE_ENOUGH and others and len(typed) >= _SHORTEST_NAME - 1:
        lengths = range(len(typed) - 1, len(typed) + 2)
        best = _best(name, [one for size in lengths for one in names.others.get((name.sound[:1], size), ())], 1)
    return best


def _best(typed: Name, names: Iterable[Name], most_slips: int) -> tuple[str, float]:
    found = ((_likeness(typed, name, most_slips), name.near, name.spelt) for name in names)
    likeness, _, spelt = max(found, default=(0.0, False, ""))
    return spelt, likeness


def _likeness(typed: Name, name: Name, most_slips: int) -> float:
    """How alike the two are, 0 to 100; 0 where there are too many slips."""
    if typed.sound == name.sound:
        return 99.0
    if abs(len(typed.spelt) - len(name.spelt)) > most_slips:
        return 0.0
    long = len(name.spelt) >= _LONG_NAME
    allowed = most_slips if long else 1
    slips = min(
        OSA.distance(typed.spelt, name.spelt, score_cutoff=allowed),
        OSA.distance(typed.sound, name.sound, score_cutoff=allowed),
    )
    if slips > allowed:
        return 0.0
    # one slip in a name of six letters is near certain, whatever share of the letters it is
    likeness = max(fuzz.ratio(typed.spelt, name.spelt), fuzz.ratio(typed.sound, name.sound))
    return max(likeness, _NEAR_CERTAIN) if slips == 1 and len(name.spelt) >= _SHORTEST_NAME else likeness


def _sound(name: str) -> str:
    """How a name sounds to a Spanish ear: b as v, z and soft c as s, k as c, no doubled letters."""
    plain = name.translate(_SOUNDS).replace("ce", "se").replace("ci", "si").replace("ph", "f")
    return "".join(letter for at, letter in enumerate(plain) if at == 0 or plain[at - 1] != letter)


def _worth(clinic: Clinic, spots: Sequence[Spot]) -> bool:
    return spots[0].weight >= _BIG or any(spot.weight >= 1 and _near(clinic, spot) for spot in spots)


def _any_near(clinic: Clinic, name: str) -> bool:
    spots = us_places().cities.get(name, ())
    mark = landmarks().get(name)
    return any(_near(clinic, spot) for spot in ((mark, *spots) if mark else spots))


def _near(clinic: Clinic, spot: Spot) -> bool:
    return any(
        miles_between(spot.latitude, spot.longitude, place.latitude, place.longitude) <= clinic.nearest_within_miles
        for place in clinic.locations
    )
