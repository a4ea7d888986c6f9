"""Checks the rules of CONTRIBUTING: sizes, first sentences, names, documents of commands and dependencies, tables."""

import ast
import re
import statistics
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from sqlalchemy import Engine
from typer.main import get_command

from db.migrations.upgrade import newest
from db.models import load
from tracker.cli.app import app

ROOT = Path(__file__).parents[2]
FILES = sorted(
    file
    for room in ("config", "db", "spiders", "tracker")
    for file in (ROOT / room).rglob("*.py")
    if "versions" not in file.parts
)
TEXTS = {file: file.read_text(encoding="utf-8") for file in FILES}
# A file holds one idea.
TALL = 400
LONG = 40
MEDIAN = 100
WIDE = 120
ROTTEN = {"utils", "helpers", "common", "manager", "misc"}
# If three things have the same name, it is unclear which is meant.
OFTEN = {"__init__", "__main__", "zh", "en"}


@cache
def trees() -> dict[Path, ast.Module]:
    """Return what each file says, parsed."""
    return {file: ast.parse(text) for file, text in TEXTS.items()}


def room(file: Path) -> str:
    """Return the room in which names must differ: `db`, whose rooms name a table alike, or the folder."""
    return "db" if file.is_relative_to(ROOT / "db") else str(file.parent)


def told(found: Iterable[tuple[Path, object]]) -> list[str]:
    """Write offenders as lines."""
    return [f"{file.relative_to(ROOT)}: {what}" for file, what in found]


def test_modules_are_small_and_begin_with_a_sentence() -> None:
    tall = [(file, f"{lines} lines") for file, text in TEXTS.items() if (lines := text.count("\n")) > TALL]
    mute = [(file, "no first sentence") for file, tree in trees().items() if tree.body and not ast.get_docstring(tree)]
    rotten = [(file, "a name for anything") for file in FILES if file.stem in ROTTEN]
    assert told([*tall, *mute, *rotten]) == []


def test_functions_of_rules_are_short() -> None:
    rooms = (ROOT / "tracker" / "tag", ROOT / "tracker" / "stories")
    long = [
        (file, f"{node.name} has {lines} lines")
        for file, tree in trees().items()
        if any(file.is_relative_to(room) for room in rooms)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONG
    ]
    assert told(long) == []


def test_no_bound_of_a_pattern_is_taken_for_a_tuple() -> None:
    """An f-string makes "(2, 8)" of {2,8}, and the pattern finds nothing; it has to be {{2,8}}."""
    values = ((file, node) for file, tree in trees().items() for node in ast.walk(tree))
    bounds = [
        (file, f"line {node.value.lineno}")
        for file, node in values
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple)
    ]
    assert told(bounds) == []


def test_what_is_public_says_what_it_does() -> None:
    silent = [
        (file, node.name)
        for file, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not any(isinstance(sign, ast.Name) and sign.id == "overload" for sign in node.decorator_list)
    ]
    assert told(silent) == []


def test_the_median_file_is_small() -> None:
    sizes = [size for text in TEXTS.values() if (size := text.count("\n")) > 3]
    assert statistics.median(sizes) < MEDIAN


def test_lines_fit_a_screen_on_which_chinese_takes_two_columns() -> None:
    wide = [
        (file, f"line {number}")
        for file, text in TEXTS.items()
        for number, line in enumerate(text.splitlines(), 1)
        if columns(line) > WIDE
    ]
    assert told(wide) == []


def columns(line: str) -> int:
    """Return the width of a line, without comments for linters at its end."""
    code = re.sub(r"  # (?:noqa|type: ignore).*", "", line)
    return len(code) + sum(east_asian_width(sign) in "WF" for sign in code)


def test_no_name_stands_for_three_files() -> None:
    named = {(room(file), file.stem) for file in FILES if file.parent != ROOT / "tracker" / "cli"}
    often = {name for name, times in Counter(name for _, name in named).items() if times > 2}
    assert often - OFTEN == set(), "name them otherwise"


def commands() -> list[str]:
    """Return every command that `tracker --help` leads to, as users type it."""
    names = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        names += [f"{name} {sub}" for sub in inner] if inner else [name]
    return names


@pytest.mark.parametrize("command", commands())
def test_a_command_is_documented(command: str) -> None:
    assert f"tracker {command}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    reasons = (ROOT / "docs" / "internals" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=\[]", dependency)[0] for dependency in wanted]
    assert [name for name in names if f"`{name}`" not in reasons] == []


def test_the_migrations_make_the_tables_of_the_models(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    load()

    with engine.connect() as connection:
        # The full-text index belongs to each database, and is not one of our tables.
        ours = {"include_object": lambda _object, name, *_: not name.startswith(("search", "ix_search"))}
        context = MigrationContext.configure(connection, opts=ours)
        assert context.get_current_revision() == newest()
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_migrations_make_the_partial_indexes_of_the_models(engine: Engine) -> None:
    from sqlalchemy import inspect
    from sqlmodel import SQLModel

    load()

    tables, found = SQLModel.metadata.tables, inspect(engine)
    declared = {one.name: one.info["where"] for table in tables.values() for one in table.indexes if one.info}
    options = {one["name"]: one.get("dialect_options", {}) for name in tables for one in found.get_indexes(name)}
    made = {name: given[where] for name, given in options.items() for where in given if where.endswith("_where")}
    assert made.keys() == declared.keys()
    if engine.dialect.name == "sqlite":
        assert {name: str(where) for name, where in made.items()} == declared
