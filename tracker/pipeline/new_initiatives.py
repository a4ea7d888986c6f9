"""Look once for names that no initiative covers, keep each once, and notify the alerts that ask for finds."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine

from config import Config
from db.engine import reading, writing
from db.models import Find
from db.store.finds import add_find
from tracker.alerts.matching.finds import enqueue_finds
from tracker.discover.propose import propose
from tracker.text.normalize import fold


def scout(engine: Engine, config: Config, since: date, until: date, most: int, at: datetime) -> list[dict[str, Any]]:
    """Look, at the moment `at`, through the documents of a period; return the new ones of the `most` newest names.

    Several looks may run at once: only one of them stores and reports a name.
    """
    with reading(engine) as session:
        rows = propose(session, config, since, until, most)
    with writing(engine) as session:
        kept = [(row, find) for row in rows if (find := add_find(session, _find(row, at)))]
        enqueue_finds(session, [find for _, find in kept], at)
    return [row for row, _ in kept]


def _find(row: dict[str, Any], at: datetime) -> Find:
    same = {name: row[name] for name in ("name", "score", "documents", "first_seen", "source", "title", "url", "quote")}
    return Find(key=fold(row["name"]).lower, found_at=at, **same)
