"""Truncate a mail to 100 KB, where Gmail would clip it: strongest items in full, then lines, then a count."""

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import accumulate, islice, takewhile
from operator import add
from typing import Literal, NamedTuple, Protocol

from tracker.acts import ACTS
from tracker.alerts.compose.entries import Entry

MOST_FULL = 30
# In bytes as they are sent, text and HTML together; the frame around the items takes the rest of the 100,000, and the
# header that names them all to programs so much for each.
MOST = 82_000
NAMED = 15
MOST_NAMED = 1500
# So much of it for items in full, where not even a line for each of the others would find room.
MOST_IN_FULL = 30_000
SOFT_BREAK = 75

Form = Literal["item", "line"]
Forms = dict[int, Form]


class Weight(NamedTuple):
    """How many bytes the text and the HTML of something take, each as quoted-printable and as base64."""

    text_quoted: int = 0
    text_base64: int = 0
    html_quoted: int = 0
    html_base64: int = 0

    @property
    def least(self) -> int:
        """Each in the encoding that suits it."""
        return min(self[:2]) + min(self[2:])

    def with_(self, other: "Weight") -> "Weight":
        """Of both together."""
        return Weight(*map(add, self, other))


class Writes(Protocol):
    """Gives a story in full, or as a line: its text and its HTML."""

    def __call__(self, entry: Entry, form: Form) -> tuple[str, str]:
        """Write it."""


def fit(told: Sequence[Entry], write: Writes, *, in_full: bool) -> Forms:
    """How each story is shown, by its place in `told`; one that is missing is only counted.

    The strongest are let in first: in full as many as leave a line to each of the others, if there can be such a line.
    """
    if len(told) == 1 and in_full:
        return {0: "item"}
    strongest = sorted(range(len(told)), key=lambda n: _weakness(told[n]))
    room = MOST - NAMED * min(sum(len(one.items) for one in told), MOST_NAMED)
    full = [_weigh(*write(told[n], "item")) for n in strongest[:MOST_FULL]] if in_full else []
    lines = [_weigh(*write(told[n], "line")) for n in strongest]
    count = next((k for k in range(len(full), -1, -1) if _together(full[:k] + lines[k:]).least <= room), None)
    if count is None:
        count = _fitting(full, Weight(), MOST_IN_FULL)
    shown = count + _fitting(lines[count:], _together(full[:count]), room)
    return {n: "item" if place < count else "line" for place, n in enumerate(strongest[:shown])}


def measure(text: str) -> tuple[int, int]:
    """How many bytes a text takes as quoted-printable and as base64 (RFC 2045, 6.7 and 6.8), about."""
    size, lines = len(text.encode()), text.count("\n")
    plain = len(text.encode("ascii", "ignore"))
    quoted = plain + 3 * (size - plain) + 2 * text.count("=") + lines
    return quoted + 3 * (quoted // SOFT_BREAK), (size + lines) * 4 // 3 * 78 // 76


@lru_cache(1024)
def _weigh(text: str, html: str) -> Weight:
    """The same items come in mail after mail."""
    return Weight(*measure(text), *measure(html))


def _together(weights: Iterable[Weight]) -> Weight:
    return reduce(Weight.with_, weights, Weight())


def _fitting(weights: Iterable[Weight], taken: Weight, room: int) -> int:
    """How many of the first weights there is room for, beside what is taken."""
    sums = accumulate(weights, Weight.with_, initial=taken)
    return sum(1 for _ in takewhile(lambda weight: weight.least <= room, islice(sums, 1, None)))


def _weakness(entry: Entry) -> int:
    return ACTS.index(entry.lead.act) if entry.lead.act in ACTS else len(ACTS)
