"""Test what a text says of an initiative: issued, launched, designated, pledged, progress or only mentioned."""

import pytest

from tests.tag.sayings import said

CHINESE = [
    # A paper is put out, by name, by its subject, or as a notice that starts something.
    ("humanoid-robots", "issued", "工业和信息化部今天发布《人形机器人标准体系建设方案》。"),
    ("hydrogen", "issued", "《氢能产业发展规划》正式出台。"),
    ("equipment-renewal", "issued", "财政部下发关于做好设备更新贷款贴息工作以支持大规模设备更新的通知。"),
    ("intelligent-connected-vehicles", "issued", "四部门印发通知，启动智能网联汽车准入试点。"),
    ("charging-infrastructure", "issued", "电动汽车充电设施国家标准正式发布。"),
    ("equipment-renewal", "issued", "工信部印发工业重点行业领域设备更新和技术改造指南，涉及钢铁等行业。"),
    # A paper to which a text only refers back is not news.
    ("humanoid-robots", "pledged", "七部门此前印发的《人形机器人发展意见》明确，到2027年形成整机产业链。"),
    ("intelligent-connected-vehicles", "pledged", "此前，四部门已联合印发通知，部署开展智能网联汽车上路试点。"),
    # Something starts, or will start at a named time.
    ("six-g", "launched", "我国正式启动6G技术试验。"),
    ("six-g", "launched", "6G第一阶段试验顺利结束，目前已启动第二阶段试验。"),
    ("computing-infrastructure", "launched", "工信部将于今年10月启动算力互联互通行动。"),
    ("industrial-internet", "launched", "工信部组织开展工业互联网园区试点工作。"),
    ("humanoid-robots", "pledged", "北京将启动人形机器人训练场建设。"),
    ("smart-manufacturing", "pledged", "下一步将持续开展智能制造试点示范行动。"),
    # Entities are newly recognised.
    ("smart-manufacturing", "progress", "工信部发布的数据显示，全国累计建成3.5万家基础级智能工厂。"),
    # Among plans, a new recognition is a plan.
    (
        "little-giants",
        "pledged",
        "力争2025年规模突破2万亿元，加快打造10个集群。新培育专精特新企业100家、规上企业2600家。",
    ),
    # It will be done, or should be.
    ("new-industrialization", "pledged", "会议强调，要加快推进新型工业化。"),
    ("low-altitude-economy", "pledged", "力争到2027年低空经济规模达到500亿元。"),
    ("industrial-foundation", "pledged", "明年将深入实施产业基础再造工程。"),
    ("future-industries", "pledged", "前瞻布局未来产业。"),
    ("new-energy-storage", "pledged", "鼓励企业建设新型储能电站；支持新型储能参与市场。"),
    ("advanced-manufacturing-clusters", "pledged", "新增国家先进制造业集群5个以上。"),
    ("charging-infrastructure", "pledged", "海南提出，到2030年，全省充电基础设施总数达到34万个。"),
    ("little-giants", "pledged", "全国已有创新型企业4万多家。今年将新培育3000家“小巨人”企业，力度加大。"),
    ("new-industrialization", "pledged", "《行动计划》明确，经过5年的努力，新型工业化明显加快。"),
    # It is done, it grew, it has reached a number.
    ("new-energy-vehicles", "progress", "8月份新能源汽车产量同比增长27.4%。"),
    ("high-tech-zones", "progress", "截至去年底，全国共有178家国家高新区。"),
    ("industrial-internet", "progress", "工业互联网实现了工业大类全覆盖。"),
    ("new-quality-productive-forces", "progress", "新质生产力稳步发展。"),
    ("charging-infrastructure", "progress", "我国建成了全球最大的充电设施网络。"),
    ("quantum", "progress", "园区已布局量子科技、未来网络等方向。"),
    ("pilot-test-platforms", "progress", "国家已累计部署100多项任务。同时，系统布局一批中试平台。"),
    ("charging-infrastructure", "progress", "“一张网”充换电基础设施全国领先。"),
    # A reporter asks.
    ("ai-plus", "mentioned", "请问“人工智能+”行动有哪些部署？"),
    # A review of several years, a paper or a start long past, and a running total are not news.
    ("digital-china", "pledged", "2023年2月，中共中央、国务院印发《数字中国建设整体布局规划》，提出夯实数字基础设施。"),
    ("made-in-china-2025", "progress", "《中国制造2025》启动实施三年来，制造强国建设取得积极进展。"),
    ("manufacturing-innovation-centers", "progress", "截至去年底，工信部已批复组建33家国家制造业创新中心。"),
    # The thing that starts is one thing, the thing that it serves another.
    ("commercial-space", "pledged", "工信部正式启动卫星通信业务试验，试验将带动产业链发展，支撑商业航天。"),
    # 将 that moves something, words on how something was reported, and demands.
    ("computing-infrastructure", "progress", "把东部数据送到西部、将算力需求引导到枢纽节点的“东数西算”工程正在推进。"),
    (
        "new-energy-storage",
        "progress",
        "国家能源局介绍新型储能情况时指出，去年新型储能装机突破7000万千瓦，保持快速发展态势。",
    ),
    ("future-industries", "pledged", "要立足优势，推动未来产业发展取得新突破。"),
    ("new-energy-vehicles", "progress", "消费者购买的新能源汽车占比达60%。"),
    ("advanced-manufacturing-clusters", "pledged", "全国已有80个先进制造业集群，下一步将推动这些集群迈向世界级。"),
]

