"""Lists of phrases that are shipped as data: YAML blocks with the phrases parted by commas or line ends."""

import re
from functools import cache

from flows.resources import read_yaml

Phrase = tuple[str, ...]
_PARTING = re.compile(r"[,\n]")


@cache
def phrase_lists(name: str) -> dict[str, tuple[Phrase, ...]]:
    """The lists of the packaged file `name` by their keys; its phrases are written as `read_words` spells words."""
    blocks: dict[str, str] = read_yaml(f"understand/{name}")
    return {
        key: tuple(dict.fromkeys(phrase for text in _PARTING.split(block) if (phrase := tuple(text.split()))))
        for key, block in blocks.items()
    }
