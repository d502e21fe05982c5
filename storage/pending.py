"""What waits to be written together, one statement a table or a kind."""

from typing import Any

from sqlalchemy import Connection, Insert, Table, Update, insert


class Pending:
    """New rows by table."""

    def __init__(self) -> None:
        self._rows: dict[Table, list[dict[str, Any]]] = {}

    def add(self, table: Table, **values: Any) -> None:
        """One row more for `table`."""
        self._rows.setdefault(table, []).append(values)

    def flush(self, connection: Connection) -> None:
        """Write everything, one statement a table."""
        for table, rows in self._rows.items():
            if rows:
                connection.execute(insert(table), rows)
        self._rows.clear()


class Late:
    """Statements that wait until the transaction ends, for what nothing reads before; new rows first, then changes."""

    def __init__(self) -> None:
        self._new: dict[Insert, list[dict[str, Any]]] = {}
        self._changes: dict[Update, list[dict[str, Any]]] = {}

    def add(self, statement: Insert, row: dict[str, Any]) -> None:
        """One new row."""
        self._new.setdefault(statement, []).append(row)

    def change(self, statement: Update, row: dict[str, Any]) -> None:
        """One change of rows, of this transaction's or of earlier ones."""
        self._changes.setdefault(statement, []).append(row)

    def flush(self, connection: Connection) -> None:
        """Write everything, one statement a kind."""
        for kind in (self._new, self._changes):
            for statement, rows in kind.items():
                connection.execute(statement, rows)
            kind.clear()
