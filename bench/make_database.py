"""Make a database with many documents and mentions of plausible shape, to measure on: all of it is invented.

    python -m bench.make_database sqlite:///large.db --documents 200000 --mentions 500000 [--declared]

Few initiatives and bodies have most of the mentions, days are spread over ten years, with more in the last ones, and a
third of the documents repeat the story of an earlier one. The same numbers make the same rows. `--declared` names
initiatives, bodies and sources that are declared, and writes made-up Chinese and English, so that there are pages to
look at.
"""

import argparse
import random
import string
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import Engine, Integer, func, insert, select, text
from sqlmodel import SQLModel

from config import load
from db.engine import open_database, writing
from db.models import Announcement, Document, Mention, Story
from db.sqlite_files import see_to_files
from db.store.rollups import count_all
from tracker.acts import ACTS

AT_ONCE = 2000
INITIATIVES, BODIES, SOURCES = 46, 60, 26
LAST, YEARS = date(2026, 11, 24), 10
RETOLD = 1 / 3
# One mention in this many states a figure.
FIGURED = 20
SHORTEST = 200

Rows = dict[type[SQLModel], list[dict[str, Any]]]


def initiative(number: int) -> str:
    """Return the id of an initiative; the most frequent is number 0."""
    return f"initiative-{number:02}"


def body(number: int) -> str:
    """Return the id of a body; the most frequent is number 0."""
    return f"body-{number:02}"


@dataclass(frozen=True)
class Written:
    """Hold the ids that documents refer to, the most frequent ones first, and a text to cut theirs from."""

    initiatives: Sequence[str]
    bodies: Sequence[str]
    sources: Sequence[str]
    prose: str
    language: str = "en"
    longest: int = 2000


def made_up() -> Written:
    """Return names and letters without a meaning."""
    draw = random.Random(1)  # noqa: S311 - a draw that can be repeated
    return Written(
        [initiative(number) for number in range(INITIATIVES)],
        [body(number) for number in range(BODIES)],
        [f"source-{number:02}" for number in range(SOURCES)],
        "".join(draw.choices(string.ascii_lowercase + " ", k=50_000)),
    )


def words(draw: random.Random) -> list[str]:
    """Return words of a made-up Chinese, the most frequent ones first."""
    return [
        "".join(chr(0x4E00 + 7 * draw.randrange(1500)) for _ in range(draw.choice((1, 2, 2, 3)))) for _ in range(5000)
    ]


def declared() -> Written:
    """Return what is declared, in words of a made-up Chinese, the first ones far more frequent."""
    config, draw = load(), random.Random(1)  # noqa: S311
    vocabulary = words(draw)
    chosen = draw.choices(vocabulary, [1 / (n + 2) for n in range(len(vocabulary))], k=400_000)
    prose = "".join(
        word + ("。\n" if number % 200 == 0 else "，" if number % 12 == 0 else "") for number, word in enumerate(chosen)
    )
    return Written([*config.initiatives], [*config.bodies], [*config.sources], prose, "zh", 600)


def fill(engine: Engine, documents: int, mentions: int, written: Written | None = None) -> None:
    """Store `documents` documents with `mentions` mentions, stories and announcements in an empty database."""
    for rows in _batches(documents, mentions, written or made_up()):
        with writing(engine, durable=False) as session:
            for table, some in rows.items():
                if some:
                    session.connection().execute(insert(table), some)
    with writing(engine, durable=False) as session:
        count_all(session)
    see_to_files(engine)
    if engine.dialect.name == "postgresql":
        with writing(engine) as session:
            _number_on(session.connection())
            session.connection().execute(text("ANALYZE"))


