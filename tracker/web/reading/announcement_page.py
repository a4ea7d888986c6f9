"""Show one announcement with its proof: quote and paragraph, sources, stored pages, and how to cite it."""

from datetime import datetime
from typing import Any

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from db.beijing import beijing_day
from db.models import Announcement, Document
from db.queries import pages as page_queries
from db.queries import timeline
from db.queries.proofs import mention_in, neighbours, of_story
from tracker.alerts.compose.facts import Facts as Gathered
from tracker.alerts.compose.facts import gather
from tracker.alerts.compose.figures import write_figures
from tracker.contract.formats import citations
from tracker.contract.rows.announcements import announcements
from tracker.corrections.announcement import FIELDS
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, missing, readable
from tracker.web.unchanged import of_announcement

# No database of ours has a higher number, and some cannot be queried for one.
LARGEST = 2**31 - 1
AROUND = 1200
MOST_MEMBERS = 200


@readable("announcement.html", "initiatives", of_announcement)
def announcement(session: Session, reader: Reader, request: Request) -> Facts | Response:
    """Return the page of an announcement; the number of a merged one redirects to the one that it was merged into."""
    one, document = missing(_found(session, request))
    if one.id != int(request.path_params["id"]):
        return RedirectResponse(reader.link(f"/announcements/{one.id}"), 301)
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
        "cited": _cited(session, reader, request, one),
    }


def _found(session: Session, request: Request) -> tuple[Announcement, Document] | None:
    id_ = int(request.path_params["id"])
    if id_ > LARGEST:
        return None
    return timeline.announcement_with_document(session, id_)


def _quoted(document: Document, quote: str, start: int | None) -> dict[str, Any]:
    """Return the quote with the text before and after it in its paragraph; nothing if it is no longer there."""
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
    """Return a correction in the reader's words: what was done, by whom, when, why, and what the rules say."""
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


def _cited(session: Session, reader: Reader, request: Request, one: Announcement) -> dict[str, str]:
    """Return how to cite an announcement, in each form, and its permanent address."""
    public = request.app.state.settings.public_url
    home = str(public or request.base_url).rstrip("/")
    (row,) = announcements(session, reader.config, [one])
    return {
        "text": citations.plainly(row, home),
        "markdown": citations.markdown(row, home),
        "bibtex": citations.bibtex([row], home),
        "ris": citations.ris([row], home).replace("\r\n", "\n").strip(),
        "ours": f"{home}/announcements/{one.id}",
    }
