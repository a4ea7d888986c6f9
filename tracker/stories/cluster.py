"""Form stories of linked documents in one canonical order, whatever the order in which they came.

docs/internals/stories.md explains the method, and why it holds.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tracker.stories.compare import named_apart
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.links import Links

Order = tuple[str, bool, str, str]
"""Sort key: publication day ("9", which sorts last, where it is unknown), whether of the media, source, key. Unique."""

Cluster = TypeVar("Cluster", bound=Hashable)


def order_of(day: date | None, source: str, key: str, *, primary: bool) -> Order:
    """Return the place of a document in the canonical order, which depends on the document and not on its arrival."""
    return day.isoformat() if day else "9", not primary, source, key


@dataclass(frozen=True)
class Neighbourhood:
    """Documents by number: their canonical order, their links, and the fingerprints of their items on demand."""

    order: Mapping[int, Order]
    links: Links
    items: Callable[[int], Sequence[Fingerprint]]


def form(ids: Iterable[int], near: Neighbourhood) -> list[list[int]]:
    """Form the stories of documents of one item each, given with all that they are linked to; each in canonical order.

    A document joins the story to which it has most links and in which no document vetoes it. Other such stories join as
    well where at least half of the pairs across are linked and none is vetoed.
    """
    home: dict[int, list[int]] = {}
    for id_ in sorted(ids, key=near.order.__getitem__):
        votes = Counter(home[other][0] for other in near.links[id_] if other in home)
        ranked = sorted(votes, key=lambda first: (-votes[first], near.order[first]))
        willing = [home[first] for first in ranked if not _vetoed(id_, home[first], near)]
        story = willing[0] if willing else []
        story.append(id_)
        home[id_] = story
        for other in willing[1:]:
            if _belong_together(story, other, near):
                story += other
                home |= dict.fromkeys(other, story)
        story.sort(key=near.order.__getitem__)
    return _in_order(home, near)


def _in_order(home: Mapping[int, list[int]], near: Neighbourhood) -> list[list[int]]:
    """Return each story once, in the order of their first documents."""
    return sorted({id(story): story for story in home.values()}.values(), key=lambda story: near.order[story[0]])


def _belong_together(one: Sequence[int], other: Sequence[int], near: Neighbourhood) -> bool:
    linked = sum(id_ in near.links[member] for member in one for id_ in other)
    return 2 * linked >= len(one) * len(other) and not any(_vetoed(id_, one, near) for id_ in other)


def _vetoed(id_: int, story: Iterable[int], near: Neighbourhood) -> bool:
    """Decide whether a document names itself apart from one of a story that it is not linked to."""
    strangers = (other for other in story if other not in near.links[id_])
    return any(named_apart(near.items(id_)[0], near.items(other)[0]) for other in strangers)


def attach(
    id_: int,
    near: Neighbourhood,
    story_of: Mapping[int, Cluster],
    members: Mapping[Cluster, Sequence[int]],
    barred: Collection[Cluster] = (),
) -> Cluster | None:
    """Return the story that a round-up belongs to, or None.

    The choice is among the stories of those documents of one item that the round-up is linked to, without those that
    are `barred` to it. Its first item that is linked to a story decides, by the story with most links to that item.
    `members` are the documents of one item of each story, in canonical order. A round-up has no say in where others
    belong, so it never draws two stories together.
    """
    for at, item in enumerate(near.items(id_)):
        votes = Counter(
            story_of[other]
            for other, pairs in near.links[id_].items()
            if other in story_of and story_of[other] not in barred and any(own == at for own, _ in pairs)
        )
        for story in sorted(votes, key=lambda story: (-votes[story], near.order[members[story][0]])):
            strangers = [other for other in members[story] if (at, 0) not in near.links[id_].get(other, ())]
            if not any(named_apart(item, near.items(other)[0]) for other in strangers):
                return story
    return None


def gather(ids: Collection[int], near: Neighbourhood) -> list[list[int]]:
    """Form the stories of round-ups that are linked only to round-ups, given with all such that they are linked to.

    Each joins by its first item that an earlier one has. The earlier one is found by that item alone from then on.
    """
    home: dict[int, list[int]] = {}
    chosen: dict[int, int] = {}
    for id_ in sorted(ids, key=near.order.__getitem__):
        found = _found(id_, near, home, chosen)
        if found is None:
            home[id_] = [id_]
            continue
        at, story = found
        chosen[id_] = at
        for other in story:
            items = [theirs for own, theirs in near.links[id_].get(other, ()) if own == at]
            if items:
                chosen.setdefault(other, min(items))
        story.append(id_)
        home[id_] = story
    return _in_order(home, near)


def _found(
    id_: int, near: Neighbourhood, home: Mapping[int, list[int]], chosen: Mapping[int, int]
) -> tuple[int, list[int]] | None:
    for at in range(len(near.items(id_))):
        votes = Counter(
            home[other][0]
            for other, pairs in near.links[id_].items()
            if other in home and any(own == at and chosen.get(other, theirs) == theirs for own, theirs in pairs)
        )
        if votes:
            return at, home[min(votes, key=lambda first: (-votes[first], near.order[first]))]
    return None
