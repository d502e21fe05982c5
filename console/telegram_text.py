"""Telegram HTML as HTML of ours: a handful of plain tags without attributes, and everything else as text."""

from html.parser import HTMLParser

from markupsafe import Markup, escape

_KEPT = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "s": "s", "code": "code", "pre": "pre",
         "blockquote": "blockquote"}  # fmt: skip


def telegram_html(text: str) -> Markup:
    """`text` as a browser may show it: no attribute, no link, no tag but a few is let through."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.whole()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._open: list[str] = []

    def whole(self) -> Markup:
        """What was read, with every tag closed."""
        return Markup("".join(self._parts) + "".join(f"</{tag}>" for tag in reversed(self._open)))  # noqa: S704  # each part is escaped below or a tag of ours

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag in _KEPT:
            self._parts.append(f"<{_KEPT[tag]}>")
            self._open.append(_KEPT[tag])

    def handle_endtag(self, tag: str) -> None:
        kept = _KEPT.get(tag)
        if kept is None or kept not in self._open:
            return
        while self._open:
            closing = self._open.pop()
            self._parts.append(f"</{closing}>")
            if closing == kept:
                return

    def handle_data(self, data: str) -> None:
        self._parts.append(str(escape(data)))