def _batches(documents: int, mentions: int, written: Written) -> Iterator[Rows]:
    draw = random.Random(2)  # noqa: S311 - a draw that can be repeated
    prose = written.prose
    named, bodies = _Zipf(draw, written.initiatives), _Zipf(draw, written.bodies)
    story, announced = 0, set[str]()
    for start in range(1, documents + 1, AT_ONCE):
        rows: Rows = {Story: [], Document: [], Mention: [], Announcement: []}
        for id_ in range(start, min(start + AT_ONCE, documents + 1)):
            at = _moment(draw)
            if draw.random() >= RETOLD or not story:
                story, announced = story + 1, set()
                rows[Story].append({"id": story, "created_at": at})
            at_text = draw.randrange(len(prose) - written.longest)
            said = prose[at_text : at_text + draw.randint(SHORTEST, written.longest)]
            document = _document(id_, story, at, said, written)
            rows[Document].append(document)
            cited = {"cited_source": document["source"], "cited_key": document["key"]}
            count = mentions * id_ // documents - mentions * (id_ - 1) // documents
            for name in named.some(min(count, len(written.initiatives))):
                what = {"initiative": name, "act": draw.choice(ACTS), "body": bodies.one(), "day": at.date()}
                what |= {"figures": [] if draw.randrange(FIGURED) else [_figure(draw, at)], "quote": said[:120]}
                rows[Mention].append({**what, "document_id": id_, "start": 0, "end": 120})
                if name not in announced:
                    announced.add(name)
                    found = {
                        "story_id": story,
                        "document_id": id_,
                        **cited,
                        "digest": f"{id_:032x}",
                        "timeline_day": at.date(),
                        "first_seen_at": at,
                        "changed_at": at,
                    }
                    rows[Announcement].append({**what, **found, "cause": "news", "withdrawn": False})
        yield rows


def _figure(draw: random.Random, at: datetime) -> dict[str, Any]:
    target = draw.random() < 1 / 3
    year = at.year + 3 if target else at.year
    value = {
        "value": float(draw.randint(1, 900)),
        "unit": "亿元",
        "what": f"产业规模达到若干亿元（{draw.randint(1, 40)}）",
    }
    return value | {"period": str(year), "kind": "target" if target else "result", "year": year}


def _document(id_: int, story: int, at: datetime, said: str, written: Written) -> dict[str, Any]:
    number = f"国发〔{at.year}〕{id_}号" if id_ % 50 == 0 else None
    return {
        "id": id_,
        "source": written.sources[id_ % len(written.sources)],
        "key": str(id_),
        "url": f"https://www.example.org/{id_}",
        "title": said[:40],
        "published": at,
        "precision": "day",
        "number": number,
        "text": said,
        "language": written.language,
        "story_id": story,
        "read_by": "bench",
        "tagged_by": "bench",
        "indexed_by": "",
        "grouped_by": "bench",
        "first_seen_at": at,
    }


def _moment(draw: random.Random) -> datetime:
    """Return a moment of the last years; twice as many are of the newest day as on average."""
    ago = timedelta(days=YEARS * 365 * (1 - draw.random() ** 0.5))
    return datetime(LAST.year, LAST.month, LAST.day, 4, tzinfo=UTC) - ago


class _Zipf:
    """Draw names, the first ones far more frequent, as Zipf's law has it."""

    def __init__(self, draw: random.Random, names: Sequence[str]) -> None:
        self._draw, self._names = draw, names
        self._weights = list(accumulate(1 / (n + 1) for n in range(len(names))))

    def one(self) -> str:
        return self._draw.choices(self._names, cum_weights=self._weights)[0]

    def some(self, count: int) -> list[str]:
        """Return `count` different ones."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.one()] = None
        return list(found)


def _number_on(connection: Any) -> None:
    """Let PostgreSQL number new rows after those that exist."""
    for table in (Story, Document):
        made = SQLModel.metadata.tables[str(table.__tablename__)]
        last = connection.execute(select(func.max(made.c.id))).scalar_one()
        sequence = func.pg_get_serial_sequence(made.name, "id")
        connection.execute(select(func.setval(sequence, last, type_=Integer)))


def main() -> int:
    """Fill the database that is named."""
    options = argparse.ArgumentParser(prog="python -m bench.make_database", description=__doc__)
    options.add_argument("url")
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--mentions", type=int, default=250_000)
    options.add_argument("--declared", action="store_true")
    chosen = options.parse_args()
    engine = open_database(chosen.url)
    fill(engine, chosen.documents, chosen.mentions, declared() if chosen.declared else None)
    engine.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main())
