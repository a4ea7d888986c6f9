"""Weighs what speaks for one announcement where no single mark decides: who did what, when, with whom, how told."""

from itertools import product

from tracker.stories.apart import dated_apart, gap, telling, themes
from tracker.stories.deeds import ANYBODY, CENTRE, DEEDS, deeds, is_local, one_body, two_bodies
from tracker.stories.signature import Event, Signature
from tracker.stories.words import shared

# Found on annotated texts: what is one story by their guide has this much in common, what is not has less.
ENOUGH = 5
# Where a date or a named body is missing.
ENOUGH_IN_DOUBT = 6
LONGEST_GAP = 45
FEW_DAYS = 3
# Shares of common words from which a text in Chinese, or in English, is a retelling, and a close one.
RETOLD = {"zh": (0.2, 0.4), "en": (0.42, 0.55)}
LEAD = {"zh": 0.5, "en": 0.55}
MANY = 5
MOST_FOR_FIGURES = 4
FEWEST_SAID = 2
FEWEST_TERMS = 2
MANY_TERMS = 4
FEWEST_STEMS = 3
TITLE = 0.5
HALF = 0.5
# A number that is told of one initiative twice; small ones are told of many things.
SMALL = 100


def weighty(a: Signature, b: Signature) -> bool:
    """Whether the pieces of evidence that two items report one announcement add up."""
    apart = gap(a, b)
    if a.initiatives.isdisjoint(b.initiatives) or (apart is not None and apart > LONGEST_GAP):
        return False
    if _one_meets(a, b) and (apart or 0) > FEW_DAYS:
        return False
    found = pieces(a, b)
    sure = apart is not None and (found["act"] > 1 or apart <= 1) and not (_only_said(a, b) or _one_only_says(a, b))
    enough = ENOUGH if sure else ENOUGH_IN_DOUBT + (apart is None and found["act"] == 1)
    # A deed in both, or in neither, is more than one theme of which one tells a deed.
    alike = found["act"] > 1 or not _one_acts(a, b)
    return found["act"] > 0 and sum(found.values()) >= enough - alike


def _only_said(a: Signature, b: Signature) -> bool:
    """Whether nothing was done, not by a ministry: what the centre says of its themes is the same from day to day."""
    if a.language != b.language or any({x[1], y[1]} <= DEEDS for x, y in product(a.events, b.events)):
        return False
    return not any(x[0] == y[0] and one_body(x, y) and x[2] not in CENTRE for x, y in product(a.events, b.events))


def _one_only_says(a: Signature, b: Signature) -> bool:
    """Whether one tells of a deed and the other, in another language, of none."""
    return a.language != b.language and _one_acts(a, b)


def _one_acts(a: Signature, b: Signature) -> bool:
    one, other = (any(event[1] in DEEDS for event in item.events) for item in (a, b))
    return one != other


def pieces(a: Signature, b: Signature) -> dict[str, int]:
    """The pieces of evidence by name, each some points."""
    apart = gap(a, b)
    return {
        "act": _act(a, b),
        "time": _time(apart),
        "day": _day(a, b, apart),
        "departments": _departments(a, b),
        "aims": min(len(set(a.aims) & set(b.aims)), 2),
        "figures": _figures(a, b),
        "words": _words(a, b),
        "title": _title(a, b),
        "gloss": _gloss(a, b),
        "speaker": 2 * (not set(a.speakers).isdisjoint(b.speakers)),
        "paper": 2 * (_is_of_paper(a, b) and _act(a, b) > FEWEST_SAID),
        "batch": 2 * (not set(a.marks["batch"]).isdisjoint(b.marks["batch"])),
        "list": -2 * (a.chooses != b.chooses),
        "meeting": -4 * _one_meets(a, b),
    }


def _one_meets(a: Signature, b: Signature) -> bool:
    """Whether only one of two items tells their deed at a meeting: what a meeting adopts is put out another day."""
    return _meets(a) != _meets(b) and not deeds(a).isdisjoint(deeds(b))


def _meets(item: Signature) -> bool:
    """Whether something is told of at a meeting; an undated text of a gathering tells what was done before it."""
    met = item.tells_of("meeting") or item.tells_of("presided")
    return met or (not item.dated and item.tells_of("gathering"))


