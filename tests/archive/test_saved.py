"""Tests saved files: what is too large is skipped by line, in bounded memory."""

import gzip
import json
import tracemalloc
from pathlib import Path

import pytest

from spiders.most import MOST_BYTES
from tests.processes.running import Tracker
from tracker.parse.saved import Unusable, numbered_lines, open_saved, read_content

RECORD = {"url": "https://example.org/1", "text": "The State Council issued guidelines on AI Plus."}


def endless(path: Path, after: bytes = b"") -> Path:
    """Return a gzip file of a few kilobytes with a line of many pages, and what follows it."""
    with gzip.open(path, "wb", 1) as stream:
        for _ in range(6):
            stream.write(b"x" * MOST_BYTES)
        stream.write(after)
    return path


def test_a_line_that_is_too_large_is_never_held(tmp_path: Path) -> None:
    file = endless(tmp_path / "a.jsonl.gz", b"\nlast")
    tracemalloc.start()
    with open_saved(file) as stream:
        found = list(numbered_lines(stream))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [(1, None), (2, b"last")]
    assert peak < 3 * MOST_BYTES


@pytest.mark.parametrize(("size", "held"), [(MOST_BYTES, True), (MOST_BYTES + 1, False)])
def test_the_bound_of_a_line(tmp_path: Path, size: int, held: bool) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"x" * (size - 1) + b"\nlast\n")
    with open_saved(tmp_path / "a.jsonl") as stream:
        assert [line is not None for _, line in numbered_lines(stream)] == [held, True]


def test_a_saved_page_is_no_larger_than_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>"))
    assert read_content(tmp_path / "a.html.gz") == b"<p>"
    with pytest.raises(Unusable, match="larger than a page may be"):
        read_content(endless(tmp_path / "b.html.gz"))
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(b"<p>")[:-3])
    with pytest.raises(Unusable, match="no whole gzip file"):
        read_content(tmp_path / "c.html.gz")


@pytest.mark.parametrize("command", [("import",), ("analyze",)])
def test_the_line_is_reported_and_what_follows_is_read(tmp_path: Path, command: tuple[str, ...]) -> None:
    endless(tmp_path / "a.jsonl.gz", b"\n{}\n" + json.dumps(RECORD).encode())
    done = Tracker(tmp_path).run(*command, "a.jsonl.gz", code=1)
    first, second = done.stderr.splitlines()
    assert first == f"tracker: a.jsonl.gz:1: is larger than a page may be ({MOST_BYTES} bytes)"
    assert second.startswith("tracker: a.jsonl.gz:2: is not a record")
    assert "imported 1 page" in done.stdout or json.loads(done.stdout)["mentions"]


def test_only_the_first_of_many_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"{}\n" * 50)
    done = Tracker(tmp_path).run("import", "a.jsonl", code=2)
    assert len(done.stderr.splitlines()) == 21
    assert done.stderr.endswith("tracker: 30 more like these were skipped\n")
    assert "not usable: 50 malformed" in done.stdout
