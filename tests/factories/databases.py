"""Makes SQLite databases with our tables and no rows: migrated once a process, and copied."""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from db.engine import open_database


@cache
def without_rows() -> bytes:
    """A file of SQLite with our tables and no rows."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tracker.db"
        open_database(f"sqlite:///{file}").dispose()
        return file.read_bytes()


def make_database(file: Path) -> None:
    """Let a file of SQLite have our tables, where there is none yet."""
    if not file.exists():
        file.write_bytes(without_rows())
        file.chmod(0o600)


def sqlite(file: Path) -> Engine:
    """The database in a file, made where there is none."""
    make_database(file)
    return open_database(f"sqlite:///{file}")
