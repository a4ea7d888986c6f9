"""Name every output of a command with the model of its rows, and make their JSON Schemas."""

from typing import Any

from pydantic import TypeAdapter

from tracker.contract import VERSION
from tracker.contract.models import (
    alerts,
    announcement,
    correction,
    declared,
    development,
    document,
    explaining,
    json_lines,
    running,
    working,
)
from tracker.contract.models.row import Row

LISTS: dict[str, type[Row]] = {
    "alerts": alerts.Alert,
    "alerts-check": alerts.Difference,
    "alerts-log": alerts.Delivery,
    "alerts-recipients": alerts.Recipient,
    "alerts-mailbox-past": working.InboundMail,
    "compare": development.Compared,
    "corrections": correction.Correction,
    "crawl": working.Crawl,
    "alerts-tokens": alerts.Token,
    "daemon-steps": running.Step,
    "deadlines": development.Deadline,
    "discover": declared.Find,
    "health": running.Health,
    "health-past": running.Incident,
    "initiatives": declared.Initiative,
    "initiatives-check": declared.Term,
    "news": announcement.Story,
    "numbers": development.Numbers,
    "rules-try": explaining.Tried,
    "search": document.SearchHit,
    "search-by-month": document.Months,
    "search-count": document.Count,
    "sources": declared.Source,
    "sources-check": working.SourceCheck,
    "sources-check-all": working.ListCheck,
    "timeline": announcement.Announcement,
}
"""The outputs that are lists, with the model of one row."""
ONES: dict[str, type[Row]] = {
    "alerts-mailbox": working.Mailbox,
    "alerts-preview": alerts.Preview,
    "alerts-send": alerts.Sending,
    "backfill": working.Backfill,
    "daemon": running.Daemons,
    "db-check": working.Soundness,
    "db-copy": working.Copy,
    "db-stats": working.Statistics,
    "development": development.Development,
    "diff": working.Revisions,
    "explain": explaining.Explanation,
    "explain-stories": explaining.StoryExplanation,
    "read": working.Reading,
    "rules-add": explaining.AddedRow,
    "show-address": document.Reading,
    "show-announcement": announcement.Proof,
    "verify": working.Verification,
}
"""The outputs that are one object."""
LINES: dict[str, Any] = {
    "analyze": json_lines.Analyzed,
    "corrections-gold": json_lines.Gold,
    "extract": json_lines.Extracted | json_lines.ExtractedList,
}
"""The outputs that are one object a line, with the model of a line."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of every output, by its name."""
    lists = {name: _schema(name, list[model]) for name, model in LISTS.items()}  # type: ignore[valid-type]
    return lists | {name: _schema(name, model) for name, model in (ONES | LINES).items()}


def _schema(name: str, output: Any) -> dict[str, Any]:
    made = TypeAdapter(output).json_schema(mode="serialization")
    head = {"$schema": DIALECT, "$id": f"tracker:v{VERSION}/{name}", "title": f"tracker {name.replace('-', ' ')}"}
    return head | {key: _plain(value) for key, value in made.items() if key != "title"}


def _plain(schema: Any) -> Any:
    """Return a schema without pydantic's additions: a title for each field, and the ban on further fields."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    added = {"title": str, "additionalProperties": bool}
    return {key: _plain(value) for key, value in schema.items() if not isinstance(value, added.get(key, ()))}
