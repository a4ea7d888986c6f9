"""Say what proves an answer, and what it covers."""

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


@dataclass(frozen=True)
class Library:
    """What answers are made from: a session to read with, what is declared, and the public address, "" for none."""

    session: Session
    config: Config
    home: str

    def coverage(self) -> Coverage:
        """What there is at all."""
        counts = source_counts(self.session)
        return Coverage(
            sources=len(counts),
            sources_declared=len(self.config.sources),
            documents=sum(one.documents for one in counts.values()),
            not_fully_read=sum(one.problems for one in counts.values()),
            newest_page=self.session.exec(select(func.max(Page.fetched_at))).one(),
        )

    def rows(self, stored: Iterable[Document]) -> dict[int, DocumentRow]:
        """Documents by number, as the contract has them."""
        return {row.id: row for row in documents(self.session, stored)}

    def evidence(self, row: DocumentRow, quote: str, place: Span) -> Evidence:
        """The evidence that a quote is in a document."""
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


SAME = ("language", "url", "source", "published", "sha256", "fetched_at", "gone_since")
