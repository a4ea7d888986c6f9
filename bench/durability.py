"""Measure the cost of waiting for the disk: durable transactions of SQLite against those that a power cut may undo.

`python -m bench.durability --folder /var/lib/tracker` prints milliseconds a transaction and their ratio. Name a folder
on the disk to measure: one in memory has nothing to wait for. There is no bar, since the figure is the disk's.
"""

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from sqlalchemy import Engine

from db.engine import open_database, writing
from db.models import Page
from db.store.pages import add_page

ROUNDS = 9
TRANSACTIONS = 100
CONTENT = b"<p>text</p>" * 2000


def main() -> None:
    """Measure both in turn, and print the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.durability", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the database is made; the current folder if none is named")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder or Path.cwd()) as folder:
        engine = open_database(f"sqlite:///{folder}/durability.db")
        took: dict[bool, list[float]] = {True: [], False: []}
        for turn in range(ROUNDS):
            for durable, times in took.items():
                times.append(_milliseconds(engine, turn, durable))
        engine.dispose()
    waits, hasty = median(took[True]), median(took[False])
    print(f"durable: {waits:.2f} ms a transaction of one page, not durable: {hasty:.2f} ms, ratio {waits / hasty:.1f}")


def _milliseconds(engine: Engine, turn: int, durable: bool) -> float:
    began = time.perf_counter()
    for number in range(TRANSACTIONS):
        name = f"{turn} {durable} {number}"
        with writing(engine, durable=durable) as session:
            page = Page(source="bench", key=name, url=f"https://example.org/{number}", sha256="")
            add_page(session, page, name.encode() + CONTENT)
    return (time.perf_counter() - began) / TRANSACTIONS * 1000


if __name__ == "__main__":
    main()
