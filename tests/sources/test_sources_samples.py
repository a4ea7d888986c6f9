"""Tests samples of sources: every folder of tests/samples is compared, as is what `tracker sources sample` saves."""

from pathlib import Path

import pytest
import yaml

from config import Config
from tests.processes.running import Tracker
from tracker.demo.server import serve
from tracker.sources.expected import EXPECTED, differences, read_sample

SAMPLES = sorted(file.parent for file in (Path(__file__).parents[1] / "samples").glob(f"*/{EXPECTED}"))


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_saved_pages_say_what_is_expected_of_them(config: Config, folder: Path) -> None:
    assert list(differences(folder, config.sources[read_sample(folder).source])) == []


def test_there_are_samples_of_several_kinds(config: Config) -> None:
    kinds = {list_.kind for folder in SAMPLES for list_ in config.sources[read_sample(folder).source].lists}
    assert {"jpaas", "listing", "feed"} <= kinds


def test_a_sample_is_saved_once_and_shows_what_changed(tmp_path: Path, config: Config) -> None:
    with serve() as replica:
        tracker = Tracker(tmp_path, {"TRACKER_REPLICA": replica.url})
        assert "samples/nbs: compare expected.yaml" in tracker.run("sources", "sample", "nbs").stdout
        assert "exists, perhaps already checked" in tracker.run("sources", "sample", "nbs", code=2).stderr
    folder = tmp_path / "samples" / "nbs"
    assert list(differences(folder, config.sources["nbs"])) == []
    expected = yaml.safe_load((folder / EXPECTED).read_text(encoding="utf-8"))
    expected["lists"][0]["rows"] = 99
    expected["articles"][0]["title"] = "另一个标题"
    (folder / EXPECTED).write_text(yaml.safe_dump(expected), encoding="utf-8")
    told = list(differences(folder, config.sources["nbs"]))
    assert [line.partition(" expected")[0] for line in told] == [
        "list-releases.html: 99 rows",
        "article-1.html: title '另一个标题'",
    ]


def test_a_site_that_does_not_answer_gives_no_sample(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path, {"TRACKER_REPLICA": "http://127.0.0.1:9"})
    done = tracker.run("sources", "sample", "nbs", code=2)
    assert "`tracker sources check nbs` shows more" in done.stderr
