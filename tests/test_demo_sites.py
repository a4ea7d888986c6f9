"""The replica serves what the real sites serve: markup, encodings, lists and stages, on loopback alone."""

import http.client
import json
import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from parsel import Selector

from tracker.demo.content import Article, Site, sites
from tracker.demo.markup import render
from tracker.demo.page import Page
from tracker.demo.replica import Replica, pages
from tracker.demo.server import serve

ARTICLE = re.compile(
    r"/art_[0-9a-f_]+\.html$|/t\d{8}_\d+\.html?$|/content_(?:WS)?[0-9a-f]+\.html?$|/\d{4}/\d{4}/c\d+-\d+\.html$"
    r"|/\d+\.shtml$|/[0-9a-f]{32}/c\.html$|/c_\d+\.htm$|/content\.s?html$|/WS[0-9a-f]{24}\.html$"
    r"|/detail-\w+\.shtml$|/p\.html$|/\d{20,}/index\.html$"
)
HREF = re.compile(r"href=[\"']?([^\"'\s>]+)|<(?:link|loc)>([^<]+)<")
CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")
EVIL = "<b>bold</b> & \"quoted\" <script>alert('x')</script>"
STAGES = (1, 2)
ALL = [(site, article) for site, articles in sites().values() for article in articles]


def selector_of(page: Page) -> Selector:
    """The page as a browser reads it: by the charset of its header, else by the one that it declares."""
    said = CHARSET.search(page.type.encode()) or CHARSET.search(page.content)
    return Selector(page.content.decode(said[1].decode() if said else "utf-8"))


