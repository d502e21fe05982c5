"""Typed e-mail addresses."""

import pytest

from flows.understand.email import EmailReading, likely_domain, read_email


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ana@gmail.com", "ana@gmail.com"),
        ("Ana.Perez+x@GMAIL.com.", "Ana.Perez+x@gmail.com"),
        ("it's <ana@gmail.com>, thanks", "ana@gmail.com"),
        ("write me @ ana@gmail.com", "ana@gmail.com"),
        ("mailto:ana@gmail.com", "ana@gmail.com"),
        ("ana@gmail.com\U0001f600", "ana@gmail.com"),
        ("ana @ gmail . com", "ana@gmail.com"),
        ("mi correo es josé@correo.es", "josé@correo.es"),
        ("it's ana (at) gmail dot com", "ana@gmail.com"),
        ("john[at]ucla[dot]edu", "john@ucla.edu"),
        ("my email is ana at gmail.com", "ana@gmail.com"),
        ("ana arroba hotmail punto com", "ana@hotmail.com"),
        ("jose guion bajo perez arroba yahoo punto com punto mx", "jose_perez@yahoo.com.mx"),
        ("ana.lopez arroba gmail.com", "ana.lopez@gmail.com"),
        ("ana@bespoke.clinic", "ana@bespoke.clinic"),
        ("ana@gmail.com ANA@gmail.com", "ana@gmail.com"),
    ],
)
def test_an_address_is_found_within_words(text: str, value: str) -> None:
    """Typed, spaced or spelled out, in both languages."""
    assert EmailReading(value, "ok") == read_email(text)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("\U0001f642", "empty", None),
        ("I don't have one", "no_at", None),
        ("reach me at gmail.com", "no_at", None),
        ("my mom at home. thanks", "no_at", None),
        ("ana.gmail.com", "no_at", "ana@gmail.com"),
        ("ana#gmail.com", "no_at", "ana@gmail.com"),
        ("@ana_lopez", "not_valid", None),
        ("ana@gmail", "not_valid", "ana@gmail.com"),
        ("ana@gmail,com", "not_valid", "ana@gmail.com"),
        ("ana@@gmail.com", "not_valid", "ana@gmail.com"),
        ("ana@gmail..com", "not_valid", "ana@gmail.com"),
        ("it's ana@gmail. thanks", "not_valid", "ana@gmail.com"),
        ("ana@gmail.con", "not_valid", "ana@gmail.com"),
        ("ana@clinic.cmo", "not_valid", "ana@clinic.com"),
        ("ana@gmail.com or ana@yahoo.com", "several", None),
    ],
)
def test_what_is_no_address_is_refused_with_what_was_probably_meant(
    text: str, reason: str, suggestion: str | None
) -> None:
    """A suggestion is never taken without a tap."""
    reading = read_email(text)
    assert (None, reason, suggestion) == (reading.value, reading.reason, reading.suggestion)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gamil.com", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmail.net", "gmail.com"),
        ("hotmal.com", "hotmail.com"),
        ("yaho.com", "yahoo.com"),
        ("iclod.com", "icloud.com"),
        ("outlok.com", "outlook.com"),
        ("hotmail.co", "hotmail.com"),
        ("comcas.net", "comcast.net"),
        ("aol.con", "aol.com"),
        ("gmailcom", "gmail.com"),
    ],
)
def test_a_slip_in_a_common_domain_is_noticed(typed: str, meant: str) -> None:
    """Did you mean gmail.com."""
    assert meant == likely_domain(typed)


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com",
        "mail.com",
        "email.com",
        "yahoo.co.uk",
        "yahoo.ca",
        "hotmail.com.ar",
        "love.com",
        "ucla.edu",
        "gmx.net",
    ],
)
def test_a_domain_that_stands_for_itself_is_left_alone(domain: str) -> None:
    """Real neighbours of the common domains are no slips."""
    assert likely_domain(domain) is None


def test_a_slip_that_is_a_possible_domain_keeps_what_was_typed() -> None:
    """Both are offered."""
    assert EmailReading("ana@gmial.com", "ok", "ana@gmail.com") == read_email("ana@gmial.com")


def test_several_addresses_are_offered_as_choices() -> None:
    """Which one is asked, not guessed."""
    expected = ("ana@gmail.com", "ana@yahoo.com")
    assert expected == read_email("ana@gmail.com/ana@yahoo.com").choices


def test_a_long_message_without_an_address_is_read_to_its_end() -> None:
    """No run of letters makes the search explode."""
    assert EmailReading(None, "no_at") == read_email("a" * 4000 + " dot at")
