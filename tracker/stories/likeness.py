"""Compare two items by what both have: days, themes, figures, names, titles of papers."""

import re
from collections.abc import Collection, Hashable, Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product, starmap

from tracker.stories.fingerprint import Fingerprint
from tracker.stories.titles import STAGES

# An amount, and not a share or a count.
AMOUNT = 1e6
YEAR = 365
# Has every day.
LEAP = 2000
# 钢铁行业……指南 and 化工行业……指南 are alike to 0.86, a title with a slip to 0.96.
SLIP = 0.94
CODES = re.compile(r"[A-Za-z\d]+")
FAR = 10


def themes(a: Fingerprint, b: Fingerprint) -> float:
    """Return the share of the initiatives of either item that both mention, from 0 to 1."""
    return len(a.initiatives & b.initiatives) / max(len(a.initiatives | b.initiatives), 1)


def one_theme(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items mention an initiative in common."""
    return not a.initiatives.isdisjoint(b.initiatives)


def telling(a: Fingerprint, b: Fingerprint) -> int:
    """Return how many amounts and capacities two items have in common, which say more than shares and counts do."""
    return len(_amounts(a, b))


def telling_exactly(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether an amount that two items have in common has more than one digit: 2 million is said of anything."""
    return any(signs(value) > 1 for value in _amounts(a, b))


def _amounts(a: Fingerprint, b: Fingerprint) -> list[float]:
    return [value for value in set(a.values) & set(b.values) if value >= AMOUNT]


def precise(a: Fingerprint, b: Fingerprint) -> int:
    """Return how many digits beyond the first the figures in common have: 40991.7 has five, 3.6 one, 5000 none."""
    return sum(signs(value) - 1 for value in set(a.values) & set(b.values) if value)


def signs(value: float) -> int:
    """Return how many significant digits a figure has: 40991.7 has six, 5000 one, 3.54 trillion three, 0 none."""
    return len(f"{value:.12g}".split("e")[0].replace(".", "").strip("0"))


def dated_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether the days that two items report for acts on initiatives of both are far apart."""
    both = a.initiatives & b.initiatives
    one, other = (
        [date.fromisoformat(e[3]) for e in item.events if e[0] in both and e[3] and e[3] != item.published]
        for item in (a, b)
    )
    return bool(one) and bool(other) and min(abs((x - y).days) for x, y in product(one, other)) > FAR


def near(a: Fingerprint, b: Fingerprint, days: int) -> bool:
    """Decide whether two items were published within so many days; an item without a date is near everything."""
    apart = gap(a, b)
    return apart is None or apart <= days


def gap(a: Fingerprint, b: Fingerprint) -> int | None:
    """Return the days between two items; None where one has no date.

    The year of an item that was not published on a known day is a guess, and is ignored.
    """
    if not (a.day and b.day):
        return None
    if a.dated and b.dated:
        return abs((a.day - b.day).days)
    days = abs((a.day.replace(year=LEAP) - b.day.replace(year=LEAP)).days)
    return min(days, YEAR - days)


def are_one_paper(a: Iterable[str], b: Iterable[str]) -> bool:
    """Decide whether a paper that one item names may be one that the other names."""
    return any(starmap(_are_one, product(a, b)))


# Remembered, since a document is compared with hundreds of others, which name few papers.
@lru_cache(maxsize=16_384)
def _are_one(a: str, b: str) -> bool:
    """Decide whether two titles may be of one paper; its draft is another."""
    one_stage = all(a.endswith(stage) == b.endswith(stage) for stage in STAGES)
    return one_stage and (a in b or b in a or _slips(a, b))


def _slips(a: str, b: str) -> bool:
    """Decide whether two titles differ by a slip of the pen: 贯通贯通行动计划. SM2 and SM9 are two things."""
    if CODES.findall(a) != CODES.findall(b):
        return False
    titles = SequenceMatcher(None, a, b, autojunk=False)
    # The first two are upper bounds, and quick.
    return all(ratio() > SLIP for ratio in (titles.real_quick_ratio, titles.quick_ratio, titles.ratio))


def disjoint(a: Collection[Hashable], b: Collection[Hashable]) -> bool:
    """Decide whether both name something and nothing in common."""
    return bool(a) and bool(b) and set(a).isdisjoint(b)


def one_named(a: Iterable[str], b: Iterable[str]) -> bool:
    """Decide whether a name of `a` is one of `b`, or one is short for the other."""
    return any(abbreviates(one, other) for one, other in product(a, b))


def abbreviates(a: str, b: str) -> bool:
    """Decide whether one name is the other or its short form.

    The characters of a short form stand in the long one in order (中汽协).
    """
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return all(sign in rest for sign in short)
