"""Tests which raw pages are parsed: every page in which a parser finds a term, and few others."""

import json
import random
from codecs import BOM_UTF16_LE
from pathlib import Path

import pytest

from bench.make_warc import page, pages
from config import Config
from db.models import Page
from tests.sizes import size
from tracker.backfill.promise import Promise, compile_promise, may_name
from tracker.parse.parser import parse
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.terms import find

ZH, EN = "国务院印发意见，深入实施“人工智能+”行动。", "The AI Plus initiative was launched."
TRADITIONAL = "國務院研究製造業與人工智能＋行動。"


@pytest.fixture(scope="module")
def rules(config: Config) -> Rules:
    """Return the rules that ship with the package."""
    return compile_rules(config)


@pytest.fixture(scope="module")
def promise(rules: Rules) -> Promise:
    """Return what pages are searched for by them."""
    return compile_promise(rules)


def entities(text: str, form: str) -> str:
    """Return a text whose Chinese is written in entities."""
    return "".join(sign if sign.isascii() else form.format(ord(sign)) for sign in text)


def marked(text: str, tag: str) -> str:
    """Return a text with something between every two of its signs."""
    return tag.join(text)


NAMED = {
    "utf-8": (ZH.encode(), "text/html"),
    "gb18030 declared": (f"<meta charset=gb2312><p>{ZH}".encode("gb18030"), "text/html"),
    "gb18030 in the header": (ZH.encode("gb18030"), "text/html; charset=GBK"),
    "gb18030 undeclared": (f"<p>{ZH * 9}</p>".encode("gb18030"), "text/html"),
    "big5 declared": (f"<meta charset=big5><p>{TRADITIONAL}".encode("big5", "xmlcharrefreplace"), "text/html"),
    "big5 undeclared": (f"<p>{TRADITIONAL * 9}</p>".encode("big5", "xmlcharrefreplace"), "text/html"),
    "utf-16 with its mark": (BOM_UTF16_LE + f"<p>{marked(ZH, '<b>')}</p>".encode("utf-16-le"), "text/html"),
    "utf-16 in the header": (f"<p>{ZH * 9}</p>".encode("utf-16-be"), "text/html; charset=utf-16be"),
    "decimal entities": (entities(ZH, "&#{};").encode(), "text/html"),
    "hexadecimal entities": (entities(ZH, "&#x{:x};").encode(), "text/html"),
    "capital hexadecimal entities": (entities(ZH, "&#X{:X};").encode(), "text/html"),
    "entities without ends": (entities(ZH, "&#{} ").encode(), "text/html"),
    "named entities": (b"the AI&nbsp;Plus&shy; initiative and &ldquo;more&rdquo;", "text/html"),
    "a tag between all": (marked(ZH, "<span class='x y'>").encode(), "text/html"),
    "comments between": (marked(ZH, "<!-- a <b>b</b> -->").encode(), "text/html"),
    "tags in attributes": (marked(ZH, '<a title="<i>">').encode(), "text/html"),
    "a script between": ("人工智能<script>let a = 1 < 2;</script>+行动".encode(), "text/html"),
    "a style between": ("人工智能\n <STYLE>.a > b {}</STYLE>+行动".encode(), "text/html"),
    "a stray sign before": ("if a < b then 人工<b>智能</b>+".encode(), "text/html"),
    "line ends": (b"artificial\r\n   intelligence\t\n plus", "text/html"),
    "a title in a meta": ('<meta name="ArticleTitle" content="国务院印发“人工智能&#43;”意见">'.encode(), "text/html"),
    "JSON of a portal": (json.dumps({"data": {"html": f"<p>{marked(ZH, '<b>')}</p>"}}).encode(), "application/json"),
    "JSON with quotes escaped": (b'{"title": "\\"new quality\\" productive forces", "content": "<p>a</p>"}', ""),
    "linked data": (
        b'<script type="application/ld+json">{"headline": "\\u4eba\\u5de5\\u667a\\u80fd+"}</script>',
        "text/html",
    ),
    "written by a script": (b"<script>document.write('\\u4eba\\u5de5\\u667a\\u80fd+')</script>", "text/html"),
    "full width": ("ＡＩ　Ｐｌｕｓ initiative".encode(), "text/html"),
    "a short word": (b"<p>on 6G networks", "text/html"),
    "a short word in cells": (b"<td>5</td><td>6<b>G</b></td><td>7</td>", "text/html"),
    "a short word with an unseen sign": (b"<p>the 6&#8203;G standard", "text/html"),
    "a short word in full width": ("<p>推进６Ｇ研发".encode(), "text/html"),
    "a plural": (b"<p>sales of NEVs rose", "text/html"),
}
SILENT = {
    "nothing": b"<p>The council heard reports on the harvest.",
    "a word within others": b"<p>They never knew; Geneva, ICVX and a6G.",
    "small letters": b"<p>nev, icv, 6g.",
    "addresses": b'<a href="/static/3a6g.js?nev=1" data-id="6G">x</a>',
    "colours and hashes": b"<style>.a6G0 {}</style><script src=/9f6g.js></script>",
}


@pytest.mark.parametrize("name", NAMED)
def test_what_a_parser_would_find_is_found(promise: Promise, name: str) -> None:
    assert may_name(*NAMED[name], promise)


@pytest.mark.parametrize("name", SILENT)
def test_what_names_nothing_is_left(promise: Promise, name: str) -> None:
    assert not may_name(SILENT[name], "text/html", promise)


def named(content: bytes, kind: str, rules: Rules) -> bool:
    """Decide whether parsing finds a term."""
    document = parse(Page(source="", key="1", url="https://example.org/1", sha256="", content_type=kind), content, None)
    return bool(find(f"{document.title}\n{document.text}", rules))


def test_nothing_is_lost_against_parsing_everything(promise: Promise, rules: Rules) -> None:
    made = [(url, content, kind) for url, content, kind, _ in pages(size(2_000, 60), size(1_000, 40), 3_000, seed=7)]
    found = [url for url, content, kind in made if named(content, kind, rules)]
    assert len(found) >= size(800, 30)
    assert [url for url, content, kind in made if url in found and not may_name(content, kind, promise)] == []


def test_every_term_is_found_however_it_is_written(promise: Promise, rules: Rules) -> None:
    draw = random.Random(3)
    terms = [
        (t, one.id) for one in rules.config.initiatives.values() for t in (*one.zh, *one.en) if not set(t) & set("[…")
    ]
    ways = ("{}", "b", "entities", "gb18030")
    lost = []
    for term, id_ in draw.sample(terms, size(len(terms), 60)):
        way = draw.choice(ways)
        text = {"b": marked(term, "<b></b>"), "entities": entities(term, "&#{};")}.get(way, term)
        charset = "gb18030" if way == "gb18030" else "utf-8"
        if not may_name(page(text, "zh", charset, 2_000, draw), f"text/html; charset={charset}", promise):
            lost.append((id_, term, way))
    assert lost == []


def test_real_pages(promise: Promise, rules: Rules, shared: Path) -> None:
    found = [file for file in sorted(shared.rglob("pages/**/*.html")) if named(file.read_bytes(), "", rules)]
    assert found
    assert [str(file) for file in found if not may_name(file.read_bytes(), "", promise)] == []
