"""Answer what programs ask: lists in pages, single rows, search. Each runs in a thread of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from config import Config
from db.beijing import beijing_today
from db.engine import reading
from db.models import Document
from tracker.contract.filters import LARGEST, Listing, Search
from tracker.contract.models.announcement import Proof
from tracker.contract.models.declared import Initiative, Source
from tracker.contract.models.development import Development
from tracker.contract.models.document import DocumentWithPages
from tracker.contract.models.listings import (
    Announcements,
    Bodies,
    Documents,
    Initiatives,
    SearchHits,
    Sources,
    Status,
)
from tracker.contract.rows import announcements as told
from tracker.contract.rows import declared
from tracker.contract.rows import documents as read
from tracker.web.api.list_pages import announcements_fields, documents_page, search_page
from tracker.web.api.responses import answer

router = APIRouter()
Number = Annotated[int, Path(ge=1, le=LARGEST)]
Slug = Annotated[str, Path(max_length=80)]


@router.get("/initiatives", response_model=Initiatives)
def initiatives(request: Request) -> Response:
    """All initiatives, and how much is stored of each."""
    with _session(request) as session:
        return answer(request, Initiatives(items=declared.initiatives(session, _config(request))))


@router.get("/initiatives/{id}", response_model=Initiative)
def initiative(request: Request, id: Slug) -> Response:  # noqa: A002 - as it is called everywhere
    """One initiative."""
    with _session(request) as session:
        rows = declared.initiatives(session, _config(request))
    return answer(request, _found(next((row for row in rows if row.id == id), None)))


@router.get("/initiatives/{id}/development", response_model=Development)
def development(request: Request, id: Slug) -> Response:  # noqa: A002
    """How an initiative developed: state, phases, silences, series of targets and results."""
    config = _config(request)
    if id not in config.initiatives:
        raise HTTPException(404)
    with _session(request) as session:
        return answer(request, declared.development(session, config, id, beijing_today()))


@router.get("/announcements", response_model=Announcements)
def announcements(request: Request, listing: Annotated[Listing, Query()]) -> Response:
    """Announcements, the newest day first."""
    with _session(request) as session:
        return answer(request, announcements_fields(session, _config(request), listing))


@router.get("/announcements/{id}", response_model=Proof)
def announcement(request: Request, id: Number) -> Response:  # noqa: A002
    """One announcement with its documents; an earlier number leads to the announcement that it is now part of."""
    with _session(request) as session:
        return answer(request, _found(told.proof(session, _config(request), id)))


@router.get("/documents", response_model=Documents)
def documents(request: Request, listing: Annotated[Listing, Query()]) -> Response:
    """Documents without their texts, the latest fetched first; days are those of publication."""
    with _session(request) as session:
        return answer(request, documents_page(session, _config(request), listing))


@router.get("/documents/{id}", response_model=DocumentWithPages)
def document(request: Request, id: Number) -> Response:  # noqa: A002
    """One document with its mentions and pages, without its text."""
    with _session(request) as session:
        stored = _found(session.get(Document, id))
        return answer(request, read.with_pages(session, stored))


@router.get("/search", response_model=SearchHits)
def search(request: Request, query: Annotated[Search, Query()]) -> Response:
    """Documents that match a search; days are those of publication."""
    with _session(request) as session:
        return answer(request, search_page(session, _config(request), query))


@router.get("/bodies", response_model=Bodies)
def bodies(request: Request) -> Response:
    """All issuing bodies."""
    return answer(request, Bodies(items=declared.bodies(_config(request))))


@router.get("/sources", response_model=Sources)
def sources(request: Request) -> Response:
    """All sources."""
    return answer(request, Sources(items=declared.sources(_config(request).sources.values())))


@router.get("/sources/{id}", response_model=Source)
def source(request: Request, id: Slug) -> Response:  # noqa: A002
    """One source."""
    one = _found(_config(request).sources.get(id))
    return answer(request, declared.sources([one])[0])


@router.get("/health", response_model=Status)
def health(request: Request) -> Response:
    """Return whether the installation works; only its operator gets the reasons."""
    return answer(request, Status(status="failing" if request.app.state.health() else "ok"))


@contextmanager
def _session(request: Request) -> Iterator[Session]:
    with reading(request.app.state.engine) as session:
        yield session


def _config(request: Request) -> Config:
    config: Config = request.app.state.config
    return config


def _found(row: Any) -> Any:
    """Return the row; answer 404 if it does not exist."""
    if row is None:
        raise HTTPException(404)
    return row
