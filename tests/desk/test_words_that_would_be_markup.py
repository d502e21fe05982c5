"""Words that would be markup, a template or a header if they were let: on Telegram and to other systems they stay words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from desk_acts import lead_of
from filed_leads import FiledLeads
from front_desk import DANA, FrontDesk

from desk.cards import post_card
from flows.answers import Answer
from flows.record import contact, summary
from sandbox.client import Person
from storage import leads, timeline

HOSTILE = (
    "<b>bold</b>",
    "<a href='https://evil.example'>tap here</a>",
    "</b></i></code><script>alert(1)</script>",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "{{ 7177 * 7 }}{% raw %}{# x #}",
    "<tg-spoiler>thank you</tg-spoiler> <blockquote>all the best",
    "*bold* _it_ [tap](tg://user?id=9001) `x`",
)
OURS = {"<b>", "</b>", "<i>", "</i>", "<code>", "</code>"}
"""The tags of our own templates."""


def file_lead(front: FrontDesk, words: str) -> str:
    """Alice's request with these words in every field; gives the reference."""
    given: dict[str, Any] = {
        "consent": "agreed", "contact_consent": "agreed", "who": "self", "location": "santa_monica",
        "services": ("tms",), "concerns": (words,), "prior_treatments": (words,), "name": words,
        "phone": "+12025550101", "email": words, "reach_when": (words,), "voicemail": "full",
    }  # fmt: skip
    answers = {i: Answer(value, "typed", front.clock(), "2026.11", said=words) for i, value in given.items()}
    with front.store.transaction() as books:
        uid = leads.create(
            books, reference="BT-HSTL01", chat_id=101, previous="", summary=summary(front.desk.flow, answers),
            contact=contact(answers), answers=answers, language="en", source=words[:64], flow_version="2026.11",
            now=front.desk.now_ms(),
        )  # fmt: skip
        timeline.note(books, uid, "submitted", "patient", front.desk.now_ms())
        timeline.note(books, uid, "question", "patient", front.desk.now_ms(), words)
        post_card(front.desk, books, uid)
    front.work()
    return "BT-HSTL01"


def only_ours(front: FrontDesk) -> bool:
    """Nothing that was sent has a tag of somebody else, nothing was worked out, and Telegram could read all of it."""
    texts = [str(call["params"].get("text", "")) for call in front.calls()]
    tags = {tag for text in texts for tag in re.findall(r"<[^>]*>?", text)}
    unread = [call for call in front.calls() if "parse" in str(call["answer"].get("description", ""))]
    return tags <= OURS and not unread and not [text for text in texts if "50239" in text]


@pytest.mark.parametrize("words", HOSTILE)
def test_on_the_phones_of_staff_they_are_shown_as_they_were_typed(
    front: FrontDesk, alice: Person, dana: Person, group: Person, words: str
) -> None:
    """In the record, more than once; the group gets none of them."""
    alice.start()
    reference = file_lead(front, words)
    group.tap("Claim")
    group.tap("Open")
    record = dana.last()
    assert record["text"].count(words) >= 3
    dana.say(f"/lead {reference}")
    dana.say("/leads")
    dana.say("/mine")
    assert words not in group.visible()
    assert only_ours(front)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_written_to_and_fro_stays_words(
    front: FrontDesk, alice: Person, dana: Person, group: Person, words: str
) -> None:
    """In the preview, in what is sent, and in the answer to it."""
    alice.start()
    reference = file_lead(front, "Alice Archer")
    group.tap("Claim")
    group.tap("Open")
    dana.tap("Message")
    dana.say(f"about ten? {words}", reply_to=dana.last()["message_id"])
    preview = dana.last()
    dana.tap("Send")
    sent = alice.last()
    assert reference in sent["text"]
    for message in (preview, sent):
        assert f"about ten? {words}" in message["text"]
    alice.say(f"ten it is {words}", reply_to=sent["message_id"])
    assert f"ten it is {words}" in dana.wait_for("ten it is")["text"]
    assert words not in group.visible()
    assert only_ours(front)
    assert DANA == lead_of(front, reference).holder_id


EVERYBODY = """
webhooks:
  - {name: full, url: 'https://b.example', secret_env: B, events: [lead.created], content: full}
  - {name: highlevel, preset: gohighlevel, content: full, url_env: U, events: [lead.created], fields: {wanted: concerns}}
  - name: hub
    preset: hubspot
    content: full
    token_env: T
    hubspot: {portal: "1", form: 00000000-0000-4000-8000-000000000000, subscription: 99}
    events: [lead.created]
    fields: {intake_concerns: concerns}
email:
  - {name: front, host: h, from: a@b.example, to: [c@d.example], events: [lead.created]}
"""


@pytest.mark.parametrize("words", [*HOSTILE, "x\r\nBcc: everybody@evil.example", '"},"reference":"BT-FORGED'])
def test_other_systems_get_them_as_data_and_mail_gets_none(tmp_path: Path, words: str) -> None:
    """Every body is JSON of the shape it always has; an e-mail holds the reference, and nobody's words."""
    filed = FiledLeads(tmp_path, EVERYBODY)
    lead = filed.file_lead(
        name=f"Al {words}", email="alice@example.com", concerns=(words,), source=words[:64], said=words
    )
    plain = FiledLeads(_folder(tmp_path), EVERYBODY)
    plain.file_lead(name="Al Ice", email="alice@example.com", concerns=("depression",), source="ad", said="x")
    bodies, usual = ([_said(body) for body in desk.bodies()] for desk in (filed, plain))
    assert [_shape(body) for body in usual] == [_shape(body) for body in bodies]
    assert 4 == len(bodies)
    mail = next(body for body in bodies if "subject" in body)
    assert f"New request: {lead.reference}" == mail["subject"]
    assert not [value for value in mail.values() if words in str(value)]
    others = [body for body in bodies if body is not mail]
    assert [True] * 3 == [words in _values(body) for body in others]
    assert "BT-FORGED" not in {body.get("reference") for body in others}
    filed.store.close()
    plain.store.close()


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plain"
    folder.mkdir()
    return folder


def _said(body: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(body["json"]) if "json" in body else body
    return said


def _shape(body: Any) -> Any:
    """The keys of a body, all the way down."""
    if isinstance(body, dict):
        return {key: _shape(value) for key, value in body.items()}
    return [_shape(value) for value in body] if isinstance(body, list) else None


def _values(body: Any) -> list[Any]:
    """Everything that is said in it."""
    if isinstance(body, dict):
        return [found for value in body.values() for found in _values(value)]
    return [found for value in body for found in _values(value)] if isinstance(body, list) else [body]
