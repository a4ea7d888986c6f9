"""Tests finding the rows of undeclared list pages, by repeated links, and of JSON lists."""

import json
from datetime import date
from pathlib import Path

import pytest
from parsel import Selector

from spiders.json_rows import json_html, json_rows
from spiders.repeats import linked_rows
from tests.factories import refusing
from tracker.pipeline.extract import extract_batch, extract_rows

BASE = "https://www.example.gov.cn/xw/"
AROUND = (
    '<ul class="nav"><li><a href="/a/">政务公开信息目录栏目</a></li><li><a href="/b/">互动交流领导信箱</a></li></ul>',
    "<div class=hot><ul>{}</ul></div><div class=foot><a href='/f/'>中国政府网门户网站链接</a></div>".format(
        "".join(f"<li><a href='/x/t2025080{n}_1.html'>侧栏热点新闻标题之第{n}条</a></li>" for n in range(1, 8))
    ),
)
DATED = {
    "date after the link": '<li><a href="./t{n}.html">{title}</a><span>2025-08-1{n}</span></li>',
    "full title in an attribute": '<li><a href="t{n}.html" title="{title}">{short}...</a>'
    "<span>[2025/08/1{n}]</span></li>",
    "date before the link": '<li><i>2025年8月1{n}日</i><a href="t{n}.html">{title}</a></li>',
    "rows of a table": '<tr><td>{n}</td><td><a href="t{n}.html">{title}</a>'
    "</td><td>市工信局</td><td>2025-08-1{n}</td></tr>",
    "day in large type": "<div><b>1{n}</b><i>2025-08</i>"
    '<a href="t{n}.html"><h4>{title}</h4></a><p>摘要，说明。</p></div>',
    "month before the day": '<div><i>2025-08</i><b>1{n}</b><a href="t{n}.html">{title}</a></div>',
    "date inside the link": '<li><a href="t{n}.html"><span>{title}</span><span>2025-08-1{n}</span></a></li>',
    "column before the link": '<li><a href="/tz/">[通知公告]</a> <a href="t{n}.html">{title}</a>'
    "<em>2025.08.1{n}</em></li>",
    "picture, title and more": '<div><a href="t{n}.html">'
    '<img></a><h3><a href="t{n}.html">{title}</a></h3>'
    '<p>摘要，说明。<a href="t{n}.html">[详细]</a></p><span>2025-08-1{n} 10:00</span></div>',
    "date in a sentence": '<div class="row{n}"><p><a href="t{n}.html">{title}</a>'
    "</p><p>发布时间：2025年08月1{n}日 来源：某局</p></div>",
    "other rows inside": '<li><a href="t{n}.html">{title}</a>'
    "<span>2025-08-1{n}</span>"
    '<div class="pop"><ul><li><a href="r{n}.html">有关负责同志答记者问之{n}</a></li></ul></div></li>',
    "date below a heading": '<h4 class="t"><a href="t{n}.html">{title}</a></h4>'
    '<div class="info"><span>2025/8/1{n} 7:51:00</span><span>312次浏览</span></div><p>8月1日，会议召开。</p>',
    "date above in a list of terms": '<dt>2025-08-1{n}</dt><dd><a href="t{n}.html">{title}</a></dd>',
    "cells without a row": '<li class="c"><a href="t{n}.html">{title}</a></li><li class="t">2025-08-1{n}</li>',
    "one link with a heading": '<a href="t{n}.html" title="{title}"><img><div><h2>{title}</h2>'
    "<p>会议指出，要坚持问题导向。</p><span>2025-08-1{n}　　张三</span></div></a>",
    "state before the title": '<li><a href="t{n}.html"><span class="title"><span>[进行中]</span> - {title}</span>'
    "<span>2025-08-1{n}</span></a></li>",
    "day in large type in the link": '<li><a href="t{n}.html"><div><b>1{n}</b><span>2025-08</span></div>'
    '<div class="tt">{title}</div></a></li>',
    "opened by a script": "<li><a href='javascript:;' onclick='window.open(\"t{n}.html\")'>{title}</a>"
    "<span>2025-08-1{n}</span></li>",
    "location set by a script": "<li><a href='javascript:window.location.href=\"t{n}.html\"'>{title}</a>"
    "<span>2025-08-1{n}</span></li>",
    "year apart": '<li><div><b>08-1{n}</b><i>2025</i></div><a href="t{n}.html">{title}</a></li>',
    "year before the day": '<li><div><i>2025</i><b>08-1{n}</b></div><a href="t{n}.html">{title}</a></li>',
    "date and source in the link": '<li><a href="t{n}.html"><dl><dt>{title}</dt>'
    "<dd>2025-08-1{n} 10:20 来源：某某网</dd></dl></a></li>",
    "number of the row": '<li><a href="t{n}.html"><i>{n}</i><span>{title}</span></a><span>2025-08-1{n}</span></li>',
    "marked words": '<li><a href="t{n}.html"><span>{short}<em>{rest}</em></span><i>2025-08-1{n}</i></a></li>',
    "summary in the link": '<li><a href="t{n}.html"><p class="a">{title}</p>'
    '<p class="b">会议听取了第{n}次汇报，研究部署下一步工作，并对有关事项作出安排。</p>'
    "<span>2025-08-1{n}</span></a></li>",
    "summary linked as well": '<li><div class="tt"><a href="t{n}.html">{title}</a></div>'
    '<div class="text"><a href="t{n}.html">会议听取了第{n}次汇报，研究部署下一步工作，并对有关事项作出安排。</a></div>'
    "<span>2025-08-1{n}</span></li>",
    "other brackets in the attribute": '<li><a href="t{n}.html" title="{title}（试行）">{title}(试...</a>'
    "<span>2025-08-1{n}</span></li>",
    "no year": '<li><a href="t{n}.html">{title}</a><span>[08-1{n}]</span></li>',
    "no year, in the link": '<li><a href="t{n}.html"><span>{title}</span><i>8月1{n}日 10:20</i></a></li>',
    "day first": '<li><i>1{n}/08/2025</i><a href="t{n}.html">{title}</a></li>',
    "date in the address only": '<li><a href="/xw/202508/t2025081{n}_{n}.html">{title}</a></li>',
}


