"""Texts on real events: pairs that look like one announcement and are two."""

from tests.stories.one_story import HUMANOIDS, Row, row


def list_of(batch: str, companies: int, published: str) -> Row:
    """The list of one batch of little giants; only its numbers tell it from another's."""
    return row(
        published,
        f"关于公布第{batch}批专精特新“小巨人”企业名单的通告",
        f"经审核，现将第{batch}批专精特新“小巨人”企业名单予以公布，共{companies}家企业入选，有效期三年。请各地中小企业"
        "主管部门加强服务，引导企业专注细分市场，提升创新能力和专业化水平，在产业链中发挥更大作用。",
    )


def piles(month: int, total: str, public: str, private: str, published: str) -> Row:
    """The monthly count of charging piles; only its numbers tell it from another's."""
    return row(
        published,
        f"截至{month}月底我国充电基础设施总数达{total}万个",
        f"国家能源局发布数据显示，截至{month}月底，我国电动汽车充电基础设施总数达到{total}万个。其中，公共充电设施"
        f"{public}万个，私人充电设施{private}万个。充电网络覆盖面持续扩大，为新能源汽车出行提供了有力支撑。",
    )


def sales(month: str, units: str, share: str, published: str) -> Row:
    """A month's sales in English; only its numbers tell it from another's."""
    return row(
        published,
        f"China's NEV sales up in {month}",
        f"BEIJING -- China's sales of new energy vehicles reached {units} million units in {month}, accounting for "
        f"{share} percent of all new vehicles, the China Association of Automobile Manufacturers said. Exports also "
        "kept growing, the association added, as carmakers expanded overseas networks.",
    )


