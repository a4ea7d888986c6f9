"""Makes files of web archives: records as crawlers write them, and broken ones."""

import gzip
import random
import zipfile
from collections.abc import Iterable
from pathlib import Path

from bench.make_warc import write


def record(kind: str, url: str, block: bytes, *heads: str, length: int | str | None = None) -> bytes:
    """A record byte for byte, whatever it says of its length."""
    said = len(block) if length is None else length
    lines = ("WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", *heads, f"Content-Length: {said}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(number: int, text: str | bytes, *heads: str, length: int | str | None = None) -> bytes:
    """A page of a site of ours."""
    content = text.encode() if isinstance(text, str) else text
    head = "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *heads, "", "")).encode()
    url = f"https://news.example.org/{number}.html"
    date = f"WARC-Date: 2026-10-{number % 27 + 1:02}T08:00:00Z"
    return record("response", url, head + content, date, "Content-Type: application/http", length=length)


def packed(*records: bytes) -> bytes:
    """Records in a gzip member each."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


BODIES = ("国务院", "工业和信息化部", "国家发展改革委", "科技部", "财政部")
PAPERS = ("深入实施“人工智能+”行动", "推动低空经济高质量发展", "加快发展新质生产力", "推进新型工业化")


def naming(number: int) -> str:
    """A page that names an initiative; another for each number."""
    body, paper = BODIES[number // 10 % 5], f"《关于{PAPERS[number // 50 % 4]}第{number}阶段的意见》"
    return (
        f"<html><head><title>{body}印发意见</title></head><body><h1>{body}印发意见</h1>"
        f"<p>2026-10-{number % 27 + 1:02}</p><div class='article'>"
        f"<p>{body}印发{paper}，提出到20{30 + number % 20}年普及率超过{number % 90 + 5}%。</p></div></body></html>"
    )


def silent(number: int, size: int = 0) -> str:
    """A page that names none, with a script of so many bytes that do not compress."""
    draw = random.Random(number)
    return f"<p>市场供应充足，第{number}日粮价平稳。</p><script>{draw.randbytes(size // 2).hex()}</script>"


def archive(file: Path, numbers: Iterable[int], every: int = 10, size: int = 4_000) -> Path:
    """A file with a page for each number, of which one in `every` names an initiative."""
    pages = (response(n, naming(n) if n % every == 0 else silent(n, size)) for n in numbers)
    file.write_bytes(packed(record("warcinfo", "", b"software: ours\r\n"), *pages))
    return file


def wacz(file: Path, **archives: bytes) -> Path:
    """A WACZ with archives by their names."""
    with zipfile.ZipFile(file, "w") as made:
        for name, data in archives.items():
            made.writestr(f"archive/{name}.warc.gz", data)
        made.writestr("datapackage.json", "{}")
    return file


def news(file: Path, pages: int, planted: int, seed: int = 1, size: int = 4_096) -> list[str]:
    """A file as CC-NEWS has them; give the addresses of the pages that name an initiative."""
    with file.open("wb") as stream:
        made = write(stream, 1 + 3 * pages, planted, size, seed)
    return list(made["planted"])
