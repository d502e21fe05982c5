"""From a template's key and its context to words in a person's language, as Telegram HTML."""

import gettext
import io
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from messages.buttons import BUTTONS, COMMANDS, TOASTS
from messages.safety_numbers import NUMBERS

LANGUAGES = ("en", "es")
DEFAULT = "en"
_GAPS = re.compile(r"\n{3,}")
_OPTIONAL = (
    "note", "attempt", "kind", "limit", "line", "why", "hint", "number", "current", "skipped", "repeats", "answer",
    "urgent", "holder", "held_since", "amended", "since", "seen_by", "seen_at", "lead_status", "consents", "messages",
    "source", "previous", "timeline", "antidepressants", "text", "far", "reference",
    "promise", "promise_state", "timed_out", "name", "again", "settled", "earlier", "told", "corrections",
)  # fmt: skip
"""What a template may be given or not; every other name a template uses must be given."""


class Words:
    """All templates of all languages, compiled once; used from any thread."""

    def __init__(self) -> None:
        self._catalogues = {language: _catalogue(language) for language in LANGUAGES}
        self._templates = self._compiled("templates", ".j2")
        self._pictures = self._compiled("pictures", ".svg.j2")

    def _compiled(self, folder: str, ending: str) -> dict[tuple[str, str], Template]:
        """The templates of a folder, by language and name."""
        templates: dict[tuple[str, str], Template] = {}
        for language in LANGUAGES:
            environment = self._environment(language, folder)
            for name in environment.list_templates(extensions=["j2"]):
                templates[language, name.removesuffix(ending)] = environment.get_template(name)
        return templates

    def _environment(self, language: str, folder: str) -> Environment:
        environment = Environment(
            loader=PackageLoader("messages", folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_translations(self._catalogues[language], newstyle=True)  # type: ignore[attr-defined]  # added by the extension
        environment.globals |= {"numbers": NUMBERS[language], **dict.fromkeys(_OPTIONAL)}
        return environment

    def knows(self, template: str) -> bool:
        """True for a template that is there."""
        return (DEFAULT, template) in self._templates

    def text(self, template: str, language: str, context: Mapping[str, Any]) -> str:
        """The message, as Telegram HTML; raises jinja2.UndefinedError where the context lacks a name."""
        found = self._templates[language if language in LANGUAGES else DEFAULT, template]
        return _GAPS.sub("\n\n", found.render(context)).strip()

    def svg(self, picture: str, language: str, context: Mapping[str, Any]) -> str:
        """A picture as SVG; raises jinja2.UndefinedError where the context lacks a name."""
        return self._pictures[language if language in LANGUAGES else DEFAULT, picture].render(context).strip()

    def button(self, key: str, language: str) -> str:
        """The label of one of our own buttons."""
        return self._in(language, BUTTONS[key])

    def toast(self, key: str, language: str) -> str:
        """A short notice."""
        return self._in(language, TOASTS[key])

    def commands(self, language: str) -> list[tuple[str, str]]:
        """The command menu: names with descriptions."""
        return [(name, self._in(language, text)) for name, text in COMMANDS.items()]

    def _in(self, language: str, text: str) -> str:
        return self._catalogues.get(language, self._catalogues[DEFAULT]).gettext(text)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, compiled from its .po file; English is what the templates say."""
    path = resources.files("messages").joinpath("locale", language, "LC_MESSAGES", "messages.po")
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
