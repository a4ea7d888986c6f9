"""`tracker sources`: lists what we watch, checks whether it works now, and adds a source."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli import completion, names
from tracker.cli.forms import PEOPLE, Bom, Format, give
from tracker.cli.frame import Complaint, declared, host_of, print_rows, settings
from tracker.cli.output import echo

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from config.schema.source import Source
    from spiders.proxies import Proxies
    from tracker.sources.asking import Asker
    from tracker.sources.step import Step

COLUMNS = ("id", "name", "tier", "language", "lists", "enabled", "verified_on", "confidence")

app = typer.Typer(help="List the sources; check whether they work; add one.")


def add_to(commands: typer.Typer) -> None:
    """Add the commands to the app."""
    commands.add_typer(app, name="sources")


Replica = Annotated[str | None, typer.Option(help="A server that answers for all sites, as a proxy would.")]


@app.callback(invoke_without_command=True)
def list_(context: typer.Context, format_: Format = "table", bom: Bom = False) -> None:
    """List the sources, when each declaration was last seen to work, and how certain that is."""
    if context.invoked_subcommand:
        return
    watched = declared().sources.values()
    if format_ in PEOPLE:
        print_rows([_row(source) for source in watched], COLUMNS, format_)
    else:
        from tracker.contract.rows.declared import sources

        give(sources(watched), "sources", format_, bom=bom)


@app.command("check")
def check_(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID...]",
            help="By id or name; all enabled sources by default.",
            autocompletion=completion.sources,
        ),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Check all enabled sources side by side; print a table of every list.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write the table as report.html and report.json; implies --all."),
    ] = None,
    fix_drafts: Annotated[
        bool, typer.Option("--fix-drafts", help="Draft what has changed as sources/ID.yaml in that folder.")
    ] = False,
    replica: Replica = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Try sources now, and store nothing. Exit code 1: something looks wrong."""
    from tracker.cli.sources_check import check_many, folder_for

    if all_ and ids:
        raise Complaint(f"--all checks all enabled sources; leave it out, or leave out {' '.join(ids)}")
    if fix_drafts and not report:
        raise Complaint("--fix-drafts writes into the folder of a report; add --report FOLDER")
    config = declared()
    known = config.sources
    wanted = [known[names.source(one, config)] for one in ids or ()]
    wanted = wanted or [source for source in known.values() if source.enabled]
    if all_ or report:
        _known_database()  # opened before the threads that use it
        proxies = None if _replica(replica) else _proxies()
        folder = folder_for(report)
        asker_of = partial(_asker, replica=replica)
        raise typer.Exit(not check_many(wanted, asker_of, proxies, folder, drafts=fix_drafts, form=format_))
    raise typer.Exit(not _each(wanted, replica, format_))


def _each(sources: "Sequence[Source]", replica: str | None, format_: str) -> bool:
    """Check sources one after the other, and return whether all is well."""
    from tracker.sources.check import check

    told = []
    for source in sources:
        if format_ == "text":
            echo(source.id)
        steps = list(_shown(check(source, _asker(source, replica)), format_))
        seen = [vars(step) for step in steps]
        told.append({"source": source.id, "ok": not any(step.wrong for step in steps), "steps": seen})
    if format_ == "json":
        give(told, "sources-check", "json")
    return all(each["ok"] for each in told)


@app.command("add")
def add(
    url: Annotated[str, typer.Argument(help="A page of the site that lists articles, or a feed of it.")],
    id_: Annotated[str | None, typer.Option("--id", help="An id for the source; by default from its host.")] = None,
    replica: Replica = None,
) -> None:
    """Draft a source from a page of its site, as a YAML file in the folder that TRACKER_CONFIG names."""
    from tracker.sources.draft import NothingFoundError, draft
    from tracker.sources.writing import written

    id_ = _new_id(url, id_)
    file = _file_for(id_)
    try:
        made = draft(url, id_, declared().bodies, lambda source: _asker(source, replica))
    except NothingFoundError as error:
        raise Complaint(str(error)) from error
    file.parent.mkdir(exist_ok=True)
    with file.open("x", encoding="utf-8") as sheet:
        sheet.write(written(made))
    list_ = made.facts["lists"][0]
    echo(f"{file}: a {list_['kind']} of {len(made.found.rows)} rows; its comments say what to check")
    echo(f"next: tracker sources check {id_}")


