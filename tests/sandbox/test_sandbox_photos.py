"""Pictures: uploads in both forms, again by file id, downloads, refusals."""

import http.client
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest

from sandbox import pictures
from sandbox.client import Sandbox

PICTURE = pictures.sample(64, 40)
EDGE = "----edge"


def _multipart(fields: dict[str, str], file_field: str, body: bytes) -> bytes:
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    disposition = f'Content-Disposition: form-data; name="{file_field}"; filename="p.png"'
    head = f"--{EDGE}\r\n{disposition}\r\nContent-Type: image/png\r\n\r\n"
    return "".join(parts).encode() + head.encode() + body + f"\r\n--{EDGE}--\r\n".encode()


def _send(bot: Any, file_field: str, body: bytes, **fields: str) -> dict[str, Any]:
    form = _multipart(fields, file_field, body)
    return dict(bot.post(f"/bot{bot.token}/sendPhoto", form, f"multipart/form-data; boundary={EDGE}")[1])


@pytest.fixture
def alice(people: Sandbox) -> Any:
    person = people.patient()
    person.start()
    return person


@pytest.mark.parametrize("named", ["photo", "attached"])
def test_a_picture_is_uploaded_shown_and_downloaded(bot: Any, people: Sandbox, alice: Any, named: str) -> None:
    """By its own field or by attach://, with caption and buttons; the bytes come back unchanged."""
    keyboard = orjson.dumps({"inline_keyboard": [[{"text": "Go on", "callback_data": "g"}]]}).decode()
    fields = {"chat_id": "101", "caption": "<b>Six</b> infusions", "parse_mode": "HTML", "reply_markup": keyboard}
    if named != "photo":
        fields["photo"] = f"attach://{named}"
    sent = _send(bot, named, PICTURE, **fields)["result"]
    assert (64, 40, len(PICTURE)) == tuple(sent["photo"][-1][name] for name in ("width", "height", "file_size"))
    assert ("Six infusions", "bold") == (sent["caption"], sent["caption_entities"][0]["type"])
    assert ["Go on"] == alice.buttons()
    path = bot("getFile", file_id=sent["photo"][-1]["file_id"])["file_path"]
    assert PICTURE == _get(bot, f"/file/bot{bot.token}/{path}")
    again = bot("sendPhoto", chat_id=101, photo=sent["photo"][-1]["file_id"])
    assert sent["photo"] == again["photo"]
    assert ["<65 bytes>".replace("65", str(len(PICTURE)))] == [
        call["params"][named] for call in people.calls("sendPhoto") if named in call["params"]
    ][:1]


def test_a_caption_is_edited_and_a_picture_has_no_text(bot: Any, alice: Any) -> None:
    """editMessageCaption changes it; editMessageText is refused."""
    sent = _send(bot, "photo", PICTURE, chat_id="101", caption="one")["result"]
    here = {"chat_id": 101, "message_id": sent["message_id"]}
    assert "two" == bot("editMessageCaption", **here, caption="two")["caption"]
    refusal = bot.refusal("editMessageText", **here, text="x")
    assert "Bad Request: there is no text in the message to edit" == refusal


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "Bad Request: file must be non-empty"),
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (pictures.sample(420, 20), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
    ],
)
def test_a_bad_picture_is_refused(bot: Any, alice: Any, body: bytes, why: str) -> None:
    """Empty, no picture, more than twenty times as wide as high."""
    assert why == _send(bot, "photo", body, chat_id="101")["description"]


def test_captions_and_other_sources_are_checked(bot: Any, alice: Any) -> None:
    """1024 characters, known ids only, nothing is fetched from the web."""
    answer = _send(bot, "photo", PICTURE, chat_id="101", caption="x" * 1025)
    assert "Bad Request: message caption is too long" == answer["description"]
    assert "Bad Request: there is no photo in the request" == bot.refusal("sendPhoto", chat_id=101)
    refusal = bot.refusal("sendPhoto", chat_id=101, photo="https://example.org/p.png")
    assert "Bad Request: wrong file identifier/HTTP URL specified" == refusal
    refusal = bot.refusal("sendPhoto", chat_id=101, photo="AgACmade-up")
    assert refusal.startswith("Bad Request: wrong remote file identifier specified")


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (b"GIF89a\x10\x00\x08\x00", (16, 8)),
        (b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc0\x00\x0b\x08\x00\x05\x00\x09\x01", (9, 5)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x0f\x00\x00\x07\x00\x00", (16, 8)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(10) + b"\x10\x00\x08\x00", (16, 8)),
        (b"\xff\xd8\xff", None),
        (b"plain", None),
    ],
)
def test_sizes_are_read_from_the_first_bytes(body: bytes, size: tuple[int, int] | None) -> None:
    """The formats Telegram takes as photos; a cut file has no size."""
    assert size == pictures.size(body)


def _get(bot: Any, path: str) -> bytes:
    parts = urlsplit(bot.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    finally:
        connection.close()
