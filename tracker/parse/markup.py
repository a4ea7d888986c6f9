"""Decode a page's bytes into markup, in their real charset, whatever the page declares."""

import re

from parsel import Selector

_ENDS = re.compile(r"</(?:html|body)\s{0,20}>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def page_of(markup: str) -> Selector:
    """Return the root of a page. End tags of html and body are removed first: parsers drop what follows a stray one."""
    return Selector(text=_CONTROLS.sub(" ", _ENDS.sub("", markup)) or "<html></html>", type="html")
