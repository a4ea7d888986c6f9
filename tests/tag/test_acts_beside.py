"""Test sentences that start, choose, plan or report an initiative in words by which others only mention one."""

import pytest

from tests.tag.sayings import said

OTHERS = [
    # A policy that came out is a thing, and its effect is the news.
    ("equipment-renewal", "progress", "今年来，伴随以旧换新补贴政策的出台，已有更多的车进入拆解厂。"),
    ("new-energy-vehicles", "progress", "新能源汽车、太阳能电池等表现亮眼，产量保持稳定增长。"),
    # 虚拟 plans nothing; a growth in a clause of its own; a number among plans.
    ("new-energy-vehicles", "progress", "2024年，虚拟现实设备、新能源汽车等产品产量分别增长59.4%、38.7%。"),
    ("new-energy-vehicles", "progress", "上半年，新能源汽车出口128.7亿元，增长51.7%。"),
    ("future-industries", "pledged", "今年，广东将坚持实体经济，支持10个支柱产业和5大未来产业发展。"),
    # A company is not an organ, growth is not a choice, and a rank counts a stock.
    ("low-altitude-economy", "progress", "我省组建低空经济发展公司，产业规模增长20%。"),
    ("smart-manufacturing", "progress", "累计建成230多家智能工厂，机器人新增装机量占全球一半，一批老厂变身智能工厂。"),
    ("smart-manufacturing", "progress", "入选国家卓越级智能工厂67家、5G工厂301家，均居全国第一。"),
    # A pilot in a number of cities begins; a thing that has begun to emerge was not started.
    ("intelligent-connected-vehicles", "launched", "我国将在北京、上海等20个城市开展智能网联汽车应用试点。"),
    ("intelligent-connected-vehicles", "launched", "China is piloting vehicle-road-cloud integration in 20 cities."),
    ("computing-infrastructure", "progress", "The effects of computing power networks have begun to emerge."),
    # A meeting that asks for a year to come, and a year that begins.
    ("six-g", "pledged", "去年发展好于预期。会议强调，2023年，要促进增长；推进5G建设，启动宽带工程，推进6G技术研发。"),
    ("new-materials", "pledged", "首条生产线全力运转。新一年，兰州新区加快新材料产业布局。"),
    # A target year, continued later; what a paper takes for its main direction.
    ("little-giants", "pledged", "到2030年，竞争力全国领先。引育10家链主企业、100家专精特新企业。"),
    (
        "future-industries",
        "pledged",
        "部门印发意见。意见以提升创新能力为主攻方向，加强引导，加快培育形成未来产业新赛道。",
    ),
    (
        "smart-manufacturing",
        "pledged",
        "《计划》提出，到2025年，转化效率显著提升。智能制造取得明显进展，供应能力增强。",
    ),
    # A body that starts something is news among plans; a start in another year is not.
    (
        "advanced-manufacturing-clusters",
        "launched",
        "加大支持力度。工业和信息化部启动国家先进制造业集群培育提升工作，推动产业集群式发展。",
    ),
    (
        "computing-infrastructure",
        "progress",
        "A project launched last year has eight computing hubs.",
    ),
    (
        "manufacturing-services-integration",
        "progress",
        "Since 2020, the ministry has launched two batches of pilots to integrate manufacturing and services.",
    ),
    ("new-energy-vehicles", "pledged", "The government expects NEV output to hit 2 million in 2020."),
    (
        "advanced-manufacturing-clusters",
        "issued",
        "Li Qiang hosted an executive meeting of the State Council on Friday to review and approve opinions on "
        "accelerating the development of advanced manufacturing clusters.",
    ),
    (
        "industrial-internet",
        "progress",
        "The MIIT has published a detailed explanation of a three-year Industrial Internet action plan.",
    ),
    (
        "modern-industrial-system",
        "progress",
        "Guangdong has made significant progress in building a modern industrial system.",
    ),
    # A stock among plans; a beneficiary; work at the right time; a series of tasks.
    (
        "advanced-manufacturing-clusters",
        "progress",
        "要打造协同创新网络。京津冀共拥有7个国家先进制造业集群，今年将联合攻关。",
    ),
    ("computing-infrastructure", "pledged", "加快建设面向东南亚的算力基础设施。"),
    ("intelligent-connected-vehicles", "pledged", "修订管理办法，适时开展智能网联汽车准入试点。"),
    ("charging-infrastructure", "progress", "截至2022年底，累计建成充电桩521万台，其中2022年新增充电桩259万个。"),
    (
        "internet-plus",
        "pledged",
        "部长说，去年实现增长5.9%。三是制定“互联网+”融合发展的意见，把制造业和“双创”结合起来。",
    ),
    ("computing-infrastructure", "mentioned", "算力规模越大，对电力的要求也更高。"),
    # A focus of the plan is one; the emphasis of a plan is wanted; a paper without marks; a whole plan's period.
    (
        "computing-infrastructure",
        "pledged",
        "Strengthening the supply of AI computing power is a key focus of the plan.",
    ),
    ("computing-infrastructure", "pledged", "The plan emphasizes reinforcing computing power supply."),
    ("low-altitude-economy", "issued", "今天，广东发布发展低空经济十二条金融政策，打造服务体系。"),
    ("green-manufacturing", "progress", "“十四五”期间，1321家企业获评国家级绿色工厂，水平显著提升。"),
    # A start reported as a mark of time; a purpose of several; one of the origins of firms.
    ("smart-manufacturing", "progress", "自六部门开展智能工厂培育行动以来，已建成智能工厂7000余家。"),
    ("equipment-renewal", "pledged", "A notice will support the trade-in program launched by the cabinet in March."),
    # A paper without its name, reported by its aim.
    ("equipment-renewal", "issued", "国务院的方案13日公布，推动大规模设备更新和消费品以旧换新。"),
    # A paper issued early in another year is not the news.
    ("low-altitude-economy", "mentioned", "In early 2024, Shenzhen issued rules on the low-altitude economy."),
    ("little-giants", "pledged", "建设产业体系，到“十五五”末，累计培育专精特新中小企业达3500家。"),
    ("new-energy-storage", "pledged", "工信部6日发布的《新型储能行动方案》（征求意见稿）提出，到2027年企业壮大。"),
    (
        "advanced-manufacturing-clusters",
        "issued",
        "A meeting was held on Friday to review and approve the opinions on advanced manufacturing clusters.",
    ),
    # A start among plans is a plan, and a launch last year has begun.
    ("new-materials", "pledged", "要狠抓攻关，加快突破短板，启动实施新材料研发工程。"),
    ("new-energy-vehicles", "pledged", "要做三件事。\n启动新能源汽车租赁体系建设，力争三年建成。"),
    ("smart-manufacturing", "progress", "MIIT has jointly launched a smart factory programme last year."),
    # Willingness to work with others is a plan, and so is an item of a list of plans.
    ("it-industry-integration", "pledged", "中国愿同各国一道，推动工业化与信息化深度融合。"),
    ("hydrogen", "pledged", "Stepping up development of hydrogen power and other sectors."),
    ("six-g", "pledged", "New fields including robots and 6G will be developed, the minister said."),
    ("new-energy-vehicles", "pledged", "It will enhance its standing in areas such as new energy vehicles."),
    # Rules of several places.
    ("equipment-renewal", "issued", "近期，多地出台设备更新政策细则，明确支持范围。"),
    # A meeting issues what it approves, and the beginning says what a guideline is.
    (
        "equipment-renewal",
        "issued",
        "A State Council meeting on Friday approved an action plan for equipment renewal and trade-ins.",
    ),
    (
        "charging-infrastructure",
        "issued",
        "China will build a network of charging piles to meet the growth of new energy "
        "vehicles, according to a guideline. By 2030 it will be in place, said the guideline released by the State "
        "Council.",
    ),
]


