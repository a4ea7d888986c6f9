"""Tests pages of media and accounts of no layout: who published them, when, and what the site adds around the text."""

from typing import Any

import pytest

from db.beijing import in_beijing
from db.models import Document, Page
from tests.factories.declared import HOME
from tracker.parse.general.issues import paper_of
from tracker.parse.general.partings import is_parting
from tracker.parse.parser import parse

TITLE = "我国充电设施总数超过1800万个"
PARAGRAPHS = (
    "国家能源局数据显示，截至2025年9月底，全国电动汽车充电设施总数达到1806.3万个，同比增长54.5%。",
    "其中，公共充电设施447.6万个，私人充电设施1358.7万个，额定总功率接近两亿千瓦，覆盖绝大多数县城。",
    "按照有关部门的方案，到2027年底，全国将建成2800万个充电设施，满足超过8000万辆电动汽车的充电需求。",
)
STORY = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)
HEAD = f"<h1>{TITLE}</h1><div class=info>2025-10-20 10:05</div>"
ENGLISH = (
    "China had 18.06 million charging facilities for electric vehicles at the end of September, up 54.5 percent.",
    "Of these, 4.47 million were public, the National Energy Administration said on Monday in Beijing.",
    "The country aims at 28 million facilities by the end of 2027, according to a plan of six departments.",
)


def read(body: str, *, english: bool = False, **page: Any) -> Document:
    title = "Charging network tops 18 million" if english else TITLE
    menu = "<div><a href=/>首页</a><a href=/news/>新闻</a><a href=/video/>视频</a></div>"
    content = f"<html><head><title>{title}</title></head><body>{menu}{body}</body></html>"
    return parse(Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256="", **page), content.encode(), None)


ISSUE = "《某某日报》（2025年10月20日　第 02 版）"
PROFILE = "<div id=user-info><h4><a href=/u>某某发布</a></h4><dl><dd>1234文章</dd><dd>5万总阅读</dd></dl></div>"
NETWORK = "<p>来源：网络</p>"
SOURCES = [
    (f"<h1>{TITLE}</h1><div class=story>{STORY}<p>{ISSUE}</p></div>", "某某日报"),
    (f"<h1>{TITLE}</h1><div class=story>{STORY}</div><div>《某某日报》2025年10月20日 第02版</div>", "某某日报"),
    (f"<div><h1>{TITLE}</h1><p>本报记者　李某<i>{ISSUE}</i></p><div id=text>{STORY}</div></div>", "某某日报"),
    (f"<h1>{TITLE}</h1><p>2025-10-20　来源：某某网</p><div class=story>{STORY}<p>{ISSUE}</p></div>", "某某网"),
    # An account, in its profile or by the class of its name.
    (f"{PROFILE}{HEAD}<div class=story>{STORY}</div>", "某某发布"),
    (f"<div><h4>某某发布</h4><dl><dd>1234文章</dd></dl></div>{HEAD}<div class=story>{STORY}</div>", None),
    (f"<p><i class=media-name>某某视野</i></p><p>1小时前</p>{HEAD}<div class=story>{STORY}</div>", "某某视野"),
    (f"<p><i class=wx_nickname>某某视野</i></p><p>1</p>{HEAD}<div class=story>{STORY}</div>", "某某视野"),
    (f"<p><i class=media-name>作者：李某</i></p><p>1</p>{HEAD}<div class=story>{STORY}</div>", None),
    # What names no one is the source of a page that names no one else.
    (f"{HEAD}<div class=story>{STORY}{NETWORK}</div>", "网络"),
    (f"{PROFILE}{HEAD}<div class=story>{STORY}{NETWORK}</div>", "某某发布"),
    (f"<h1>{TITLE}</h1><p>2025-10-20</p><p>来源：网络安全报</p><div class=story>{STORY}</div>", "网络安全报"),
    # A writer behind the medium.
    (f"<h1>{TITLE}</h1><p>2025-10-20　<span>来源：经济日报　　李某</span></p><div class=s>{STORY}</div>", "经济日报"),
    (
        f"<div class=s><h2>{TITLE}</h2><p>21世纪经济报道 李某 北京报道 <i>2025-10-20 10:05</i></p>{STORY}</div>",
        "21世纪经济报道",
    ),
    (
        f"<h1>{TITLE}</h1><p>2025-10-20　<span>来源：人民网 四川频道</span></p><div class=s>{STORY}</div>",
        "人民网 四川频道",
    ),
    # A script joins the label and a name that it has set; other names are unknown.
    (
        f"{HEAD}<p><script>var from='市能源局'; if (from) {{document.write('来源：' + from);}}</script></p>"
        f"<div>{STORY}</div>",
        "市能源局",
    ),
    (f'{HEAD}<p><script>document.write("来源：" + site.from);</script></p><div>{STORY}</div>', None),
]


@pytest.mark.parametrize(("body", "publisher"), SOURCES)
def test_the_publisher_is_found_where_media_print_it(body: str, publisher: str | None) -> None:
    document = read(body)
    assert (document.title, document.publisher) == (TITLE, publisher)
    assert document.published is not None
    assert in_beijing(document.published, "day") == "2025-10-20"
    assert document.text.split("\n") == [*PARAGRAPHS]


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("《 某某日报 》（ 2025年10月20日 02 版）", "某某日报"),
        ("某某 李某 《某某日报》2025年10月20日 第A02版", "某某日报"),
        ("《某某日报》2025年10月20日刊登了方案的全文。", None),
        ("据介绍，方案见《某某日报》2025年10月20日02版", None),
    ],
)
def test_a_line_that_names_an_issue_names_its_paper(line: str, paper: str | None) -> None:
    assert paper_of(line) == paper


