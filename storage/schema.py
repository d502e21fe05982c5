"""The schema and its history: is the database at the version of this code, and bringing it there."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.store import StorageDown, Store
from storage.tables import METADATA

_MIGRATIONS = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def migrate(store: Store) -> None:
    """Bring the schema to this code's version; raises StorageDown where the database cannot be written."""
    try:
        with store.engine.begin() as connection:
            command.upgrade(_config(connection), "head")
    except DBAPIError as error:
        raise StorageDown(type(error.orig).__name__) from None


def is_current(store: Store) -> bool:
    """True where the database is at this code's version; raises StorageDown where it cannot be read."""
    try:
        with store.engine.connect().execution_options(reading=True) as connection:
            at = MigrationContext.configure(connection).get_current_revision()
    except DBAPIError as error:
        raise StorageDown(type(error.orig).__name__) from None
    return at == ScriptDirectory.from_config(_config()).get_current_head()


def differences(store: Store) -> list[object]:
    """What the tables in code and the migrated database do not agree on."""
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, METADATA))


def write_revision(store: Store, message: str) -> None:
    """Write a new migration from the difference between tables and database (for developers)."""
    with store.engine.begin() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)
