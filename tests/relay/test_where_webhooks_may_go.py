"""No webhook reaches into the house: not by an address, not by a name, not by a name that changes its mind."""

import socket

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from at_work import deliver
from filed_leads import FiledLeads
from receivers import SECRET, Receiver

from relay.destinations import WebhookDestination
from relay.guard import AddressRefused, GuardedSockets, Reach, may_reach

INSIDE = [
    "127.0.0.1", "127.255.255.254", "::1", "0.0.0.0", "::", "10.0.0.8", "172.16.4.4", "192.168.1.1", "100.64.0.1",  # noqa: S104  # nothing is bound
    "169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "3fff::1", "2001:20::1", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fec0::1", "224.0.0.1", "ff02::1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.8", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b:1::1", "::7f00:1",
    "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "192.88.99.1", "localhost", "2130706433", "0x7f.1", "",
]  # fmt: skip
OUTSIDE = ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]


class Liar(AbstractResolver):
    """Gives these addresses, one list after the other, whatever is asked; the last one for good."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked += 1
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(hostname=host, host=one, port=port, family=socket.AF_INET, proto=0, flags=0) for one in found
        ]

    async def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_refused(address: str) -> None:
    """Private, local, reserved, wrapped into IPv6, of cloud metadata; and what is no address at all."""
    assert not may_reach(address, "public")


@pytest.mark.parametrize("address", OUTSIDE)
def test_addresses_outside_are_not(address: str) -> None:
    """Whatever is on the internet may be told."""
    assert may_reach(address, "public")


@pytest.mark.parametrize(("address", "reach", "may"), [
    ("127.0.0.1", "loopback", True), ("::1", "loopback", True), ("10.0.0.8", "loopback", False),
    ("1.1.1.1", "loopback", False), ("10.0.0.8", "any", True), ("localhost", "any", False),
])  # fmt: skip
def test_the_operator_may_allow_more(address: str, reach: Reach, may: bool) -> None:
    """This machine for plain http; any address for a host that is listed."""
    assert may is may_reach(address, reach)


def test_the_last_word_is_had_where_the_connection_is_made() -> None:
    """The socket for an inside address is never made."""
    info = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("10.0.0.8", 443))

    with pytest.raises(AddressRefused):
        GuardedSockets("public")(info)


async def test_a_name_that_resolves_inside_is_refused(filed: FiledLeads, receiver: Receiver) -> None:
    """Nothing is sent, and the reason is said."""
    port = receiver.address.rpartition(":")[2]
    filed.file_lead()

    await deliver(
        filed, WebhookDestination("crm", f"http://rebind.example:{port}/", SECRET), resolver=Liar(["127.0.0.1"])
    )

    assert [] == receiver.posts
    assert [("lead.created", "pending", 1, "address refused")] == filed.states()


async def test_an_address_written_out_is_refused(filed: FiledLeads, receiver: Receiver) -> None:
    """It needs no name to be looked up."""
    filed.file_lead()

    await deliver(filed, WebhookDestination("crm", receiver.address, SECRET))

    assert [] == receiver.posts
    assert [("lead.created", "pending", 1, "address refused")] == filed.states()


@pytest.mark.parametrize("written", ["2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "017700000001"])
async def test_other_ways_to_write_it_are_refused(filed: FiledLeads, receiver: Receiver, written: str) -> None:
    """Numbers that the system would take for an address of this machine."""
    port = receiver.address.rpartition(":")[2]
    filed.file_lead()

    await deliver(filed, WebhookDestination("crm", f"http://{written}:{port}/", SECRET))

    assert [] == receiver.posts
    assert ("lead.created", "pending", 1) == filed.states()[0][:3]


async def test_a_name_that_changes_its_mind_gains_nothing(filed: FiledLeads, receiver: Receiver) -> None:
    """Of several addresses only those outside are tried, and each try looks anew."""
    port = receiver.address.rpartition(":")[2]
    liar = Liar(["127.0.0.1", "10.0.0.8"], ["127.0.0.1"])
    filed.file_lead()

    for _ in range(2):
        await deliver(filed, WebhookDestination("crm", f"http://rebind.example:{port}/", SECRET), resolver=liar)
        filed.clock.forward(hours=8)

    assert 2 == liar.asked
    assert [] == receiver.posts


async def test_a_listed_host_may_be_inside(filed: FiledLeads, receiver: Receiver) -> None:
    """The operator said so."""
    port = receiver.address.rpartition(":")[2]
    filed.file_lead()
    there = WebhookDestination("crm", f"http://crm.internal:{port}/", SECRET, reach="any")

    await deliver(filed, there, resolver=Liar(["127.0.0.1"]))

    assert 1 == len(receiver.verified())


async def test_a_proxy_of_the_environment_is_not_used(
    filed: FiledLeads, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would connect in our place, unguarded."""
    monkeypatch.setenv("HTTP_PROXY", receiver.address)
    filed.file_lead()

    await deliver(filed, WebhookDestination("crm", "http://rebind.example/", SECRET), resolver=Liar(["10.0.0.8"]))

    assert [] == receiver.posts
