"""Report what became of each delivery: when it was sent, in which message, the response to each attempt, or why not."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from config import Config
from db.masking import hidden, masked
from db.models import Alert, Announcement, Attempt, now
from db.queries import checking as queries
from db.queries.checking import Kept
from db.queries.outbox import tellers
from db.queries.timeline import became
from tracker.alerts.delivery.waiting import Case, why_open
from tracker.alerts.matching.earlier import why_gone
from tracker.alerts.matching.match import matches
from tracker.alerts.matching.rules import Rule

GRACE = timedelta(hours=1)
OPEN = ("pending", "sending")


def record(
    session: Session,
    announcement_id: int | None,
    recipient: str | None,
    config: Config | None = None,
    at: datetime | None = None,
) -> list[dict[str, Any]]:
    """Return one row per delivery, newest first, of one announcement or to one recipient if they are given.

    If both are given and nothing was written, a row for each alert of the recipient gives the reason (with `config`).
    """
    announcement_id = became(session, announcement_id) if announcement_id is not None else None
    kept = queries.logged(session, announcement_id, recipient)
    periods = queries.periods_of(session, [one.delivery.alert_id for one in kept])
    tries = queries.tries(session, [one.delivery for one in kept])
    rows = []
    for one in kept:
        tried = tries.get(one.delivery.id or 0, [])
        case = Case(*one, digests=periods.get(one.delivery.alert_id, {}), tries=tried)
        rows.append(_row(one, tried, _answer(case, at or now())))
    if config and announcement_id is not None and recipient is not None:
        known = {row["alert"] for row in rows}
        rows += _untold(session, config, announcement_id, recipient, known)
    return rows


def _row(kept: Kept, tries: Sequence[Attempt], answer: str) -> dict[str, Any]:
    delivery, alert, _, digest = kept
    return {
        "announcement": delivery.announcement_id,
        "incident": delivery.incident_id,
        "find": delivery.find_id,
        "act": delivery.act,
        "alert": delivery.alert_id,
        "recipient": masked(alert.recipient),
        "channel": alert.channel,
        "kind": delivery.kind,
        "digest": digest.period if digest else None,
        "state": delivery.state,
        "due_at": delivery.due_at,
        "sent_at": delivery.sent_at,
        "message_id": delivery.message_id,
        "attempts": delivery.attempts,
        "answer": hidden(answer, alert.recipient),
        "returned": delivery.returned,
        "tries": [_try(one, alert.recipient) for one in tries],
    }


def _try(one: Attempt, recipient: str) -> dict[str, Any]:
    told = one.model_dump(include={"at", "outcome", "server", "answer", "times", "last_at"})
    # Earlier versions stored responses as they came.
    return {**told, "answer": hidden(one.answer, recipient)}


def _answer(case: Case, at: datetime) -> str:
    delivery = case.delivery
    if delivery.state == "backfilled":
        return "found late: only counted in " + ("this mail" if delivery.sent_at else "the next mail")
    # What bounced was accepted before that, and is sent once more.
    known = [delivery.answer, delivery.returned] if delivery.returned or delivery.state not in OPEN else []
    if delivery.state in OPEN:
        known.append(why_open(case, at, GRACE).text)
    return "; ".join(told for told in known if told)


def _untold(
    session: Session, config: Config, announcement_id: int, recipient: str, known: set[int]
) -> list[dict[str, Any]]:
    announcement = session.get(Announcement, announcement_id)
    if announcement is None:
        return []
    rows: list[dict[str, Any]] = []
    for alert in queries.alerts_to(session, recipient):
        if alert.id not in known:
            row = {
                "announcement": announcement_id,
                "incident": None,
                "find": None,
                "act": announcement.act,
                "alert": alert.id,
            }
            row |= {"recipient": masked(alert.recipient), "channel": alert.channel, "state": "none"}
            rows.append({**row, "answer": _why_untold(session, config, announcement, alert), "tries": []})
    return rows


def _why_untold(session: Session, config: Config, announcement: Announcement, alert: Alert) -> str:
    found_at = announcement.first_seen_at
    if announcement.withdrawn:
        return why_gone(announcement)
    if alert.removed_at and alert.removed_at <= found_at:
        return f"the alert was removed at {_minute(alert.removed_at)}, before this was found"
    told_by = tellers(session, [announcement.story_id]).get(announcement.story_id, [])
    rule = Rule.model_validate(alert.rule)
    unchanged = rule.model_copy(update={"changes": ()})
    if matches(unchanged, announcement, told_by, config, "en") is None:
        return "the alert does not ask for it"
    return _did_not_listen(alert, found_at) or _never_written(rule)


def _did_not_listen(alert: Alert, found_at: datetime) -> str | None:
    """Return why an alert could not report what was found at a moment."""
    if alert.created_at > found_at:
        return f"the alert was added at {_minute(alert.created_at)}, after this was found"
    if alert.resumed_at and found_at < alert.resumed_at:
        return f"the alert was paused until {_minute(alert.resumed_at)}, after this was found"
    if alert.paused_at and alert.paused_at <= found_at:
        return f"the alert has been paused since {_minute(alert.paused_at)}, before this was found"
    return None


def _never_written(rule: Rule) -> str:
    if rule.changes:
        return f"the alert asks only for changes ({', '.join(rule.changes)}), and this was none when it was found"
    return "the alert asks for it, and no delivery was written; see `tracker alerts check`"


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
