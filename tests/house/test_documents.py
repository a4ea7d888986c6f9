"""Checks that the documents are connected: an index by reader, and valid links and anchors."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
PAGES = sorted(file for file in DOCS.rglob("*.md") if file != INDEX)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
# A pattern in backticks may look like a link.
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<file>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
READERS = ("analysts", "operators", "builders")


def prose(file: Path) -> str:
    """Return a document without its fenced blocks."""
    return FENCED.sub("", file.read_text(encoding="utf-8"))


def anchors(file: Path) -> Iterator[str]:
    """Yield the anchors that GitHub makes of a document's headings: small letters, no punctuation, hyphens for blanks.

    A repeated heading has the number of its repetition at the end.
    """
    seen: dict[str, int] = {}
    for heading in re.findall(r"^#+ (.+)$", prose(file), re.MULTILINE):
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        count = seen[anchor] = seen.get(anchor, -1) + 1
        yield f"{anchor}-{count}" if count else anchor


@pytest.mark.parametrize(
    "file", [*sorted(ROOT.glob("*.md")), INDEX, *PAGES], ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_every_link_leads_somewhere(file: Path) -> None:
    broken = []
    for link in LINK.finditer(CODE.sub("", prose(file))):
        target = file.parent / link["file"] if link["file"] else file
        if not target.exists() or (link["anchor"] and link["anchor"] not in anchors(target)):
            broken.append(link[0])
    assert broken == []


def test_the_anchors_are_those_of_github(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# How it's built\n```\n# no heading\n```\n## `add` & check\n## 中文 signs\n## 中文 signs\n", encoding="utf-8"
    )
    assert list(anchors(page)) == ["how-its-built", "add--check", "中文-signs", "中文-signs-1"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_page_names_its_readers_and_the_index_has_it_there(page: Path) -> None:
    opening = page.read_text(encoding="utf-8").split("\n\n")[1]
    reader = re.match(r"\*?For (\w+)", opening)
    assert reader, (
        f"{page.name}: the paragraph under the title begins with: For analysts, For operators or For builders"
    )
    assert reader[1] in READERS
    section = re.search(
        rf"^## For {reader[1]}\n(.*?)(?=^## |\Z)", INDEX.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert section
    assert len(re.findall(rf"^- \[[^\]]+\]\({page.relative_to(DOCS)}\): .", section[1], re.MULTILINE)) == 1


def test_builders_have_a_folder_of_their_own() -> None:
    for page in PAGES:
        builders = page.read_text(encoding="utf-8").split("\n\n")[1].startswith("For builders")
        assert builders == (page.parent.name == "internals"), page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_files_and_tests_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    files = re.findall(r"`((?:bench|config|db|deploy|spiders|tests|tracker)/[\w/.-]*)`", text)
    assert [file for file in files if not (ROOT / file).exists() and "ID" not in file] == []
    for module, name in re.findall(r"`(test_\w+\.py)::(test_\w+)`", text):
        (file,) = (ROOT / "tests").rglob(module)
        assert f"def {name}(" in file.read_text(encoding="utf-8")
