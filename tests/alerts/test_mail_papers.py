"""Tests that a mail names what was issued, from quotes and headlines as publishers write them."""

from datetime import date
from typing import Any

import pytest

from config import Config
from tests.alerts.letters import item
from tracker.alerts.compose.paper_kinds import paper

CASES = [
    # Titles
    ("zh", "国务院印发《关于深入实施“人工智能+”行动的意见》，提出六大行动。", "opinions", "意见"),
    ("zh", "工信部等八部门印发《“人工智能+制造”专项行动实施意见》。", "implementation opinions", "实施意见"),
    ("zh", "五部门发布了《关于开展零碳工厂建设工作的指导意见》。", "guiding opinions", "指导意见"),
    ("zh", "现将《新型储能规模化建设专项行动方案（2025—2027年）》印发给你们。", "an action plan", "行动方案"),
    ("zh", "国家数据局等部门关于印发《“数据要素×”三年行动计划（2024—2026年）》的通知", "an action plan", "行动计划"),
    ("zh", "印发《民爆行业落实〈国家智能制造标准体系建设指南〉实施方案》", "an implementation plan", "实施方案"),
    ("zh", "国家发展改革委制定了《全国统一大市场建设指引（试行）》，现予印发。", "guidelines", "指引"),
    ("zh", "民航局印发《低空航线划设管理办法（试行）》。", "measures", "管理办法"),
    ("zh", "工信部公开征求意见，发布《智能网联汽车准入管理规定（征求意见稿）》。", "a draft for comment", "征求意见稿"),
    ("zh", "根据《“十四五”智能制造发展规划》，三部门印发《智能工厂梯度培育要素指南》。", "guidelines", "指南"),
    ("zh", "为落实《制造业中试创新发展实施意见》，现就有关工作通知如下。", "", ""),
    # Texts without a title
    ("zh", "工业和信息化部办公厅关于组织开展2026年度智能工厂梯度培育行动的通知", "a notice", "通知"),
    ("zh", "商务部、财政部等七部门印发通知，进一步做好汽车以旧换新工作，提高补贴标准。", "a notice", "通知"),
    ("zh", "证监会发布科创板八条措施", "measures", "措施"),
    ("zh", "2026年国家先进制造业集群名单公布", "a list", "名单"),
    ("zh", "三项智能网联汽车强制性国家标准正式发布", "standards", "标准"),
    ("zh", "我国首个氢能产业中长期发展规划出台", "a development plan", "规划"),
    ("zh", "国务院召开常务会议。", "", ""),
    # English
    ("en", "The State Council on Tuesday issued opinions on the AI Plus initiative.", "opinions", "意见"),
    ("en", "China unveiled a guideline on the in-depth implementation of AI Plus.", "a guideline", "指导文件"),
    ("en", "NDRC releases guidelines on building a unified national market", "guidelines", "指引"),
    (
        "en",
        "Eight departments have jointly rolled out an action plan for AI in factories.",
        "an action plan",
        "行动方案",
    ),
    ("en", "The implementation plan, released by MIIT, runs to 2027.", "an implementation plan", "实施方案"),
    ("en", "It issued a notice on the 15th Five-Year Plan for smart manufacturing.", "a notice", "通知"),
    ("en", "The regulator published a mandatory standard for automated driving.", "a standard", "标准"),
    ("en", "MIIT published a list of 35 clusters.", "a list", "名单"),
    ("en", "MIIT published a draft guideline to solicit public opinions.", "a draft for comment", "征求意见稿"),
    ("en", "The ministry promulgated measures for low-altitude routes.", "measures", "措施"),
    ("en", "High-standard opening up was released from its plan-like frame", "", ""),
    ("en", "The plan was discussed at length by many people.", "", ""),
]


@pytest.mark.parametrize(("language", "text", "en", "zh"), CASES, ids=[case[1][:24] for case in CASES])
def test_a_text_states_what_was_issued(language: str, text: str, en: str, zh: str) -> None:
    assert paper(((language, text),), "en") == en
    assert paper(((language, text),), "zh") == zh


def test_the_chinese_text_is_asked_first() -> None:
    english = ("en", "China issued a guideline on AI Plus.")
    assert paper((english, ("zh", "国务院印发《关于“人工智能+”行动的意见》")), "en") == "opinions"
    assert paper((english, ("zh", "国务院召开会议。")), "en") == "a guideline"


@pytest.mark.parametrize(
    ("language", "fields", "written"),
    [
        (
            "en",
            {"stage": "draft", "comment_until": date(2025, 9, 30)},
            "State Council published a draft for comment, comments until 30 Sep 2025",
        ),
        (
            "zh",
            {"stage": "draft", "comment_until": date(2025, 9, 30)},
            "国务院发布征求意见稿，意见反馈截至2025年9月30日",
        ),
        ("en", {"stage": "draft"}, "State Council published a draft for comment"),
        ("en", {"stage": "adopted"}, "State Council adopted opinions"),
        ("zh", {"stage": "adopted"}, "国务院审议通过意见"),
        ("en", {"stage": "repealed", "act": "mentioned"}, "State Council repealed a paper"),
        ("en", {"stage": "issued"}, "State Council issued opinions"),
    ],
)
def test_a_mail_names_the_stage_of_a_paper(config: Config, language: str, fields: dict[str, Any], written: str) -> None:
    assert item(config, language, **fields).deed == written