TWO_STORIES: dict[str, tuple[Row, Row]] = {
    "a ministry's notice and a province's call that recalls it": (
        row(
            "2025-07-09",
            "China launches zero-carbon parks",
            "On July 8, the National Development and Reform Commission issued a notice on building zero-carbon parks.",
        ),
        row(
            "2025-07-09",
            "云南省发展改革委关于组织申报零碳园区的通知",
            "近日，国家发展改革委印发《关于开展零碳园区建设的通知》，支持建设零碳园区。现就我省申报工作通知如下。",
        ),
    ),
    "the third and the fourth batch": (list_of("三", 2930, "2021-07-19"), list_of("四", 4357, "2022-08-08")),
    "two batches within a week": (list_of("三", 2930, "2021-07-19"), list_of("四", 4357, "2021-07-22")),
    "the statistic of two months": (
        piles(9, "1806.3", "447.6", "1358.7", "2025-10-20"),
        piles(10, "1864.5", "453.3", "1411.2", "2025-11-19"),
    ),
    "the statistic of two months in English": (
        sales("August", "1.1", "44.8", "2024-09-10"),
        sales("September", "1.29", "45.8", "2024-10-12"),
    ),
    "January to February, and January to March": (
        row(
            "2024-03-18",
            "1-2月新能源汽车产量同比增长25.6%",
            "国家统计局发布数据显示，1-2月份，新能源汽车产量同比增长25.6%，高技术制造业增加值同比增长7.5%，"
            "集成电路产量同比增长16.5%，工业生产稳步回升，企业预期持续改善，新动能加快成长。",
        ),
        row(
            "2024-04-16",
            "1-3月新能源汽车产量同比增长29.2%",
            "国家统计局发布数据显示，1-3月份，新能源汽车产量同比增长29.2%，高技术制造业增加值同比增长7.5%，"
            "集成电路产量同比增长40%，工业生产稳步回升，企业预期持续改善，新动能加快成长。",
        ),
    ),
    "one list of two years": (
        row(
            "2023-12-28",
            "2023年度绿色工厂名单公布",
            "工业和信息化部公布2023年度绿色工厂名单，各地积极推进绿色制造体系建设。",
        ),
        row(
            "2024-12-30",
            "2024年度绿色工厂名单公布",
            "工业和信息化部公布2024年度绿色工厂名单，各地积极推进绿色制造体系建设。",
        ),
    ),
    "two papers of one day on one theme": (
        row(
            "2024-07-12",
            "关于印发《石化行业智能制造标准体系建设指南》的通知",
            "为切实发挥标准对智能制造的支撑作用，工业和信息化部组织编制了《石化行业智能制造标准体系建设指南》，"
            "现印发给你们，请结合实际，在标准化工作中贯彻执行。",
        ),
        row(
            "2024-07-12",
            "关于印发《船舶行业智能制造标准体系建设指南》的通知",
            "为切实发挥标准对智能制造的支撑作用，工业和信息化部组织编制了《船舶行业智能制造标准体系建设指南》，"
            "现印发给你们，请结合实际，在标准化工作中贯彻执行。",
        ),
    ),
    "a call for entries and the later list": (
        row(
            "2025-03-03",
            "关于组织开展2025年度智能工厂梯度培育行动的通知",
            "工业和信息化部发布《关于组织开展2025年度智能工厂梯度培育行动的通知》，面向制造业企业开展智能工厂申报，"
            "各地主管部门负责组织企业自评、推荐卓越级智能工厂。",
        ),
        row(
            "2025-03-24",
            "关于公布2025年度卓越级智能工厂项目名单的通知",
            "工业和信息化部公布2025年度卓越级智能工厂项目名单，各地主管部门组织企业申报、推荐，面向制造业企业开展"
            "智能工厂梯度培育行动。",
        ),
    ),
    "a draft and the paper": (
        row(
            "2024-01-15",
            "公开征求对《国家人工智能产业综合标准化体系建设指南》的意见",
            "工业和信息化部就《国家人工智能产业综合标准化体系建设指南》（征求意见稿）公开征求意见，推进人工智能赋能新型工业化。",
        ),
        row(
            "2024-02-20",
            "《国家人工智能产业综合标准化体系建设指南》印发",
            "工业和信息化部印发《国家人工智能产业综合标准化体系建设指南》，推进人工智能赋能新型工业化。",
        ),
    ),
    "plans of two provinces on one day": (
        row(
            "2024-07-01",
            "甲省出台低空经济行动方案",
            "甲省人民政府近日印发《甲省推动低空经济高质量发展行动方案》，提出加快建设低空飞行服务保障体系，拓展应用场景，"
            "培育龙头企业。",
        ),
        row(
            "2024-07-01",
            "乙省出台低空经济行动方案",
            "乙省人民政府近日印发《乙省低空经济发展三年行动计划》，提出加快建设低空飞行服务保障体系，拓展应用场景，"
            "培育龙头企业。",
        ),
    ),
    "a paper and a text that recalls it in passing": (
        row("2023-11-03", "我国加快人形机器人创新发展", HUMANOIDS),
        row(
            "2023-11-08",
            "深圳机器人企业集中亮相高交会",
            "在高交会现场，多家企业展出新品。按照《人形机器人创新发展指导意见》部署，企业正加快攻关关节、灵巧手等部件，"
            "已有产品进入汽车工厂试用，带动上下游数十家供应商。",
        ),
    ),
    "two passages of one report": (
        row(
            "2025-03-05",
            "政府工作报告",
            "持续推进“人工智能+”行动，将数字技术与制造优势、市场优势更好结合起来，支持大模型广泛应用。",
        ),
        row(
            "2025-03-05",
            "政府工作报告",
            "纵深推进全国统一大市场建设，加快建立健全基础制度规则，破除地方保护和市场分割，综合整治“内卷式”竞争。",
        ),
    ),
    "two notices that only point to what they enclose": (
        row("2024-05-06", "数字中国建设典型案例公示", "数字中国，详见附件。"),
        row("2024-05-06", "数字中国峰会志愿者招募", "数字中国，详见附件。"),
    ),
    "press conferences of one ministry on two days": (
        row(
            "2025-11-06",
            "低空经济怎样起飞？",
            "11月6日，国务院新闻办公室举行新闻发布会。工业和信息化部总工程师谢某说，低空经济要先立标准，再扩应用。",
        ),
        row(
            "2025-11-09",
            "无人机产业观察",
            "11月9日，工业和信息化部召开新闻发布会，发言人陶某说，低空经济正由试点走向常态飞行，适航取证明显加快。",
        ),
    ),
    "a speech at a forum, and a list published there": (
        row(
            "2025-12-06",
            None,
            "12月6日，世界智能制造大会在南京举行。工业和信息化部副部长在大会上表示，智能制造是主攻方向，要久久为功。",
        ),
        row(
            "2025-12-06",
            None,
            "在12月6日举办的世界智能制造大会上，工业和信息化部公布首批领航级智能工厂名单，15家工厂入选，遍布11个省份。",
        ),
    ),
    "a standard and its draft": (
        row(
            "2026-08-04",
            None,
            "工信部已完成并报批强制性国家标准《智能网联汽车自动驾驶系统安全要求》（GB 44721—2026），自6月17日起公示，"
            "拟于2027年7月1日实施。",
        ),
        row(
            "2026-08-31",
            None,
            "国家标准《智能网联汽车自动驾驶系统安全要求》（GB 44721-2026）正式文件今天发布，将于2027年7月1日实施。",
        ),
    ),
    "two articles without a day that begin alike and count otherwise": (
        row(
            None,
            "A good start for the plan",
            "Over the past year 41 foundries in 12 towns were renewed, and the first bridge was opened to "
            "traffic. The Party Central Committee demands that the resilience of industrial chains be enhanced "
            "and that smart manufacturing be promoted. Harvests were good although floods came twice, and "
            "villagers moved into new houses before the frost. We must keep calm and work hard. Old masters "
            "hand on their craft at the lathe, clinics came to remote valleys, and courts grew quicker at "
            "settling quarrels between neighbours. Rivers run clear again where dye works once stood.",
        ),
        row(
            None,
            "The plan begins well",
            "In the past year, 73 foundries in 25 towns have been renewed and a first bridge opened for "
            "traffic. It is required by the Party Central Committee to strengthen the resilience of industrial "
            "chains and to push smart manufacturing. In spite of two floods crops did well; families of the "
            "countryside got homes ahead of winter. Composure and diligence are needed from all. Apprentices "
            "inherit skills beside turning machines; doctors reach secluded hamlets; judges resolve disputes "
            "faster than before. Streams polluted by textile colouring have recovered their transparency.",
        ),
    ),
    "two journeys of a leader, one after the other": (
        row(
            "2024-06-20",
            "习近平在青海考察时强调 持续推进青藏高原生态保护和高质量发展",
            "他听取省委工作汇报时指出，要培育体现本地特色和优势的现代化产业体系，因地制宜改造提升传统产业，培育新质生产力。",
        ),
        row(
            "2024-06-21",
            "习近平在宁夏考察时强调 建设黄河流域生态保护和高质量发展先行区",
            "他听取自治区党委工作汇报时指出，要构建体现宁夏优势的现代化产业体系，促进传统产业转型升级，因地制宜发展新质生产力。",
        ),
    ),
    "a draft told in English, and the standard itself in Chinese": (
        row(
            None,
            "A standard for cars that drive themselves",
            "China's Ministry of Industry and Information Technology (MIIT) has completed the draft of the mandatory "
            "national standard 'Safety Requirements for Autonomous Driving Systems of Intelligent Connected Vehicles' "
            "and opened it for public comment. It is to take effect on July 1, 2027, the first for L3 and L4.",
        ),
        row(
            None,
            "首部L3/L4自动驾驶强制性国标发布",
            "工信部消息，强制性国家标准《智能网联汽车 自动驾驶系统安全要求》（GB 44721—2026）已获批发布，"
            "自2027年7月1日起实施，适用于L3级和L4级。",
        ),
    ),
}
