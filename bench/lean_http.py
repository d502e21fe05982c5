"""HTTP/1.1 with as little work as can be: the measuring side has to cost far less than what it measures."""

import asyncio
from binascii import a2b_qp
from collections.abc import Callable
from typing import Any

import orjson

Reply = Callable[[bytes], None]
Handle = Callable[[str, bytes, bytes, Reply], None]
"""Takes path, head (small letters) and body of a request, and how to answer it."""


class ServerSide(asyncio.Protocol):
    """One connection of a client; requests need a Content-Length, answers are JSON with status 200."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # a stream's transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            head = self._read[:end]
            path, head = head.split(b" ", 2)[1].decode(), head.lower()
            whole = end + 4 + content_length(head)
            if len(self._read) < whole:
                return
            body, self._read = self._read[end + 4 : whole], self._read[whole:]
            self._handle(path, head, body, self._reply)

    def _reply(self, body: bytes) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
            )


def content_length(head: bytes) -> int:
    """The length of the body that a head (in small letters) announces."""
    place = head.find(b"\r\ncontent-length:")
    return int(head[place + 17 :].split(b"\r\n", 1)[0]) if place >= 0 else 0


def fields(head: bytes, body: bytes) -> dict[str, Any]:
    """The parameters of a request: a form, form data with files, or JSON; nested values may still be JSON text."""
    if b"application/json" in head:
        return dict(orjson.loads(body))
    if b"multipart/form-data" in head:
        return _parts(body)
    pairs = (pair.partition(b"=") for pair in body.split(b"&") if pair)
    return {name.decode(): _unquoted(value) for name, _, value in pairs}


def _unquoted(value: bytes) -> str:
    """A form's value; quoted-printable is the same code with another sign, and is read in C."""
    return a2b_qp(value.replace(b"+", b" ").replace(b"%", b"=")).decode()


def _parts(body: bytes) -> dict[str, Any]:
    mark = body.split(b"\r\n", 1)[0]
    found = {}
    for part in body.split(mark)[1:-1]:
        about, _, content = part.partition(b"\r\n\r\n")
        name = about.partition(b'name="')[2].partition(b'"')[0].decode()
        if b"filename=" not in about:
            found[name] = content.removesuffix(b"\r\n").decode()
    return found
