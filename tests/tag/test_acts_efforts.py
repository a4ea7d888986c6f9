"""Test English sentences on work under way, settings, shows and looks ahead, with similar Chinese ones."""

import pytest

from tests.tag.sayings import said

ENGLISH = [
    # Work of a place, with its product for an object, is a plan; something that speeds up by itself is not.
    ("quantum", "pledged", "Hefei is speeding up the development of new fields such as quantum technology."),
    ("equipment-renewal", "pledged", "Four provinces are stepping up large-scale equipment renewal."),
    ("new-quality-productive-forces", "progress", "The formation of new quality productive forces is accelerating."),
    ("new-materials", "progress",
     "It is also speeding up its ports and has built clusters of the new materials industry."),
    ("equipment-renewal", "progress",
     "The county has made great efforts to advance trade-ins of consumer goods this spring."),
    ("anti-involution", "pledged",
     "In view of the disorderly competition that has emerged in the sector, it is necessary to act, they noted."),
    ("future-industries", "pledged",
     "She called for upgrading trades in which China has an edge, and for early planning for future industries."),
    ("computing-infrastructure", "progress",
     "The port has joined the plan of the country, and has issued five local standards for green computing power."),
    ("charging-infrastructure", "progress", "The district builds 300 charging stations in its villages."),
    # A campaign is rolled out; a launch this year with other things is a start.
    ("ai-manufacturing", "launched", 'The "AI + Manufacturing" special campaign has been rolled out.'),
    ("ai-plus", "launched", 'This year, the country will widen its networks and launch an "AI Plus" initiative.'),
    ("smart-manufacturing", "pledged", "This year, it will widen smart manufacturing and launch a new fund."),
    ("commercial-space", "progress", "Commercial spaceflight grew, and rockets were launched one after another."),
    # The theme or the parts of an event; buyers; the field of a system; what is put to use in it.
    ("new-energy-vehicles", "mentioned",
     "Residents who scrap an old car and buy a new energy vehicle in the city get a subsidy of 15,000 yuan."),
    ("quantum", "progress", "Results in fields such as quantum technology emerge one after another."),
]  # fmt: skip

CHINESE = [
    ("industrial-chain-resilience", "pledged",
     "总书记肯定了江苏的成绩，希望江苏在科技创新上取得新突破，在强链补链延链上展现新作为。"),
    ("unified-market", "pledged", "发展改革委正牵头起草全国统一大市场建设条例。"),
    ("intelligent-connected-vehicles", "issued",
     "工信部已完成并报批国家标准《智能网联汽车安全要求》，自6月17日起公示。"),
    ("intelligent-connected-vehicles", "pledged",
     "八部门联合发文——印发《关于加快消费发展的实施意见》，扩大智能网联汽车等供给。"),
    ("new-energy-vehicles", "issued", "财政部等三部门近日发布公告，调整新能源汽车车船税优惠政策。"),
    ("new-energy-vehicles", "pledged", "财政部表示，将延续新能源汽车购置税减免政策。"),
    ("ai-manufacturing", "launched", "今年，河北开展大模型赋能钢铁行业专项行动，提质增效。"),
    ("humanoid-robots", "issued", "中国发布人形机器人顶层设计：一套标准首次覆盖全产业链。"),
    ("anti-involution", "pledged", "会议强调，要做好重点领域内卷治理。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "text"), [*ENGLISH, *CHINESE])
def test_an_effort_is_distinguished_from_a_setting(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act
