"""Plain sentences of the daily news: statistics, shares, papers told by what they want, work under way."""

import pytest

from tests.tag.sayings import said

PLAIN = [
    # What is counted or shared is progress, whoever counts it.
    ("new-energy-vehicles", "progress", "乘联分会发布数据，10月新能源汽车渗透率达55.2%。"),
    ("new-energy-storage", "progress", "我国新型储能装机占全球总装机的40%以上。"),
    ("new-energy-vehicles", "progress", "NEV sales were up 27.4 percent in July."),
    (
        "humanoid-robots",
        "pledged",
        "The Chinese government has announced its intention to speed up the making of humanoid robots.",
    ),
    # A paper told by what it wants.
    ("smart-manufacturing", "issued", "工信部等八部门近日印发意见，推动智能制造高质量发展。"),
    ("high-tech-zones", "designated", "我省再添一家国家高新区。"),
    ("smart-manufacturing", "designated", "全市12家企业通过国家级智能工厂认定。"),
    ("little-giants", "designated", "苏州三家企业获评国家级专精特新“小巨人”企业。"),
    ("smart-manufacturing", "designated", "2026年度智能工厂名单揭晓。"),
    ("new-energy-vehicles", "progress", "China sold 12.9 million NEVs last year, up 35.5 percent."),
    ("humanoid-robots", "progress", "Beijing opened the country's first humanoid robot training center."),
    ("hydrogen", "progress", "China's largest green hydrogen project went into operation on Monday."),
    ("six-g", "progress", "China has made great strides in 6G."),
    ("low-altitude-economy", "mentioned", "低空经济成为两会热词。"),
    ("humanoid-robots", "issued", "MIIT put out a guideline on humanoid robots."),
    # A saying that holds always; a paper that is being written.
    ("new-quality-productive-forces", "mentioned", "发展新质生产力，人才是关键。"),
    ("six-g", "pledged", "工信部正在研究制定6G频谱规划。"),
    ("humanoid-robots", "mentioned", "Developing humanoid robots is key to growth, experts said."),
    ("unified-market", "mentioned", "The SCIO will hold a press conference on the unified national market on Friday."),
    ("hydrogen", "designated", "国家能源局确定41个氢能试点项目。"),
    ("commercial-space", "designated", "China sets up a commercial space department under the CNSA."),
    ("bio-manufacturing", "launched", "MIIT called for applications for bio-manufacturing pilot platforms."),
    ("hydrogen", "pledged", "The NEA began drafting a plan for hydrogen energy."),
    ("charging-infrastructure", "pledged", "Charging piles are projected to reach 1.2 million by 2027."),
    ("equipment-renewal", "launched", "The NDRC started the fourth round of the trade-in program on Monday."),
    # A meeting passes a paper; another is in hand; what is begun, or raised, or brings growth.
    ("charging-infrastructure", "issued", "总理主持召开国务院常务会议，通过《充电基础设施建设方案》，推动下乡。"),
    ("little-giants", "pledged", "工信部抓紧制定出台支持专精特新企业的措施。"),
    ("future-industries", "launched", "工信部启动实施产业创新工程，开展未来产业揭榜挂帅等。"),
    ("equipment-renewal", "progress", "在消费品以旧换新政策带动下，7月家电零售额增长28.7%。"),
    ("equipment-renewal", "progress", "今年，国家将汽车以旧换新补贴标准提高至2万元。"),
    ("new-materials", "progress", "全县腾出30个厂区，加快布局新材料产业。"),
    # A means, a show, a field of use, a chain; and the same words where they plan.
    ("made-in-china-2025", "mentioned", "要结合实施中国制造2025，推动钢铁去产能。"),
    ("industrial-internet", "mentioned", "世界智能产业博览会开幕，重点展示工业互联网最新成果。"),
    ("industrial-internet", "mentioned", "这次峰会将办13场会议，内容覆盖工业互联网各个方面。"),
    ("smart-manufacturing", "mentioned", "项目要助力智慧城市、智能制造、智慧农业等重点领域应用。"),
    ("new-energy-vehicles", "mentioned", "要保障新能源汽车产业链供应链安全。"),
    ("new-energy-vehicles", "pledged", "我国将以新能源汽车作为突破口，做强制造业。"),
    ("new-industrialization", "pledged", "规划将围绕制造强国目标加快推进新型工业化。"),
    ("digital-china", "pledged", "各部门要学习讲话精神，围绕数字中国建设，加快突破核心技术。"),
    ("little-giants", "pledged", "要完善覆盖专精特新企业的梯度培育体系。"),
    (
        "unified-market",
        "progress",
        "We sped up a unified national market, launched a plan to help firms, and cut taxes.",
    ),
    ("new-materials", "mentioned", "It tells how China plans to use models in industries such as new materials."),
    ("humanoid-robots", "mentioned", "As the first platform for embodied AI, a firm has opened in ten cities."),
    ("little-giants", "progress", "MIIT announced that China has a total of 98,000 specialized, refined and new SMEs."),
    ("industrial-internet", "mentioned", "Dozens of industrial internet products are being showcased in Wuhan."),
    ("internet-plus", "mentioned", "We will create jobs through a synergy of start-ups and Internet Plus."),
    ("quantum", "mentioned", "The Party held a study session on quantum technology in October."),
    ("new-energy-vehicles", "issued", "China unveils new policies supporting NEVs."),
    (
        "manufacturing-innovation-centers",
        "designated",
        "MIIT approved three national manufacturing innovation centers.",
    ),
    # What is no neglect, what something else can do, a name with a number in it, a study.
    ("new-quality-productive-forces", "mentioned", "总书记强调，发展新质生产力不是忽视传统产业。"),
    ("new-quality-productive-forces", "mentioned", "总书记强调，传统产业改造升级，也能发展新质生产力。"),
    ("new-materials", "pledged", "苗圩说，明年将遴选3家左右中心。稳步推进C919研制。实施新材料产业工程。"),
    ("new-energy-storage", "progress", "规划总院发布了《中国新型储能发展报告2023》。新型储能装机增长超110%。"),
    ("computing-infrastructure", "progress", "国家数据中心集群开工建设，建成后将重点服务京津冀。"),
    ("new-energy-vehicles", "progress", "新能源汽车将会继续保持快速增长，预计销量有望超过900万辆。"),
    ("digital-real-integration", "progress", "数实融合不断加深。"),
    # Who decides makes it known; a centre is founded; a call for entries; what a paper wants; what will be the aim.
    (
        "new-industrialization-demo-zones",
        "designated",
        "经评审，同意石家庄经开区等39个产业集聚区为国家新型工业化产业示范基地，现予以公布。",
    ),
    ("manufacturing-innovation-centers", "designated", "我国首个制造业创新中心——动力电池创新中心正式成立。"),
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
    ("humanoid-robots", "mentioned", "The expo has opened, featuring innovations such as a humanoid robot."),
    # A permit is a choice, a notice that names cities a list; an item of a round-up is told by itself.
    ("intelligent-connected-vehicles", "designated", "工业和信息化部正式公布了首批L3级有条件自动驾驶车型准入许可。"),
    (
        "intelligent-connected-vehicles",
        "designated",
        "China granted road approval for two cars with Level-3 autonomous driving.",
    ),
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
    ("new-industrialization", "mentioned", "数据是在“加快推进新型工业化”新闻发布会上公布的，增长7.11%。"),
    (
        "new-energy-vehicles",
        "issued",
        "At the State Council meeting an action plan to recycle new energy vehicle batteries was approved.",
    ),
    # What is listed as one of many is chosen; a need that is met is somebody else's.
    ("new-energy-storage", "designated", "国家能源局决定将“肥城压缩空气储能项目”等56个项目列为新型储能试点示范项目。"),
    ("new-energy-vehicles", "mentioned", "我国已建成全球最大的充电网络，支撑了超4000万辆新能源汽车的充电需求。"),
    ("new-energy-vehicles", "mentioned", "我国充电桩总功率超过1.1亿千瓦，保障了新能源汽车充电需求。"),
    ("new-energy-vehicles", "mentioned", "继续支持老旧货车报废更新、新能源城市公交车更新、老旧农机报废更新。"),
    ("new-industrialization", "pledged", "要围绕推进新型工业化、制造强国等战略任务，布局创新。"),
    ("unified-market", "pledged", "同时，围绕加快构建全国统一大市场，研究设立并购基金。"),
    ("quantum", "pledged", "江苏打造产业科技创新中心，围绕量子科技、脑机接口等产业方向，组织80项前沿技术研发。"),
    ("little-giants", "mentioned", "工信部召开圆桌会议，围绕支持专精特新企业发展、做强软件产业，听取企业意见。"),
    ("high-tech-zones", "mentioned", "以国家高新区为重点，力争到2027年建成200个左右数字园区。"),
    ("smart-manufacturing", "mentioned", "大会集中展示近年来智能制造的新技术、新成效。"),
    ("industrial-internet", "mentioned", "数据中心、工业互联网等成为“新基建”投资的主要内容。"),
    (
        "digital-real-integration",
        "progress",
        "负责人表示，工信部认真贯彻部署，推动数字技术和实体经济深度融合，取得积极成效。",
    ),
    ("equipment-renewal", "mentioned", "商务部声明，**未组织“以旧换新”直播宣讲等活动**。"),
    # What is one of a row of papers is issued, what is in one of them is not; a notice that backs places is a choice.
    ("humanoid-robots", "issued", "北京出台人工智能赋能科学研究、具身智能等系列行动计划。"),
    ("anti-involution", "progress", "上海出台包括“反内卷”、规范算法在内的26条举措，激发了活力。"),
    ("ai-pilot-zones", "designated", "工信部近日印发通知，支持创建北京、天津、杭州国家人工智能创新应用先导区。"),
    (
        "ai-pilot-zones",
        "designated",
        "工信部复函山东省人民政府、深圳市人民政府，支持建设济南-青岛、深圳人工智能创新应用先导区。",
    ),
    ("intelligent-connected-vehicles", "issued", "工信部官网27日消息，工信部制定了《智能网联汽车产业发展行动计划》。"),
    ("little-giants", "progress", "新增高新技术企业3500家、专精特新“小巨人”企业113家，总数均居全国第一方阵。"),
    ("little-giants", "pledged", "推动零部件向两高升级、专精特新突破。"),
    ("intelligent-connected-vehicles", "designated", "首批L3级有条件自动驾驶车型获得准入许可。"),
    ("smart-manufacturing", "progress", "今天的大湾区，11家灯塔工厂、19家国家级智能工厂，树立标杆。"),
    ("low-altitude-economy", "pledged", "今年，广东将聚焦智能机器人、低空经济等产业，一体推进创新设施建设。"),
    # What something is capable of, is in line with, or is a starting point for.
    ("new-energy-vehicles", "mentioned", "The network is capable of meeting the charging demand of 40 million NEVs."),
    (
        "new-quality-productive-forces",
        "mentioned",
        "It aligns with China's drive to develop new quality productive forces.",
    ),
    ("green-manufacturing", "mentioned", "This shift reflects China's broader push to lead in green manufacturing."),
    ("new-industrialization", "mentioned", "It acts as a critical infrastructure for advancing new industrialization."),
    # What is to support something is meant for it.
    ("new-industrialization", "pledged", "这将促进金融资源精准对接，为扎实推进新型工业化提供更加有力的金融支撑。"),
    # What is obeyed, bought, shown, taught or talked about, and by which something is reached.
    ("new-industrialization", "mentioned", "工信部落实全国新型工业化推进大会部署，听取企业意见，要做大做强软件产业。"),
    ("new-energy-vehicles", "mentioned", "北京明确，转让旧车并新购新能源乘用车的，补贴标准为1.5万元。"),
    ("new-materials", "mentioned", "世界制造业大会上，一批国际领先的新装备和新材料集中亮相。"),
    ("digital-china", "mentioned", "峰会将发布数字中国、数据资源调查等70余项成果。"),
    ("bio-manufacturing", "mentioned", "推动产业创新，高校增设生物制造、脑机科学与技术等专业。"),
    ("computing-infrastructure", "mentioned", "共同推进“东数西算”、促进数据增值等议题进行了互动讨论。"),
    ("industrial-internet", "mentioned", "负责人表示，要通过工业互联网推动万物互联，推动制造业走向开放。"),
    ("future-industries", "mentioned", "目前，我国累计培育量子科技等未来产业领域“小巨人”企业近6000家。"),
    ("anti-involution", "pledged", "他指出，要以综合整治“内卷式”竞争为重点，进一步全面深化改革。"),
    ("smart-manufacturing", "progress", "智能制造达到新水平，占比分别从2012年的9.4%、28%提高到2021年的15.1%和32.4%。"),
    ("new-energy-vehicles", "pledged", "《意见》提出，要稳定汽车消费。延续免征新能源汽车购置税政策。"),
    # A tax measure is taken; what else a paper contributes to is named only.
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
def test_a_plain_sentence_is_told_for_what_it_tells(initiative: str, act: str, sentence: str) -> None:
    """Each sentence stands alone, so that nothing around it can help."""
    assert said(sentence, initiative).act == act
