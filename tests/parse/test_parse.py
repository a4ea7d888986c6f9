"""Tests making documents of pages: the general method on many families of sites, layouts, charsets, and robustness."""

import json
from html import escape
from pathlib import Path
from typing import Any

import pytest

from config.schema.source import Source
from db.beijing import in_beijing
from db.models import Document, Page
from tests.factories import refusing
from tests.factories.declared import HOME, source
from tests.tables import table
from tracker.parse.parser import parse
from tracker.pipeline.extract import extract_batch

TITLE = "市工信局召开重点工业企业座谈会"
PARAGRAPHS = (
    "为加快推进新型工业化，市工业和信息化局近日组织召开重点工业企业座谈会，听取企业对政策的意见和建议。",
    "会议指出，要坚持问题导向，聚焦产业链关键环节，支持企业加大研发投入，推动人工智能与制造业深度融合。",
    "会议要求，各区要强化协同，落实好各项惠企政策，切实帮助企业解决用地、用能、融资等方面的困难。",
)
NAVIGATION = '<div class="x1"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hd/">互动交流</a></div>'
FOOTER = "<div><p>主办单位：某某市人民政府办公室</p><p>网站标识码：1234560001　粤ICP备12345678号</p></div>"
HEAD = "<title>{title}_某某市人民政府门户网站</title>"
PAGES: dict[str, dict[str, Any]] = table(Path(__file__).with_name("pages.yaml"))


def markup(case: dict[str, Any]) -> str:
    text = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)
    parts = {
        "title": TITLE,
        "text": text,
        "lines": "<br>　　".join(PARAGRAPHS),
        "quoted": json.dumps(text)[1:-1],
        "escaped": escape(text),
    }
    head, body = (part.format(**parts) for part in (case.get("head", HEAD), case["html"]))
    return f"<html><head>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>"


def read(content: bytes | str, declared: Source | None = None, **page: Any) -> Document:
    stored = Page(**{"source": "example", "key": "1", "url": f"{HOME}/a/1.html", "sha256": "", **page})
    return parse(stored, content if isinstance(content, bytes) else content.encode(), declared)


def declared_with(layout: dict[str, Any]) -> Source:
    return Source.model_validate(source(layouts=[{"text": [".nowhere"]}, layout]))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_no_layout_is_read_whole(name: str) -> None:
    case = PAGES[name]
    document = read(markup(case))
    number = [case["number"]] if "above the text" in name else []
    assert document.text.split("\n") == [*number, *PARAGRAPHS]
    assert document.title == TITLE
    assert document.published is not None
    assert in_beijing(document.published, "day") == "2025-08-26"
    assert document.publisher == case["source"]
    assert (document.body, document.number) == (case.get("body"), case.get("number"))
    assert (document.layout, document.problem, document.language) == ("general", None, "zh")


@pytest.mark.parametrize(
    "line",
    [
        "来自全国各地的企业代表参加了会议。",
        "打印机行业要加快步伐，提升供应能力。",
        "未经许可，任何单位不得从事增值电信业务；违者依法处理。",
        "分享经济发展成果，让企业有更多获得感。",
        "访问企业期间，与会代表考察了生产线。",
        "关闭落后产能，腾出发展空间。",
        "最新数据显示，全市规模以上工业增加值增长百分之六。",
        "审核：由区局对申请材料进行审核，符合条件的，予以公示。",
        "附件：名单",
        "下届承办单位浙江某大学接受会旗",
        "2025年8月25日",
    ],
)
def test_text_is_not_cut_at_what_only_looks_like_the_end(line: str) -> None:
    ending = {"html": f"<h1>{{title}}</h1><p>2025-08-26 来源：某某社</p><div class=c>{{text}}<p>{line}</p></div>"}
    assert read(markup(ending)).text.split("\n") == [*PARAGRAPHS, line]


