"""Tests that untrusted bytes become text: in the charset that fits, and never by a codec that is not a charset."""

import pytest
from scrapy.http import HtmlResponse

from config.schema.source import SourceList
from spiders.charsets import charset_of, decode, text_of
from spiders.listing import read
from tests.factories.declared import LISTED

TEXT = "国务院办公厅关于加快发展新质生产力的意见，现印发给你们，请认真贯彻执行。" * 3
NO_CHARSETS = ["punycode", "idna", "hex", "zlib", "bz2", "base64", "rot13", "undefined", "unicode_escape", "utf-7"]
CHARSETS = [
    ("gb2312", "gb18030"),
    ("GBK", "gb18030"),
    ("x-gbk", None),
    ("UTF8", "utf-8"),
    ("iso-8859-1", "cp1252"),
    ("big5", "big5"),
    ("Shift_JIS", "shift_jis"),
    ("windows-1251", "cp1251"),
    ("nonsense", None),
    ("", None),
    ("../../etc/passwd", None),
    ("a\x00b", None),
]


@pytest.mark.parametrize(("label", "codec"), CHARSETS + [(label, None) for label in NO_CHARSETS])
def test_a_charset_is_one_of_the_web(label: str, codec: str | None) -> None:
    assert charset_of(label) == codec


@pytest.mark.parametrize("label", NO_CHARSETS)
def test_a_page_that_declares_no_charset_is_read_as_browsers_show_it(label: str) -> None:
    declared = f"<meta charset={label}>"
    assert decode(f"{declared}{TEXT}".encode("gb18030")) == declared + TEXT
    assert decode(TEXT.encode("gb18030"), f"text/html; charset={label}") == TEXT


@pytest.mark.parametrize("label", ["punycode", "zlib", "hex"])
def test_a_list_that_declares_no_charset_has_its_rows(label: str) -> None:
    body = f'<ul><li><a href="/a/1.html">{TEXT}</a></li></ul>'.encode("gb18030")
    headers = {"Content-Type": f"text/html; charset={label}"}
    response = HtmlResponse("https://www.example.gov.cn/news/", body=body, headers=headers)
    assert TEXT in text_of(response)
    [row] = read(response, SourceList.model_validate(LISTED)).rows
    assert (row.url, row.title) == ("https://www.example.gov.cn/a/1.html", TEXT)


def test_a_list_in_the_charset_that_it_declares_is_read_in_it() -> None:
    body = "<p>café</p>".encode("latin-1")
    response = HtmlResponse("https://x/", body=body, headers={"Content-Type": "text/html; charset=iso-8859-1"})
    assert text_of(response) == "<p>café</p>"


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO-8859-1", "windows-1252", "ascii"])
def test_chinese_text_is_read_although_a_western_charset_is_declared(label: str) -> None:
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    content_type = f"text/html; charset={label}"
    body = (declared + TEXT).encode("gb18030")
    assert decode(body, content_type) == declared + TEXT
    assert text_of(HtmlResponse("https://x/", body=body, headers={"Content-Type": content_type})) == declared + TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Élargi à l’Île-de-France : « déjà » 12 % de plus, naïveté ; Œuvre d’août ça et là " * 5,
        "Größe, Maß und Öl: die Übergänge für 2026 kosten 5\xa0€ – „so“ heißt es überall. " * 5,
    ],
)
def test_western_text_stays_western(text: str) -> None:
    assert decode(text.encode("cp1252"), "text/html; charset=iso-8859-1") == text


def test_a_list_whose_header_declares_another_charset_is_read() -> None:
    body = f"<p>{TEXT}</p>".encode("gb18030")
    response = HtmlResponse("https://x/", body=body, headers={"Content-Type": "text/html; charset=utf-8"})
    assert TEXT in text_of(response)


@pytest.mark.parametrize("cut", [1, 2])
def test_utf_8_that_ends_in_the_middle_of_a_character_is_utf_8(cut: int) -> None:
    assert decode(f"<title>{TEXT[:9]}".encode()[:-cut]) == f"<title>{TEXT[:8]}\ufffd"
