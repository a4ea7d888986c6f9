"""Test sentences on things shown, thought, served or held, on drafts, past years, and current work of places."""

from datetime import date

import pytest

from tests.tag.sayings import said

SHOWN = [
    # Shown to a visitor, talked about, thought, valued, useful for something.
    ("ai-plus", "progress",
     "1—5月，设备行业利润同比增长10%。随着“人工智能+”行动全面推进，带动服务器等行业利润增长明显。"),
    ("charging-infrastructure", "progress", "假期里，充电设施充电量超过3000万度，持续增长。"),
    # Wanted, even where it is followed or stands behind something that grows.
    ("new-quality-productive-forces", "pledged",
     "他强调，要深入贯彻落实关于发展新质生产力的重要论述，做好各项工作。"),
    ("future-industries", "pledged",
     "他指出，当前技术加速突破。要改造传统产业，不断壮大新兴产业，努力培育未来产业。"),
    ("intelligent-connected-vehicles", "pledged",
     "该部表示，将加快大功率充电应用，同时提升车网融合、智能网联汽车等新技术。"),
    ("world-leading-parks", "pledged", "园区已经聚集300家企业，致力于打造世界一流科技园区。"),
    ("charging-infrastructure", "pledged",
     "试点已经启动，成效明显。预计三年内，20个城市将在公共领域推广电动车，建设公共充电桩10万台。"),
    ("future-industries", "pledged",
     "去年投资增长9%。今年，该委将强化创新。聚焦新兴产业和未来产业领域，加快培育创新型企业。"),
    # Themes in a list that are fostered, among results.
    ("hydrogen", "pledged",
     "到目前，该市已累计建成500公里测试道路。当前，该市正进一步整合资源，加快发展集成电路等新兴产业，培育氢能、6G等未来产业。"),
    ("new-energy-storage", "pledged", "投资连创新高，占全省三成。该省大力培育光伏和新型储能等新兴产业，迈出新步伐。"),
    ("future-industries", "pledged",
     "该省迅速行动，制定了三年计划，做强电子信息等支柱产业，布局第三代半导体、氢能等未来产业，打造先导区。"),
    # Done, even if a word of plans stands near it.
    ("computing-infrastructure", "progress", "6月份，用来部署算力的机柜订单同比增长近2倍。"),
    ("hydrogen", "progress", "全球最大的氢能源拖船成功下线。"),
    ("new-materials", "progress", "该省新材料产业按下“加速键”。"),
    ("little-giants", "progress",
     "2024年，全省外贸总额达到2万亿元，“小巨人”企业超700家。今年，要打造平台，加快建设一批园区。"),
    ("zero-carbon-parks", "progress", "碳市场建成，覆盖全国60%以上的排放，零碳园区建设也有了明确方向。"),
    ("humanoid-robots", "progress", "该省发布研发成果，8款人形机器人集中亮相，随后将扩大应用。"),
    ("modern-industrial-system", "progress", "我国坚持创新驱动，加快建设现代化产业体系。产量连创新高，占全球三成。"),
    ("unified-market", "progress", "今年以来，改革落地见效：纵深推进全国统一大市场建设，“四梁八柱”基本建立……"),
    ("new-energy-vehicles", "progress", "在多重补贴带动下，新能源汽车市场热度不断攀升。"),
    ("smart-manufacturing", "progress", "在这家智能工厂，数字技术将效率提升了60%以上，打下坚实根基。"),
    ("smart-manufacturing", "pledged", "去年产值大增。今年，该市计划培育80个智能工厂和数字化车间。"),
    ("new-energy-storage", "progress", "围绕20个集群，包括集成电路、新型储能等产业在内的新支柱正在形成。"),
    ("manufacturing-innovation-centers", "progress",
     "规划提出，要突破关键技术。三年间，我国累计设立专项基金8只，成立国家制造业创新中心，着力提升整机可靠性。"),
    ("ai-plus", "launched", "纲要提出，要优化产业。近一段时间，有关部门发布方案，启动“人工智能+”制造行动。"),
    ("computing-infrastructure", "progress",
     "“十四五”以来，该区累计建成三个集群，大力发展算力、人工智能等产业，占比提高到9.2%。"),
    # A draft that is put out for comments, a plan that ministries present; a guide to which a review refers back.
    ("humanoid-robots", "issued", "工信部就《人形机器人术语》国家标准公开征求意见，为期一个月。"),
    ("hydrogen", "issued", "国家能源局3日发布《氢能管理办法》（征求意见稿），反馈截止到月底。"),
    ("equipment-renewal", "issued", "五部门日前推出建筑领域设备更新工作方案，要淘汰一批老旧电梯。"),
    # In English.
    ("new-energy-storage", "pledged", "In May China set a 250 GW new-type energy storage target for 2029."),
    ("anti-involution", "pledged",
     "The regulator demanded that platforms put an end to involution-style competition."),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "sentence"), SHOWN)
