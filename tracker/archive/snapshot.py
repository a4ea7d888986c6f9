"""Write a public snapshot: an SQLite database of what was published, and the same rows as Parquet."""

import hashlib
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Engine

from config import Config
from db.copying import Part, copy
from db.engine import open_to_read
from db.moments import now
from tracker.contract import VERSION
from tracker.search.indexing import index_missing
from tracker.text.printable import as_json

DATABASE = "tracker.db"
ABOUT = "snapshot.json"
SUMS = "SHA256SUMS"
PUBLISHED = Part(
    frozenset(
        {
            *("announcement", "blockingkey", "bodycount", "content", "crawl", "daycount"),
            *("document", "mention", "monthcount", "page", "story", "storylink"),
        }
    ),
    # Requests name whom a site may write to.
    frozenset({"page.request_head"}),
)
"""What a snapshot holds: pages and what they say. A table that is not named here stays empty."""
UNFINISHED = ".unfinished-"
A_DAY = 86_400
READABLE = 0o644
BLOCK = 2**20
Progress = Callable[[int, int], None]


class OccupiedError(ValueError):
    """A folder that holds something else; the text is one line."""


def write_snapshot(engine: Engine, config: Config, folder: Path, progress: Progress | None = None) -> dict[str, int]:
    """Write a snapshot into a folder, or over an older one; give the rows of each file.

    All is made beside it first and then put in place file by file, the digests last: what is fetched in between fails
    their check. Parquet is left out where the extra `parquet` is not installed. Raise OccupiedError for a folder with
    files that are no snapshot's: a database there may be the one that is copied.
    """
    if folder.exists() and not (folder / ABOUT).is_file() and any(not _is_ours(file) for file in folder.iterdir()):
        raise OccupiedError(f"{folder} contains other files; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{UNFINISHED}*"):
        if time.time() - left.stat().st_mtime > A_DAY:
            shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=folder, prefix=UNFINISHED) as made:
        counts = _make(engine, config, Path(made), progress)
        for name in (*_names(Path(made)), SUMS):
            file = Path(made) / name
            file.chmod(READABLE)
            file.replace(folder / name)
    return counts


def _make(engine: Engine, config: Config, folder: Path, progress: Progress | None) -> dict[str, int]:
    at, file = now(), folder / DATABASE
    counts = {DATABASE: copy(engine, f"sqlite:///{file}", _index, progress, PUBLISHED)}
    with closing(sqlite3.connect(file)) as connection:
        # One file, which can be read where nothing can be written.
        connection.execute("PRAGMA journal_mode=DELETE")
    if find_spec("pyarrow"):
        from tracker.archive.parquet import write_parquet  # noqa: PLC0415 - an extra

        copied = open_to_read(f"sqlite:///{file}")
        try:
            counts |= {
                f"{name}.parquet": count for name, count in write_parquet(copied, config, folder, progress).items()
            }
        finally:
            copied.dispose()
    about = {
        "made_at": at,
        "software": f"policy-initiative-tracker {version('policy-initiative-tracker')}",
        "contract": f"tracker:v{VERSION}",
        "rows": counts,
    }
    (folder / ABOUT).write_text(f"{as_json(about, indent=2)}\n", encoding="utf-8")
    sums = "".join(f"{_digest(folder / name)}  {name}\n" for name in _names(folder))
    (folder / SUMS).write_text(sums, encoding="utf-8")
    return counts


def _is_ours(file: Path) -> bool:
    return file.name.startswith(UNFINISHED)


def _index(made: Engine) -> None:
    index_missing(made)


def _names(folder: Path) -> list[str]:
    """List the files of a snapshot, without the file of their digests and what SQLite keeps beside its own."""
    return sorted(file.name for file in folder.iterdir() if file.suffix in (".db", ".json", ".parquet"))


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while part := stream.read(BLOCK):
            digest.update(part)
    return digest.hexdigest()
