"""Put pages together from a frame and large pieces of markup, which are kept as bytes."""

import re
import secrets
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tracker.web.kept import Store

MOST_FRAMES, MOST_FRAME_BYTES = 100, 4 * 2**20
# Drawn at each start, so that no text that is shown can contain it.
_WORD = secrets.token_hex(16)
_PLACES = re.compile(f"<!--{_WORD} ([0-9]+)-->".encode())


@dataclass(frozen=True)
class Framed:
    """A page: the facts for its template, and pieces of markup in UTF-8. A template gets `place(n)` for a piece.

    `key` is what the facts depend on besides the reader, if they stay the same for longer than the pieces. The frame is
    then kept.
    """

    facts: dict[str, Any]
    pieces: Sequence[bytes]
    key: Hashable = None


def place(number: int) -> Markup:
    """Return what stands for a piece in the facts for a template, by its number, from 0."""
    return Markup("<!--{} {}-->").format(_WORD, number)


def put_together(page: Framed, frames: Store, key: Hashable, render: Callable[[], bytes]) -> bytes:
    """Return a page with its pieces. `render` returns the frame, which is kept under `key` if that is not None."""
    parts: list[bytes] | None = None if key is None else frames.get(key)
    if parts is None:
        parts = _PLACES.split(render())
        if key is not None:
            frames.keep(key, parts, sum(map(len, parts)))
    # The pattern has a group, so that every second part is the number of a piece.
    return b"".join(page.pieces[int(part)] if number % 2 else part for number, part in enumerate(parts))
