"""Texts on real events for the tests of stories: pairs that tell one announcement, and pairs that only look so."""

from typing import Any

Row = dict[str, Any]


def row(published: str | None, title: str | None, text: str) -> Row:
    """A record as `analyze` takes it; its language is that of its text."""
    lang = "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in text) else "en"
    return {
        "id": f"{published} {title} {text[:20]}",
        "published": published,
        "title": title,
        "text": text,
        "lang": lang,
    }


CLUSTERS = (
    "工业和信息化部今日公布2024年国家先进制造业集群名单，35个集群入选。至此，国家先进制造业集群总数达到80个，"
    "覆盖31个省份，2023年总产值突破20万亿元，集聚规模以上企业近10万家。下一步，工业和信息化部将加大培育力度，"
    "支持集群建设中试平台，提升产业链供应链韧性和安全水平。"
)
AI_OPINIONS = (
    "国务院26日印发《关于深入实施“人工智能+”行动的意见》。《意见》提出，到2027年，新一代智能终端、智能体等应用"
    "普及率超过70%；到2030年，普及率超过90%；到2035年，我国全面步入智能经济和智能社会发展新阶段。"
)
HUMANOIDS = (
    "工业和信息化部印发《人形机器人创新发展指导意见》，提出到2025年初步建立人形机器人创新体系，"
    "培育2至3家有全球影响力的生态型企业，到2027年形成安全可靠的产业链供应链体系。"
)

ONE_STORY: dict[str, tuple[Row, ...]] = {
    "a reprint under the site's own headline": (
        row("2024-12-20", "2024年国家先进制造业集群名单公布", CLUSTERS),
        row("2024-12-21", "国家先进制造业集群名单公布 35个集群入选_要闻网", f"来源：工信部\n{CLUSTERS}"),
    ),
    "an excerpt": (
        row("2024-12-20", "2024年国家先进制造业集群名单公布", CLUSTERS),
        row("2024-12-20", "国家先进制造业集群增至80个", CLUSTERS.partition("下一步")[0]),
    ),
    "a paper, the news of its release and a briefing on it": (
        row(
            "2023-11-02",
            "工业和信息化部关于印发《人形机器人创新发展指导意见》的通知",
            "工信部科〔2023〕193号\n各省、自治区、直辖市工业和信息化主管部门：\n"
            "现将《人形机器人创新发展指导意见》印发给你们，请认真贯彻执行。",
        ),
        row("2023-11-03", "我国加快人形机器人创新发展", HUMANOIDS),
        row(
            "2023-11-10",
            "《人形机器人创新发展指导意见》答记者问",
            "近日，工业和信息化部印发《人形机器人创新发展指导意见》。有关负责人回答了记者提问。人形机器人集成人工智能、"
            "高端制造、新材料等先进技术，有望成为继计算机、智能手机之后的颠覆性产品。",
        ),
    ),
    "news and its translation, by their figures": (
        row("2024-12-20", "2024年国家先进制造业集群名单公布", CLUSTERS),
        row(
            "2024-12-21",
            "China names 35 more national advanced manufacturing clusters",
            "BEIJING -- The Ministry of Industry and Information Technology on Friday named 35 national advanced "
            "manufacturing clusters, bringing their total to 80. The clusters span 31 provinces, and their output "
            "exceeded 20 trillion yuan in 2023.",
        ),
    ),
    "news and its translation, by what was done": (
        row("2025-08-26", "国务院印发意见 深入实施“人工智能+”行动", AI_OPINIONS.partition("《意见》提出")[0]),
        row(
            "2025-08-26",
            "China unveils guideline on AI Plus initiative",
            "BEIJING -- The State Council on Tuesday issued a guideline on implementing the AI Plus initiative.",
        ),
    ),
    "two machine translations of one text without a date": (
        row(
            None,
            "Hubei speeds up new energy vehicle industry",
            "In recent years our province has firmly promoted the new energy vehicle industry, guided enterprises to "
            "increase investment in research and development, and gathered a number of leading suppliers of batteries, "
            "motors and electronic controls. Industrial parks in Wuhan and Xiangyang continue to attract projects, "
            "and supporting services have become more complete.",
        ),
        row(
            None,
            "Accelerating the new energy vehicle industry in Hubei",
            "Our province in recent years resolutely promotes the new energy vehicle industry, guides enterprises to "
            "increase research and development investment, gathering a batch of leading suppliers such as batteries, "
            "motors, electronic controls. Wuhan and Xiangyang industrial parks continue attracting projects, "
            "supporting services are becoming more complete.",
        ),
    ),
    "one release of a statistic, its publisher's name shortened": (
        row(
            "2025-06-11",
            "5月新能源汽车产销两旺",
            "中国汽车工业协会今天（6月11日）发布的数据显示，今年前5个月，我国新能源汽车产销分别完成569.9万辆和"
            "560.8万辆，同比分别增长45.2%和44%。",
        ),
        row(
            "2025-06-12",
            None,
            "中汽协发布数据显示，5月，新能源汽车产销分别完成127万辆和130.7万辆，同比分别增长35%和36.9%，"
            "新能源汽车新车销量达到汽车新车总销量的48.7%。",
        ),
    ),
    "a report and its item in a round-up": (
        row("2024-12-20", "2024年国家先进制造业集群名单公布", CLUSTERS),
        row(
            "2024-12-21",
            "财经早餐2024年12月21日",
            "1、央行：12月贷款市场报价利率保持不变，一年期为3.1%。\n"
            "2、工信部公布2024年国家先进制造业集群名单，35个集群入选，国家先进制造业集群总数达到80个，"
            "2023年总产值突破20万亿元，集聚规模以上企业近10万家。\n"
            "3、财政部：11月证券交易印花税同比增长。今年以来累计收入同比下降。",
        ),
    ),
}


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
}
