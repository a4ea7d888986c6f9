"""Test Chinese news by families of wording: all kinds of papers, past periods, choices, and the body of an item."""

from datetime import date

import pytest

import config
from tests.tag.sayings import said
from tracker.pipeline.analyze import analyze

TODAY = date(2026, 9, 24)
ACTS = [
    # A headline may have a blank where a sentence has a comma.
    ("bio-manufacturing", "issued", "浙江印发生物制造产业行动方案 力争2028年产值突破3000亿元"),
    ("pilot-test-platforms", "issued", "工信部出台若干措施 支持中试平台建设"),
    # Standards, announcements and local law are papers; so is a paper that a congress passes or a ministry revises.
    ("intelligent-connected-vehicles", "issued", "市场监管总局发布12项智能网联汽车国家标准。"),
    ("humanoid-robots", "issued", "浙江出台全国首部人形机器人地方性法规。"),
    ("low-altitude-economy", "issued", "安徽省人大常委会会议表决通过《安徽省低空经济促进条例》。"),
    ("green-manufacturing", "issued", "工信部修订印发《绿色工厂评价管理办法》。"),
    # Effects of a paper since its release are not news of it.
    ("unified-market", "progress", "郑栅洁说，《全国统一大市场建设指引》印发后，各地清理了4200多件文件。"),
    # A past result was reached, more or less.
    ("new-materials", "progress", "去年全省新材料产业增长15%以上。"),
    ("new-energy-vehicles", "progress", "前8个月，新能源汽车销量增速达12%以上。"),
    ("charging-infrastructure", "progress", "到2025年底，全国充电桩总数达到2009万个。"),
    ("charging-infrastructure", "pledged", "到2027年底，全国充电桩总数达到2800万个以上。"),
    ("low-altitude-economy", "progress", "去年，浙江将低空经济列为重点培育产业，集聚企业300家。"),
    # A thing that goes into operation has been built.
    ("hydrogen", "progress", "山西首个氢能重卡走廊正式投运，沿线建成加氢站12座。"),
    ("little-giants", "designated", "我市5家企业获评第七批专精特新“小巨人”企业。"),
    ("manufacturing-innovation-centers", "designated", "国家制造业创新中心9月20日在武汉揭牌。"),
    ("high-tech-zones", "designated", "国务院近日批复同意盐城高新技术产业开发区升级为国家高新技术产业开发区。"),
]
# Sentences that look like one of these, and are not.
ACTS += [
    ("future-industries", "pledged", "抓好重大项目开工，加快建设算力枢纽，培育未来产业。"),
    ("new-energy-storage", "pledged", "推动新型储能项目并网运行，加快发展新型储能。"),
    ("little-giants", "pledged", "今年将支持2000家企业列入小巨人名单。"),
    ("industrial-internet", "pledged", "我们将继续把工业互联网纳入工作重点。"),
    ("hydrogen", "mentioned", "某市发布氢能招标公告，预算500万元。"),
    ("charging-infrastructure", "pledged", "截至2027年底，建成充电桩10万个以上。"),
    ("charging-infrastructure", "pledged", "一季度，充电桩产值预计增长10%左右。"),
]
BODIES = [
    ("other", "北京大学教授某某认为，要发展新质生产力。"),
    ("other", "中国汽车工程学会理事长某某建议，加快发展新质生产力。"),
]
RATES = ["同比上升22.7%", "同比上涨22.7%", "环比回升22.7%", "同比大增22.7%"]
ITEMS = (
    "【财政部：9月发行国债8000亿元】财政部公布，9月计划发行国债8000亿元，比上月多。\n"
    "【首批国家级零碳园区名单出炉】首批国家级零碳园区名单公布，52个园区入选。\n"
    "【证监会：完善制度】证监会表示，将完善退市制度，保护投资者。"
)


def test_a_figure_of_the_next_product_does_not_belong_to_this_one() -> None:
    text = "新能源汽车出口增长60%，锂电池出口增长26%，船舶出口增长18%。"
    assert [figure["value"] for figure in said(text, "new-energy-vehicles").figures] == [60]


@pytest.mark.parametrize(("initiative", "act", "text"), ACTS)
def test_the_act(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative, published=TODAY).act == act


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_the_body(body: str, text: str) -> None:
    assert said(text, "new-quality-productive-forces").body == body


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_of_whatever_verb_is_a_figure(rate: str) -> None:
    figures = said(f"8月新能源汽车产量133.3万辆，{rate}。", "new-energy-vehicles").figures
    assert [figure["value"] for figure in figures] == [133.3, 22.7]


def test_the_body_of_one_report_in_brackets_is_not_that_of_the_next() -> None:
    (line,) = analyze([{"id": "1", "published": "2026-09-24", "text": ITEMS}], config.load())
    assert [(mention["initiative"], mention["body"]) for mention in line["mentions"]] == [("zero-carbon-parks", None)]
