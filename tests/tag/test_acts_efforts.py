"""English sentences on efforts under way, settings, shows and looks ahead, with Chinese ones met on the way."""

import pytest

from tests.tag.sayings import said

ENGLISH = [
    # An effort of a place, with what it makes for an object, is a plan; what speeds up by itself is not.
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
    # A campaign is rolled out; what this year will launch with other things is started.
    ("ai-manufacturing", "launched", 'The "AI + Manufacturing" special campaign has been rolled out.'),
    ("ai-plus", "launched", 'This year, the country will widen its networks and launch an "AI Plus" initiative.'),
    ("smart-manufacturing", "pledged", "This year, it will widen smart manufacturing and launch a new fund."),
    ("commercial-space", "progress", "Commercial spaceflight grew, and rockets were launched one after another."),
    # What an event is on, or is divided into; who buys; what a system is in; what is put to use in it.
    ("modern-industrial-system", "mentioned",
     "He said that the fair focuses on opening up and advancing the development of a modern industrial system."),
    ("digital-china", "mentioned", 'The summit, with the theme of "Digital China", will be held in April.'),
    ("new-industrialization", "mentioned",
     "To carry out what was asked at the Conference on New Industrialization, the notice follows."),
    ("intelligent-connected-vehicles", "mentioned",
     "The expo, which opened today, is divided into two parts: chips and intelligent connected vehicles."),
    ("data-elements-x", "mentioned",
     "The hall will put on display 100 cases of the use of data as a production factor in farming."),
    ("new-energy-vehicles", "mentioned",
     "Residents who scrap an old car and buy a new energy vehicle in the city get a subsidy of 15,000 yuan."),
    ("new-energy-vehicles", "mentioned",
     "For sectors such as new energy vehicles, the mills have rolled the first special steels."),
    ("future-industries", "mentioned",
     "Anhui is building a service system in fields such as chips and future industries, to bridge the gap."),
    ("intelligent-connected-vehicles", "mentioned",
     "State firms have deployed models in more than 500 scenes in sectors such as intelligent connected vehicles."),
    ("smart-manufacturing", "mentioned",
     "It will deepen the application of artificial intelligence in hospitals, smart manufacturing and other fields."),
    ("new-materials", "mentioned",
     "They will promote the integration of energy technology with sensors, new materials and other technologies."),
    ("low-altitude-economy", "mentioned", "New majors were set up, such as one for the low-altitude economy."),
    ("future-industries", "mentioned", "It set up courses that are geared to future industries and other fields."),
    ("modern-industrial-system", "mentioned", "Traditional trades are the foundation of a modern industrial system."),
    ("ai-plus", "mentioned", 'Together with the "AI Plus" action of eight departments, a system has taken shape.'),
    ("equipment-renewal", "mentioned",
     "It will seize the opportunities brought by large-scale equipment renewal and hire."),
    ("digital-china", "mentioned", "Behind this growth lies a plan of laying networks and advancing Digital China."),
    ("new-industrialization", "mentioned", "A deputy reported to the president on promoting new industrialization."),
    ("quantum", "progress", "Results in fields such as quantum technology emerge one after another."),
]  # fmt: skip

CHINESE = [
    ("industrial-chain-resilience", "pledged",
     "总书记肯定了江苏的成绩，希望江苏在科技创新上取得新突破，在强链补链延链上展现新作为。"),
    ("unified-market", "pledged", "发展改革委正牵头起草全国统一大市场建设条例。"),
    ("new-quality-productive-forces", "mentioned", "发展新质生产力，对科技和产业的融合提出了更为迫切的需求。"),
    ("intelligent-connected-vehicles", "issued",
     "工信部已完成并报批国家标准《智能网联汽车安全要求》，自6月17日起公示。"),
    ("intelligent-connected-vehicles", "pledged",
     "八部门联合发文——印发《关于加快消费发展的实施意见》，扩大智能网联汽车等供给。"),
    ("new-energy-vehicles", "issued", "财政部等三部门近日发布公告，调整新能源汽车车船税优惠政策。"),
    ("new-energy-vehicles", "pledged", "财政部表示，将延续新能源汽车购置税减免政策。"),
    ("ai-manufacturing", "launched", "今年，河北开展大模型赋能钢铁行业专项行动，提质增效。"),
    ("humanoid-robots", "issued", "中国发布人形机器人顶层设计：一套标准首次覆盖全产业链。"),
    ("anti-involution", "pledged", "会议强调，要做好重点领域内卷治理。"),
    ("smart-manufacturing", "designated", "专项行动进展通报：已遴选首批50家智能制造示范企业。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "text"), [*ENGLISH, *CHINESE])
def test_an_effort_is_told_from_a_setting(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act
