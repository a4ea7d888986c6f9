"""Build the comparison of initiatives: where each stands, and its acts day by day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from config import Config
from db.queries.timeline import acts_by_day
from tracker.development.by_day import development_of, summed

MOST_COMPARED = 8


def compared(session: Session, config: Config, initiatives: Sequence[str], today: date) -> list[dict[str, Any]]:
    """Return a row for each initiative, in their order.

    `acts` has how often it was announced on a day with an act and stage, with the number of one of these announcements.
    """
    return [_row(session, config, id_, today) for id_ in initiatives]


def _row(session: Session, config: Config, id_: str, today: date) -> dict[str, Any]:
    declared, told = config.initiatives[id_], acts_by_day(session, id_)
    later = acts_by_day(session, declared.successor) if declared.successor else []
    found = development_of(session, id_, told, later, today)
    return {
        "initiative": id_,
        "initiative_name": declared.names.en,
        "initiative_name_zh": declared.names.zh,
        "state": found.state,
        "first": found.first,
        "last": found.last,
        "announcements": summed(told),
        "acts": [
            {
                "day": one.timeline_day,
                "act": one.act,
                "stage": one.stage,
                "announcements": one.times,
                "announcement": one.id,
            }
            for one in told
        ],
    }
