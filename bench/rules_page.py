"""Write the rows of the tables into docs/rules.md: `python -m bench.rules_page [FILE]`, below its marker."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.stories.decided import decided
from tracker.explain.catalogue import ROOT, catalogue
from tracker.explain.naming import Rule
from tracker.stories.compare import ROWS
from tracker.tag.acts import rule_tables
from tracker.tag.attribution import voices
from tracker.tag.days import choose
from tracker.tag.engine import SENTENCE, Cue, Near, Table
from tracker.tag.engine import Rule as Row
from tracker.tag.figures import figure_tables
from tracker.text.plurals import plural

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
MARKER = "<!-- Everything below is written by `python -m bench.rules_page`. -->\n"
LANGUAGES = {"zh": ": Chinese", "en": ": English", "": ""}
SHOWN = 2


def page(written: str) -> str:
    """Return the page: the part above the marker is written by hand, and the rows below it are current."""
    by_hand, marker, _ = written.partition(MARKER)
    if not marker:
        raise ValueError(f"the page has no line {MARKER.strip()!r}: put it where the rows shall begin")
    return by_hand + marker + "".join(f"\n{part}" for part in (*_tables(), *_stories()))


def _tables() -> Iterator[str]:
    for act, language, table, near in _all():
        examples = sum(len(row.examples) for row in table.rows)
        counted = f"{plural(len(table.rows), 'row')} with {plural(examples, 'example')}"
        yield f"## {act.capitalize()}{LANGUAGES[language]}\n\n{counted}.\n"
        for file, rows in groupby(table.rows, key=_file):
            lines = "".join(map(_line, rows))
            yield f"{_says(file)}\n\n| row | around the {near} X | examples |\n| --- | --- | --- |\n{lines}"


def _all() -> Iterator[tuple[str, str, Table, str]]:
    nears = {rule_tables: "name", voices: "name", choose: "day", figure_tables: "quantity"}
    for stage, near in nears.items():
        for act, languages in stage.tables().items():
            yield from ((act, language, table, near) for language, table in languages.items())


def _file(row: Row) -> str:
    return catalogue().lines[Rule(row.name)][0]


def _says(file: str) -> str:
    """Return the first sentence of a file, with a link to it."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return f"[{Path(file).name}](../{file}): {(ast.get_docstring(tree) or '').replace('*', chr(92) + '*')}"


def _stories() -> Iterator[str]:
    """Yield the rows by which two items are compared; those that keep them apart and those that join them alternate."""
    yield "## Stories\n\nThe first row that applies to two items decides; if none does, they are two announcements.\n"
    for joins, rows in groupby(ROWS, key=lambda row: row.joins):
        lines = "".join(f"| {row.name} | {_found(row.test)} | {decided()[row.name][0]} |\n" for row in rows)
        yield f"| row | {'joins them' if joins else 'keeps them apart'} where | example |\n| --- | --- | --- |\n{lines}"


def _line(row: Row) -> str:
    asked = [_near(row)] if row.before or row.after or row.text else []
    asked += [f"where {_cue(cue)}" for cue in row.when] + [f"unless {_cue(cue)}" for cue in row.unless]
    asked += ["**not** then"] if row.against else []
    shown = sorted(row.examples, key=len)[:SHOWN]
    return f"| {row.name} | {'; '.join(asked)} | {_cell('<br>'.join(shown))} |\n"


def _cue(cue: Cue) -> str:
    """Return a pattern, or the first sentence of a function's description, as a part of a sentence."""
    if isinstance(cue, Near):
        return _near(cue)
    return _found(cue)


def _found(test: Cue) -> str:
    """Return what a function finds: the first sentence of its description."""
    said = (test.__doc__ or "").partition("\n")[0].removeprefix("Decide whether ").rstrip(".")
    return _cell(said[0].lower() + said[1:])


def _near(near: Near) -> str:
    before, after = (f"`{_cell(pattern)}`" if pattern else "" for pattern in (near.before, near.after))
    parts = [f"{before} X {after}".strip()] if before or after else []
    parts += [f"`{_cell(near.text)}` anywhere"] if near.text else []
    scopes = [scope for scope in Counter(near.scopes) if scope != SENTENCE]
    where = f" ({', '.join(near.scopes) if len(set(near.scopes)) > 1 else scopes[0]})" if scopes else ""
    return " and ".join(parts) + where


def _cell(text: str) -> str:
    """Return text as a table cell."""
    return text.replace("|", "\\|").replace("\n", "<br>")


def main() -> int:
    """Write the page again; exit code 2 means that it has no marker."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    try:
        file.write_text(page(file.read_text(encoding="utf-8")), encoding="utf-8")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
