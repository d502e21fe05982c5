"""What an answer about services only speaks of on the way: a treatment that is behind one, or who sent one here."""

from flows.understand.clauses import HARD, Words, read_words, word_set
from flows.understand.option_index import Match, OptionIndex

_PEOPLE = word_set(
    "therapist therapists counselor counsellor psychologist shrink psychotherapist analyst coach terapeuta psicologo"
    " psicologa sicologo sicologa consejero consejera psicoterapeuta"
)
_OWNERS = word_set("my mi mis her his our their current old other another otro otra nuestro nuestra")
_HAVING = word_set("have has see seeing saw got voy tengo veo ya already con")
_SAYING = word_set(
    "says said told thinks thought recommended recommends suggested suggests referred refers sent sends wants wanted"
    " mentioned dice dijo piensa recomendo recomienda sugirio sugiere mando manda refirio quiere queria menciono me"
)
_DONE = word_set(
    "did tried had done finished completed probe hice tuve fui termine hicieron pusieron probado hecho tenido"
)
_NOT_DONE = word_set("havent never not want wanna like quiero quisiera nunca no didnt hadnt")
_AFTER = (
    "didnt work", "did not work", "doesnt work", "didnt help", "did not help", "didnt do", "was not enough",
    "wasnt enough", "elsewhere", "already", "in the past", "no me sirvio", "no me funciono", "no me ayudo", "no sirvio",
    "no funciono", "no me hizo", "ya lo hice", "ya la hice", "en otro lado", "en otra clinica",
)  # fmt: skip
_SLIPS = ("by accident", "by mistake", "accidentally", "por error", "por accidente", "sin querer")
"""Behind a service that was tapped and not meant."""
_GROUPS = word_set("group groups grupo grupos grupal")
_ARTICLES = word_set("a an the in el la un en")
_AGAIN = word_set("again more vez back continue seguir")
_REACH = 4


def without_background(text: str, index: OptionIndex) -> str:
    """`text` without the services that are only spoken of on the way, where another one is left that is wanted."""
    words = read_words(text)
    matches = index.matches(words)
    if len(matches) < 2 or not _AGAIN.isdisjoint(words.words):  # noqa: PLR2004  one service alone is the answer
        return text
    past = [match for match in matches if _is_sender(words, match) or _is_behind(words, match)]
    past += [match for match in matches if _is_its_form(words, match, matches)]
    past += [match for match in matches if _is_weighed(words, match, matches, index)]
    if not past or len(past) == len(matches):
        return text
    gone = {place for match in past for place in range(match.start, match.end)}
    kept = (f"{words.before[at]} {word}" for at, word in enumerate(words.words) if at not in gone)
    return " ".join(kept) + words.end


def _is_sender(words: Words, match: Match) -> bool:
    """True for "my therapist" and "already have a therapist", who is not asked for."""
    last = words.words[match.end - 1]
    if last not in _PEOPLE:
        return False
    before = words.words[max(0, match.start - 2) : match.start]
    says = match.end < len(words) and words.before[match.end] == "" and words.words[match.end] in _SAYING
    return says or not _OWNERS.isdisjoint(before) or not _HAVING.isdisjoint(before)


def _is_behind(words: Words, match: Match) -> bool:
    """True for "tried therapy for years" and "TMS didn't work"."""
    follows = " ".join(words.words[match.end : match.end + 3])
    if any(follows.startswith(phrase) for phrase in (*_AFTER, *_SLIPS)):
        return True
    for place in range(match.start - 1, max(-1, match.start - 1 - _REACH), -1):
        if words.before[place + 1] in HARD or words.words[place] in _NOT_DONE:
            return False
        if words.words[place] in _DONE:
            return not any(words.words[at] in _NOT_DONE for at in range(max(0, place - 2), place))
    return False


def _is_its_form(words: Words, match: Match, matches: list[Match]) -> bool:
    """True for the group of "DBT in a group", which is no other therapy."""
    said = words.words[match.start : match.end]
    if said[-1] not in _GROUPS or not _ARTICLES.issuperset(said[:-1]):
        return False
    return any(other is not match and 0 <= match.start - other.end < _REACH - 1 for other in matches)


def _is_weighed(words: Words, match: Match, matches: list[Match], index: OptionIndex) -> bool:
    """True for what stands behind "between" where the person is not sure yet."""
    unsure = any(index.exclusive.issuperset(other.codes) for other in matches)
    leading = words.words[max(0, match.start - 2) : match.start]
    return (
        unsure
        and "both" not in words.words
        and not index.exclusive.issuperset(match.codes)
        and not {"between", "entre"}.isdisjoint(leading)
    )
