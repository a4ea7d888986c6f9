"""Look up what the tools request: announcements, documents and figures, each with its evidence."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, select

from db.models import Document
from db.queries.found_documents import documents
from db.queries.sought import Sought
from db.queries.sought import terms as terms_of
from db.queries.timeline import Wanted
from tracker.contract.models.announcement import Announcement
from tracker.contract.models.correction import Corrected
from tracker.contract.models.document import Document as DocumentRow
from tracker.contract.models.mention import Figure
from tracker.contract.rows import announcements as told
from tracker.contract.rows import declared
from tracker.mcp.evidence import Library
from tracker.mcp.models import (
    Announced,
    Catalogue,
    Evidence,
    Figures,
    Hit,
    Hits,
    Measure,
    Timeline,
    Told,
    Value,
)
from tracker.search import answers
from tracker.search.raw_text import finder
from tracker.text.normalize import Span, index_at, sentences
from tracker.text.printable import printable

LONGEST_QUOTE = 600


def catalogue(library: Library) -> Catalogue:
    """Return all initiatives."""
    found = declared.initiatives(library.session, library.config)
    return Catalogue(initiatives=found, coverage=library.coverage())


def timeline(library: Library, wanted: Wanted, limit: int) -> Timeline:
    """Return the newest `limit` announcements that are wanted, oldest first."""
    found = told.timeline(library.session, library.config, wanted)
    shown = found[-limit:]
    return Timeline(announcements=_told(library, shown), more=len(found) > limit, coverage=library.coverage())


def announced(library: Library, number: int) -> Announced | None:
    """Return one announcement with the quote of every document that reports it, or None if it does not exist."""
    proof = told.proof(library.session, library.config, number)
    if proof is None:
        return None
    (row,) = _told(library, [proof])
    return Announced(announcement=row, withdrawn=proof.withdrawn, coverage=library.coverage())


def hits(library: Library, sought: Sought, wanted: Wanted) -> Hits:
    """Return the first `wanted.most` documents that hold what is sought, each with the sentence that holds it."""
    found = answers.answer(library.session, sought, wanted)
    stored = {one.id: one for one in documents(library.session, [row["document"] for row in found.rows])}
    rows, terms = library.rows(stored.values()), [term.canonical for term in terms_of(sought)]
    return Hits(
        documents=[
            Hit(
                day=stored[row["document"]].published_on,
                initiatives=row["initiatives"],
                evidence=_where(library, stored[row["document"]], rows[row["document"]], terms),
            )
            for row in found.rows
        ],
        total=found.total,
        total_is_capped=found.more,
        order=found.order,
        coverage=library.coverage(),
    )


def figures(library: Library, initiative: str, today: date) -> Figures:
    """Return the measures of an initiative, each value with the evidence of its announcement."""
    found = declared.development(library.session, library.config, initiative, today)
    announcements = told.timeline(library.session, library.config, Wanted((initiative,)))
    wanted = {point.announcement for one in found.series for point in one.points}
    proofs = {row.announcement: row.evidence for row in _told(library, [a for a in announcements if a.id in wanted])}
    same = ("day", "value", "year", "period", "change", "announcement")
    measures = [
        Measure(
            kind=one.kind,
            unit=printable(one.unit),
            what=printable(one.what),
            values=[
                Value(
                    **{name: getattr(point, name) for name in same},
                    what=printable(point.what),
                    evidence=proofs.get(point.announcement, []),
                )
                for point in one.points
            ],
        )
        for one in found.series
    ]
    return Figures(initiative=initiative, measures=measures, coverage=library.coverage())


def _told(library: Library, rows: Sequence[Announcement]) -> list[Told]:
    documents = library.rows(_stored(library.session, (quote.document for row in rows for quote in row.quotes)))
    return [_one(library, row, documents) for row in rows]


def _one(library: Library, row: Announcement, documents: Mapping[int, DocumentRow]) -> Told:
    evidence = [
        library.evidence(documents[quote.document], quote.text, Span(quote.start, quote.end)) for quote in row.quotes
    ]
    same = ("initiative", "day", "day_stated", "act", "stage", "body", "body_name", "number")
    return Told(
        announcement=row.id,
        headline=printable(row.headline) if row.headline else None,
        reported_by=row.sources,
        corrected=[_as_said(one) for one in row.corrected],
        evidence=evidence,
        figures=[_shown(figure) for figure in row.figures],
        **{name: getattr(row, name) for name in same},
    )


def _as_said(one: Corrected) -> Corrected:
    return one.model_copy(update={"by": printable(one.by), "note": printable(one.note)})


def _shown(figure: Figure) -> Figure:
    words = {name: value for name in ("unit", "what") if (value := getattr(figure, name))}
    return figure.model_copy(update={name: printable(value) for name, value in words.items()})


def _where(library: Library, document: Document, row: DocumentRow, terms: Sequence[str]) -> Evidence:
    """Return the sentence of a document that holds the first term, or else its first sentence."""
    places = (next(finder(term).places(document.text), None) for term in terms)
    at = min((place[0] for place in places if place), default=0)
    spans = sentences(document.text)
    span = spans[index_at(spans, at)] if spans else Span(0, 0)
    if span.end - span.start > LONGEST_QUOTE:
        begin = max(span.start, at - LONGEST_QUOTE // 3)
        span = Span(begin, min(span.end, begin + LONGEST_QUOTE))
    return library.evidence(row, document.text[span.start : span.end], span)


def _stored(session: Session, numbers: Iterable[int]) -> list[Document]:
    asked = sorted(set(numbers))
    return list(session.exec(select(Document).where(col(Document.id).in_(asked)))) if asked else []
