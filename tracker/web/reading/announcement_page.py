"""Shows one announcement with its proof: the quote in its paragraph, who told it, the stored pages, how to cite it."""

from datetime import datetime
from typing import Any

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from db.beijing import beijing_day
from db.models import Announcement, Document, Page
from db.queries import pages as page_queries
from db.queries import timeline
from db.queries.proofs import mention_in, neighbours, of_story
from tracker.alerts.compose.facts import Facts as Gathered
from tracker.alerts.compose.facts import gather
from tracker.alerts.compose.figures import write_figures
from tracker.corrections.announcement import FIELDS
from tracker.web.reading.cite import Cited
from tracker.web.reading.reader import Reader, reader_of
from tracker.web.reading.show import Facts, missing, readable

# No database of ours numbers further, and some cannot be asked about more.
LARGEST = 2**31 - 1
AROUND = 1200
MOST_MEMBERS = 200


@readable("announcement.html", "initiatives")
def _announcement(session: Session, reader: Reader, request: Request) -> Facts:
    one, document = missing(_found(session, request))
    gathered = gather(session, [one], reader.config)[one.id or 0]
    mention = mention_in(session, one.document_id, one.initiative)
    stored = page_queries.pages_of(session, document.source, document.key)
    before, after = neighbours(session, one)
    return {
        "one": one,
        "document": document,
        "quote": _quoted(document, one.quote, mention.start if mention else None),
        "others": gathered.quotes[1:],
        "rule": mention.rule if mention else None,
        "corrected": [_corrected(reader, mark) for mark in one.corrected or ()],
        "figures": write_figures(one.figures, gathered.earlier, reader.language),
        "tiers": _by_tier(reader, gathered),
        "more": max(len(gathered.members) - MOST_MEMBERS, 0),
        "pages": stored[::-1],
        "same": [other for other in of_story(session, one.story_id) if other.id != one.id],
        "before": before,
        "after": after,
        "cited": _cited(reader, request, one, document, stored),
    }


async def announcement(request: Request) -> Response:
    """The page of an announcement; the number of one that was merged leads to the one that it turned out to be."""
    answer: Response = await _announcement(request)
    number = getattr(request.state, "moved_to", None)
    if number is None:
        return answer
    return RedirectResponse(reader_of(request, request.app.state.config).link(f"/announcements/{number}"), 301)


def _found(session: Session, request: Request) -> tuple[Announcement, Document] | None:
    id_ = int(request.path_params["id"])
    if id_ > LARGEST:
        return None
    found = timeline.announcement_with_document(session, id_)
    if found and found[0].id != id_:
        request.state.moved_to = found[0].id
    return found


def _quoted(document: Document, quote: str, start: int | None) -> dict[str, Any]:
    """The quote with what stands before and behind it in its paragraph; nothing where it stands there no more."""
    text = document.text
    at = start if start is not None and text.startswith(quote, start) else text.find(quote)
    if at < 0 or not quote:
        return {"before": "", "text": quote, "after": "", "cut": False}
    end = at + len(quote)
    first = max(text.rfind("\n", 0, at) + 1, at - AROUND)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + AROUND)
    return {"before": text[first:at], "text": quote, "after": text[end:last]}


def _corrected(reader: Reader, mark: dict[str, Any]) -> dict[str, str]:
    """A correction in the reader's words: what was done, by whom and when, why, and what the rules say of a field."""
    what, was = mark["what"], mark["was"]
    done = reader.say(f"corrected-{what}", by=mark["by"], day=beijing_day(datetime.fromisoformat(mark["at"])))
    if what not in FIELDS:
        return {"what": what, "done": done, "note": mark["note"], "rules": ""}
    was = reader.say(f"act-{was}") if what == "act" else reader.body(was) if what == "body" and was else was
    rules = reader.say("corrected-rules", value=was or reader.say("corrected-nothing"))
    return {"what": what, "done": done, "note": mark["note"], "rules": rules}


def _by_tier(reader: Reader, gathered: Gathered) -> list[tuple[str, list[Any]]]:
    tiers: dict[str, list[Any]] = {"primary": [], "media": []}
    for member in gathered.members[:MOST_MEMBERS]:
        source = reader.config.sources.get(member.source)
        tiers[source.tier if source else "media"].append(member)
    return [(tier, members) for tier, members in tiers.items() if members]


def _cited(reader: Reader, request: Request, one: Announcement, document: Document, stored: list[Page]) -> Cited:
    settings = request.app.state.settings
    base = str(settings.public_url).rstrip("/") if settings.public_url else str(request.base_url).rstrip("/")
    newest = next((page for page in stored if page.id == document.page_id), None)
    return Cited(
        number=one.id or 0,
        title=document.title or one.headline or one.quote,
        publisher=document.publisher or reader.source(document.source),
        day=one.timeline_day,
        original=reader.outside(document.url) or "",
        ours=f"{base}/announcements/{one.id}",
        sha256=newest.sha256 if newest else "",
        fetched=f"{newest.fetched_at:%Y-%m-%d}" if newest else "",
    )
