"""Decide whether two items report one deed, one official's words, or what one body says, whatever the language."""

from itertools import product

from tracker.stories.deeds import ANYBODY, CENTRE, DEEDS, one_body
from tracker.stories.fingerprint import Event, Fingerprint
from tracker.stories.likeness import near, one_theme, signs
from tracker.stories.pinned import known_apart
from tracker.stories.score import LEAD
from tracker.stories.words import shared

# A paper is translated months later. So many of its figures show that it is the same paper.
FEWEST_OF_TRANSLATION = 4


def one_deed(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one deed for one initiative with the same figures, in whatever language.

    A batch is reported for a month.
    """
    one_batch = bool(set(a.marks["batch"]) & set(b.marks["batch"]))
    common = {one[0] for one, other in product(a.events, b.events) if _agree(one, other)}
    stated = {figure for figure in set(a.stated) & set(b.stated) if figure[0] in common}
    if a.language != b.language and len(stated) >= FEWEST_OF_TRANSLATION:
        return near(a, b, 300)
    if not near(a, b, 31 if one_batch else 7):
        return False
    return len(stated) >= 2 - one_batch or (bool(common) and len(set(a.values) & set(b.values)) >= 2)


def _agree(one: Event, other: Event) -> bool:
    """Decide whether two events are one deed for one initiative, by bodies that are the same or not both known."""
    bodies = {one[2], other[2]} - ANYBODY
    return one[:2] == other[:2] and one[1] in DEEDS and (len(bodies) <= 1 or bodies == CENTRE)


def one_dated_deed(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one deed of one named body for one initiative on one day, however much later.

    An item that reports other deeds as well only recalls this one.
    """
    one, other = ({event for event in item.events if event[1] in DEEDS} for item in (a, b))
    days = {event[3] for event in one | other}
    one_day = len(days) == 1 and "" not in days
    return one_day and any(x[:2] == y[:2] and one_body(x, y) for x, y in product(one, other))


def one_speech(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items quote one official on one initiative on one day."""
    if not (a.day and b.day and near(a, b, 0)):
        return False
    return not set(a.speakers).isdisjoint(b.speakers) and one_theme(a, b)


def one_english_report(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report what one named body says of one initiative within a day, with a figure.

    At least one is in English. A figure of two digits may be a share in one text and a count in the other: then their
    beginnings must be alike, too.
    """
    if "en" not in (a.language, b.language) or not (known_apart(a, b) and near(a, b, 1)):
        return False
    if not any(one[0] == other[0] and one_body(one, other) for one, other in product(a.events, b.events)):
        return False
    most = max((signs(value) for value in set(a.values) & set(b.values)), default=0)
    leads = max(shared(a.lead, b.words)[0], shared(b.lead, a.words)[0])
    return most > 2 or (most > 1 and a.language == b.language and leads >= LEAD)
