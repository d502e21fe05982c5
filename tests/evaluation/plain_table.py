"""Plain tables for a terminal."""


def table(title: str, columns: list[str], rows: dict[str, dict[str, str]]) -> str:
    """A titled table, one line a row, empty cells as dashes; ends with a blank line."""
    grid = [["", *columns], *([name, *(cells.get(column, "-") for column in columns)] for name, cells in rows.items())]
    widths = [max(len(line[place]) for line in grid) for place in range(len(columns) + 1)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in grid]
    return "\n".join([title, *(f"  {line}" for line in lines)]) + "\n\n"
