"""Tests what commands write as bytes: to a file and, for `-`, to standard output, the same bytes."""

import gzip
import subprocess
from pathlib import Path

import pytest

from tests.contract.stored import installation
from tests.processes.running import TRACKER, Tracker


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """Return an installation that has stored pages."""
    return installation(tmp_path_factory.mktemp("exported"))


def bare(content: bytes) -> bytes:
    """Return what is in a gzipped file, without the record that names the time of writing; anything else unchanged."""
    return gzip.decompress(content).split(b"\r\n\r\n", 2)[2] if content.startswith(b"\x1f\x8b") else content


@pytest.mark.parametrize("words", [("warc", "FILE"), ("bundle", "FILE", "ai-plus")], ids=" ".join)
def test_standard_output_gets_what_a_file_gets(tracker: Tracker, words: tuple[str, ...]) -> None:
    command = ["export", *words]
    tracker.run(*[word.replace("FILE", "made") for word in command])
    done = subprocess.run(
        [*TRACKER, *[word.replace("FILE", "-") for word in command]],
        env=tracker.environment,
        cwd=tracker.folder,
        capture_output=True,
        timeout=300,
        check=True,
    )
    assert bare(done.stdout) == bare((tracker.folder / "made").read_bytes()) != b""
    assert done.stderr.startswith(b"wrote ")
    assert b" standard output" in done.stderr
    assert not (tracker.folder / "-").exists()


def test_an_export_of_nothing_leaves_the_file_as_it_was(tracker: Tracker, tmp_path: Path) -> None:
    file = tmp_path / "pages.warc.gz"
    file.write_text("older")
    assert (
        "no page is stored that matches" in tracker.run("export", "warc", str(file), "--source", "cac", code=2).stderr
    )
    assert file.read_text() == "older"
