"""Choose the function that reads a kind of list."""

from collections.abc import Callable
from typing import Any

from config.schema.source import SourceList
from spiders import feed, jpaas, json_list, listing, paper, sitemap
from spiders.rows import Rows

READERS: dict[str, Callable[[Any, SourceList], Rows]] = {
    "listing": listing.read,
    "json_list": json_list.read,
    "jpaas": jpaas.read,
    "feed": feed.read,
    "sitemap": sitemap.read,
    "paper": paper.read,
}