HEADS = [
    "<p>原标题：充电设施数量继续增长</p>",
    "<p>全文共1024字，阅读大约需要3分钟</p>",
    "<p>推荐进入<a href=/data>某某数据库</a>，可随时查阅公司的变化。</p>",
    "<div class=video><p>视频：充电设施数量大幅增加</p></div>",
]


@pytest.mark.parametrize("line", HEADS)
def test_what_a_site_adds_above_a_text_is_not_of_it(line: str) -> None:
    assert read(f"{HEAD}<div class=story>{line}{STORY}</div>").text.split("\n") == [*PARAGRAPHS]


TAILS = [
    "<p>海量资讯、精准解读，尽在某某财经APP</p><p>责任编辑：李某</p>",
    "<p>本期编辑：石某、林某</p>",
    "<p>“特别声明：以上作品为平台用户上传并发布，本平台仅提供信息存储空间服务。</p><p>Notice: The content above.</p>",
    "<p>責任編輯：李某</p><p>相關閱讀</p><p><a href=x>全國公共充電樁的數量</a></p>",
    "<p>扫描二维码查看原文</p><p>长按识别二维码关注我们</p>",
    "<p>凡本网注明“来源：某某网”的所有作品，均为本网合法拥有版权的作品，未经授权不得转载。</p>",
    "<p>封面图片来源：某某图库</p><p>如需转载请与《某某日报》报社联系。未经授权，严禁转载或镜像，违者必究。</p>",
    "<p>该文观点仅代表作者本人，某某平台仅提供信息存储空间服务。</p>",
    "<p>此内容为某某网原创，著作权归某某网所有。</p>",
    "<p>（本文来源：某某财经，文中观点仅供参考，不构成投资建议。）</p>",
]


@pytest.mark.parametrize("tail", TAILS)
def test_what_a_site_adds_below_a_text_is_not_of_it(tail: str) -> None:
    assert read(f"{HEAD}<div class=story>{STORY}{tail}</div>").text.split("\n") == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "line",
    [
        "尽在一张卡片上的充电服务，将在年内推广到全国的高速公路服务区。",
        "任何单位和个人不得将补贴资金用于其他用途，不得截留、挪用。",
        "本办法所称成果的知识产权，按照合同的约定确定归属。",
        "封面上的照片拍摄于某地的一座充电站，那里每天有数千辆车经过。",
        "联系邮箱：charging@example.cn",
        "扫描二维码即可支付的充电设施，占到全国总数的九成以上，使用更加方便。",
    ],
)
def test_a_last_line_that_only_sounds_like_it_is_kept(line: str) -> None:
    assert not is_parting(line, PARAGRAPHS[-1])
    assert read(f"{HEAD}<div class=story>{STORY}<p>{line}</p></div>").text.split("\n") == [*PARAGRAPHS, line]


def test_a_rule_about_reprints_in_the_middle_of_a_text_is_kept() -> None:
    rule = "未经作者授权，任何网站不得转载作品，违者必究。"
    text = read(f"{HEAD}<div class=story><p>{rule}</p>{STORY}</div>").text
    assert text.split("\n") == [rule, *PARAGRAPHS]


FOOTERS = [
    "某某市人民政府主办，某某市数据管理局承办，地址：某某路1号，邮编：100000。",
    "本网站所有内容，未经书面同意，不能用于其他用途，谢谢合作。",
    "建议使用1024分辨率浏览，推荐使用新版软件，以获得更好的体验。",
    "We use cookies to improve your experience, and by continuing you accept our policy.",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_of_whole_sentences_does_not_outweigh_a_short_text(footer: str) -> None:
    text = "经研究决定，定于9月1日起在全市范围内开展充电设施安全检查。"
    document = read(f"{HEAD}<div class=story><p>{text}</p></div><div class=x9><p>{footer}</p><p>{footer}</p></div>")
    assert document.text == text


def test_who_holds_an_event_is_text() -> None:
    line = "大会由某某市人民政府主办，市数据管理局承办，地址：某某路1号。"
    text = read(f"{HEAD}<div class=story>{STORY}<p>{line}</p></div>").text
    assert text.split("\n") == [*PARAGRAPHS, line]


ENGLISH_TAILS = [
    "<p>Contact reporter Zhang San (zhang@example.com) and editor Li Si</p><p>Download our app to receive alerts.</p>",
    "<p>Editors: Li Si, Peter Thomas</p>",
    "<p>(Web editor: Zhang San, Li Si)</p>",
    "<p>zhang@example.com</p>",
]


@pytest.mark.parametrize("tail", ENGLISH_TAILS)
def test_what_an_english_site_adds_below_a_text_is_not_of_it(tail: str) -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in ENGLISH)
    head = (
        "<h1>Charging network tops 18 million</h1><div>By Zhang San and Li Si / Oct 20, 2025 06:32 PM / Economy</div>"
    )
    document = read(f"{head}<div class=story>{story}{tail}</div>", english=True)
    assert document.text.split("\n") == [*ENGLISH]
    assert (document.published_in_beijing, document.publisher) == ("2025-10-20T18:32", None)


def test_whom_the_writer_of_a_byline_works_for_is_the_publisher() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in ENGLISH)
    line = "By Zhang San (Example Daily) 18:32, October 20, 2025"
    document = read(f"<h1>Charging network tops 18 million</h1><div>{line}</div><div>{story}</div>", english=True)
    assert (document.publisher, document.published_in_beijing) == ("Example Daily", "2025-10-20T18:32")


def test_a_day_above_its_month_is_a_date() -> None:
    box = "<div class=day><b>20</b><span>2025-10</span></div>"
    document = read(f"<div>{box}<h1>{TITLE}</h1></div><p>来源：某某网</p><div class=story>{STORY}</div>")
    assert document.published_in_beijing == "2025-10-20"
