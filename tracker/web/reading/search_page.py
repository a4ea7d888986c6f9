"""Show the documents that match a search, and name the initiative behind the words."""

import re
import unicodedata
from functools import lru_cache

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from config import Config
from db.beijing import beijing_today
from db.queries.proofs import digests
from tracker.search import answers
from tracker.search.language import QueryError, read_query
from tracker.web.reading.asked import Asked, read_asked
from tracker.web.reading.news_page import filter_facts
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, page_for, readable
from tracker.web.reading.wrong import said_in

MOST_FOUND = 20
MOST_TERMS = 8


@readable("search.html", "search")
def search(session: Session, reader: Reader, request: Request) -> Facts | Response:
    """Return the first documents, and how many there are; without words, explain how to search.

    A query that cannot be read is answered with 400, and stays in its field to be corrected.
    """
    asked = read_asked(request.query_params, reader.config, beijing_today(), most=MOST_FOUND)
    typed = (request.query_params.get("q") or "").strip()
    named = _named(reader, typed) if typed else None
    facts: Facts = {
        "typed": typed,
        "named": named,
        "terms": _terms(reader, named, typed) if named else [],
        **_found(session, reader.language, typed, asked),
        **filter_facts(reader, asked, ("initiative", "source", "tier", "language"), (("q", typed),)),
    }
    return page_for(request, reader, "search.html", "search", facts, 400) if facts["problem"] else facts


def _found(session: Session, language: str, typed: str, asked: Asked) -> Facts:
    if not typed:
        return {"answer": None, "problem": None, "digests": {}}
    try:
        answer = answers.answer(session, read_query(typed), asked.wanted)
    except QueryError as error:
        return {"answer": None, "problem": said_in(language, error), "digests": {}}
    return {"answer": answer, "problem": None, "digests": digests(session, [row["document"] for row in answer.rows])}


def _named(reader: Reader, typed: str) -> str | None:
    """Return the initiative with this name in either language, or with this declared term."""
    return _names(reader.config).get(_key(typed))


@lru_cache(maxsize=4)
def _names(config: Config) -> dict[str, str]:
    """Return the initiatives by the keys of their names, and of their terms if no initiative has such a name."""
    found: dict[str, str] = {}
    for id_, one in config.initiatives.items():
        for name in (id_, one.names.en, one.names.zh):
            found.setdefault(_key(name), id_)
    for id_, one in config.initiatives.items():
        for term in filter(_is_plain, (*one.en, *one.zh)):
            found.setdefault(_key(term), id_)
    return found


def _terms(reader: Reader, initiative: str, typed: str) -> list[str]:
    """Return what its documents may say instead: names and plain terms other than what was typed."""
    one = reader.config.initiatives[initiative]
    every = (one.names.zh, one.names.en, *filter(_is_plain, (*one.zh, *one.en)))
    return list({_key(term): term for term in reversed(every) if _key(term) != _key(typed)}.values())[::-1][:MOST_TERMS]


def _is_plain(term: str) -> bool:
    return not re.search(r"[\[\]|…]", term)


def _key(name: str) -> str:
    """Return a name without what people write differently: width, capitals, blanks, quotes; + is plus."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("+", "plus")
    return "".join(sign for sign in plain if sign.isalnum())
