"""`intake audit`: read the audit log, and prove that nothing in it was changed."""

from typing import Annotated

import typer

from intake.settings import read_settings
from intake.stopping import Stop
from intake.wiring import build_store, on_sqlite, prepare_schema
from storage import audit_log
from storage.audit_log import Sought
from storage.moments import from_ms
from storage.store import StorageDown, Store

audit_app = typer.Typer(help="The audit log: read it, and prove that it is whole.", no_args_is_help=True)
LEAST_HEAD = 16
"""Characters of a noted hash that are enough to know it again."""


def _store() -> Store:
    store = build_store(read_settings())
    prepare_schema(store, migrate_now=on_sqlite(store))
    return store


@audit_app.command()
def verify(
    head: Annotated[str, typer.Option(help="A hash noted before, or its first 16 characters: is it still there?")] = "",
) -> None:
    """Follow the chain of hashes from the first row to the last; exit code 1 where it breaks, and at which row."""
    if head and len(head) < LEAST_HEAD:
        raise Stop(f"--head: at least {LEAST_HEAD} characters")
    store = _store()
    try:
        found = audit_log.follow(store, head.lower())
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be read ({error})") from None
    finally:
        store.close()
    if found.broken_at is not None:
        raise Stop(f"the audit log breaks at row {found.broken_at}; {found.rows} rows before it hold")
    if not found.head_found:
        raise Stop(
            f"the audit log holds in itself, {found.rows} rows, but the noted hash is not in it: rows are missing"
        )
    print(f"{found.rows} rows hold. Note the last hash elsewhere: {found.head}")


@audit_app.command(name="list")
def list_rows(
    actor: Annotated[str, typer.Option(help="Only what this Telegram id, or patient, system, operator did.")] = "",
    act: Annotated[str, typer.Option(help="Only this act, such as lead_viewed.")] = "",
    subject: Annotated[str, typer.Option(help="Only what was done to this.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many, newest first.")] = 50,
) -> None:
    """The newest rows, tab-separated: row, time in UTC, who, where, what, to what, detail."""
    store = _store()
    try:
        with store.reading() as books:
            found = audit_log.rows(books, Sought(actor, act, (subject,) if subject else ()), limit)
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be read ({error})") from None
    finally:
        store.close()
    for row in found:
        at = from_ms(row.at).strftime("%Y-%m-%d %H:%M:%SZ")
        print(f"{row.id}\t{at}\t{row.actor}\t{row.surface}\t{row.act}\t{row.subject}\t{row.detail}")
