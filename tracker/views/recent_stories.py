"""Build recent announcements as plain rows, one for each story."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from sqlmodel import Session

from config import Config
from db.queries import news as queries
from db.queries.announced import Announced
from db.queries.news import StoryMark, Told
from db.queries.timeline import Wanted
from tracker.acts import strength
from tracker.views.clause import clause
from tracker.views.timeline import paper


def recent_stories(session: Session, config: Config, wanted: Wanted) -> tuple[list[dict[str, Any]], bool]:
    """Return one row for each story, newest first, and whether there are more than `wanted.most`.

    A row contains the strongest of the wanted announcements, with all initiatives that the story names.
    """
    rows = [
        row for _, row in stories(session, config, replace(wanted, most=wanted.most + 1) if wanted.most else wanted)
    ]
    more = wanted.most is not None and len(rows) > wanted.most
    return rows[: wanted.most], more


def stories(session: Session, config: Config, wanted: Wanted) -> list[tuple[date | None, dict[str, Any]]]:
    """Return the newest `wanted.most` stories, each with the day by which it is sorted."""
    return _rows(session, config, queries.latest_stories(session, wanted))


def rows_of(session: Session, config: Config, marks: Sequence[StoryMark]) -> list[tuple[date | None, dict[str, Any]]]:
    """Return the same for the stories with these marks, in their order."""
    return _rows(session, config, queries.announcements_of(session, marks))


def _rows(
    session: Session, config: Config, found: Sequence[tuple[Announced, bool]]
) -> list[tuple[date | None, dict[str, Any]]]:
    told = queries.telling(session, (one.story_id for one, _ in found))
    return [
        (_newest(together := list(some)), _row(config, together, told.get(story, [])))
        for story, some in groupby(found, lambda one: one[0].story_id)
    ]


def _newest(found: Sequence[tuple[Announced, bool]]) -> date | None:
    days = [one.timeline_day for one, is_wanted in found if is_wanted and one.timeline_day]
    return max(days, default=None)


def _row(config: Config, found: Sequence[tuple[Announced, bool]], told: Sequence[Told]) -> dict[str, Any]:
    asked = [announcement for announcement, is_wanted in found if is_wanted]
    strongest = max(asked, key=lambda one: (strength(one.act), -(one.id or 0)))
    body = config.bodies.get(strongest.body or "")
    named = dict.fromkeys(
        [strongest.initiative, *(one.initiative for one in asked), *(one.initiative for one, _ in found)]
    )
    return {
        "id": strongest.id,
        "story": strongest.story_id,
        "day": strongest.timeline_day,
        "day_stated": strongest.day is not None,
        "act": strongest.act,
        **paper(strongest),
        "body": strongest.body,
        "body_name": body.name.en if body else None,
        "headline": strongest.headline,
        "clause": clause(strongest.quote, config.initiatives.get(strongest.initiative)),
        "quote": strongest.quote,
        "initiatives": list(named),
        "sources": list(dict.fromkeys(one.source for one in told)),
        "number": next((one.number for one in told if one.number), None),
        "languages": sorted({one.language for one in told}),
        "url": told[0].url if told else None,
        "found_at": strongest.first_seen_at,
        "found_late": None if strongest.cause == "news" else strongest.cause,
        "corrected": strongest.corrected or [],
    }
