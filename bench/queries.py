"""Measure our questions of timelines against the same without the indexes, and against plain models.

    python -m bench.queries [--documents 200000] [--mentions 500000] [--database URL] [--json FILE]
    python -m bench.queries --filled URL

Fills an empty database (`bench.make_database`), and asks each question of several initiatives and bodies, ours and the
others in turn and in several rounds. Prints medians and the 99th percentile in milliseconds of processor time, and
ratios: how many times longer than ours each takes. Of a database that `bench.make_database --declared` has filled, only
ours are asked, more often, and it stays as it is. On PostgreSQL, whose server is another process, elapsed time is
measured.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from sqlalchemy import Engine, text
from sqlmodel import Session, select

from bench.in_turn import Line
from bench.make_database import BODIES, INITIATIVES, body, fill, initiative
from config import load
from db.connect import write
from db.engine import open_database, reading
from db.models import Announcement, Document
from db.queries import timeline
from db.queries.built_once import table_of
from db.queries.overview import months_of
from db.queries.timeline import Wanted
from db.sqlite_files import see_to_files

ROUNDS, ASKED, MOST, OFTEN = 3, 12, 50, 300
DROPPED = ("ix_announcement_initiative_day", "ix_announcement_body_day")
WITHOUT, PLAIN, OURS = "without the indexes", "plain models", "ours"

Ask = Callable[[Session, Wanted], object]


class Names(NamedTuple):
    """The ids that can be asked for."""

    initiatives: Sequence[str]
    bodies: Sequence[str]


MADE_UP = Names([*map(initiative, range(INITIATIVES))], [*map(body, range(BODIES))])


def _initiative(draw: random.Random, names: Names) -> str:
    return draw.choice(names.initiatives)


def _family(draw: random.Random, names: Names) -> tuple[str, ...]:
    return tuple(draw.sample(names.initiatives, 4))


def months(session: Session, wanted: Wanted) -> object:
    """Ask how often an initiative was announced in each month."""
    return months_of(session, wanted.initiatives[0])


def plain_months(session: Session, wanted: Wanted) -> object:
    """Return the same from the models of all its announcements."""
    found = session.exec(select(Announcement).where(*timeline.standing(wanted)))
    return Counter(one.timeline_day.replace(day=1) for one in found if one.timeline_day)


def plain(session: Session, wanted: Wanted) -> object:
    """Return the same answer by the simplest code: all rows by the models, sorted and cut in Python."""
    found = session.exec(select(Announcement).where(*timeline.standing(wanted)))
    newest = sorted(found, key=lambda one: (one.timeline_day, one.id), reverse=True)[:MOST]
    return [(one, session.get(Document, one.document_id)) for one in newest]


Wish = Callable[[random.Random, Names], Wanted]
QUESTIONS: dict[str, tuple[Wish, Ask, Ask]] = {
    "newest 50 of an initiative": (
        lambda draw, names: Wanted((_initiative(draw, names),), most=MOST),
        timeline.announcements,
        plain,
    ),
    "newest 50 of four initiatives": (
        lambda draw, names: Wanted(_family(draw, names), most=MOST),
        timeline.announcements,
        plain,
    ),
    "newest 50 of one act": (
        lambda draw, names: Wanted((_initiative(draw, names),), acts=("issued",), most=MOST),
        timeline.announcements,
        plain,
    ),
    "newest 50 of a body": (
        lambda draw, names: Wanted(bodies=(draw.choice(names.bodies),), most=MOST),
        timeline.announcements,
        plain,
    ),
    "months of an initiative": (lambda draw, names: Wanted((_initiative(draw, names),)), months, plain_months),
}
"""What is asked: of what, by our function, and by the simplest code."""


def measure(engine: Engine) -> dict[str, dict[str, list[float]]]:
    """Return the milliseconds of each question and way, over all rounds."""
    times: dict[str, dict[str, list[float]]] = {name: {OURS: [], PLAIN: [], WITHOUT: []} for name in QUESTIONS}
    for turn in range(ROUNDS):
        for name, (wish, ours, peer) in QUESTIONS.items():
            times[name][OURS] += _times(engine, ours, wish, turn)
            times[name][PLAIN] += _times(engine, peer, wish, turn)
        with without_indexes(engine):
            for name, (wish, ours, _) in QUESTIONS.items():
                times[name][WITHOUT] += _times(engine, ours, wish, turn)
    return times


def measure_filled(engine: Engine) -> dict[str, dict[str, list[float]]]:
    """Return the milliseconds of each question, asked by us alone of a database of declared names."""
    config = load()
    names = Names([*config.initiatives], [*config.bodies])
    return {name: {OURS: _times(engine, ours, wish, 1, names, OFTEN)} for name, (wish, ours, _) in QUESTIONS.items()}


@contextmanager
def without_indexes(engine: Engine) -> Iterator[None]:
    """Restore the older database while the block runs: with an index by initiative alone."""
    with write(engine) as connection:
        for name in DROPPED:
            connection.execute(text(f"DROP INDEX {name}"))
        connection.execute(text("CREATE INDEX ix_lone ON announcement (initiative)"))
    _look(engine)
    yield
    with write(engine) as connection:
        connection.execute(text("DROP INDEX ix_lone"))
        for index in table_of(Announcement).indexes:
            if index.name in DROPPED:
                index.create(connection)
    _look(engine)


def _look(engine: Engine) -> None:
    see_to_files(engine)
    with write(engine) as connection:
        connection.execute(text("ANALYZE"))


def _times(engine: Engine, ask: Ask, wish: Wish, turn: int, names: Names = MADE_UP, times: int = ASKED) -> list[float]:
    """Return the milliseconds of each repetition; the first, which compiles the statement, does not count."""
    draw, found = random.Random(turn), []  # noqa: S311 - a draw that can be repeated
    # SQLite works in this process. A server works elsewhere, and only the clock measures it.
    clock = time.process_time if engine.dialect.name == "sqlite" else time.perf_counter
    for number in range(times + 1):
        wanted = wish(draw, names)
        with reading(engine) as session:
            begun = clock()
            ask(session, wanted)
            if number:
                found.append(1000 * (clock() - begun))
    return found


def table(times: dict[str, dict[str, list[float]]]) -> list[dict[str, Any]]:
    """Return a row for each question and way: median, 99th percentile, ratio of the median to ours."""
    rows = []
    for name, ways in times.items():
        base = median(ways[OURS])
        for way, every in ways.items():
            row = {"question": name, "way": way, "median_ms": round(median(every), 2)}
            rows.append(
                {**row, "p99_ms": round(quantiles(every, n=100)[98], 2), "ratio": round(median(every) / base, 1)}
            )
    return rows


def short() -> list[Line]:
    """Measure what `make bench` shows: ours against plain models, for each question."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'queries.db'}")
        fill(engine, 5_000, 12_500)
        times = measure(engine)
        engine.dispose()
    lines = []
    for question, ways in times.items():
        ours, peer = median(ways[OURS]), median(ways[PLAIN])
        lines.append(Line("queries", question, 1000 * ours, "query", round(ours / peer, 3), PLAIN))
    return lines


def _made(chosen: argparse.Namespace, folder: str) -> list[dict[str, Any]]:
    engine = open_database(chosen.database or f"sqlite:///{Path(folder) / 'queries.db'}")
    fill(engine, chosen.documents, chosen.mentions)
    rows = table(measure(engine))
    engine.dispose()
    return rows


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m bench.queries", description=__doc__)
    options.add_argument("--documents", type=int, default=200_000)
    options.add_argument("--mentions", type=int, default=500_000)
    options.add_argument("--database", default="", help="an empty one; a file of its own if not given")
    options.add_argument("--filled", help="one that `bench.make_database --declared` has filled")
    options.add_argument("--json", type=Path, help="where to keep the rows")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.filled:
            engine = open_database(chosen.filled, new=False)
            rows = table(measure_filled(engine))
        else:
            rows = _made(chosen, folder)
    for row in rows:
        print(
            f"{row['question']:32} {row['way']:20} {row['median_ms']:9.2f} ms  p99 {row['p99_ms']:9.2f} ms  "
            f"{row['ratio']:7.1f} x"
        )
    if chosen.json:
        about = {"documents": chosen.documents, "mentions": chosen.mentions, "cores": os.cpu_count(), "rows": rows}
        chosen.json.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
