"""Migrations lead to exactly the tables of the code, on both databases."""

from pathlib import Path

import pytest
from front_desk import KEYS
from sqlalchemy import inspect, text

from storage.schema import differences, is_current, migrate
from storage.store import StorageDown, Store
from storage.tables import METADATA


def test_the_migrated_database_has_the_tables_of_the_code(store: Store) -> None:
    """Column by column, with types, keys and indexes."""
    assert [] == differences(store)
    tables = set(inspect(store.engine).get_table_names()) - {"alembic_version"}
    assert set(METADATA.tables) == tables


def test_a_new_database_is_not_current_until_it_is_migrated(url: str) -> None:
    """And migrating twice changes nothing."""
    fresh = Store(url, KEYS)
    assert is_current(fresh) is False
    migrate(fresh)
    assert is_current(fresh) is True
    migrate(fresh)
    assert (True, []) == (is_current(fresh), differences(fresh))
    fresh.close()


def test_a_database_of_a_later_version_is_not_taken_for_this_one(sqlite: Store) -> None:
    """Code that is older than its database says so instead of writing."""
    with sqlite.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = 'v9999'"))
    assert is_current(sqlite) is False


def test_where_nothing_can_be_written_migrating_says_the_storage_is_down(tmp_path: Path) -> None:
    """No stack of a database library reaches the operator."""
    nowhere = Store(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder' / 'a.db'}", KEYS)
    with pytest.raises(StorageDown):
        migrate(nowhere)
    with pytest.raises(StorageDown):
        is_current(nowhere)


def test_only_sealed_columns_and_hashes_may_hold_words_of_people() -> None:
    """Every column that could hold what somebody said is named as sealed; the rest are ids, codes and moments."""
    sealed = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if column.name.endswith("_sealed")
    }
    expected = {
        "conversation.body_sealed",
        "answer_history.body_sealed",
        "lead.name_sealed",
        "lead.phone_sealed",
        "lead.email_sealed",
        "lead_version.body_sealed",
        "lead_event.body_sealed",
        "outbox.body_sealed",
        "delivery.body_sealed",
        "draft.body_sealed",
        "staff.totp_sealed",
        "parked.body_sealed",
    }
    assert expected <= sealed
    unlimited = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if str(column.type) == "TEXT"
    }
    assert {"audit.detail", "setting.value"} == unlimited
