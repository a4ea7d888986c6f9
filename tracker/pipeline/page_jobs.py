"""Turn pages into documents and documents into mentions as jobs of the bounded process."""

import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from config import Config
from config.schema.source import Source
from db.models import Document, Page
from spiders.annexes import annexes_of, parsed
from spiders.further import further_of
from tracker.explain.act_rules import rule_namer
from tracker.parse import parser, records
from tracker.stories.names import Names, compile_names
from tracker.stories.pending import items_of
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.tagger import NameRule, tag


def prepare(config: Config) -> Mapping[str, Callable[..., Any]]:
    """Return the jobs by name, with the rules compiled."""
    return {
        "parse": partial(_parse, config.sources),
        "tag": partial(_tag, compile_rules(config), rule_namer(config.words), compile_names(config)),
    }


def document_of_page(page: Page, content: bytes, source: Source | None) -> Document:
    """Return the document of a page: read by its source's layouts, or as it is if it is a record."""
    if page.content_type == records.CONTENT_TYPE:
        try:
            return records.parse(page, content)
        except ValueError as error:
            return parser.unread(page, error)
    return parser.parse(page, content, source)


def _parse(
    sources: Mapping[str, Source], facts: Mapping[str, Any], zipped: bytes, annexed: bool
) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the document of a page, and if it has annexes the keys of the linked further pages and annexes."""
    page, content = Page(**facts), zlib.decompress(zipped)
    source = sources.get(page.source)
    document = document_of_page(page, content, source)
    further, links = list[str](), list[str]()
    if source and annexed:
        article = parsed(page, content)
        further, links = list(further_of(article, source)), list(annexes_of(article, source))
    return document.model_dump(mode="json"), further, links


def _tag(
    rules: Rules, name_rule: NameRule, names: Names, facts: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], str | None, int]:
    """Return the mentions of a document, each with the rule that gave its act, and what its story is found by."""
    document = Document(**facts)
    mentions = tag(document, rules, name_rule)
    items = items_of(document, mentions, names)
    stored = b64encode(items.stored).decode() if items.stored else None
    return [mention.model_dump(mode="json") for mention in mentions], stored, items.number
