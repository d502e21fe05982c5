"""Words torn apart to slip by ("k i l l", "k.i.l.l", "sui cide", "my self") put together again."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from flows.understand.safety.tokens import BOUNDARIES, TIES

_FEWEST_LETTERS = 3
_MOST_PIECES = 4
_LONGEST = 60
_LONE_WORDS = frozenset("aioyeu")


def letters_joined(tokens: list[str], reads: Callable[[str], object]) -> list[str]:
    """`tokens` with each run of lone letters as one word, where it `reads` as something."""
    found: list[str] = []
    run: list[str] = []
    for token in (*tokens, ""):
        if len(token) == 1 and token not in BOUNDARIES and len(run) < 2 * _LONGEST:
            run.append(token)
        elif not (run and token in TIES):
            found += _one_word(run, reads)
            found.append(token)
            run = []
    return found[:-1]


def _one_word(run: list[str], reads: Callable[[str], object]) -> list[str]:
    letters = [letter for letter in run if letter not in TIES]
    if len(letters) < _FEWEST_LETTERS:
        return run
    word = "".join(letters)
    if reads(word):
        return [word]
    return [letters[0], word[1:]] if letters[0] in _LONE_WORDS and reads(word[1:]) else run


def pieces_joined(
    tokens: list[str],
    pairs: Mapping[str, Mapping[str, tuple[str, ...]]],
    grave: AbstractSet[str],
    known: Callable[[str], bool],
) -> Iterator[str]:
    """`tokens` with the `pairs` of words that are one, and the pieces of a `grave` word, put together."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        following = _following(tokens, at)
        pair = (
            pairs.get(token, {}).get(following[0][1], ()) if following and not _goes_on(tokens, following[0][0]) else ()
        )
        if pair:
            yield from pair
            at = following[0][0] + 1
            continue
        end = _end_of_pieces(token, following, grave, known)
        yield "".join((token, *(piece for place, piece in following if place < end))) if end else token
        at = end or at + 1


def _goes_on(tokens: list[str], place: int) -> bool:
    """Whether the word at `place` is tied to the next: "my self-esteem" is not "myself"."""
    return place + 1 < len(tokens) and tokens[place + 1] in TIES


def _following(tokens: list[str], at: int) -> list[tuple[int, str]]:
    """The places and pieces that may belong to the word begun at `at`."""
    found: list[tuple[int, str]] = []
    for place in range(at + 1, min(at + 2 * _MOST_PIECES, len(tokens))):
        if tokens[place] in BOUNDARIES or len(found) == _MOST_PIECES - 1:
            break
        if tokens[place] not in TIES:
            found.append((place, tokens[place]))
    return found


def _end_of_pieces(
    token: str, following: list[tuple[int, str]], grave: AbstractSet[str], known: Callable[[str], bool]
) -> int:
    """The place after the last piece of a grave word torn apart from `token` on; 0 where there is none."""
    if token in _LONE_WORDS:
        return 0
    word, strange = token, not known(token)
    for place, piece in following:
        word, strange = word + piece, strange or not known(piece)
        if strange and word in grave:
            return place + 1
    return 0