ENGLISH = [
    ("ai-plus", "issued", "The State Council released a guideline on the AI Plus initiative on Tuesday."),
    ("low-altitude-economy", "issued", "Shenzhen has rolled out an action plan to promote the low-altitude economy."),
    ("hydrogen", "pledged", "The ministry will issue a plan for hydrogen energy."),
    ("made-in-china-2025", "launched", "China launched the Made in China 2025 initiative in August."),
    ("ai-plus", "launched", "The AI Plus initiative will be launched this year."),
    ("ai-plus", "pledged", "We will launch an AI Plus initiative."),
    ("industrial-internet", "pledged", "Efforts should be made to expand the industrial internet."),
    ("unified-market", "pledged", "The government will continue to build a unified national market."),
    ("green-manufacturing", "pledged", "We will cut emissions, renew equipment, and promote green manufacturing."),
    ("new-energy-vehicles", "progress", "Output of new energy vehicles rose 27.4 percent year on year in August."),
    ("charging-infrastructure", "progress", "China has built the world's largest network of charging piles."),
    ("internet-plus", "progress", "We implemented the Internet Plus action plan."),
    ("computing-infrastructure", "progress", "China is building a national computing power network."),
    (
        "new-quality-productive-forces",
        "mentioned",
        "The fair is part of the country's pursuit of new quality productive forces.",
    ),
    ("little-giants", "mentioned", "What has been done for little giants?"),
    # Headlines in the present and the infinitive.
    ("low-altitude-economy", "pledged", "China to launch pilot programs for the low-altitude economy"),
    ("zero-carbon-parks", "pledged", "China eyes around 100 national zero-carbon parks by 2030."),
    ("anti-involution", "pledged", "China moves to curb involutionary competition among carmakers."),
    ("ai-plus", "pledged", "Advancing the AI Plus initiative is high on the government's agenda."),
    ("equipment-renewal", "launched", "The ministry will launch a new round of trade-in subsidies this year."),
    # Numbers counted in the present.
    ("industrial-internet", "progress", "The industrial internet now covers all 41 industrial categories."),
    ("high-tech-zones", "progress", "The 178 national high-tech zones contributed 13.6 percent of GDP."),
    ("manufacturing-innovation-centers", "progress", "China is home to 33 national manufacturing innovation centers."),
    ("green-manufacturing", "progress", "Green factories account for 20 percent of manufacturing output."),
    ("smart-manufacturing", "progress", "So far 22 national smart manufacturing standards have been released."),
    # Background and fields of work.
    ("made-in-china-2025", "mentioned", "They are part of Made in China 2025, which was launched in 2015."),
    ("made-in-china-2025", "mentioned", "To move up, China came up with the Made in China 2025 plan last year."),
    ("new-materials", "mentioned", "The centers will be devoted to biomedicine and new materials industries."),
]


