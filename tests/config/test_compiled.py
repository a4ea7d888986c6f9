"""Tests that cached declarations are those that the files declare, and that only we wrote them."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from config import Config, ConfigError, compiled, from_yaml, load
from config.layers import declared

Change = Callable[[Path], object]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache in which nothing is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / compiled.NAME


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A folder that declares a body."""
    folder = tmp_path / "config"
    folder.mkdir()
    declare(folder, "Office")
    return folder


def declare(folder: Path, name: str) -> None:
    (folder / "bodies.yaml").write_text(f"office:\n  name: {{en: {name}, zh: 办公室}}\n", encoding="utf-8")


def fresh(overlay: Path) -> Config:
    """Return the declarations as another process would load them."""
    return load.__wrapped__(overlay)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Return the overlays that are read from YAML."""
    read, found = from_yaml.read, []

    def noted(overlay: Path | None) -> dict[str, object]:
        found.append(overlay)
        return read(overlay)

    monkeypatch.setattr(from_yaml, "read", noted)
    return found


def test_what_was_kept_is_what_was_read(cache: Path, overlay: Path, reads: list[Path | None]) -> None:
    first, second = fresh(overlay), fresh(overlay)
    assert reads == [overlay]
    assert vars(first) == vars(second)
    assert first != second
    assert [file.stat().st_mode & 0o777 for file in (cache, *cache.iterdir())] == [0o700, 0o600]


def test_a_copy_of_the_files_means_the_same(cache: Path, overlay: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    declare(copy, "Office")
    assert compiled.digest(declared(overlay)) == compiled.digest(declared(copy))


def test_a_change_is_read(cache: Path, overlay: Path) -> None:
    fresh(overlay)
    declare(overlay, "Bureau")
    assert fresh(overlay).bodies["office"].name.en == "Bureau"
    (overlay / "bodies.yaml").write_text("office: {name: Bureau}\n")
    with pytest.raises(ConfigError, match=r"bodies\.yaml"):
        fresh(overlay)
    (overlay / "bodies.yaml").unlink()
    assert "office" not in fresh(overlay).bodies


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1000])


UNUSABLE: dict[str, Change] = {
    "others may write it": lambda file: file.chmod(0o666),
    "others may write beside it": lambda file: file.parent.chmod(0o777),
    "cut off": cut_off,
    "empty": lambda file: file.write_bytes(b""),
    "no pickle": lambda file: file.write_bytes(b"<html>"),
}


@pytest.mark.parametrize("change", UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_that_may_be_another_s_is_not_used(
    change: Change, cache: Path, overlay: Path, reads: list[Path | None]
) -> None:
    fresh(overlay)
    [file] = cache.iterdir()
    change(file)
    assert fresh(overlay).bodies["office"].name.en == "Office"
    assert reads == [overlay] * 2


def test_where_nothing_can_be_kept_all_is_read(cache: Path, overlay: Path, reads: list[Path | None]) -> None:
    cache.parent.write_text("no folder")
    fresh(overlay), fresh(overlay)
    assert reads == [overlay] * 2


def test_what_is_not_used_is_forgotten(cache: Path) -> None:
    for number in range(compiled.MOST_KEPT):
        compiled.keep(f"{number:02}", number)
        os.utime(cache / f"{compiled.BEGINNING}{number:02}", (number, number))
    assert compiled.recall("00") == 0, "it is used now"
    compiled.keep("new", "new")
    assert compiled.recall("01") is None
    assert (compiled.recall("00"), compiled.recall("02"), compiled.recall("new")) == (0, 2, "new")
    assert len(list(cache.iterdir())) == compiled.MOST_KEPT


def test_another_python_reads_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = compiled.digest([])
    monkeypatch.setattr(sys, "version", "4.0")
    assert compiled.digest([]) != ours
