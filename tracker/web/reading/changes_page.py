"""Show what changed between a stored page and the one before it at the same address, word by word."""

from sqlmodel import Session
from starlette.requests import Request

from db.models import Page
from db.queries.documents import page_and_content
from db.queries.pages import page_with, pages_of
from tracker.views.paragraphs import paragraphs_changed
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, missing, readable
from tracker.web.stored import SHA256

MOST_PARAGRAPHS = 2000


@readable("changes.html", "news")
def changes(session: Session, reader: Reader, request: Request) -> Facts:  # noqa: ARG001 - every page has one
    """Return the paragraphs that differ; answer 404 for the first page of an address."""
    sha256 = str(request.path_params["sha256"])
    page, _ = missing(page_with(session, sha256) if SHA256.fullmatch(sha256) else None)
    versions = pages_of(session, page.source, page.key)
    at = next(number for number, version in enumerate(versions) if version.id == page.id)
    before = missing(versions[at - 1] if at else None)
    texts = [_text(session, request, one) for one in (before, page)]
    readable_both = None not in texts
    paragraphs = list(paragraphs_changed(*map(_paragraphs, texts))) if readable_both else []
    return {"page": page, "before": before, "paragraphs": paragraphs, "is_readable": readable_both}


def _paragraphs(text: str | None) -> list[str]:
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    return [line for line in lines if line][:MOST_PARAGRAPHS]


def _text(session: Session, request: Request, page: Page) -> str | None:
    text: str | None = request.app.state.page_texts(*page_and_content(session, page.id or 0))
    return text
