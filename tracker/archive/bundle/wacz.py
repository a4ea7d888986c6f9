"""Write pages as WACZ 1.1.1: a WARC with its index and a list of pages, which replayweb.page shows as they were.

Source: specs.webrecorder.net/wacz/1.1.1 and /cdxj/0.1.0.
"""

import gzip
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from tracker.archive.bundle.zipped import Zipped

VERSION = "1.1.1"
WARC = "data.warc.gz"
LINES_A_BLOCK = 3000
SOFTWARE = "policy-initiative-tracker"


@dataclass(frozen=True)
class Record:
    """One page in the WARC, and the place of its record there, in bytes; `digest` is that of its payload."""

    url: str
    fetched_at: datetime
    status: int
    content_type: str
    title: str | None
    offset: int
    length: int
    digest: str
    is_page: bool
    """Whether a reader would open it: an article, and no annex."""

    @property
    def stamp(self) -> str:
        """Its moment as 14 digits."""
        return self.fetched_at.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def write_wacz(file: Path, warc: Path, records: Sequence[Record], title: str, made_at: datetime | None) -> None:
    """Write a WACZ of a WARC whose records are given; the same give the same bytes."""
    index, blocks = _index(records)
    members = {
        "indexes/index.cdx.gz": index,
        "indexes/index.idx": blocks,
        "pages/pages.jsonl": _pages(records),
    }
    with Zipped(file) as zipped:
        resources = [_resource(f"archive/{WARC}", *zipped.add_file(f"archive/{WARC}", warc))]
        for name, content in members.items():
            resources.append(_resource(name, *zipped.add(name, content)))
        described = _json(
            {
                "profile": "data-package",
                "wacz_version": VERSION,
                "title": title,
                "software": SOFTWARE,
                **({"created": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")} if made_at else {}),
                "resources": resources,
            }
        )
        zipped.add("datapackage.json", described)
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
        zipped.add("datapackage-digest.json", _json(digest))


def surt(url: str) -> str:
    """Return an address as indexes sort it: cn,gov,miit)/a?b=1, without scheme and www, in small letters.

    Source: the algorithm of warcio.js and wabac.js, by which replayweb.page looks addresses up.
    """
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").split(".")
    if host[0].rstrip("0123456789") == "www" and len(host) > 1:
        host = host[1:]
    port = f":{parts.port}" if parts.port and (parts.scheme, parts.port) not in (("http", 80), ("https", 443)) else ""
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{','.join(reversed(host))}{port}){parts.path or '/'}" + (f"?{query}" if query else "")


def _index(records: Sequence[Record]) -> tuple[bytes, bytes]:
    """Return the index in gzipped blocks, and the list of the blocks by their first lines."""
    lines = sorted(f"{surt(one.url)} {one.stamp} {json.dumps(_entry(one), ensure_ascii=False)}\n" for one in records)
    packed = io.BytesIO()
    head = {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}
    blocks = [f"!meta 0 {json.dumps(head)}\n"]
    for begin in range(0, len(lines), LINES_A_BLOCK):
        block = gzip.compress("".join(lines[begin : begin + LINES_A_BLOCK]).encode(), mtime=0)
        key, stamp, _ = lines[begin].split(" ", 2)
        place = {
            "offset": packed.tell(),
            "length": len(block),
            "digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
            "filename": "index.cdx.gz",
        }
        blocks.append(f"{key} {stamp} {json.dumps(place)}\n")
        packed.write(block)
    return packed.getvalue(), "".join(blocks).encode()


def _entry(one: Record) -> dict[str, str]:
    return {
        "url": one.url,
        "mime": one.content_type.partition(";")[0].strip() or "application/octet-stream",
        "status": str(one.status),
        "digest": one.digest,
        "length": str(one.length),
        "offset": str(one.offset),
        "filename": WARC,
    }


def _pages(records: Sequence[Record]) -> bytes:
    return b"".join(_page_lines(records))


def _page_lines(records: Sequence[Record]) -> Iterator[bytes]:
    yield _line({"format": "json-pages-1.0", "id": "pages", "title": "All pages"})
    for number, one in enumerate((one for one in records if one.is_page), 1):
        moment = one.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield _line({"id": f"page-{number}", "url": one.url, "title": one.title or one.url, "ts": moment})


def _resource(path: str, size: int, digest: str) -> dict[str, object]:
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{digest}", "bytes": size}


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
