"""Fill rows about declarations, and how much we have of each."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from config import Config
from config.schema.body import Body as DeclaredBody
from config.schema.initiative import Initiative as DeclaredInitiative
from config.schema.source import Source as DeclaredSource
from db.queries.timeline import Standing, standings
from tracker.contract.models.declared import Body, Initiative, Source
from tracker.contract.models.development import Development, Gap, Paper, Phase, Point, Series
from tracker.development.tell import tell

NOTHING = Standing(0, None, None)


def initiatives(session: Session, config: Config) -> list[Initiative]:
    """Return one row for each initiative, in the order of the catalogue."""
    known = standings(session)
    return [_initiative(one, known.get(one.id, NOTHING)) for one in config.initiatives.values()]


def bodies(config: Config) -> list[Body]:
    """Return one row for each issuing body, in the order of the catalogue."""
    return [_body(one) for one in config.bodies.values()]


def sources(declared: Iterable[DeclaredSource]) -> list[Source]:
    """Return one row for each source, in their order."""
    return [_source(one) for one in declared]


def development(session: Session, config: Config, initiative: str, today: date) -> Development:
    """Return the state of an initiative on a day."""
    told = tell(session, config, initiative, today)
    names = config.initiatives[initiative].names
    return Development(
        initiative=initiative,
        initiative_name=names.en,
        initiative_name_zh=names.zh,
        **{name: told[name] for name in ("state", "first", "last", "successor")},
        phases=[Phase(announcement=one.pop("announcement_id"), **one) for one in map(dict, told["phases"])],
        papers=[Paper(announcement=one.pop("announcement_id"), **one) for one in map(dict, told["papers"])],
        gaps=[Gap(from_=one["from"], to=one["to"], days=one["days"]) for one in told["gaps"]],
        series=[Series(**one | {"points": [_point(point) for point in one["points"]]}) for one in told["series"]],
    )


def _point(told: dict[str, object]) -> Point:
    named = {("announcement" if name == "announcement_id" else name): value for name, value in told.items()}
    return Point.model_validate({name: named[name] for name in Point.model_fields})


def _initiative(one: DeclaredInitiative, standing: Standing) -> Initiative:
    return Initiative(
        id=one.id,
        name=one.names.en,
        name_zh=one.names.zh,
        parent=one.parent,
        successor=one.successor,
        announcements=standing.announcements,
        first=standing.first,
        last=standing.last,
    )


def _body(one: DeclaredBody) -> Body:
    short, short_zh = (one.short.en, one.short.zh) if one.short else (None, None)
    return Body(id=one.id, name=one.name.en, name_zh=one.name.zh, short=short, short_zh=short_zh)


def _source(one: DeclaredSource) -> Source:
    return Source(
        id=one.id,
        name=one.name.en,
        name_zh=one.name.zh,
        body=one.body,
        tier=one.tier,
        language=one.language,
        lists=len(one.lists),
        enabled=one.enabled,
        verified_on=one.evidence.verified_on,
        confidence=one.evidence.confidence,
        note=one.evidence.note,
    )
