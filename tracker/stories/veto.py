"""Keep two items apart by what they or their headlines name: number, paper, meeting, leader, batch, year; a rumor."""

import re
from datetime import date
from functools import lru_cache
from itertools import product

from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import LEAP, are_one_paper, disjoint, near, telling
from tracker.stories.occasions import CALLED, DELEGATION, MEETING, PROVINCE, STUDY, VISIT
from tracker.stories.standards import SERIES
from tracker.stories.when import of_known_year
from tracker.stories.work_report import years

# News of a paper appears for some weeks.
LONGEST_RELEASE = 45
# So many figures show that one paper was named by another word (倍增, 翻番; 方案, 计划).
FEWEST_TELLING = 3
# 习近平向……致贺信, 丁薛祥出席……开幕式; 工信部出席 is not a person's name.
DOES = re.compile(
    r"^(?P<who>[\u4e00-\u9fff]{1,2}[^部委局会署院省市行国各])"
    r"(?:(?=(?:向|给)[^，。]{2,40}致|主持召开[^，。]{4}|在[^，。]{2,16}?(?:考察|调研|会见|出席))|"
    r"(?:出席|会见)(?P<what>[^，。]{4,40}))"
)
NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[次届](?P<name>[^，。]{2,30}?)(?:会议|论坛|峰会|大会|博览会)")
# “国补”要取消？传言不实; Fact check: subsidies are not canceled.
REFUTES = re.compile(
    r"谣言|辟谣|传言|不实|误读|\brumou?rs?\b|\bfact[- ]check|\buntrue\b|\bdebunk|\bfalse claims?\b|\bfake news\b",
    re.IGNORECASE,
)
# 工业和信息化部公告（2025年第45号）.
NOTICE = re.compile(r"(?:公告|通告)[^\d]{0,2}(?=20)(?P<number>20\d\d年第\d{1,4}号)")


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


# Remembered: a document is compared with hundreds of others, which name few papers.
@lru_cache(maxsize=4096)
def _by_kind(papers: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the standards among papers, and the others.

    A standard is identified by its number or by its title, and neither says anything of the other.
    """
    numbered = tuple(paper for paper in papers if paper.startswith(SERIES))
    return numbered, tuple(paper for paper in papers if not paper.startswith(SERIES))


def other_leader(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two headlines name different people, or one person at two numbered meetings."""
    one, other = DOES.match(a.headline), DOES.match(b.headline)
    if not one or not other:
        return False
    meetings = [NUMBERED.match(found["what"] or "") for found in (one, other)]
    names = {meeting["name"] for meeting in meetings if meeting}
    return one["who"] != other["who"] or (all(meetings) and len(names) > 1)


def other_notice(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two headlines give two numbers of notices; a body numbers its notices from one each year."""
    one, other = (NOTICE.search(item.headline) for item in (a, b))
    return one is not None and other is not None and one["number"] != other["number"]


def refuted_rumor(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether only one of two headlines refutes a rumor: it repeats the announcement that the rumor is about."""
    return bool(REFUTES.search(a.headline)) != bool(REFUTES.search(b.headline))
