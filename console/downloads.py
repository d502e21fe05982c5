"""A file as an answer: sent while it is made, never a page, never kept by a browser."""

from collections.abc import Iterator, Mapping

import structlog
from starlette.responses import Response, StreamingResponse

from console.pages import Download

log = structlog.get_logger()


class BrokenOff(Exception):
    """The rest of a file could not be made; the connection is cut, so that nobody takes it for whole."""


def download(file: Download, headers: Mapping[str, str]) -> Response:
    """The answer that sends `file`."""
    more = {**headers, "Content-Disposition": f'attachment; filename="{file.name}"'}
    return StreamingResponse(_encoded(file), 200, more, file.media_type)


def _encoded(file: Download) -> Iterator[bytes]:
    try:
        if file.first:
            yield file.first.encode()
        for part in file.parts:
            yield part.encode()
    except Exception as error:  # noqa: BLE001  # an error may hold words of people: its kind must do
        log.error("file broken off", error=type(error).__name__)
        raise BrokenOff from None
