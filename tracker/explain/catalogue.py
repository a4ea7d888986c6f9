"""List the patterns and rows by which texts are read, each with its name, its place, and the modules that hold it."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, NamedTuple

from tracker.explain.naming import Rule, pattern_name, row_name
from tracker.explain.table_rows import Way, nears
from tracker.tag.engine import Near, Table

ROOMS = ("tracker.tag", "tracker.text")
ROOT = Path(__file__).parents[2]
WRITTEN = {"Rule", "FindingRule"}
Matcher = re.Pattern[str] | Near
Holder = tuple[dict[str, Any], str]


class Constant(NamedTuple):
    """Hold a name that a module binds."""

    module: str
    name: str


@dataclass
class Catalogue:
    """Hold the patterns and rows of modules as rules.

    `patterns` are by rule. `lines` has the file and line of each, `places` the constants that contain it and where, and
    `values` those of the constants. `holders` are the namespaces that bind a constant: its own module's and those that
    import it.
    """

    patterns: dict[Rule, Matcher] = field(default_factory=dict)
    lines: dict[Rule, tuple[str, int]] = field(default_factory=dict)
    places: dict[Rule, list[tuple[Constant, Way]]] = field(default_factory=dict)
    values: dict[Constant, Any] = field(default_factory=dict)
    holders: dict[Constant, list[Holder]] = field(default_factory=dict)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of all modules that tag texts, built once."""
    found = Catalogue()
    rows: dict[str, tuple[str, int]] = {}
    for module in _modules():
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        rows.update(_rows(tree, _file(module)))
        for statement in tree.body:
            for name, node in _assigned(statement):
                _add(found, module, name, node)
            for origin, name in _imported(statement):
                found.holders.setdefault(origin, []).append((vars(module), name))
    # A row is written in another module than the table that contains it.
    found.lines.update({rule: rows[row] for rule in found.lines for row in (row_name(rule.name),) if row in rows})
    return found


def line_of_name(module: str, name: str) -> tuple[str, int]:
    """Return the file and line at which a module defines a function or a constant."""
    file = Path(str(import_module(module).__file__))
    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        if getattr(statement, "name", None) == name or any(bound == name for bound, _ in _assigned(statement)):
            return str(file.relative_to(ROOT)), statement.lineno
    raise LookupError(f"{module} defines no {name}")


def _rows(tree: ast.Module, file: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the names of the rows that are written in a file, each with its place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITTEN and node.args:
            yield ast.literal_eval(node.args[0]), (file, node.lineno)


def _file(module: ModuleType) -> str:
    return str(Path(str(module.__file__)).relative_to(ROOT))


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = import_module(room)
        yield package
        for info in walk_packages(package.__path__, f"{room}."):
            yield import_module(info.name)


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield the names that a statement binds, with the expressions that they are bound to."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id, statement.value
    if not isinstance(statement, ast.Assign):
        return
    for target in statement.targets:
        if isinstance(target, ast.Name):
            yield target.id, statement.value
        elif isinstance(target, ast.Tuple):
            values = statement.value.elts if isinstance(statement.value, ast.Tuple) else [statement.value] * 99
            yield from ((t.id, v) for t, v in zip(target.elts, values, strict=False) if isinstance(t, ast.Name))


def _imported(statement: ast.stmt) -> Iterator[tuple[Constant, str]]:
    """Yield what a statement imports from the rooms, and under which name."""
    if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith(ROOMS):
        yield from ((Constant(statement.module or "", one.name), one.asname or one.name) for one in statement.names)


def _add(found: Catalogue, module: ModuleType, name: str, node: ast.expr | None) -> None:
    constant, value = Constant(module.__name__, name), vars(module).get(name)
    if isinstance(node, ast.Name):  # another name of a constant that is defined elsewhere
        return
    patterns = list(_patterns(value, node, ()))
    if not patterns:
        return
    found.values[constant] = value
    found.holders.setdefault(constant, []).append((vars(module), name))
    file = _file(module)
    for way, pattern, at in patterns:
        rule = Rule(_row_name(value, way) or pattern_name(module.__name__, name, way))
        if rule in found.patterns:
            raise ValueError(f"two patterns are called {rule.name}: rename a constant of {file}")
        found.patterns[rule] = pattern
        found.lines[rule] = file, at.lineno if at else 1
        found.places.setdefault(rule, []).append((constant, way))


def _patterns(value: Any, node: ast.expr | None, way: Way) -> Iterator[tuple[Way, Matcher, ast.expr | None]]:
    """Yield the patterns in a value, however deep in tuples, lists and dicts, with their ways and their expressions.

    Rows of tables, and the conditions that they ask by patterns, are yielded too. A row outside a table decides
    nothing.
    """
    if isinstance(value, re.Pattern) or type(value) is Near:
        yield way, value, node
    elif isinstance(value, Table):
        for place, row in enumerate(value.rows):
            yield (*way, place), row, node
            yield from (((*way, place, *within), near, node) for within, near in nears(row))
    elif isinstance(value, (tuple, list)):
        nodes = node.elts if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == len(value) else None
        for index, item in enumerate(value):
            yield from _patterns(item, nodes[index] if nodes else node, (*way, index))
    elif isinstance(value, Mapping):
        exact = isinstance(node, ast.Dict) and len(node.values) == len(value)
        for index, (key, item) in enumerate(value.items()):
            inner = node.values[index] if exact and isinstance(node, ast.Dict) else node
            yield from _patterns(item, inner, (*way, key))


def _row_name(value: Any, way: Way) -> str | None:
    """Return the name of what is at a way in a constant, if that is a row of a table or a condition of a row."""
    for depth, step in enumerate(way):
        if isinstance(value, Table) and isinstance(step, int):
            return ".".join([value.rows[step].name, *map(str, way[depth + 1 :])])
        value = value[step]
    return None
