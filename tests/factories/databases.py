"""Make SQLite databases with our tables and no rows: migrated once per process, and copied."""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from db.engine import open_database


@cache
def without_rows() -> bytes:
    """Return an SQLite file with our tables and no rows."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tracker.db"
        open_database(f"sqlite:///{file}").dispose()
        return file.read_bytes()


def make_database(file: Path) -> None:
    """Create our tables in an SQLite file that does not exist yet."""
    if not file.exists():
        file.write_bytes(without_rows())
        file.chmod(0o600)


def sqlite(file: Path) -> Engine:
    """Open the database in a file, created if it does not exist."""
    make_database(file)
    return open_database(f"sqlite:///{file}")
