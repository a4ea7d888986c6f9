"""Decide by the figures of two items: too different for one announcement, of one release, or one set of values."""

from collections.abc import Iterable

from tracker.stories.deeds import bodies, deeds
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import disjoint, near, one_named, one_theme, precise, signs, telling, telling_exactly
from tracker.stories.passages import is_passage
from tracker.stories.pinned import FEWEST_RUNS, LONG, known_apart
from tracker.stories.score import OVERWHELMING, weighty

FEWEST_VALUES = 3
# The running totals of a programme are reported for months.
FEWEST_UNDATED = 4
FEWEST_YEARS = 3
PRECISE = 6
# 2025-09, and not 2025.
MONTHLY = "-"
LARGE = 1000
ROUNDED = 0.01
MOST = 0.6
FEWEST_OF_STATISTIC = 2


def one_statistic(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report figures of one body on one initiative for periods with the same last month.

    They do so within a day. When they are further apart, some of the figures must be the same, too.
    """
    told = 31 if _tell_a_statistic(a, b) else 1
    if set(a.ends).isdisjoint(b.ends) or not (a.day and b.day and near(a, b, told)):
        return False
    return one_named(a.sayers, b.sayers)


def one_count(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report what one body counted up to one month.

    They do so within a day, with a figure and some phrases in common.
    """
    counted = set(a.marks["month"]) & set(b.marks["month"])
    if not counted or set(a.values).isdisjoint(b.values) or not (a.day and b.day and near(a, b, 1)):
        return False
    told_alike = len(set(a.wording) & set(b.wording)) >= FEWEST_RUNS[0]
    return told_alike and one_named(a.sayers, b.sayers)


def one_release(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one body's figures of one day or the next.

    Their language and their initiatives may differ.
    """
    return near(a, b, 1) and _tell_a_statistic(a, b) and one_named(a.sayers, b.sayers)


def _tell_a_statistic(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two dated items have enough figures of more than one digit in common."""
    exact = [value for value in set(a.values) & set(b.values) if signs(value) > 1]
    return a.dated and b.dated and len(exact) >= FEWEST_OF_STATISTIC


def measured_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether the figures of two items are those of two announcements, unless all else is overwhelming."""
    if not told_apart(a, b):
        return False
    return is_passage(a, b) or not near(a, b, 3) or not weighty(a, b, OVERWHELMING)


def told_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether the figures of two items are too different, although few of them are precise and in common."""
    return _too_different(a, b) and precise(a, b) < PRECISE and not (_issued_together(a, b) or _stated_alike(a, b))


def _too_different(a: Fingerprint, b: Fingerprint) -> bool:
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


def _stated_alike(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one figure of several digits for one initiative within days.

    Whatever else either text reports is then about something else.
    """
    return near(a, b, 3) and any(signs(value) >= LONG for _, value in set(a.stated) & set(b.stated))


def _issued_together(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one paper for one initiative within a day, with a figure and a year in common.

    One text may report more than the other.
    """
    issued = any(act == "issued" for _, act, _ in deeds(a) & deeds(b))
    common = set(a.values) & set(b.values) and set(a.aims) & set(b.aims)
    return issued and bool(common) and near(a, b, 1)


def _planned(a: Fingerprint, b: Fingerprint) -> int:
    """Return how many amounts the years of a plan that both name are worth.

    Several years are worth two, and so is one year where both are reported within a day.
    """
    years = len(set(a.aims) & set(b.aims))
    of_one_day = known_apart(a, b) and near(a, b, 1) and telling_exactly(a, b)
    if years >= FEWEST_YEARS or (years and of_one_day):
        return 2
    return int(bool(years and bodies(a) & bodies(b)))


def precise_values(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items have figures in common to the last digit, which come from one release.

    In a text without a day two of them have to be long.
    """
    long = sum(signs(value) >= LONG for value in set(a.values) & set(b.values))
    return precise(a, b) >= PRECISE and near(a, b, 3) and (long > 1 or bool(a.day and b.day))


def planned_counts(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items give the same round counts of a plan with one target year."""
    planned = set(a.counts) & set(b.counts)
    return len(planned) >= FEWEST_VALUES and bool(set(a.aims) & set(b.aims)) and near(a, b, 45) and one_theme(a, b)


def amounts_and_years(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items share enough amounts, among which the years of a plan count, on one initiative."""
    return telling(a, b) + _planned(a, b) >= FEWEST_VALUES and near(a, b, 7) and one_theme(a, b)


def one_set_of_values(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether most figures of the text that has fewer are in the other, within days."""
    if a.chooses != b.chooses and not (a.dated and b.dated):
        return False
    both = len(set(a.values) & set(b.values))
    fewest = FEWEST_VALUES if (a.day and b.day) or telling(a, b) >= 2 else FEWEST_UNDATED
    # More figures than that, with amounts among them, are reported of one paper for a month.
    told_for = 31 if both > FEWEST_VALUES and telling(a, b) > 1 else 7
    most = _alike(a.values, b.values) >= MOST * min(len(a.values), len(b.values))
    return both >= fewest and most and near(a, b, told_for)
