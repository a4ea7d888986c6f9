"""Extract saved pages without a database: one page, or a file of labels that names many."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from config.schema.source import Source
from db.models import Page
from spiders.charsets import decode
from spiders.keys import source_of
from spiders.undeclared import undeclared_rows
from tracker.parse import records
from tracker.parse.parser import parse
from tracker.parse.saved import Refuse, open_saved, read_content


def extract_page(content: bytes, url: str, sources: dict[str, Source]) -> dict[str, Any]:
    """Read one saved article page; `published` is Beijing time, as precise as printed (2026-08-26T17:30)."""
    source = source_of(url, sources)
    page = Page(source=source.id if source else "", key=url, url=url, sha256="")
    document = parse(page, content, source)
    return {
        "url": url,
        "title": document.title,
        "published": document.published_in_beijing,
        "precision": document.precision,
        "source": document.publisher,
        "body": document.body,
        "number": document.number,
        "language": document.language,
        "layout": document.layout,
        "problem": document.problem,
        "text": document.text,
    }


def extract_rows(content: bytes, url: str) -> list[dict[str, Any]]:
    """Read one saved list page, HTML or JSON: title, absolute address and printed date of each row."""
    rows = undeclared_rows(decode(content), url, url)
    return [{"title": row.title, "url": row.url, "date": row.date} for row in rows]


def extract_batch(labels: Path, sources: dict[str, Source], refuse: Refuse) -> Iterator[dict[str, Any]]:
    """Read the pages that `labels` names, one JSON line each: id, file (relative to `labels`), url, rows for a list.

    `refuse` is called with each line that is invalid, or whose page cannot be read.
    """
    with open_saved(labels) as lines:
        for label, content in records.read_lines(lines, str(labels), partial(_labelled, labels.parent), refuse):
            yield {"id": label["id"], **_extract(content, label, sources)}


def _labelled(folder: Path, line: bytes) -> tuple[dict[str, Any], bytes]:
    """Return a label, and the page that it names."""
    label = records.object_of(line, "a label")
    if label is None:
        raise ValueError('is not a label; it needs {"id": ..., "file": ..., "url": ...}')
    if missing := [name for name in ("id", "file", "url") if name not in label]:
        raise ValueError(f'has no "{missing[0]}"; a label needs {{"id": ..., "file": ..., "url": ...}}')
    records.text_in(label, "file")
    records.text_in(label, "url")
    records.addressed(label["url"])
    return label, _content(folder / label["file"])


def _content(file: Path) -> bytes:
    try:
        return read_content(file)
    except OSError as error:
        raise ValueError(f'"file" names no page that can be read: {file}: {error.strerror}') from error


def _extract(content: bytes, label: dict[str, Any], sources: dict[str, Source]) -> dict[str, Any]:
    if "rows" in label:
        return {"rows": extract_rows(content, label["url"])}
    return extract_page(content, label["url"], sources)
