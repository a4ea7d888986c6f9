"""Tests which files of archives are found by paths, folders, patterns, WACZ and lists, and what is refused."""

import gzip
from pathlib import Path

import pytest

from tests.factories.archives import packed, response, silent, wacz
from tracker.backfill.locate import NotListedError, locate

PAGE = packed(response(1, silent(1)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with archives, and other files."""
    for name in ("b.warc.gz", "a.warc", "c.txt.gz", "notes.md"):
        (tmp_path / name).write_bytes(PAGE)
    wacz(tmp_path / "d.wacz", one=PAGE, two=PAGE)
    return tmp_path


def names(place: str, base: str | None = None) -> list[str]:
    """Return the files that a place represents, without their folder."""
    return [file.url.replace("zip://archive/", "zip:").rpartition("/")[2] for file in locate(place, base)]


def test_a_folder_and_a_pattern(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(str(folder)) == ["a.warc", "b.warc.gz", "d.wacz", "d.wacz"]
    assert [file.url for file in locate(f"{folder}/*.wacz")] == [
        f"zip://archive/{name}.warc.gz::{folder}/d.wacz" for name in ("one", "two")
    ]
    monkeypatch.chdir(folder)
    assert [file.url for file in locate("a.warc")] == [str(folder / "a.warc")]


def test_a_file_says_its_version(folder: Path) -> None:
    (file,) = locate(str(folder / "a.warc"))
    assert file.size == len(PAGE)
    assert file.etag
    assert all(one.size and one.etag for one in locate(str(folder / "d.wacz")))


@pytest.mark.parametrize("name", ["warc.paths.gz", "list.txt"])
def test_lists_begin_where_they_are_or_where_they_are_said_to(folder: Path, name: str) -> None:
    lines = b"# of a month\n\ncrawl-data/2026/CC-1.warc.gz\nhttps://elsewhere.example.org/CC-2.warc.gz\r\n"
    (folder / name).write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    with pytest.raises(NotListedError, match=r"crawl-data/2026/CC-1\.warc\.gz.*does not exist|does not exist"):
        list(locate(str(folder / name)))
    for base in ("https://data.example.org/", "https://data.example.org"):
        found = [file.url for file in locate(str(folder / name), base)]
        assert found == [
            "https://data.example.org/crawl-data/2026/CC-1.warc.gz",
            "https://elsewhere.example.org/CC-2.warc.gz",
        ]
    first = next(locate(str(folder / name), "s3://commoncrawl"))
    assert first.url == "s3://commoncrawl/crawl-data/2026/CC-1.warc.gz"
    (folder / name).write_bytes(gzip.compress(b"a.warc\n") if name.endswith(".gz") else b"a.warc\n")
    assert names(str(folder / name)) == ["a.warc"]


REFUSED = {
    "nothing.warc.gz": "does not exist",
    "notes.md": "no file or folder of .warc",
    "ssh://example.org/a.warc.gz": "of an unknown kind",
    "https://example.org/archives/": "no file or folder of .warc",
    "zip://a.warc.gz::b.zip": "of an unknown kind",
    "half.txt.gz": "no whole gzip file",
    "none.wacz": "cannot be read: BadZipFile",
    "empty.wacz": "holds no archives",
    "chained.wacz": "holds no archives",
    "lists.txt": "names another list",
    "elsewhere.txt": "names another list",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_names_no_archive_is_refused_in_a_line(folder: Path, name: str) -> None:
    (folder / "half.txt.gz").write_bytes(gzip.compress(b"a.warc\n")[:-5])
    (folder / "none.wacz").write_bytes(b"no zip")
    (folder / "lists.txt").write_bytes(b"warc.paths.gz\n")
    (folder / "elsewhere.txt").write_bytes(b"https://example.org/elsewhere.txt?x\n")
    wacz(folder / "empty.wacz")
    wacz(folder / "chained.wacz", **{"x::https://169.254.169.254/y": PAGE})
    with pytest.raises(NotListedError) as told:
        list(locate(name if "://" in name else str(folder / name)))
    assert REFUSED[name] in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("line", ["/etc/passwd", "file:///etc/a.warc.gz", "../../a.warc.gz", "zip://a::b"])
def test_a_list_from_elsewhere_names_no_files_of_this_machine(folder: Path, line: str) -> None:
    (folder / "list.txt").write_text(f"{line}\n")
    with pytest.raises(NotListedError, match="of a kind that a list may not name"):
        list(locate(str(folder / "list.txt"), "https://data.example.org/"))
