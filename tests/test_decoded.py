"""Stored pages are decoded as Scrapy decodes them, byte by byte the same, without Scrapy."""

import codecs

import pytest
from scrapy.http import HtmlResponse

from spiders.decoded import decoded
from spiders.rows import base_of

TEXT = "<title>国务院印发意见</title><base href='/a/'><p>加快发展低空经济，到2027年。</p>" * 3
DECLARED = "<meta charset='gb2312'>" + TEXT
BODIES = [
    b"",
    b"<p>plain</p>",
    TEXT.encode(),
    TEXT.encode("gb18030"),
    TEXT.encode("big5", "replace"),
    TEXT.encode("utf-16"),
    TEXT.encode("utf-16-le"),
    codecs.BOM_UTF8 + TEXT.encode(),
    codecs.BOM_UTF8 + DECLARED.encode(),
    DECLARED.encode("gb18030"),
    DECLARED.encode(),
    b"<?xml version='1.0' encoding='utf-8'?>" + TEXT.encode(),
    b"<meta charset='no-such'>" + TEXT.encode(),
    bytes(range(256)) * 4,
    b"<base href='http://[x'>",
]
TYPES = ["", "text/html", "text/html; charset=utf-8", "text/html;charset=GBK", "text/html; charset=no-such", "新"]


@pytest.mark.parametrize("content_type", TYPES)
@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body)[:30])
def test_a_page_is_decoded_as_scrapy_does(body: bytes, content_type: str) -> None:
    response = HtmlResponse("https://www.example.gov.cn/1", body=body, headers={"Content-Type": content_type})
    ours = decoded(response.url, body, content_type)
    assert (ours.text, ours.encoding) == (response.text, response.encoding)
    assert base_of(ours) == base_of(response)
