"""`intake staff`: who may work leads."""

from collections.abc import Callable
from typing import Annotated

import typer

from desk import staffing
from desk.desk import Desk
from desk.staffing import OPERATOR, Settled
from intake.settings import read_settings
from intake.stopping import Stop
from intake.wiring import build_flow, open_desk
from storage.staff import COORDINATOR, ROLES, members
from storage.store import Books, StorageDown

staff_app = typer.Typer(help="Who may work leads.", no_args_is_help=True)


def _settle(change: Callable[[Desk, Books], Settled]) -> None:
    """Carry a change out; raises Stop with the reason where it is refused."""
    desk = open_desk(read_settings())
    try:
        with desk.store.transaction() as books:
            settled = change(desk, books)
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be written ({error})") from None
    finally:
        desk.store.close()
    if not settled.done:
        raise Stop(settled.why)


@staff_app.command()
def add(
    telegram_id: int,
    name: Annotated[str | None, typer.Option(help="The name colleagues see; unset, it stays as it is.")] = None,
    role: Annotated[str, typer.Option(help=", ".join(ROLES))] = COORDINATOR,
    location: Annotated[list[str] | None, typer.Option(help="Only leads of this location; repeat for several.")] = None,
) -> None:
    """Add a member of staff, or change one."""
    if role not in ROLES:
        raise Stop(f"--role: one of {', '.join(ROLES)}")
    known = {place.code for place in build_flow(read_settings()).clinic.locations}
    unknown = set(location or ()) - known
    if unknown:
        raise Stop(f"--location: no location {min(unknown)}; there are {', '.join(sorted(known))}")
    _settle(
        lambda desk, books: staffing.save_member(
            desk, books, OPERATOR, telegram_id, name=name, role=role, locations=tuple(location or ())
        )
    )
    print(f"{telegram_id} is {role} now.")


@staff_app.command()
def remove(telegram_id: int) -> None:
    """Take a member's rights away at once, and end their sessions."""
    _settle(lambda desk, books: staffing.remove_member(desk, books, OPERATOR, telegram_id))
    print(f"{telegram_id} has no rights any more.")


@staff_app.command(name="reset-totp")
def reset_totp(telegram_id: int) -> None:
    """Take a member's second factor away, as after a lost phone, and end their sessions."""
    _settle(lambda desk, books: staffing.reset_factor(desk, books, OPERATOR, telegram_id))
    print(f"{telegram_id} has no second factor any more.")


@staff_app.command(name="list")
def list_members() -> None:
    """Everybody, with role, locations and second factor."""
    desk = open_desk(read_settings())
    with desk.store.reading() as books:
        for member in members(books):
            where = ", ".join(member.locations) or "all locations"
            factor = "second factor" if member.second_factor else "no second factor"
            state = "" if member.active else " (removed)"
            print(f"{member.telegram_id}\t{member.role}\t{where}\t{factor}\t{member.name}{state}")
    desk.store.close()
