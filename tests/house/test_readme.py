"""What README and first week show is what commands do: each runs, offline, and prints what stands there."""

import re
from pathlib import Path

import pytest

from bench.samples import DOCUMENTS, MAIL, ROOT, demo, sessions
from config.files import read_entries, read_entry
from config.schema.initiative import Initiative
from config.schema.source import Source

README = DOCUMENTS[0].read_text(encoding="utf-8")
# When a page was crawled.
VOLATILE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC|(?<=Copy of )\d{4}-\d\d-\d\d")
COVERAGE = re.compile(r"  Coverage .*?(?=\nEnd this)", re.DOTALL)


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The home of somebody who has run the demo, and the mail that it sent: half a minute, for all samples."""
    folder = tmp_path_factory.mktemp("home")
    return folder, demo(folder)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_print_what_the_documents_show(home: tuple[Path, str], document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for shown, printed in sessions(text, home[0]):
        assert VOLATILE.sub("", shown) == VOLATILE.sub("", printed), "python -m bench.samples brings samples up to date"


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
