"""Measure how fast search and news answer, the size of the index, and its cost when reading, on invented texts.

    python -m bench.search [--documents 20000] [--database URL]

Fills an empty database with short items of made-up Chinese and English (74,000 of them each night), indexes it, and
prints times of the processor, ratios and bars; ends with 1 if a bar is missed. `--database` names an empty
PostgreSQL database, which has no bars of speed.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import quantiles

from sqlalchemy import Engine, insert, text

from config import load
from db.engine import open_database, reading, writing
from db.models import Announcement, Document, Mention, Page, Story
from db.queries.timeline import Wanted
from db.store.pages import add_page
from tracker.acts import ACTS
from tracker.parse import records
from tracker.pipeline.read import read
from tracker.search import answers
from tracker.search.canonical import canonical
from tracker.search.indexing import index_missing
from tracker.search.language import read_query
from tests.search.scan import scan
from tracker.views.recent_stories import recent_stories

DOCUMENTS = 20_000
WORDS = 5000
AT_ONCE = 1000
QUERIES = 200
READ = 300
FIRST = datetime(2010, 1, 1, tzinfo=UTC)
BARS = {
    "p95 of a query, ms": 25.0,
    "index to text": 2.0,
    # Of records, which are read in very little time. A page of a site takes several times as long.
    "reading to reading without an index": 1.4,
    "news of a week, ms": 100.0,
    "recall": 1.0,
}


class Words:
    """Make words of an invented language, the first ones far more frequent, as Zipf's law has it."""

    def __init__(self, order: random.Random) -> None:
        signs = [chr(0x4E00 + 7 * n) for n in range(1500)]
        self.order = order
        self.chinese = ["".join(order.choices(signs, k=order.choice((1, 2, 2, 2, 3, 4)))) for _ in range(WORDS)]
        self.english = ["".join(order.choices("etaoinshrdlu", k=order.randint(2, 9))) for _ in range(WORDS)]
        self.weights = [1 / (n + 2) for n in range(WORDS)]

    def item(self) -> tuple[str, str, str]:
        """Return language, title and text of an item of some hundred characters."""
        chinese = self.order.random() < 0.8
        words = self.order.choices(
            self.chinese if chinese else self.english, self.weights, k=self.order.randint(60, 500)
        )
        joint = "" if chinese else " "
        lines = [joint.join(words[at : at + 40]) + ("。" if chinese else ".") for at in range(0, len(words), 40)]
        return ("zh" if chinese else "en"), joint.join(words[:8]), "\n".join(lines)


