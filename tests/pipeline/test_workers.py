"""Tests that several workers find what one finds, under the same numbers, and that one that is killed loses nothing."""

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Document, Page
from db.store.pages import add_page
from tests.factories.databases import sqlite
from tests.sizes import size
from tests.stories.test_stories import ONE, TWO
from tracker.bounded import process as bounded
from tracker.parse import records
from tracker.pipeline.in_order import in_order
from tracker.pipeline.read import read
from tracker.pipeline.verify import verify

ROWS = [row for rows in (*ONE.values(), *TWO.values()) for row in rows][: size(400, 24)]
SITES = 3


class Made(NamedTuple):
    """The digest and number of announcements, and the documents by their numbers."""

    digest: str
    announcements: int
    documents: list[tuple[int, str]]


def store(engine: Engine) -> None:
    """Store records of some sites, and a page that cannot be read."""
    with writing(engine) as session:
        for number, row in enumerate(ROWS):
            url = f"https://site-{number % SITES}.example/{number:03}"
            content = "no json" if number == 7 else json.dumps({**row, "url": url})
            page = Page(source=f"site-{number % SITES}", key=url, url=url, sha256="", content_type=records.CONTENT_TYPE)
            add_page(session, page, content.encode())


def made(engine: Engine, config: Config) -> Made:
    """Return the result of a reading, which is what the pages say."""
    differences, digest, announcements = verify(engine, config)
    assert differences == []
    with reading(engine) as session:
        documents = session.exec(select(Document.id, Document.key).order_by(col(Document.id))).all()
    return Made(digest, announcements, [(id_ or 0, key) for id_, key in documents])


def workers_running() -> list[int]:
    """Return the processes that read for this one."""
    starter = bounded._starter().process.pid
    return [int(pid) for pid in Path(f"/proc/{starter}/task/{starter}/children").read_text().split()]


@pytest.fixture(scope="module", autouse=True)
def _whole_limits() -> Iterator[None]:
    """Give pages their whole limits: on a busy machine, one that takes a tenth is put off and has a later number."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.pipeline.read.HASTE", 1.0)
        yield


@pytest.fixture(scope="module")
def by_one(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Made:
    """Return what one worker finds."""
    engine = sqlite(tmp_path_factory.mktemp("one") / "tracker.db")
    store(engine)
    read(engine, config)
    found = made(engine, config)
    engine.dispose()
    return found


def test_four_workers_of_which_some_are_killed_find_what_one_finds(
    engine: Engine, config: Config, by_one: Made
) -> None:
    store(engine)
    killed: list[int] = []

    def kill(done: int, of: int) -> None:
        """Kill the oldest worker, so that none is killed while it reads the page of another: two deaths are a fault."""
        alive = [pid for pid in workers_running() if pid not in killed]
        if done % 5 == 0 and of == len(ROWS) and alive:
            killed.append(alive[0])
            os.kill(killed[-1], signal.SIGKILL)
            time.sleep(0.1)

    counts = read(engine, config, workers=4, progress=kill)
    # The last four are not replaced, since nothing is left to read.
    assert len(killed) >= max(4, len(ROWS) // 5 - 4)
    assert (counts.pages, counts.problems) == (len(ROWS), 1)
    assert made(engine, config) == by_one
    assert by_one.announcements > 3


def test_results_come_in_order_and_each_worker_has_one_task_at_a_time() -> None:
    busy, most = set[str](), []

    def do(task: int, worker: str) -> int:
        assert worker not in busy
        busy.add(worker)
        most.append(len(busy))
        time.sleep(0.01 / (task + 1))
        busy.remove(worker)
        if task == 38:
            raise ValueError(task)
        return task * 10

    found = list[tuple[int, int]]()
    # Closed here, so that its threads end with this test.
    with closing(in_order(do, range(60), ["a", "b", "c"])) as results, pytest.raises(ValueError, match="38"):
        found.extend((task, result()) for task, result in results)
    assert found == [(task, task * 10) for task in range(38)]
    assert 2 <= max(most) <= 3


def test_what_is_not_asked_for_any_more_is_not_begun() -> None:
    done = []
    looked = in_order(lambda task, worker: done.append((task, worker)), range(10_000), ["a", "b"])
    next(looked)
    looked.close()
    assert 0 < len(done) <= 16
