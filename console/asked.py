"""One request, read whole before any work is done: a plain value that a handler in a thread can use."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from console.cookies import Cookies
from console.origins import Home, is_foreign

BODY_LIMIT = 32 * 1024
"""Bytes; the longest form of ours is a message of 2,000 characters, each up to 12 bytes on the way."""
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 40


class TooLong(Exception):
    """The body is larger than any form of ours, or has more fields."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: which page, by which way, with which parameters and form, from where, with which cookies."""

    posted: bool
    page: str
    url: str
    """The page with its query, as its own address is."""
    path: dict[str, str]
    query: dict[str, str]
    form: dict[str, str]
    foreign: bool
    address: str
    secret: str
    confirm: str
    refresh: bool = False
    """Sent by a page that keeps itself fresh, not by somebody's hand."""
    known: str = ""
    """The mark of the copy that such a page has."""


async def read_asked(request: Request, home: Home, cookies: Cookies) -> Asked:
    """The request as a value; raises TooLong."""
    return Asked(
        posted=request.method == "POST",
        page=request.url.path,
        url=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        path={name: str(value) for name, value in request.path_params.items()},
        query=dict(request.query_params),
        form=await _form(request) if request.method == "POST" else {},
        foreign=is_foreign(request.headers, home),
        address=request.client.host if request.client else "",
        secret=cookies.session_in(request),
        confirm=cookies.confirm_in(request),
        refresh=request.headers.get("x-refresh") == "1",
        known=request.headers.get("if-none-match", "").strip('"'),
    )


async def _form(request: Request) -> dict[str, str]:
    """The fields of the form; none where the body is no form."""
    body = await _body(request)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        return {}
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise TooLong from None


async def _body(request: Request) -> bytes:
    announced = request.headers.get("content-length", "0")
    if not announced.isdigit() or int(announced) > BODY_LIMIT:
        raise TooLong
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > BODY_LIMIT:
                raise TooLong
    except ClientDisconnect:
        return b""
    return bytes(body)
