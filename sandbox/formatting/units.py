"""UTF-16 code units, in which Telegram counts lengths and offsets."""


def length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, start: int, end: int) -> str:
    """The part between two offsets in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[start * 2 : end * 2].decode("utf-16-le", "replace")


def offset(text: str, index: int) -> int:
    """A Python index as an offset in UTF-16 units."""
    return length(text[:index])
