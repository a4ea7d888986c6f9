"""What keeps two items apart however alike they read: another number, paper, batch, year, month, other figures."""

from collections.abc import Iterable

from tracker.stories.signature import Signature

FEWEST_VALUES = 3


def named_apart(a: Signature, b: Signature) -> bool:
    """Whether two items name themselves apart: by document number, paper, batch, year or month."""
    if a.number and b.number and a.number != b.number:
        return True
    return _disjoint(a.papers, b.papers) or any(_disjoint(a.marks[name], b.marks[name]) for name in a.marks)


def measured_apart(a: Signature, b: Signature) -> bool:
    """Whether two items' figures are too different for one announcement, or of other months."""
    both = a.initiatives & b.initiatives
    if _disjoint(*({end for initiative, end in item.ends if initiative in both} for item in (a, b))):
        return True
    few = min(len(a.values), len(b.values))
    return few >= FEWEST_VALUES and len(set(a.values) & set(b.values)) * 2 < few


def near(a: Signature, b: Signature, days: int) -> bool:
    """Whether two items were published within so many days; one without a date is near everything."""
    one, other = a.day, b.day
    return one is None or other is None or abs((one - other).days) <= days


def _disjoint(a: Iterable[str | int], b: Iterable[str | int]) -> bool:
    """Whether both name something and nothing in common."""
    one, other = set(a), set(b)
    return bool(one) and bool(other) and one.isdisjoint(other)
