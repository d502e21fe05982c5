"""The Spanish catalogue says everything the English templates say, and nothing else."""

import re
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from messages.buttons import BUTTONS, COMMANDS, TOASTS
from messages.words import LANGUAGES, Words

MESSAGES = Path(str(resources.files("messages")))
METHODS = [("templates/**.j2", "jinja2"), ("pictures/**.svg.j2", "jinja2"), ("buttons.py", "python")]
OPTIONS = {
    "templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"},
    "pictures/**.svg.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"},
}
PLACEHOLDER = re.compile(r"%\(\w+\)s")
TAG = re.compile(r"</?\w+>")


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """Every text that templates and buttons ask a catalogue for."""
    found = extract_from_dir(str(MESSAGES), METHODS, OPTIONS, keywords={"_": None, "gettext": None, "ngettext": (1, 2)})
    return {str(message) for _, _, message, _, _ in found}


@pytest.fixture(scope="module")
def spanish() -> dict[str, str]:
    """The Spanish catalogue."""
    with (MESSAGES / "locale/es/LC_MESSAGES/messages.po").open("rb") as source:
        return {str(message.id): str(message.string) for message in read_po(source) if message.id}


def test_nothing_is_missing(asked: set[str], spanish: dict[str, str]) -> None:
    """Every text has its Spanish."""
    assert set() == {text for text in asked if not spanish.get(text)}


def test_nothing_is_left_over(asked: set[str], spanish: dict[str, str]) -> None:
    """No Spanish stands there that nobody asks for."""
    assert set() == set(spanish) - asked


def test_placeholders_and_tags_are_kept(spanish: dict[str, str]) -> None:
    """A translation names the same values, and Telegram's tags are the same."""
    for source, translated in spanish.items():
        assert set(PLACEHOLDER.findall(source)) == set(PLACEHOLDER.findall(translated)), source
        assert sorted(TAG.findall(source)) == sorted(TAG.findall(translated)), source


def test_commands_are_the_same_in_every_text() -> None:
    """A translated help names the same slash commands."""
    words = Words()
    context = {"clinic": "Clinic", "phone": ""}
    commands = {language: re.findall(r"/\w+", words.text("help", language, context)) for language in LANGUAGES}

    assert commands["en"] == commands["es"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_a_phone(language: str) -> None:
    """Buttons stay short, toasts within Telegram's 200 characters, command descriptions within 256."""
    words = Words()

    assert [] == [key for key in BUTTONS if not 0 < len(words.button(key, language)) <= 32]
    assert [] == [key for key in TOASTS if not 0 < len(words.toast(key, language)) <= 200]
    assert len(COMMANDS) == len([text for _, text in words.commands(language) if 3 <= len(text) <= 256])
