"""Measure how fast archives are searched for pages, against FastWARC's iteration alone and parsing every page.

    python -m bench.backfill [--records 12000] [--bytes 32768] [--rounds 3] [--parsed 200] [--json FILE]

Makes a file like those of CC-NEWS (`bench.make_warc`), and reads it in several rounds, each way in turn: FastWARC alone
(unpack, heads, nothing else), ours without the database, ours complete, and, for a part of the pages, the cost of
importing everything: parsing and tagging. Prints medians of pages a second of processor time, the ratios, and which
planted pages were not found. Ends with 1 if any was not, or if ours is below the bar.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from fastwarc.warc import ArchiveIterator
from sqlalchemy import text

import config
from bench.in_turn import Line
from bench.make_warc import pages, write
from db.engine import open_database, reading
from db.models import Page
from tracker.backfill.backfill import want
from tracker.backfill.locate import locate
from tracker.backfill.one_file import installation, read_one
from tracker.backfill.promise import Promise, compile_promise
from tracker.backfill.promising_pages import steps
from tracker.backfill.raw_records import RawReader
from tracker.backfill.streams import opened
from tracker.parse.parser import parse
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.terms import find

BAR = 4_000
"""Records a second of processor time, of pages of 32 kB."""
ALONE, SEARCHED, WHOLE, PARSED = "FastWARC alone", "ours, searched", "ours, stored", "every page parsed"


def alone(file: Path) -> None:
    """Unpack all, and read the heads of WARC and the blocks."""
    for record in ArchiveIterator(str(file), parse_http=False):
        record.reader.read()


def searched(file: Path, promise: Promise) -> set[str]:
    """Return the addresses of pages that may name an initiative."""
    with opened(str(file)) as stream:
        found = steps(RawReader(stream, print), promise, print)
        return {page.url for step in found for page, _ in step.pages}


def stored(file: Path) -> None:
    """Do the whole work of a worker, into the database of the settings."""
    engine = installation().engine
    (file_id,), _ = want(engine, config.load(), locate(str(file)), again=True)
    read_one(file_id, str(file))


def parsed(made: list[tuple[str, bytes]], rules: Rules) -> None:
    """Read every page instead, to measure its cost."""
    for url, content in made:
        document = parse(Page(source="", key=url, url=url, sha256=""), content, None)
        find(f"{document.title}\n{document.text}", rules)


def seconds(work: Callable[[], object]) -> float:
    """Measure the processor time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(folder: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """Make the file, and read it each way in turn."""
    file, planted = folder / "bench.warc.gz", max(1, asked.records // 600)
    with file.open("wb") as stream:
        made = write(stream, asked.records, planted, asked.bytes)
    some = [(url, content) for url, content, *_ in islice(pages(made["pages"], planted, asked.bytes, 1), asked.parsed)]
    rules = compile_rules(config.load())
    promise = compile_promise(rules)
    missed = sorted(set(made["planted"]) - searched(file, promise))
    os.environ["TRACKER_DATABASE"] = f"sqlite:///{folder / 'tracker.db'}"
    open_database(os.environ["TRACKER_DATABASE"]).dispose()
    ways: dict[str, Callable[[], object]] = {
        ALONE: lambda: alone(file),
        SEARCHED: lambda: searched(file, promise),
        WHOLE: lambda: stored(file),
        PARSED: lambda: parsed(some, rules),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(asked.rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work))
    counts = {name: len(some) if name == PARSED else made["pages"] for name in ways}
    rates = {name: counts[name] / median(times) for name, times in taken.items()}
    with reading(installation().engine) as session:
        kept = session.connection().execute(text("SELECT count(*) FROM page")).scalar()
    facts = {"pages": made["pages"], "records": made["records"], "bytes": file.stat().st_size, "kept": kept}
    return {
        **facts,
        "content_bytes": made["content_bytes"],
        "pages_a_second": {name: round(rate) for name, rate in rates.items()},
        "records_a_second": {name: round(rates[name] * made["records"] / made["pages"]) for name in (ALONE, WHOLE)},
        "ratio": {name: round(rates[ALONE] / rate, 2) for name, rate in rates.items()},
        "planted": len(made["planted"]),
        "missed": missed,
    }


def short() -> list[Line]:
    """Measure what `make bench` shows."""
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), argparse.Namespace(records=1_500, bytes=32_768, rounds=3, parsed=40))
    rates = found["pages_a_second"].items()
    return [Line("backfill", way, round(1e6 / rate, 1), "page", found["ratio"][way], ALONE) for way, rate in rates]


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, usual in (("records", 12_000), ("bytes", 32_768), ("rounds", 3), ("parsed", 200)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), asked)
    for name, rate in found["pages_a_second"].items():
        print(f"{rate:8,} pages a second, {found['ratio'][name]:5} times the time of {ALONE}: {name}")
    print(f"{found['records_a_second'][WHOLE]:8,} records a second, requests and metadata counted (bar {BAR:,})")
    print(f"{found['kept']} of {found['pages']} pages kept; planted {found['planted']}, missed {found['missed']}")
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return int(bool(found["missed"]) or found["records_a_second"][WHOLE] < BAR)


if __name__ == "__main__":
    sys.exit(main())
