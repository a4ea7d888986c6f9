"""Find the files of archives that a path, a URL, a pattern, a folder, a WACZ or a list of these represents."""

import gzip
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from zipfile import ZipFile

from fsspec.core import url_to_fs

from db.store.archive_files import Listed
from tracker.backfill.streams import UnreachableError, opened, reached
from tracker.parse.saved import DAMAGED

WARCS = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")
LISTS = (".paths", ".paths.gz", ".txt", ".txt.gz")
REMOTE = ("http://", "https://", "s3://")
MOST_LIST = 64 * 2**20
"""Bytes of a list, unpacked; a year of CC-NEWS has 0.6 MB."""
MOST_MEMBERS = 10_000
_PATTERN = re.compile(r"[*?\[]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://|[a-z0-9]+::", re.IGNORECASE)


class NotListedError(Exception):
    """Report, in one line of text, a name that does not represent any file of an archive."""


def locate(name: str, base: str | None = None) -> Iterator[Listed]:
    """Yield the files that `name` represents, in their order; relative lines of a list begin at `base`.

    Without a `base`, they begin at the folder of the list. Raise NotListedError if a name represents no file.
    """
    try:
        yield from _located(_address(name), f"{base.rstrip('/')}/" if base else None)
    except UnreachableError as error:
        raise NotListedError(f"{name}: {error}") from error


def _address(name: str) -> str:
    if _SCHEME.match(name):
        if not name.startswith((*REMOTE, "file://")):
            raise NotListedError(f"{name}: of an unknown kind; write a path, http://, https:// or s3://")
        return name
    return str(Path(name).absolute())


def _located(url: str, base: str | None) -> Iterator[Listed]:
    is_web = url.startswith(("http://", "https://"))
    end = url.lower().partition("?")[0] if is_web else url.lower()
    if not is_web and _PATTERN.search(url) and not Path(url).exists():
        yield from _inside(url)
    elif end.endswith(LISTS):
        for line in _lines(url):
            yield from _located(_joined(base or url, line, url), None)
    elif end.endswith(WARCS):
        yield _listed(url)
    elif end.endswith(".wacz"):
        yield from _in_wacz(url)
    else:
        yield from _inside(url)


def _inside(url: str) -> Iterator[Listed]:
    """Yield the files of archives in a folder, or that fit a pattern, by name."""
    with reached(url):
        files, path = url_to_fs(url)
        if url.startswith("http"):
            found = []
        elif files.isdir(path):
            found = files.ls(path, detail=False)
        else:
            found = files.glob(path) if _PATTERN.search(path) else []
    inside = sorted(one for one in found if one.lower().endswith((*WARCS, ".wacz")))
    if not inside:
        raise NotListedError(
            f"{url}: no file or folder of .warc, .warc.gz or .wacz, and no list of them (.paths, .txt)"
        )
    for one in inside:
        yield from _located(files.unstrip_protocol(one) if url.startswith("s3") else one, None)


def _in_wacz(url: str) -> Iterator[Listed]:
    with opened(url) as stream, reached(url), ZipFile(stream) as packed:
        members = [one for one in packed.infolist() if one.filename.lower().endswith(WARCS)]
    # Two colons would begin another place.
    members = [one for one in members if "::" not in one.filename]
    if not members or len(members) > MOST_MEMBERS:
        raise NotListedError(f"{url}: holds {len(members) or 'no'} archives; is it a WACZ?")
    for one in members:
        yield Listed(f"zip://{one.filename}::{url}", one.file_size, f"{one.CRC:08x}")


def _lines(url: str) -> Iterator[str]:
    """Yield the lines of a list that name something: not those that begin with #."""
    with opened(url) as stream, reached(url):
        data = stream.read(MOST_LIST + 1)
        if url.lower().endswith(".gz") and len(data) <= MOST_LIST:
            try:
                with gzip.open(BytesIO(data)) as packed:
                    data = packed.read(MOST_LIST + 1)
            except DAMAGED as error:
                raise UnreachableError(f"no whole gzip file: {error}") from error
    if len(data) > MOST_LIST:
        raise NotListedError(f"{url}: is larger than a list may be ({MOST_LIST} bytes)")
    for line in data.decode("utf-8", "replace").splitlines():
        if (name := line.strip()) and not name.startswith("#"):
            yield name


def _joined(base: str, line: str, of: str) -> str:
    """Return the address that a line of a list leads to; a list from another machine cannot name files of this one."""
    # A list that names itself would never end.
    if line.lower().partition("?")[0].endswith(LISTS):
        raise NotListedError(f"{of}: names another list, {line[:200]!r}; name that one itself")
    if line.startswith(REMOTE):
        return line
    is_local = not base.startswith(REMOTE)
    if _SCHEME.match(line) or ((line.startswith("/") or ".." in line.split("/")) and not is_local):
        raise NotListedError(f"{of}: {line[:200]!r} is of a kind that a list may not name")
    if is_local:
        folder = Path(base) if Path(base).is_dir() else Path(base).parent
        return str((folder / line).absolute())
    if base.startswith("http"):
        return urljoin(base, line)
    return f"{base.rpartition('/')[0]}/{line}"


def _listed(url: str) -> Listed:
    """Return the file at `url`; the version of a remote file is requested when it is read, since lists are long."""
    return Listed(url) if url.startswith(REMOTE) else version_of(url)


def version_of(url: str) -> Listed:
    """Return the size and version of a file; raise UnreachableError if they are not available."""
    with reached(url):
        files, path = url_to_fs(url)
        facts: dict[str, Any] = files.info(path)
    etag = facts.get("ETag") or facts.get("etag") or facts.get("mtime")
    size = facts.get("size")
    return Listed(url, None if size is None else int(size), str(etag) if etag else None)
