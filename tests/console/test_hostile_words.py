"""Words that would be markup, script or template if they were let: on every page they are shown as text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from console_desk import ConsoleDesk, Visitor
from half_way import stopped

from console.telegram_text import telegram_html
from flows.conversation import Conversation
from storage import outbox, timeline
from storage.conversations import save_conversations
from storage.staff import OWNER, save_member

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "{{ 7177 * 7 }}{% for x in y %}",
    "</textarea></title></style><svg/onload=alert(1)>",
    "javascript:alert(1)",
)
ALLOWED = frozenset(
    re.findall(
        r"\w+",
        "html head meta title link body a header p span nav ul ol li svg path circle rect form input button label main "
        "h1 h2 div section dl dt dd strong table caption thead tbody tr th td select option textarea details summary "
        "del ins b i datalist script code kbd dialog template",
    )
)


class Reader(HTMLParser):
    """Reads a page as a browser would: which elements with which attributes there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attributes}))


def harmless(page: str) -> bool:
    """No element, handler, address or inline script that is not ours."""
    for tag, attributes in Reader(page).found:
        if tag not in ALLOWED or any(name.startswith("on") or name == "style" for name in attributes):
            return False
        if tag == "script" and not attributes.get("src", "").startswith("/static/"):
            return False
        if re.match(r"\s*(javascript|data|vbscript):", attributes.get("href", "") + attributes.get("action", "")):
            return False
    return "50239" not in page


def pages(visitor: Visitor, console_desk: ConsoleDesk, words: str) -> Iterator[str]:
    """Every page that shows what a person gave, with these words in every field."""
    with console_desk.store.transaction() as books:
        save_member(books, 9002, words[:80], OWNER, (), 0)
    uid = console_desk.lead(
        "BT-000001", source=words[:64], said=words, name=words, email=words, phone="+12025550101",
        prior_treatments=(words,), concerns=(words,), language="en",
    )  # fmt: skip
    console_desk.set(uid, holder_id=9002, status="claimed", reason=words[:32], previous=words[:16])
    now = console_desk.desk.now_ms()
    with console_desk.store.transaction() as books:
        for kind in ("question", "message", "note", "message_out"):
            timeline.note(books, uid, kind, "patient", now, words)
        timeline.note(books, uid, "change", "9002", now, {"field": "name", "old": words, "new": words})
        timeline.note(books, uid, "close", "9002", now, {"reason": "other", "note": words, "until": None})
        timeline.note(books, uid, "amended", "patient", now, [words])
        body = {"text": words, "rows": [[{"label": words, "data": "x"}]], "picture": {"kind": words}}
        outbox.put(books, 101, "send", body, now, ask="bcdf1")
        kept = Conversation(seed="bcdf", state="submitted", lead="BT-000001")
        save_conversations(books, {101: kept}, console_desk.flow, now)
    unfinished = stopped(console_desk, "phone", name=words, concerns=(words,), prior_treatments=(words,))
    console_desk.clock.forward(hours=1)
    for path in (
        f"/leads/{uid}", f"/leads/{uid}/screen", f"/unfinished/{unfinished}", "/inbox?tab=all", "/inbox?tab=unfinished",
    ):  # fmt: skip
        assert 200 == visitor.get(path).status_code
        yield visitor.page.text
    yield visitor.http.get("/inbox", params={"source": words, "clinic": words, "after": words, "before": words}).text
    visitor.get("/inbox")
    yield visitor.submit("/search", words=words).text
    visitor.get(f"/leads/{uid}")
    yield visitor.submit(f"/leads/{uid}/note", text=words + "x" * 3000).text
    visitor.get(f"/leads/{uid}")
    yield visitor.submit(f"/leads/{uid}/message", text=words).text
    visitor.get(f"/leads/{uid}")
    known = visitor.form_with(f"/leads/{uid}/change", field="email")
    yield visitor.post(f"/leads/{uid}/change", **{**known, "value": words}).text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_text(dana: Visitor, console_desk: ConsoleDesk, words: str) -> None:
    """In every field of every page, forms that come back included."""
    for page in pages(dana, console_desk, words):
        assert harmless(page)
        assert words not in page or "<" not in words


def test_the_check_itself_finds_what_is_not_harmless() -> None:
    """Else it would prove nothing."""
    for words in HOSTILE[:2]:
        assert not harmless(f"<p>{words}</p>")
    assert not harmless("<a href='javascript:alert(1)'>x</a>")
    assert not harmless("<p>50239</p>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>Hello</b> you", "<b>Hello</b> you"),
        ("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3"),
        ("<a href='https://evil.example'>tap</a>", "tap"),
        ("<b onclick=x>a<script>b</script></b>", "<b>ab</b>"),
        ("<b><i>open", "<b><i>open</i></b>"),
        ("</b>closed", "closed"),
        ("<b>a<i>b</b>c</i>", "<b>a<i>b</i></b>c"),
        ("<strong>x</strong><em>y</em>", "<b>x</b><i>y</i>"),
        ("a < b", "a &lt; b"),
        ("<!-- x --><?php ?>", ""),
    ],
)
def test_telegrams_markup_is_reduced_to_a_few_plain_tags(text: str, html: str) -> None:
    """Without attributes, and well nested, whatever comes in."""
    assert html == str(telegram_html(text))
