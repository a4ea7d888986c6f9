"""Shows what an alert would have told, before anybody has to receive it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from config import Config
from db.models import Announcement, now
from db.queries.alerts import announcements_since
from db.queries.outbox import tellers
from tracker.alerts.rules import Rule, matches

MOST_SAMPLES = 20


@dataclass(frozen=True)
class Preview:
    """The newest of the announcements that a rule wants, and in one line how many those are."""

    samples: list[dict[str, Any]]
    summary: str


def preview(session: Session, rule: Rule, config: Config, days: int) -> Preview:
    """Apply a rule to what we came to know in the last `days`, however we came to know it."""
    seen = announcements_since(session, now() - timedelta(days=days))
    told_by = tellers(session, [announcement.story_id for announcement in seen])
    wanted = []
    for announcement in seen:
        why = matches(rule, announcement, told_by[announcement.story_id], config, "en")
        if why is not None:
            wanted.append(_sample(announcement, why))
    return Preview(wanted[:MOST_SAMPLES], _summary(len(wanted), len(seen), days))


def _sample(announcement: Announcement, why: str) -> dict[str, Any]:
    return {**announcement.model_dump(include={"id", "day", "initiative", "act", "headline"}), "why": why}


def _summary(wanted: int, seen: int, days: int) -> str:
    if seen and wanted in (0, seen):
        share = "all" if wanted else "none"
        return f"this rule wants {share} of the {seen} announcements of the last {days} days"
    return f"{wanted} of {seen} announcements in {days} days, {wanted * 7 / days:.1f} a week"
