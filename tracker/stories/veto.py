"""Keep two items apart by what they name: number, paper, meeting, batch, year; and compare their days and figures."""

import re
from collections.abc import Collection, Hashable, Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product, starmap

from tracker.stories.fingerprint import Fingerprint
from tracker.stories.occasions import CALLED, DELEGATION, MEETING, PROVINCE, STUDY, VISIT
from tracker.stories.standards import SERIES
from tracker.stories.titles import COMMENTS
from tracker.stories.when import of_known_year
from tracker.stories.work_report import years

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
FAR = 10


def other_number(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items have different document numbers."""
    return bool(a.number and b.number) and a.number != b.number


def other_papers(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name papers of which none matches one of the other's, and share few amounts.

    A title also matches one that it is short for, or differs from by a slip.
    """
    if not (a.papers and b.papers):
        return False
    kinds = zip(_by_kind(a.papers), _by_kind(b.papers), strict=True)
    apart = any(one and other and not are_one_paper(one, other) for one, other in kinds)
    return apart and telling(a, b) < FEWEST_TELLING


def recalled_paper(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item only refers back to a paper that the other reports, and so is not news of it."""
    return not (set(a.papers).isdisjoint(b.recalled) and set(b.papers).isdisjoint(a.recalled))


def other_meeting(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether the headlines of two items name different meetings."""
    return disjoint(a.numbered(CALLED), b.numbered(CALLED))


def other_delegation(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report the deliberations of different delegations."""
    return disjoint(a.numbered(DELEGATION), b.numbered(DELEGATION))


def other_study_session(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report study sessions with different numbers."""
    return disjoint(a.numbered(STUDY), b.numbered(STUDY))


def other_province(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report journeys to different provinces, or of different people."""
    return disjoint(_provinces(a), _provinces(b))


def other_work_report(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report the government's work reports of different years, or are parts of them."""
    return disjoint(years(a), years(b))


def other_meeting_days(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report a meeting of one name on days that are not next to each other."""
    days = ({day for kind, _, day in item.occasions if kind == MEETING} for item in (a, b))
    return not a.numbered(CALLED).isdisjoint(b.numbered(CALLED)) and _days_apart(*days)


def other_batch(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name different batches."""
    return _marked_apart(a, b, "batch")


def other_month(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name different months."""
    return _marked_apart(a, b, "month")


def other_stage(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report different stages of a paper: its draft, its adoption, its release."""
    return _marked_apart(a, b, "draft")


def other_year(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name different years.

    Two headlines on the release of one paper may name two of its target years.
    """
    one_release = not set(a.papers).isdisjoint(b.papers) and near(a, b, LONGEST_RELEASE)
    return not one_release and disjoint(_years_of_issue(a), _years_of_issue(b))


def _provinces(item: Fingerprint) -> set[str]:
    """Return who went to which province; a city may be one of a province that the other text reports."""
    return {name for kind, name, place in item.occasions if kind == VISIT and place == PROVINCE}


def _marked_apart(a: Fingerprint, b: Fingerprint, kind: str) -> bool:
    return disjoint(a.marks.get(kind, ()), b.marks.get(kind, ()))


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
