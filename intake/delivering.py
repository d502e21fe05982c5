"""`intake deliveries`: what other systems were not told, trying it again, and a test of a target."""

import asyncio
from typing import Annotated

import typer

from desk.deliveries import failing, redeliver, trial_body
from desk.delivering import Became, Taken
from desk.desk import utc_now
from desk.targets import TEST
from intake.integrating import build_integrations, destination_of
from intake.settings import read_settings
from intake.stopping import Stop
from intake.wiring import build_flow, open_desk
from relay.destinations import Destination
from relay.service import sender_to
from storage.deliveries import Delivery
from storage.moments import from_ms
from storage.store import StorageDown, new_uid

deliveries_app = typer.Typer(help="What other systems are told of leads.", no_args_is_help=True)


@deliveries_app.command(name="list")
def list_failing() -> None:
    """Deliveries that are dead, failed and will be tried again, or have waited over an hour; newest first."""
    desk = open_desk(read_settings())
    with desk.store.reading() as books:
        found = failing(desk, books)
    for one in found:
        since = from_ms(one.created_at).strftime("%Y-%m-%d %H:%M")
        print(
            f"{one.uid}\t{one.target}\t{one.event}\t{one.status}\t{one.attempts} tries\t{one.error or '-'}\t{since} UTC"
        )
    if not found:
        print("Everything was delivered.")


@deliveries_app.command()
def retry(
    what: Annotated[str, typer.Argument(help="The id of a delivery, or the name of a target for all of its own.")],
) -> None:
    """Try again from the start; the running bot does it within a second."""
    desk = open_desk(read_settings())
    is_target = what in {target.name for target in desk.targets}
    try:
        with desk.store.transaction() as books:
            number = redeliver(
                desk, books, "operator", "command", uid="" if is_target else what, target=what if is_target else ""
            )
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be written ({error})") from None
    if not number:
        raise Stop(f"{what}: there is nothing to try again")
    print(f"{number} to be tried again.")


@deliveries_app.command()
def test(target: str) -> None:
    """Send a test to a target of INTEGRATIONS_FILE, and say what became of it. It is about nobody."""
    settings = read_settings()
    flow = build_flow(settings)
    integrations = build_integrations(settings, flow)
    found = next((one for one in integrations.targets if one.name == target), None)
    if found is None:
        names = ", ".join(one.name for one in integrations.targets) or "none"
        raise Stop(f"{target}: there is no such target in INTEGRATIONS_FILE; there are: {names}")
    body = trial_body(flow.clinic.name, found, utc_now())
    delivery = Delivery(0, new_uid(), found.channel, found.name, TEST, "", body, 1)
    became = asyncio.run(_try(destination_of(found, integrations), delivery))
    if not isinstance(became, Taken):
        raise Stop(f"{target}: not delivered: {became.error}")
    print(f"{target}: delivered.")


async def _try(destination: Destination, delivery: Delivery) -> Became:
    sender = sender_to(destination)
    try:
        return await sender.send(delivery)
    finally:
        await sender.close()
