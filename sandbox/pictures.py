"""Sizes of pictures read from their first bytes, and a small picture for people to send."""

import struct
import zlib

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def kind(body: bytes) -> str:
    """The file name ending that fits, empty where this is no picture Telegram takes as a photo."""
    if body.startswith(PNG):
        return "png"
    if body.startswith(JPEG):
        return "jpg"
    if body[:6] in {b"GIF87a", b"GIF89a"}:
        return "gif"
    return "webp" if body[:4] == b"RIFF" and body[8:12] == b"WEBP" else ""


def size(body: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, None where they cannot be read."""
    try:
        match kind(body):
            case "png":
                return _pair(struct.unpack(">II", body[16:24]))
            case "gif":
                return _pair(struct.unpack("<HH", body[6:10]))
            case "jpg":
                return _jpeg_size(body)
            case "webp":
                return _webp_size(body)
            case _:
                return None
    except (struct.error, IndexError):
        return None


def _pair(values: tuple[int, ...]) -> tuple[int, int]:
    return values[0], values[1]


def _jpeg_size(body: bytes) -> tuple[int, int] | None:
    position = 2
    while position < len(body):
        marker, length = body[position + 1], struct.unpack(">H", body[position + 2 : position + 4])[0]
        if marker in FRAME_MARKERS:
            height, width = struct.unpack(">HH", body[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None


def _webp_size(body: bytes) -> tuple[int, int] | None:
    if body[12:16] == b"VP8X":
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    if body[12:16] == b"VP8L":
        bits = int.from_bytes(body[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", body[26:30])
    return width & 0x3FFF, height & 0x3FFF


def sample(width: int = 320, height: int = 200) -> bytes:
    """A PNG of a dusk sky: what a person's phone sends when asked for a photo."""
    rows = []
    for y in range(height):
        part = y / height
        colour = bytes((int(70 + 160 * part), int(90 + 70 * part), int(150 - 30 * part)))
        rows.append(b"\x00" + colour * width)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"".join(rows))) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
