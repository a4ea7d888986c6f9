"""Test the words of an initiative's statistics: their figures are its figures where a text names it nearby."""

from datetime import date

import pytest

from config.schema.initiative import Initiative
from tests.tag.sayings import RULES, said
from tracker.tag.figures.subjects import measures
from tracker.tag.patterns import pattern
from tracker.tag.sentences import Name
from tracker.tag.terms import find
from tracker.text.normalize import Span

TOLD = [
    # An investment, a subsidy, a bond, reported without the name.
    ("equipment-renewal", ["17.3 %"], "各地出台设备更新政策。上半年，设备工器具购置投资同比增长17.3%。"),
    ("equipment-renewal", ["2 万元", "1.5 万元"],
     "消费品以旧换新扩围。购买新能源乘用车补贴2万元，购买燃油乘用车补贴1.5万元。"),
    ("new-energy-vehicles", ["2 万元"],
     "消费品以旧换新扩围。购买新能源乘用车补贴2万元，购买燃油乘用车补贴1.5万元。"),
    ("equipment-renewal", ["1500 亿元"], "以旧换新扩围。国家安排1500亿元超长期特别国债资金。"),
    # Measures behind their number.
    ("industrial-internet", ["8000 count"], "工业互联网覆盖全部工业大类。全国5G工厂超过8000家。"),
    ("low-altitude-economy", ["17000 count"],
     "The low-altitude economy took off. There were more than 17,000 unmanned aerial vehicle operators."),
    # Where the text names it only afterwards, but in no other item.
    ("industrial-internet", ["8000 count"], "全国5G工厂超过8000家。工业互联网应用广泛。"),
    ("low-altitude-economy", ["1260000 count"],
     "China had 1.26 million drones. The low-altitude economy is a blue ocean, experts say."),
    ("equipment-renewal", [],
     "1、以旧换新政策加力扩围，各地组织开展形式多样的促消费活动。\n"
     "2、农业农村部介绍，农民种粮每亩补贴120元，已经全部发放到户。\n"
     "3、市场监管总局发布公告，加强食品安全监管，守护公众健康安全。\n"
     "4、交通运输部发布消息，暑期全国公路客流量保持平稳有序增长。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "figures", "text"), TOLD)
def test_a_figure_of_its_statistics_is_a_figure_of_the_initiative(
    initiative: str, figures: list[str], text: str
) -> None:
    assert [f"{f['value']:.12g} {f['unit']}" for f in said(text, initiative).figures] == figures


MANY_THINGS = "\n我们坚持人民至上，用心办好民生实事，让群众的获得感更加充实、更有保障、更可持续。" * 30
FAR_ON = [
    ("2026年某某省政府工作报告", "以旧换新带动消费20亿元。", ["20 亿元"]),
    ("以旧换新有关情况", "以旧换新带动消费20亿元。", ["20 亿元", "3 万元"]),
]


@pytest.mark.parametrize(("title", "text", "figures"), FAR_ON)
def test_a_measure_pages_later_is_of_other_things_but_in_what_is_on_the_initiative(
    title: str, text: str, figures: list[str]
) -> None:
    mention = said(f"{text}{MANY_THINGS}\n每家补贴3万元。", "equipment-renewal", title)
    assert [f"{f['value']:.12g} {f['unit']}" for f in mention.figures] == figures


OF_PARTS = [
    # The sentence before would have its plan or result go on.
    ("力争取得更大成绩。\n去年我们攻坚克难：新增智能工厂45家，产量分别增长49.8%、11.9%，社会消费品零售总额增长6.1%。",
     "result"),
    ("我们取得了新的成绩。\n今年要抓好以下工作：加快产业升级，新增智能工厂80家，推动数字转型，深化改革，扩大开放。",
     "target"),
    ("争取智能工厂专项资金12.5亿元、增长9.5%，带动消费791亿元，居全国第3位。", "result"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), OF_PARTS)
def test_a_figure_of_a_report_is_reached_or_aimed_at_as_its_part_says(text: str, kind: str) -> None:
    mention = said(text, "smart-manufacturing", "2026年某某省政府工作报告", published=date(2026, 1, 20))
    assert {f["kind"] for f in mention.figures} == {kind}


def test_a_title_names_it_for_the_whole_text() -> None:
    text = "设备工器具购置投资同比增长17.3%。"
    assert not list(measures(text, [Span(0, len(text))], [], {"equipment-renewal"}, RULES.measures))
    named = f"大规模设备更新显效。{text}"
    names = [Name(hit.initiative, hit.start, hit.end) for hit in find(named, RULES)]
    (found,) = measures(named, [Span(0, len(named))], names, (), RULES.measures)
    assert named[found.start : found.end] == "设备工器具购置投资"
    assert found.measure


def test_the_words_are_written_like_terms() -> None:
    words = pattern(("charging [gun|point]", "充电枪"))
    assert [m[0] for m in words.finditer("charging guns, charging point, recharging point, 充电枪")] == [
        "charging guns",
        "charging point",
        "充电枪",
    ]
    with pytest.raises(ValueError, match="every bracket closed"):
        Initiative(id="x", names={"en": "x", "zh": "x"}, en="an initiative", zh="倡议", measured_by=["[a|b"])
