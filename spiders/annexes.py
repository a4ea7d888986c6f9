"""Find an article's annexes: the files that it links to, which often are the paper that it announces."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, compress, islice
from posixpath import basename
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from lxml.etree import _Element
from parsel import css2xpath

from config.schema.source import Source, hosts_hold
from db.models import Page
from spiders.charsets import decode
from spiders.keys import canonical_key
from spiders.markup import page_of
from spiders.nesting import around
from spiders.rows import Row, absolute, base_in, tidy
from spiders.sift import fetchable

MOST = 12
# Limits for pages that would keep us busy: links that are followed, elements that count as text.
MOST_LINKS, MOST_TEXTS = 2_000, 100
ENDINGS = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".ofd", ".wps")
LINKS = ("a", "iframe", "embed", "object")
_NEAR = 4
_ANNEX = re.compile(r"附\s?件|附\s?表|附\s?[：:]|(?:annex|appendix|attachment)\b", re.IGNORECASE)
_ANNEX_NAME = re.compile(r"fujian|appendix|attach|enclosure|\bfj\b|[-_]fj\b|annex", re.IGNORECASE)


class Parsed(NamedTuple):
    """An article's page, its elements, and the address to which its links are relative."""

    page: Page
    root: _Element
    base: str


def parsed(page: Page, content: bytes) -> Parsed:
    """Parse an article's page for its links."""
    markup = decode(content, page.content_type)
    return Parsed(page, page_of(markup).root, base_in(markup, page.url))


def annexes_of(article: Parsed, source: Source) -> dict[str, Row]:
    """Return the files on the source's hosts that an article links to, by the key of their own pages; at most MOST.

    These are the links that a layout declares as annexes, and links to files that are in a layout's text, lead to the
    article's own directory, or are called annexes wherever they are. A file's key begins with its article's, because
    two articles may link to one file.
    """
    page, root, base = article
    folder = urljoin(page.url, ".")
    declared = _matching(root, (layout.annexes for layout in source.layouts if layout.annexes), MOST_LINKS)
    files = list(islice(filter(_may_be_file, root.iter(*LINKS)), MOST_LINKS))
    selects = (select for layout in source.layouts for select in layout.text)
    texts = _matching(root, selects, MOST_TEXTS) if files else []
    led = [(node, url) for node, url in _led(files, base, source) if _is_file(node, url)]
    inside = set(compress(files, around(files, texts)))
    in_text = ((node, url) for node, url in led if node in inside)
    beside = ((node, url) for node, url in led if url.startswith(folder) or _is_named(node))
    found: dict[str, Row] = {}
    for node, url in chain(_led(declared, base, source), in_text, beside):
        key = f"{page.key}#{canonical_key(url)}"
        if key not in found:
            found[key] = Row(url, _title(node, url))
        if len(found) == MOST:
            break
    return found


def _matching(root: _Element, selects: Iterable[str], most: int) -> list[_Element]:
    """Return the first elements that each of the CSS selectors finds."""
    return [node for select in selects for node in root.xpath(f"({css2xpath(select)})[position() <= {most}]")]


def _led(nodes: Iterable[_Element], base: str, source: Source) -> Iterator[tuple[_Element, str]]:
    """Return the elements that link to the source's hosts, with the address; invalid addresses are skipped."""
    for node in nodes:
        link = _link(node)
        url = fetchable(source, absolute(base, link)) if link else ""
        if url and hosts_hold(source.hosts, urlsplit(url).hostname):
            yield node, url


def _link(node: _Element) -> str:
    # Requested by name: a page may have attributes whose names are invalid in XML, at which iterating over all fails.
    return next((link for name in ("href", "src", "data") if (link := node.get(name)) is not None), "")


def _title(node: _Element, url: str) -> str:
    """Return the link's title, otherwise its text, otherwise the file's name."""
    text = str(node.xpath("string()")) if node.tag == "a" else None
    return tidy(node.get("title")) or tidy(text) or unquote(basename(urlsplit(url).path))


def _may_be_file(node: _Element) -> bool:
    link = _link(node).lower()
    return any(ending in link for ending in ENDINGS) or _is_called_file(node)


def _is_called_file(node: _Element) -> bool:
    return (node.text or "").strip().lower().endswith(ENDINGS)


def _is_file(node: _Element, url: str) -> bool:
    """Decide whether an address ends like a file, or its link's text, or a value of its query: ?name=1.doc&id=0."""
    parts = urlsplit(url)
    values = (value for _, value in parse_qsl(parts.query)) if parts.query else ()
    return _is_called_file(node) or any(name.lower().endswith(ENDINGS) for name in (parts.path, *values))


def _is_named(node: _Element) -> bool:
    """Decide whether a link is called an annex by its text, or by an element around it: <ul class="fujian">."""
    if _ANNEX.match(str(node.xpath("string()")).strip()):
        return True
    near = islice(node.iterancestors(), _NEAR)
    return any(_ANNEX_NAME.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in near)
