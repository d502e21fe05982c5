"""Several processes on one PostgreSQL: a delivery is leased once, and an abandoned one is taken up by another."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from at_work import deliver
from filed_leads import FiledLeads
from postgres import own_database
from receivers import Receiver

from desk.delivering import LEASE_MS, lease_deliveries
from relay.destinations import WebhookDestination
from storage.deliveries import Delivery

pytestmark = pytest.mark.postgres
FILE = "webhooks:\n  - {name: crm, url: 'https://crm.example', secret_env: S, events: [lead.created]}\n"


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[FiledLeads]:
    with own_database() as url:
        desk = FiledLeads(tmp_path, FILE, url=url)
        yield desk
        desk.store.close()


def test_nothing_is_leased_twice(shared: FiledLeads) -> None:
    """Eight at once ask again and again until nothing is left."""
    for _ in range(60):
        shared.file_lead()

    def take(_number: int) -> list[Delivery]:
        taken: list[Delivery] = []
        for _ in range(200):
            taken += lease_deliveries(shared.desk, "crm", 3)
            if len(taken) >= 60:
                break
        return taken

    with ThreadPoolExecutor(8) as others:
        ids = [delivery.id for taken in others.map(take, range(8)) for delivery in taken]

    assert 60 == len(ids) == len(set(ids))


async def test_an_abandoned_one_is_taken_up(shared: FiledLeads, receiver: Receiver, crm: WebhookDestination) -> None:
    """By whoever comes by after its lease."""
    shared.file_lead()
    lease_deliveries(shared.desk, "crm", 8)
    shared.clock.forward(seconds=LEASE_MS / 1000 + 1)

    await deliver(shared, crm)

    assert 1 == len(receiver.verified())
    assert [("lead.created", "delivered", 2, "")] == shared.states()
