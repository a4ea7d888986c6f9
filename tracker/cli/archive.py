"""`tracker import`, `tracker export`, `tracker diff`: pages from and into files, and what changed between them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.cli import completion, names, span
from tracker.cli.begin import New
from tracker.cli.binary import STANDARD_OUTPUT, binary_output, folder_named
from tracker.cli.forms import give_one
from tracker.cli.frame import Complaint, database, declared, host_of, unwritable
from tracker.cli.output import echo
from tracker.cli.refused import Refused
from tracker.listing_commands import ADDRESSES
from tracker.text.plurals import plural

if TYPE_CHECKING:
    from tracker.archive.transfer import Counts

exports = typer.Typer(help="Write stored pages, and what is known from them, to files.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("import")(import_)
    app.command("diff")(diff_)


def import_(
    paths: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help=".warc[.gz], .jsonl[.gz], .html")],
    url: Annotated[str | None, typer.Option(help="The address of a saved .html page.")] = None,
    new: New = False,
    as_news: Annotated[bool, typer.Option("--as-news", help="Let alerts report what they announce.")] = False,
) -> None:
    """Store pages from files as if they had been crawled; `tracker read` then reads them.

    They cause no mail by themselves. With --as-news, what they announce is news, for pages from your own scraper.

    A line, record or file that cannot be used is reported and skipped. The exit code is 1 if anything was skipped, and
    2 if nothing was left to import.
    """
    from db.sqlite_files import see_to_files
    from tracker.archive import transfer

    if url is not None and len(paths) > 1:
        raise Complaint("--url belongs to one saved page; import the files one by one")
    if url is not None:
        host_of(url)
    refused = Refused()
    engine = database(write=True, new=new)
    with _progress() as told:
        counts = transfer.import_files(engine, declared().sources, paths, url, refused, as_news=as_news, progress=told)
    if counts.pages:
        see_to_files(engine)
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(counts.refused.items()))
    echo(
        f"imported {plural(counts.pages, 'page')}, {counts.known} known already, "
        f"{plural(counts.skipped, 'other record')} skipped" + (f"; not usable: {reasons}" if reasons else "")
    )
    refused.end(used=bool(counts.pages or counts.known))


@contextmanager
def _progress() -> Iterator[Callable[["Counts"], None]]:
    """Show on a terminal how many pages were imported; how many there will be is not known."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("importing", total=None)
        yield lambda counts: bar.update(task, description=f"importing: {counts.pages + counts.known:,} pages")


@exports.command("warc")
def warc_(
    file: Annotated[
        Path,
        typer.Argument(dir_okay=False, help="The file to write, such as pages.warc.gz; - is standard output."),
    ],
    source: Annotated[
        str | None, typer.Option(help="Only this source's pages.", autocompletion=completion.sources)
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Only pages fetched since this day: 7d, 2025-08 or 2025-08-26.")
    ] = None,
) -> None:
    """Write every stored page byte for byte, with its headers, as gzipped WARC/1.1."""
    from datetime import UTC, datetime

    from db.beijing import beijing_today
    from tracker.archive import transfer
    from tracker.archive.assigner import UNDECLARED

    if source is not None and source != UNDECLARED:
        source = names.source(source, declared())
    first = span.since(since, beijing_today())
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC) if first else None
    piped = file == STANDARD_OUTPUT
    to = binary_output("an archive", "pages.warc.gz") if piped else file
    try:
        count = transfer.export_warc(database(), to, source, moment)
    except OSError as error:
        raise unwritable(file, error) from error
    if not count:
        hint = "that matches; widen --source or --since" if source or since else "yet; `tracker crawl` fetches them"
        raise Complaint(f"nothing is written, since no page is stored {hint}")
    echo(f"wrote {plural(count, 'page')} to {'standard output' if piped else file}", err=piped)


def diff_(
    url: Annotated[str, typer.Argument(help="The address of a stored document.")],
    format_: Annotated[
        Literal["text", "html", "json"], typer.Option("--format", help="Output format; html is a complete page.")
    ] = "text",
) -> None:
    """Show what changed between the stored copies of a page. Exit code 1: something changed."""
    from db.engine import reading
    from tracker.cli.screen import worddiff as screen
    from tracker.views.revisions import revisions

    with reading(database()) as session:
        found = revisions(session, declared(), url)
    if found is None:
        raise Complaint(f"nothing is stored under {url!r}; {ADDRESSES} lists addresses")
    changed, gone, _ = found
    if format_ == "json":
        give_one({"url": url, "revisions": [one._asdict() for one in changed], "gone_since": gone}, "diff")
    elif format_ == "html":
        echo(screen.as_html(url, found), nl=False)
    elif changed or gone:
        screen.changes_page(found).print()
    else:
        echo(found.unchanged())
    raise typer.Exit(bool(changed or gone))


@exports.command("site")
def site_(
    folder: Annotated[
        Path,
        typer.Argument(
            file_okay=False, callback=folder_named, help="A new or empty folder, or one that this command wrote."
        ),
    ],
) -> None:
    """Write the pages of `tracker serve` as plain files, in both languages, with a search over titles.

    Stored pages are included as text. Filters, full-text search and alerts need a server and are left out.
    """
    from importlib.util import find_spec

    if find_spec("starlette") is None:
        raise Complaint("`tracker export site` needs starlette: pip install 'policy-initiative-tracker[serve]'")
    from tracker.cli.frame import progress, settings
    from tracker.web.app import make_app
    from tracker.web.mirror.write import is_free, write_mirror

    if not is_free(folder):
        raise Complaint(f"{folder} contains other files; name a new folder")
    app = make_app(database(), declared(), settings())
    try:
        with progress("writing pages") as told:
            written = write_mirror(app, folder, told)
    except OSError as error:
        raise unwritable(folder, error) from error
    echo(f"wrote {plural(written.pages, 'page')}; open {folder / 'index.html'}")
    for address in written.missing:
        echo(f"tracker: no page at {address}", err=True)
    raise typer.Exit(bool(written.missing))
