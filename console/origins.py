"""Where the console lives, and whether a form was sent from one of its own pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit


class BadBaseUrl(ValueError):
    """The console cannot be served safely under this address."""


@dataclass(frozen=True, slots=True)
class Home:
    """The origin of the console, and whether it is reached over TLS."""

    origin: str
    secure: bool


def home_of(base_url: str) -> Home:
    """The home under `base_url`.

    Raises:
        BadBaseUrl: it is no http(s) address, has a path, or is plain http to another machine, where the session could
            be read.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadBaseUrl(f"{base_url} is no address that begins with http:// or https://")
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise BadBaseUrl(f"{base_url}: the console needs a host of its own, without a path")
    if parts.scheme == "http" and not is_this_machine(parts.hostname):
        raise BadBaseUrl(f"{base_url}: the console needs https, or http on this machine alone")
    return Home(f"{parts.scheme}://{parts.netloc}", secure=parts.scheme == "https")


def is_this_machine(host: str) -> bool:
    """True where `host` can only be reached from this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_foreign(headers: Mapping[str, str], home: Home) -> bool:
    """True where the browser says that a form was sent from somewhere else.

    `Sec-Fetch-Site` decides where it is given (W3C Fetch Metadata). Our pages send no referrer, so browsers give the
    `Origin` of their forms as "null": that proves nothing either way, and the token in the form has to.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site != "same-origin"
    origin = headers.get("origin", "null")
    return origin not in {"null", home.origin} and urlsplit(origin).netloc != headers.get("host")