@pytest.mark.parametrize(("initiative", "act", "text"), CHINESE)
def test_a_chinese_sentence(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act


@pytest.mark.parametrize(("initiative", "act", "text"), ENGLISH)
def test_an_english_sentence(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act


def test_the_strongest_sentence_is_the_quote() -> None:
    text = "截至8月底，绿色工厂达到6430家。\n工信部近日公布2025年度绿色工厂名单。\n今后将深入推进绿色制造。"
    mention = said(text, "green-manufacturing")
    assert (mention.act, mention.quote) == ("designated", "工信部近日公布2025年度绿色工厂名单。")
    assert text[mention.start : mention.end] == mention.quote


def test_a_headline_gives_way_to_the_sentence_below_it() -> None:
    text = "多地加快建设充电桩\n截至7月底，全国充电桩总数达到1669.6万个，同比增长53.0%。"
    assert said(text, "charging-infrastructure").act == "progress"


def test_a_notice_below_a_headline_makes_its_start_a_paper() -> None:
    text = "新一批以旧换新启动\n商务部等部门印发通知，提高家电补贴标准。"
    assert said(text, "equipment-renewal").act == "issued"


PAPERS = [
    ("工业和信息化部关于印发《人形机器人创新发展指导意见》的通知", "现将人形机器人文件印发给你们。", "issued"),
    (
        "工业和信息化部办公厅关于公布首批人形机器人应用单位名单的通知",
        "现将首批人形机器人应用单位名单予以公布。",
        "designated",
    ),
    ("工业和信息化部办公厅关于做好质量工作的通知", "组织制定人形机器人标准，培育一批标杆企业。", "pledged"),
]


@pytest.mark.parametrize(("title", "text", "act"), PAPERS)
def test_a_paper_is_what_its_title_says_and_plans_the_rest(title: str, text: str, act: str) -> None:
    assert said(text, "humanoid-robots", title).act == act


def test_a_circular_in_translation_is_a_paper() -> None:
    text = (
        "GF No. (2015)40\n\nAll provincial People's Governments:\n\nInternet Plus joins the internet with every field."
    )
    assert said(text, "internet-plus", "Guiding Opinions on the Internet Plus Plan").act == "issued"


def test_what_a_meeting_adopts_is_not_what_the_headline_names() -> None:
    text = (
        "The State Council is mulling efforts to advance new industrialization, according to a meeting.\n"
        "The meeting deliberated and adopted an action plan for resolving payments owed to companies."
    )
    assert said(text, "new-industrialization", "China mulls speeding up new industrialization").act == "pledged"


REPORTS = [
    (
        "制定汽车产业政策，出台十条举措。一大批企业走上创新之路。建设智能制造工厂。近三年淘汰落后产能9000多万吨。",
        "progress",
    ),
    ("聚焦主导产业，深化数实融合。大力推广智能制造，加快建设示范工厂300家以上。做好企业服务，让企业放心。", "pledged"),
    ("积极争取国家支持，争取智能制造专项资金6.5亿元，获批试点12个，带动投资增长9.5%。", "progress"),
    (
        "工业增加值增长6.2%，新能源汽车产量达到45.37万辆、居全国第3位。推进智能制造，培育瞪羚企业。",
        "progress",
    ),
    ("要稳住工业基本盘，力争增长6%左右。推进智能制造，培育瞪羚企业。", "pledged"),
]


@pytest.mark.parametrize(("text", "act"), REPORTS)
def test_a_bare_verb_of_a_report_looks_where_its_passage_looks(text: str, act: str) -> None:
    assert said(text, "smart-manufacturing", "2026年湖南省政府工作报告").act == act


HOSTILE = [
    "6G " * 20_000,
    "6G。" * 20_000,
    "6G，" * 20_000,
    "6G，" + "1" * 100_000,
    "对6G" + "具有" * 20_000,
    "6G，已" * 20_000,
    "发展6G" + "、甲乙" * 3_000 + "等产业12个。",
    "6G" + "和" * 20_000 + "3个基地。",
    "湖北发展6G。" * 4_000,
    "6G" + "在" * 20_000 + "成立。",
    "发展6G" + " " * 20_000 + "，制定本方案。",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_end_like_others(text: str) -> None:
    assert said(text, "six-g").quote
