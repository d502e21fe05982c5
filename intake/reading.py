"""Reading a file that a setting names."""

from pathlib import Path

from intake.stopping import Stop


def read_file(path: Path | None, variable: str) -> str | None:
    """The text of the file, or None where none is set; raises Stop with the variable and the reason."""
    if path is None:
        return None
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise Stop(f"{variable}: cannot read {path}: {reason}") from None
