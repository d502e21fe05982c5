"""Words with the marks between them."""

import pytest

from flows.understand.clauses import Words, plain_words, read_words, squeezed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T.M.S. in L.A.", ("tms", "in", "la")),
        ("anti-depressants", ("anti", "depressants")),
        ("zoloft 50mg", ("zoloft", "50", "mg")),
        ("I don\u2019t", ("i", "dont")),
        ("sertralina & Estimulaci\u00f3n", ("sertralina", "and", "estimulacion")),
        ("\U0001f600", ()),
        ("1,3", ("1", "3")),
    ],
)
def test_words_are_spelled_one_way(text: str, expected: tuple[str, ...]) -> None:
    """Initials close up, hyphens open, apostrophes and accents go."""
    assert expected == plain_words(text)


def test_marks_are_kept_between_the_words() -> None:
    """A line break ends a sentence, a comma or parenthesis parts a list, a dash leads on like a colon."""
    expected = Words(("no", "tms", "yes", "ect", "ok"), ("", ",", ";", "(", ":"), "?")

    assert expected == read_words("No, TMS\nyes (ECT) - ok?")


def test_a_word_between_marks_stands_alone() -> None:
    """A lone word is one with a mark or an end on both sides."""
    words = read_words("TMS. No, DBT please")

    expected = [True, True, False]

    assert expected == [words.alone(0, 1), words.alone(1, 2), words.alone(2, 3)]


@pytest.mark.parametrize(("word", "expected"), [("yesss", "yes"), ("siiii", "si"), ("nooo", "no")])
def test_drawn_out_words_are_squeezed(word: str, expected: str) -> None:
    """Long letters are one letter."""
    assert expected == squeezed(word)
