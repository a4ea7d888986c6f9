"""Keeps words that readers stumbled over out of documents, docstrings, comments, messages, templates and test names."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from tracker.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [
    file
    for pattern in ("*.md", "docs/**/*.md", "tests/gold/*.md", "tracker/**/*.md")
    for file in sorted(ROOT.glob(pattern))
]
ROOMS = ["bench", "config", "db", "spiders", "tests", "tracker"]
# Rooms with messages; the strings of other rooms are patterns, and words of news.
MESSAGES = [
    "config",
    "db",
    "spiders",
    *sorted(
        str(room.relative_to(ROOT))
        for room in (ROOT / "tracker").iterdir()
        if (room / "__init__.py").exists() and room.name not in ("stories", "tag", "text")
    ),
]
WRITTEN = [
    "config/**/*.yaml",
    "deploy/*",
    "tests/**/*.yaml",
    "tracker/alerts/compose/templates/*",
    "tracker/archive/bundle/templates/*",
    "tracker/sources/templates/*",
    "tracker/web/reading/templates/*",
    "tracker/web/templates/*",
]
PATTERN = re.compile(r"\\b|\(\?|\|")
FIELD = re.compile(r"\{\w*\}")
MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<[^>]*>", re.DOTALL)
CASE = re.compile(r"[a-z][^:\"]* [^:\"]*:")
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


PATTERNS = {
    word: rf"\b{word.removesuffix('*').replace(' ', chr(92) + 's+')}{'' if word.endswith('*') else chr(92) + 'b'}"
    for word in BANNED
}
ANY = re.compile("|".join(PATTERNS.values()), re.IGNORECASE)


def banned(text: str) -> list[str]:
    """Return the banned words of a text in Markdown, each with its line and what to write instead."""
    own = QUOTED.sub(lambda quoted: re.sub(r"[^\n]", " ", quoted[0]), text).replace("None", "null")
    if not ANY.search(own):
        return []
    return [
        f"line {own.count(chr(10), 0, hit.start()) + 1}: {hit[0]!r}; better: {BANNED[word]}"
        for word, pattern in PATTERNS.items()
        for hit in re.finditer(pattern, own, re.IGNORECASE)
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_document_is_in_plain_english(page: Path) -> None:
    assert banned(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("room", ROOMS)
def test_docstrings_and_comments_are_in_plain_english(room: str) -> None:
    assert found_in(room, lambda source: [*strings(source, alone=True), *comments(source)]) == []


@pytest.mark.parametrize("room", MESSAGES)
def test_messages_are_in_plain_english(room: str) -> None:
    assert found_in(room, messages) == []


def test_names_of_tests_are_in_plain_english() -> None:
    assert found_in("tests", names) == []


@pytest.mark.parametrize("pattern", WRITTEN)
def test_templates_and_declarations_are_in_plain_english(pattern: str) -> None:
    files = [file for file in sorted(ROOT.glob(pattern)) if file.is_file()]
    assert files, "nothing has this name any more: correct WRITTEN"
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    own = outside_of_markup if "templates" in pattern else remarks
    assert [f"{file.relative_to(ROOT)}: {word}" for file, text in texts.items() for word in banned(own(text))] == []


def found_in(room: str, texts: Callable[[str], Iterable[tuple[int, str]]]) -> list[str]:
    """Return the banned words of some texts of each file of a room, with the file and the line."""
    return [
        f"{file.relative_to(ROOT)}:{line}: {word}"
        for file in sorted((ROOT / room).rglob("*.py"))
        # A revision stays as it was released.
        if "versions" not in file.parts
        for line, text in texts(file.read_text(encoding="utf-8"))
        for word in banned(plain(text))
    ]


def strings(source: str, *, alone: bool) -> Iterator[tuple[int, str]]:
    """Yield the strings of a module, with their lines: those that stand `alone`, as docstrings do, or the others."""
    tree = ast.parse(source)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (id(node) in docs) is alone:
            yield node.lineno, node.value


def messages(source: str) -> Iterator[tuple[int, str]]:
    """Yield the strings that may be printed: of several words, and not patterns; … stands for what is filled in."""
    whole = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    filled = (
        (one.lineno, "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in one.values))
        for one in whole
    )
    for line, text in (*strings(source, alone=False), *filled):
        if " " in text.strip() and not PATTERN.search(text):
            yield line, FIELD.sub("…", text)


def comments(source: str) -> Iterator[tuple[int, str]]:
    """Yield the comments of a module."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def names(source: str) -> Iterator[tuple[int, str]]:
    """Yield the names of tests, as words."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.lineno, node.name.replace("_", " ")


def remarks(text: str) -> str:
    """Return the comments of YAML or of a unit, and keys of several words, which name the cases of a table."""
    return "\n".join(
        line if CASE.fullmatch(line) else line[hash_at:] if (hash_at := f" {line}".find(" #")) >= 0 else ""
        for line in text.splitlines()
    )


def outside_of_markup(text: str) -> str:
    """Return what a template says outside of its statements, fields and tags."""
    return MARKUP.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


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


def test_it_finds_words_wherever_they_are_written() -> None:
    source = '# heed\ndef test_mend():\n    """Whoever."""\n    echo(f"told {of} it")\n    re.compile(r"\\btold it")\n'
    kinds = (comments(source), strings(source, alone=True), messages(source), names(source))
    assert [[line for line, text in kind if banned(text)] for kind in kinds] == [[1], [3], [4], [2]]
    assert len(banned(remarks("# heed\na case that is told:\n  text: told 'a # b' # mend\n"))) == 3
    assert banned(outside_of_markup("{% if told %}{{ told }}<a class='told'>said</a>{% endif %}")) == []