def strings_in(value: object) -> Iterator[str]:
    """Every string inside JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings_in(inner)


def addresses_in(page: Page) -> Iterator[str]:
    """Every address of an article that a page links, those inside JSON, feeds and data stores included."""
    text = page.content.decode("utf-8-sig", "replace")
    told = list(strings_in(json.loads(text))) if "json" in page.type else [text]
    links = [part for piece in told for found in HREF.findall(piece) for part in found if part]
    for link in links + [piece for piece in told if " " not in piece]:
        if ARTICLE.search(urlsplit(unescape(link)).path):
            yield urljoin(page.url, unescape(link))


@pytest.mark.parametrize("stage", STAGES)
def test_every_article_that_a_page_links_is_served(stage: int) -> None:
    replica = Replica(stage)
    links = {link for page in pages(stage) for link in addresses_in(page)}
    assert len(links) > 100
    assert [link for link in links if replica.find(link) is None] == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_article_stands_in_a_list(stage: int) -> None:
    linked = {re.sub("^http:", "https:", link) for page in pages(stage) for link in addresses_in(page)}
    standing = {article.url for _, article in ALL if article.at(stage)}
    assert {re.sub("^http:", "https:", url) for url in standing} <= linked


def test_there_is_enough_to_tell() -> None:
    first = ["global-times", "miit", "ndrc", "gov-cn", "english-gov-cn"]
    assert sum(len(sites()[name][1]) for name in first) >= 44
    ids = [(site.id, article.id) for site, article in ALL]
    urls = [article.url for _, article in ALL]
    assert len(set(ids)) == len(ids)
    assert len(set(urls)) == len(urls)


@pytest.mark.parametrize(("site", "article"), ALL, ids=lambda value: value.id)
def test_an_article_is_served_as_it_is_declared(site: Site, article: Article) -> None:
    page = Replica(article.since).find(article.url)
    assert page is not None
    declared = CHARSET.search(page.content)
    charset = article.charset or site.charset
    assert declared is not None
    assert declared[1].decode().lower() == charset
    if site.says_charset:
        assert page.type == f"text/html; charset={charset}"
    text = " ".join(selector_of(page).css("body ::text").getall())
    assert all(paragraph in text for paragraph in [article.title, *article.paragraphs])


MARKUP = [
    (
        "miit",
        "miit-briefing-2024-03",
        "h1#con_title::text",
        "赵志国：今年将启动“人工智能+”行动 以大模型带动工业升级",
    ),
    ("miit", "miit-briefing-2024-03", "#con_time::text", "发布时间：2024-03-26 17:40"),
    ("miit", "miit-briefing-2024-03", "meta[name=PubDate]::attr(content)", "2024-03-27 09:11"),
    ("miit", "miit-briefing-2024-03", "meta[name=ContentSource]::attr(content)", "工业和信息化部新闻办公室"),
    ("miit", "ai-manufacturing-2026", "span.xxgk-fwzh::text", "工信部联科〔2025〕279号"),
    (
        "miit",
        "clusters-2024",
        "div#con_con.ccontent p span::text",
        "日前，工业和信息化部公布2024年国家先进制造业集群名单，35个集群入选。",
    ),
    ("ndrc", "zero-carbon-parks-2025", "meta[name=PubDate]::attr(content)", "2025-07-08 11:00:00"),
    (
        "ndrc",
        "zero-carbon-parks-2025",
        "meta[name=ArticleTitle]::attr(content)",
        "国家发展改革委等部门关于开展零碳园区建设的通知",
    ),
    ("ndrc", "zero-carbon-parks-2025", ".article_con > .TRS_Editor p::text", "　　发改环资〔2025〕910号"),
    ("ndrc", "zero-carbon-parks-2025", "table.enclosure a::text", "零碳园区建设基本条件"),
    (
        "gov-cn",
        "ai-plus-opinions-2025",
        "meta[name=firstpublishedtime]::attr(content)",
        "2025-08-26-17:00:02",
    ),
    ("gov-cn", "ai-plus-opinions-2025", "meta[name=manuscriptId]::attr(content)", "7037862"),
    (
        "gov-cn",
        "ai-plus-opinions-2025",
        "table.bd1 td:contains('发文字号') + td::text",
        "国发〔2025〕11号",
    ),
    (
        "gov-cn",
        "ai-plus-opinions-2025",
        "table.bd1 td:contains('成文日期') + td::text",
        "2025年08月21日",
    ),
    (
        "gov-cn",
        "ai-plus-opinions-2025",
        "table.bd1 td:contains('发布日期') + td::text",
        "2025年08月26日",
    ),
    (
        "gov-cn",
        "ai-plus-opinions-2025",
        "#UCAP-CONTENT div.TRS_UEDITOR p::text",
        "国务院关于深入实施“人工智能+”行动的意见",
    ),
    ("gov-cn", "ai-plus-news-2025", ".pages-date span.font-zyygwj::text", "来源： 新华社"),
    (
        "global-times",
        "ai-plus-2025",
        "div.article_title::text",
        "China releases guideline on AI Plus initiative, targets 90% adoption by 2030",
    ),
    ("global-times", "ai-plus-2025", "span.pub_time::text", "Published: Aug 26, 2025 10:15 PM"),
    ("global-times", "robot-games-2025", ".author_name::text", "Li Na"),
    (
        "english-gov-cn",
        "work-report-2024",
        "div.Artical_Title::text",
        "China to launch AI Plus initiative, government work report says",
    ),
    ("english-gov-cn", "work-report-2024", ".Artical_Info span.date::text", "Updated: March 5, 2024 12:30"),
    ("english-gov-cn", "work-report-2024", "meta[name=publishdate]::attr(content)", "2024-03-05"),
    ("english-gov-cn", "work-report-2024", "meta[name=source]::attr(content)", "Xinhua"),
]


def article_page(site_id: str, article_id: str, stage: int) -> Page:
    """The page of an article by its id."""
    article = next(article for article in sites()[site_id][1] if article.id == article_id)
    page = Replica(stage).find(article.url)
    assert page is not None
    return page


@pytest.mark.parametrize(("site_id", "article_id", "css", "expected"), MARKUP)
def test_articles_have_the_real_markup(site_id: str, article_id: str, css: str, expected: str) -> None:
    assert selector_of(article_page(site_id, article_id, 1)).css(css).get() == expected


def test_odd_markup_is_kept() -> None:
    assert b"<div class=TRS_Editor><style" in article_page("ndrc", "zero-carbon-parks-2025", 1).content
    assert "<br /><br />" in article_page("global-times", "ai-plus-2025", 1).content.decode()
    gbk = article_page("ndrc", "data-elements-2024", 1)
    assert "数据要素×".encode("gbk") in gbk.content


LISTS = [
    (
        "https://www.ndrc.gov.cn/xwdt/xwfb/",
        "ul.u-list > li > a::attr(href)",
        r"\./\d{6}/t\d{8}_\d+\.html|\.\./.*",
    ),
    ("https://www.ndrc.gov.cn/xwdt/xwfb/", "ul.u-list > li > span::text", r"\d{4}/\d\d/\d\d"),
    ("https://www.ndrc.gov.cn/xwdt/xwfb/index_1.html", "ul.u-list > li > a::attr(href)", r"\.{1,2}/.*"),
    (
        "https://www.gov.cn/lianbo/bumen/home.htm",
        "div.list.list_1.list_2 > ul > li h4 > a::attr(href)",
        r".*content_\d+\.htm",
    ),
    ("https://www.gov.cn/lianbo/bumen/", "div.list.list_1.list_2 h4 > span.date::text", r"\d{4}-\d\d-\d\d"),
    (
        "https://www.globaltimes.cn/source/economy/index.html",
        ".level01_list ul > li .list_info a.new_title_ms::attr(href)",
        r".*/page/\d{6}/\d+\.shtml",
    ),
    (
        "https://www.globaltimes.cn/china/index.html",
        ".level01_list .source_time::text",
        r"By [\w ]+  \|  \d{4}/\d\d?/\d\d? \d\d?:\d\d:\d\d",
    ),
    (
        "https://english.www.gov.cn/policies/latestreleases/",
        ".list-container li a::attr(href)",
        r"//english\.www\.gov\.cn/.*/content_WS[0-9a-f]+\.html",
    ),
    (
        "https://english.www.gov.cn/news/page_2.html",
        ".list-container li a::attr(href)",
        r"//english\.www\.gov\.cn/.*",
    ),
]


@pytest.mark.parametrize(("url", "css", "form"), LISTS)
def test_lists_have_the_real_markup(url: str, css: str, form: str) -> None:
    page = Replica().find(url)
    assert page is not None
    found = selector_of(page).css(css).getall()
    assert found
    assert [value for value in found if not re.fullmatch(form, value)] == []


def test_an_empty_row_parts_the_groups() -> None:
    page = Replica().find("https://www.ndrc.gov.cn/xxgk/zcfb/tz/")
    assert page is not None
    assert selector_of(page).css("ul.u-list > li.empty")


def test_a_jpaas_shell_says_what_its_rows_are_asked_for_with() -> None:
    replica = Replica()
    shell = replica.find("https://www.miit.gov.cn/xwfb/gxdt/sjdt/index.html")
    assert shell is not None
    script = selector_of(shell).css("script[queryData]")
    query = json.loads((script.attrib["querydata"]).replace("'", '"'))
    assert query["tagId"] == "右侧内容"
    answers = [replica.find(unit_address(script.attrib["url"], query, number)) for number in (1, 2, 99)]
    first, second = (json.loads(answer.content) for answer in answers[:2] if answer)
    assert answers[2] is None
    assert first["success"] is True
    assert first["code"] == "200"
    rows = Selector(first["data"]["html"]).css(".page-content ul > li.cf")
    assert len(rows) == 5
    assert all(row.css("a.fl::attr(title)").get() and row.css("span.fr::text").get() for row in rows)
    assert first["data"]["html"] != second["data"]["html"]


def unit_address(path: str, query: dict[str, str], number: int) -> str:
    """The unit API's address for page `number` of a column."""
    inner = json.dumps({"pageNo": number, "pageSize": "24"})
    return f"https://www.miit.gov.cn{path}?{urlencode({**query, 'paramJson': inner})}"


