"""Show a stored page as safe text, below a bar with its date, its digest and a link to the original."""

from sqlmodel import Session
from starlette.requests import Request

from db.queries.documents import mentions_of
from db.queries.pages import pages_of
from db.queries.proofs import stored_as
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, missing, readable
from tracker.web.stored import SHA256, is_shown

MOST_TEXT = 300_000


@readable("stored.html", "news")
def stored_page(session: Session, reader: Reader, request: Request) -> Facts:  # noqa: ARG001 - every page has one
    """Return the page of a SHA-256, with its text if it is the last answer of its address."""
    sha256 = str(request.path_params["sha256"])
    page, document = missing(stored_as(session, sha256) if SHA256.fullmatch(sha256) else None)
    return {
        "page": page,
        "document": document,
        "is_shown": is_shown(page),
        "paragraphs": document.text[:MOST_TEXT].splitlines() if document else [],
        "mentions": mentions_of(session, document.id or 0) if document else [],
        "versions": pages_of(session, page.source, page.key)[::-1],
    }
