"""`tracker backfill`: stores the pages that name initiatives from web archives of any size."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.cli.begin import New
from tracker.cli.frame import Complaint, database, declared
from tracker.cli.output import echo
from tracker.text.plurals import plural

if TYPE_CHECKING:
    from tracker.backfill.backfill import Outcome, Readers, Status

NAMED = "A .warc[.gz], a .wacz, a folder or pattern of them, or a list (.paths[.gz], .txt); a path, http(s):// or s3://"
MOST_TOLD = 20


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("backfill")(backfill_)


def backfill_(
    places: Annotated[list[str], typer.Argument(metavar="PATH|URL|LIST...", help=NAMED)],
    workers: Annotated[int, typer.Option(min=1, max=256, help="The number of processes on this machine.")] = 1,
    dask: Annotated[str | None, typer.Option(help="Use the workers of this Dask scheduler, tcp://HOST:8786.")] = None,
    base: Annotated[str | None, typer.Option(help="The base of relative paths in lists.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Also read files again that are done or poisoned.")] = False,
    new: New = False,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Store those pages of web archives that name an initiative; `tracker read` then reads them.

    After a stop, run the same command again to resume. What the pages announce is not mailed.

    A record or file that cannot be used is reported and skipped. Exit code 1 means that something was skipped, 2 that
    nothing could be read.
    """
    _needs("fastwarc", "fsspec", extra="backfill")
    from db.sqlite_files import see_to_files
    from db.store.archive_files import Listed
    from tracker.backfill.backfill import run, want
    from tracker.backfill.locate import NotListedError, locate

    engine, config = database(write=True, new=new), declared()
    missing: list[str] = []
    listed: list[Listed] = []
    for place in places:
        try:
            listed += locate(place, base)
        except NotListedError as error:
            missing.append(str(error))
    wanted, files = want(engine, config, listed, again=again)
    with _readers(workers, dask, wanted) as readers, _progress(readers.link if wanted else None) as progress:
        outcome = run(engine, wanted, readers, progress)
    outcome.before = files - len(wanted)
    outcome.problems[:0] = missing
    outcome.failed += len(missing)
    if outcome.pages:
        see_to_files(engine)
    _end(outcome, format_)


@contextmanager
def _readers(workers: int, dask: str | None, wanted: list[int]) -> Iterator["Readers"]:
    if dask is None:
        from tracker.backfill.processes import Processes

        with Processes(min(workers, max(1, len(wanted)))) as processes:
            yield processes
        return
    _needs("distributed", extra="dask")
    from tracker.backfill.cluster import Cluster, NoClusterError

    try:
        cluster = Cluster(dask)
    except NoClusterError as error:
        raise Complaint(str(error)) from error
    with cluster:
        yield cluster


def _needs(*modules: str, extra: str) -> None:
    from importlib.util import find_spec

    for module in modules:
        if find_spec(module) is None:
            raise Complaint(f"this needs {module}: pip install 'policy-initiative-tracker[{extra}]'")


@contextmanager
def _progress(link: str | None) -> Iterator[Callable[["Status"], None]]:
    """Show a progress bar on standard error on a terminal, and nothing under cron."""
    from rich.console import Console
    from rich.progress import Progress

    person = sys.stderr.isatty()
    if link and person:
        echo(f"dashboard of the cluster: {link}", err=True)
    with Progress(console=Console(stderr=True), transient=True, disable=not person) as bar:
        task = bar.add_task("reading archives", total=None)

        def show(status: "Status") -> None:
            did = f"{status.files} of {status.of} files, {status.records:,} records, {status.pages:,} pages"
            bar.update(task, description=did, completed=status.files, total=status.of)

        yield show


def _end(outcome: "Outcome", form: str) -> None:
    from dataclasses import asdict

    from tracker.cli.forms import give_one

    said = [*outcome.problems, *outcome.lines]
    for line in said[:MOST_TOLD]:
        echo(f"tracker: {line}", err=True)
    if len(said) > MOST_TOLD:
        echo(f"tracker: {len(said) - MOST_TOLD} more lines like these", err=True)
    if form == "json":
        give_one(asdict(outcome), "backfill")
    else:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(outcome.refused.items()))
        ended = (("failed", outcome.failed), ("poisoned", outcome.poisoned), ("read before", outcome.before))
        echo(
            f"read {plural(outcome.files, 'file')}, {plural(outcome.records, 'record')}: "
            f"{plural(outcome.pages, 'page')} imported, "
            f"{outcome.known} known already"
            + "".join(f"; {plural(count, 'file')} {what}" for what, count in ended if count)
            + (f"; not usable: {reasons}" if reasons else "")
        )
    if said or outcome.refused:
        raise typer.Exit(1 if outcome.records or outcome.before else 2)
