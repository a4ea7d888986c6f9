"""Whether two items report the same announcement: their numbers, their words, their figures, or what was done."""

import re
from itertools import product

from tracker.stories.apart import measured_apart, named_apart, near
from tracker.stories.signature import Signature
from tracker.stories.words import shared, words

# Shares of common words (see `shared`), found on the annotated texts and halfway to the nearest strangers.
EXCERPT = 0.6
REPRINT = 0.42
COPY = 0.9
REWRITE = 0.35
RETOLD = {"zh": 0.25, "en": 0.5}
LEAD = 0.5
HEADLINE = 0.2
FEWEST_WORDS = 15
FEWEST_VALUES = 3

DEEDS = {"issued", "launched", "designated"}
# A province's own paper that recalls that of a ministry.
LOCAL = re.compile(r"[^，。：、]{0,8}(?:自治区|省|市)[^，。：]{0,12}(?:厅|局|委|委员会|政府|办公室)")
# Ids that stand for many bodies.
ANYBODY = {"", "local", "other"}


def same(a: Signature, b: Signature) -> bool:
    """Whether two items report the same announcement.

    A reprint, a rewrite, an excerpt, a translation and a briefing do; another batch, month or year does not.
    """
    if named_apart(a, b):
        return False
    if _one_statistic(a, b):
        return True
    if measured_apart(a, b):
        return False
    one_paper = (bool(a.number) and a.number == b.number) or _one_paper(a, b)
    return (
        a.exact == b.exact
        or one_paper
        or _one_text(a, b)
        or _one_event(a, b)
        or _one_speech(a, b)
        or _one_set_of_values(a, b)
    )


def _one_paper(a: Signature, b: Signature) -> bool:
    """A paper and what is told of it for some weeks."""
    return not set(a.papers).isdisjoint(b.papers) and near(a, b, 45)


def _one_text(a: Signature, b: Signature) -> bool:
    """A reprint or an excerpt; or a rewrite close in time that keeps the figures."""
    if a.language != b.language or min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return False
    contained, alike = shared(a.words, b.words)
    if alike >= COPY:
        return True
    if contained >= EXCERPT or alike >= REPRINT:
        return near(a, b, 31) and _headed_alike(a, b)
    return contained >= REWRITE and len(set(a.values) & set(b.values)) >= 2 and near(a, b, 3)


def _headed_alike(a: Signature, b: Signature) -> bool:
    """Whether two headlines have something in common, if both have one: pages of one site share much else."""
    one, other = words(a.headline, a.language), words(b.headline, b.language)
    return not one or not other or shared(one, other)[0] >= HEADLINE


def _one_statistic(a: Signature, b: Signature) -> bool:
    """Figures of one body on one initiative for periods that end in the same month, told within a day."""
    if set(a.ends).isdisjoint(b.ends) or not (a.day and b.day and near(a, b, 1)):
        return False
    return any(_abbreviates(one, other) for one, other in product(a.sayers, b.sayers))


def _abbreviates(a: str, b: str) -> bool:
    """Whether one name is the other or its short form, whose signs stand in the long one in order (中汽协)."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return all(sign in rest for sign in short)


def _one_event(a: Signature, b: Signature) -> bool:
    """One body doing one thing for one initiative at one time, told alike or in another language."""
    if not (a.day and b.day and near(a, b, 3)):
        return False
    common = {event for event in set(a.events) & set(b.events) if event[3] and event[1] != "mentioned"}
    one_deed = bool(_deeds(a) & _deeds(b)) and near(a, b, 1)
    if a.language == b.language:
        leads = max(shared(a.lead, b.words)[0], shared(b.lead, a.words)[0])
        retold = shared(a.words, b.words)[0] >= RETOLD[a.language]
        return (bool(common) and leads >= LEAD) or (one_deed and retold)
    themes = len(a.initiatives & b.initiatives) / len(a.initiatives | b.initiatives)
    named = {event for event in common if event[2] not in ANYBODY}
    return (one_deed and themes >= 0.5) or (len(named) >= 3 and themes >= 0.6)


def _deeds(item: Signature) -> set[tuple[str, str, str]]:
    """What named bodies did: papers issued, programmes launched, entities designated."""
    if LOCAL.match(item.headline):
        return set()
    return {event[:3] for event in item.events if event[1] in DEEDS and event[2] not in ANYBODY}


def _one_speech(a: Signature, b: Signature) -> bool:
    """One official on one initiative on one day."""
    if not (a.day and b.day and near(a, b, 0)):
        return False
    return not set(a.speakers).isdisjoint(b.speakers) and not a.initiatives.isdisjoint(b.initiatives)


def _one_set_of_values(a: Signature, b: Signature) -> bool:
    both = len(set(a.values) & set(b.values))
    return both >= FEWEST_VALUES and both >= 0.6 * min(len(a.values), len(b.values)) and near(a, b, 7)