def test_what_is_shown_or_served_is_not_what_is_planned(initiative: str, act: str, sentence: str) -> None:
    assert said(sentence, initiative, published=date(2025, 6, 25)).act == act


WHOSE = [
    # A place at the beginning of a sentence is at work there; a place with a task, or where others speak, is not.
    ("new-materials", "local", "国家统计局公布了数据。内蒙古稀土新材料产业提速。"),
    ("computing-infrastructure", "local", "财政部表示，要加快支出。在甘肃，总投资90亿元的东数西算项目进展顺利。"),
    ("little-giants", "local", "企业与中国科学院合作。四川还开展专项行动，为专精特新企业服务。"),
    ("commercial-space", "local", "三中全会提出了要求。海南加大力度布局商业航天产业。"),
    ("unified-market", "cpc", "习近平强调，外贸要稳。广东要在开放上用力，全面融入全国统一大市场。"),
    ("new-quality-productive-forces", "cpc",
     "习近平指出，各地区各行业要找准定位。要因地制宜发展新质生产力。"),
    ("new-quality-productive-forces", "cpc", "在安徽，习近平指出“要发展新质生产力”；企业备受鼓舞。"),
    ("modern-industrial-system", "sasac",
     "国资委介绍，任务完成率超八成。\n接下来，将聚焦建设现代化产业体系等方面，破解障碍。"),
    ("new-quality-productive-forces", "other",
     "李强通报了情况。民革中央主席郑建邦等先后发言。他们赞同中共中央的判断，并就发展新质生产力提出建议。"),
    ("computing-infrastructure", "mof", "财政部介绍，党的二十大以来，资金持续增加，支持算力网建设。"),
    ("advanced-manufacturing-clusters", "state-council",
     "李强在大连调研。他指出，要持续攻关。大连造船业有较好的基础，要加强合作，打造先进制造业集群。"),
    # Who presides, whose words are quoted, whose figures cover all places.
    ("low-altitude-economy", "state-council", "李强出席大会。天津达沃斯论坛期间，李强表示，中国将发展低空经济。"),
    ("low-altitude-economy", "cpc", "习近平强调，要扩大合作。上海合作组织成员国将深化低空经济合作。"),
    ("low-altitude-economy", "cpc",
     "习近平主持召开中央财经委员会第七次会议。\n住房城乡建设部作了汇报。\n会议强调，要发展低空经济。"),
    ("new-quality-productive-forces", "cpc", "韩正表示，习近平主席指出，要加快发展新质生产力。"),
    ("industrial-chain-resilience", "other",
     "国家副主席韩正出席峰会。\n韩正提出三点建议：一是提升产业链供应链韧性。"),
    ("unified-market", "other", "国家税务总局公布，反映各地贸易的销售额增长3%，全国统一大市场建设提速。"),
    ("equipment-renewal", "mof",
     "Liao Min, Vice Minister of Finance, stated that China would resolve local government debt and promote "
     "equipment upgrades and consumer goods trade-in programs."),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "body", "text"), WHOSE)
def test_a_text_reports_who_speaks_and_who_acts(initiative: str, body: str, text: str) -> None:
    assert said(text, initiative, published=date(2025, 6, 25)).body == body


def test_a_paper_of_the_market_regulator_is_no_office_of_a_city() -> None:
    """Check that 市场监管总局 is not read as a city's office, although it begins as 某市某局 does."""
    title = "市场监管总局 工业和信息化部关于加强新材料质量工作的指导意见"
    text = "各有关单位：\n现提出以下意见。\n到2027年，力争建设一批实验室，壮大新材料产业。"
    assert said(text, "new-materials", title, published=date(2025, 6, 25)).body == "samr"
