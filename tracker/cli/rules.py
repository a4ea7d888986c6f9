"""`tracker rules`: tries the rules of acts on a sentence, and adds a row to their tables."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.explain import document_of
from tracker.cli.forms import give, give_one
from tracker.cli.frame import Complaint, declared, settings
from tracker.cli.output import echo

if TYPE_CHECKING:
    from db.models import Document
    from tracker.explain.row_drafts import Place
    from tracker.explain.row_effects import Effects
    from tracker.tag.engine import Rule

Scopes = Literal[
    "clause",
    "sentence",
    "written clause",
    "written",
    "asserted",
    "title",
    "outside",
    "own",
    "before",
    "beyond",
    "verb",
    "between",
]
"""As `tracker.tag.engine.Scope`, which is too much to load for a command's options."""
SHOWN = 40

commands = typer.Typer(help="Show which reading rules apply to a sentence, and add one.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.add_typer(commands, name="rules")


@commands.callback()
def rules_() -> None:
    """Show which reading rules apply to a sentence, and add one."""


@commands.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence of news that names an initiative.")],
    language: Annotated[
        Literal["zh", "en"] | None, typer.Option(help="The language of the sentence, or detected.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="The day of the news, as YYYY-MM-DD.")] = None,
    title: Annotated[str | None, typer.Option(help="The title; a notice's or a plan's makes it a paper.")] = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Print the act that a sentence states for each initiative in it, and the rules that apply; the first decides."""
    from tracker.explain.places import Places
    from tracker.explain.trying import tried
    from tracker.tag.rules import compile_rules

    document = document_of(sentence, language, published, title, "the sentence")
    answers = tried(document, compile_rules(declared(), few=True), Places(settings().config))
    if format_ == "json":
        give(answers, "rules-try", "json")
        return
    echo("\n\n".join(map(_text, answers)) or "the sentence does not name any initiative of the catalogue")


def _text(answer: dict[str, Any]) -> str:
    lines = [
        f"{answer['initiative']}   {answer['written']}   {answer['act']}",
        f"  {answer['rule']}   {answer['place']}",
    ]
    lines += [f"  {answer['marked']}"] if answer["matched"] else []
    lines += [f"  also applies: {one['rule']}   {one['place']}" for one in answer["besides"]]
    if answer["without"]:
        lines.append(f"  without {'them' if answer['besides'] else 'it'}: {answer['without']}")
    lines += [f"  without {one['rule']} ({one['place']}): {one['without']}" for one in answer["others"]]
    return "\n".join(lines)


@commands.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Its name, LANGUAGE.ACT.WHAT, such as zh.mentioned.seen.")],
    example: Annotated[list[str] | None, typer.Option(help="A sentence that it decides; give two or more.")] = None,
    before: Annotated[str, typer.Option(help="A pattern that ends right before the initiative's name.")] = "",
    after: Annotated[str, typer.Option(help="A pattern that begins right after the name.")] = "",
    text: Annotated[str, typer.Option(help="A pattern anywhere.")] = "",
    scope: Annotated[Scopes, typer.Option(help="Where the patterns look.")] = "sentence",
    scope_after: Annotated[Scopes | None, typer.Option(help="Where --after looks, if elsewhere.")] = None,
    when: Annotated[
        list[str] | None, typer.Option(help="A condition: before:PATTERN, after:, text:, words:KIND or a function.")
    ] = None,
    unless: Annotated[list[str] | None, typer.Option(help="An exception, written like a condition.")] = None,
    against: Annotated[bool, typer.Option("--against", help="The row denies the act.")] = False,
    above: Annotated[str | None, typer.Option(help="The row above which it stands.")] = None,
    below: Annotated[str | None, typer.Option(help="The row below which it stands; by default the last.")] = None,
    texts: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Read the texts of a folder as well: .txt, .jsonl."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the row into the file of its table.")] = False,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Check a new row, print it, and show which mentions of stored documents it changes."""
    from tracker.explain import row_drafts, row_source
    from tracker.explain.row_effects import Effects
    from tracker.tag.rules import compile_rules

    if above and below:
        raise Complaint("give --above or --below, not both")
    rules = compile_rules(declared())
    scopes = (scope, scope_after) if scope_after else scope
    patterns = {"before": before, "after": after, "text": text, "scope": scopes, "against": against}
    try:
        place = row_drafts.place_of(name, above, below)
        row = row_drafts.drafted(name, place, patterns, when or (), unless or (), example or ())
        row_drafts.check_examples(row, place, rules)
    except row_drafts.DraftError as error:
        raise Complaint(str(error)) from error
    effects = Effects(row, place, rules)
    _read(effects, texts)
    source = row_source.written(row)
    if format_ == "json":
        give_one(_as_json(source, place, effects, row, write), "rules-add")
    else:
        echo(_added(source, place, effects))
    if write:
        _write(row, place)


def _read(effects: "Effects", texts: Path | None) -> None:
    """Read the stored documents, if there is a database, and the texts of a folder; show the progress."""
    from tracker.cli.frame import progress

    with progress("reading") as told:
        try:
            for done in effects.take(_stored()):
                told(done, 0)
        except Complaint as error:
            echo(f"no stored documents are read: {error}", err=True)
        for done in effects.take(_texts(texts)):
            told(done, 0)


def _stored() -> "Iterator[Document]":
    from db.engine import reading
    from db.queries.documents import documents_that_mention
    from tracker.cli.frame import database

    with reading(database()) as session:
        yield from documents_that_mention(session)


def _texts(folder: Path | None) -> "Iterator[Document]":
    """Yield the texts of a folder: of each .txt file one, of each .jsonl file the records, as `analyze` takes them."""
    import json

    from tracker.pipeline.analyze import as_document
    from tracker.text.language import language_of

    for file in sorted(folder.rglob("*") if folder else ()):
        if file.suffix not in (".txt", ".jsonl"):
            continue
        try:
            content = file.read_text(encoding="utf-8")
            if file.suffix == ".txt":
                yield as_document({"id": str(file), "lang": language_of(content), "text": content})
                continue
            for line in filter(str.strip, content.splitlines()):
                yield as_document(json.loads(line))
        except (ValueError, KeyError, TypeError, OSError) as error:
            raise Complaint(f"{file} is not read: {error}; a .txt is one text, a .jsonl one record a line") from error


def _added(source: str, place: "Place", effects: "Effects") -> str:
    where = f"{'above' if place.above else 'below'} {place.neighbour} ({'{}:{}'.format(*place.line)})"
    read = f"{effects.tried} of {effects.documents} documents have its words; {len(effects.changes)} mentions change"
    lines = [source.rstrip(), where, read]
    for change in effects.changes[:SHOWN]:
        lines += [f"  {change.url}   {change.initiative}   {change.before} -> {change.after}", f"    {change.quote}"]
    return "\n".join(lines + ["  ..."] * (len(effects.changes) > SHOWN))


def _as_json(source: str, place: "Place", effects: "Effects", row: "Rule", written: bool) -> dict[str, Any]:
    file, line = place.line
    return {
        "name": row.name,
        "file": file,
        "line": line,
        "row": source,
        "written": written,
        "documents": effects.documents,
        "tried": effects.tried,
        "changes": [change._asdict() for change in effects.changes],
    }


def _write(row: "Rule", place: "Place") -> None:
    from tracker.explain.catalogue import ROOT
    from tracker.explain.row_source import inserted

    file = ROOT / place.line[0]
    try:
        source = inserted(file.read_text(encoding="utf-8"), row, place.neighbour, above=place.above)
        file.write_text(source, encoding="utf-8")
    except (ValueError, OSError) as error:
        raise Complaint(f"{file} is not changed: {error}; write the row by hand") from error
    echo(f"written into {place.line[0]}; docs/rules.md says how a changed rule is tested and read again", err=True)
