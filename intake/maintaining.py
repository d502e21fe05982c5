"""Commands for whoever runs the desk: export, purge, backup, restore."""

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from desk.exporting import Form
from desk.exporting import export as export_leads
from desk.retention import purge as purge_old
from flows.lead import STATUSES
from intake.settings import read_settings
from intake.stopping import Stop
from intake.wiring import build_store, open_desk, prepare_schema
from storage.backup import BackupError, back_up, keys_fit
from storage.backup import restore as put_back
from storage.lead_scope import Scope
from storage.rotating import rotate as rotate_keys
from storage.store import StorageDown

maintenance = typer.Typer()


@maintenance.command()
def export(
    form: Annotated[str, typer.Option("--format", help="json (an array, a lead a line) or csv")] = "json",
    status: Annotated[str, typer.Option(help=f"only this status: {', '.join(STATUSES)}")] = "",
) -> None:
    """Write the leads to standard output, readable: keep the result as safe as the database."""
    if form not in {"json", "csv"} or status not in {"", *STATUSES}:
        raise Stop(f"--format is json or csv, --status one of {', '.join(STATUSES)}")
    try:
        scope = Scope(statuses=(status,)) if status else Scope()
        narrowed = f"status {status}" if status else ""
        parts = export_leads(
            open_desk(read_settings()), scope, form=cast("Form", form),
            actor="operator", surface="command", narrowed=narrowed,
        )  # fmt: skip
        sys.stdout.writelines(parts)
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be read or written ({error})") from None


@maintenance.command()
def purge(
    unfinished_days: Annotated[int, typer.Option(min=1, help="Erase intakes left unfinished this long.")] = 30,
    settled_days: Annotated[int, typer.Option(min=1, help="Erase people whose leads are closed this long.")] = 730,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many.")] = False,
) -> None:
    """Erase what is kept no longer than it is needed."""
    try:
        done = purge_old(
            open_desk(read_settings()), unfinished_days=unfinished_days, settled_days=settled_days, dry_run=dry_run
        )
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be written ({error})") from None
    verb = "would be erased" if dry_run else "erased"
    print(f"{done.unfinished} unfinished and {done.settled} settled chats {verb}.")


@maintenance.command()
def rotate() -> None:
    """Seal everything anew with the first of FIELD_KEYS; afterwards the others can go. The bot may run meanwhile."""
    try:
        done = rotate_keys(open_desk(read_settings()).store)
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be written ({error})") from None
    if done.unreadable:
        raise Stop(f"{done.sealed} values sealed anew; {done.unreadable} no key of FIELD_KEYS opens: add theirs, again")
    print(f"{done.sealed} values sealed anew. Only the first of FIELD_KEYS is needed from now on.")


@maintenance.command()
def backup(target: Path) -> None:
    """Write a checked copy of a SQLite database, while the bot runs."""
    try:
        size = back_up(open_desk(read_settings()).store, target)
    except BackupError as error:
        raise Stop(str(error)) from None
    print(f"{target}: {size} bytes, whole. FIELD_KEYS are not in it: keep them apart.")


@maintenance.command()
def restore(
    source: Path,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the database.")] = False,
) -> None:
    """Put a copy of a SQLite database back; stop the bot first."""
    settings = read_settings()
    store = build_store(settings)
    try:
        put_back(store, source, replace=replace)
    except BackupError as error:
        raise Stop(str(error)) from None
    prepare_schema(store, migrate_now=True)
    with store.reading() as books:
        if not keys_fit(books):
            raise Stop("the copy is in place, but FIELD_KEYS do not open it: set the keys it was made with")
    print("The copy is in place, and FIELD_KEYS open it.")
