"""Help comes in the language of the words, whatever the phone is set to."""

import pytest

from flows.understand.safety.language import language_of


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("es", "ya no quiero vivir"),
        ("es", "me quiero morir"),
        ("es", "mi hijo dice que se quiere matar"),
        ("es", "no puedo mas, adios a todos"),
        ("en", "I want to die"),
        ("en", "i cant do this anymore"),
        ("en", "my wife says she will kill herself"),
        ("", "kms"),
        ("", "suicida"),
        ("", ""),
    ],
)
def test_the_commonest_words_tell(expected: str, text: str) -> None:
    """Where they do not, the language of the phone decides."""
    assert expected == language_of(text)