@app.command("sample")
def sample_(
    named: Annotated[
        str, typer.Argument(metavar="ID", help="The source, by id or name.", autocompletion=completion.sources)
    ],
    folder: Annotated[Path | None, typer.Option(help="The folder to write; samples/ID by default.")] = None,
    replica: Replica = None,
) -> None:
    """Save each list page and two articles with what the rules find in them, for tests."""
    from spiders.rows import UnreadableError
    from tracker.sources.asking import UnansweredError
    from tracker.sources.expected import EXPECTED
    from tracker.sources.sample import sample

    config = declared()
    id_ = names.source(named, config)
    source = config.sources[id_]
    folder = folder or Path("samples") / id_
    if (folder / EXPECTED).exists():
        raise Complaint(f"{folder / EXPECTED} exists, perhaps already checked; remove it, or give a --folder")
    try:
        sample(source, _asker(source, replica), folder)
    except (UnansweredError, UnreadableError) as error:
        raise Complaint(f"{id_}: {error}; `tracker sources check {id_}` shows more") from error
    echo(f"{folder}: compare {EXPECTED} with the pages beside it")


def _row(source: "Source") -> dict[str, Any]:
    known = {"lists": len(source.lists), "name": source.name.en}
    said = source.evidence.model_dump(include={"verified_on", "confidence"})
    return source.model_dump(include={"id", "tier", "language", "enabled"}) | known | said


def _new_id(url: str, wanted: str | None) -> str:
    """Return the id of the new source: as given, or derived from the host if no declared source has that id."""
    from config.schema.source import OTHER_PORT, has_usual_port, hosts_hold
    from tracker.sources.naming import id_of, slug

    host = host_of(url)
    if not has_usual_port(url):
        raise Complaint(f"{url}: {OTHER_PORT}")
    if wanted and slug(wanted) != wanted:
        raise Complaint(f"{wanted!r} is not an id; write small letters, digits and hyphens, such as {slug(wanted)!r}")
    taken = next((source.id for source in declared().sources.values() if hosts_hold(source.hosts, host)), None)
    if taken and not wanted:
        raise Complaint(f"{host} is already a host of {taken!r}; add a list there, or give an --id")
    return wanted or id_of(url)


def _file_for(id_: str) -> Path:
    """Return the file for the declaration of a new source."""
    folder = settings().config
    if folder is None:
        raise Complaint(
            "your own sources need a folder: create one, and set TRACKER_CONFIG to it (docs/configuration.md)"
        )
    file = folder / "sources" / f"{id_}.yaml"
    if file.exists():
        raise Complaint(f"a source {id_!r} is already declared; give another --id, or edit {file}")
    if id_ in declared().sources:
        raise Complaint(f"a source {id_!r} is shipped; give another --id, or write {file}, which replaces it")
    return file


def _shown(steps: "Iterator[Step]", format_: str) -> "Iterator[Step]":
    """Print each step as soon as it is done, if a person reads."""
    for step in steps:
        if format_ == "text":
            echo(f"  {'WRONG' if step.wrong else 'ok':<6}{step.name}: {step.seen}")
            for wrong in step.wrong:
                echo(f"        ! {wrong}")
        yield step


def _asker(source: "Source", replica: str | None) -> "Asker":
    from tracker.sources.asking import asker

    return asker(source, settings().contact, _replica(replica), _known_database(), _proxies())


def _replica(wanted: str | None) -> str | None:
    """Return the address that serves all sites, by option or setting."""
    return wanted or (str(settings().replica) if settings().replica else None)


def _proxies() -> "Proxies":
    from spiders.proxies import Proxies

    return Proxies.of(settings().proxy)


@cache
def _known_database() -> "Engine | None":
    """Return the database with the turns and pauses of hosts; None if it does not exist yet or does not answer."""
    from db.engine import DatabaseAwayError, DatabaseError, open_database

    try:
        return open_database(settings().database, new=False)
    except (DatabaseAwayError, DatabaseError):
        return None
