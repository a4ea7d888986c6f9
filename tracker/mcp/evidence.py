"""Return the evidence for an answer, and what the answer covers."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, select

from config import Config
from db.models import Document, Page
from db.queries.overview import source_counts
from tracker.contract.formats.citations import sentence
from tracker.contract.models.document import Document as DocumentRow
from tracker.contract.rows.documents import documents
from tracker.mcp.models import Coverage, Evidence
from tracker.text.normalize import Span
from tracker.text.printable import printable

SAME = ("language", "url", "source", "published", "sha256", "fetched_at", "gone_since")
KEPT_SECONDS = 60.0


@dataclass(frozen=True)
class Library:
    """Hold what answers are made from: a session to read with, the declarations, and the public address, or ""."""

    session: Session
    config: Config
    home: str
    covered: "Covered"

    def coverage(self) -> Coverage:
        """Return what the database covers."""
        return self.covered.of(self.session, self.config)

    def rows(self, stored: Iterable[Document]) -> dict[int, DocumentRow]:
        """Return documents by number, as the contract has them."""
        return {row.id: row for row in documents(self.session, stored)}

    def evidence(self, row: DocumentRow, quote: str, place: Span) -> Evidence:
        """Return the evidence that a quote is in a document."""
        source = self.config.sources.get(row.source)
        name = (source.name.zh if row.language == "zh" else source.name.en) if source else row.source
        publisher = row.publisher or name
        return Evidence(
            quote=printable(quote),
            document=row.id,
            start=place.start,
            end=place.end,
            title=printable(row.title) if row.title else None,
            tier=source.tier if source else None,
            stored=f"{self.home}/stored/{row.sha256}" if self.home and row.sha256 else None,
            cite=sentence(publisher, row.title, row.published, row.url, row.sha256, row.fetched_at),
            **{name: getattr(row, name) for name in SAME},
        )


class Covered:
    """Count what the database covers, again after a minute: a count looks at every document."""

    def __init__(self) -> None:
        self._known: tuple[float, Coverage] | None = None

    def of(self, session: Session, config: Config) -> Coverage:
        """Return the known count, or a new one."""
        if self._known is None or time.monotonic() - self._known[0] > KEPT_SECONDS:
            self._known = time.monotonic(), _counted(session, config)
        return self._known[1]


def _counted(session: Session, config: Config) -> Coverage:
    counts = source_counts(session)
    return Coverage(
        sources=len(counts),
        sources_declared=len(config.sources),
        documents=sum(one.documents for one in counts.values()),
        not_fully_read=sum(one.problems for one in counts.values()),
        newest_page=session.exec(select(func.max(Page.fetched_at))).one(),
    )
