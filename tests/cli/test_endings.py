"""Tests which errors end a command as wrong input, and which as something that another try may cure."""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import exc

from tracker.cli.endings import ending
from tracker.cli.frame import unwritable


def failed(code: int, name: str | None) -> OSError:
    """Return the error that Python raises for a code of the system, about a file."""
    return OSError(code, "What The System Says", name)


@pytest.mark.parametrize(
    ("error", "told", "code"),
    [
        (failed(errno.ENOTDIR, "/dev/null/x"), "/dev/null/x: what the system says; name another place", 2),
        (failed(errno.ENOENT, "gone/x"), "gone/x: what the system says; name another place", 2),
        (failed(errno.EISDIR, "mails"), "mails: what the system says; name another place", 2),
        (failed(errno.EACCES, "/root/x"), "/root/x: what the system says; name another place", 2),
        (failed(errno.ENAMETOOLONG, "x"), "x: what the system says; name another place", 2),
        (failed(errno.ENOSPC, "x"), "[Errno 28] What The System Says: 'x'; nothing is lost, try again", 75),
        (failed(errno.EACCES, None), "[Errno 13] What The System Says; nothing is lost, try again", 75),
        (sqlite3.OperationalError("database is locked"), "database is locked; nothing is lost, try again", 75),
        (exc.OperationalError("", {}, Exception("away")), "away; nothing is lost, try again", 75),
    ],
    ids=str,
)
def test_only_what_another_try_may_cure_is_put_off(error: Exception, told: str, code: int) -> None:
    assert ending(error) == (told, code)


def test_a_full_disk_under_an_export_is_put_off() -> None:
    full = "[Errno 28] What The System Says: 'a.zip'; nothing is lost, try again"
    assert ending(unwritable(Path("a.zip"), failed(errno.ENOSPC, "a.zip"))) == (full, 75)
    assert ending(unwritable(Path("a.zip"), failed(errno.ENOTDIR, "a.zip"))) == (
        "a.zip: cannot be written: What The System Says",
        2,
    )


def test_what_should_not_have_happened_needs_a_traceback() -> None:
    assert ending(KeyError("x")) is None
