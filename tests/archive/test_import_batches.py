"""Tests that an import writes in batches: a killed one loses the last, and what others store meanwhile is known."""

import json
import os
import signal
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlmodel import col, func, select

from config import Config, load
from db.engine import open_database, reading, writing
from db.models import Page
from db.store.pages import add_page
from tests.factories import refusing
from tests.servers.postgresql import Cluster
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.archive import batch
from tracker.archive.transfer import Counts, import_files
from tracker.parse import records

FORKS = get_context("forkserver")
AT_ONCE = 10


def lines(file: Path, count: int) -> Path:
    """Write a file of records."""
    rows = ({"url": f"https://example.org/{number}", "text": f"第{number}次会议"} for number in range(count))
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def imported(engine: Engine, config: Config, file: Path) -> Counts:
    """Import a file without a fault."""
    return import_files(engine, config.sources, [file], None, refusing.nothing)


def stored(engine: Engine) -> int:
    """Count the pages."""
    with reading(engine) as session:
        return session.exec(select(func.count(col(Page.id)))).one()


def import_until_killed(url: str, file: Path, commits: int) -> None:
    """Import a file in batches, and die by SIGKILL at the given commit."""
    batch.PAGES = AT_ONCE
    made = 0

    def count(_connection: Connection) -> None:
        nonlocal made
        made += 1
        if made == commits:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = open_database(url)
    event.listen(engine, "commit", count)
    imported(engine, load(), file)


@POSTGRESQL_BY_NIGHT
def test_a_killed_import_loses_its_last_batch_and_is_repeated(
    database_url: str, engine: Engine, config: Config, tmp_path: Path
) -> None:
    file = lines(tmp_path / "a.jsonl", 95)
    for commits, wanted in ((3, 20), (5, 40)):
        process = FORKS.Process(target=import_until_killed, args=(database_url, file, commits))
        process.start()
        process.join(120)
        assert process.exitcode == -signal.SIGKILL
        assert stored(engine) == wanted
    counts = imported(engine, config, file)
    assert (counts.pages, counts.known, stored(engine)) == (55, 40, 95)


def test_a_page_that_a_crawl_stores_at_the_same_moment_is_known(
    postgresql: Cluster, config: Config, tmp_path: Path
) -> None:
    """A crawl takes no turn, so that its page may appear between the look and the write."""
    file = lines(tmp_path / "a.jsonl", 5)
    url = postgresql.fresh()
    engine, other = open_database(url), open_database(url)
    crawled = []

    def crawl(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("INSERT INTO content") and not crawled:
            content = file.read_bytes().splitlines()[3]
            named = {"source": "import", "key": "example.org/3", "url": "https://example.org/3"}
            with writing(other) as session:
                crawled.append(add_page(session, Page(**named, sha256="", content_type=records.CONTENT_TYPE), content))

    event.listen(engine, "before_cursor_execute", crawl)
    counts = imported(engine, config, file)
    assert crawled == [True]
    assert (counts.pages, counts.known, stored(engine)) == (4, 1, 5)
    engine.dispose()
    other.dispose()
    postgresql.drop(url)


def test_progress_is_reported_after_each_batch(
    engine: Engine, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PAGES", AT_ONCE)
    told: list[int] = []
    files = [lines(tmp_path / "a.jsonl", 25), lines(tmp_path / "b.jsonl", 30)]
    counts = import_files(
        engine, config.sources, files, None, refusing.nothing, progress=lambda counts: told.append(counts.pages)
    )
    assert told == [10, 20, 25, 25, 25, 30]
    assert (counts.pages, counts.known) == (30, 25)
