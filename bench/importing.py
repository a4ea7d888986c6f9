"""Measure how fast records are stored, against the database's driver alone and one page after the other.

    python -m bench.importing [--records 5000] [--rounds 5] [--database URL]

The driver writes the same rows into the same tables, hashed and compressed, and asks nothing. On PostgreSQL only the
time of the client counts. Ends with 1 if storing at once is below the bar: 20,000 records a second on SQLite, 15,000 on
PostgreSQL.
"""

import argparse
import hashlib
import json
import random
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bench.in_turn import Line, measured, show
from bench.make_warc import words
from config import load
from db.engine import open_database, writing
from db.models import Page, now
from db.store.many_pages import COLUMNS, NewPage, add_pages
from db.store.pages import add_page
from tracker.archive.batch import PAGES
from tracker.archive.transfer import import_files
from tracker.parse import records

BARS = {"sqlite": 20_000, "postgresql": 15_000}
DRIVER, AT_ONCE, WHOLE, SINGLY = "driver alone", "stored at once", "tracker import, a file", "stored one by one"
SLOW = 10
"""One by one, so many times fewer records are stored."""


def lines(count: int) -> list[bytes]:
    """Return records of about 1.5 kB, which compress as badly as real ones."""
    draw = random.Random(1)  # noqa: S311
    texts = ("".join(words("zh", draw) for _ in range(8)) for _ in range(count))
    made = ({"url": f"https://example.org/{number}", "text": text} for number, text in enumerate(texts))
    return [json.dumps(record, ensure_ascii=False).encode() for record in made]


class Bench:
    """The records, and an empty database for each way."""

    def __init__(self, engine: Engine, count: int, folder: Path) -> None:
        self.engine, self.lines, self.file = engine, lines(count), folder / "records.jsonl"
        self.file.write_bytes(b"\n".join(self.lines))
        self.sources = load().sources

    def empty(self) -> None:
        """Remove all rows, and let the log be short again."""
        with writing(self.engine) as session:
            for table in ("page", "content"):
                session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def by_driver(self) -> None:
        """Write rows, and nothing else."""
        names = (*COLUMNS, "sha256", "status", "checks", "checked_at")
        mark = "?" if self.engine.dialect.name == "sqlite" else "%s"
        into = "INSERT INTO {} ({}) VALUES ({})"
        page = into.format("page", ", ".join(names), ", ".join(mark for _ in names))
        content = into.format("content", "sha256, size, zipped", ", ".join(mark for _ in range(3)))
        at: Any = now() if mark == "%s" else now().isoformat(" ")
        for start in range(0, len(self.lines), PAGES):
            some = self.lines[start : start + PAGES]
            pages, contents = [], []
            for number, line in enumerate(some, start):
                sha256 = hashlib.sha256(line).hexdigest()
                facts = {"url": f"https://example.org/{number}", "key": f"example.org/{number}", "source": "import"}
                row = {**dict.fromkeys(COLUMNS), **facts, "content_type": records.CONTENT_TYPE, "fetched_at": at}
                row |= {"request_head": "", "response_head": "", "backfilled": True}
                pages.append((*row.values(), sha256, 200, 1, at))
                contents.append((sha256, len(line), zlib.compress(line)))
            with writing(self.engine, durable=False) as session:
                cursor = session.connection().connection.cursor()
                cursor.executemany(content, contents)
                cursor.executemany(page, pages)

    def at_once(self) -> None:
        """Store batches as an import does."""
        for start in range(0, len(self.lines), PAGES):
            some = enumerate(self.lines[start : start + PAGES], start)
            with writing(self.engine, durable=False) as session:
                add_pages(session, [(self._page(number), line) for number, line in some])

    def singly(self) -> None:
        """Store some of the pages as a crawl does."""
        for number, line in enumerate(self.lines[: len(self.lines) // SLOW]):
            page = self._page(number)
            with writing(self.engine, durable=False) as session:
                add_page(session, Page(url=page.url, source=page.source, key=page.key, sha256=""), line)

    def whole(self) -> None:
        """Import the file."""
        import_files(self.engine, self.sources, [self.file], None, print)

    def _page(self, number: int) -> NewPage:
        name = f"example.org/{number}"
        return NewPage(f"https://{name}", records.CONTENT_TYPE, source="import", key=name)


def measure(count: int, rounds: int, database: str = "") -> list[Line]:
    """Measure all ways in turn."""
    with tempfile.TemporaryDirectory() as name:
        engine = open_database(database or f"sqlite:///{name}/bench.db")
        bench = Bench(engine, count, Path(name))
        some = count // SLOW
        found = measured(
            "importing",
            "record",
            {
                DRIVER: (bench.by_driver, count),
                AT_ONCE: (bench.at_once, count),
                WHOLE: (bench.whole, count),
                SINGLY: (bench.singly, some),
            },
            rounds,
            bench.empty,
        )
        engine.dispose()
    return found


def short() -> list[Line]:
    """Measure what `make bench` shows."""
    return measure(2_000, 5)


def main() -> int:
    """Print the table, and judge."""
    options = argparse.ArgumentParser(prog="python -m bench.importing", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--records", type=int, default=5_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--database", default="", help="an empty one; a file of its own if not given")
    chosen = options.parse_args()
    found = measure(chosen.records, chosen.rounds, chosen.database)
    show(found)
    reached = 1e6 / next(one.microseconds for one in found if one.way == AT_ONCE)
    bar = BARS["postgresql" if chosen.database.startswith("postgresql") else "sqlite"]
    print(f"{reached:,.0f} records a second stored at once (bar {bar:,})")
    return int(reached < bar)


if __name__ == "__main__":
    sys.exit(main())