def _is_of_paper(a: Signature, b: Signature) -> bool:
    """Whether one may be the news of the paper that the other is: told when it was numbered, or soon after."""
    if a.is_paper == b.is_paper or (a.papers and b.papers):
        return False
    paper, news = (a, b) if a.is_paper else (b, a)
    return not (paper.numbered_in and news.day) or news.day.year - paper.numbered_in in (0, 1)


def _act(a: Signature, b: Signature) -> int:
    """What one named body did for one initiative is most; what bodies did that are not both known is little."""
    if is_local(a) != is_local(b):
        return 0
    told = [(one, other) for one, other in product(a.events, b.events) if one[0] == other[0]]
    by_one = [(one, other) for one, other in told if one_body(one, other)]
    if not by_one:
        likely = [
            (one[2], other[2]) for one, other in told if one[1] == other[1] in DEEDS and not two_bodies(one, other)
        ]
        surer = any(one[:2] == other[:2] and one[1:3] == other[1:3] == ("issued", "other") for one, other in told)
        return max((1 + ("" in pair and pair != ("", "")) for pair in likely), default=0) + surer
    said = {one[0] for one, other in by_one if one[1] == other[1] != "mentioned"}
    return max(_deed(one, other) for one, other in by_one) or (2 if len(said) >= FEWEST_SAID else 1)


def _deed(one: Event, other: Event) -> int:
    """A paper issued, a programme launched, entities chosen; a paper may launch what it is about."""
    if not {one[1], other[1]} <= DEEDS:
        return 0
    return 3 if one[1] == other[1] else 2


def _time(apart: int | None) -> int:
    if apart is None:
        return 0
    return 2 if apart <= 1 else 1 if apart <= 3 else 0 if apart <= 10 else -1


def _day(a: Signature, b: Signature, apart: int | None) -> int:
    """A day that both name; it says less of texts that are known to be of one day."""
    if dated_apart(a, b):
        return -2
    later = apart is None or apart > 3
    one, other = _acted_on(a), _acted_on(b)
    if both := set(one) & set(other):
        if len(both) >= FEWEST_SAID and any(day != a.published or day != b.published for *_, day in both):
            return 3
        return 2 if later and any({one[event], other[event]} <= DEEDS for event in both) else 1
    return 0 if set(a.days).isdisjoint(b.days) else 2 if later else 1


def _acted_on(item: Signature) -> dict[tuple[str, str, str], str]:
    """The acts of an item by (initiative, named body, day)."""
    return {(id_, body, day): act for id_, act, body, day in item.events if day and body not in ANYBODY}


def _departments(a: Signature, b: Signature) -> int:
    if not (a.departments and b.departments):
        return 0
    return (2 if a.departments >= MANY else 1) if a.departments == b.departments else -2


def _figures(a: Signature, b: Signature) -> int:
    """Figures in common; of two lists, none is a sign of two."""
    stated = len(set(a.stated) & set(b.stated)) >= 2
    told = any(value > SMALL for _, value in set(a.stated) & set(b.stated))
    if a.chooses and b.chooses and a.values and b.values and set(a.values).isdisjoint(b.values):
        return int(stated) or -2
    common = set(a.values) & set(b.values)
    return min(len(common) + telling(a, b), MOST_FOR_FIGURES) or int(stated or told)


def _words(a: Signature, b: Signature) -> int:
    one_deed = bool(deeds(a)) and deeds(a) == deeds(b)
    if a.language != b.language:
        return (themes(a, b) >= HALF) + one_deed
    contained, _ = shared(a.words, b.words)
    leads = max(shared(a.lead, b.words)[0], shared(b.lead, a.words)[0])
    # A Chinese text names the paper, and is told apart by it.
    retold_deed = one_deed and a.language == "en"
    return sum(contained >= share for share in RETOLD[a.language]) + (leads >= LEAD[a.language]) + retold_deed


def _gloss(a: Signature, b: Signature) -> int:
    """How much two texts in two languages are about, beside initiatives."""
    both = len(set(a.glossed) & set(b.glossed)) if a.language != b.language else 0
    return (both >= FEWEST_TERMS) + (both >= MANY_TERMS)


def _title(a: Signature, b: Signature) -> int:
    both, fewest = len(set(a.title) & set(b.title)), FEWEST_STEMS - (a.language != b.language)
    return 3 * (both >= fewest and both >= TITLE * min(len(a.title), len(b.title)))