def test_an_english_page_is_read() -> None:
    document = read(
        "<title>City holds industry forum - Example Daily</title><div><a href=/>Home</a> <a href=/b>Business</a></div>"
        "<h1>City holds industry forum</h1><div>By A WRITER in Beijing "
        "| Example Daily | Updated: 2025-08-26 09:12</div>"
        "<div><p>The city held an industry forum on Monday, gathering company leaders and officials.</p>"
        "<p>Officials said that new policies would be issued before the end of the year.</p></div><div>Share</div>"
    )
    assert (document.title, document.publisher, document.language) == (
        "City holds industry forum",
        "Example Daily",
        "en",
    )
    assert document.text.count("\n") == 1
    assert document.precision == "minute"


def test_a_layout_goes_before_the_general_way() -> None:
    layout = {
        "text": [".empty", ".own"],
        "title": ".headline",
        "date": [".nothing::text", "#when"],
        "publisher": ".from",
        "number": {"select": "table", "regex": r"文号：(\S+)"},
        "body": "#who::text",
        "remove": [".widget"],
        "until": ["（完）"],
    }
    document = read(
        "<h1>另一个标题在这里</h1><b class=headline> 本页的标题 </b>"
        "<i id=when>发布：2025-08-26 17:30</i><i class=from>来源：某某社</i>"
        "<i id=who>某某部</i><table><tr><td>文号：某函〔2025〕1号</td></tr></table><div class=empty> </div>"
        f"<div class=own><p>{PARAGRAPHS[0]}</p><p class=widget>点此投票</p><p>第二段</p><p>（完）</p><p>之后</p></div>"
        f"<div class=other>{'别的文字，别的文字。' * 50}</div>",
        declared_with(layout),
    )
    assert document.text == f"{PARAGRAPHS[0]}\n第二段"
    assert (document.title, document.publisher, document.body) == ("本页的标题", "某某社", "某某部")
    assert (document.number, document.layout) == ("某函〔2025〕1号", "layout 2")
    assert document.published is not None
    assert in_beijing(document.published, document.precision or "") == "2025-08-26T17:30"


def test_what_a_layout_does_not_find_is_found_the_general_way() -> None:
    page = f"<h1>{TITLE}</h1><p>2025-08-26 来源：某某社</p><div class=own><p>{PARAGRAPHS[0]}</p></div>"
    document = read(page, declared_with({"text": [".own"], "title": ".gone", "date": ".gone"}))
    assert (document.title, document.publisher, document.precision) == (TITLE, "某某社", "day")


def test_a_page_that_fits_no_layout_is_marked() -> None:
    assert read(markup(PAGES["metas only"]), declared_with({"text": [".gone"]})).layout == "general"


@pytest.mark.parametrize("body", ["<img src=1.png>", "<iframe src=/1.pdf></iframe>", "<a href=1.docx></a>"])
def test_a_text_in_images_or_files_is_reported_where_a_layout_knows_the_place(body: str) -> None:
    page = f"<h1>{TITLE}</h1><div class=own>{body}</div>"
    assert read(page, declared_with({"text": [".own"]})).problem == "the text is in images or files"
    assert read(page).problem == "no text found"


@pytest.mark.parametrize(
    ("written", "declared", "content_type"),
    [
        ("gb18030", "gb2312", ""),
        ("gb18030", "", "text/html; charset=GBK"),
        ("gb18030", "", ""),
        ("utf-8", "gb2312", ""),
        ("utf-8", "", "text/html; charset=ISO-8859-1"),
        ("utf-16", "utf-8", ""),
        ("utf-8-sig", "gbk", ""),
        ("big5", "big5", ""),
        ("gb18030", "no-such-charset", ""),
    ],
)
def test_any_charset_is_read_whatever_is_declared(written: str, declared: str, content_type: str) -> None:
    said = "繁榮發展" if written == "big5" else PARAGRAPHS[0]
    meta = f"<meta charset='{declared}'>" if declared else ""
    page = f"<html><head>{meta}</head><body><div id=zoom><p>{said * 3}</p></div></body></html>"
    assert said in read(page.encode(written), content_type=content_type).text


def test_the_list_helps_where_the_page_says_nothing() -> None:
    document = read(
        f"<div id=zoom><p>{PARAGRAPHS[0]}</p></div>",
        listed_title="列表里的标题",
        listed_date="2025/08/26",
        url=f"{HOME}/a",
    )
    assert document.title == "列表里的标题"
    assert document.published is not None
    assert in_beijing(document.published, document.precision or "") == "2025-08-26"


