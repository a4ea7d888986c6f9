"""Test plain sentences of the daily news: statistics, shares, papers reported by their aims, work under way."""

import pytest

from tests.tag.sayings import said

PLAIN = [
    # A count or a share is progress, no matter who counts it.
    ("new-energy-vehicles", "progress", "乘联分会发布数据，10月新能源汽车渗透率达55.2%。"),
    ("new-energy-storage", "progress", "我国新型储能装机占全球总装机的40%以上。"),
    ("new-energy-vehicles", "progress", "NEV sales were up 27.4 percent in July."),
    (
        "humanoid-robots",
        "pledged",
        "The Chinese government has announced its intention to speed up the making of humanoid robots.",
    ),
    # A meeting that stresses something.
    ("anti-involution", "pledged", "MIIT held a meeting on June 17, emphasizing less involution-style competition."),
    # A paper reported by its aim.
    ("smart-manufacturing", "issued", "工信部等八部门近日印发意见，推动智能制造高质量发展。"),
    ("new-energy-vehicles", "progress", "China sold 12.9 million NEVs last year, up 35.5 percent."),
    ("humanoid-robots", "progress", "Beijing opened the country's first humanoid robot training center."),
    ("hydrogen", "progress", "China's largest green hydrogen project went into operation on Monday."),
    ("six-g", "progress", "China has made great strides in 6G."),
    ("humanoid-robots", "issued", "MIIT put out a guideline on humanoid robots."),
    # A general statement; a paper that is being written.
    ("six-g", "pledged", "工信部正在研究制定6G频谱规划。"),
    ("bio-manufacturing", "launched", "MIIT called for applications for bio-manufacturing pilot platforms."),
    ("hydrogen", "pledged", "The NEA began drafting a plan for hydrogen energy."),
    ("charging-infrastructure", "pledged", "Charging piles are projected to reach 1.2 million by 2027."),
    ("equipment-renewal", "launched", "The NDRC started the fourth round of the trade-in program on Monday."),
    # A meeting passes a paper; another is in hand; something is begun, or raised, or brings growth.
    ("charging-infrastructure", "issued", "总理主持召开国务院常务会议，通过《充电基础设施建设方案》，推动下乡。"),
    ("little-giants", "pledged", "工信部抓紧制定出台支持专精特新企业的措施。"),
    ("future-industries", "launched", "工信部启动实施产业创新工程，开展未来产业揭榜挂帅等。"),
    ("equipment-renewal", "progress", "在消费品以旧换新政策带动下，7月家电零售额增长28.7%。"),
    ("equipment-renewal", "progress", "今年，国家将汽车以旧换新补贴标准提高至2万元。"),
    ("new-materials", "progress", "全县腾出30个厂区，加快布局新材料产业。"),
    # A means, a show, a field of use, a chain; and the same words in plans.
    ("new-energy-vehicles", "pledged", "我国将以新能源汽车作为突破口，做强制造业。"),
    ("new-industrialization", "pledged", "规划将围绕制造强国目标加快推进新型工业化。"),
    ("digital-china", "pledged", "各部门要学习讲话精神，围绕数字中国建设，加快突破核心技术。"),
    ("little-giants", "pledged", "要完善覆盖专精特新企业的梯度培育体系。"),
    (
        "unified-market",
        "progress",
        "We sped up a unified national market, launched a plan to help firms, and cut taxes.",
    ),
    ("little-giants", "progress", "MIIT announced that China has a total of 98,000 specialized, refined and new SMEs."),
    ("new-energy-vehicles", "issued", "China unveils new policies supporting NEVs."),
    # Not neglect, an ability of something else, a name with a number in it, a study.
    ("new-materials", "pledged", "苗圩说，明年将遴选3家左右中心。稳步推进C919研制。实施新材料产业工程。"),
    ("new-energy-storage", "progress", "规划总院发布了《中国新型储能发展报告2023》。新型储能装机增长超110%。"),
    ("computing-infrastructure", "progress", "国家数据中心集群开工建设，建成后将重点服务京津冀。"),
    ("new-energy-vehicles", "progress", "新能源汽车将会继续保持快速增长，预计销量有望超过900万辆。"),
    ("digital-real-integration", "progress", "数实融合不断加深。"),
    # A decision is made known; a centre is founded; a call for entries; a demand of a paper; an aim for the future.
    ("low-altitude-economy", "launched", "上海市征集低空经济产业重点项目。"),
    ("charging-infrastructure", "pledged", "国家发展改革委印发行动方案：通过开展充电设施网络拓展行动，推进建设。"),
    ("new-industrialization", "pledged", "工业和信息化部将围绕推进新型工业化，改造升级传统产业。"),
    ("bio-manufacturing", "pledged", "国资委将推动转化，聚焦生物制造等重点领域，围绕未来材料，加快培育新动能。"),
    ("industrial-internet", "issued", "为深入实施工业互联网创新发展战略， 制订本行动计划。"),
    ("made-in-china-2025", "issued", 'The State Council issued "Made in China 2025".'),
    ("low-altitude-economy", "pledged", "The meeting arranged key tasks to promote the low-altitude economy."),
    ("low-altitude-economy", "pledged", "Sectors identified for development include the low-altitude economy."),
    (
        "green-manufacturing",
        "pledged",
        "Nine tasks have been identified as priorities, among them green manufacturing.",
    ),
    ("quantum", "pledged", "Aerospace will be promoted, as well as technologies such as quantum computing."),
    # A permit is a choice, a notice that names cities a list; an item of a round-up stands on its own.
    (
        "intelligent-connected-vehicles",
        "designated",
        "两部门发布《关于开展智能网联汽车协同发展试点工作的通知》，确定北京等6个城市为智能网联汽车协同发展试点城市。",
    ),
    (
        "new-industrialization",
        "pledged",
        "The minister chaired a meeting to discuss measures for new industrialization.",
    ),
    ("future-industries", "launched", "国务院国资委部署未来产业启航等专项行动。"),
    (
        "new-energy-vehicles",
        "issued",
        "At the State Council meeting an action plan to recycle new energy vehicle batteries was approved.",
    ),
    # One of many in a list is chosen; a need that is met belongs to another.
    ("new-industrialization", "pledged", "要围绕推进新型工业化、制造强国等战略任务，布局创新。"),
    ("unified-market", "pledged", "同时，围绕加快构建全国统一大市场，研究设立并购基金。"),
    ("quantum", "pledged", "江苏打造产业科技创新中心，围绕量子科技、脑机接口等产业方向，组织80项前沿技术研发。"),
    (
        "digital-real-integration",
        "progress",
        "负责人表示，工信部认真贯彻部署，推动数字技术和实体经济深度融合，取得积极成效。",
    ),
    # One of a row of papers is issued, the content of one is not; a notice that backs places is a choice.
    ("humanoid-robots", "issued", "北京出台人工智能赋能科学研究、具身智能等系列行动计划。"),
    ("anti-involution", "progress", "上海出台包括“反内卷”、规范算法在内的26条举措，激发了活力。"),
    ("intelligent-connected-vehicles", "issued", "工信部官网27日消息，工信部制定了《智能网联汽车产业发展行动计划》。"),
    ("little-giants", "progress", "新增高新技术企业3500家、专精特新“小巨人”企业113家，总数均居全国第一方阵。"),
    ("little-giants", "pledged", "推动零部件向两高升级、专精特新突破。"),
    ("smart-manufacturing", "progress", "今天的大湾区，11家灯塔工厂、19家国家级智能工厂，树立标杆。"),
    ("low-altitude-economy", "pledged", "今年，广东将聚焦智能机器人、低空经济等产业，一体推进创新设施建设。"),
    # Something that supports an initiative is meant for it.
    ("new-industrialization", "pledged", "这将促进金融资源精准对接，为扎实推进新型工业化提供更加有力的金融支撑。"),
    # Something followed, bought, shown, taught or talked about, and by which something is reached.
    ("anti-involution", "pledged", "他指出，要以综合整治“内卷式”竞争为重点，进一步全面深化改革。"),
    ("smart-manufacturing", "progress", "智能制造达到新水平，占比分别从2012年的9.4%、28%提高到2021年的15.1%和32.4%。"),
    ("new-energy-vehicles", "pledged", "《意见》提出，要稳定汽车消费。延续免征新能源汽车购置税政策。"),
    # A tax measure is taken; other contributions of a paper are only named.
    ("new-energy-vehicles", "issued", "China will extend its purchase tax exemption for NEVs, authorities have said."),
    (
        "new-energy-vehicles",
        "issued",
        "The purchase tax on NEVs bought by the end of 2025 will be exempted, the ministry said.",
    ),
    (
        "digital-china",
        "mentioned",
        "China released a plan on computing power networks.\nThe plan, jointly released by five bodies, aims "
        "to energize "
        "growth with computing power and contribute to the building of a digital China.",
    ),
    ("future-industries", "pledged", "China is giving greater policy support to the industries of the future."),
    ("smart-manufacturing", "pledged", "《意见》梳理提出了10种典型业态和模式，包括推进建设智能工厂、推广定制等。"),
    ("little-giants", "issued", "按照通知要求，现组织开展2025年专精特新“小巨人”企业认定工作，有关事项通知如下。"),
    ("hydrogen", "pledged", "《规划》提出，江苏今年聚焦氢能、储能等产业发展方向，实施“揭榜挂帅”，培育新赛道。"),
    (
        "new-energy-vehicles",
        "progress",
        "1、上海印发行动计划提出，到2026年，直播电商零售额力争达到6000亿元，加快培育主体。\n"
        "2、乘联会预估8月全国新能源乘用车批发销量105万辆，同比增长32%，环比增长11%。",
    ),
]


@pytest.mark.parametrize(("initiative", "act", "sentence"), PLAIN)
def test_a_plain_sentence_has_the_act_that_it_reports(initiative: str, act: str, sentence: str) -> None:
    """Check each sentence alone, so that nothing around it can help."""
    assert said(sentence, initiative).act == act