def fill(engine: Engine, count: int) -> int:
    """Store `count` documents, each a story with an announcement; return the size of titles and texts in bytes."""
    words, size = Words(random.Random(1)), 0  # noqa: S311 - a draw that can be repeated
    for start in range(1, count + 1, AT_ONCE):
        rows: dict[type, list[dict[str, object]]] = {Story: [], Document: [], Mention: [], Announcement: []}
        for id_ in range(start, min(start + AT_ONCE, count + 1)):
            language, title, body = words.item()
            size += len(f"{title}{body}".encode())
            at = FIRST + timedelta(hours=id_ * 130_000 // count)
            act = ACTS[id_ % len(ACTS)]
            rows[Story].append({"id": id_, "created_at": at})
            rows[Document].append(
                {
                    "id": id_,
                    "source": "import",
                    "key": str(id_),
                    "url": f"https://www.example.org/{id_}",
                    "title": title,
                }
                | {"text": body, "language": language, "published": at, "precision": "day", "story_id": id_}
                | {"read_by": "bench", "tagged_by": "bench", "indexed_by": "", "first_seen_at": at, "backfilled": False}
            )
            said = {"initiative": "ai-plus", "act": act, "figures": [], "quote": body[:80]}
            rows[Mention].append(said | {"document_id": id_, "start": 0, "end": 80})
            rows[Announcement].append(
                said
                | {"story_id": id_, "document_id": id_, "timeline_day": at.date(), "first_seen_at": at}
                | {"cause": "news", "withdrawn": False}
            )
        with writing(engine, durable=False) as session:
            for table, some in rows.items():
                session.connection().execute(insert(table), some)
    return size


def index_bytes(engine: Engine) -> int:
    """Return the size of the index."""
    with reading(engine) as session:
        if engine.dialect.name == "postgresql":
            return int(session.connection().execute(text("SELECT pg_total_relation_size('search')")).scalar_one())
        parts = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%'"
        try:
            return int(session.connection().execute(text(parts)).scalar_one())
        except Exception:  # an SQLite without dbstat
            blocks = "SELECT coalesce(sum(length(block)), 0) FROM search_data"
            return int(session.connection().execute(text(blocks)).scalar_one())


def queries(engine: Engine) -> Iterator[str]:
    """Yield terms of one to six characters out of the texts, words, and pairs of them."""
    order = random.Random(2)  # noqa: S311
    with reading(engine) as session:
        last = session.connection().execute(text("SELECT max(id) FROM document")).scalar_one()
        for _ in range(QUERIES):
            document = session.get_one(Document, order.randint(1, last))
            line = order.choice(document.text.split("\n"))[:-1]
            length, at = order.randint(1, 6), order.randrange(max(1, len(line) - 6))
            term = order.choice(line.split()) if document.language == "en" else line[at : at + length]
            yield term if order.random() < 0.8 else f'{term} OR "{line[:4].strip()}"'


def reading_milliseconds() -> float:
    """Measure the time of all processors to read a record, indexing included."""
    words = Words(random.Random(3))  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'read.db'}")
        with writing(engine) as session:
            for number in range(READ):
                language, title, body = words.item()
                record = {"id": str(number), "title": title, "text": body, "lang": language, "published": "2025-08-26"}
                page = Page(source="import", key=str(number), url=f"https://www.example.org/{number}", sha256="")
                page.content_type = records.CONTENT_TYPE
                add_page(session, page, json.dumps(record).encode())
        before = _seconds()
        read(engine, load())
        took = _seconds() - before
        engine.dispose()
    return 1000 * took / READ


def _seconds() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def milliseconds(work: Callable[[], object]) -> float:
    """Measure the processor time of some work."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def main() -> int:
    """Measure everything, print the figures, and compare them with the bars."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--database")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(asked.database or f"sqlite:///{Path(folder) / 'bench.db'}")
        try:
            return judge(measure(engine, asked.documents), slow=engine.dialect.name == "postgresql")
        finally:
            engine.dispose()


def measure(engine: Engine, count: int) -> dict[str, float]:
    """Return every figure that has a bar."""
    size = fill(engine, count)
    indexing = milliseconds(lambda: index_missing(engine)) / count
    asked = [read_query(query) for query in queries(engine)]
    wanted, config = Wanted(most=20), load()
    with reading(engine) as session:
        took = [milliseconds(lambda one=one: answers.answer(session, one, wanted)) for one in asked]  # type: ignore[misc]
        texts = session.connection().execute(text("SELECT id, title, text FROM document LIMIT 2000")).all()
        found = {one: {row[0] for row in texts if scan(one, row[1], row[2])} for one in asked[:40]}
        given = {one: {row["document"] for row in answers.answer(session, one, Wanted()).rows} for one in found}
        week = Wanted(since=(FIRST + timedelta(hours=130_000 - 24 * 7)).date(), most=200)
        news = min(milliseconds(lambda: recent_stories(session, config, week)) for _ in range(5))
    forms = milliseconds(lambda: [canonical(row[2]) for row in texts]) / len(texts)
    print(f"{count} documents, {size / 1e6:.0f} MB of text; indexing one takes {indexing:.2f} ms, its form {forms:.2f}")
    return {
        "p95 of a query, ms": quantiles(took, n=20)[-1],
        "index to text": index_bytes(engine) / size,
        "reading to reading without an index": 1 / (1 - min(0.99, indexing / reading_milliseconds())),
        "news of a week, ms": news,
        "recall": sum(len(found[one] & given[one]) for one in found) / sum(map(len, found.values())),
    }


def judge(reached: dict[str, float], *, slow: bool) -> int:
    """Print figures and bars; return 1 if one is missed."""
    missed = 0
    for name, value in reached.items():
        met = value >= BARS[name] if name == "recall" else slow or value <= BARS[name]
        missed += not met
        print(f"{value:10.2f} {name} (bar {BARS[name]}){'' if met else '  MISSED'}")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
