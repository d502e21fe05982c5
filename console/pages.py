"""What a handler answers, as a value, and how it becomes HTML: templates with every value escaped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from console.static_files import StaticFiles

STYLES = ("base.css", "frame.css", "inbox.css", "lead.css", "desk.css", "report.css", "health.css")
"""In the order they are read: what is everywhere, what is around every page, then page by page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to show; `confirm` marks the browser that is shown a sign-in page."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    confirm: str = ""
    live: bool = False
    """It keeps itself fresh; `mark` says how what it shows stood, where that is known without drawing it."""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Another page of ours to go to; `secret` signs the browser in, `leave` signs it out."""

    path: str
    secret: str = ""
    leave: bool = False


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A page that keeps itself fresh shows what is so already."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to save, made while it is sent; its name holds no word of a person. `first` comes before the parts."""

    name: str
    media_type: str
    parts: Iterator[str]
    first: str = ""


Answer = Page | GoTo | Download | Unchanged


def refusal(title: str, text: str, status: int) -> Page:
    """A page that says no, and why."""
    return Page("refusal.html", {"title": title, "text": text}, status)


def not_found() -> Page:
    """The same page for what is not there and for what one may not see."""
    return refusal("Not found", "There is no such page, or it belongs to another location.", 404)


class Pages:
    """All templates, compiled at first use."""

    def __init__(self, static: StaticFiles, clinic: str) -> None:
        self._environment = Environment(
            loader=PackageLoader("console", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {"static": static.url, "clinic": clinic, "styles": STYLES}

    def render(self, page: Page, **common: Any) -> str:
        """The page as HTML; `common` is what every page may use."""
        return self._environment.get_template(page.template).render(common | page.context)
