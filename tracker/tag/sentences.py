"""Split a text into sentences with the quantities, names and periods that stand in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from tracker.text.language import language_of
from tracker.text.normalize import Span
from tracker.text.normalize import sentences as spans
from tracker.text.numbers.amounts import Quantity
from tracker.text.numbers.quantities import quantities
from tracker.text.periods import Period, periods
from tracker.text.roundups import items


class Name(NamedTuple):
    """An initiative's name where a text has it, or a word of its statistics, a `measure`."""

    initiative: str
    start: int
    end: int
    measure: bool = False


class Placed(Protocol):
    """Something that begins at a place in a text."""

    @property
    def start(self) -> int:
        """Return the offset at which it begins."""


Thing = TypeVar("Thing", bound=Placed)

ENDED = re.compile(r"[。！？!?；;.，：,:][\"”’*]*$")
# An item of a list, which need not end like a sentence.
BULLET = re.compile(r"(?:[-–•·●○▪◆■]|\*(?!\*))\s?(?=\S)")
WIDEST_HEADING = 160
LATIN = "\u2e7f"
# Time: 2026/3/4 Views: 812: what a page says of itself and of its readers.
OF_THE_PAGE = re.compile(
    r"\W*(?:(?:(?:Release|Publish(?:ed|ing)?|Updated?)\s)?(?:Time|Date)|Views?|Page\s?views?|Hits|Clicks|Reads|"
    r"Updated|Published|Posted|"
    r"Source|Author|Editor|(?:信息|文章|稿件)?来源|作者|编辑|责编|(?:发布|更新|发文)?(?:时间|日期)|"
    r"(?:浏览|阅读|点击|访问)(?:次数|人次|率|量|数)?|字号)\s?[:：]|\d+ Comments?\b",
    re.IGNORECASE,
)
LONGEST_OF_THE_PAGE = 100
# Beyond these it is a table that lost its lines, and no figure is read from it.
MOST_QUANTITIES = 60
LONGEST = 3000


@dataclass(frozen=True)
class Sentence:
    """One sentence of `text`: where it stands, the item of a round-up that holds it, and what is in it.

    A heading is a short line that does not end like a sentence and is not an item of a list.
    """

    text: str
    start: int
    end: int
    item: Span
    heading: bool
    quantities: list[Quantity]
    names: list[Name]
    periods: list[Period]

    def said(self) -> str:
        """Return the sentence itself."""
        return self.text[self.start : self.end]

    def after_last(self, pattern: re.Pattern[str], place: int) -> int:
        """Return where the last match of a pattern before a place ends, or without one where the sentence begins."""
        return max((m.end() for m in pattern.finditer(self.text, self.start, place)), default=self.start)

    @cached_property
    def language(self) -> str:
        """Return the language of the sentence, which may not be that of the text."""
        return language_of(self.said())


def sentences(
    text: str, names: Iterable[Name], published: date | None, within: Iterable[Span] | None = None
) -> list[Sentence]:
    """Return the sentences of a text in reading order, which stand `within` these spans if that is known.

    `names` are those in it, also within each other.
    """
    of_items = items(text)
    measured, dated, named = quantities(text), periods(text, published), outermost(names)
    found = []
    for start, end in spans(text) if within is None else within:
        counted = _between(measured, start, end)
        said = text[start:end]
        heading = not (ENDED.search(said) or BULLET.match(said) or _width(said) > WIDEST_HEADING)
        found.append(
            Sentence(
                text,
                start,
                end,
                next(item for item in of_items if start < item.end),
                heading,
                [] if _states_none(text, start, end, len(counted), heading=heading) else counted,
                _between(named, start, end),
                _between(dated, start, end),
            )
        )
    return found


def _width(said: str) -> int:
    """Return how many columns a text takes; a Chinese character takes two."""
    return len(said) + sum(sign > LATIN for sign in said)


def _states_none(text: str, start: int, end: int, quantities: int, *, heading: bool) -> bool:
    """Decide whether no figure is read from a sentence: a table without its lines, a line about the page itself."""
    if quantities > MOST_QUANTITIES or end - start > LONGEST:
        return True
    return heading and end - start <= LONGEST_OF_THE_PAGE and OF_THE_PAGE.match(text, start, end) is not None


def _between(things: Sequence[Thing], start: int, end: int) -> list[Thing]:
    """Return those that begin in a stretch of the text; they are in reading order."""
    first = bisect_left(things, start, key=lambda thing: thing.start)
    return list(things[first : bisect_left(things, end, first, key=lambda thing: thing.start)])


def outermost(names: Iterable[Name]) -> list[Name]:
    """Return the names in reading order, without those inside a longer one: "AI Plus" in "AI Plus manufacturing"."""
    kept: list[Name] = []
    for name in sorted(
        (name if isinstance(name, Name) else Name(*name) for name in names), key=lambda n: (n.start, -n.end)
    ):
        if not kept or name.end > kept[-1].end or (name.start, name.end) == kept[-1][1:3]:
            kept.append(name)
    return kept
