"""Look a quote up in the stored documents: found, altered, not found, or not checked, and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from db.models import Document
from db.queries import search as queries
from db.queries.documents import find_documents
from db.queries.search import AllOf, AnyOf, Sought, Term
from db.queries.timeline import Wanted
from tracker.mcp.evidence import Library
from tracker.mcp.models import Difference, Evidence, Verdict
from tracker.search import answers
from tracker.search.canonical import canonical
from tracker.search.indexing import is_whole
from tracker.text.nearest import Nearest, Place, find, nearest
from tracker.text.normalize import Span
from tracker.text.printable import printable

LEAST_HAN, LEAST_LETTERS = 6, 12
"""The least length: a shorter quote occurs in many texts by chance, and proves nothing."""
LONGEST = 2000
MOST_TERMS = 24
MOST_HOLDING, MOST_ALIKE, MOST_SHOWN = 200, 40, 5
HAN_RUN, WORD_RUN = 10, 3
MANY = "more documents contain its words than are searched; name the address, or an initiative"
_BETWEEN = re.compile(r"[，。；：、！？,;:!?…\n\r（）()《》〈〉“”\"「」『』\[\]]+|\.(?!\d)")
_WRAPPED = re.compile(r"^[\"“「『']([^\"“”「」『』]+)[\"”」』']$")
_HAN = re.compile(r"[\u3400-\u9fff]")
# A number or a word is whole in the index.
_UNIT = re.compile(r"[\u3400-\u9fff]|[^\u3400-\u9fff]+")


@dataclass(frozen=True)
class _Found:
    document: Document
    place: Place


@dataclass(frozen=True)
class _Alike:
    document: Document
    nearest: Nearest


class _UncheckedError(Exception):
    """Report a quote that cannot be searched for; the text says why."""


def verify_quote(library: Library, quote: str, url: str | None, wanted: Wanted) -> Verdict:
    """Look for a quote in the documents of an address, or in all that are `wanted`."""
    quote = _WRAPPED.sub(r"\1", quote.strip()).strip()
    try:
        looked_at = _looked_at(library.session, quote, url, wanted)
    except _UncheckedError as error:
        return _verdict(library, "not checked", str(error))
    found = _found(looked_at, quote)
    if not found and not url:
        if len(looked_at) == MOST_HOLDING:
            return _verdict(library, "not checked", MANY)
        # A quote that begins or ends within a word is in documents that do not have all of its words in the index.
        looked_at = [*looked_at, *_alike(library.session, quote, wanted)]
        found = _found(looked_at, quote)
    if found:
        return _of_found(library, found)
    if near := _nearest(looked_at, quote):
        return _of_nearest(library, near)
    where = f"the text of {url}" if url else "any document that is covered"
    return _verdict(library, "not found", f"neither it nor a similar wording occurs in {where}")


def _looked_at(session: Session, quote: str, url: str | None, wanted: Wanted) -> list[Document]:
    """Return the documents that may hold the quote as it is; raise _UncheckedError if that cannot be known."""
    if why := _unusable(quote):
        raise _UncheckedError(why)
    if not url:
        if not is_whole(session):
            raise _UncheckedError("the full-text index is not complete; `tracker read` completes it")
        return _holding(session, quote, wanted)
    documents = find_documents(session, url)
    if not documents:
        raise _UncheckedError(f"nothing is stored under {url}")
    if not any(document.text for document in documents):
        raise _UncheckedError(f"{url} could not be read: {documents[0].problem or 'it has no text'}")
    return documents


def _unusable(quote: str) -> str | None:
    if len(quote) > LONGEST:
        return f"it has {len(quote)} characters; check at most {LONGEST} at a time"
    letters = sum(sign.isalnum() for sign in quote)
    if len(_HAN.findall(quote)) < LEAST_HAN and letters < LEAST_LETTERS:
        return f"it is too short to prove anything: write {LEAST_HAN} Chinese characters or {LEAST_LETTERS} letters"
    return None


def _holding(session: Session, quote: str, wanted: Wanted) -> list[Document]:
    """Return the documents that hold every piece of the quote."""
    terms = _terms(quote)
    return _documents(session, AllOf(tuple(terms)), replace(wanted, most=MOST_HOLDING)) if terms else []


def _alike(session: Session, quote: str, wanted: Wanted) -> list[Document]:
    """Return the documents that hold most of its pieces."""
    terms = _terms(quote)
    return _documents(session, AnyOf(tuple(terms)), replace(wanted, most=MOST_ALIKE)) if terms else []


def _documents(session: Session, sought: Sought, wanted: Wanted) -> list[Document]:
    found = answers.answer(session, sought, wanted)
    return queries.documents(session, [row["document"] for row in found.rows])


def _terms(quote: str) -> list[Term]:
    """Return its pieces between signs, as the index has them: runs of Chinese characters and of words."""
    pieces = [run for piece in _BETWEEN.split(quote) for run in _runs(piece.strip())]
    terms = dict.fromkeys(Term(form) for piece in pieces if len((form := canonical(piece)).strip()) > 1)
    longest = sorted(terms, key=lambda term: -len(term.canonical))[:MOST_TERMS]
    return [term for term in terms if term in longest]


def _runs(piece: str) -> Iterable[str]:
    if _HAN.search(piece):
        units = _UNIT.findall(piece)
        return ["".join(units[at : at + HAN_RUN]) for at in range(0, len(units), HAN_RUN)]
    words = piece.split()
    return [" ".join(words[at : at + WORD_RUN]) for at in range(0, len(words), WORD_RUN)]


def _found(documents: Iterable[Document], quote: str) -> list[_Found]:
    return [_Found(document, place) for document in documents if (place := find(document.text, quote))]


def _nearest(documents: Iterable[Document], quote: str) -> list[_Alike]:
    """Return the wordings that are most like it, the best first, one for each document."""
    once = {document.id: document for document in documents}
    near = [_Alike(document, found) for document in once.values() if (found := nearest(document.text, quote))]
    return sorted(near, key=lambda one: (-one.nearest.likeness, one.document.source, one.document.key))


def _of_found(library: Library, found: Sequence[_Found]) -> Verdict:
    exact = any(one.place.exact for one in found)
    shown = [one for one in found if one.place.exact == exact]
    why = (
        "it occurs there character for character"
        if exact
        else "it occurs there, apart from punctuation, blanks or what … leaves out"
    )
    more = " or more" if len(shown) == MOST_HOLDING else ""
    reason = f"{why}, in {len(shown)} document{'' if len(shown) == 1 else 's'}{more}"
    places = [(one.document, Span(one.place.start, one.place.end)) for one in shown]
    return _verdict(library, "found", reason, exact=exact, likeness=1.0, evidence=_evidence(library, places))


def _of_nearest(library: Library, near: Sequence[_Alike]) -> Verdict:
    best = near[0].nearest
    places = [
        (one.document, Span(one.nearest.start, one.nearest.end))
        for one in near
        if one.nearest.likeness == best.likeness
    ]
    return _verdict(
        library,
        "altered",
        "it does not occur as it is; this is the nearest wording",
        exact=False,
        likeness=best.likeness,
        differences=[Difference(source=printable(ours), quote=printable(theirs)) for ours, theirs in best.differences],
        evidence=_evidence(library, places),
    )


def _evidence(library: Library, places: Sequence[tuple[Document, Span]]) -> list[Evidence]:
    """Return the evidence of the earliest reports first."""
    ordered = sorted(places, key=lambda one: (str(one[0].published or "9"), one[0].source, one[0].key))[:MOST_SHOWN]
    rows = library.rows(document for document, _ in ordered)
    return [
        library.evidence(rows[document.id or 0], document.text[place.start : place.end], place)
        for document, place in ordered
    ]


def _verdict(library: Library, status: str, reason: str, **known: object) -> Verdict:
    nothing: dict[str, object] = {"exact": None, "likeness": None, "differences": [], "evidence": []}
    told = {"status": status, "reason": printable(reason), "coverage": library.coverage()}
    return Verdict.model_validate({**nothing, **known, **told})
