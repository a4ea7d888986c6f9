"""Find the stories of a stored document and of all whose story may depend on its own, and their stories so far."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from db.queries import stories as queries
from db.queries.corrections import pairs_of
from db.queries.stories import Place
from tracker.corrections.regroup import Pair, partners
from tracker.stories import WAITS
from tracker.stories.cluster import Neighbourhood, Order, order_of
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.links import Links, new_links
from tracker.stories.partition import Name, linked_to_none, stories_of
from tracker.stories.stored import fingerprints_of


@dataclass
class Region:
    """Documents that are placed together.

    `stories` are those that documents form now, by what they are called until they have an id: ("new", number), or the
    id of a story outside of the region that a round-up joins. `together` are the documents of all stories in which its
    documents are so far. `put_off` are round-ups that depend on documents of other regions that still wait.
    """

    places: dict[int, Place] = field(default_factory=dict)
    orders: dict[int, Order] = field(default_factory=dict)
    stories: dict[Name, list[int]] = field(default_factory=dict)
    together: dict[int, Place] = field(default_factory=dict)
    put_off: set[int] = field(default_factory=set)


def region_of(session: Session, start: Place, primary: Collection[str], *, patient: bool) -> Region:
    """Return the region of a document, with the stories that it forms; `primary` are the sources of that tier.

    Only a `patient` call puts round-ups off.
    """
    region, links = Region(), new_links()
    beside: dict[int, Place] = {}
    found = {start.id: start}
    while found:
        region.places |= found
        for (one, at), (other, other_at) in queries.links(session, found):
            links[one][other].add((at, other_at))
        beside |= queries.places(session, {other for id_ in found for other in links[id_]} - beside.keys())
        together = queries.places_in(session, {place.story_id for place in found.values() if place.story_id})
        region.together |= together
        said = partners(Pair(*pair) for pair in pairs_of(session, found))
        ahead = {id_ for place in found.values() for id_ in _depending(place, links, beside, together, said)}
        found = queries.places(session, ahead - region.places.keys())
    beside |= region.places
    _form(session, region, links, beside, primary, patient=patient)
    return region


def _depending(
    place: Place,
    links: Links,
    beside: Mapping[int, Place],
    together: Mapping[int, Place],
    said: Mapping[int, Collection[int]],
) -> set[int]:
    """Return the documents whose story may depend on that of one document.

    These are the documents that it is linked to, and those of the story that it was in. If someone joins or parts it,
    they include the documents that are `said` to be with it, or not with it.
    """
    linked = [beside[other] for other in links[place.id] if other in beside]
    of_story = [other for other in together.values() if other.story_id == place.story_id]
    if place.items == 1 or place.id in said:
        return {*(other.id for other in (*linked, *of_story)), *said.get(place.id, ())}
    if place.items and any(other.items == 1 for other in linked):
        # Where round-ups belong changes nothing for the documents that they are linked to, nor for the story's name.
        return set() if any(other.items == 1 for other in of_story) else {other.id for other in of_story}
    return {other.id for other in (*linked, *of_story)}


def _form(
    session: Session,
    region: Region,
    links: Links,
    beside: Mapping[int, Place],
    primary: Collection[str],
    *,
    patient: bool,
) -> None:
    ones = {id_ for id_, place in region.places.items() if place.items == 1}
    round_ups = {id_ for id_, place in region.places.items() if place.items > 1}
    known = {id_ for id_, place in beside.items() if place.items == 1}
    # What round-ups are linked to outside of the region.
    settled = {id_: (known - region.places.keys()).intersection(links[id_]) for id_ in round_ups}
    waits = round_ups if patient else ()
    region.put_off = {id_ for id_ in waits if any(beside[other].grouped_by in WAITS for other in settled[id_])}
    outside = {place.story_id for id_ in round_ups for other in settled[id_] if (place := beside[other]).story_id}
    there = queries.places_in(session, outside)
    everybody = {**there, **beside}
    orders = {
        id_: order_of(one.day, one.source, one.key, primary=one.source in primary) for id_, one in everybody.items()
    }
    region.orders = {id_: orders[id_] for id_ in region.places}
    kept: dict[int, tuple[Fingerprint, ...]] = {}

    def items(id_: int) -> tuple[Fingerprint, ...]:
        if id_ not in kept:
            kept.update(fingerprints_of(session, [id_]))
        return kept.get(id_, ())

    near = Neighbourhood(orders, links, items)
    pairs = [Pair(*pair) for pair in pairs_of(session, region.places)]
    alone = linked_to_none(round_ups, known, near, pairs)
    attached = round_ups - alone - region.put_off
    region.stories = stories_of(ones, attached, alone, near, pairs, _outside(region, there, orders))


def _outside(region: Region, there: Mapping[int, Place], orders: Mapping[int, Order]) -> dict[Name, tuple[int, ...]]:
    """Return the stories beside a region with their documents of one item, in canonical order."""
    members: dict[Name, tuple[int, ...]] = {}
    for id_ in sorted((id_ for id_, place in there.items() if place.items == 1), key=orders.__getitem__):
        if id_ not in region.places:
            name = ("old", there[id_].story_id or 0)
            members[name] = (*members.get(name, ()), id_)
    return members
