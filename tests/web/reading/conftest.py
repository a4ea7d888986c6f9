"""Runs the pages for readers over a small world, and one Chromium that opens them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories.databases import sqlite
from tests.servers.browser import Browser, browser
from tests.servers.mailserver import MailServer, mail_server
from tests.web.reading.serving import Served, served
from tests.web.reading.world import fill


@dataclass
class World:
    """The server, the mail server that it sends to, and the numbers of the announcements by initiative."""

    site: Served
    mails: MailServer
    numbers: dict[str, int]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Serve the pages over `tests.web.reading.world`; tests add no stories to it, since others list them."""
    with _world(tmp_path_factory.mktemp("reading")) as made:
        yield made


@pytest.fixture(scope="module")
def growing_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Serve a second world, to which tests add stories."""
    with _world(tmp_path_factory.mktemp("growing")) as made:
        yield made


@contextmanager
def _world(folder: Path) -> Iterator[World]:
    engine = sqlite(folder / "tracker.db")
    numbers = fill(engine)
    engine.dispose()
    with mail_server() as mails:
        settings = {"TRACKER_SMTP_HOST": "127.0.0.1", "TRACKER_SMTP_PORT": str(mails.port)}
        with served(folder, settings) as site:
            yield World(site, mails, numbers)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Run one Chromium for all tests of a worker, since starting it takes longer than the tests."""
    with browser() as running:
        yield running
