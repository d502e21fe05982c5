"""Typed phone numbers."""

import pytest

from flows.understand.phone import Contact, read_phone, show_phone


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("702-365-4487", "+17023654487"),
        ("call me at 702.365.4487 please", "+17023654487"),
        ("(702)365-4487.", "+17023654487"),
        ("702_365_4487", "+17023654487"),
        ("702,365,4487", "+17023654487"),
        ("7 0 2 3 6 5 4 4 8 7", "+17023654487"),
        ("702\u2013365\u20134487", "+17023654487"),
        ("my number7023654487", "+17023654487"),
        ("call after 5 702 365 4487", "+17023654487"),
        ("2024-05-06 702 365 4487", "+17023654487"),
        ("702 365 4487 between 9 and 5", "+17023654487"),
        ("mi número es el 702 365 4487, por favor", "+17023654487"),
        ("seven oh two three six five four four eight seven", "+17023654487"),
        ("siete cero dos, tres seis cinco, cuatro cuatro ocho siete", "+17023654487"),
        ("+17023654487 or 7023654487", "+17023654487"),
        ("not 911, 702-365-4487", "+17023654487"),
        ("+44 20 7946 0958", "+442079460958"),
        ("+52 55 1234 5678", "+525512345678"),
        ("+52 1 55 1234 5678", "+525512345678"),
        ("0052 55 1234 5678", "+525512345678"),
        ("011 52 55 1234 5678", "+525512345678"),
    ],
)
def test_a_phone_number_is_found_however_it_is_written(text: str, value: str) -> None:
    """Words around, any separators, spoken digits, other countries."""
    assert value == read_phone(text).value


@pytest.mark.parametrize(
    ("text", "reason", "missing"),
    [
        ("", "empty", ""),
        ("I'd rather not", "empty", ""),
        ("ana7023654487@gmail.com", "empty", ""),
        ("365-4487", "too_short", "area_code"),
        ("702 365 448", "too_short", "digits"),
        ("90210", "too_short", "digits"),
        ("5", "too_short", "digits"),
        ("702365448712", "too_long", ""),
        ("123456789012345678901", "too_long", ""),
        ("123-456-7890", "not_valid", ""),
        ("+999 123 456 789", "not_possible", ""),
        ("55 1234 5678", "not_valid", "country_code"),
        ("702 365 4487 or 310 451 2000", "several", ""),
        ("911", "emergency", ""),
        ("988", "emergency", ""),
        ("1-900-234-5678", "premium", ""),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text: str, reason: str, missing: str) -> None:
    """The reason and the missing part let the bot say what to add."""
    contact = read_phone(text)
    assert (None, reason, missing) == (contact.value, contact.reason, contact.missing)


def test_letters_are_never_read_as_a_telephone_keypad() -> None:
    """A vanity number is asked for in digits."""
    assert read_phone("1-800-FLOWERS").value is None


def test_an_extension_is_kept_and_shown() -> None:
    """E.164 has no place for it, so it stands beside."""
    expected = Contact("+17023654487", "ok", "(702) 365-4487 ext. 204", extension="204")
    assert expected == read_phone("702 365 4487 x204")


def test_several_numbers_are_offered_as_choices() -> None:
    """Which one is asked, not guessed."""
    expected = ("+17023654487", "+13104512000")
    assert expected == read_phone("702 365 4487 o 310 451 2000").choices


@pytest.mark.parametrize(
    ("value", "region", "shown"),
    [
        ("+17023654487", "US", "(702) 365-4487"),
        ("+442079460958", "US", "+44 20 7946 0958"),
        ("+442079460958", "GB", "020 7946 0958"),
        ("none", "US", "none"),
    ],
)
def test_numbers_are_shown_national_at_home_and_international_abroad(value: str, region: str, shown: str) -> None:
    """The display follows the reader's own country."""
    assert shown == show_phone(value, region)


def test_a_long_message_of_digits_is_refused_quickly() -> None:
    """No pile of digit groups makes the search explode."""
    assert read_phone("12 " * 1300).value is None
