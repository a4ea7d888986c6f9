"""Extract the text of a stored page as a job; it loads the declared layouts and none of the rules."""

import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from config import Config
from config.schema.source import Source
from db.models import Page
from tracker.pipeline.page_jobs import document_of_page


def prepare(config: Config) -> Mapping[str, Callable[..., Any]]:
    """Return the job by its name."""
    return {"text": partial(_text, config.sources)}


def _text(sources: Mapping[str, Source], facts: Mapping[str, Any], zipped: bytes) -> str | None:
    """Return title and text of a page; None if it has no text."""
    page = Page(**facts)
    document = document_of_page(page, zlib.decompress(zipped), sources.get(page.source))
    return f"{document.title or ''}\n{document.text}" if document.text else None
