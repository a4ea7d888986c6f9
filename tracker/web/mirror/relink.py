"""Turn a page of ours into a file: its links lead to files, and what needs a server is left out."""

from collections.abc import Iterator

import lxml.html

from tracker.web.mirror.file_names import SEARCH, between, file_of

# Scripts of the server's pages fetch; a file has only those of its search.
SERVED_ALONE = "dialog, .filters, .exports, main form, a.button, script, meta[property]"


def relink(html: bytes, file: str, language: str) -> tuple[bytes, list[str]]:
    """Return the page as the file `file` contains it, and the addresses of the pages that it links to."""
    page = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    for one in page.cssselect(SERVED_ALONE):
        one.drop_tree()
    for one in page.cssselect("nav a[data-key=compare], nav a[data-key=alerts]"):
        one.getparent().drop_tree()
    for one in page.cssselect("form.find"):
        one.set("action", between(file, file_of(f"{SEARCH}?lang={language}") or ""))
        for hidden in one.cssselect("input[type=hidden]"):
            hidden.drop_tree()
    leads_to = list(_follow(page, file))
    return _written(page), leads_to


def _follow(page: lxml.html.HtmlElement, file: str) -> Iterator[str]:
    """Make every link of ours one to a file, and return its target.

    A link to a page outside the mirror becomes its words.
    """
    for one in list(page.iter("a", "link")):
        address = one.get("href") or ""
        if not address.startswith("/"):
            continue
        target, fragment = address.partition("#")[0], address.partition("#")[2]
        its = file_of(target)
        if its is None:
            _unlink(one)
            continue
        one.set("href", between(file, its) + (f"#{fragment}" if fragment else ""))
        yield target


def _unlink(one: lxml.html.HtmlElement) -> None:
    if one.tag == "link":
        one.drop_tree()
    elif one.getparent() is not None and one.getparent().tag in ("svg", "g"):
        del one.attrib["href"]
    else:
        one.drop_tag()


def _written(page: lxml.html.HtmlElement) -> bytes:
    return bytes(lxml.html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8"))
