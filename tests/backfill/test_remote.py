"""Tests archives on the web and in S3: read by ranges, listed, and resumed after a connection was cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.archives import archive, wacz
from tests.processes.running import Tracker
from tests.servers.objects import Objects, objects

pytestmark = pytest.mark.slow(20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Objects]:
    """Run a store with two archives, a WACZ and a list of them."""
    one, two = (archive(tmp_path / name, range(n, n + 30)) for n, name in ((0, "one.warc.gz"), (30, "two.warc.gz")))
    with objects() as running:
        running.files = {
            "/bucket/news/one.warc.gz": one.read_bytes(),
            "/bucket/news/two.warc.gz": two.read_bytes(),
            "/bucket/three.wacz": wacz(tmp_path / "three.wacz", one=one.read_bytes()).read_bytes(),
            "/bucket/all.paths": b"news/one.warc.gz\nnews/two.warc.gz\n",
        }
        yield running


def installation(folder: Path, store: Objects) -> Tracker:
    """Return an installation whose S3 is the store."""
    keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_DEFAULT_REGION": "us-east-1"}
    # Libraries that are not ours warn of each other.
    return Tracker(folder, {"AWS_ENDPOINT_URL": store.url, **keys, "PYTHONWARNINGS": "ignore", "NO_PROXY": "127.0.0.1"})


@pytest.mark.parametrize(
    ("place", "pages"),
    [
        ("{http}/bucket/all.paths", 6),
        pytest.param("{http}/bucket/three.wacz", 3, marks=pytest.mark.nightly),
        ("s3://bucket/news", 6),
        pytest.param("s3://bucket/news/*two*", 3, marks=pytest.mark.nightly),
        pytest.param("s3://bucket/all.paths", 6, marks=pytest.mark.nightly),
        pytest.param("s3://bucket/three.wacz", 3, marks=pytest.mark.nightly),
    ],
)
def test_archives_that_are_elsewhere(tmp_path: Path, store: Objects, place: str, pages: int) -> None:
    tracker = installation(tmp_path, store)
    told = tracker.json("backfill", place.format(http=store.url))
    assert (told["pages"], told["problems"], told["lines"]) == (pages, [], [])
    again = tracker.json("backfill", place.format(http=store.url))
    assert (again["files"], again["before"]) == (0, told["files"])


def test_a_cut_connection_is_no_damaged_archive(tmp_path: Path, store: Objects) -> None:
    """The file has failed for now; the next backfill continues it."""
    tracker = installation(tmp_path, store)
    whole = store.files["/bucket/news/one.warc.gz"]
    del store.files["/bucket/news/one.warc.gz"]
    told = tracker.run("backfill", f"{store.url}/bucket/all.paths", code=1)
    assert f"{store.url}/bucket/news/one.warc.gz: does not exist" in told.stderr
    assert "1 file failed" in told.stdout
    store.files["/bucket/news/one.warc.gz"] = whole
    store.ends["/bucket/news/one.warc.gz"] = len(whole) // 2
    told = tracker.run("backfill", f"{store.url}/bucket/all.paths", code=None)
    last = tracker.json("backfill", f"{store.url}/bucket/all.paths")
    assert (last["before"] + last["files"], last["problems"]) == (2, [])
