"""Decide how a command ends that cannot go on: with one line and an exit code."""

import errno
import re
import sqlite3
import sys
from collections.abc import Iterable

from sqlalchemy import exc

from config import ConfigError
from db.engine import DatabaseAwayError, DatabaseError, first_line, is_damaged, is_forbidden
from tracker.cli.frame import Complaint
from tracker.parse.saved import Unusable

# What no further try changes: the name leads elsewhere, or to what we may not touch.
MISNAMED = (FileNotFoundError, NotADirectoryError, IsADirectoryError, FileExistsError, PermissionError)
MISNAMED_CODES = (errno.ELOOP, errno.ENAMETOOLONG)


def ending(error: Exception) -> tuple[str, int] | None:
    """Return the message and the exit code: 2 for input that cannot be used, 75 where another try may succeed.

    None for errors that should not have happened, which need a traceback.
    """
    if isinstance(error, (Complaint, ConfigError, DatabaseError, Unusable)):
        return str(error), 75 if isinstance(error, DatabaseAwayError) else 2
    if isinstance(error, UnicodeEncodeError) and (word := _no_text(sys.argv)):
        return f"{word!r} contains invalid characters; write it in UTF-8", 2
    if isinstance(error, OSError) and (isinstance(error, MISNAMED) or error.errno in MISNAMED_CODES) and error.filename:
        return f"{error.filename}: {(error.strerror or 'cannot be used').lower()}; name another place", 2
    if isinstance(error, (exc.DBAPIError, sqlite3.Error)) and (told := _lasting(error)):
        return told, 2
    if isinstance(error, (exc.OperationalError, sqlite3.OperationalError, OSError)):
        return f"{first_line(error)}; nothing is lost, try again", 75
    return None


def _lasting(error: exc.DBAPIError | sqlite3.Error) -> str | None:
    """Say what is wrong with the database, if no further try can succeed."""
    if is_forbidden(error):
        return f"this account may not do that with the database ({first_line(error)}); give it the right to"
    if is_damaged(error):
        return f"the database is damaged ({first_line(error)}); restore a backup"
    return None


def _no_text(words: Iterable[str]) -> str | None:
    """Return the first word of a command line with a byte that is not UTF-8.

    Python decodes each such byte to a lone surrogate.
    """
    return next((word for word in words if re.search("[\ud800-\udfff]", word)), None)
