"""HTML style read as Telegram reads it, and shown safely."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.formatting.detection import detect
from sandbox.formatting.formatted import formatted
from sandbox.formatting.html_reading import ParseError, read_html
from sandbox.formatting.safe_html import safe_html
from sandbox.formatting.units import length
from sandbox.refusals import RefusedError


def _entity(kind: str, offset: int, size: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": size} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a <b>bold</b>", "a bold", [_entity("bold", 2, 4)]),
        ("😀 <i>x</i>", "😀 x", [_entity("italic", 3, 1)]),
        ("<b>a<i>b</i></b>", "ab", [_entity("bold", 0, 2), _entity("italic", 1, 1)]),
        ("&lt;&gt;&amp;&quot;&#39;&#x41; &nbsp;", "<>&\"'A &nbsp;", []),
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
            "x",
            [_entity("text_link", 0, 1, url="https://example.org/?a=1&b=2")],
        ),
        ('<a href="javascript:alert(1)">x</a>', "x", []),
        ("<blockquote>q</blockquote>", "q", [_entity("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [_entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">q</span>', "q", [_entity("spoiler", 0, 1)]),
        ('<pre><code class="language-python">q</code></pre>', "q", [_entity("pre", 0, 1, language="python")]),
        ('<tg-emoji emoji-id="5">🙂</tg-emoji>', "🙂", [_entity("custom_emoji", 0, 2, custom_emoji_id="5")]),
        (
            '<tg-time unix="5" format="t">noon</tg-time>',
            "noon",
            [_entity("date_time", 0, 4, unix_time=5, date_time_format="t")],
        ),
        ("<B>x</b > 1 > 0", "x 1 > 0", [_entity("bold", 0, 1)]),
        ("<b>a<strong>b</strong></b> <b>c</b>", "ab c", [_entity("bold", 0, 2), _entity("bold", 3, 1)]),
        ("<b></b>x", "x", []),
    ],
)
def test_supported_tags_become_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    """Offsets and lengths are in UTF-16 units."""
    assert (text, entities) == read_html(source)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_cannot_be_parsed_is_refused_with_the_place(source: str, why: str) -> None:
    """Wording and byte offsets are Telegram's."""
    with pytest.raises(ParseError) as refused:
        read_html(source)
    assert why == str(refused.value)


def test_the_method_prefixes_the_reason() -> None:
    """What a bot reads in the description."""
    with pytest.raises(RefusedError) as refused:
        formatted("<b>x", "HTML", None)
    assert (
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
        == refused.value.description
    )


def test_white_space_at_the_ends_goes_and_entities_move() -> None:
    """Telegram trims what it stores."""
    assert ("hi", [_entity("bold", 0, 2)]) == formatted(" \n<b>hi </b>\n", "HTML", None)


def test_commands_links_and_addresses_are_found_in_plain_text() -> None:
    """As Telegram marks them by itself, but not inside links and code."""
    kinds = [entity["type"] for entity in detect("/start at https://example.org, me@example.org #hi @someone", [])]
    assert ["bot_command", "url", "email", "hashtag", "mention"] == kinds
    assert ["code"] == [entity["type"] for entity in formatted("<code>/start</code>", "HTML", None)[1]]
    assert [] == detect("and/or 1/2", [])


def test_shown_html_has_only_our_own_tags() -> None:
    """Everything a bot or person wrote is escaped, links open elsewhere."""
    text, entities = read_html('<b>&lt;img src=x onerror=alert(1)&gt;</b> <a href="https://example.org/&quot;x">y</a>')
    shown = safe_html(text, entities)
    assert "<strong>&lt;img src=x onerror=alert(1)&gt;</strong>" in shown
    assert 'href="https://example.org/&quot;x" target="_blank" rel="noopener noreferrer"' in shown


def test_crossing_entities_are_closed_and_opened_again() -> None:
    """The result is well-formed whatever the entities are."""
    crossing = [_entity("bold", 0, 3), _entity("italic", 2, 3)]
    assert "<strong>ab<em>c</em></strong><em>de</em>" == safe_html("abcde", crossing)


@given(st.text(alphabet="ab<>/&; =\"'éb😀\n"))
def test_any_text_is_read_or_refused_and_entities_lie_inside_it(source: str) -> None:
    """No input breaks the reader in another way."""
    try:
        text, entities = formatted(source, "HTML", None)
    except RefusedError as error:
        reason = error.description
        assert reason.startswith("Bad Request: can't parse entities: ")
        return
    assert all(0 <= entity["offset"] < entity["offset"] + entity["length"] <= length(text) for entity in entities)
