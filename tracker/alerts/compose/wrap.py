"""Wrap text for a terminal, where a Chinese character takes two columns and has no spaces around it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

WIDTH = 72
# Where a line may be broken: after a word with its space, or after a Chinese character with following punctuation.
WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
CLOSING = "，。、；：？！）》」』】〕〉％…—”’·,.;:?!)%"
OPENING = "（《「『【〔〈“‘("
PIECE = re.compile(
    rf"[{OPENING}]*(?:[{WIDE}]|[^\s{WIDE}{OPENING}]+?(?=[{WIDE}{OPENING}]|\s|$)|[^\s{WIDE}])[{CLOSING}]*|[{OPENING}]+"
)


@lru_cache(1024)
def lay_out(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """Break `text` into lines of at most `width` columns; the first begins with `first`, the others with `rest`.

    Only what cannot be broken is longer: an address would not work in two parts.
    """
    lines, line, room = [], first, width - cell_len(first)
    empty = True
    for piece, space in _pieces(text):
        columns = cell_len(piece)
        if not empty and columns + space > room:
            lines.append(line)
            line, room, empty = rest, width - cell_len(rest), True
        part = piece if empty or not space else f" {piece}"
        for chunk in _chunks(part, room, width - cell_len(rest)):
            if chunk is None:
                lines.append(line)
                line, room = rest, width - cell_len(rest)
            else:
                line += chunk
                room -= cell_len(chunk)
        empty = False
    return "\n".join((*lines, line.rstrip()))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Return the pieces between which a line may be broken, each with the columns of the space before it."""
    end = 0
    for match in PIECE.finditer(text):
        yield match[0], int(match.start() > end)
        end = match.end()


def _chunks(piece: str, room: int, most: int) -> Iterator[str | None]:
    """Yield a piece as it is, or cut if it is longer than a line and not an address; None at the end of a line."""
    if cell_len(piece) <= max(room, most) or "://" in piece:
        yield piece
        return
    chunk, columns = "", 0
    for sign in piece:
        if columns + cell_len(sign) > room:
            yield chunk
            yield None
            chunk, columns, room = "", 0, most
        chunk += sign
        columns += cell_len(sign)
    yield chunk
