"""Which addresses a webhook may reach: none inside the house, whatever a name resolves to (OWASP, SSRF prevention).

The check stands where a connection is made, on the address that is connected to. So a name that resolves to a public
address when it is looked at and to a private one a moment later gains nothing, and neither does an address written out.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Literal

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

Reach = Literal["public", "loopback", "any"]
"""What a target may be: on the internet, on this machine alone, or wherever the operator says."""
_NOT_FOR_US = tuple(
    ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure's own services, on a public address
        "192.0.0.0/24",  # protocol assignments, one of them a cloud's metadata
        "192.88.99.0/24",  # 6to4 relays
        "::/96",  # IPv4 in IPv6, long given up
        "64:ff9b:1::/48",  # NAT64 within a network
        "2001::/23",  # protocol assignments; Teredo among them carries an IPv4 address that nobody checks
        "2002::/16",  # 6to4 the same
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
        "fec0::/10",  # site-local, long given up
    )
)
_NAT64 = ip_network("64:ff9b::/96")


class AddressRefused(OSError):
    """The address is one no webhook may reach."""


def may_reach(host: str, reach: Reach) -> bool:
    """True where a connection to the address `host` (no name) is allowed."""
    try:
        address = _embedded(ip_address(host.partition("%")[0]))
    except ValueError:
        return False
    if reach == "any":
        return True
    if reach == "loopback":
        return address.is_loopback
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in network for network in _NOT_FOR_US if network.version == address.version)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one only wraps, else the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


class GuardedResolver(AbstractResolver):
    """Gives only addresses that may be reached."""

    def __init__(self, reach: Reach, inner: AbstractResolver | None = None) -> None:
        self._reach, self._inner = reach, inner or DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of `host`; raises AddressRefused where none may be reached."""
        found = await self._inner.resolve(host, port, family)
        allowed = [result for result in found if may_reach(result["host"], self._reach)]
        if not allowed:
            raise AddressRefused("no address of this name may be reached")
        return allowed

    async def close(self) -> None:
        """Close the resolver behind."""
        await self._inner.close()


class GuardedSockets:
    """Makes the sockets of a connector: the last thing before a connection, and the only way to one."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def __call__(self, info: AddrInfoType) -> socket.socket:
        """A socket for this address; raises AddressRefused."""
        family, kind, protocol, _, address = info
        if not may_reach(str(address[0]), self._reach):
            raise AddressRefused("this address may not be reached")
        return socket.socket(family=family, type=kind, proto=protocol)
