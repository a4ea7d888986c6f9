"""Measure how fast pages are read, against trafilatura, which extracts the text, and lxml, which only parses them.

    python -m bench.reading [--rounds 5] [--pages FOLDER]

Reads the articles of the replica's sites, or the saved pages (.html) of a folder. "Read" is the whole of `tracker
read` of a page: parse, tag, fingerprint, write, form stories, announce, index; the others are parts of it.
"""

import argparse
import gc
import sys
import tempfile
import zlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import lxml.html
import trafilatura
from sqlalchemy import Engine

from bench.in_turn import Line, measured, show
from config import load
from db.engine import open_database, writing
from db.models import Document
from db.store.many_pages import NewPage, add_pages
from tracker.archive.assigner import Assigner
from tracker.demo.content import LAST_STAGE, sites
from tracker.demo.replica import Replica
from tracker.pipeline import page_jobs
from tracker.pipeline.read import read

LXML, TRAFILATURA = "lxml, parse alone", "trafilatura, text alone"
PARSED, TAGGED, KEPT = "ours, parsed", "ours, tagged and fingerprinted", "ours, written, announced, indexed"
BAR = 3_000
"""Microseconds for all steps together."""


class Bench:
    """Pages, with the jobs of the bounded process done in this one, where they can be measured."""

    def __init__(self, folder: Path | None, temporary: Path) -> None:
        self.config = load()
        self.jobs: Mapping[str, Any] = page_jobs.prepare(self.config)
        self.folder = temporary
        self.pages = list(_saved(folder) if folder else _replica())
        assigner = Assigner(self.config.sources)
        for page, _ in self.pages:
            assigner.assign(page)
        self.engine: Engine = open_database(f"sqlite:///{temporary / 'bench.db'}")
        with writing(self.engine) as session:
            add_pages(session, self.pages)
        read(self.engine, self.config)
        # As the processes that read do: what stays is not searched for garbage again.
        gc.freeze()

    @cached_property
    def documents(self) -> list[dict[str, Any]]:
        """Return the documents of the pages."""
        return [Document.model_validate(document).model_dump() for document, _, _ in self.parsed()]

    def by_lxml(self) -> None:
        """Parse the markup, and look at nothing."""
        for _, content in self.pages:
            lxml.html.document_fromstring(content)

    def by_trafilatura(self) -> None:
        """Extract texts."""
        for _, content in self.pages:
            trafilatura.extract(content, fast=True)

    def parsed(self) -> list[Any]:
        """Make documents of the pages."""
        return [self.jobs["parse"](_facts(page), zlib.compress(content), False) for page, content in self.pages]

    def tagged(self) -> None:
        """Make mentions and fingerprints of the documents."""
        for document in self.documents:
            self.jobs["tag"](document)

    def kept(self) -> None:
        """Read all again; what the bounded process does is not of this one."""
        read(self.engine, self.config, again=True)


def _facts(page: NewPage) -> dict[str, Any]:
    return {"source": page.source, "key": page.key, "url": page.url, "content_type": page.content_type, "sha256": ""}


def _replica() -> list[tuple[NewPage, bytes]]:
    replica = Replica(LAST_STAGE)
    urls = (article.url for _, articles in sites().values() for article in articles)
    found = (replica.find(url) for url in urls)
    return [(NewPage(page.url, page.type), page.content) for page in found if page]


def _saved(folder: Path) -> list[tuple[NewPage, bytes]]:
    files = sorted(folder.rglob("*.html"))
    return [(NewPage(f"https://{file.relative_to(folder)}", "text/html"), file.read_bytes()) for file in files]


def measure(rounds: int, folder: Path | None = None) -> list[Line]:
    """Measure all ways in turn."""
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(folder, Path(temporary))
        count = len(bench.pages)
        size = sum(len(content) for _, content in bench.pages) // count
        ways = {
            TRAFILATURA: (bench.by_trafilatura, count),
            LXML: (bench.by_lxml, count),
            PARSED: (bench.parsed, count),
            TAGGED: (bench.tagged, count),
            KEPT: (bench.kept, count),
        }
        assert bench.documents
        found = measured("reading", f"page of {size / 1000:.0f} kB", ways, rounds)
        bench.engine.dispose()
    return found


def short() -> list[Line]:
    """Measure what `make bench` shows."""
    return measure(3)


def main() -> int:
    """Print the table, and judge."""
    options = argparse.ArgumentParser(prog="python -m bench.reading", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pages", type=Path, help="a folder of saved pages")
    chosen = options.parse_args()
    found = measure(chosen.rounds, chosen.pages)
    show(found)
    whole = sum(one.microseconds for one in found if one.way in (PARSED, TAGGED, KEPT))
    print(f"{whole / 1000:.1f} ms to read a page (bar {BAR / 1000:g})")
    return int(whole > BAR)


if __name__ == "__main__":
    sys.exit(main())
