"""What a text says of an initiative: issued, launched, designated, pledged, progress or only mentioned."""

import pytest

from tests.sayings import said

CHINESE = [
    # A paper is put out, by name, by its subject, or as a notice that starts something.
    ("humanoid-robots", "issued", "工业和信息化部今天发布《人形机器人标准体系建设方案》。"),
    ("hydrogen", "issued", "《氢能产业发展规划》正式出台。"),
    ("equipment-renewal", "issued", "财政部下发关于做好设备更新贷款贴息工作以支持大规模设备更新的通知。"),
    ("intelligent-connected-vehicles", "issued", "四部门印发通知，启动智能网联汽车准入试点。"),
    ("charging-infrastructure", "issued", "电动汽车充电设施国家标准正式发布。"),
    # A paper that is called to mind is no news.
    ("humanoid-robots", "pledged", "七部门此前印发的《人形机器人发展意见》明确，到2027年形成整机产业链。"),
    ("digital-china", "mentioned", "近年来，《数字中国发展规划》等文件陆续印发。"),
    # Something starts, or will start at a named time.
    ("six-g", "launched", "我国正式启动6G技术试验。"),
    ("six-g", "launched", "6G第一阶段试验顺利结束，目前已启动第二阶段试验。"),
    ("computing-infrastructure", "launched", "工信部将于今年10月启动算力互联互通行动。"),
    ("industrial-internet", "launched", "工信部组织开展工业互联网园区试点工作。"),
    ("humanoid-robots", "pledged", "北京将启动人形机器人训练场建设。"),
    ("smart-manufacturing", "pledged", "下一步将持续开展智能制造试点示范行动。"),
    # Entities are newly recognised.
    ("manufacturing-innovation-centers", "designated", "工信部批复组建3家国家制造业创新中心。"),
    ("green-manufacturing", "designated", "去年新培育绿色工厂1382家。"),
    ("sme-digitalization", "designated", "第二批中小企业数字化转型试点城市名单公布。"),
    ("zero-carbon-parks", "designated", "三部门联合印发《国家级零碳园区建设名单（第一批）》。"),
    ("smart-manufacturing", "progress", "工信部发布的数据显示，全国累计建成3.5万家基础级智能工厂。"),
    # It will be done, or should be.
    ("new-industrialization", "pledged", "会议强调，要加快推进新型工业化。"),
    ("low-altitude-economy", "pledged", "力争到2027年低空经济规模达到500亿元。"),
    ("industrial-foundation", "pledged", "明年将深入实施产业基础再造工程。"),
    ("future-industries", "pledged", "前瞻布局未来产业。"),
    ("new-energy-storage", "pledged", "鼓励企业建设新型储能电站；支持新型储能参与市场。"),
    ("advanced-manufacturing-clusters", "pledged", "新增国家先进制造业集群5个以上。"),
    # It is done, it grew, it has come to so many.
    ("new-energy-vehicles", "progress", "8月份新能源汽车产量同比增长27.4%。"),
    ("high-tech-zones", "progress", "截至去年底，全国共有178家国家高新区。"),
    ("industrial-internet", "progress", "工业互联网实现了工业大类全覆盖。"),
    ("new-quality-productive-forces", "progress", "新质生产力稳步发展。"),
    ("charging-infrastructure", "progress", "我国建成了全球最大的充电设施网络。"),
    ("quantum", "progress", "园区已布局量子科技、未来网络等方向。"),
    # It is a means, a scene, a part, a partner, or asked about.
    ("smart-manufacturing", "mentioned", "依托智能制造，企业降低了成本。"),
    ("new-materials", "mentioned", "国家科技重大专项涵盖新材料等领域。"),
    ("ai-plus", "mentioned", "请问“人工智能+”行动有哪些部署？"),
    ("humanoid-robots", "mentioned", "赛事以人形机器人为主题，吸引了上万名观众。"),
]

ENGLISH = [
    ("ai-plus", "issued", "The State Council released a guideline on the AI Plus initiative on Tuesday."),
    ("low-altitude-economy", "issued", "Shenzhen has rolled out an action plan to promote the low-altitude economy."),
    ("hydrogen", "pledged", "The ministry will issue a plan for hydrogen energy."),
    ("made-in-china-2025", "launched", "China launched the Made in China 2025 initiative in May 2015."),
    ("ai-plus", "launched", "The AI Plus initiative will be launched this year."),
    ("ai-plus", "pledged", "We will launch an AI Plus initiative."),
    (
        "advanced-manufacturing-clusters",
        "designated",
        "The ministry published a list of 35 national advanced manufacturing clusters.",
    ),
    ("high-tech-zones", "designated", "Two new national high-tech zones were approved by the State Council."),
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


REPORTS = [
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
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_end_like_others(text: str) -> None:
    assert said(text, "six-g").quote
