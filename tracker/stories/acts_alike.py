"""Compare the acts that two items report: who did what for which initiative on which day."""

from datetime import date
from itertools import product

from tracker.stories.deeds import ANYBODY, CENTRE, DEEDS, deeds, is_local, one_body, one_place, two_bodies
from tracker.stories.fingerprint import Event, Fingerprint
from tracker.stories.likeness import disjoint
from tracker.tag.entities.bodies import OTHER

FEWEST_SAID = 2
FEWEST_STEMS = 2
LONGEST_SIGNED = 31


def acts_alike(a: Fingerprint, b: Fingerprint) -> int:
    """Grade how far the acts of two items agree.

    What one named body did for one initiative weighs most. What bodies did that are not both known weighs little.
    """
    there = one_place(a, b)
    if is_local(a) != is_local(b) and not there:
        return 0
    told = [(one, other) for one, other in product(a.events, b.events) if one[0] == other[0]]
    # Where the bodies are not followed one by one, their name shows which one is meant.
    offices = not set(a.offices).isdisjoint(b.offices)
    unlisted = {body for body, one in ((OTHER, offices), ("local", there)) if one}
    by_one = [
        (one, other) for one, other in told if one_body(one, other) or (one[2] == other[2] and one[2] in unlisted)
    ]
    if not by_one:
        likely = [
            (one[2], other[2]) for one, other in told if one[1] == other[1] in DEEDS and not two_bodies(one, other)
        ]
        surer = any(one[:2] == other[:2] and one[1:3] == other[1:3] == ("issued", OTHER) for one, other in told)
        return max((1 + ("" in pair and pair != ("", "")) for pair in likely), default=0) + surer
    said = {one[0] for one, other in by_one if one[1] == other[1] != "mentioned"}
    return max(_deed(one, other) for one, other in by_one) or (2 if len(said) >= FEWEST_SAID else 1)


def _deed(one: Event, other: Event) -> int:
    """Grade how alike two deeds are: a paper issued, a programme launched, entities chosen.

    A paper may launch the programme that it is about.
    """
    if not {one[1], other[1]} <= DEEDS:
        return 0
    return 3 if one[1] == other[1] else 2


def _acts(item: Fingerprint) -> bool:
    """Decide whether an item reports a deed."""
    return any(event[1] in DEEDS for event in item.events)


def one_acts(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether only one of two items reports a deed."""
    return _acts(a) != _acts(b)


def call_and_list(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item reports a call and the other a choice.

    The one reports a paper, a call for entries or a start, the other reports who was chosen on another day.
    """
    pairs = ((one, other) for one, other in product(a.events, b.events) if one[0] == other[0])
    told = [{one[1], other[1]} for one, other in pairs if not (one[3] and one[3] == other[3])]
    return any("designated" in acts and acts & {"issued", "launched"} for acts in told)


def one_meets(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether only one of two items reports its deed at a meeting."""
    return _meets(a) != _meets(b) and not deeds(a).isdisjoint(deeds(b))


def _meets(item: Fingerprint) -> bool:
    """Decide whether an item reports a meeting.

    An undated text of a gathering reports what was done before it.
    """
    met = item.tells_of("meeting") or item.tells_of("presided")
    return met or (not item.dated and item.tells_of("gathering"))


def bodies_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name bodies, and none in common."""
    return disjoint(*({event[2] for event in item.events} - {""} for item in (a, b)))


def done_by_others(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report deeds for one initiative by two named bodies.

    Neither body acted together with others.
    """
    if max(a.departments, b.departments) > 1:
        return False
    one, other = ({(id_, body) for id_, _, body in deeds(item)} for item in (a, b))
    both = {id_ for id_, _ in one} & {id_ for id_, _ in other}
    doers = [{body for id_, body in did if id_ in both} for did in (one, other)]
    return disjoint(*doers) and doers[0] | doers[1] != CENTRE


def released_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both items name the day on which a body's paper for an initiative was issued, and differ in it.

    A paper of one title is signed some weeks before its release, and either day is called that of its issue.
    """
    one, other = _released(a), _released(b)
    days = [(one[what], other[what]) for what in one.keys() & other.keys()]
    between = LONGEST_SIGNED if len(set(a.title) & set(b.title)) >= FEWEST_STEMS else 1
    return bool(days) and all(abs((x - y).days) > between for x, y in days)


def _released(item: Fingerprint) -> dict[tuple[str, str], date]:
    """Return on which day which body issued a paper for which initiative.

    Only a day that the text states counts, not the day of its page.
    """
    return {
        (id_, body): date.fromisoformat(day)
        for id_, act, body, day in item.events
        if act == "issued" and day and (day != item.published or day[5:] in item.days)
    }


def acted_on(item: Fingerprint) -> dict[tuple[str, str, str], str]:
    """Return the acts of an item by (initiative, named body, day)."""
    return {(id_, body, day): act for id_, act, body, day in item.events if day and body not in ANYBODY}