def titled(number: int) -> str:
    return f"关于印发第{number}号工业发展行动方案的通知"


def listed(row: str, count: int = 9) -> str:
    rows = (row.format(n=n, title=titled(n), short=titled(n)[:9], rest=titled(n)[9:]) for n in range(count))
    tag = "table" if row.startswith("<tr") else "ul"
    return f"<{tag} class='list'>{''.join(rows)}</{tag}>"


def page(rows: str) -> Selector:
    return Selector(f"<html><body>{AROUND[0]}<div class=main>{rows}</div>{AROUND[1]}</body></html>")


@pytest.mark.parametrize("name", DATED)
def test_the_rows_of_the_main_list_are_found(name: str) -> None:
    rows = linked_rows(page(listed(DATED[name])), BASE)
    marked = "（试行）" if "brackets" in name else ""
    assert [(row.title, row.date) for row in rows] == [(titled(n) + marked, f"2025-08-1{n}") for n in range(9)]
    assert all(row.url.startswith(BASE) for row in rows)


YEARLESS = [
    (["01-05", "12-29", "12-20", "11-04"], ["2026-01-05", "2025-12-29", "2025-12-20", "2025-11-04"]),
    (["[2024-03-01]", "02-29", "[02-28]"], ["2024-03-01", "2024-02-29", "2024-02-28"]),
    (["01-07", "1月6日 10:20", "1/12 8:00"], ["2025-01-07", "2025-01-06", "2025-01-12"]),
    (["02/09/2025", "28/08/2025"], ["2025-09-02", "2025-08-28"]),
    (["09/02/2025", "08/28/2025"], ["2025-09-02", "2025-08-28"]),
    (["02-09-2025", "01-09-2025"], ["2025-09-02", "2025-09-01"]),
    (["1/5", "2/5"], [None, None]),
    (["3.5", "02.30"], [None, None]),
]


@pytest.mark.parametrize(("printed", "dates"), YEARLESS)
def test_dates_are_completed_and_never_in_the_future(printed: list[str], dates: list[str | None]) -> None:
    rows = "".join(f'<li><a href="{n}.html">{titled(n)}</a><span>{day}</span></li>' for n, day in enumerate(printed))
    found = linked_rows(Selector(f"<ul class=list>{rows}</ul>"), BASE, date(2026, 1, 6))
    assert [row.date for row in found] == dates


