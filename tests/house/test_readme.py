"""Tests that commands in README and first-week.md run offline and print what is shown there."""

import re
from pathlib import Path

import pytest

from bench.samples import DOCUMENTS, MAIL, ROOT, TRANSLATIONS, demo, sessions
from config.files import read_entries, read_entry
from config.schema.initiative import Initiative
from config.schema.source import Source

README, FIRST_WEEK = (document.read_text(encoding="utf-8") for document in DOCUMENTS)
CHINESE = TRANSLATIONS[DOCUMENTS[0]].read_text(encoding="utf-8")
# When a page was crawled.
VOLATILE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC|Copy of\s+\d{4}-\d\d-\d\d")
COVERAGE = re.compile(r"  Coverage .*?(?=\nEnd this)", re.DOTALL)


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The home of a user who has run the demo, and the mail that it sent: half a minute, for all samples."""
    folder = tmp_path_factory.mktemp("home")
    return folder, demo(folder)


@pytest.mark.slow(40)
@pytest.mark.parametrize("text", [README, FIRST_WEEK], ids=["README", "first-week"])
def test_commands_print_what_the_documents_show(home: tuple[Path, str], text: str) -> None:
    for shown, printed in sessions(text, home[0]):
        assert VOLATILE.sub("", shown) == VOLATILE.sub("", printed), "python -m bench.samples brings samples up to date"


def test_the_chinese_readme_shows_the_same_commands_and_output() -> None:
    """What runs for one README also runs for the other; a comment after a command is in the reader's language."""
    comment = re.compile(r" {2,}# .*$", re.MULTILINE)
    english, chinese = (re.findall(r"```\w+\n.*?```", comment.sub("", text), re.DOTALL) for text in (README, CHINESE))
    assert chinese == english, "copy the blocks of README.md"


def test_the_readmes_have_the_same_sections_and_links() -> None:
    english, chinese = (re.sub(r"```.*?```", "", text, flags=re.DOTALL) for text in (README, CHINESE))
    assert re.findall(r"^#+", chinese, re.MULTILINE) == re.findall(r"^#+", english, re.MULTILINE)
    english, chinese = (set(re.findall(r"\]\(([^)]+)\)", text)) for text in (english, chinese))
    assert chinese - {"README.md"} == english - {"README.zh.md"}


@pytest.mark.slow
def test_the_sample_mail_is_the_one_of_the_demo(home: tuple[Path, str]) -> None:
    (shown,) = MAIL.findall(README)
    assert COVERAGE.sub("", shown) == COVERAGE.sub("", home[1])


def test_every_picture_is_there() -> None:
    for document in DOCUMENTS:
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / picture).is_file()


def test_the_example_source_is_one(tmp_path: Path) -> None:
    (example,) = [block for block in blocks("yaml") if "lists:" in block]
    file = tmp_path / "example-ministry.yaml"
    file.write_text(example, encoding="utf-8")
    assert read_entry(file, Source).lists[0].kind == "listing"


def test_the_example_initiative_is_one(tmp_path: Path) -> None:
    (example,) = [block for block in blocks("yaml") if "names:" in block]
    file = tmp_path / "initiatives.yaml"
    file.write_text(example, encoding="utf-8")
    assert len(read_entries(file, Initiative)) == 1
    assert len(example.splitlines()) <= 8


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_are_targets(target: str) -> None:
    assert f"make {target}" in README
    assert f"\n{target}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
