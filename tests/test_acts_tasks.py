"""Sentences of tasks that are set, years to come, policies that are counted, and what is shown or served in passing."""

import pytest

from tests.sayings import said

TASKS = [
    # A headline sets tasks; a start that it tells is one.
    ("bio-manufacturing", "pledged",
     "全年工业增加值增长4.3%，“新三样”出口快速增长，产业链日趋完善，利润连续五个月上升。李乐成：推进卫星应用，"
     "培育生物制造、低空经济等新的增长点。"),
    ("six-g", "launched", "工信部：启动6G技术试验。"),
    # A year to come; a policy that is to be drawn up.
    ("future-industries", "pledged",
     "全年工业增长6.4%，出口创历史新高，利润连续上升，产业不断壮大。工信部透露，2026年开展攻关，培育未来产业，"
     "建设试验平台。"),
    ("quantum", "pledged", "工信部部署明年工作，制定出台量子科技发展政策。"),
    ("hydrogen", "pledged", "已有数百辆氢能重卡运行，当地还在规划建设多条氢能走廊。"),
    ("charging-infrastructure", "pledged",
     "今天（9月3日），两部门联合出台文件，促进汽车消费，落实取消限迁政策，包括鼓励以旧换新、加快充电基础设施建"
     "设等措施。"),
    # Policies by the dozen are results, and what they further no paper of its own; a new rule is one.
    ("commercial-space", "progress", "北京已出台了人形机器人、商业航天等30余项支持政策，形成两个产业集群。"),
    ("commercial-space", "pledged", "多地纷纷出台政策，鼓励形成商业航天产业集群。"),
    ("new-energy-vehicles", "issued", "新能源汽车动力电池回收利用新规正式发布。"),
    ("little-giants", "issued", "日前，北京从八个方面发布27项措施，降低融资成本，为专精特新企业护航。"),
    ("unified-market", "pledged", "今年，《全国统一大市场建设指引》公布，专项行动深入开展，负面清单再次缩短。"),
    # How a policy does.
    ("equipment-renewal", "progress", "“两新”政策加力扩围，各地多措并举，提振消费。"),
    ("equipment-renewal", "progress", "各地实施“两新”政策以来，优化流程，扩大消费。"),
    ("modern-industrial-system", "progress",
     "他指出，战略提出并实施5年来，活力不断提升，现代化产业体系加快建立，改革迈出新步伐。"),
    ("new-energy-vehicles", "pledged", "今年将优化税费政策。对购置期在明年的新能源汽车继续免征车辆购置税。"),
    # What a minister will take for his main task.
    ("new-quality-productive-forces", "pledged", "该部将锚定关键任务，以发展新质生产力为重点，加快改革。"),
    # Talked about, shown, studied, served.
    ("future-industries", "mentioned", "举办论坛，共议前沿科技和未来产业发展趋势，具有重要意义。"),
    ("new-quality-productive-forces", "mentioned", "他来到实验室，了解企业发展新质生产力等情况。"),
    ("digital-china", "mentioned", "峰会将发布《数字中国发展报告（2024年）》等成果。"),
    ("new-energy-vehicles", "mentioned", "江苏整治光伏、新能源汽车等行业“内卷式”竞争。"),
    ("new-materials", "mentioned", "资金为高端装备、新材料等重点产业链、重点项目提供了中长期融资支持。"),
    ("digital-china", "mentioned", "要加快智能升级，为制造强国、网络强国和数字中国建设提供有力支撑。"),
    ("charging-infrastructure", "mentioned", "新上线的系统让值班人员可以了解充电桩的状况。"),
    ("little-giants", "designated", "在第五批“小巨人”企业名单中，658家广东企业入榜。"),
    # Forecasts are no plans; what is reached is recalled; what opens is launched; the first of its kind is set up.
    ("new-energy-vehicles", "progress",
     "8月汽车销量增长32.1%。中国汽车工业协会预计，乘用车产销将快速增长，新能源汽车也将会维持良好表现。"),
    ("new-industrialization", "mentioned", "会议强调，要充分认识新型工业化取得的成就，增强自信。"),
    ("computing-infrastructure", "launched", "抢抓机遇，前不久，杭州市算力资源调度服务平台正式发布。"),
    ("pilot-test-platforms", "designated",
     "不久前，全国首个消费领域移动终端方向的国家人工智能应用中试基地落户广东。"),
    ("humanoid-robots", "mentioned", "论坛聚焦人工智能治理、具身智能等热点，开展了一系列活动。"),
    ("equipment-renewal", "progress", "“两新”政策实施两年多来，一级能效家电占比升到九成。"),
    ("little-giants", "progress", "“十四五”以来，推动新培育“小巨人”企业1738家，占全国的57.7%。"),
    # What is weighed, reviewed, held or put to use beside something else.
    ("industrial-chain-resilience", "mentioned", "要处理好减污降碳和产业链供应链安全、粮食安全的关系。"),
    ("unified-market", "mentioned", "会议审议国务院关于建设全国统一大市场工作情况的报告并开展专题询问。"),
    ("humanoid-robots", "mentioned", "2025世界人形机器人运动会将于8月14日晚在北京开幕。"),
    ("new-energy-vehicles", "mentioned", "三部门将开展试点，全面推广新能源汽车有序充电，扩大放电规模。"),
    ("low-altitude-economy", "mentioned", "不久后，这些设备将应用在低空经济领域，提升定位精度。"),
    ("computing-infrastructure", "mentioned", "上海将立足算力基础设施领先、人才密集等优势，加速发展新产业。"),
    ("new-quality-productive-forces", "progress", "从新质生产力看，新动能快速成长。"),
    ("new-quality-productive-forces", "progress", "李强指出，这些年，中国持续推动高质量发展，加快发展新质生产力。"),
    ("new-energy-storage", "progress", "国家能源局推动新型储能充分发挥功效，为顶峰时段电力保供贡献了关键力量。"),
    ("quantum", "progress", "围绕人工智能、量子科技等重点领域，国家已累计部署攻关任务100多项。"),
    ("humanoid-robots", "designated", "国务院国资委近日成立央企具身智能产业共同体，打造千个应用场景。"),
    ("industrial-internet", "issued",
     "关于组织开展2025年工业互联网试点示范项目申报工作的通知\n各省主管部门：现将事项告知。"),
    ("equipment-renewal", "pledged", "做好跟踪问效，组织开展“两新”政策实施效果评估，做好政策接续储备。"),
    ("new-quality-productive-forces", "pledged", "全会提出，增强自主创新能力，抢占制高点，不断催生新质生产力。"),
    ("new-materials", "pledged", "“十五五”时期，陕西将聚焦航空航天、新材料等领域，部署关键技术攻关项目。"),
    ("equipment-renewal", "mentioned", "要推进绿色转型，结合大规模设备更新等政策实施，积极应用先进装备。"),
    # English.
    ("charging-infrastructure", "pledged",
     "The campaign has begun. This includes the expansion of charging infrastructure."),
    ("new-materials", "mentioned",
     "The country plans to foster small firms, focusing on new energy, new materials and others."),
    ("little-giants", "pledged",
     "China aims to foster 1 million firms by 2025, according to a guideline on the development of SMEs. By then "
     "there will be 10,000 \"little giant\" firms, said the guideline jointly released by the ministry."),
    ("humanoid-robots", "mentioned", "A professor discussed research in a keynote speech on embodied intelligence."),
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
    ("modern-industrial-system", "mentioned", "It is also a pivotal part of building a modern industrial system."),
    ("modern-industrial-system", "pledged",
     "It is important to consolidate the foundation of growth and build a modern industrial system."),
    ("new-energy-vehicles", "mentioned", "There should be one charging station for every 2,000 new energy vehicles."),
    ("equipment-renewal", "mentioned",
     "Industry will go green by implementing policies such as large-scale equipment renewal."),
    ("new-energy-vehicles", "progress",
     "China has focused on cultivating new products, leading to rapid growth in sectors such as new energy "
     "vehicles."),
    ("green-manufacturing", "pledged",
     "Continued efforts will be devoted to the setting up of centers and to green manufacturing."),
    ("charging-infrastructure", "issued", "The State Council released a paper this month on charging facilities."),
    ("new-materials", "pledged", "Liaoning will prioritize sectors including aerospace, new materials and robotics."),
    ("intelligent-connected-vehicles", "mentioned",
     "The focus was on showcasing products in the fields of intelligent connected vehicles."),
    ("digital-china", "progress",
     'The recently released "Digital China Development Report" shows that the market has grown.'),
    ("digital-china", "mentioned", "The summit will release documents, including reports on Digital China."),
    ("new-energy-vehicles", "progress",
     "To unleash demand, China has extended its tax exemption for NEVs to the end of 2027."),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "sentence"), TASKS)
def test_a_task_is_told_from_what_is_done_and_from_what_is_named(initiative: str, act: str, sentence: str) -> None:
    """Each text stands alone, so that nothing around it can help."""
    assert said(sentence, initiative).act == act
