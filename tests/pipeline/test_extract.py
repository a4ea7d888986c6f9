"""Tests batches of saved pages: what is read, and what is refused in one line with file and line number."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.processes.running import Tracker

LABEL = {"id": "1", "file": "page.html", "url": "https://www.example.org/1"}


def line(**fields: Any) -> bytes:
    """A label as a line, with other fields."""
    return json.dumps({**LABEL, **fields}).encode()


def without(name: str) -> bytes:
    """A label as a line, without a field."""
    return json.dumps({key: value for key, value in LABEL.items() if key != name}).encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[]", "is not a label"),
        (b"no json", "is not JSON"),
        (b"\x1f\x8b\xff", "is not UTF-8 at byte 2"),
        (without("id"), 'has no "id"'),
        (without("file"), 'has no "file"'),
        (without("url"), 'has no "url"'),
        (line(file=5), '"file" must be a string (found 5)'),
        (line(url=None), '"url" must be a string (found null)'),
        (line(url="https://[x"), '"url" is not an address'),
        (line(file="gone.html"), '"file" names no page that can be read: gone.html: No such file'),
        (line(file="."), '"file" names no page that can be read'),
        (line(file="a\x00"), '"file" names no page that can be read'),
    ],
    ids=lambda value: repr(value)[:50],
)
def test_a_line_that_names_no_page_is_reported(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "page.html").write_text("<p>AI Plus</p>", encoding="utf-8")
    (tmp_path / "labels.jsonl").write_bytes(line() + b"\n\n" + content + b"\n" + line(id="2"))
    done = Tracker(tmp_path).run("extract", "--batch", "labels.jsonl", code=1)
    assert f"labels.jsonl:3: {told}" in done.stderr
    assert done.stderr.count("\n") == 1
    assert [json.loads(row)["id"] for row in done.stdout.splitlines()] == ["1", "2"]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + line(), line(id=7, rows=[]), line(id="\ud800")], ids=repr)
def test_what_a_batch_may_hold(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "page.html").write_text("<p>AI Plus</p>", encoding="utf-8")
    (tmp_path / "labels.jsonl").write_bytes(content)
    assert json.loads(Tracker(tmp_path).run("extract", "--batch", "labels.jsonl").stdout)["id"]
