"""Define where the tests find data, what they do when something is missing, and what each of them needs."""

import gc
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import Engine

from config import Config, load
from db.engine import open_database
from tests import sizes
from tests.factories.databases import make_database
from tests.lacking import cannot_run
from tests.servers.mailserver import MailServer, mail_server
from tests.servers.postgresql import Cluster, MissingError, memory
from tests.servers.shared_cluster import shared_cluster
from tests.shared_process import RUN

SHARED = Path(__file__).parents[2] / "shared"
# What comes from these packages starts servers or processes of ours.
MARKS = {
    "tests.servers": "servers",
    "tests.processes": "processes",
    "bench.samples": "processes",
    "tracker.bounded.process": "processes",
}
SERVERS = {"server", "postgresql"}
# Bytes of memory for the files of all tests, by day and by night.
ENOUGH = 4 * 2**30


def pytest_addoption(parser: pytest.Parser) -> None:
    """Allow data at full size."""
    parser.addoption(
        "--full", action="store_true", help="make worlds as large as they are meant to be, and run `nightly`"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Set, before anything is collected, the size of generated data, and the environment."""
    os.environ.setdefault(RUN, str(os.getpid()))
    if "PYTEST_XDIST_WORKER" not in os.environ:
        # Data of the tests and of the commands that they run is separate from the user's.
        kept = tempfile.TemporaryDirectory(prefix="tracker-test-cache-")
        os.environ["XDG_CACHE_HOME"] = kept.name
        config.add_cleanup(kept.cleanup)
        if config.getoption("numprocesses", None) and not config.option.basetemp:
            # Thousands of databases whose commits wait for no disk. One process keeps what failed where pytest does.
            folder = tempfile.TemporaryDirectory(prefix="tracker-test-", dir=memory(ENOUGH), ignore_cleanup_errors=True)
            config.option.basetemp = f"{folder.name}/run"
            config.add_cleanup(folder.cleanup)
    if config.getoption("--full"):
        sizes.be_full()
    if not config.getoption("numprocesses", None):
        # Nothing that is imported and collected is garbage; looking for some takes a fifth of the time.
        gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage again, but not among thousands of collected tests."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs servers or processes, leave out what is for the night, and begin with the longest tests."""
    for item in items:
        for mark in _needs(item):
            item.add_marker(mark)
    if not config.getoption("--full"):
        repeated = _repeated_on_postgresql(items)
        left_out = {item for item in items if item.get_closest_marker("nightly")} | repeated
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    _deal(items)


def _repeated_on_postgresql(items: list[pytest.Item]) -> set[pytest.Item]:
    """Return all but the first case of each test on PostgreSQL: cases differ in their data, and not in their queries.

    Of a module that is marked `once_on_postgresql`, return all but its first test. All run on SQLite by day, and on
    both by night.
    """
    tried: set[str] = set()
    repeated = set()
    for item in items:
        if "postgresql" in _parameters(item):
            test = item.nodeid.partition("::" if item.get_closest_marker("once_on_postgresql") else "[")[0]
            if test in tried:
                repeated.add(item)
            tried.add(test)
    return repeated


def _parameters(item: pytest.Item) -> list[object]:
    callspec = getattr(item, "callspec", None)
    return [*callspec.params.values()] if callspec else []


def _deal(items: list[pytest.Item]) -> None:
    """Let every worker begin with its share of slow tests: a late one would keep one worker busy and others idle.

    The slow tests of a module stay together, since they share what is made once in a worker. Of the other tests, each
    worker gets so many that all have the same number: that is how they are handed out.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    modules = defaultdict(list)
    for item in items:
        if item.get_closest_marker("slow"):
            modules[item.path].append(item)
    others = iter([item for item in items if not item.get_closest_marker("slow")])
    shares: list[list[pytest.Item]] = [[] for _ in range(workers)]
    for tests in sorted(modules.values(), key=_seconds, reverse=True):
        min(shares, key=_seconds).extend(tests)
    left, dealt = len(items), []
    for number, share in enumerate(shares):
        most = left // (workers - number)
        dealt += [*share, *islice(others, max(0, most - len(share)))]
        left -= most
    items[:] = [*dealt, *others]


def _seconds(items: list[pytest.Item]) -> int:
    """Return about how long slow tests take together, as their marks say."""
    marks = [item.get_closest_marker("slow") for item in items]
    return sum(mark.args[0] if mark.args else 5 for mark in marks if mark)


def _needs(item: pytest.Item) -> set[str]:
    """Decide by what its module imports, what its fixtures call, and the database that it runs on."""
    assert isinstance(item, pytest.Function)
    marks = {*_started_by_module(item.module)}
    for name in item.fixturenames:
        for fixture in item._fixtureinfo.name2fixturedefs.get(name, ()):
            marks |= _started_by_fixture(fixture.func)
    if SERVERS & set(item.fixturenames) or "postgresql" in _parameters(item):
        marks.add("servers")
    return marks


@cache
def _started_by_module(module: ModuleType) -> frozenset[str]:
    return _marks(vars(module).values())


@cache
def _started_by_fixture(function: Callable[..., object]) -> frozenset[str]:
    known = function.__globals__
    return _marks(known[name] for name in function.__code__.co_names if name in known)


def _marks(values: Iterable[object]) -> frozenset[str]:
    """Return the marks of the packages that any of these comes from."""
    origins = {getattr(value, "__module__", None) or getattr(value, "__name__", "") for value in values}
    return frozenset(mark for package, mark in MARKS.items() if any(str(one).startswith(package) for one in origins))


@pytest.fixture(scope="session")
def config() -> Config:
    """Return the declarations that ship with the package."""
    return load()


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Run a mail server that accepts everything by default."""
    with mail_server() as running:
        yield running


@pytest.fixture(scope="session")
def postgresql() -> Cluster:
    """Return the PostgreSQL cluster of this run: a machine without one skips, and CI must not skip."""
    try:
        return shared_cluster()
    except MissingError as error:
        cannot_run(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database without rows: a test that uses it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        file = tmp_path / "tracker.db"
        make_database(file)
        yield f"sqlite:///{file}"
        return
    running: Cluster = request.getfixturevalue("postgresql")
    url = running.fresh()
    yield url
    running.drop(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Return a database without rows, on SQLite and on PostgreSQL."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real texts and pages: a clone has none and skips; CI has it and must not skip."""
    if not SHARED.is_dir():
        cannot_run(f"no {SHARED}: real texts and pages are not part of the project")
    return SHARED
