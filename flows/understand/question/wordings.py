"""Ways of asking that are shipped beside the examples of the topic base."""

from functools import cache

from flows.resources import read_yaml

NOTHING_ASKED = "nothing_asked"
"""The key of wordings that answer our own questions and ask nothing."""
LANGUAGES = ("en", "es")


def more_wordings() -> tuple[tuple[str, str], ...]:
    """Topic code and wording, one for each line of the packaged lists; `NOTHING_ASKED` for what asks nothing."""
    return tuple(pair for language in LANGUAGES for pair in wordings_in(language))


@cache
def wordings_in(language: str) -> tuple[tuple[str, str], ...]:
    """The same in one language."""
    blocks = read_yaml(f"understand/question_wordings_{language}.yaml")
    return tuple((topic, line) for topic, block in blocks.items() for line in block.splitlines())
