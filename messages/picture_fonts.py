"""Which font files pictures are drawn with, so that they look the same on every machine."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = "fontpkg_inter"  # Inter by The Inter Project Authors, SIL Open Font License 1.1
_SYSTEM_FAMILIES = "Inter, 'Liberation Sans', Arial, Helvetica, 'Noto Sans', 'DejaVu Sans', sans-serif"
_SYSTEM_WIDER = 1.2


@dataclass(frozen=True, slots=True)
class Fonts:
    """What to draw with: no `files` means the fonts of the system; `wider` is how much wider than Inter they may be."""

    family: str
    files: tuple[str, ...] = ()
    wider: float = 1.0


SYSTEM = Fonts(_SYSTEM_FAMILIES, wider=_SYSTEM_WIDER)


def installed() -> Fonts:
    """Inter from its Python package; where that is not installed, what the system has."""
    package = importlib.util.find_spec(_PACKAGE)
    if package is None or package.origin is None:
        return SYSTEM
    folder = Path(package.origin).parent
    files = sorted(str(path) for path in folder.rglob("Inter*.ttf") if "Italic" not in path.name)
    return Fonts("Inter", tuple(files)) if files else SYSTEM
