"""Tests `tracker compare`: lanes share one axis at any width, and what cannot be compared is said in one line."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.processes.running import Tracker
from tracker.cli.screen.lanes import lanes_page


def row(name: str, *acts: tuple[str | None, str]) -> dict[str, Any]:
    """Return a row as `tracker.views.compared` has it."""
    told = [
        {"day": date.fromisoformat(day) if day else None, "act": act, "announcements": 1, "announcement": 1}
        for day, act in acts
    ]
    first = min((one["day"] for one in told if one["day"]), default=None)
    known = {"initiative": name.lower(), "initiative_name": name, "state": None, "first": first, "last": first}
    return known | {"announcements": len(told), "acts": told}


def lines(monkeypatch: pytest.MonkeyPatch, width: int, *rows: dict[str, Any]) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    return [words.plain for words, _, _ in lanes_page(rows).lines]


ONE = row("One", ("2020-01-01", "mentioned"), ("2020-01-01", "issued"), ("2025-12-31", "progress"))
OTHER = row("Other", (None, "pledged"), ("2023-01-01", "launched"))


@pytest.mark.parametrize("width", [40, 80, 1000])
def test_lanes_share_one_axis(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    first, second, years, *_ = lines(monkeypatch, width, ONE, OTHER)
    assert len(first) == len(second) == min(width, 100)
    assert (first[:8], first[-1]) == ("One    I", "R"), "the strongest act of a cell is shown"
    assert first.strip("OneIR ·") == ""
    assert second.index("L") == years.index("2023")
    assert years.split() == [str(year) for year in range(2020, 2026) if str(year) in years]


def test_days_side_by_side_have_a_cell_each(monkeypatch: pytest.MonkeyPatch) -> None:
    told = row("One", ("2025-08-26", "issued"), ("2025-08-28", "progress"))
    assert lines(monkeypatch, 80, told, OTHER | {"acts": []})[0] == "One    I·R"


def test_what_has_no_day_has_no_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    undated = row("Other", (None, "pledged"))
    told = lines(monkeypatch, 80, undated, row("Third"))
    assert told[0] == "Other  other"
    assert "pledged  once, first on no known day" in told
    assert "never announced" in told


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("ai-plus",), "name another initiative than ai-plus"),
        (("ai-plus", "ai-plus"), "name another initiative than ai-plus"),
        (("ai-plus", "nothing"), "no initiative is called 'nothing'"),
        (("ai-plus", "six-g", "--format", "json", "--plot", "-"), "--plot draws instead of printing"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    told = Tracker(tmp_path).run("compare", *words, code=2)
    assert why in told.stderr
    assert told.stderr.count("\n") == 1
