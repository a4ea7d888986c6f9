"""Tests docs/add-a-source.md: what it says to type leads to a working source, and prints what it shows."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config import Config
from config.files import read_entry
from config.schema.source import Source
from tests.processes.running import Tracker
from tracker.demo.content import sites
from tracker.demo.server import serve

DOCUMENT = (Path(__file__).parents[2] / "docs" / "add-a-source.md").read_text(encoding="utf-8")
PRACTICE = "http://127.0.0.1:8089"
NEW = "hengchuan-kfq"
THREE = "## Three commands"


def blocks(language: str, text: str = DOCUMENT) -> list[str]:
    """The fenced blocks of the document in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@dataclass
class Typed:
    """What the commands of the document left behind: the installation, the output, the replica's address."""

    tracker: Tracker
    printed: str
    replica: str

    @property
    def file(self) -> Path:
        return self.tracker.folder / "my-declarations" / "sources" / f"{NEW}.yaml"


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Typed]:
    """Type every `sh` block of the document into one shell, in an empty folder."""
    with serve(stage=1) as replica:
        folder = tmp_path_factory.mktemp("newcomer")
        declarations = {"TRACKER_CONFIG": str(folder / "my-declarations"), "TRACKER_REPLICA": replica.url}
        tracker = Tracker(folder)
        lines = "".join(blocks("sh")).replace(PRACTICE, replica.url)
        done = subprocess.run(
            ["sh", "-e", "-c", f'tracker() {{ "{sys.executable}" -P -m tracker "$@"; }}\n{lines}'],
            env=tracker.environment,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        yield Typed(Tracker(folder, declarations), done.stdout, replica.url)


def test_it_takes_three_commands_and_no_python() -> None:
    section = DOCUMENT.partition(THREE)[2].partition("\n## ")[0]
    commands = "".join(blocks("sh", section)).splitlines()
    assert [" ".join(line.split()[:3]).removesuffix(f" {NEW}") for line in commands] == [
        "tracker sources add",
        "tracker sources check",
        "tracker crawl",
    ]
    assert NEW in sites()
    assert not blocks("python")


def test_no_shipped_source_knows_the_site(config: Config) -> None:
    host = sites()[NEW][0].host
    assert all(host not in source.hosts for source in config.sources.values())


def test_the_draft_is_the_one_of_the_document(typed: Typed) -> None:
    [shown] = blocks("yaml")
    dated = re.compile(r"verified_on: '[\d-]+'")
    assert dated.sub("", typed.file.read_text(encoding="utf-8")) == dated.sub("", shown)
    assert read_entry(typed.file, Source).evidence.confidence == "low"


def test_the_check_says_what_the_document_says(typed: Typed) -> None:
    [shown] = blocks("text")
    assert shown.replace(PRACTICE, typed.replica) in typed.printed


def test_the_source_works(typed: Typed) -> None:
    articles = {article.url: article for article in sites()[NEW][1]}
    for url, article in articles.items():
        document = typed.tracker.json("show", url)
        assert (document["title"], document["source"]) == (article.title, NEW)
        assert document["published"].startswith(f"{article.time.date()}")
        assert document["text"].splitlines() == article.paragraphs
    assert f"\n{NEW}: ok" in typed.printed


def test_its_announcements_stand_on_the_timeline(typed: Typed) -> None:
    [row] = typed.tracker.json("timeline", "ai-plus", "--source", NEW)
    assert (row["day"], row["act"]) == ("2026-09-15", "issued")


def test_its_sample_is_there_to_be_compared(typed: Typed) -> None:
    names = {file.name for file in (typed.tracker.folder / "samples" / NEW).iterdir()}
    assert names == {"expected.yaml", "list-yqdt.html", "article-1.html", "article-2.html"}
