"""Merge what the members of a story report of an initiative into one announcement."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from config.schema.source import Source
from db.beijing import beijing_day
from db.models import Announcement, Correction, Document, Mention
from tracker.acts import strength
from tracker.corrections.announcement import correct
from tracker.stories.cluster import Order, order_of

Member = tuple[Document, Mention]
Value = TypeVar("Value")
# What the members of a story say of one paper: a new paper that repeals an old one counts as issued.
REACHED = (None, "draft", "adopted", "repealed", "issued", "revised")


def announce(
    members: Iterable[Member], sources: Mapping[str, Source], corrections: Iterable[Correction] = ()
) -> Announcement:
    """Merge a story's members that mention one initiative (at least one, all of one story).

    The strongest act wins, and its earliest stated day is the day of the announcement. Headline, quote and body come
    from the best member that reports that act: a primary source before the media, then the earliest. If members report
    a paper at several stages, only those that report the furthest stage count, so that the day is not that of an
    earlier stage. The result depends on what the members say and not on when we saw them. Only if none of them states
    its day, the day on which we first saw one is the day of the report. The `corrections` of the story are applied
    last.
    """
    told = sorted(members, key=lambda member: in_order(member[0], sources))
    act = max((mention.act for _, mention in told), key=strength)
    saying = [member for member in told if member[1].act == act]
    stage = max((mention.stage for _, mention in saying), key=_reached)
    saying = [member for member in saying if member[1].stage == stage]
    saying.sort(key=lambda member: not _is_primary(member[0], sources))
    document, mention = saying[0]
    days = [said.day for _, said in saying if said.day]
    reported = reported_on(told) or beijing_day(min(document.first_seen_at for document, _ in told))
    found = Announcement(
        story_id=document.story_id or 0,
        initiative=mention.initiative,
        act=act,
        body=_first(said.body for _, said in saying),
        speaker=_first(said.speaker for _, said in saying),
        day=min(days, default=None),
        stage=stage,
        comment_until=_first(said.comment_until for _, said in saying),
        effective=_first(said.effective for _, said in saying),
        expires=_first(said.expires for _, said in saying),
        figures=_first(said.figures for _, said in saying) or [],
        headline=document.title,
        quote=mention.quote,
        document_id=document.id or 0,
        cited_source=document.source,
        cited_key=document.key,
        timeline_day=min(days, default=reported),
    )
    return correct(found, corrections, reported)


def reported_on(members: Iterable[Member]) -> date | None:
    """Return the day of the earliest report that states its day."""
    return min((day for told, _ in members if (day := beijing_day(told.published))), default=None)


def in_order(document: Document, sources: Mapping[str, Source]) -> Order:
    """Return the place of a document in the canonical order."""
    primary = _is_primary(document, sources)
    return order_of(document.published_on, document.source, document.key, primary=primary)


def _is_primary(document: Document, sources: Mapping[str, Source]) -> bool:
    source = sources.get(document.source)
    return source is not None and source.tier == "primary"


def _reached(stage: str | None) -> int:
    return REACHED.index(stage)


def _first(values: Iterable[Value]) -> Value | None:
    return next((value for value in values if value), None)
