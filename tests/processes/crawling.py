"""Run crawls in separate processes, because a Twisted reactor starts once in a process."""

import json
import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import col, select

from config import Settings
from config.schema.source import Source
from db.engine import open_database, reading, writing
from db.models import Page
from tests.processes import forks


@dataclass
class Outcome:
    """A crawl's verdict, its reason and its counts."""

    verdict: str
    reason: str | None
    counts: dict[str, Any]


def crawl(
    engine: Engine, source: dict[str, Any], replica: str | None, limit: int | None = None, **settings: Any
) -> Outcome:
    """Crawl a source, declared as a dict, into the engine's database; the crawl may print nothing."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as ended:
        job = {
            "source": source,
            "database": engine.url.render_as_string(hide_password=False),
            "replica": replica,
            "limit": limit,
            "settings": settings,
            "ended": ended.name,
        }
        done = forks.run("tests.processes.crawling:work", json.dumps(job), environment=dict(os.environ))
        assert (done.returncode, done.stdout + done.stderr) == (0, "")
        return Outcome(**json.load(ended))


def work() -> None:
    """Crawl as the first argument says, and write the result to the file that it names."""
    from spiders.run import crawl as run

    job = json.loads(sys.argv[1])
    source = Source.model_validate(job["source"])
    engine = open_database(job["database"])
    [ended] = run([source], engine, Settings(**job["settings"]), job["replica"], job["limit"])
    outcome = {"verdict": ended.verdict, "reason": ended.reason, "counts": ended.counts}
    Path(job["ended"]).write_text(json.dumps(outcome), encoding="utf-8")


def stored(engine: Engine) -> list[Page]:
    """All pages, in the order in which they came."""
    with reading(engine) as session:
        return list(session.exec(select(Page).order_by(col(Page.id))))


def put_back(engine: Engine, days: float) -> None:
    """Make all pages so much older."""
    with writing(engine) as session:
        for page in session.exec(select(Page)):
            page.fetched_at -= timedelta(days=days)
            page.checked_at -= timedelta(days=days)
