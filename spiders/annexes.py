"""Finds an article's annexes: the files that it links, which often are the paper that it announces."""

from collections.abc import Iterable, Iterator
from itertools import chain
from posixpath import basename
from urllib.parse import unquote, urljoin, urlsplit

from parsel import Selector

from config.schema.source import Source
from db.models import Page
from spiders.decoded import decoded
from spiders.keys import canonical_key
from spiders.rows import Row, absolute, base_of, tidy
from spiders.sift import fetchable

MOST = 12
ENDINGS = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".ofd", ".wps")
LINKS = "a, iframe, embed, object"


def annex_rows(page: Page, content: bytes, source: Source) -> dict[str, Row]:
    """The files that an article's page links on the source's hosts, by the key of their own pages; at most MOST.

    These are the links that a layout declares as annexes, and those that end as files do and stand in a layout's
    text or lead into the article's own directory. A file's key begins with its article's, because two articles may
    link one file.
    """
    response = decoded(page.url, content, page.content_type)
    html, base, folder = Selector(response.text), base_of(response), urljoin(page.url, ".")
    declared = (html.css(layout.annexes) for layout in source.layouts if layout.annexes)
    texts = (html.css(select).css(LINKS) for layout in source.layouts for select in layout.text)
    in_text = (row for row in _rows(chain.from_iterable(texts), base, source) if _is_file(row.url))
    beside = (row for row in _rows(html.css(LINKS), base, source) if _is_file(row.url) and row.url.startswith(folder))
    found: dict[str, Row] = {}
    for row in chain(_rows(chain.from_iterable(declared), base, source), in_text, beside):
        found.setdefault(f"{page.key}#{canonical_key(row.url)}", row)
    return dict(list(found.items())[:MOST])


def _rows(nodes: Iterable[Selector], base: str, source: Source) -> Iterator[Row]:
    """Where elements lead, as far as that is on the source's hosts, and what they are called."""
    for node in nodes:
        link = next((node.attrib[name] for name in ("href", "src", "data") if name in node.attrib), "")
        url = fetchable(source, absolute(base, link)) if link else ""
        if urlsplit(url).hostname in source.hosts:
            yield Row(url, _title(node, url))


def _title(node: Selector, url: str) -> str:
    """The link's title, else its text, else the file's name."""
    text = node.xpath("string()").get() if node.root.tag == "a" else None
    return tidy(node.attrib.get("title")) or tidy(text) or unquote(basename(urlsplit(url).path))


def _is_file(url: str) -> bool:
    return urlsplit(url).path.lower().endswith(ENDINGS)