def test_the_first_row_may_be_marked_up_otherwise() -> None:
    first = f'<li><img><div class="txt"><p><a href="0.html">{titled(0)}</a></p><i class="day">2025-08-26</i></div></li>'
    rows = "".join(f'<li><a href="{n}.html">{titled(n)}</a><span>08-2{n}</span></li>' for n in (5, 4, 1))
    aside = f'<li><div class="hot"><a href="/">{titled(9)}</a></div></li>'
    found = linked_rows(Selector(f"<ul>{first}{rows}{aside}</ul>"), BASE)
    assert [row.date for row in found] == ["2025-08-26", "2025-08-25", "2025-08-24", "2025-08-21"]


def test_a_link_home_among_the_rows_is_not_a_row() -> None:
    home = '<li><a href="/">某某市工业和信息化局门户网站</a><span>导航</span></li>'
    rows = listed(DATED["date after the link"], 3).replace("</ul>", f"{home}</ul>")
    assert len(linked_rows(page(rows), BASE)) == 3


def test_a_list_may_be_in_pieces() -> None:
    pieces = (
        listed(DATED["date after the link"], 4) + "<hr>" + listed(DATED["date after the link"].replace("./t", "u"), 3)
    )
    assert len(linked_rows(page(pieces), BASE)) == 7


def test_a_list_of_one_row_is_a_list_where_it_is_dated() -> None:
    assert len(linked_rows(page(listed(DATED["date after the link"], 1)), BASE)) == 1


def test_a_list_without_dates_is_found() -> None:
    rows = linked_rows(page(listed('<li><a href="post_{n}.html">{title}</a></li>', 12)), BASE)
    assert [row.date for row in rows] == [None] * 12


@pytest.mark.parametrize("index", ["", "index.html"])
def test_the_heading_of_rows_is_no_row(index: str) -> None:
    row = '<tr><td><a href="/xw/{part}/{n}/{index}">{title}</a><span>2025-08-1{n}</span></td></tr>'
    head = '<tr><td><a href="/xw/{part}/{index}">{part}类通知公告的全部工作信息</a></td></tr>'
    # Undated rows that are no folder of the next one stay.
    other = f'<tr><td><a href="/xw/other/1.html">{titled(99)}</a></td></tr>'
    parts = ""
    for part, few in ((1, range(3)), (2, range(3, 6))):
        rows_of = "".join(row.format(part=part, n=n, title=titled(n), index=index) for n in few)
        parts += f"<table class=list{part}>{head.format(part=part, index=index)}{rows_of}{other}</table>"
    # The page's menu links to the same folders.
    menu = "".join(f"<div class=left><p>{head.format(part=part, index=index)}</p></div>" for part in (1, 2))
    rows = linked_rows(page(menu + parts), BASE)
    assert [row.title for row in rows if row.date] == [titled(n) for n in range(6)]
    assert {row.title for row in rows if not row.date} == {titled(99)}


def test_a_dated_link_among_the_rows_is_one_however_short_it_is() -> None:
    row = '<li><a href="{n}.html">{title}</a><span>2025-08-1{n}</span></li>'
    titles = [titled(0), "概述", titled(2), titled(3)]
    rows = "".join(row.format(n=n, title=title) for n, title in enumerate(titles))
    undated = '<li><a href="9.html">说明</a></li><li><a href="8.html">更多</a><span>2025-08-18</span></li>'
    found = linked_rows(page(f"<ul class=list>{rows}{undated}</ul>"), BASE)
    assert [(one.title, one.date) for one in found] == [(title, f"2025-08-1{n}") for n, title in enumerate(titles)]


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<p>没有链接</p>",
        "<a href='/a'>首页</a>",
        "<a href='javascript:x()'>这是一个脚本的链接标题</a>",
    ],
)
def test_no_rows_where_there_is_no_list(markup: str) -> None:
    assert linked_rows(Selector(markup), BASE) == []


def test_links_in_links_without_end_are_bounded() -> None:
    nested = "".join(f'<div><a href="/{n}.html">{titled(n)}</a>' for n in range(600))
    assert len(linked_rows(Selector(nested), BASE)) <= 600


