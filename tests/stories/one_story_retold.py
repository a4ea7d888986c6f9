"""Texts on real events: groups that tell one announcement each in words, languages and months of their own."""

from tests.stories.one_story import Row, row

RETOLD: dict[str, tuple[Row, ...]] = {
    "a number that is passed for the first time": (
        row(
            "2025-11-26",
            "充电设施再上台阶",
            "国家能源局今天发布消息，我国充电桩数量首次突破1900万个，车多桩少的地方仍待补上。",
        ),
        row(
            None,
            "桩有多少",
            "全国充电桩首破1900万个！回看十年前，路上难得见到几根桩，如今县里镇里处处能充。",
        ),
    ),
    "a paper and its translation without dates, by how many departments issue it and by when": (
        row(
            None,
            "机器人怎样用起来",
            "工业和信息化部等十七部门印发《“机器人+”应用行动实施方案》。方案要求，到2025年，制造业机器人密度翻一"
            "番，农业、建筑、能源等领域要拿出一批样板。",
        ),
        row(
            None,
            "China wants robots in more trades",
            "The Ministry of Industry and Information Technology and 16 other departments have issued a plan for "
            "the Robot Plus action. By 2025, robots should be at work in farming, building and care for the old.",
        ),
    ),
    "two translations of one title": (
        row(
            None,
            "Notice on Issuing the Interim Measures for Graded Cultivation and Management of Green Factories",
            "The Ministry of Industry and Information Technology hereby issues the Interim Measures for Graded "
            "Cultivation and Management of Green Factories to the provinces, which shall carry them out.",
        ),
        row(
            "2024-02-05",
            "Greener plants ahead",
            "The Ministry of Industry and Information Technology has issued measures on the stepwise cultivation "
            "and management of green factories. A plant is first named by its city and its province before the "
            "country does.",
        ),
    ),
    "a reprint months later that keeps its dateline": (
        row(
            "2024-11-02",
            "以旧换新怎么换",
            "新华社北京3月13日电 国务院印发的方案13日公布，推动大规模设备更新和消费品以旧换新，工厂、农机和家电都"
            "在其内。",
        ),
        row(
            "2024-03-13",
            "Old for new",
            "BEIJING -- The State Council on Wednesday issued a plan for large-scale equipment renewal and "
            "trade-ins of consumer goods.",
        ),
    ),
    "one deed of one day in quite other words": (
        row(
            "2021-06-07",
            "China drafts tasks for connected plants",
            "The Ministry of Industry and Information Technology on Monday issued a work plan for the industrial "
            "internet, a plain set of chores from network upgrades inside plants to the training of engineers.",
        ),
        row(
            "2021-06-08",
            "5G moves onto the shop floor",
            "A roadmap released by the Ministry of Industry and Information Technology on Monday wants the "
            "industrial internet on more machines. Carriers welcomed it; analysts asked who would pay for it.",
        ),
    ),
    "a yearly conference told by its two halves": (
        row(
            "2024-12-27",
            None,
            "据工业和信息化部消息，12月26日至27日，全国工业和信息化工作会议在北京召开。会议指出，绿色工厂又添一批"
            "，智能制造示范工厂继续增加。",
        ),
        row(
            "2024-12-27",
            None,
            "At a national work conference held on Thursday and Friday, the Ministry of Industry and Information "
            "Technology said that it will foster future industries such as quantum technology next year.",
        ),
    ),
    "a figure rounded in one of two reports": (
        row(
            "2026-01-21",
            "China starts second phase of 6G trials",
            "China has launched the second phase of 6G trials, the Ministry of Industry and Information "
            "Technology said on Wednesday. The country has over 4.8 million 5G base stations and more than 1.2 "
            "billion 5G users in 41 fields.",
        ),
        row(
            "2026-01-21",
            None,
            "The Ministry of Industry and Information Technology said on Wednesday that China launched the "
            "second phase of 6G trials. There are 4.84 million 5G base stations, 1.2 billion users, and a rate "
            "of 65.9 percent.",
        ),
    ),
    "the work report told by two papers under different themes": (
        row(
            "2025-03-06",
            "政府工作报告里的新赛道",
            "国务院总理李强5日作政府工作报告，量子科技、具身智能和6G的名字都在其中，各地产业园已经闻风而动。",
        ),
        row(
            None,
            "航天人听报告",
            "3月5日，十四届全国人大三次会议开幕，李强总理作政府工作报告。报告两次说到航天，量子科技也榜上有名。",
        ),
    ),
    "a report in numbered parts, which is no round-up": (
        row(
            "2025-03-06",
            "今年的报告怎么看产业",
            "国务院总理李强在政府工作报告中谈到产业，要点如下。\n一、新兴产业与未来产业\n报告提出，推动低空经济安全健康发展，"
            "培育量子科技和6G等未来产业，这些方向还要靠长期投入。\n二、制造业\n报告提出，持续推进“人工智能+”行动，"
            "把数字技术与制造优势结合起来，大力发展智能网联新能源汽车，让工厂更聪明。",
        ),
        row(
            "2025-03-05",
            "Report looks to AI",
            "China will advance the AI Plus initiative, a government work report said on Wednesday.",
        ),
    ),
    "two translations of a plan without dates, by its amounts": (
        row(
            "2025-09-12",
            "China wants 180 GW of new energy storage by 2027",
            "The National Development and Reform Commission issued an action plan for new-type energy storage. "
            "Some 250 billion yuan are to be invested in three years.",
        ),
        row(
            None,
            None,
            "Batteries will fill deserts and old coal sites, if Beijing has its way: 180 gigawatts of new-type energy "
            "storage by 2027, for 250 billion yuan, says the plan of the National Development and Reform Commission.",
        ),
    ),
    "a paper called by another word, by its amounts": (
        row(
            "2025-10-15",
            "充电设施三年倍增",
            "国家发展改革委印发《电动汽车充电设施服务能力三年倍增行动方案》，到2027年底建成2800万个充电设施，"
            "提供超3亿千瓦公共充电容量，满足8000万辆电动汽车的需要。",
        ),
        row(
            None,
            "充电桩翻番在望",
            "国家发展改革委发布《电动汽车充电设施服务能力三年翻番行动计划》，2800万个充电设施、3亿千瓦公共容量、8000万辆"
            "电动汽车，是2027年的三个数字。",
        ),
    ),
    "departments that one report counts and the other names": (
        row(
            None,
            "充电设施要翻番",
            "国家发展改革委、国家能源局、工业和信息化部、住房城乡建设部、交通运输部、市场监管总局联合印发充电设施行动方案，"
            "到2027年，乡镇也要有充电桩。",
        ),
        row(
            None,
            "Plugs for every township",
            "The National Development and Reform Commission and five other departments have issued an action plan on "
            "charging infrastructure. By 2027, even townships should have piles.",
        ),
    ),
    "what a minister said on one day in two languages": (
        row(
            "2024-07-05",
            "部长谈机器人",
            "工业和信息化部部长金壮龙5日表示，人形机器人要先进工厂，再进家庭。",
        ),
        row(
            "2024-07-05",
            "Iconic products sought",
            "China will plan ahead for fields such as humanoid robots, Jin Zhuanglong told reporters on Friday.",
        ),
    ),
    "a deed of which one report does not name the body": (
        row(
            "2025-08-26",
            "AI Plus gets a guideline",
            "China on Tuesday issued a guideline on the AI Plus initiative, state television reported.",
        ),
        row(
            "2025-08-26",
            "意见来了",
            "国务院近日印发《关于深入实施“人工智能+”行动的意见》，各地都在研读。",
        ),
    ),
}