def test_a_govcn_list_begins_with_a_byte_order_mark() -> None:
    page = Replica().find("https://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json")
    assert page is not None
    assert page.content.startswith(b"\xef\xbb\xbf")
    row = json.loads(page.content.decode("utf-8-sig"))[0]
    assert set(row) == {"TITLE", "SUB_TITLE", "URL", "DOCRELPUBTIME"}


@pytest.mark.parametrize("site_id", sorted(sites()))
def test_templates_escape_whatever_they_print(site_id: str) -> None:
    site = sites()[site_id][0]
    fields = dict.fromkeys(("title", "publisher", "author", "body", "number", "signed", "theme"), EVIL)
    evil = Article(
        id="evil",
        url=f"{site.home}x_1.html",
        time=datetime(2026, 1, 2, 3, 4),
        text=EVIL,
        annexes=(EVIL,),
        **fields,
    )
    for template in {article.template for article in sites()[site_id][1]}:
        text = render(site_id, template, site=site.model_copy(update={"aside": (EVIL,)}), article=evil, near=[evil])
        assert EVIL in "".join(Selector(text).css("body ::text").getall())
        assert "<script>alert" not in text
        assert "<b>bold" not in text


def test_the_second_stage_brings_revises_and_removes() -> None:
    replica = Replica(1)
    new, revised, gone = (
        next(article for _, article in ALL if chosen(article))
        for chosen in (lambda a: a.since == 2, lambda a: a.revised, lambda a: a.until == 1)
    )
    before = [replica.find(article.url) for article in (new, revised, gone)]
    replica.advance()
    after = [replica.find(article.url) for article in (new, revised, gone)]
    assert [page is None for page in before] == [True, False, False]
    assert [page is None for page in after] == [False, False, True]
    assert before[1] != after[1]
    replica.advance()
    assert replica.stage == 2


def ask(replica: Replica, method: str, target: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Send one request line to the replica as it stands; give status, headers and content."""
    address = urlsplit(replica.url).netloc
    connection = http.client.HTTPConnection(address, timeout=10)
    try:
        connection.request(method, target, headers=headers)
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_the_server_answers_as_a_proxy_and_as_the_site() -> None:
    with serve(stage=1) as replica:
        assert urlsplit(replica.url).hostname == "127.0.0.1"
        url = "http://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json"
        status, headers, content = ask(replica, "GET", url)
        assert status == 200
        assert ask(replica, "GET", "/zhengce/zuixin/ZUIXINZHENGCE.json", Host="www.gov.cn")[2] == content
        assert ask(replica, "GET", url, **{"If-None-Match": headers["etag"]})[0] == 304
        assert ask(replica, "GET", "http://www.example.org/")[0] == 404
        assert ask(replica, "GET", "http://www.gov.cn/robots.txt")[2].count(b"Disallow") == 6
        assert replica.asked[0] == url
        assert ask(replica, "POST", "/__advance")[2] == b"stage 2\n"
        assert replica.stage == 2
