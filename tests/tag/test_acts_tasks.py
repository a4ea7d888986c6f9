"""Test sentences on tasks, future years, counts of policies, and things shown or served in passing."""

import pytest

from tests.tag.sayings import said

TASKS = [
    # A headline sets tasks; a start that it reports is one.
    ("bio-manufacturing", "pledged",
     "全年工业增加值增长4.3%，“新三样”出口快速增长，产业链日趋完善，利润连续五个月上升。李乐成：推进卫星应用，"
     "培育生物制造、低空经济等新的增长点。"),
    ("six-g", "launched", "工信部：启动6G技术试验。"),
    # A future year; a policy still to be drawn up.
    ("future-industries", "pledged",
     "全年工业增长6.4%，出口创历史新高，利润连续上升，产业不断壮大。工信部透露，2026年开展攻关，培育未来产业，"
     "建设试验平台。"),
    ("quantum", "pledged", "工信部部署明年工作，制定出台量子科技发展政策。"),
    ("hydrogen", "pledged", "已有数百辆氢能重卡运行，当地还在规划建设多条氢能走廊。"),
    ("charging-infrastructure", "pledged",
     "今天（9月3日），两部门联合出台文件，促进汽车消费，落实取消限迁政策，包括鼓励以旧换新、加快充电基础设施建"
     "设等措施。"),
    # Dozens of policies are results, and their aim has no paper of its own; a new rule is a paper.
    ("commercial-space", "progress", "北京已出台了人形机器人、商业航天等30余项支持政策，形成两个产业集群。"),
    ("commercial-space", "pledged", "多地纷纷出台政策，鼓励形成商业航天产业集群。"),
    ("new-energy-vehicles", "issued", "新能源汽车动力电池回收利用新规正式发布。"),
    ("little-giants", "issued", "日前，北京从八个方面发布27项措施，降低融资成本，为专精特新企业护航。"),
    ("unified-market", "pledged", "今年，《全国统一大市场建设指引》公布，专项行动深入开展，负面清单再次缩短。"),
    # The performance of a policy.
    ("equipment-renewal", "progress", "“两新”政策加力扩围，各地多措并举，提振消费。"),
    ("equipment-renewal", "progress", "各地实施“两新”政策以来，优化流程，扩大消费。"),
    ("modern-industrial-system", "progress",
     "他指出，战略提出并实施5年来，活力不断提升，现代化产业体系加快建立，改革迈出新步伐。"),
    ("new-energy-vehicles", "pledged", "今年将优化税费政策。对购置期在明年的新能源汽车继续免征车辆购置税。"),
    # A minister's main task.
    ("new-quality-productive-forces", "pledged", "该部将锚定关键任务，以发展新质生产力为重点，加快改革。"),
    # Talked about, shown, studied, served.
    ("charging-infrastructure", "mentioned", "新上线的系统让值班人员可以了解充电桩的状况。"),
    # Forecasts are not plans; results are looked back on; openings are launches; the first of its kind is set up.
    ("new-energy-vehicles", "progress",
     "8月汽车销量增长32.1%。中国汽车工业协会预计，乘用车产销将快速增长，新能源汽车也将会维持良好表现。"),
    ("computing-infrastructure", "launched", "抢抓机遇，前不久，杭州市算力资源调度服务平台正式发布。"),
    ("equipment-renewal", "progress", "“两新”政策实施两年多来，一级能效家电占比升到九成。"),
    ("little-giants", "progress", "“十四五”以来，推动新培育“小巨人”企业1738家，占全国的57.7%。"),
    # Something weighed, reviewed, held or put to use beside something else.
    ("new-quality-productive-forces", "progress", "从新质生产力看，新动能快速成长。"),
    ("new-quality-productive-forces", "progress", "李强指出，这些年，中国持续推动高质量发展，加快发展新质生产力。"),
    ("new-energy-storage", "progress", "国家能源局推动新型储能充分发挥功效，为顶峰时段电力保供贡献了关键力量。"),
    ("quantum", "progress", "围绕人工智能、量子科技等重点领域，国家已累计部署攻关任务100多项。"),
    ("industrial-internet", "issued",
     "关于组织开展2025年工业互联网试点示范项目申报工作的通知\n各省主管部门：现将事项告知。"),
    ("equipment-renewal", "pledged", "做好跟踪问效，组织开展“两新”政策实施效果评估，做好政策接续储备。"),
    ("new-quality-productive-forces", "pledged", "全会提出，增强自主创新能力，抢占制高点，不断催生新质生产力。"),
    ("new-materials", "pledged", "“十五五”时期，陕西将聚焦航空航天、新材料等领域，部署关键技术攻关项目。"),
    # As the evening news reports it.
    ("ai-plus", "launched", "落实上级要求，本市加快转型，全面启动“人工智能+制造”专项行动，计划三年覆盖规上企业。"),
    ("commercial-space", "pledged", "到2030年，我市产业基地将达到9个，涵盖船舶制造、商业航天等产业。"),
    ("humanoid-robots", "progress", "今年，具身智能产业规模预计将突破80亿元，相关零部件规模将突破20亿元。"),
    ("equipment-renewal", "progress", "近期，各地认真落实家电以旧换新工作，市民反响热烈。"),
    ("equipment-renewal", "progress", "车市保持热度，以旧换新政策效应持续释放。"),
    ("new-quality-productive-forces", "progress", "科研与产业双向奔赴，催生了新质生产力。"),
    ("pilot-test-platforms", "progress", "目前，全省有省级中试基地25家，为提升产业水平、培育人才提供平台。"),
    ("new-materials", "progress", "全市新材料产业产值今年将首次突破600亿元。"),
    ("future-industries", "pledged", "两省合作基础较好，应携手共进，在稳住传统产业、布局未来产业方面取得新突破。"),
    ("new-materials", "pledged", "下一步，我市将围绕新能源、新材料等优势产业，延链、补链、强链，做强园区。"),
    ("unified-market", "pledged", "对于妨碍统一市场和公平竞争的文件，有关方面将开展清理。"),
    ("intelligent-connected-vehicles", "pledged", "力争到2030年，形成包括智能网联汽车、家居等4个千亿元产业。"),
    ("humanoid-robots", "pledged", "今年，本市将推出50个样板车间，引进具身智能等创新企业。"),
    ("new-energy-vehicles", "issued", "三部门发布通知，新一轮新能源汽车下乡行动下月启动。"),
    ("new-energy-vehicles", "progress", "研究机构的报告说，今年全球新能源汽车销量将达2000万辆。"),
    ("new-materials", "progress", "五年以来，主管部门围绕新材料、船舶等行业，发布国家标准1200余项。"),
    # English.
    ("charging-infrastructure", "pledged",
     "The campaign has begun. This includes the expansion of charging infrastructure."),
    ("little-giants", "pledged",
     "China aims to foster 1 million firms by 2025, according to a guideline on the development of SMEs. By then "
     "there will be 10,000 \"little giant\" firms, said the guideline jointly released by the ministry."),
    ("new-energy-vehicles", "launched", "The ministry has unveiled a nationwide campaign for new energy vehicles."),
    ("unified-market", "mentioned",
     "Work on a unified market entered a new phase in early 2025, when the NDRC issued guidelines to speed up reform."),
    ("humanoid-robots", "progress", "Rapid progress is being made in fields such as large models and embodied AI."),
    ("new-energy-vehicles", "mentioned",
     "An association kicked off an initiative urging all NEV makers to compete fairly."),
    ("equipment-renewal", "progress", "The trade-in program, launched in 2024 with bonds, has covered new goods."),
    ("anti-involution", "progress",
     "Sales rose on progress in the campaign to address involution-style competition."),
    ("internet-plus", "pledged", "The circular backed the “Internet Plus” initiative."),
    ("new-quality-productive-forces", "pledged",
     "He noted that more was needed: steps were needed in developing new quality productive forces."),
    ("new-materials", "pledged",
     "The bases will serve the country, with a focus on sectors such as new energy, new materials and biology."),
    ("ai-manufacturing", "pledged", "The meeting made arrangements for facilitating new industrialization with AI."),
    ("modern-industrial-system", "pledged",
     "It is important to consolidate the foundation of growth and build a modern industrial system."),
    ("new-energy-vehicles", "progress",
     "China has focused on cultivating new products, leading to rapid growth in sectors such as new energy "
     "vehicles."),
    ("green-manufacturing", "pledged",
     "Continued efforts will be devoted to the setting up of centers and to green manufacturing."),
    ("charging-infrastructure", "issued", "The State Council released a paper this month on charging facilities."),
    ("new-materials", "pledged", "Liaoning will prioritize sectors including aerospace, new materials and robotics."),
    ("digital-china", "progress",
     'The recently released "Digital China Development Report" shows that the market has grown.'),
    ("new-energy-vehicles", "progress",
     "To unleash demand, China has extended its tax exemption for NEVs to the end of 2027."),
    ("intelligent-connected-vehicles", "launched",
     "This year, Wuhan will take the lead in launching an access pilot of intelligent connected vehicles."),
    ("green-manufacturing", "progress",
     "A number of programs have been launched in areas such as textiles and green manufacturing."),
    ("industrial-chain-resilience", "pledged",
     "The ministry is stepping up efforts to strengthen the resilience of industrial and supply chains."),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "sentence"), TASKS)
def test_a_task_is_distinguished_from_what_is_done_or_only_named(initiative: str, act: str, sentence: str) -> None:
    """Check each text alone, so that nothing around it can help."""
    assert said(sentence, initiative).act == act