def test_json_rows_are_found_by_their_fields() -> None:
    told = {
        "data": {"list": [{"TITLE": "<em>一</em>条新闻", "URL": "/a/1.htm", "DOCRELPUBTIME": "2025-08-26"}, {"x": 1}]}
    }
    rows = json_rows("\ufeff\n" + json.dumps(told), BASE)
    assert rows is not None
    assert [(row.title, row.url, row.date) for row in rows] == [
        ("一条新闻", "https://www.example.gov.cn/a/1.htm", "2025-08-26")
    ]


@pytest.mark.parametrize("wrap", ["china({})", "/**/jQuery_1({});", "var list = {};", "window.data={}\n"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("focus_date", "2025-08-26 10:20:00"),
        ("pub_time", 1756180800),
        ("createdAt", "/Date(1756180800000)/"),
        ("pubTimeLong", 1756180800000),
    ],
)
def test_json_rows_in_a_call_have_dates_of_any_form(wrap: str, name: str, value: object) -> None:
    told = json.dumps({"data": {"list": [{"title": "一条新闻", "url": "/a/1.htm", name: value}]}}, ensure_ascii=False)
    rows = json_rows(wrap.replace("{}", told), BASE)
    assert rows is not None
    assert [(row.title, row.date) for row in rows] == [("一条新闻", "2025-08-26")]


def test_rows_that_parsers_do_not_see_are_rows() -> None:
    rows = "".join(
        f'<record><![CDATA[<li><a href="/{n}.html">{titled(n)}</a><i>2025-08-1{n}</i></li>]]></record>'
        for n in range(3)
    )
    hidden = f"<html><body><script type='text/xml'><recordset>{rows}</recordset></script></body></html>"
    assert [row["date"] for row in extract_rows(hidden.encode(), BASE)] == [f"2025-08-1{n}" for n in range(3)]


SCRIPTS = {
    "rows that are written": "<ul><script>document.write('<li><a href=\\'{n}.html\\' title=\"{title}\">{title}<\\/a>"
    "<span>2025-08-1{n}<\\/span><\\/li>');</script></ul>",
    "rows of an array": '<script>var menu = [{{"name": "首页", "url": "/"}}, {{"name": "新闻", "url": "/n/"}}]; '
    'var list = [{{"title": "{title}", "url": "{n}.html", "pubDate": "2025-08-1{n} 10:20:00"}}, '
    '{{"title": "工业经济运行情况新闻发布会", "url": "9.html", "pubDate": "2025-08-19"}}];</script>',
    "rows in the data of a page": '<script type="application/json">{{"props": {{"list": [{{"title": "{title}", '
    '"link": "{n}.html", "pubTime": 1754870400000}}, {{"title": "工业经济运行情况新闻发布会", "link": "9.html", '
    '"date": "2025-08-19"}}]}}}}</script>',
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_rows_that_scripts_show_are_rows(name: str) -> None:
    menu = '<ul class="nav"><li><a href="/a/">公开</a></li><li><a href="/b/">信箱</a></li></ul>'
    markup = SCRIPTS[name].format(n=1, title=titled(1))
    rows = extract_rows(f"<html><body>{menu}<div id=app></div>{markup}</body></html>".encode(), BASE)
    assert rows[0] == {"title": titled(1), "url": f"{BASE}1.html", "date": "2025-08-11"}
    assert len(rows) == (1 if "written" in name else 2)


def test_a_menu_in_a_script_is_no_list() -> None:
    menu = (
        '<script>var menu = [{"name": "政务公开目录", "url": "/a/"}, {"name": "办事服务指南", "url": "/b/"}];</script>'
    )
    assert extract_rows(f"<html><body>{menu}</body></html>".encode(), BASE) == []


def test_what_is_no_json_has_no_json_rows() -> None:
    assert json_rows("<html>", BASE) is None
    assert json_html("<html>") is None


def test_html_inside_json_is_found() -> None:
    assert json_html(json.dumps({"data": {"html": "<li><a href=1>x</a></li>"}})) == "<li><a href=1>x</a></li>"


def test_the_real_lists_give_all_their_rows(shared: Path) -> None:
    labels = shared / "pages" / "lists.jsonl"
    told = {label["id"]: label["rows"] for label in map(json.loads, labels.read_text(encoding="utf-8").splitlines())}
    for found in extract_batch(labels, {}, refusing.nothing):
        urls = {row["url"].partition(":")[2] for row in found["rows"]}
        assert {row["url"].partition(":")[2] for row in told[found["id"]]} <= urls
