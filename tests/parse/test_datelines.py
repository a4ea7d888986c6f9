"""Tests that a line of date, source and the like at the head of a text is read, and that lines of the text stay."""

import pytest

from db.models import Document, Page
from tests.factories.declared import HOME
from tracker.parse.general.datelines import is_dateline
from tracker.parse.parser import parse

CHINESE = (
    "为加快推进新型工业化，有关部门近日组织召开重点工业企业座谈会，听取企业对政策的意见和建议。",
    "会议指出，要坚持问题导向，聚焦产业链关键环节，支持企业加大研发投入，推动人工智能与制造业深度融合。",
)
ENGLISH = (
    "The city council opened a park for makers of batteries on the east bank of the river, with room for forty firms.",
    "Officials said that the first tenants would move in before the end of the year, and that rents would stay low.",
)
LINES = [
    ("日期：2025-08-26 | 来源：市工信局 | 阅读：12", "市工信局"),
    ("[ 2025-08-26 ] 来源：市工信局", "市工信局"),
    ("时间：2025-08-26 作者：办公室 来源：市工信局", "市工信局"),
    ("2025年08月26日 星期二 来源：市工信局", "市工信局"),
    ("稿源：市工信局 编辑：李明 2025-08-26 10:20", "市工信局"),
    ("www.example.gov.cn 2025-08-26 10:20 来源：市工信局 责任编辑：李明", "市工信局"),
    ("2025-08-26 10:20:00来源：市工信局浏览次数：2", "市工信局"),
    ("来源：市工信局（2025-08-26 10:20）", "市工信局"),
    ("市工信局　2025年8月26日　第3版", "市工信局"),
    ("二〇二五年八月二十六日　市工信局", "市工信局"),
    ("来源：市工信局网站成文日期：2025-08-20 发布时间：2025-08-26", "市工信局网站"),
    ("原创 市工信局 2025-08-26 10:20 打印", "市工信局"),
    ("信息发布时间: 2025-08-26 [大] [中] [小]", None),
    ("By Anna Smith / August 26, 2025", None),
    ("Posted on August 26, 2025 by admin", None),
    ("August 26, 2025 5 min read", None),
    ("(Example) 13:02, August 26, 2025", None),
    ("Source:Example Published: 2025/8/26 21:36:40", "Example"),
    ("Report | Aug 26, 2025", None),
]
KEPT = [
    "（2025年8月10日市人民政府第5次常务会议通过）",
    "2025年8月26日起施行的办法",
    "时间：2025年8月26日",
    "总理 李某 2025年8月26日",
    "August 14, 1935 was the day on which the act was signed.",
    "In Brief: What the Act of August 14, 1935 Said About Old Age and Work",
]


def read(text: str) -> Document:
    english = text.isascii()
    title, paragraphs = ("Council opens a park", ENGLISH) if english else ("工业企业座谈会召开", CHINESE)
    story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    content = f"<html><title>{title}</title><body><div class=s><h2>{title}</h2><p>{text}</p>{story}</div></body></html>"
    return parse(Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256=""), content.encode(), None)


@pytest.mark.parametrize(("line", "publisher"), LINES)
def test_a_line_of_date_and_source_inside_a_text_is_read_and_trimmed(line: str, publisher: str | None) -> None:
    document = read(line)
    assert document.text.split("\n") == [*(ENGLISH if line.isascii() else CHINESE)]
    assert (document.published_in_beijing or "")[:10] == "2025-08-26"
    assert document.publisher == publisher


@pytest.mark.parametrize("line", KEPT)
def test_a_line_that_says_more_is_text(line: str) -> None:
    assert not is_dateline(line)
    assert read(line).text.startswith(line)


@pytest.mark.parametrize(
    ("beginning", "publisher"),
    [
        ("新华社北京8月25日电（记者 李明）", "新华社"),
        ("据新华社北京8月25日电 ", "新华社"),
        ("财联社8月25日电，", "财联社"),
        ("湖南日报8月25日讯（记者 李明）", "湖南日报"),
        ("本报北京8月25日电 ", None),
        ("本网8月25日讯 ", None),
        ("某某报告8月25日起施行，", None),
        ("BEIJING, Aug. 25 (Xinhua) -- ", "Xinhua"),
        ("HEFEI, Aug. 25 (Example News) — ", "Example News"),
        ("Industry (Xinhua) and ", None),
    ],
)
def test_an_agency_that_begins_its_report_is_the_publisher_if_no_other_is_named(
    beginning: str, publisher: str | None
) -> None:
    title, paragraphs = (
        ("Council opens a park", ENGLISH) if beginning.isascii() or "—" in beginning else ("座谈会召开", CHINESE)
    )
    story = "".join(f"<p>{paragraph}</p>" for paragraph in (beginning + paragraphs[0], *paragraphs[1:]))
    content = f"<html><title>{title}</title><body><h2>{title}</h2><p>2025-08-26</p><div>{story}</div></body></html>"
    document = parse(Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256=""), content.encode(), None)
    assert document.publisher == publisher
    assert document.text.startswith(beginning.strip())
