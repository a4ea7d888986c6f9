"""Monitor our own reading by one reference article per source: what was read correctly must stay so.

The spiders check its address like all others; here the stored page counts, which cannot change.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from db.models import Canary, Document
from db.queries import health as queries
from db.store.health import keep_canary

# A newer article replaces it from time to time, so that it has the site's present layout.
RENEWED = timedelta(days=7)


def fields_of(document: Document) -> list[str]:
    """Return what reading found in a document."""
    found = {
        "title": document.title,
        "date": document.published,
        "text": document.text,
        "layout": (document.layout or "").startswith("layout "),
    }
    return [name for name, there in found.items() if there]


def problem(canary: Canary, document: Document | None) -> str | None:
    """Say what is no longer read in the canary's page; None if nothing is missing, or the page has changed."""
    if document is None or document.page_id != canary.page_id:
        return None
    missing = [name for name in canary.fields if name not in fields_of(document)]
    return f"{' and '.join(missing)} no longer found in the stored page {document.url}" if missing else None


def renew(session: Session, source: str, at: datetime) -> None:
    """Choose a new reference article of a source, unless the present one is recent or has a problem."""
    known = queries.canary(session, source)
    if known and (problem(*known) or (_stands(*known) and at - known[0].chosen_at < RENEWED)):
        return
    document = queries.well_read(session, source)
    if document and document.page_id is not None:
        fields = fields_of(document)
        keep_canary(
            session,
            Canary(source=source, key=document.key, page_id=document.page_id, fields=fields, chosen_at=at),
        )


def _stands(canary: Canary, document: Document | None) -> bool:
    return document is not None and document.page_id == canary.page_id
