"""Keep two items apart however alike they read: by number, paper, batch, year, month or figures."""

import re
from collections.abc import Hashable, Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product, starmap

from tracker.stories.deeds import other_place
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.headed import headed_apart
from tracker.stories.occasions import CALLED, DELEGATION, MEETING, PROVINCE, STUDY, VISIT
from tracker.stories.standards import SERIES
from tracker.stories.titles import COMMENTS
from tracker.stories.when import of_known_year
from tracker.stories.work_report import years

FEWEST_VALUES = 3
# News of a paper appears for some weeks.
LONGEST_RELEASE = 45
AMOUNT = 1e6
# So many figures show that one paper was named by another word (倍增, 翻番; 方案, 计划).
FEWEST_TELLING = 3
YEAR = 365
# Has every day.
LEAP = 2000
# 钢铁行业……指南 and 化工行业……指南 are alike to 0.86, a title with a slip to 0.96.
SLIP = 0.94
CODES = re.compile(r"[A-Za-z\d]+")
LARGE = 1000
ROUNDED = 0.01
FAR = 10
# 2025-09, and not 2025.
MONTHLY = "-"


def named_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name themselves apart: by document number, paper, meeting, batch, year or month."""
    if a.number and b.number and a.number != b.number:
        return True
    if _other_papers(a.papers, b.papers) and telling(a, b) < FEWEST_TELLING:
        return True
    # A text that only refers back to a paper is not news of it.
    if set(a.papers) & set(b.recalled) or set(b.papers) & set(a.recalled):
        return True
    names, days = (
        [{occasion[place] for occasion in item.occasions if occasion[0] == kind} for item in (a, b)]
        for kind, place in ((CALLED, 1), (MEETING, 2))
    )
    if (
        disjoint(*names)
        or disjoint(*(item.numbered(DELEGATION) for item in (a, b)))
        or disjoint(*(item.numbered(STUDY) for item in (a, b)))
        or disjoint(*(_provinces(item) for item in (a, b)))
        or disjoint(years(a), years(b))
        or other_place(a, b)
        or (names[0] & names[1] and _days_apart(*days))
    ):
        return True
    return headed_apart(a, b) or _marked_apart(a, b)


def _provinces(item: Fingerprint) -> set[str]:
    """Return who went to which province; a city may be one of a province that the other text reports."""
    return {name for kind, name, place in item.occasions if kind == VISIT and place == PROVINCE}


def _marked_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether headlines name another batch, month or year.

    Two headlines on the release of one paper may name two of its target years.
    """
    one_paper = not set(a.papers).isdisjoint(b.papers)
    marked = [item.marks | {"year": _years_of_issue(item)} for item in (a, b)]
    apart = [name for name in marked[0].keys() & marked[1].keys() if disjoint(marked[0][name], marked[1][name])]
    return bool(apart) and not (one_paper and apart == ["year"] and near(a, b, LONGEST_RELEASE))


def _years_of_issue(item: Fingerprint) -> list[int]:
    """Return the years that a headline names and that are not targets: 2025 in a headline of 2022 is one."""
    told = of_known_year(item.day)
    return [year for year in item.marks.get("year", []) if not (told and year > told.year and year in item.aims)]


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


def measured_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether the figures of two items are too different for one announcement, or of other months."""
    both = a.initiatives & b.initiatives
    if disjoint(*({end for of, end in item.ends if of in both and MONTHLY in end} for item in (a, b))):
        return True
    few = min(len(a.values), len(b.values))
    alike = _alike(a.values, b.values) * 2 + telling(a, b) + len(set(a.counts) & set(b.counts))
    return few >= FEWEST_VALUES and alike < few


def _alike(a: Iterable[float], b: Iterable[float]) -> int:
    """Return how many values two texts have in common; a large one may be rounded (4.84 and 4.8 million stations)."""
    one, other = sorted((set(a), set(b)), key=len)
    return sum(any(x == y or (x >= LARGE and abs(x - y) <= ROUNDED * x) for y in other) for x in one)


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


def _days_apart(a: set[str], b: set[str]) -> bool:
    """Decide whether both name days as MM-DD, and none is, or is next to, one of the other's ("the previous day")."""
    one, other = ([at for day in days if (at := _in_year(day)) is not None] for days in (a, b))
    return bool(one) and bool(other) and min(abs(x - y) for x, y in product(one, other)) > 1


def _in_year(day: str) -> int | None:
    """Return where a day, as MM-DD, stands in the year; None for a day that does not exist, as in untrusted texts."""
    try:
        return date.fromisoformat(f"{LEAP}-{day}").toordinal()
    except ValueError:
        return None


def _other_papers(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Decide whether both name papers, and none of them matches one of the other's.

    A title also matches one that it is short for, or differs from by a slip.
    """
    if not (a and b):
        return False
    kinds = zip(_by_kind(a), _by_kind(b), strict=True)
    return any(one and other and not any(starmap(_are_one, product(one, other))) for one, other in kinds)


# Remembered, as what follows: a document is compared with hundreds of others, which name few papers.
@lru_cache(maxsize=4096)
def _by_kind(papers: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the standards among papers, and the others.

    A standard is identified by its number or by its title, and neither says anything of the other.
    """
    numbered = tuple(paper for paper in papers if paper.startswith(SERIES))
    return numbered, tuple(paper for paper in papers if not paper.startswith(SERIES))


def are_one_paper(a: Iterable[str], b: Iterable[str]) -> bool:
    """Decide whether a paper that one item names may be one that the other names."""
    return any(starmap(_are_one, product(a, b)))


@lru_cache(maxsize=16_384)
def _are_one(a: str, b: str) -> bool:
    """Decide whether two titles may be of one paper; its draft is another."""
    return a.endswith(COMMENTS) == b.endswith(COMMENTS) and (a in b or b in a or _slips(a, b))


def _slips(a: str, b: str) -> bool:
    """Decide whether two titles differ by a slip of the pen: 贯通贯通行动计划. SM2 and SM9 are two things."""
    if CODES.findall(a) != CODES.findall(b):
        return False
    titles = SequenceMatcher(None, a, b, autojunk=False)
    # The first two are upper bounds, and quick.
    return all(ratio() > SLIP for ratio in (titles.real_quick_ratio, titles.quick_ratio, titles.ratio))


def disjoint(a: Iterable[Hashable], b: Iterable[Hashable]) -> bool:
    """Decide whether both name something and nothing in common."""
    one, other = set(a), set(b)
    return bool(one) and bool(other) and one.isdisjoint(other)


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
