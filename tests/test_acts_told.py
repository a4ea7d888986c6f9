"""Sentences of what is told by an office, done by many, shown at a fair, begun as a pilot, or listed as a point."""

from datetime import date

import pytest

from tests.sayings import said

TOLD = [
    # What supports is at work, and what is reached covers what stands behind it.
    ("green-manufacturing", "progress", "散布各省的3000多家绿色工厂更是支撑了全国六分之一的产值。"),
    ("charging-infrastructure", "progress", "2016年，这条高速第一次出现了覆盖全程的充电桩。"),
    ("unified-market", "progress", "过去五年，体制改革不断深化，全国统一大市场加快形成；开放水平明显提升。"),
    # One batch is out, and the next will be.
    ("equipment-renewal", "pledged", "负责人说，国家已下达第二批消费品以旧换新资金，第三批将于9月下达。"),
    # An office tells what it is at; nothing was reached.
    ("humanoid-robots", "pledged",
     "1—4月，产量增长12.5%，出口增长8.3%。国家发展改革委介绍，加快具身智能训练场建设，更好支撑企业。"),
    ("computing-infrastructure", "pledged",
     "1—4月，股价上涨12.5%，成交1382亿元。该部总工程师表示，保持适度超前，建强基础设施，加强算力网建设。"),
    ("unified-market", "pledged", "国家发展改革委：制定全国统一大市场建设条例"),
    # Shown at a fair.
    ("intelligent-connected-vehicles", "mentioned", "主宾省江西将以“人工智能+”为重点，展示智能网联汽车等成果。"),
    ("ai-plus", "mentioned", "主宾省江西将以“人工智能+”为重点，展示智能网联汽车等成果。"),
    ("humanoid-robots", "mentioned", "江苏将组织30多家企业专题展示具身智能产业链条。"),
    ("industrial-internet", "mentioned", "其间，将举办8场会议、创新成果展等，重点展示工业互联网前沿技术和典型案例。"),
    ("data-elements-x", "mentioned", "峰会将集中展示数据要素在农业、医疗等领域融合应用的近百个案例。"),
    ("unified-market", "mentioned", "以“建设统一大市场”为主题的政策宣传周9月10日在杭州启动。"),
    # A paper that is to come; one that is told by its orders; what many places have put out.
    ("new-materials", "pledged", "《新材料产业发展规划》将于10月9日正式对外发布。"),
    ("internet-plus", "issued", "国务院日前印发《关于建设政务平台的指导意见》，就深入推进“互联网+政务服务”作出部署。"),
    ("equipment-renewal", "progress", "21个省市出台以旧换新补贴等支持政策，需求不断释放。"),
    # A pilot that is begun to strengthen something; what work is set round.
    ("charging-infrastructure", "launched",
     "该局提出了要求。财政部、交通运输部近日联合开展试点，加强乡镇充电设施建设。"),
    ("modern-industrial-system", "pledged",
     "要统筹好各项任务，重点围绕建设现代化产业体系、推进科技自立自强等深化改革。"),
    # Grounds that are laid for it, a policy by which something else is helped.
    ("new-quality-productive-forces", "mentioned", "《要点》指出，要拓展空间，夯实新质生产力发展的人才基础。"),
    ("new-materials", "mentioned", "该部将组织测评，通过新材料首批次保险补偿政策等支持企业。"),
    ("advanced-manufacturing-clusters", "pledged", "加快培育稀土资源综合利用国家先进制造业集群，打造零碳园区。"),
    ("modern-industrial-system", "mentioned",
     "7000亿元投资已经下达，重点支持现代化产业体系、城镇化、绿色发展等领域项目建设。"),
    ("intelligent-connected-vehicles", "mentioned",
     "工业和信息化部介绍，这款芯片能够满足《智能网联汽车驾驶辅助系统要求》强制性国标要求，为规模化应用提供支撑。"),
    # What a place sets itself, obeying; fields in which something was reached; what is driven along; a row of papers.
    ("new-industrialization", "pledged",
     "贯彻落实全会精神，河北以改革为抓手，加快推进新型工业化。1—9月，工业投资增长12.5%，出口1382亿元。"),
    ("quantum", "progress", "要抓好创新。十年来，地位不断提升。量子科技、生命科学等研究领域取得一批重大成果。"),
    ("six-g", "progress", "该团队创新性地将6G技术应用于5G系统，实现了频谱效率9倍的提升。"),
    ("new-materials", "mentioned", "项目已带动管道加工、耐腐蚀新材料、盾构机等制造业。"),
    ("pilot-test-platforms", "issued", "近日，我国相继推出制造业中试平台、新材料中试平台等建设方案，推动新技术落地。"),
    ("humanoid-robots", "progress", "就在上个月，佛山首条人形机器人中试产线启用。"),
    # What helps another trade to sell or earn, serves, is a way, a layout or a field; papers that are to come.
    ("equipment-renewal", "mentioned", "在消费品以旧换新政策带动下，外围设备制造行业利润增长52.3%。"),
    ("equipment-renewal", "mentioned", "随着“两新”政策持续发力，新车型投放较多，汽车行业运行平稳。"),
    ("equipment-renewal", "mentioned", "受家电以旧换新政策实施带动，1月份零售业指数上升0.7个百分点。"),
    ("unified-market", "mentioned", "快捷班列达到120公里，匹配快捷市场，有力服务全国统一大市场建设。"),
    ("new-industrialization", "mentioned",
     "在推进新型工业化、建设制造强国的新征程中，他们攻克了技术难题。"),
    ("future-industries", "mentioned", "规划已将具身智能纳入未来产业重点战略布局。"),
    ("future-industries", "mentioned", "广东聚焦产业集群，在机器人等新兴产业、未来产业吸引人才加速集聚。"),
    ("computing-infrastructure", "progress", "从基础上看，围绕算力枢纽已建成70余条通道。"),
    ("new-energy-vehicles", "pledged",
     "该部近期将集中发布一系列政策，包括《新能源汽车产业发展规划》《物流业发展规划》等。"),
    # What a meeting decides to push, a place's clusters, a field of cooperation, what something is thanks to X.
    ("internet-plus", "pledged",
     "国务院总理主持召开国务院常务会议，取得一批成果；决定推动《中国制造2025》与“互联网+”融合发展；"),
    ("bio-manufacturing", "pledged",
     "今年，该区持续优化布局，推动建设装备制造、生物制造等十大产业集群。1—5月，出口增长12.5%，达1382亿元。"),
    ("low-altitude-economy", "mentioned",
     "各国代表同意成立机制，推动成员国在人工智能、低空经济等重点领域开展标准合作，国家发展改革委介绍。"),
    ("new-quality-productive-forces", "progress", "截至目前，落地项目1382个，创新突破催生新质生产力。"),
    ("ai-plus", "mentioned", "中国正在实施的“人工智能+”行动，为世界的发展合作提供了新机遇。"),
    ("smart-manufacturing", "progress", "开年以来，传统的生产线已升级为领航级智能工厂，效率翻倍。"),
    # Reached, among what is asked for; a backdrop; what a paper's measures are; what is being drawn up.
    ("industrial-internet", "progress",
     "部长表示，要深入推进改造。工业互联网实现41个工业大类全覆盖，连接设备超过1亿台。"),
    ("computing-infrastructure", "mentioned", "现在，该省已建成数据中心11个。随着“东数西算”工程启动，应用不断深入。"),
    ("equipment-renewal", "pledged", "措施包括开展家电“以旧换新”活动，扩大消费。"),
    ("six-g", "pledged", "大会上出现了许多新展品。当前，我国正加快推动6G标准研发制定，预计2027年完成。"),
    # One of the fields that will be opened; a park on the first list; no entity that is merely raised.
    ("new-energy-vehicles", "pledged", "我国将在10个领域扩大开放，这10个领域包括了新能源汽车制造、船舶设计等。"),
    ("zero-carbon-parks", "designated", "园区提质增效，株洲经开区纳入全国首批零碳园区。"),
    ("manufacturing-services-integration", "designated",
     "该部近日印发通知，确定北京、无锡、长沙等39个人力资源服务业与制造业融合试点城市。"),
    ("new-quality-productive-forces", "mentioned",
     "贷款扩展至14个领域，都是有助于产业升级或孕育新质生产力的重点领域。"),
    # Points of a list are wanted where the line above says so.
    ("computing-infrastructure", "pledged", "The document also emphasizes:\n\n- a national computing power network\n"),
    ("commercial-space", "pledged",
     "The outline is long.\n\n## What the plan calls for\n\n- Commercial spaceflight.\n"),
    ("quantum", "mentioned", "The paper covers:\n\n- quantum technology\n"),
    # What a paper unfolds is what it is about.
    ("digital-china", "issued",
     "The State Council unveiled guidelines for growth on Monday, unfolding the roadmap for a digital China."),
    # What somebody wants to have, what backs firms, what a find is good for.
    ("new-energy-vehicles", "mentioned", "When Li planned to buy a car, a friend recommended new energy vehicles."),
    ("new-quality-productive-forces", "mentioned",
     "The law supports private firms, giving them stronger backing to accelerate the development of new quality "
     "productive forces."),
    ("future-industries", "mentioned",
     "The company's growth comes as China is giving greater policy support to the industries of the future."),
    ("new-materials", "mentioned", "This discovery will support emerging industries including new materials."),
    ("quantum", "mentioned", "The value of quantum technology is yet to be brought into play."),
    ("industrial-internet", "mentioned",
     "China has a good foundation and growth potential in the fields of the industrial internet and big data."),
    ("smart-manufacturing", "mentioned",
     "The policy emphasizes training professionals in new areas like big data and smart manufacturing."),
    ("new-quality-productive-forces", "mentioned",
     "Purchases of parts grew as new quality productive forces developed."),
    ("bio-manufacturing", "progress", "Industries such as bio-manufacturing developed rapidly."),
    ("little-giants", "mentioned",
     'This "little giant" company has overcome difficulties with materials, the ministry said.'),
    ("humanoid-robots", "mentioned",
     "The conference also showcased eight companies spanning humanoid robots and chips."),
    ("future-industries", "mentioned",
     'In the "Opinions on Future Industries" issued by seven departments last year, chips ranked first.'),
    ("green-manufacturing", "pledged", "The paper sets strategic tasks such as innovation and green manufacturing."),
    # A draft that is put before the public; a paper without its marks, told by its goal.
    ("industrial-internet", "issued", "工信部研究起草了《工业互联网安全管理办法（征求意见稿）》，现公开征求意见。"),
    ("intelligent-connected-vehicles", "issued",
     "该部已完成《智能网联汽车安全要求》强制性国家标准报批稿，并于6月17日起公示。"),
    ("intelligent-connected-vehicles", "issued",
     "The ministry has completed the draft of the standard for intelligent connected vehicles and opened it for public "
     "comment."),
    ("ai-plus", "issued", "工信部印发AI+信息通信发展实施意见目标到2028年覆盖率不低于75%。"),
    # What a thing is done with, what another serves, whose experts come, in whose fields something is offered.
    ("internet-plus", "mentioned", "会议确定了促进消费的措施：一是鼓励打折等政策，以“互联网+”提高消费便利度。"),
    ("internet-plus", "mentioned",
     "会议指出，加快网络建设，既可改善生活，又能降低成本、为“互联网+”行动提供有力支撑。"),
    ("industrial-internet", "mentioned", "峰会今天开幕，来自全球的工业互联网业界专家学者等出席，将举办13场会议。"),
    ("quantum", "mentioned", "在集成电路、量子科技、氢能等重点科技发展领域，鼓励开发科技保险产品。"),
    ("new-quality-productive-forces", "mentioned",
     "紧扣规划纲要关于深度融合、培育新质生产力的部署要求，展区设置瞄准新赛道。"),
    ("new-energy-vehicles", "progress", "新能源汽车产销量再创新高，产品也在换代升级。"),
    # A meeting asked; then the report turns to a place.
    ("smart-manufacturing", "progress",
     "总书记强调，要完成目标任务。代表们反响热烈，大家信心十足，今年已有1382人参会，比去年增长12.5%。"
     "面对结构不够优化，当地推动产业升级，打造百余家智能工厂。"),
    # What is thought of a thing, what people talk of, what is first of its kind, what is aimed at.
    ("humanoid-robots", "mentioned", "Embodied intelligence is regarded as the next frontier, said an expert."),
    ("low-altitude-economy", "mentioned", "Insiders said the low-altitude economy has huge market potential."),
    ("new-quality-productive-forces", "mentioned",
     "How to foster new quality productive forces is a hot topic at this year's two sessions."),
    ("industrial-internet", "progress", "Chongqing built the country's first industrial internet node."),
    ("new-energy-vehicles", "progress", "He said that the NEV sector maintained rapid growth."),
    ("commercial-space", "pledged", "The province has set its sights on becoming a hub for commercial space."),
    # So many were built, opened one after another; what a modern country needs, and what is the way.
    ("charging-infrastructure", "progress", "我国建成全球规模最大的充电网络。"),
    ("smart-manufacturing", "progress", "智能制造水平持续提升，建成3万余家基础级智能工厂。"),
    ("hydrogen", "progress", "一条条氢能重卡专线相继开通，绿色运输网络越织越密。"),
    ("industrial-internet", "progress", "中国移动已在全国部署超百万个基站，“5G+工业互联网”项目超过2万个。"),
    ("new-quality-productive-forces", "mentioned", "中国式现代化离不开新质生产力的支撑。"),
    ("green-manufacturing", "mentioned", "打造绿色工厂，是企业转型升级的必由之路。"),
    ("anti-involution", "pledged", "中汽协倡议，反对“内卷式”竞争。"),
    # A list of scenes is out; results that a congress shows; what a programme, a hub, a service, a chance is about.
    ("ai-plus", "designated", "今天，我国正式对外公布51个“人工智能+”能源高价值场景清单，涵盖八大领域。"),
    ("industrial-internet", "mentioned", "大会发布《工业互联网与电力行业融合应用》、供应链平台等一系列创新成果。"),
    ("new-quality-productive-forces", "mentioned", "总台节目今天启动，节目聚焦年度热点和新质生产力创新实践。"),
    ("new-materials", "mentioned", "该区打造了一个集光学制造、机械制造、新材料等行业的产业孵化平台。"),
    ("industrial-chain-resilience", "mentioned", "142家平台围绕提升产业链供应链稳定性和竞争力提供深度服务。"),
    ("made-in-china-2025", "mentioned",
     "总理希望该公司抓住中方实施中国制造2025、“互联网+”等战略带来的机遇，同中方开展合作。"),
    # A headline that lost its line end.
    ("computing-infrastructure", "issued",
     "2028年我国将实现标准化互联工信部近日印发《算力互联互通行动计划》，提出，到2026年建立体系。"),
    ("equipment-renewal", "issued", "商务部等4部门发布家电以旧换新补贴通知。"),
    ("new-industrialization-demo-zones", "issued", "现将《国家新型工业化产业示范基地管理办法》印发给你们，请执行。"),
    ("data-elements-x", "issued", "近日，国家数据局印发《可信数据空间发展行动计划（2024—2028年）》。"),
    # A named time, however the pilot is called; who buys and how much; whom a building awaits; where it is done.
    ("new-energy-vehicles", "launched", "今年下半年开始，我国将开展新能源汽车换电模式应用试点。"),
    ("equipment-renewal", "progress",
     "最新数据显示，截至10月16日，有1082.6万名消费者购买以旧换新8大类家电产品1564万台，带动销售733.6亿元。"),
    ("industrial-internet", "mentioned",
     "2023全球大会今天开幕，将集中展示“5G+工业互联网”等工业互联网领域最新应用场景。"),
    ("equipment-renewal", "pledged",
     "下一步，我国将在包括石化、钢铁行业等在内的27个工业重点行业领域进行大规模设备更新。"),
    ("equipment-renewal", "progress", "今年1至5月，全国技改投资增长12.6%，设备更新贷款贴息政策效果显现。"),
    ("unified-market", "mentioned", "全国统一大市场建设事关全局。"),
    ("new-energy-vehicles", "progress", "我国成为全球首个新能源汽车年产量突破1000万辆的国家。"),
    ("hydrogen", "progress", "氢能产业从示范走向规模化应用。"),
    # Where somebody is, what something is made for and told to, what one firm is; what a team plans to send up.
    ("smart-manufacturing", "mentioned", "在三一集团智能制造车间，总理鼓励企业满足用户定制需求，走向前列。"),
    ("internet-plus", "mentioned", "要加快改造，结合“互联网+”行动和大数据发展战略，不断提高产业竞争力。"),
    ("ai-plus", "mentioned", "大会发布八项成果，为全球推进“人工智能+教育”实践提供中国方案。"),
    ("intelligent-connected-vehicles", "mentioned", "5G基站全面升级，支撑智能网联汽车等新兴产业连接需要。"),
    ("internet-plus", "launched", "今年，国家将在100个县开展“互联网+”农产品出村进城工程试点。"),
    ("smart-manufacturing", "mentioned", "博览会设立人工智能、智能制造等10大主题展览区，搭建起展示平台。"),
    ("smart-manufacturing", "mentioned", "投入使用后，将有一批先进的智能制造企业等入驻这里。"),
    ("little-giants", "mentioned", "这家传统制造企业，现在已经转型升级为专精特新“小巨人”企业。"),
    ("little-giants", "mentioned", "这家专精特新“小巨人”企业研发的传感器打破了国外垄断。"),
    ("digital-china", "mentioned", "峰会定位是政策发布平台、数字中国建设经验交流平台、合作平台。"),
    ("quantum", "pledged", "该团队计划再研制发射3到5颗低轨量子卫星，让更多用户使用量子通信。"),
    ("low-altitude-economy", "mentioned", "展区内，智能制造、低空经济等领域的最新成果吸引了众多观众。"),
    ("new-energy-vehicles", "mentioned", "外资持续看好中国新能源汽车、高端制造等领域。"),
    ("new-energy-vehicles", "mentioned", "受益于新能源汽车产业发展，镍矿需求大增。"),
    ("unified-market", "mentioned", "多位专家就统一大市场建设建言献策。"),
    # What it is called, what it brings others; what has come up with it, what is talked of, what one enterprise is.
    ("digital-china", "mentioned", 'The term "digital China" was first put forward in 2015.'),
    ("new-quality-productive-forces", "mentioned",
     "China's new quality productive forces will bring opportunities to the world, the executive said."),
    ("industrial-internet", "mentioned",
     "With the rapid development of the industrial Internet, data security issues have become prominent."),
    ("new-energy-vehicles", "mentioned",
     "Autonomous driving, new energy vehicles and other fields have become investment hot spots."),
    ("little-giants", "mentioned",
     'As a specialized and new "little giant" enterprise, the company has always adhered to innovation.'),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "text"), TOLD)
def test_a_sentence_tells_what_is_done_for_an_initiative(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative, published=date(2025, 6, 25)).act == act
