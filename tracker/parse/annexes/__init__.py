"""Extract the text of annexes."""

from collections.abc import Iterable

VERSION = "1"
"""Changes when the same files are read otherwise; documents that have annexes are read again."""


def stamp(annexes: Iterable[int]) -> str:
    """Name the reader and the page ids of a document's annexes; empty if it has none."""
    ids = ",".join(map(str, annexes))
    return f"+{VERSION}:{ids}" if ids else ""


def stamped(read_by: str) -> tuple[int, ...]:
    """Return the page ids of the annexes with which a document was stamped."""
    return tuple(int(id_) for id_ in read_by.partition(":")[2].split(",") if id_)
