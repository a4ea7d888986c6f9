"""Whether two items report the same thing: what speaks against it first, then what proves it."""

from collections.abc import Sequence
from itertools import product

from tracker.stories.signature import Signature
from tracker.stories.words import shared, words

FEWEST_WORDS = 15
EXCERPT = 0.6
REPRINT = 0.42
COPY = 0.9
HEADLINE = 0.2
REWRITE = 0.35
LEAD = 0.5
RETOLD = {"zh": 0.25, "en": 0.5}
DEEDS = {"issued", "launched", "designated"}


def same(a: Signature, b: Signature) -> bool:
    """Whether two items report the same announcement.

    A reprint, a rewrite, an excerpt and a translation do; another batch, month or year of one thing does not.
    """
    if _named_apart(a, b):
        return False
    if _one_statistic(a, b):
        return True
    if _measured_apart(a, b):
        return False
    return (
        a.exact == b.exact
        or (a.number is not None and a.number == b.number)
        or _one_paper(a, b)
        or _one_text(a, b)
        or _one_event(a, b)
        or _one_set_of_values(a, b)
    )


def _named_apart(a: Signature, b: Signature) -> bool:
    """Whether two items name themselves apart: by number, paper, batch, year or months."""
    numbers = a.number is not None and b.number is not None and a.number != b.number
    return (
        numbers or _apart(a.papers, b.papers) or any(_apart(a.marks[name], b.marks[name]) for name in a.marks)
    )


def _measured_apart(a: Signature, b: Signature) -> bool:
    """Whether the figures of two items are too many and too different for one announcement."""
    few = min(len(a.values), len(b.values))
    return few >= 3 and len(set(a.values) & set(b.values)) < few / 2


def _apart(a: Sequence[str], b: Sequence[str]) -> bool:
    return bool(a) and bool(b) and set(a).isdisjoint(b)


def _near(a: Signature, b: Signature, days: int) -> bool:
    """Whether two items were published within so many days; one without a date is near everything."""
    one, other = a.day(), b.day()
    return one is None or other is None or abs((one - other).days) <= days


def _one_paper(a: Signature, b: Signature) -> bool:
    return not set(a.papers).isdisjoint(b.papers) and _near(a, b, 45)


def _one_text(a: Signature, b: Signature) -> bool:
    """A reprint or an excerpt; or a rewrite close in time that keeps the figures."""
    if a.language != b.language or min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return False
    contained, alike = shared(a.words, b.words)
    if alike >= COPY:
        return True
    if contained >= EXCERPT or alike >= REPRINT:
        return _near(a, b, 31) and _headed_alike(a, b)
    return contained >= REWRITE and len(set(a.values) & set(b.values)) >= 2 and _near(a, b, 3)


def _headed_alike(a: Signature, b: Signature) -> bool:
    """Whether two headlines share something; an item may have none. Boilerplate makes strangers look alike."""
    heads = words(a.headline, a.language), words(b.headline, b.language)
    return not all(heads) or shared(*heads)[0] >= HEADLINE


def _one_statistic(a: Signature, b: Signature) -> bool:
    """The same body's figures on the same initiative for periods that end in the same month: one release."""
    if set(a.ends).isdisjoint(b.ends) or not (a.published and b.published and _near(a, b, 1)):
        return False
    return any(_abbreviates(one, other) for one, other in product(a.sayers, b.sayers))


def _abbreviates(a: str, b: str) -> bool:
    """Whether one name is the other or its short form, whose signs stand in the long one in order (中汽协)."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return all(sign in rest for sign in short)


def _one_event(a: Signature, b: Signature) -> bool:
    """The same body doing the same to the same initiative at the same time, told alike or in another language."""
    if not (a.published and b.published and _near(a, b, 3)):
        return False
    common = set(a.events) & set(b.events)
    dated = any(day and act != "mentioned" for _, act, _, day in common)
    if a.language == b.language:
        leads = max(shared(a.lead, b.words)[0], shared(b.lead, a.words)[0])
        alike = shared(a.words, b.words)[0] >= RETOLD[a.language]
        return (dated and leads >= LEAD) or (alike and bool(_deeds(a) & _deeds(b)) and _near(a, b, 1))
    themes = len(a.initiatives() & b.initiatives()) / len(a.initiatives() | b.initiatives())
    deed = bool(_deeds(a) & _deeds(b)) and _near(a, b, 1)
    return (deed and themes >= 0.5) or (dated and len(common) >= 3 and themes >= 0.6)


def _deeds(item: Signature) -> set[tuple[str, str, str]]:
    """What named bodies did: papers issued, programmes launched, entities designated."""
    return {(initiative, act, body) for initiative, act, body, _ in item.events if body and act in DEEDS}


def _one_set_of_values(a: Signature, b: Signature) -> bool:
    both = len(set(a.values) & set(b.values))
    return both >= 3 and both >= 0.6 * min(len(a.values), len(b.values)) and _near(a, b, 7)
