"""Keep a page without its rows, so that a list whose rows are kept is put together and not rendered again."""

import secrets
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from markupsafe import Markup

from tracker.web.kept import Store

MOST_FRAMES, MOST_FRAME_BYTES = 100, 4 * 2**20
# Drawn at each start, so that no text that is shown can contain it.
PLACE = Markup("<!--{}-->").format(secrets.token_hex(16))
"""What a template gets for the rows of a section."""


@dataclass(frozen=True)
class Framed:
    """A page of rows: the facts for its template, with PLACE for the rows of each section, and these rows, in UTF-8.

    `key` is what the facts depend on besides the reader.
    """

    key: Hashable
    facts: dict[str, Any]
    sections: Sequence[bytes]


def put_together(page: Framed, frames: Store, key: Hashable, render: Callable[[], bytes]) -> bytes:
    """Return a page with its rows. `render` returns it with PLACE in it, which is kept under `key`."""
    pieces: list[bytes] | None = frames.get(key)
    if pieces is None:
        pieces = render().split(PLACE.encode())
        frames.keep(key, pieces, sum(map(len, pieces)))
    return b"".join(chain.from_iterable(zip_longest(pieces, page.sections, fillvalue=b"")))
