"""Write a row as Python, and insert it into the file of its table."""

import ast
import textwrap
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from tracker.tag import engine
from tracker.tag.acts import cues
from tracker.tag.engine import SENTENCE, Near, Rule

WIDTH = 120
SCOPES = {value: name for name, value in vars(engine).items() if name.isupper() and isinstance(value, str)}
WIDE = "WF"


def written(row: Rule) -> str:
    """Return a row as Python, as the formatter leaves it."""
    parts = [_string(row.name), *_patterns(row)]
    for name in ("when", "unless"):
        asked = [_cue(one) for one in getattr(row, name)]
        parts += [f"{name}={_tuple(asked)}"] if asked else []
    parts += ["against=True"] if row.against else []
    parts += [f"examples={_tuple(list(map(_string, row.examples)))}"]
    return "Rule(\n" + textwrap.indent("".join(f"{part},\n" for part in parts), " " * 4) + "),\n"


def _patterns(near: Near) -> list[str]:
    shown = [f"{name}={_string(pattern)}" for name in ("before", "after", "text") if (pattern := getattr(near, name))]
    if near.scopes == (SENTENCE, SENTENCE):
        return shown
    names = [SCOPES[scope] for scope in near.scopes]
    return [*shown, f"scope={names[0]}" if len(set(names)) == 1 else f"scope=({', '.join(names)})"]


def _cue(cue: Any) -> str:
    if isinstance(cue, Near):
        return f"Near({', '.join(_patterns(cue))})"
    return f"Words({_string(cue.kind)})" if isinstance(cue, cues.Words) else str(cue.__name__)


def _string(text: str) -> str:
    """Return a literal, raw where that is more legible."""
    for literal in (f'"{text}"', f'r"{text}"', f"r'{text}'"):
        if text.isprintable() and _value(literal) == text:
            return literal
    return repr(text)


def _value(literal: str) -> str | None:
    try:
        return str(ast.literal_eval(literal)) if "\\" not in literal or literal.startswith("r") else None
    except (SyntaxError, ValueError):
        return None


def _tuple(parts: list[str]) -> str:
    line = f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if _width(line) <= WIDTH - len("        examples=,"):
        return line
    return "(\n" + "".join(f"    {part},\n" for part in parts) + ")"


def _width(text: str) -> int:
    return sum(1 + (east_asian_width(sign) in WIDE) for sign in text)


def inserted(source: str, row: Rule, neighbour: str, *, above: bool) -> str:
    """Return a file's source with a row above or below another, and with the imports that it needs.

    Raise ValueError where the neighbour does not stand on lines of its own.
    """
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    call = next(node for node in calls if _is_row(node, neighbour))
    lines = source.splitlines(keepends=True)
    first, last = call.lineno - 1, (call.end_lineno or call.lineno) - 1
    head, rest = lines[first][: call.col_offset], lines[last].encode()[call.end_col_offset :].decode().strip()
    if head.strip() or rest != ",":
        raise ValueError(f"{neighbour} does not stand on lines of its own")
    at = first if above else last + 1
    lines[at:at] = [textwrap.indent(written(row), head)]
    return with_imports("".join(lines), _needed(row))


def _is_row(call: ast.Call, name: str) -> bool:
    called = call.args and isinstance(call.func, ast.Name) and call.func.id == "Rule"
    return bool(called and isinstance(call.args[0], ast.Constant) and call.args[0].value == name)


def _needed(row: Rule) -> Iterable[tuple[str, str]]:
    """Yield the names that a row's source uses, each with its module."""
    nears = [one for one in (row, *row.when, *row.unless) if isinstance(one, Near)]
    if len(nears) > 1:
        yield engine.__name__, "Near"
    for near in nears:
        if near.scopes != (SENTENCE, SENTENCE):
            yield from ((engine.__name__, SCOPES[scope]) for scope in near.scopes)
    for one in (*row.when, *row.unless):
        name = type(one).__name__ if isinstance(one, (Near, cues.Words)) else one.__name__
        if name in vars(cues):
            yield cues.__name__, name


def with_imports(source: str, names: Iterable[tuple[str, str]]) -> str:
    """Return a source that imports names, each after its module; what it imports already stays as it is."""
    for module, name in names:
        imports = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
        if any(one.name == name for node in imports for one in node.names):
            continue
        same = next((node for node in imports if node.module == module), None)
        known = [one.name for one in same.names] if same else []
        lines = source.splitlines(keepends=True)
        later = next((node.lineno for node in imports if (node.module or "") >= module), imports[-1].lineno + 1)
        start = same.lineno - 1 if same else later - 1
        lines[start : (same.end_lineno if same else start)] = [_import(module, [*known, name])]
        source = "".join(lines)
    return source


def _import(module: str, names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    line = f"from {module} import {', '.join(ordered)}\n"
    if len(line) <= WIDTH + 1:
        return line
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in ordered) + ")\n"
