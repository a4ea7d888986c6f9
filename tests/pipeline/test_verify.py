"""Tests `tracker verify`: nothing differs after reading, in any order; a change is named."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from config import Config
from db.engine import writing
from db.models import Announcement, Document, Mention, Page
from db.store.pages import add_page
from tests.factories.databases import sqlite
from tests.processes.running import Tracker
from tests.stories.test_stories import ONE, TWO
from tracker.demo.server import serve
from tracker.parse import records
from tracker.pipeline.read import read
from tracker.pipeline.verify import verify

ROWS = [dict(row) for rows in (*list(ONE.values())[:4], *list(TWO.values())[:3]) for row in rows]


def keep(engine: Engine, seed: int) -> None:
    """Store the rows as pages that were imported, in an order by `seed`."""
    rows = [{"lang": "zh", **row, "url": f"https://example.org/{at}", "id": str(at)} for at, row in enumerate(ROWS)]
    random.Random(seed).shuffle(rows)
    with writing(engine) as session:
        for row in rows:
            page = Page(source="import", key=row["url"], url=row["url"], sha256="", content_type=records.CONTENT_TYPE)
            add_page(session, page, json.dumps(row).encode())


def test_the_same_pages_have_the_same_digest_and_nothing_differs(
    engine: Engine, config: Config, tmp_path: Path
) -> None:
    keep(engine, 1)
    read(engine, config)
    differences, digest, announcements = verify(engine, config)
    assert (differences, announcements > 5) == ([], True)
    other = sqlite(tmp_path / "other.db")
    keep(other, 2)
    read(other, config)
    assert verify(other, config) == ([], digest, announcements)
    other.dispose()


def _reword(session: Session) -> None:
    session.exec(select(Announcement)).first().quote = "x"  # type: ignore[union-attr]


def _forget(session: Session) -> None:
    session.delete(session.exec(select(Mention)).first())


def _move(session: Session) -> None:
    first, *_, last = session.exec(select(Document).where(col(Document.story_id).is_not(None))).all()
    last.story_id = first.story_id


def _withdraw(session: Session) -> None:
    session.exec(select(Announcement)).first().withdrawn = True  # type: ignore[union-attr]


def _wait(session: Session) -> None:
    session.exec(select(Document).where(Document.items > 0)).first().grouped_by = ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("change", "what", "problem"),
    [
        (_reword, "announcement", 'quote is "x", not '),
        (_forget, "mentions of", "1 stored, 2 in the pages"),
        (_move, "story", "is not stored, but its documents form it"),
        (_withdraw, "announcement", "is not stored, but the pages give it"),
        (_wait, "document", "waits for its story; run `tracker read`"),
    ],
)
def test_what_was_changed_is_named(
    tmp_path: Path, config: Config, change: Callable[[Session], None], what: str, problem: str
) -> None:
    engine = sqlite(tmp_path / "tracker.db")
    keep(engine, 1)
    read(engine, config)
    with writing(engine) as session:
        change(session)
    differences, _, _ = verify(engine, config)
    assert any(one.what == what and problem in one.problem for one in differences), differences
    read(engine, config, again=True)
    assert verify(engine, config)[0] == []
    engine.dispose()


def test_the_demo_comes_to_what_its_pages_say(tmp_path: Path) -> None:
    with serve(stage=1) as replica:
        tracker = Tracker(tmp_path, {"TRACKER_REPLICA": replica.url})
        for _ in range(2):
            tracker.run("crawl", "gov-cn", "english-gov-cn", "global-times")
            tracker.run("read")
            replica.advance()
    found = tracker.json("verify")
    assert (found["differences"], found["announcements"] > 10, len(found["digest"])) == ([], True, 64)


@pytest.mark.nightly
def test_official_texts_come_to_what_their_pages_say(tmp_path: Path, shared: Path) -> None:
    tracker = Tracker(tmp_path)
    tracker.run("import", *map(str, sorted((shared / "corpora").glob("*.jsonl.gz"))))
    tracker.run("read")
    assert tracker.json("verify")["differences"] == []
