"""Truncate a mail to 100 KB, where Gmail would clip it: strongest items in full, then lines, then a count."""

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import accumulate, islice, takewhile
from operator import add
from typing import Literal, NamedTuple, Protocol

from tracker.acts import ACTS
from tracker.alerts.compose.entries import Entry

MOST_FULL = 30
# In bytes as they are sent, text and HTML together; the frame around the items takes the rest of the 100,000, and so
# much per announcement the header that lists them for programs.
MOST = 82_000
NAMED = 15
MOST_NAMED = 1500
# The part for items in full, if there is no room for a line for each of the others.
MOST_IN_FULL = 30_000
SOFT_BREAK = 75

Form = Literal["item", "line"]
Forms = dict[int, Form]


class Weight(NamedTuple):
    """The bytes that the text and the HTML of something take, each as quoted-printable and as base64."""

    text_quoted: int = 0
    text_base64: int = 0
    html_quoted: int = 0
    html_base64: int = 0

    @property
    def least(self) -> int:
        """Return the smaller size of each."""
        return min(self[:2]) + min(self[2:])

    def with_(self, other: "Weight") -> "Weight":
        """Return the sum of both."""
        return Weight(*map(add, self, other))


class Writes(Protocol):
    """Write a story in full, or as a line: its text and its HTML."""

    def __call__(self, entry: Entry, form: Form) -> tuple[str, str]:
        """Write it."""


def fit(told: Sequence[Entry], write: Writes, *, in_full: bool) -> Forms:
    """Decide how each story is shown, by its place in `told`; a missing one is only counted.

    The strongest come first: as many in full as leave a line for each of the others, if that is possible.
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
    """Estimate the bytes of a text as quoted-printable and as base64 (RFC 2045, 6.7 and 6.8)."""
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
    """Return how many of the first weights fit, besides what is taken."""
    sums = accumulate(weights, Weight.with_, initial=taken)
    return sum(1 for _ in takewhile(lambda weight: weight.least <= room, islice(sums, 1, None)))


def _weakness(entry: Entry) -> int:
    return ACTS.index(entry.lead.act) if entry.lead.act in ACTS else len(ACTS)
