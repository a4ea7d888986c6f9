"""Measure what `tracker read` costs after an edit of one term, against tagging every document again.

    python -m bench.rereading [--documents 1000] [--copies 10] [--rounds 3]

Reads an archive of invented documents (`bench.slopes`), of which one in five names an initiative, and measures to tag
all of them again. Then each is copied, with its mentions, so that there are many without hours of reading, and a term
is edited that stands in a few of them. What the bounded processes do is done in this one, where it is measured.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import Engine, delete, func, insert, literal, null, select

from bench.in_turn import Line, lines, seconds, show
from bench.slopes import records
from config import Config, load
from db.engine import open_database, writing
from db.models import Declared, Document, Mention
from db.queries.built_once import table_of
from tracker.archive.transfer import import_files
from tracker.bounded.process import Worker
from tracker.pipeline import page_jobs
from tracker.pipeline.read import read

ALL, CONCERNED = "all again", "what it can concern"
INITIATIVE, TERM = "new-quality-productive-forces", "110阶段"


class Bench:
    """An archive that was read, and declarations with the term and without."""

    def __init__(self, folder: Path, documents: int) -> None:
        self.engine: Engine = open_database(f"sqlite:///{folder / 'archive.db'}")
        self.config = load()
        self.edited, self.other = self.config, with_term(self.config)
        file = folder / "records.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records(0, documents, documents))
        import_files(self.engine, self.config.sources, [file], None, print, as_news=True)
        read(self.engine, self.config)

    def all_again(self) -> None:
        """Read by the edited declarations where no record of the earlier ones is left."""
        with writing(self.engine) as session:
            session.execute(delete(Declared))
        self.concerned()

    def concerned(self) -> None:
        """Read by the edited declarations."""
        self.edited, self.other = self.other, self.edited
        read(self.engine, self.edited, say=lambda line: print(line, file=sys.stderr))


def with_term(config: Config) -> Config:
    """Return declarations with one term more."""
    one = config.initiatives[INITIATIVE]
    more = one.model_copy(update={"zh": (*one.zh, TERM)})
    return replace(config, initiatives={**config.initiatives, INITIATIVE: more})


def copy(engine: Engine, documents: int) -> None:
    """Add a copy of each of the first documents, with its mentions, and without a page or links."""
    document, mention = table_of(Document), table_of(Mention)
    with writing(engine) as session:
        last = session.execute(select(func.max(document.c.id))).scalar_one()
        own: dict[str, Any] = {
            "id": document.c.id + last,
            "key": document.c.key + literal(f"#{last}"),
            "url": document.c.url + literal(f"#{last}"),
            "page_id": null(),
        }
        values = [own.get(column.name, column) for column in document.c]
        session.execute(insert(document).from_select(document.c, select(*values).where(document.c.id <= documents)))
        theirs = {"id": None, "document_id": mention.c.document_id + last}
        columns = [column for column in mention.c if column.name != "id"]
        values = [theirs.get(column.name, column) for column in columns]
        session.execute(insert(mention).from_select(columns, select(*values).where(mention.c.document_id <= documents)))


@contextmanager
def in_this_process(*configs: Config) -> Iterator[None]:
    """Do the jobs of the processes that read here; their rules are compiled beforehand."""
    jobs = {id(config): page_jobs.prepare(config) for config in configs}

    def do(worker: Worker, job: str, *sent: Any, **_: float) -> Any:
        return json.loads(json.dumps(jobs[id(worker.config)][job](*sent)))

    with mock.patch.object(Worker, "do", do):
        yield


def short() -> list[Line]:
    """Measure a small archive."""
    return measured(1000, 10, 3)


def measured(documents: int, copies: int, rounds: int) -> list[Line]:
    """Return the lines of the table."""
    taken: dict[str, list[float]] = {ALL: [], CONCERNED: []}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), documents)
        with in_this_process(bench.edited, bench.other):
            taken[ALL] = [seconds(bench.all_again) / documents for _ in range(rounds)]
            for _ in range(copies - 1):
                copy(bench.engine, documents)
            taken[CONCERNED] = [seconds(bench.concerned) / documents / copies for _ in range(rounds)]
        bench.engine.dispose()
    return lines("rereading", "document", taken)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m bench.rereading", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--copies", type=int, default=10)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    show(measured(chosen.documents, chosen.copies, chosen.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
