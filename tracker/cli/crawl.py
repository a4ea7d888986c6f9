"""`tracker crawl`: fetches new pages."""

from typing import Annotated, Literal

import typer

from tracker.cli import completion, names
from tracker.cli.begin import New
from tracker.cli.forms import give
from tracker.cli.frame import database, declared, settings
from tracker.cli.output import echo

# What a shell reports for a process that a signal ended: 130 for Ctrl-C, 143 for SIGTERM.
SIGNALLED = 128


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("crawl")(crawl_)


def crawl_(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...",
            help="By id or name; all enabled sources by default.",
            autocompletion=completion.sources,
        ),
    ] = None,
    replica: Annotated[str | None, typer.Option(help="A server that answers for all sites, as a proxy would.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="The most new articles to fetch per source.")] = None,
    new: New = False,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Fetch new pages of sources, and pages that are due for a second look. Exit code 1: a source failed."""
    config, chosen = declared(), settings()
    known = config.sources
    wanted = [known[names.source(one, config)] for one in sources or ()]
    wanted = wanted or [source for source in known.values() if source.enabled]
    address = replica or (str(chosen.replica) if chosen.replica else None)
    engine = database(write=True, new=new)

    from spiders import run
    from spiders.frontier import Frontier
    from tracker.cli.crawl_progress import live

    frontiers: list[Frontier] = []
    with live(frontiers):
        crawls = run.crawl(wanted, engine, chosen, address, limit, known.values(), frontiers)
    if format_ == "json":
        keys = {"source", "verdict", "reason", "counts", "started_at", "ended_at"}
        give([crawl.model_dump(include=keys) for crawl in crawls], "crawl", "json")
    else:
        for crawl in crawls:
            verdict = f"{crawl.verdict}: {crawl.reason}" if crawl.reason else crawl.verdict
            did = f" ({run.told(crawl)})" if crawl.counts else ""
            echo(f"{crawl.source}: {verdict}{did}", err=crawl.verdict != "ok")
        if len(crawls) > 1 and all(crawl.verdict == "down" and not crawl.counts for crawl in crawls):
            echo("no site answers; check the network connection, or set TRACKER_PROXY behind a proxy", err=True)
    if sign := max((frontier.tally.ended_by for frontier in frontiers), default=0):
        raise typer.Exit(SIGNALLED + sign)
    raise typer.Exit(any(crawl.verdict != "ok" for crawl in crawls))
