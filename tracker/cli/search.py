"""`tracker search`: searches the full text of every stored document."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli import filters
from tracker.cli.filters import Filters
from tracker.cli.forms import PEOPLE, Bom, Format, give, print_or_give
from tracker.cli.frame import Complaint, database, declared, print_rows, progress
from tracker.cli.output import echo

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from config import Config
    from tracker.search.answers import Answer

MONTHS = ("month", "documents")
NOT_INDEXED = "tracker: some documents are not indexed yet, so they are not found; `tracker read` indexes them"
NO_INDEX = (
    "tracker: the search index is missing or of another version of the tracker, so all texts are read, which takes "
    "longer; `tracker read` makes it again"
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("search")(search_)


def search_(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help="""Words, "phrases", AND, OR, NOT or -word, (brackets), beginnings (wor*), title:word.""",
        ),
    ],
    since: filters.Since = None,
    until: filters.Until = None,
    initiative: filters.Initiatives = None,
    act: filters.Acts = None,
    at_least: filters.AtLeast = None,
    body: filters.Bodies = None,
    source: filters.Sources = None,
    tier: filters.Tier = None,
    language: filters.Language = None,
    count: Annotated[bool, typer.Option("--count", help="Only print the number of documents.")] = False,
    by: Annotated[Literal["month"] | None, typer.Option(help="Only print the number of documents per month.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Print only the first N documents.")] = 20,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Search titles and texts of all documents, Chinese and English; print those with the words in the title first."""
    from db.beijing import beijing_today
    from db.engine import reading
    from tracker.search import answers
    from tracker.search.language import QueryError, read_query

    config, typed = declared(), " ".join(words)
    chosen = Filters(since, until, initiative, act, at_least, body, source, tier, language)
    wanted = chosen.wanted(config, beijing_today(), limit)
    try:
        sought = read_query(typed)
    except QueryError as error:
        raise Complaint(str(error)) from error
    engine = indexed()
    with reading(engine) as session:
        if by:
            rows = answers.by_month(session, sought, wanted)
            print_or_give(rows, MONTHS, "search-by-month", format_, bom=bom)
        elif count:
            number = answers.count(session, sought, wanted)
            if format_ == "table":
                echo(str(number))
            else:
                print_or_give([{"documents": number}], ("documents",), "search-count", format_, bom=bom)
        else:
            answer = answers.answer(session, sought, wanted)
            _say(answer, typed, config, chosen)
            if format_ not in PEOPLE:
                from tracker.contract.rows.documents import hits

                give(hits(answer.rows), "search", format_, bom=bom)
            else:
                _print(answer.rows, format_)


def _print(rows: "list[dict[str, Any]]", form: str) -> None:
    from tracker.cli.screen import console
    from tracker.search.answers import PEOPLE

    if form == "table" and console.is_laid_out() and rows:
        from tracker.cli.screen.found import show_found

        show_found(rows)
    elif rows or form != "table":
        print_rows(rows, PEOPLE, form)


def indexed(*, write: bool = False) -> "Engine":
    """Return the database with every document in its index.

    If that cannot be written, say so and search what exists: without a usable index, all texts.
    """
    from sqlalchemy.exc import OperationalError

    from db.engine import DatabaseError, reading
    from db.queries.search_index import is_indexed
    from tracker.search.indexing import index_missing, is_whole

    engine = database(write=write)
    with reading(engine) as session:
        whole = is_whole(session)
    if not whole:
        try:
            with progress("indexing documents for search, once") as told:
                index_missing(database(write=True), told)
        except (DatabaseError, OperationalError):
            with reading(engine) as session:
                echo(NOT_INDEXED if is_indexed(session) else NO_INDEX, err=True)
    return engine


def _say(answer: "Answer", typed: str, config: "Config", chosen: Filters) -> None:
    """Print the number of results on standard error, and the initiative if the words are its name."""
    from tracker.cli.names import named_so

    if not answer.total:
        narrowed = ", with these filters" if chosen.narrows() else ""
        echo(f"no document contains {typed!r}{narrowed}", err=True)
    else:
        total = f"more than {answer.total:,}" if answer.more else f"{answer.total:,}"
        shown = f", {len(answer.rows)} shown" if len(answer.rows) < answer.total else ""
        echo(f"{total} document{'' if answer.total == 1 else 's'}{shown}, {answer.order}", err=True)
    if initiative := named_so(typed, config):
        echo(f"{typed} is an initiative with more names than this: `tracker timeline {initiative}`", err=True)
