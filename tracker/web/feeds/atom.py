"""Write a feed as Atom (RFC 4287), in pages (RFC 5005), with the original as `via` of each entry."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

from tracker.text.printable import xml_text
from tracker.web.feeds.feed import Entry, Feed, one_line

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SUFFIX = ".atom"
MEDIA_TYPE = "application/atom+xml"


def atom(feed: Feed) -> bytes:
    """Return a page of a feed."""
    root = Element("feed", {"xmlns": ATOM})
    _text(root, "title", feed.title)
    _text(root, "id", feed.address(SUFFIX))
    _text(root, "updated", _moment(feed.updated))
    _link(root, "self", feed.address(SUFFIX), MEDIA_TYPE)
    _link(root, "alternate", feed.address(), "text/html")
    if feed.next:
        _link(root, "next", feed.address(SUFFIX, cursor=feed.next), MEDIA_TYPE)
    for entry in feed.entries:
        _add(root, feed, entry)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(root: Element, feed: Feed, entry: Entry) -> None:
    node = SubElement(root, "entry", {LANGUAGE: entry.language})
    _text(node, "id", feed.name_of(entry))
    _text(node, "title", entry.title)
    _text(node, "updated", _moment(entry.updated))
    if entry.day:
        _text(node, "published", f"{entry.day}T00:00:00+08:00")
    _text(SubElement(node, "author"), "name", entry.author)
    _link(node, "alternate", f"{feed.home}{entry.page}")
    if entry.via:
        _link(node, "via", entry.via)
    for term in entry.tags:
        SubElement(node, "category", {"term": xml_text(term)})
    _text(node, "summary", entry.summary)
    content = SubElement(node, "content", {"type": "html"})
    content.text = "".join(_content(entry))


def _content(entry: Entry) -> Iterator[str]:
    """Yield the quotes in both languages, what they state, and what people corrected, as markup."""
    for language, text, url in entry.quotes:
        cite = f' cite="{escape(xml_text(url))}"' if url else ""
        yield f'<blockquote lang="{language}"{cite}>{escape(xml_text(text))}</blockquote>'
    if entry.points:
        yield f"<ul>{''.join(f'<li>{escape(xml_text(point))}</li>' for point in entry.points)}</ul>"
    for sentence in entry.corrected:
        yield f"<p>* {escape(xml_text(sentence))}</p>"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = xml_text(one_line(text))


def _link(parent: Element, rel: str, href: str, media_type: str | None = None) -> None:
    SubElement(parent, "link", {"rel": rel, "href": xml_text(href), **({"type": media_type} if media_type else {})})


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
