"""Build an initiative's timeline as plain rows that every output format accepts."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from config import Config
from db.models import Announcement
from db.queries import timeline as queries
from db.queries.announced import Announced, Cited
from db.queries.proofs import member_counts
from db.queries.timeline import Wanted
from tracker.development.growth import signed
from tracker.views.clause import clause

PAPER = ("stage", "comment_until", "effective", "expires")
"""What is known of the paper of an announcement or a mention: its stage, and its days."""


def timeline(session: Session, config: Config, wanted: Wanted) -> list[dict[str, Any]]:
    """Return one row for each announcement, oldest first.

    `day` is the act's, or the earliest report's (`day_stated` false).
    """
    found = queries.announcements(session, wanted)
    counts = member_counts(session, [announcement for announcement, _ in found])
    return [_row(config, *pair, counts) for pair in found]


def for_people(row: Mapping[str, Any], config: Config) -> dict[str, Any]:
    """Return a row with `clause`, the part of its quote that names the initiative, for the table."""
    return {**row, "clause": clause(row["quote"], config.initiatives.get(row["initiative"]))}


def initiatives(session: Session, config: Config) -> list[dict[str, Any]]:
    """Return one row for each initiative: names, number of announcements, first and last day, newest act."""
    standings = queries.standings(session)
    rows = []
    for initiative in config.initiatives.values():
        standing = standings.get(initiative.id, queries.Standing(0, None, None))
        rows.append(
            {
                "id": initiative.id,
                "en": initiative.names.en,
                "zh": initiative.names.zh,
                "parent": initiative.parent,
                "announcements": standing.announcements,
                "first": standing.first,
                "last": standing.last,
            }
        )
    return rows


def figure_words(figure: Mapping[str, Any]) -> str:
    """Return a figure for readers: its value, its unit unless it is a mere count, and what it counts."""
    value, unit = signed(figure), figure.get("unit") or ""
    number = f"{value:,}".removesuffix(".0")
    return " ".join(filter(None, (number, "" if unit == "count" else unit, figure.get("what"))))


def act_words(row: Mapping[str, Any]) -> str:
    """Return the act of a row, with the stage of a paper that is not just issued: issued (draft)."""
    return f"{row['act']} ({row['stage']})" if row["stage"] not in (None, row["act"]) else str(row["act"])


def paper(announcement: Announcement | Announced) -> dict[str, Any]:
    """Return the stage of the paper that an announcement reports, and its days: the columns of every view of one."""
    return {name: getattr(announcement, name) for name in PAPER}


def _row(
    config: Config, announcement: Announced, document: Cited, counts: Mapping[tuple[int, str], int]
) -> dict[str, Any]:
    body = config.bodies.get(announcement.body or "")
    return {
        "id": announcement.id,
        "initiative": announcement.initiative,
        "day": announcement.timeline_day,
        "day_stated": announcement.day is not None,
        "act": announcement.act,
        **paper(announcement),
        "body": announcement.body,
        "body_name": body.name.en if body else None,
        "speaker": announcement.speaker,
        "headline": announcement.headline,
        "quote": announcement.quote,
        "figures": announcement.figures,
        "members": counts.get((announcement.story_id, announcement.initiative), 1),
        "story": announcement.story_id,
        "source": document.source,
        "language": document.language,
        "url": document.url,
        "found_late": None if announcement.cause == "news" else announcement.cause,
        "corrected": announcement.corrected or [],
    }
