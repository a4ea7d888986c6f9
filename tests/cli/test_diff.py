"""Tests what `tracker diff` says of one copy, of copies with the same words, and of others."""

import re
from pathlib import Path

import pytest

from tests.processes.running import Tracker

URL = "https://www.miit.gov.cn/a.html"
HEAD = "<html><head><title>低空经济再上台阶</title></head>"
PAGE = f"{HEAD}<body><p>工业和信息化部6月5日通报：低空经济规模达到6000亿元。</p></body></html>"


@pytest.mark.parametrize(
    ("later", "says", "code"),
    [
        (PAGE, r"only one copy is stored: \d{4}-\d\d-\d\d \d\d:\d\d UTC, sha256 [0-9a-f]{12}\b", 0),
        (PAGE.replace("<p>", "<p class='a'>"), "no change in title, date, publisher or text", 0),
        (PAGE.replace("6000", "7000"), r"\{\+7000", 1),
    ],
    ids=["one copy", "other markup", "other words"],
)
def test_copies_are_compared_if_there_are_two(tmp_path: Path, later: str, says: str, code: int) -> None:
    tracker = Tracker(tmp_path)
    for content in (PAGE, later):
        (tmp_path / "a.html").write_text(content, encoding="utf-8")
        tracker.run("import", "a.html", "--url", URL)
        tracker.run("read")
    for form in ("text", "html"):
        pattern = says if form == "text" else says.replace(r"\{\+", "<ins>")
        assert re.search(pattern, tracker.run("diff", URL, "--format", form, code=code).stdout, re.IGNORECASE)
