"""Query alerts: which may match, and what they have reported."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Alert, AlertInitiative, Delivery
from db.queries.among import among
from db.queries.built_once import run, table_of

ANY = "*"

# Asked for every announcement that is written: built once.
_PLACE = table_of(AlertInitiative)
_LOOKED_UP = columns(_PLACE.c.initiative, _PLACE.c.alert_id, _PLACE.c.word).where(
    _PLACE.c.initiative.in_(bindparam("initiatives", expanding=True)),
    _PLACE.c.body.in_(bindparam("bodies", expanding=True)),
    _PLACE.c.source.in_(bindparam("sources", expanding=True)),
    _PLACE.c.tier.in_(bindparam("tiers", expanding=True)),
    _PLACE.c.language.in_(bindparam("languages", expanding=True)),
    _PLACE.c.least <= bindparam("strength"),
)
_STANDING = (
    select(Alert)
    .where(among(col(Alert.id), "ids"), col(Alert.removed_at).is_(None), col(Alert.paused_at).is_(None))
    .order_by(col(Alert.id))
)
_DELIVERY = table_of(Delivery)
_HAVE_DELIVERIES = columns(_DELIVERY.c.announcement_id).where(among(_DELIVERY.c.announcement_id, "ids")).distinct()
_OF_ANNOUNCEMENT = select(Delivery).where(Delivery.announcement_id == bindparam("announcement"))


def alerts(session: Session) -> list[Alert]:
    """Return the alerts in force, in the order in which they were added."""
    return list(session.exec(select(Alert).where(col(Alert.removed_at).is_(None)).order_by(col(Alert.id))))


class Offer(NamedTuple):
    """The properties of an announcement by which alerts are looked up."""

    bodies: frozenset[str]
    sources: frozenset[str]
    tiers: frozenset[str]
    languages: frozenset[str]
    strength: int


def alerts_for(session: Session, initiatives: Sequence[str]) -> list[Alert]:
    """Return the alerts in force, not paused, that are looked up under any of the initiatives."""
    found = session.exec(select(AlertInitiative.alert_id).where(col(AlertInitiative.initiative).in_(initiatives)))
    return standing(session, found)


class Place(NamedTuple):
    """An entry under which an alert was found: its initiative, and the longest word that the rule requires."""

    initiative: str
    alert_id: int
    word: str


def looked_up(session: Session, initiatives: Sequence[str], offer: Offer) -> list[Place]:
    """Return the entries under any of these initiatives that match the offer, of alerts in force or not."""
    offered = {"bodies": offer.bodies, "sources": offer.sources, "tiers": offer.tiers, "languages": offer.languages}
    values = {name: [*some, ANY] for name, some in offered.items()}
    found = run(session, _LOOKED_UP, initiatives=initiatives, strength=offer.strength, **values)
    return [Place._make(place) for place in found]


def standing(session: Session, ids: Iterable[int]) -> list[Alert]:
    """Return those of the alerts that are neither removed nor paused, in the order in which they were added."""
    asked = list(ids)
    return list(session.exec(_STANDING, params={"ids": asked})) if asked else []


def with_deliveries(session: Session, announcements: Sequence[int]) -> set[int]:
    """Return those of the announcements that have deliveries, in any state."""
    return set(run(session, _HAVE_DELIVERIES, ids=list(announcements)).scalars())


def told_of(session: Session, announcement_id: int) -> dict[int, list[Delivery]]:
    """Return all deliveries of an announcement by alert, in any state."""
    told: dict[int, list[Delivery]] = {}
    # Reload them: the session may have older versions.
    reload = {"populate_existing": True}
    for delivery in session.exec(_OF_ANNOUNCEMENT, params={"announcement": announcement_id}, execution_options=reload):
        told.setdefault(delivery.alert_id, []).append(delivery)
    return told


def told_of_incident(session: Session, incident_id: int) -> set[int]:
    """Return the alerts that have a delivery of an incident, in any state."""
    return set(session.exec(select(Delivery.alert_id).where(Delivery.incident_id == incident_id)))
