"""Test pages that are a paper themselves, by their title and by what they say of themselves, and pages that are not."""

import pytest

from tests.tag.sayings import said

PAGES = [
    # The initiative, its act, the title and the text.
    ("low-altitude-economy", "issued", "湖南省低空经济发展三年行动方案",
     "湖南省低空经济发展三年行动方案\n\n(2025—2027年)\n\n为加快发展，结合我省实际，制定本方案。\n\n一、总体要求\n\n坚持创新驱动。"),
    ("hydrogen", "issued", "苏州市氢能产业发展规划（2025—2030年）",
     "为氢能产业规范有序发展，特编制本规划。\n\n一、发展基础\n\n我市建成加氢站16座。"),
    ("smart-manufacturing", "issued", "山西省智能制造促进办法",
     "第一条 为了促进智能制造，推动产业升级，制定本办法。\n\n第二条 本省行政区域内的有关活动适用本办法。"),
    ("new-quality-productive-forces", "pledged", "湖南省低空经济发展三年行动方案",
     "为深入实施“人工智能+”行动，加快培育和发展新质生产力，结合我省实际，制定本方案。\n\n一、总体要求"),
    # News of a plan that is still wanted, and a text whose title is no paper's.
    ("low-altitude-economy", "pledged", "代表建议制定低空经济发展行动方案", "代表建议，今年内制定低空经济行动方案。"),
    ("hydrogen", "progress", "苏州市氢能产业发展迅速", "我市建成氢能加氢站16座，同比增长20%。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "title", "text"), PAGES, ids=[f"{row[0]} {row[1]}" for row in PAGES])
def test_a_plan_that_says_of_itself_what_it_is_for_is_issued(initiative: str, act: str, title: str, text: str) -> None:
    assert said(text, initiative, title).act == act
