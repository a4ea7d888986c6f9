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
# What a story tells of one paper at once: a new paper that repeals an old one is issued.
REACHED = (None, "draft", "adopted", "repealed", "issued", "revised")


def announce(
    members: Iterable[Member], sources: Mapping[str, Source], corrections: Iterable[Correction] = ()
) -> Announcement:
    """Merge a story's members that mention one initiative (at least one, all of one story).

    The strongest act wins. Its earliest stated day is the day; headline, quote and body come from the best member
    that says so: a primary source before the media, then the earliest. Of members that tell of a paper at several
    stages those count that tell of the furthest, so that its day is not that of an earlier stage. All is a matter of
    what the members say, not of when we saw them; only where none tells its day, the day on which we saw the first is
    that of the report. What people say against it, in the `corrections` of the story, is applied last.
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
        timeline_day=min(days, default=reported),
    )
    return correct(found, corrections, reported)


def reported_on(members: Iterable[Member]) -> date | None:
    """The day of the earliest report that tells its day."""
    return min((day for told, _ in members if (day := beijing_day(told.published))), default=None)


def in_order(document: Document, sources: Mapping[str, Source]) -> Order:
    """The place of a document in the canonical order."""
    primary = _is_primary(document, sources)
    return order_of(document.published_on, document.source, document.key, primary=primary)


def _is_primary(document: Document, sources: Mapping[str, Source]) -> bool:
    source = sources.get(document.source)
    return source is not None and source.tier == "primary"


def _reached(stage: str | None) -> int:
    return REACHED.index(stage)


def _first(values: Iterable[Value]) -> Value | None:
    return next((value for value in values if value), None)
