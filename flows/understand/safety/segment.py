"""Words run together ("iwanttodie") taken apart again, when every part is a known word."""

from collections.abc import Set as AbstractSet

_SHORTEST, _LONGEST = 7, 60
_LONGEST_WORD = 14
_LONE_LETTERS = "iaoy"


def segment(glued: str, known: AbstractSet[str], cores: tuple[str, ...]) -> tuple[str, ...]:
    """The fewest `known` words that spell `glued`, if one of the `cores` is in it; () where there are none."""
    if not _SHORTEST <= len(glued) <= _LONGEST or not any(core in glued for core in cores):
        return ()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(glued)]
    for end in range(1, len(glued) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, word = best[start], glued[start:end]
            if before is None or word not in known or (len(word) == 1 and word not in _LONE_LETTERS):
                continue
            kept = best[end]
            if kept is None or len(before) + 1 < len(kept):
                best[end] = (*before, word)
    return best[-1] or ()
