"""Parse records: a text with its facts as one line of JSON, as other archives export it."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import IO, Any, TypeVar
from urllib.parse import quote, urlsplit

from db.beijing import BEIJING
from db.models import Document, Page
from spiders.most import MOST_BYTES
from tracker.parse.document_number import number_of
from tracker.parse.saved import DAMAGED, Refuse, Unusable, numbered_lines
from tracker.text.calendar_years import CALENDAR
from tracker.text.language import language_of
from tracker.text.normalize import storable

CONTENT_TYPE = "application/vnd.policy-initiative-tracker.record+json"
PRECISIONS = {4: "year", 7: "month", 10: "day"}
LANGUAGES = ("en", "zh")

Record = dict[str, Any]
Found = TypeVar("Found")


def read(lines: IO[bytes], file: str, refuse: Refuse) -> Iterator[tuple[bytes, Record]]:
    """Yield each line of `file` that is not blank, stripped, with its record; `refuse` invalid lines."""
    return read_lines(lines, file, lambda line: (line, check(line)), refuse)


def read_lines(lines: IO[bytes], file: str, one: Callable[[bytes], Found], refuse: Refuse) -> Iterator[Found]:
    """Yield the result of `one` for each stripped line that is not blank; if it raises ValueError, the line is refused.

    A line that is larger than a page may be is refused unread. Raise Unusable if the gzip of `file` is damaged.
    """
    try:
        for number, line in numbered_lines(lines):
            try:
                bare = _bare(line)
                if not bare:
                    continue
                found = one(bare)
            except ValueError as error:
                reason = error.reason if isinstance(error, Unusable) else "malformed"
                refuse(Unusable(f"{file}:{number}: {error}", reason))
            else:
                yield found
    except DAMAGED as error:
        raise Unusable(f"{file}: no whole gzip file; what came before it was read: {error}", "damaged") from error


def _bare(line: bytes | None) -> bytes:
    if line is None:
        raise Unusable(f"is larger than a page may be ({MOST_BYTES} bytes)", "too large")
    return line.removeprefix(BOM_UTF8).strip()


def check(line: bytes) -> Record:
    """Read one record `{id, url, title, published, lang, text}`; raise ValueError in words if it is invalid."""
    record = _stored(line)
    if record.get("url"):
        of_web(record["url"])
    return record


def _stored(line: bytes) -> Record:
    """Read a record as `check` does; its address may have any scheme, which an older program stored."""
    record = object_of(line, "a record")
    if record is None or "text" not in record:
        raise ValueError('is not a record; it needs at least {"url": ..., "text": ...}')
    text_in(record, "text")
    if record.get("url") is not None:
        text_in(record, "url")
    named = record.get("url") or record.get("id")
    if not named or not isinstance(named, str):
        raise ValueError('needs a "url" (or an "id" that is a string) that distinguishes it from others')
    if not isinstance(record.get("title"), str | None):
        raise ValueError('"title" must be a string or null')
    addressed(named)
    _published(record.get("published"))
    return record


def address_of(record: Record, file: str) -> str:
    """Return the address of a record; without `url`, the name of its file and the id: `a.jsonl#ID`.

    Blanks are escaped as in addresses, since an exported address cannot contain them.
    """
    if record.get("url"):
        return str(record["url"])
    return re.sub(r"\s", lambda blank: quote(blank[0]), storable(f"{file.removesuffix('.gz')}#{record['id']}"))


def text_in(line: Record, name: str) -> None:
    """Raise ValueError in words if the value of a line under `name` is not a string."""
    if not isinstance(line[name], str):
        found = storable(json.dumps(line[name], ensure_ascii=False))[:80]
        raise ValueError(f'"{name}" must be a string (found {found})')


def addressed(url: str) -> None:
    """Raise ValueError in words if `url` cannot be an address; it need not be one of the web."""
    try:
        _ = urlsplit(url).hostname
    except ValueError as error:
        raise ValueError(f'"url" is not an address: {error} (found {url[:80]!r})') from error


def of_web(url: str) -> None:
    """Raise ValueError in words if `url` has a scheme and is no address of the web: no page of ours links to it."""
    addressed(url)
    parts = urlsplit(url)
    if parts.scheme and not (parts.scheme in ("http", "https") and parts.hostname):
        raise ValueError(f'"url" is not a web address; write http:// or https:// and a host (found {url[:80]!r})')


def object_of(line: bytes, what: str) -> Record | None:
    """Return the JSON object of a line, with storable strings; None if the JSON is something else.

    Raise ValueError, which names what the line should contain, such as `a record`, if it is not JSON.
    """
    found = _json(line, what)
    if not isinstance(found, dict):
        return None
    return {name: storable(value) if isinstance(value, str) else value for name, value in found.items()}


def _json(line: bytes, what: str) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from error
    except RecursionError as error:
        raise ValueError(f"is nested too deeply; {what} is one flat JSON object") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error}; {what} is one JSON object in one line") from error
    except ValueError as error:  # Python's message names one of its own functions
        raise ValueError(f"contains a number of thousands of digits; {what} has none") from error


def parse(page: Page, content: bytes) -> Document:
    """Read the document in a record; no layout and no guessing are needed. Raise ValueError as `check` does."""
    record = _stored(content)
    published, precision = _published(record.get("published"))
    return Document(
        source=page.source,
        key=page.key,
        url=page.url,
        page_id=page.id,
        title=record.get("title"),
        published=published,
        precision=precision,
        number=number_of(record["text"] or ""),
        language=_language(record),
        text=record["text"] or "",
        layout="record",
        first_seen_at=page.fetched_at,
        backfilled=page.backfilled,
    )


def _language(record: Record) -> str:
    """Return the language that a record names, as `en`, `EN` or `en-US`; if it is not one of ours, that of its text."""
    named = str(record.get("lang")).lower()[:2]
    return named if named in LANGUAGES else language_of(record["text"] or record.get("title") or "")


def _published(value: object) -> tuple[datetime | None, str | None]:
    if value is None or value == "":
        return None, None
    try:
        return _moment(str(value))
    except (ValueError, OverflowError) as error:
        form = "YYYY, YYYY-MM, YYYY-MM-DD or an ISO time, from 1900 to 2999"
        raise ValueError(f'"published" must be {form} (found {str(value)[:80]!r})') from error


def _moment(value: str) -> tuple[datetime, str]:
    precision = PRECISIONS.get(len(value), "minute")
    moment = datetime.fromisoformat(value + "-01-01"[: 10 - len(value)] if len(value) < 10 else value)
    if moment.year not in CALENDAR:
        raise ValueError
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=BEIJING)
    return moment.astimezone(UTC), precision
