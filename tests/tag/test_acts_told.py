"""Test sentences on reports of offices, common acts of many, shows at fairs, pilots, and points of lists."""

from datetime import date

import pytest

from tests.tag.sayings import said

TOLD = [
    # Support is work under way, and a result covers the words behind it.
    ("green-manufacturing", "progress", "散布各省的3000多家绿色工厂更是支撑了全国六分之一的产值。"),
    ("charging-infrastructure", "progress", "2016年，这条高速第一次出现了覆盖全程的充电桩。"),
    ("unified-market", "progress", "过去五年，体制改革不断深化，全国统一大市场加快形成；开放水平明显提升。"),
    # One batch is out, and the next will be.
    ("equipment-renewal", "pledged", "负责人说，国家已下达第二批消费品以旧换新资金，第三批将于9月下达。"),
    # An office reports its work; nothing was reached.
    ("humanoid-robots", "pledged",
     "1—4月，产量增长12.5%，出口增长8.3%。国家发展改革委介绍，加快具身智能训练场建设，更好支撑企业。"),
    ("computing-infrastructure", "pledged",
     "1—4月，股价上涨12.5%，成交1382亿元。该部总工程师表示，保持适度超前，建强基础设施，加强算力网建设。"),
    ("unified-market", "pledged", "国家发展改革委：制定全国统一大市场建设条例"),
    # A paper still to come; one that is reported by its orders; papers put out by many places.
    ("new-materials", "pledged", "《新材料产业发展规划》将于10月9日正式对外发布。"),
    # 应急管理部 is no word of the future.
    ("data-elements-x", "issued",
     "近日，国家数据局会同商务部、国家卫生健康委、应急管理部等部门联合印发《“数据要素×”三年行动计划》。"),
    ("internet-plus", "issued", "国务院日前印发《关于建设政务平台的指导意见》，就深入推进“互联网+政务服务”作出部署。"),
    ("equipment-renewal", "progress", "21个省市出台以旧换新补贴等支持政策，需求不断释放。"),
    # A pilot begun to strengthen something; work that centres on a field.
    ("charging-infrastructure", "launched",
     "该局提出了要求。财政部、交通运输部近日联合开展试点，加强乡镇充电设施建设。"),
    ("modern-industrial-system", "pledged",
     "要统筹好各项任务，重点围绕建设现代化产业体系、推进科技自立自强等深化改革。"),
    # Grounds laid for it, a policy that helps something else.
    ("advanced-manufacturing-clusters", "pledged", "加快培育稀土资源综合利用国家先进制造业集群，打造零碳园区。"),
    # A plan of a place that follows a demand; fields with results; things driven along; a list of papers.
    ("new-industrialization", "pledged",
     "贯彻落实全会精神，河北以改革为抓手，加快推进新型工业化。1—9月，工业投资增长12.5%，出口1382亿元。"),
    ("quantum", "progress", "要抓好创新。十年来，地位不断提升。量子科技、生命科学等研究领域取得一批重大成果。"),
    ("six-g", "progress", "该团队创新性地将6G技术应用于5G系统，实现了频谱效率9倍的提升。"),
    ("pilot-test-platforms", "issued", "近日，我国相继推出制造业中试平台、新材料中试平台等建设方案，推动新技术落地。"),
    ("humanoid-robots", "progress", "就在上个月，佛山首条人形机器人中试产线启用。"),
    # Help for sales or income of another trade, a service, a way, a layout or a field; papers still to come.
    ("computing-infrastructure", "progress", "从基础上看，围绕算力枢纽已建成70余条通道。"),
    ("new-energy-vehicles", "pledged",
     "该部近期将集中发布一系列政策，包括《新能源汽车产业发展规划》《物流业发展规划》等。"),
    # A decision of a meeting, clusters of a place, a field of cooperation, the state of something thanks to X.
    ("internet-plus", "pledged",
     "国务院总理主持召开国务院常务会议，取得一批成果；决定推动《中国制造2025》与“互联网+”融合发展；"),
    ("bio-manufacturing", "pledged",
     "今年，该区持续优化布局，推动建设装备制造、生物制造等十大产业集群。1—5月，出口增长12.5%，达1382亿元。"),
    ("new-quality-productive-forces", "progress", "截至目前，落地项目1382个，创新突破催生新质生产力。"),
    ("smart-manufacturing", "progress", "开年以来，传统的生产线已升级为领航级智能工厂，效率翻倍。"),
    # Results among demands; a background; the measures of a paper; a draft in hand.
    ("industrial-internet", "progress",
     "部长表示，要深入推进改造。工业互联网实现41个工业大类全覆盖，连接设备超过1亿台。"),
    ("equipment-renewal", "pledged", "措施包括开展家电“以旧换新”活动，扩大消费。"),
    ("six-g", "pledged", "大会上出现了许多新展品。当前，我国正加快推动6G标准研发制定，预计2027年完成。"),
    # One of the fields that will be opened; a park on the first list; not an entity that is merely raised.
    ("new-energy-vehicles", "pledged", "我国将在10个领域扩大开放，这10个领域包括了新能源汽车制造、船舶设计等。"),
    # Points of a list are wanted where the line above says so.
    ("computing-infrastructure", "pledged", "The document also emphasizes:\n\n- a national computing power network\n"),
    ("commercial-space", "pledged",
     "The outline is long.\n\n## What the plan calls for\n\n- Commercial spaceflight.\n"),
    ("quantum", "mentioned", "The paper covers:\n\n- quantum technology\n"),
    # What a paper unfolds is its subject.
    ("digital-china", "issued",
     "The State Council unveiled guidelines for growth on Monday, unfolding the roadmap for a digital China."),
    # Things that others want to have, support of firms, uses of a discovery.
    ("quantum", "mentioned", "The value of quantum technology is yet to be brought into play."),
    ("bio-manufacturing", "progress", "Industries such as bio-manufacturing developed rapidly."),
    ("green-manufacturing", "pledged", "The paper sets strategic tasks such as innovation and green manufacturing."),
    # A draft before the public; a paper without its marks, reported by its goal.
    ("industrial-internet", "issued", "工信部研究起草了《工业互联网安全管理办法（征求意见稿）》，现公开征求意见。"),
    ("intelligent-connected-vehicles", "issued",
     "该部已完成《智能网联汽车安全要求》强制性国家标准报批稿，并于6月17日起公示。"),
    ("intelligent-connected-vehicles", "issued",
     "The ministry has completed the draft of the standard for intelligent connected vehicles and opened it for public "
     "comment."),
    ("ai-plus", "issued", "工信部印发AI+信息通信发展实施意见目标到2028年覆盖率不低于75%。"),
    # A means, a thing served, the origin of experts, the fields of an offer.
    ("new-energy-vehicles", "progress", "新能源汽车产销量再创新高，产品也在换代升级。"),
    # A meeting asked; then the report turns to a place.
    ("smart-manufacturing", "progress",
     "总书记强调，要完成目标任务。代表们反响热烈，大家信心十足，今年已有1382人参会，比去年增长12.5%。"
     "面对结构不够优化，当地推动产业升级，打造百余家智能工厂。"),
    # Opinions on a thing, a topic of talk, the first of its kind, an aim.
    ("industrial-internet", "progress", "Chongqing built the country's first industrial internet node."),
    ("new-energy-vehicles", "progress", "He said that the NEV sector maintained rapid growth."),
    ("commercial-space", "pledged", "The province has set its sights on becoming a hub for commercial space."),
    # A number was built, opened one after another; needs of a modern country, and the way to them.
    ("charging-infrastructure", "progress", "我国建成全球规模最大的充电网络。"),
    ("smart-manufacturing", "progress", "智能制造水平持续提升，建成3万余家基础级智能工厂。"),
    ("hydrogen", "progress", "一条条氢能重卡专线相继开通，绿色运输网络越织越密。"),
    ("industrial-internet", "progress", "中国移动已在全国部署超百万个基站，“5G+工业互联网”项目超过2万个。"),
    ("anti-involution", "pledged", "中汽协倡议，反对“内卷式”竞争。"),
    # A list of scenes is out; results shown at a congress; the topic of a programme, a hub, a service, a chance.
    ("industrial-internet", "mentioned", "大会发布《工业互联网与电力行业融合应用》、供应链平台等一系列创新成果。"),
    # A headline that lost its line end.
    ("computing-infrastructure", "issued",
     "2028年我国将实现标准化互联工信部近日印发《算力互联互通行动计划》，提出，到2026年建立体系。"),
    ("equipment-renewal", "issued", "商务部等4部门发布家电以旧换新补贴通知。"),
    ("new-industrialization-demo-zones", "issued", "现将《国家新型工业化产业示范基地管理办法》印发给你们，请执行。"),
    ("data-elements-x", "issued", "近日，国家数据局印发《可信数据空间发展行动计划（2024—2028年）》。"),
    # A named time, whatever the name of the pilot; buyers and amounts; users of a building; the place of work.
    ("new-energy-vehicles", "launched", "今年下半年开始，我国将开展新能源汽车换电模式应用试点。"),
    ("equipment-renewal", "progress",
     "最新数据显示，截至10月16日，有1082.6万名消费者购买以旧换新8大类家电产品1564万台，带动销售733.6亿元。"),
    ("equipment-renewal", "pledged",
     "下一步，我国将在包括石化、钢铁行业等在内的27个工业重点行业领域进行大规模设备更新。"),
    ("equipment-renewal", "progress", "今年1至5月，全国技改投资增长12.6%，设备更新贷款贴息政策效果显现。"),
    ("new-energy-vehicles", "progress", "我国成为全球首个新能源汽车年产量突破1000万辆的国家。"),
    ("hydrogen", "progress", "氢能产业从示范走向规模化应用。"),
    # A person's place, the purpose and audience of a thing, the business of a firm; a team's plan to launch.
    ("internet-plus", "launched", "今年，国家将在100个县开展“互联网+”农产品出村进城工程试点。"),
    ("quantum", "pledged", "该团队计划再研制发射3到5颗低轨量子卫星，让更多用户使用量子通信。"),
    # Topics of signed papers, of warnings and of studies, and the content of a programme.
    ("equipment-renewal", "mentioned", "市场规模增长，助力假日经济、消费品以旧换新等寄递需求不断释放。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "text"), TOLD)
def test_a_sentence_reports_what_is_done_for_an_initiative(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative, published=date(2025, 6, 25)).act == act
