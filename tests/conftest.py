"""Where the tests find things, and what they do when something is missing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from config import Config, load
from db.engine import open_database
from tests.mailserver import MailServer, mail_server
from tests.postgresql import Cluster, MissingError, cluster

SHARED = Path(__file__).parents[2] / "shared"


# Minutes long each: begun last, they would keep one process busy while the others have nothing to do.
LONGEST = ("test_half_year.py",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which what takes hours is tested, too."""
    parser.addoption("--nightly", action="store_true", help="also run what is marked as nightly")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the longest tests, and leave out those of the night."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
    if not config.getoption("--nightly"):
        items[:] = [item for item in items if item.get_closest_marker("nightly") is None]


@pytest.fixture(scope="session")
def config() -> Config:
    """The declarations that ship with the package."""
    return load()


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server that takes everything unless told otherwise."""
    with mail_server() as running:
        yield running


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL cluster: a machine without one skips, and CI must not skip."""
    try:
        with cluster() as running:
            yield running
    except MissingError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database: whoever asks for one runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tracker.db'}"
        return
    running: Cluster = request.getfixturevalue("postgresql")
    url = running.fresh()
    yield url
    running.drop(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A fresh database with our tables, on SQLite and on PostgreSQL."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and pages: a clone has none and skips; CI has it and must not skip."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI needs {SHARED}")
        pytest.skip(f"no {SHARED}: real texts and pages are not part of the project")
    return SHARED
