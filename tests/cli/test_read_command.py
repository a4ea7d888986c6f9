"""Tests that `tracker read` names the pages that it could not read fully, and a bounded number of them."""

from pathlib import Path

import pytest

from db.engine import writing
from db.models import Page
from db.store.pages import add_page
from tests.factories.databases import make_database, sqlite
from tests.processes.running import Tracker
from tracker.cli.refused import MOST_TOLD
from tracker.parse.records import CONTENT_TYPE


@pytest.mark.parametrize(("pages", "more"), [(1, 0), (MOST_TOLD + 2, 2)])
def test_pages_with_a_problem_are_named(tmp_path: Path, pages: int, more: int) -> None:
    make_database(tmp_path / "tracker.db")
    engine = sqlite(tmp_path / "tracker.db")
    with writing(engine) as session:
        for n in range(pages):
            url = f"https://www.example.org/{n:02}"
            add_page(session, Page(source="import", key=url, url=url, sha256="", content_type=CONTENT_TYPE), b"no json")
    engine.dispose()
    done = Tracker(tmp_path).run("read")
    assert done.stdout.endswith(f"{pages} problem{'s' * (pages > 1)}\n")
    lines = done.stderr.splitlines()
    assert lines[0].startswith("tracker: https://www.example.org/00: cannot be read: ")
    assert len(lines) == min(pages, MOST_TOLD) + (more > 0)
    assert lines[-1] == f"tracker: {more} more like these have a problem" or not more
