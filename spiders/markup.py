"""Parse markup of pages, also of those whose end tags come before what they contain."""

import re
from typing import TYPE_CHECKING

from parsel import Selector

from spiders.charsets import MOST, text_of

if TYPE_CHECKING:
    from scrapy.http import TextResponse

_ENDS = re.compile(r"</(?:html|body)\s{0,20}>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def page_of(markup: str) -> Selector:
    """Return the root of a page. End tags of html and body are removed first: parsers drop what follows a stray one."""
    return Selector(text=_CONTROLS.sub(" ", _ENDS.sub("", markup)) or "<html></html>", type="html")


def page_in(response: "TextResponse") -> Selector:
    """Return the root of an HTML response, of its first MOST characters: a spider does not wait for an endless page."""
    return page_of(text_of(response)[:MOST])
