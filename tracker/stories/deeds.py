"""What named bodies did: papers issued, programmes launched, entities designated."""

import re

from tracker.stories.fingerprint import Event, Fingerprint

DEEDS = {"issued", "launched", "designated"}
# A paper of a province that refers back to a ministry's.
LOCAL = re.compile(r"[^，。：、]{0,8}(?:自治区|省|市)[^，。：]{0,12}(?:厅|局|委|委员会|政府|办公室)")
# The Central Committee and the State Council issue papers together.
CENTRE = {"cpc", "state-council"}
CAPITAL = "北京"
# Ids that stand for many bodies.
ANYBODY = {"", "local", "other"}


def is_local(item: Fingerprint) -> bool:
    """Decide whether the headline marks an item as a province's or a city's own."""
    return bool(LOCAL.match(item.headline))


def deeds(item: Fingerprint) -> set[tuple[str, str, str]]:
    """Return what named bodies did for which initiative: (initiative, act, body)."""
    if is_local(item):
        return set()
    return {event[:3] for event in item.events if event[1] in DEEDS and event[2] not in ANYBODY}


def said_by_both(a: Fingerprint, b: Fingerprint) -> set[tuple[str, str]]:
    """Return what both items report for an initiative as (initiative, act), by any body."""
    return {event[:2] for event in a.events} & {event[:2] for event in b.events}


def bodies(item: Fingerprint) -> set[str]:
    """Return the named bodies in the events of an item."""
    return {event[2] for event in item.events} - ANYBODY


def one_body(one: Event, other: Event) -> bool:
    """Decide whether two events are of the same named body."""
    return {one[2], other[2]} == CENTRE or (one[2] == other[2] and one[2] not in ANYBODY)


def one_place(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both items report what the authorities of one province or city say or do."""
    return _acts_locally(a) and _acts_locally(b) and not set(a.places).isdisjoint(b.places)


def other_place(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether the items report what the authorities of two provinces say or do."""
    both = bool(a.provinces and b.provinces)
    return both and _acts_locally(a) and _acts_locally(b) and set(a.provinces).isdisjoint(b.provinces)


def other_chosen_place(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both items report that one entity was designated, each in another province.

    News of a list says how many were. A dateline of the capital is no place of theirs.
    """
    chosen = {event for event in deeds(a) & deeds(b) if event[1] == "designated"}
    one, other = set(a.provinces), set(b.provinces)
    if not chosen or len(one) != 1 or len(other) != 1 or one == other or CAPITAL in one | other:
        return False
    counted = {initiative for item in (a, b) for initiative, _ in item.stated}
    return counted.isdisjoint(initiative for initiative, *_ in chosen)


def _acts_locally(item: Fingerprint) -> bool:
    return any(event[2] == "local" for event in item.events)


def two_bodies(one: Event, other: Event) -> bool:
    """Decide whether two events are of different bodies, or one is of a province, which may be any of many."""
    named = {one[2], other[2]} - {""}
    return len(named) == 2 or "local" in named
