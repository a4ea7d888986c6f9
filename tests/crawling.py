"""Runs crawls in processes of their own, because a Twisted reactor starts once in a process.

`python -m tests.crawling` imports the spiders once and forks for every line on its input.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Engine
from sqlmodel import col, select

from config import Settings
from config.schema.source import Source
from db.engine import open_database, reading, writing
from db.models import Page


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
    job = {"source": source, "database": str(engine.url), "replica": replica, "limit": limit, "settings": settings}
    parent = _forks()
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(json.dumps(job) + "\n")
    parent.stdin.flush()
    printed, ended = json.loads(parent.stdout.readline())
    assert printed == ""
    return Outcome(**ended)


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


@cache
def _forks() -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-m", "tests.crawling"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _warm_up() -> None:
    """Import what Scrapy would import by name in every fork anew."""
    from scrapy.settings import default_settings

    from spiders import settings

    named = json.dumps([vars(default_settings).get(name) for name in dir(default_settings)], default=str)
    named += json.dumps([settings.ROOMS, settings.REPLICA_HANDLER, settings.process_settings(None)])
    for module in sorted(set(re.findall(r'"((?:scrapy|spiders)(?:\.[a-z_0-9]+)+)\.[A-Z]\w+"', named))):
        with suppress(ImportError):
            import_module(module)


def _serve() -> None:
    from spiders.run import crawl as run

    _warm_up()

    def work(job: dict[str, Any]) -> dict[str, Any]:
        source = Source.model_validate(job["source"])
        engine = open_database(job["database"])
        [ended] = run([source], engine, Settings(**job["settings"]), job["replica"], job["limit"])
        return {"verdict": ended.verdict, "reason": ended.reason, "counts": ended.counts}

    for line in sys.stdin:
        with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as ended:
            if os.fork() == 0:
                os.dup2(printed.fileno(), 1)
                os.dup2(printed.fileno(), 2)
                try:
                    json.dump(work(json.loads(line)), ended)
                    ended.flush()
                except BaseException:
                    traceback.print_exc()
                finally:
                    sys.stdout.flush()
                    sys.stderr.flush()
                    os._exit(0)
            os.wait()
            for file in (printed, ended):
                file.seek(0)
            print(json.dumps([printed.read(), json.loads(ended.read() or "{}")]), flush=True)


if __name__ == "__main__":
    _serve()
