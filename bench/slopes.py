"""Measure whether a document costs as much in a large archive as in a small one, and whether memory stays the same.

    python -m bench.slopes [--sizes 10000 30000 100000] [--database URL] [--json FILE]

An archive grows to each of the sizes. The last thousand documents of each are imported and read, with alerts that ask
for them, each in a process of its own; then the archive is searched. Prints the processor time of one document and the
memory of each process, and the slope from the first size to the last: time grows as the number of documents to the
power of it, and 1 is a time in proportion. A search has a slope of 0 if it does not depend on the size. Ends with 1 if
a slope is above 1.1, or memory grows by more than a quarter. A hundred thousand documents take half an hour of
processor time, a million (`--sizes 10000 100000 1000000`) five hours.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from math import log
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any, NamedTuple
from unittest import mock

from bench.in_turn import seconds
from bench.search import FIRST, Words, queries
from config import load
from db.engine import open_database, reading
from db.queries.timeline import Wanted
from tests.factories.announcements import add_alert
from tracker.archive.transfer import import_files
from tracker.pipeline.fold import fold
from tracker.pipeline.read import read as read_all
from tracker.search import answers
from tracker.search.indexing import index
from tracker.search.language import read_query

SIZES = (10_000, 30_000, 100_000)
STEEPEST, MOST_MEMORY = 1.1, 1.25
NAMING, RETOLD = 5, 3
"""One document in so many names an initiative; of these, one in so many reports what the one before does."""
YEARS = 10
SAMPLE = 1_000
"""So many documents are measured at each size, or all of a smaller one."""
ALERTS = 20
PIPELINE = read_all.__module__
PAPERS = ("深入实施“人工智能+”行动", "推动低空经济高质量发展", "加快发展新质生产力", "推进新型工业化")


class Cost(NamedTuple):
    """What a part of the work took: microseconds of processor time for each document or search, and megabytes."""

    documents: int
    work: str
    microseconds: float
    megabytes: float


def records(first: int, last: int, of: int) -> Iterator[dict[str, Any]]:
    """Return the records of the documents with these numbers, of an archive of so many; the same at each call."""
    words, bodies = Words(random.Random(first)), sorted(load().bodies.values(), key=lambda body: body.id)  # noqa: S311
    news = ""
    for number in range(first, last):
        language, title, text = words.item()
        day = (FIRST + timedelta(days=YEARS * 365 * number / of)).date()
        if number % NAMING == 0:
            language = "zh"
            if number // NAMING % RETOLD or not news:
                body = bodies[words.order.randrange(len(bodies))].name.zh
                paper = f"《关于{words.order.choice(PAPERS)}第{number}阶段的意见》"
                news = f"{body}印发{paper}，提出到2035年第{number}类产品普及率超过{number % 90 + 5}%。"
            title, text = news[:30], f"{news}\n{text}"
        url = f"https://news-{number % 200}.example.org/{number}"
        yield {"url": url, "title": title, "lang": language, "text": text, "published": str(day)}


def importing(url: str, file: Path) -> dict[str, float]:
    """Store the records of a file."""
    engine = open_database(url)
    return {"import": seconds(lambda: import_files(engine, load().sources, [file], None, print, as_news=True))}


def read(url: str) -> dict[str, float]:
    """Read what is new: write, form stories, announce and match alerts, index.

    What the bounded process does, parse and tag, looks at one page and at nothing else.
    """
    engine, config = open_database(url), load()
    took = {"stories, announcements, alerts": 0.0, "index": 0.0}

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            began = time.process_time()
            try:
                return work(*arguments)
            finally:
                took[name] += time.process_time() - began

        return run

    folding, indexing = timed("stories, announcements, alerts", fold), timed("index", index)
    with mock.patch(f"{PIPELINE}.fold", folding), mock.patch(f"{PIPELINE}.index", indexing):
        whole = seconds(lambda: read_all(engine, config))
    return {"write": whole - sum(took.values()), **took}


def search(url: str) -> dict[str, float]:
    """Search for terms of every kind, the newest 20 documents of each."""
    engine, wanted = open_database(url), Wanted(most=20)
    asked = list(dict.fromkeys(read_query(query) for query in queries(engine)))
    with reading(engine) as session:
        return {"search": seconds(lambda: [answers.answer(session, one, wanted) for one in asked]) / len(asked)}


def _with_memory(work: Callable[..., dict[str, float]], *arguments: Any) -> tuple[dict[str, float], float]:
    took = work(*arguments)
    return took, getrusage(RUSAGE_SELF).ru_maxrss / 1024


def measure(url: str, sizes: Sequence[int], folder: Path) -> Iterator[Cost]:
    """Let an empty database grow, and return what each part costs at each size."""
    engine = open_database(url)
    for _ in range(ALERTS):
        add_alert(engine, rate="daily")
    engine.dispose()
    there, file = 0, folder / "records.jsonl"
    for size in sizes:
        for until in (size - SAMPLE, size):
            if until <= there:
                continue
            with file.open("w", encoding="utf-8") as lines:
                lines.writelines(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records(there, until, sizes[-1]))
            costs = [*_costs(until, importing, until - there, url, file), *_costs(until, read, until - there, url)]
            there = until
        yield from costs
        yield from _costs(size, search, 1, url)


def _costs(size: int, work: Callable[..., dict[str, float]], units: int, *arguments: Any) -> Iterator[Cost]:
    # A process of its own: the most memory that a process has had never becomes less.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        took, megabytes = alone.submit(_with_memory, work, *arguments).result()
    for name, used in took.items():
        yield Cost(size, name, 1e6 * used / units, megabytes)


def slope(first: Cost, last: Cost) -> float:
    """Return the power of the number of documents as which the time of all, or of one search, grows."""
    ratio = last.microseconds / max(first.microseconds, 1)
    return (first.work != "search") + log(ratio) / log(last.documents / first.documents)


def judge(costs: Sequence[Cost], sizes: Sequence[int]) -> int:
    """Print a line for each part; return 1 if one grows too steeply."""
    missed = 0
    for work in dict.fromkeys(one.work for one in costs):
        line = [one for one in costs if one.work == work]
        steep, fat = slope(line[0], line[-1]), line[-1].megabytes / line[0].megabytes
        bad = steep > STEEPEST or fat > MOST_MEMORY
        missed += bad
        times = "  ".join(f"{one.microseconds:9,.0f} µs {one.megabytes:5.0f} MB" for one in line)
        print(f"{work:32} {times}  slope {steep:5.2f}  memory x {fat:.2f}{'  MISSED' if bad else ''}", flush=True)
    print(f"for each document, or each search, with {', '.join(f'{size:,}' for size in sizes)} documents")
    return int(bool(missed))


def main() -> int:
    """Print the table, and judge."""
    options = argparse.ArgumentParser(prog="python -m bench.slopes", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--database", default="", help="an empty one; a file of its own if not given")
    options.add_argument("--json", type=Path, help="where to keep the rows")
    chosen = options.parse_args()
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        url = chosen.database or f"sqlite:///{Path(folder) / 'slopes.db'}"
        for one in measure(url, chosen.sizes, Path(folder)):
            print(f"{one.documents:9,} {one.work:32} {one.microseconds:9,.0f} µs {one.megabytes:5.0f} MB", flush=True)
            costs.append(one)
    if chosen.json:
        chosen.json.write_text(json.dumps([one._asdict() for one in costs], indent=1) + "\n", encoding="utf-8")
    return judge(costs, chosen.sizes)


if __name__ == "__main__":
    sys.exit(main())
