"""A server of files as stores of objects are: HEAD and GET with ranges, and, for S3, lists of what a bucket holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from tests.servers.listening import listening


@dataclass
class Objects:
    """`files` by path; `ends` says after how many bytes of a file the connection is cut, once."""

    files: dict[str, bytes] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    url: str = ""
    asked: list[str] = field(default_factory=list)


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def objects(self) -> Objects:
        return self.server.objects  # type: ignore[attr-defined, no-any-return]

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        if "list-type" in asked:
            self._list(urlsplit(self.path).path, asked.get("prefix", [""])[0])
        else:
            self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        self.objects.asked.append(f"{self.command} {path} {self.headers.get('Range', '')}".strip())
        content = self.objects.files.get(path)
        if content is None:
            self._send(404, b"")
            return
        heads = {"Accept-Ranges": "bytes", "ETag": f'"{hash(content):x}"', "Last-Modified": self.date_time_string(0)}
        if wanted := self.headers.get("Range"):
            first, _, last = wanted.removeprefix("bytes=").partition("-")
            end = min(int(last) + 1 if last else len(content), len(content))
            heads["Content-Range"] = f"bytes {first}-{end - 1}/{len(content)}"
            self._send(206, content[int(first) : end], heads, with_body=with_body)
        else:
            self._send(200, content, heads, with_body=with_body)

    def _send(self, status: int, body: bytes, heads: dict[str, str] | None = None, *, with_body: bool = True) -> None:
        self.send_response(status)
        for name, value in {**(heads or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        most = self.objects.ends.pop(unquote(urlsplit(self.path).path), None) if with_body else None
        if with_body:
            self.wfile.write(body[:most])
        if most is not None:
            self.close_connection = True
            self.connection.close()

    def _list(self, bucket: str, prefix: str) -> None:
        found = {path.removeprefix(f"{bucket.rstrip('/')}/"): data for path, data in self.objects.files.items()}
        rows = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{len(data)}</Size><ETag>&quot;{hash(data):x}&quot;</ETag>"
            "<LastModified>2026-10-01T00:00:00.000Z</LastModified></Contents>"
            for key, data in sorted(found.items())
            if key.startswith(prefix)
        )
        told = f"<IsTruncated>false</IsTruncated><Prefix>{escape(prefix)}</Prefix>{rows}"
        self._send(200, f"<ListBucketResult>{told}</ListBucketResult>".encode(), {"Content-Type": "application/xml"})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class has it
        """Say nothing."""


@contextmanager
def objects(**files: bytes) -> Iterator[Objects]:
    """A running server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    made = Objects(files, url=f"http://127.0.0.1:{server.server_port}")
    server.objects = made  # type: ignore[attr-defined]
    with listening(server):
        yield made
