"""Telegram's HTML style read into text and entities, with the refusals of its own parser.

Rules after "HTML style" of the Bot API; refusals worded after `parse_html` of tdlib (MessageEntity.cpp).
"""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from sandbox.formatting.units import cut, length

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
}
WITH_ATTRIBUTES = ("a", "blockquote", "tg-emoji", "tg-time")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.-]+))?""")
LINK = re.compile(
    r"(?:https?|tg|ton|tonsite|mailto|tel)://?\S+|mailto:\S+|tel:\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE
)


class ParseError(ValueError):
    """Why a text cannot be parsed, in the words that follow "can't parse entities: "."""


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


@dataclass(slots=True)
class _Reader:
    """Walks over the text once; `size` is what has been written so far, in UTF-16 units."""

    source: str
    position: int = 0
    size: int = 0
    written: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        while self.position < len(self.source):
            if self.source[self.position] != "<":
                self._characters()
            elif self.source.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        if self.stack:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        self.entities = [entity for entity in self.entities if not self._said_already(entity)]
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.written), self.entities

    def _said_already(self, entity: dict[str, Any]) -> bool:
        """Bold inside bold says nothing new; Telegram keeps the outer one, which was closed later."""
        later = self.entities[self.entities.index(entity) + 1 :]
        return any(
            other["type"] == entity["type"] and other["offset"] <= entity["offset"]
            for other in later
            if entity["type"] in SIMPLE.values()
        )

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _write(self, text: str) -> None:
        self.written.append(text)
        self.size += length(text)

    def _characters(self) -> None:
        match = CHARACTER.match(self.source, self.position)
        if match:
            self._write(unescape(match[0]))
            self.position = match.end()
            return
        end = re.compile(r"[<&]").search(self.source, self.position + 1)
        stop = end.start() if end else len(self.source)
        self._write(self.source[self.position : stop])
        self.position = stop

    def _start_tag(self) -> None:
        begin = self.position
        name_end = _scan(self.source, begin + 1)
        if name_end == len(self.source):
            raise ParseError(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = self.source[begin + 1 : name_end].lower()
        if tag not in SIMPLE and tag not in WITH_ATTRIBUTES:
            raise ParseError(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes, self.position = self._attributes(tag, begin, name_end)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise ParseError(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.stack.append(_Open(tag, attributes, self.size))

    def _attributes(self, tag: str, begin: int, position: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while True:
            position += len(self.source[position:]) - len(self.source[position:].lstrip())
            if position >= len(self.source):
                raise ParseError(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
            if self.source[position] == ">":
                return found, position + 1
            match = ATTRIBUTE.match(self.source, position)
            if match is None:
                raise ParseError(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
            name, value = match[1].lower(), match[2]
            if value is None and not (tag == "blockquote" and name == "expandable"):
                raise ParseError(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                    f"at byte offset {self._byte(begin)}"
                )
            found[name] = unescape((value or "").strip("\"'"))
            position = match.end()

    def _end_tag(self) -> None:
        begin = self.position
        if not self.stack:
            raise ParseError(f"Unexpected end tag at byte offset {self._byte(begin)}")
        name_end = _scan(self.source, begin + 2)
        close = self.source.find(">", name_end)
        if close < 0 or self.source[name_end:close].strip():
            raise ParseError(f"Unclosed end tag at byte offset {self._byte(begin)}")
        tag = self.source[begin + 2 : name_end].lower()
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise ParseError(
                f'Unmatched end tag at byte offset {self._byte(begin)}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.position = close + 1
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        size = self.size - opened.start
        entity = _entity(opened, "".join(self.written))
        if size == 0 or entity is None:
            return
        last = self.entities[-1] if self.entities else {}
        same_place = last.get("offset") == opened.start and last.get("length") == size
        if opened.tag == "pre" and same_place and last["type"] == "code":
            language = last.pop("language", "")
            last["type"] = "pre"
            last |= {"language": language} if language else {}
            return
        self.entities.append(entity | {"offset": opened.start, "length": size})


def _scan(source: str, position: int) -> int:
    while position < len(source) and source[position] != ">" and not source[position].isspace():
        position += 1
    return position


def _entity(opened: _Open, written: str) -> dict[str, Any] | None:
    attributes = opened.attributes
    if opened.tag == "a":
        address = attributes.get("href") or cut(written, opened.start, length(written))
        return {"type": "text_link", "url": address} if LINK.fullmatch(address) else None
    if opened.tag == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if opened.tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
    if opened.tag == "tg-time":
        return _time(attributes)
    language = attributes.get("class", "").removeprefix("language-") if opened.tag == "code" else ""
    return {"type": SIMPLE[opened.tag]} | ({"language": language} if language else {})


def _time(attributes: dict[str, str]) -> dict[str, Any]:
    if not attributes.get("unix", "").lstrip("-").isdigit():
        raise ParseError('Tag "tg-time" must have attribute "unix" with a Unix time')
    value: dict[str, Any] = {"type": "date_time", "unix_time": int(attributes["unix"])}
    return value | ({"date_time_format": attributes["format"]} if attributes.get("format") else {})


def read_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities of a message in HTML style; ParseError where Telegram would refuse it."""
    text, entities = _Reader(source).read()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities
