"""Find until when a draft may be commented on, and from and until when a paper is in force, where its text says so."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from tracker.tag.reading import Reading
from tracker.tag.stages import validity_en, validity_zh
from tracker.tag.stages.own_paper import OwnPaper, own_paper
from tracker.text.days import Day
from tracker.text.normalize import Span

IN = {"zh": validity_zh, "en": validity_en}
# A day of this year that passed so long ago may be one of the next year: it is not known which.
PASSED = timedelta(days=31)
MOST_YEARS = 50
MOST_SAID = 50


class Terms(NamedTuple):
    """The days of a paper that are stated or follow from what is stated; None where they are not known."""

    comment_until: date | None
    effective: date | None
    expires: date | None


NO_TERMS = Terms(None, None, None)


def terms(reading: Reading, stage: str, sentence: Span, hit: Span, day: date | None) -> Terms:
    """Return the days of the paper in whose `sentence` the initiative is named at `hit`; `day` is that of its act."""
    paper = own_paper(reading, sentence, hit)
    if stage == "draft":
        return NO_TERMS._replace(comment_until=_comment_until(reading, paper))
    if stage == "repealed":
        return NO_TERMS
    words = IN[reading.language]
    effective = _first(reading, paper, words.is_effective)
    if effective is None and stage in ("issued", "revised") and day and _holds_at_once(reading, paper):
        effective = day
    return Terms(None, effective, _first(reading, paper, words.is_expiry) or _expiry(reading, paper, effective))


def _comment_until(reading: Reading, paper: OwnPaper) -> date | None:
    """Return the last day for comments; not of another paper that the same text asks about."""
    words = IN[reading.language]
    item = reading.item(paper.sentence.start)
    found = (d for d in _days(reading, item) if words.is_comment_deadline(reading.text, d, reading.sentence(d.start)))
    stated = [d for d in found if d.start >= paper.sentence.start or reading.kind != "news"]
    return next((d.day for d in stated if not _is_over(reading, d)), None)


def _first(reading: Reading, paper: OwnPaper, is_so: Callable[[str, Day], bool]) -> date | None:
    item = reading.item(paper.sentence.start)
    told = (d for d in _days(reading, item) if is_so(reading.text, d) and paper.is_subject(reading, d.start))
    return next((d.day for d in told if not _is_doubtful(reading, d)), None)


def _days(reading: Reading, item: Span) -> Iterator[Day]:
    return (d for d in reading.days if item.start <= d.start < item.end)


def _holds_at_once(reading: Reading, paper: OwnPaper) -> bool:
    """Decide whether the paper is in force from the day on which it was made public.

    The day of its printing may be another.
    """
    at = islice(IN[reading.language].AT_ONCE.finditer(reading.text), MOST_SAID)
    return any(paper.is_subject(reading, m.start()) for m in at)


def _expiry(reading: Reading, paper: OwnPaper, effective: date | None) -> date | None:
    """Return the last day of so many years from the day from which the paper is in force."""
    if effective is None:
        return None
    for years, place in islice(IN[reading.language].durations(reading.text), MOST_SAID):
        if years <= MOST_YEARS and paper.is_subject(reading, place):
            return _anniversary(effective, years) - timedelta(days=1)
    return None


def _anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _has_year(reading: Reading, day: Day) -> bool:
    return str(day.day.year) in reading.text[day.start : day.end]


def _is_doubtful(reading: Reading, day: Day) -> bool:
    """Decide whether a day without its year lies well before the text that names it."""
    told = reading.published
    return bool(told and not _has_year(reading, day) and day.day < told - PASSED)


def _is_over(reading: Reading, day: Day) -> bool:
    """Decide whether a deadline without its year has passed when it is reported.

    Then its year is unknown, or it is not a deadline.
    """
    return bool(reading.published and not _has_year(reading, day) and day.day < reading.published)
