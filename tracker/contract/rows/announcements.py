"""Fill rows about announcements: with names, both languages' quotes, the rule, and the page that proves them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlmodel import Session

from config import Config
from db.models import Announcement as AnnouncementModel
from db.models import Document
from db.queries import timeline as queries
from db.queries.announced import Announced
from db.queries.news import Sorted, stories_behind, told_of
from db.queries.reports import Quoted, Report, quoted, reports
from db.queries.timeline import Wanted
from tracker.acts import strength
from tracker.contract.models.announcement import Announcement, Proof, Story
from tracker.contract.models.mention import Quote
from tracker.contract.rows.documents import documents, figure
from tracker.views.clause import clause
from tracker.views.timeline import paper

Stored = AnnouncementModel | Announced
SAME = ("id", "initiative", "act", "body", "speaker", "headline", "quote")
"""The fields that have the same name in the table."""


def announcements(session: Session, config: Config, stored: Iterable[Stored]) -> list[Announcement]:
    """Return one row for each announcement, in their order."""
    asked = list(stored)
    return [Announcement(**fields) for fields in _fields(session, config, asked)]


def fields(session: Session, config: Config, stored: Sequence[Stored]) -> list[dict[str, Any]]:
    """Return the fields of one row for each announcement, in their order, to be written without making rows."""
    return list(_fields(session, config, stored))


def timeline(session: Session, config: Config, wanted: Wanted) -> list[Announcement]:
    """Return the wanted announcements, the oldest first."""
    return announcements(session, config, (one for one, _ in queries.announcements(session, wanted)))


def stories(
    session: Session, config: Config, wanted: Wanted, behind: Sorted | None = None
) -> tuple[list[Story], Sorted | None]:
    """Return one row for each story behind a place, newest first, and the place of the last one if there are more.

    They are `wanted.most`. A row contains the strongest of its wanted announcements, with all initiatives of the
    story.
    """
    one_more = replace(wanted, most=wanted.most + 1) if wanted.most else wanted
    places = stories_behind(session, one_more, behind)
    shown, more = places[: wanted.most], places[wanted.most :] if wanted.most else []
    found = groupby(told_of(session, wanted, shown), lambda one: one[0].story_id)
    strongest = [_strongest(list(some)) for _, some in found]
    rows = _fields(session, config, [one for one, _ in strongest])
    made = [
        Story(**fields, initiatives=named, clause=clause(one.quote, config.initiatives.get(one.initiative)))
        for fields, (one, named) in zip(rows, strongest, strict=True)
    ]
    return made, shown[-1] if more else None


def proof(session: Session, config: Config, id_: int) -> Proof | None:
    """Return one announcement by its number, or the one it was merged into, with its documents; None if not found."""
    found = queries.announcement_with_document(session, id_)
    if found is None:
        return None
    stored, _ = found
    members: list[Document] = queries.story_documents(session, stored.story_id, stored.initiative)
    fields = next(_fields(session, config, [stored]))
    return Proof(**fields, documents=documents(session, members), withdrawn=stored.withdrawn)


def _strongest(told: Sequence[tuple[Announced, bool]]) -> tuple[Announced, list[str]]:
    """Return the strongest wanted announcement and all initiatives, its own and the wanted ones first."""
    asked = [announcement for announcement, is_wanted in told if is_wanted]
    strongest = max(asked, key=lambda one: (strength(one.act), -(one.id or 0)))
    order = [strongest, *asked, *(one for one, _ in told)]
    return strongest, list(dict.fromkeys(one.initiative for one in order))


def _fields(session: Session, config: Config, stored: Sequence[Stored]) -> Iterator[dict[str, Any]]:
    documents = quoted(session, (one.document_id for one in stored))
    told = reports(session, (one.story_id for one in stored))
    for one in stored:
        yield _of(config, one, documents[one.document_id], told.get((one.story_id, one.initiative), []))


def _of(config: Config, one: Stored, document: Quoted, told: Sequence[Report]) -> dict[str, Any]:
    initiative, body = config.initiatives.get(one.initiative), config.bodies.get(one.body or "")
    source = config.sources.get(document.source)
    proving = next((report for report in told if report.document == document.id), None)
    return {
        **{name: getattr(one, name) for name in SAME},
        "story": one.story_id,
        "initiative_name": initiative.names.en if initiative else None,
        "initiative_name_zh": initiative.names.zh if initiative else None,
        "day": one.timeline_day,
        "day_stated": one.day is not None,
        **paper(one),
        "rule": proving.rule if proving else None,
        "body_name": body.name.en if body else None,
        "body_name_zh": body.name.zh if body else None,
        "language": document.language,
        "quotes": list(_quotes(document, proving, told)),
        "figures": [figure(stated) for stated in one.figures],
        "number": document.number or next((report.number for report in told if report.number), None),
        "publisher": document.publisher,
        "source": document.source,
        "source_name": source.name.en if source else None,
        "source_name_zh": source.name.zh if source else None,
        "sources": list(dict.fromkeys(report.source for report in told)) or [document.source],
        "languages": sorted({report.language for report in told}) or [document.language],
        "members": max(len(told), 1),
        "url": document.url,
        "sha256": document.sha256,
        "fetched_at": document.fetched_at,
        "found_at": one.first_seen_at,
        "found_late": None if one.cause == "news" else one.cause,
        "corrected": one.corrected or [],
    }


def _quotes(document: Quoted, proving: Report | None, told: Iterable[Report]) -> Iterator[Quote]:
    """Yield the quote that proves the announcement, and the earliest report in the other language."""
    other = next((report for report in told if report.language != document.language), None)
    for report in (proving, other):
        if report:
            yield Quote(
                language="zh" if report.language == "zh" else "en",
                text=report.quote,
                document=report.document,
                source=report.source,
                url=report.url,
                start=report.start,
                end=report.end,
            )
