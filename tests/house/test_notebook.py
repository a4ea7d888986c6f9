"""Tests that docs/notebook.md shows what a notebook gets."""

import doctest
from importlib.util import find_spec
from pathlib import Path

import pytest

from db.engine import DatabaseError
from tests.contract.stored import installation
from tracker import open_tracker

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.md"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with some rows."""
    folder = tmp_path_factory.mktemp("notebook")
    installation(folder)
    return folder / "tracker.db"


def test_the_notebook_runs(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE", f"sqlite:///{file}")
    monkeypatch.setenv("TRACKER_SETTINGS", "/dev/null")
    found = doctest.testfile(str(NOTEBOOK), module_relative=False, encoding="utf-8", verbose=False)
    assert found.attempted > 10
    assert found.failed == 0


def test_a_file_that_is_not_there_is_no_new_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="none"):
        open_tracker(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


def test_rows_are_shown_as_a_table_of_text(file: Path) -> None:
    with open_tracker(file) as tracker:
        hits = tracker.search("低空")
        shown = hits._repr_html_()
    assert "<td>=1+1 低空经济</td>" in shown
    assert f"<p>{len(hits)} rows</p>" in shown
    assert len(hits[:1]) == 1


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_the_columns_of_csv(file: Path, library: str) -> None:
    with open_tracker(file) as tracker:
        rows = tracker.timeline()
    if find_spec(library) is None:
        with pytest.raises(ImportError, match=library):
            rows.frame(library)  # type: ignore[arg-type] # one of the two
        return
    frame = rows.frame(library)  # type: ignore[arg-type]
    assert list(frame.columns) == list(rows.columns())
    assert len(frame) == len(rows)
