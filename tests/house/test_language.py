"""Keeps words that readers stumbled over out of documents and docstrings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from tracker.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
ROOMS = ["bench", "config", "db", "spiders", "tests", "tracker"]
# Code and output that a page quotes is not its own wording.
QUOTED = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
# A word, or a beginning of words that ends with *; and what to write in its place.
BANNED = {
    "anew": "again",
    "anybody": "anyone, or name who it is",
    "befall*": "happen to",
    "behold": "see",
    "esteem*": "praise",
    "everybody": "everyone, or name who it is",
    "heed*": "follow, take into account",
    "hither": "here",
    "is none": "is not one, does not exist",
    "is no [a-z]+ more": "no longer exists",
    "lest": "so that ... not",
    "mend*": "fix, correct",
    "nobody": "no one, or say who does what",
    "reckon*": "compute",
    "somebody": "someone, or name who it is",
    "tell": "report, show, notify, say",
    "telling": "report, show, notify, say",
    "tells": "report, show, notify, say",
    "thereof": "of it",
    "told": "reported, notified",
    "unto": "to",
    "whence": "from which",
    "whoever": "anyone who, or name who it is",
    "wish*": "rule",
}


def banned(text: str) -> list[str]:
    """Return the banned words of a text in Markdown, each with its line and what to write instead."""
    own = QUOTED.sub(lambda quoted: re.sub(r"[^\n]", " ", quoted[0]), text)
    found = []
    for word, instead in BANNED.items():
        pattern = (
            rf"\b{word.removesuffix('*').replace(' ', chr(92) + 's+')}{'' if word.endswith('*') else chr(92) + 'b'}"
        )
        for hit in re.finditer(pattern, own.replace("None", "null"), re.IGNORECASE):
            found.append(f"line {own.count(chr(10), 0, hit.start()) + 1}: {hit[0]!r}; better: {instead}")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_document_is_in_plain_english(page: Path) -> None:
    assert banned(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("room", ROOMS)
def test_docstrings_are_in_plain_english(room: str) -> None:
    found = []
    for file in sorted((ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                found += [f"{file.relative_to(ROOT)}: {word}" for word in banned(plain(ast.get_docstring(node)))]
    assert found == []


def plain(text: str | None) -> str:
    """Return a text without `--tell`, which is the name of an option."""
    return (text or "").replace("--tell", "")


def helps(command: Any) -> Iterator[str]:
    """Yield the help texts of a command, of its options, and of the commands below it."""
    yield command.help or ""
    for parameter in command.params:
        yield getattr(parameter, "help", None) or ""
    for below in getattr(command, "commands", {}).values():
        yield from helps(below)


def test_help_is_in_plain_english() -> None:
    assert [word for text in helps(get_command(app)) for word in banned(plain(text))] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Pay heed.", 1),
        ("Heeding rules, it mended\nthe fault.", 2),
        ("There is\nnone left.", 1),
        ("An amendment is retold, `told` and `mend` are quoted.", 0),
        ("```text\ntold by\n```\nIt is told.", 1),
    ],
)
def test_it_finds_words_and_leaves_quotes_alone(text: str, count: int) -> None:
    assert len(banned(text)) == count
