"""Typed states."""

import pytest

from flows.understand.us_state import StateReading, read_state


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nevada", "NV"),
        ("nv", "NV"),
        ("N.V.", "NV"),
        ("Calif.", "CA"),
        ("Austin, TX", "TX"),
        ("austin tx", "TX"),
        ("i live in oh", "OH"),
        ("New Orleans, LA", "LA"),
        ("Portland, or", "OR"),
        ("ME", "ME"),
        ("West Virginia", "WV"),
        ("Washington, D.C.", "DC"),
        ("N. Carolina", "NC"),
        ("new york city", "NY"),
        ("Nuevo México", "NM"),
        ("Tejas", "TX"),
        ("vivo en Carolina del Norte", "NC"),
        ("Islas Vírgenes", "VI"),
        ("puerto rico", "PR"),
        ("las vegas nv 89101", "NV"),
        ("I live in or near Ohio", "OH"),
        ("Califronia", "CA"),
        ("Massachusets", "MA"),
        ("not Texas, Nevada", "NV"),
        ("I moved from Texas to Nevada", "NV"),
        ("soy de Texas pero vivo en Arizona", "AZ"),
    ],
)
def test_a_state_is_understood_by_code_and_name(text: str, code: str) -> None:
    """Both languages, with a city, misspelt, corrected."""
    assert code == read_state(text).code


@pytest.mark.parametrize(
    "text", ["", "ok", "hi", "me", "in", "or", "well, ok", "i'm ok", "hi there", "idk", "texts", "mexico", "de nada"]
)
def test_everyday_words_are_no_states(text: str) -> None:
    """No Oklahoma for ok."""
    assert StateReading(None) == read_state(text)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Nevada or California", ("NV", "CA")),
        ("Kansas City", ("MO", "KS")),
        ("Carolina", ("NC", "SC")),
        ("LA", ("LA", "CA")),
        ("OK", ("OK",)),
        ("Chicago", ("IL",)),
    ],
)
def test_what_may_be_meant_is_offered_and_not_taken(text: str, candidates: tuple[str, ...]) -> None:
    """A tap decides."""
    assert StateReading(None, candidates) == read_state(text)
