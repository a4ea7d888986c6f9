"""Questions about alerts: who wants to hear of what, and what they were told."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlmodel import Session, col, select

from db.models import Alert, AlertInitiative, Delivery

ANY = "*"
MOST_ASKED = 5000


def alerts(session: Session) -> list[Alert]:
    """The standing alerts, in the order in which they were made."""
    return list(session.exec(select(Alert).where(col(Alert.removed_at).is_(None)).order_by(col(Alert.id))))


class Offer(NamedTuple):
    """What an announcement has to offer, as far as alerts are looked up by it."""

    bodies: frozenset[str]
    sources: frozenset[str]
    tiers: frozenset[str]
    languages: frozenset[str]
    strength: int


def alerts_for(session: Session, initiatives: Sequence[str]) -> list[Alert]:
    """The alerts that stand, unpaused, and are looked up under any of the initiatives."""
    found = session.exec(select(AlertInitiative.alert_id).where(col(AlertInitiative.initiative).in_(initiatives)))
    return standing(session, found)


class Place(NamedTuple):
    """Where one alert was found: under which initiative, and the longest word that it asks for."""

    initiative: str
    alert_id: int
    word: str


def looked_up(session: Session, initiatives: Sequence[str], offer: Offer) -> list[Place]:
    """The places under any of these initiatives that take the offer, whether their alerts stand or not."""
    row = AlertInitiative
    wanted = select(row.initiative, row.alert_id, row.word).where(
        col(row.initiative).in_(initiatives),
        col(row.body).in_([*offer.bodies, ANY]),
        col(row.source).in_([*offer.sources, ANY]),
        col(row.tier).in_([*offer.tiers, ANY]),
        col(row.language).in_([*offer.languages, ANY]),
        col(row.least) <= offer.strength,
    )
    return [Place._make(place) for place in session.connection().execute(wanted)]


def standing(session: Session, ids: Iterable[int]) -> list[Alert]:
    """Those of the alerts that are neither removed nor paused, in the order in which they were made."""
    found: list[Alert] = []
    for some in _portions(sorted(set(ids))):
        wanted = select(Alert).where(col(Alert.id).in_(some))
        ready = wanted.where(col(Alert.removed_at).is_(None), col(Alert.paused_at).is_(None))
        found += session.exec(ready.order_by(col(Alert.id)))
    return found


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Databases take so many values in one question, and no more."""
    for start in range(0, len(ids), MOST_ASKED):
        yield ids[start : start + MOST_ASKED]


def told_of(session: Session, announcement_id: int) -> dict[int, list[Delivery]]:
    """The deliveries of an announcement by alert, whatever became of them."""
    told: dict[int, list[Delivery]] = {}
    wanted = select(Delivery).where(Delivery.announcement_id == announcement_id)
    # As they stand now, though they were asked for before.
    for delivery in session.exec(wanted.execution_options(populate_existing=True)):
        told.setdefault(delivery.alert_id, []).append(delivery)
    return told


def told_of_incident(session: Session, incident_id: int) -> set[int]:
    """The alerts that have a delivery of an incident, whatever became of it."""
    return set(session.exec(select(Delivery.alert_id).where(Delivery.incident_id == incident_id)))
