"""Tests that an error of the disk says whether the disk is full."""

import sqlite3
from pathlib import Path

import pytest

from db.connect import said

# As on a full disk, no file of /proc has room.
FULL = "/proc/tracker.db"


@pytest.mark.parametrize(
    ("message", "database", "told"),
    [
        ("disk I/O error", FULL, "disk I/O error: the disk is full"),
        ("disk I/O error", f"file:{FULL}", "disk I/O error: the disk is full"),
        ("disk I/O error", "tracker.db", "disk I/O error"),
        ("disk I/O error", None, "disk I/O error"),
        ("database is locked", FULL, "database is locked"),
    ],
)
def test_an_error_of_the_disk_says_whether_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: str, database: str | None, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(sqlite3.OperationalError(message), database) == told