# Sentences that look like the wordings above, and are not.
BUT = [
    ("ai-manufacturing", "launched", "The AI Plus manufacturing initiative will be launched in November, MIIT said."),
    ("humanoid-robots", "launched", "会议以“智能引领未来”为主题。会上，工信部正式启动人形机器人创新试点。"),
    ("sme-digitalization", "progress", "财政部已累计在98个城市开展中小企业数字化转型试点，改造企业4万家。"),
    ("equipment-renewal", "progress", "得益于国家出台以旧换新政策，1至8月家电销量增长20%。"),
    (
        "humanoid-robots",
        "issued",
        "After a review of the plans, MIIT issued a guideline on humanoid robots on Tuesday.",
    ),
    ("humanoid-robots", "issued", "After panel discussions on Monday, MIIT released a guideline on humanoid robots."),
    ("green-manufacturing", "designated", "近日，工信部公布绿色工厂名单，江苏新入选绿色工厂67家，数量居全国第一。"),
    ("smart-manufacturing", "progress", "去年以来，部里做了几件事。一是推动智能工厂梯度培育，建成智能工厂500余家。"),
    (
        "sme-digitalization",
        "pledged",
        "MIIT will build platforms to serve small firms and promote digital transformation of SMEs.",
    ),
    (
        "humanoid-robots",
        "pledged",
        "The city is in a hurry to build humanoid robot centers and will go to the next stage.",
    ),
    (
        "new-industrialization",
        "progress",
        "Three years after its launch, new industrialization has made great progress.",
    ),
]


@pytest.mark.parametrize(("initiative", "act", "text"), BUT)
def test_what_only_looks_like_it(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act


@pytest.mark.parametrize(("initiative", "act", "text"), OTHERS)
def test_what_is_started_chosen_or_planned(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act
