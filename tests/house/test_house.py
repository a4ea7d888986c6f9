"""Keeps the bars of the house: sizes, floors, first sentences, names, and documents that do not lie."""

import ast
import re
import statistics
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.main import get_command

from db.migrations.upgrade import newest
from tracker.cli.app import app

ROOT = Path(__file__).parents[2]
FILES = sorted(
    file
    for room in ("config", "db", "spiders", "tracker")
    for file in (ROOT / room).rglob("*.py")
    if "versions" not in file.parts
)
TALL = 250
MEDIAN = 80
ROTTEN = {"utils", "helpers", "common", "manager", "misc"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_is_small_and_begins_with_a_sentence(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= TALL
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "needs a first sentence"
    assert file.stem not in ROTTEN


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_bound_of_a_pattern_is_taken_for_a_tuple(file: Path) -> None:
    """An f-string makes "(2, 8)" of {2,8}, and the pattern finds nothing; it has to be {{2,8}}."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    values = (node.value for node in ast.walk(tree) if isinstance(node, ast.FormattedValue))
    assert [value.lineno for value in values if isinstance(value, ast.Tuple)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_is_public_says_what_it_does(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not any(isinstance(sign, ast.Name) and sign.id == "overload" for sign in node.decorator_list)
    ]
    assert not silent


def test_the_median_file_is_small() -> None:
    sizes = [size for file in FILES if (size := file.read_text(encoding="utf-8").count("\n")) > 3]
    assert statistics.median(sizes) <= MEDIAN


def commands() -> list[str]:
    """Every command that `tracker --help` leads to, as a user types it."""
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
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=\[]", dependency)[0] for dependency in wanted]
    assert [name for name in names if f"`{name}`" not in reasons] == []


def test_the_documents_link_to_what_is_there() -> None:
    for file in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name} links to {target}"


def test_the_migrations_make_the_tables_of_the_models(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == newest()
        assert compare_metadata(context, SQLModel.metadata) == []
