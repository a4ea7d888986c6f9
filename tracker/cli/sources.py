"""`tracker sources`: whom we watch."""

import typer

from tracker.cli.frame import Format, declared, print_rows

COLUMNS = ("id", "name", "tier", "language", "lists", "enabled", "verified_on", "confidence")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sources")(sources_)


def sources_(format_: Format = "table") -> None:
    """List the declared sources, when their declaration was last seen to work, and how sure that is."""
    rows = [
        {
            "id": source.id,
            "name": source.name.en,
            "name_zh": source.name.zh,
            "tier": source.tier,
            "language": source.language,
            "lists": len(source.lists),
            "enabled": source.enabled,
            "verified_on": source.evidence.verified_on,
            "confidence": source.evidence.confidence,
            "note": source.evidence.note,
        }
        for source in declared().sources.values()
    ]
    print_rows(rows, COLUMNS, format_)
