"""The levers of a test: new patients, faults, limits, time, raw and repeated updates, reset."""

from collections.abc import Callable
from typing import Any

from sandbox import cast
from sandbox.faults import Fault
from sandbox.limits import Limits
from sandbox.records import Account
from sandbox.world import World

LANGUAGES = ("en", "es")


def patient(
    world: World,
    user_id: int | None = None,
    first_name: str = "",
    last_name: str = "",
    language_code: str = "en",
) -> Account:
    """The patient with this id, made if there is none; without an id the next of the cast."""
    if user_id is None:
        user_id = next(number for number in range(cast.FIRST_PATIENT_ID, 9000) if number not in world.people)
    if user_id in world.people:
        return world.people[user_id]
    names = cast.patient_name(user_id)
    first, last = (first_name, last_name) if first_name else names
    number = cast.phone_number(user_id)
    return world.join(Account(user_id, first, "patient", last, language_code=language_code, phone_number=number))


def fault(world: World, **plan: Any) -> dict[str, Any]:
    """Order trouble: the fields of a Fault."""
    world.faults.add(Fault(**plan))
    return {"waiting": len(world.faults.faults)}


def no_faults(world: World) -> dict[str, Any]:
    """Cancel what trouble is left."""
    world.faults.clear()
    return {}


def limits(world: World, **settings: Any) -> dict[str, Any]:
    """Switch flood limits on or off: the fields of Limits."""
    world.flood.limits = Limits(**settings)
    world.flood.clear()
    return {}


def forward(world: World, seconds: float) -> dict[str, Any]:
    """Move time on."""
    world.clock.forward(seconds)
    return {"now": world.clock.now()}


def inject(world: World, update: dict[str, Any]) -> dict[str, Any]:
    """Queue an update as it is, poison included; it gets an update_id unless it has one."""
    return {"update_id": world.updates.add_raw(dict(update))}


def repeat(world: World, update_id: int) -> dict[str, Any]:
    """Deliver an update once more under its own id."""
    world.updates.again(update_id)
    return {"update_id": update_id}


def console(world: World, url: str) -> dict[str, Any]:
    """Show a link to the staff console on the page."""
    world.console_url = url
    return {}


def reset(world: World) -> dict[str, Any]:
    """Start over with an empty desk; ids go on and the bot's set-up stays."""
    world.reset()
    return {}


LEVERS: dict[str, Callable[..., dict[str, Any]]] = {
    lever.__name__: lever for lever in (fault, no_faults, limits, forward, inject, repeat, console, reset)
}
