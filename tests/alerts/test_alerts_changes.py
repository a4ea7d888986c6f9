"""Tests that what an announcement changes is found from few earlier announcements as it is from all of them."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from config import Config
from db.beijing import beijing_day
from db.engine import reading, writing
from db.models import Announcement, Document, Story
from db.queries.timeline import Reported, reported
from tests.factories.reports import figure
from tracker.alerts.matching.changes import changes_of
from tracker.alerts.matching.past import StoredPast
from tracker.development.states import STATES

FIRST = datetime(2019, 3, 1, 4, tzinfo=UTC)
KINDS = [(*name.split("/"), None)[:2] for name in STATES]
MEASURES = [("辆", "产量"), ("万辆", "产量"), ("units", "output of cars"), ("%", "普及率"), ("", "企业")]


@dataclass(frozen=True)
class Whole:
    """All announcements of initiatives, read to the last; number `but` is compared."""

    session: Session
    but: int

    def acts(self, initiative: str) -> Sequence[Reported]:
        return reported(self.session, initiative)

    def figures(self, initiative: str, _units: Collection[str] = ()) -> Sequence[Reported]:
        return reported(self.session, initiative, self.but)

    def heard(self, initiative: str) -> date | None:
        return max((beijing_day(one.first_seen_at) for one in self.figures(initiative)), default=None)


def pair(config: Config) -> tuple[str, str]:
    """Return an initiative and its successor."""
    return next((one.id, one.successor) for one in config.initiatives.values() if one.successor)


def fill(session: Session, names: Sequence[str], number: int, chance: random.Random) -> None:
    """Write announcements, several on most days; some are withdrawn, some have no day."""
    for n in range(number):
        at = FIRST + timedelta(days=chance.randrange(number // 2 + 1))
        story, act = Story(), chance.choice(KINDS)
        session.add(story)
        session.flush()
        source = chance.choice(("miit", "ndrc"))
        document = Document(source=source, key=f"{chance.random()}", url=f"https://x/{n}", title="t", first_seen_at=at)
        document.story_id = story.id
        session.add(document)
        session.flush()
        stated: list[dict[str, Any]] = []
        if chance.random() < 0.5:
            unit, what = chance.choice(MEASURES)
            stated = [figure(chance.randrange(1, 5), unit, what, chance.choice(("target", "result")))]
        row = Announcement(
            story_id=story.id,
            initiative=chance.choice(names),
            act=act[0],
            stage=act[1],
            figures=stated,
            timeline_day=at.date() if chance.random() < 0.9 else None,
            first_seen_at=at,
            document_id=document.id,
            withdrawn=chance.random() < 0.1,
        )
        session.add(row)
        session.flush()


def test_few_announcements_show_what_all_would(engine: Engine, config: Config) -> None:
    chance, seen = random.Random(4), set[str]()
    for more in (3, 5, 10, 30):
        with writing(engine) as session:
            fill(session, pair(config), more, chance)
        with reading(engine) as session:
            seen |= compare(session, config)
    assert seen == {"stronger", "figures", "state"}


def compare(session: Session, config: Config) -> set[str]:
    """Compare each announcement, at several moments, with few others and with all; return what kinds changed."""
    seen = set[str]()
    for one in session.exec(select(Announcement).where(col(Announcement.withdrawn).is_(False))):
        for before, years in product((None, "mentioned", "progress"), (0, 1, 3)):
            today = (FIRST + timedelta(days=30 + 365 * years)).date()
            pasts = StoredPast(session, one, before), Whole(session, one.id or 0)
            few, whole = (changes_of(one, before, past, config, today) for past in pasts)
            assert few == whole
            seen |= few.kinds()
    return seen


def test_what_is_read_does_not_grow_with_the_initiative(engine: Engine, config: Config) -> None:
    name, _ = pair(config)
    with writing(engine) as session:
        fill(session, [name], 300, random.Random(1))
        past = StoredPast(session, Announcement(timeline_day=FIRST.date() + timedelta(days=50)), None)
        assert len(past.acts(name)) < 3 * len(STATES)
        stated = past.figures(name, {"%"})
        assert 0 < len(stated) < 20
        assert all("%" in str(one.figures) for one in stated)
