"""`tracker rules`: tries the rules of acts on a sentence."""

from typing import Annotated, Any, Literal

import typer

from tracker.cli.explain import document_of
from tracker.cli.forms import give
from tracker.cli.frame import declared, settings
from tracker.cli.output import echo

commands = typer.Typer(help="Show which reading rules apply to a sentence.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.add_typer(commands, name="rules")


@commands.callback()
def rules_() -> None:
    """Show which reading rules apply to a sentence."""


@commands.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence of news that names an initiative.")],
    language: Annotated[Literal["zh", "en"], typer.Option(help="The language of the sentence.")],
    published: Annotated[str | None, typer.Option(help="The day of the news, as YYYY-MM-DD.")] = None,
    title: Annotated[str | None, typer.Option(help="The title; a notice's or a plan's makes it a paper.")] = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Print the act that a sentence states for each initiative in it, and the rules that apply; the first one "
    "decides."""
    from tracker.explain.places import Places
    from tracker.explain.trying import tried
    from tracker.tag.rules import compile_rules

    document = document_of(sentence, language, published, title, "the sentence")
    answers = tried(document, compile_rules(declared()), Places(settings().config))
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
