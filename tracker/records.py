"""Pages that are records: a text with its facts, as a line of JSON, such as other archives export."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from db.models import Document, Page

CONTENT_TYPE = "application/vnd.policy-initiative-tracker.record+json"
BEIJING = ZoneInfo("Asia/Shanghai")
PRECISIONS = {4: "year", 7: "month", 10: "day"}


def check(line: str) -> dict[str, str | None]:
    """Read one record `{id, url, title, published, lang, text}`; raise ValueError in words where it is none."""
    record = json.loads(line)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError('is no record; it needs at least {"url": ..., "text": ...}')
    if not isinstance(record.get("url") or record.get("id"), str):
        raise ValueError('needs a "url" (or an "id") that tells it from others')
    _published(record.get("published"))
    return record


def parse(page: Page, content: bytes) -> Document:
    """Take the document out of a record; no layout and no guessing are needed."""
    record = json.loads(content)
    published, precision = _published(record.get("published"))
    return Document(
        source=page.source,
        key=page.key,
        url=page.url,
        page_id=page.id,
        title=record.get("title"),
        published=published,
        precision=precision,
        language="en" if record.get("lang") == "en" else "zh",
        text=record["text"],
        layout="record",
        first_seen_at=page.fetched_at,
        backfilled=page.backfilled,
    )


def _published(value: object) -> tuple[datetime | None, str | None]:
    if value is None:
        return None, None
    if not isinstance(value, str):
        raise ValueError('"published" must be YYYY, YYYY-MM, YYYY-MM-DD or an ISO time')
    precision = PRECISIONS.get(len(value), "minute")
    moment = datetime.fromisoformat(value + "-01-01"[: 10 - len(value)] if len(value) < 10 else value)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=BEIJING)
    return moment.astimezone(UTC), precision