def test_the_address_gives_a_month_and_no_more() -> None:
    document = read(f"<h1>{TITLE}</h1><div id=zoom><p>{PARAGRAPHS[0]}</p></div>", url=f"{HOME}/202508/content_1.htm")
    assert document.precision == "month"


def test_html_inside_json_is_read() -> None:
    told = {"success": True, "data": {"title": TITLE, "html": f"<p>{PARAGRAPHS[0]}</p>"}}
    document = read(json.dumps(told))
    assert (document.title, document.text) == (TITLE, PARAGRAPHS[0])


WORD = "<html><head><title>市工信局</title><style>p{}</style></head><body>{}</body></html>"
JSON: list[Any] = [
    {"data": {"docTitle": f"{TITLE}\n", "publishDate": "2025-08-26 17:35:08", "docSource": "办公室", "docClob": WORD}},
    {
        "result": {
            "info": {"title": TITLE, "pub_time": 1756200908000, "source": "办公室", "content": "{}"},
            "more": [{}],
        }
    },
]


@pytest.mark.parametrize("told", JSON)
@pytest.mark.parametrize("wrap", ["{}", "call({});"])
def test_title_date_and_source_in_json_are_read(told: Any, wrap: str) -> None:
    article = json.dumps(told).replace("{}</body>", f"<p>{PARAGRAPHS[0]}</p></body>")
    article = article.replace('"{}"', json.dumps(f"<p>{PARAGRAPHS[0]}</p>"))
    document = read(wrap.replace("{}", article))
    assert (document.title, document.text, document.publisher) == (TITLE, PARAGRAPHS[0], "办公室")
    assert document.published_in_beijing == "2025-08-26T17:35:08"


PAPER = "某某市人民政府关于印发人工智能产业发展若干措施的通知"


@pytest.mark.parametrize(("line", "title"), [(PAPER, PAPER), ("各区人民政府：", "某某市人民政府")])
def test_the_title_of_a_paper_in_its_text_is_that_of_a_page_without_another(line: str, title: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    text = f"<p><b>{line}</b></p><p>某政发〔2025〕3号</p>{text}"
    body = f"<div class=a><p>发布时间：2025-08-26</p><div id=zoom>{text}</div></div>"
    assert read(f"<title>某某市人民政府</title>{body}").title == title


def test_a_labelled_title_keeps_its_first_bracket() -> None:
    register = "<table><tr><td>名称</td><td>（转载）关于座谈会的通知</td><td>索引号</td><td>1</td></tr></table>"
    page = f"<html><body>{register}<div class=nr><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div></body></html>"
    assert read(page).title == "（转载）关于座谈会的通知"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        bytes(range(256)) * 400,
        b"<div>" * 100_000,
        b"<b><i><font>" * 30_000,
        b"{" * 10_000,
        b'{"data": []}',
        b"%PDF-1.7 \xff\xfe",
        "【来源：".encode() * 20_000,
        b"<table><tr><td>" * 2_000,
        b'<script>"' + b"\\\\" * 100_000,
        b"<title>" + b"a-" * 100_000,
    ],
    ids=lambda content: repr(content[:12]),
)
def test_nothing_breaks_it(content: bytes) -> None:
    document = read(content)
    assert document.problem
    assert not document.problem.startswith("cannot be read")


def test_the_real_pages_are_read(shared: Path) -> None:
    """A title, a date and most of the snippets of every page, without a layout; bench/extraction.py has the figures."""
    labels = shared / "pages" / "articles.jsonl"
    told = {label["id"]: label for label in map(json.loads, labels.read_text(encoding="utf-8").splitlines())}
    found = missing = leaked = 0
    for page in extract_batch(labels, {}, refusing.nothing):
        label, text = told[page["id"]], "".join(page["text"].split())
        found += all((page["title"], page["published"][:10] == label["published"][:10], page["layout"] == "general"))
        missing += sum("".join(part.split()) not in text for part in label["with"])
        leaked += sum("".join(part.split()) in text for part in label["without"])
    assert (found, missing, leaked) == (len(told), 0, 0)
