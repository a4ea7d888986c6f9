"""Merge what the members of a story report of an initiative into one announcement."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from config.schema.source import Source
from db.beijing import beijing_day
from db.models import Announcement, Document, Mention
from tracker.acts import strength

Member = tuple[Document, Mention]
Value = TypeVar("Value")


def announce(members: list[Member], sources: Mapping[str, Source]) -> Announcement:
    """Merge a story's members that mention one initiative (at least one, all of one story).

    The strongest act wins. Its earliest stated day is the day; headline, quote and body come from the
    best member that says so: a primary source before the media, then the earliest.
    """
    act = max((mention.act for _, mention in members), key=strength)
    saying = sorted((m for m in members if m[1].act == act), key=lambda member: _rank(member, sources))
    document, mention = saying[0]
    days = [said.day for _, said in saying if said.day]
    reports = [day for day in (beijing_day(told.published or told.first_seen_at) for told, _ in members) if day]
    return Announcement(
        story_id=document.story_id or 0,
        initiative=mention.initiative,
        act=act,
        body=_first([said.body for _, said in saying]),
        speaker=_first([said.speaker for _, said in saying]),
        day=min(days, default=None),
        figures=_first([said.figures for _, said in saying]) or [],
        headline=document.title,
        quote=mention.quote,
        document_id=document.id or 0,
        timeline_day=min(days or reports, default=None),
    )


def _rank(member: Member, sources: Mapping[str, Source]) -> tuple[bool, datetime, int]:
    document, _ = member
    source = sources.get(document.source)
    media = source is None or source.tier != "primary"
    return media, document.published or document.first_seen_at, document.id or 0


def _first(values: list[Value]) -> Value | None:
    return next((value for value in values if value), None)
