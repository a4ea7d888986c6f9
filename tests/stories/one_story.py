"""Texts on real events: groups that tell one announcement each."""

from typing import Any

from opencc import OpenCC

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
    "a reprint in traditional characters": (
        row("2024-12-20", "2024年国家先进制造业集群名单公布", CLUSTERS),
        row("2024-12-21", "國家先進製造業集群名單公布", OpenCC("s2t").convert(CLUSTERS)),
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
    "two reports of what one official said on one day": (
        row(
            "2025-03-12",
            "零碳园区建设将提速",
            "3月12日，在国新办新闻发布会上，国家发展改革委副主任王小明介绍，将支持有条件的地区率先建成一批零碳园区。",
        ),
        row(
            "2025-03-12",
            "园区怎样降碳？",
            "记者问到降碳的办法。副主任王小明表示，零碳园区要靠绿电直供和储能，各地可以先试，再把经验推广到更多工业园区。",
        ),
    ),
    "a paper and its translation, by their number": (
        row(
            "2025-08-26",
            "国务院关于深入实施“人工智能+”行动的意见",
            "国发〔2025〕11号\n各省、自治区、直辖市人民政府：\n为深入实施“人工智能+”行动，现提出以下意见。",
        ),
        row(
            "2025-10-09",
            "Opinions on the AI Plus initiative",
            "GF No. (2025)11\n\nAll provincial governments: the following opinions are put forward on AI Plus.",
        ),
    ),
    "one capacity in gigawatts and in kilowatts": (
        row(
            "2025-02-03",
            "新型储能装机增长",
            "国家能源局介绍，新型储能累计装机5250万千瓦/1.26亿千瓦时，比上年末增长超过85%，平均储能时长有所增加。",
        ),
        row(
            "2025-02-04",
            "New-type energy storage grows",
            "China had 52.5 GW/126 GWh of new-type energy storage, up over 85 percent, officials told reporters.",
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
    "two sides of one press conference": (
        row(
            "2025-11-07",
            "低空经济怎样起飞？",
            "11月6日，国务院新闻办公室举行新闻发布会。工业和信息化部总工程师谢某说，低空经济要先立标准，再扩应用。",
        ),
        row(
            "2025-11-06",
            "Drone makers get a roadmap",
            "BEIJING -- The low-altitude economy will be given common rules for air routes, an official of the "
            "Ministry of Industry and Information Technology told a press conference on Thursday.",
        ),
    ),
    "a meeting without a day, by its number": (
        row(
            "2025-04-15",
            None,
            "近日，工业和信息化部召开未来产业发展领导小组第三次全体会议。会议强调，未来产业关系长远，要加强前瞻布局。",
        ),
        row(
            None,
            "多个赛道迎来部署",
            "工信部日前召开未来产业发展领导小组第三次全体会议，部领导出席。会议要求，未来产业要选准赛道，用好风险投资。",
        ),
    ),
    "a session of study in two languages": (
        row(
            "2025-04-26",
            None,
            "中共中央政治局4月25日下午就加强人工智能发展和监管进行第二十次集体学习，要求推进“人工智能+”行动。",
        ),
        row(
            None,
            "Self-reliance in AI",
            "The Political Bureau of the CPC Central Committee held its 20th group study session. Xi Jinping called "
            "for the AI Plus initiative to be advanced.",
        ),
    ),
    "a batch told three weeks apart": (
        row(
            "2025-05-09",
            "第三批数字化转型城市试点启动",
            "财政部、工业和信息化部印发通知，开展第三批中小企业数字化转型城市试点，今年选择34个左右城市。",
        ),
        row(
            "2025-05-30",
            "Third batch of pilot cities for smaller firms",
            "The Ministry of Finance issued a notice on pilot cities for the digital transformation of SMEs: about 34 "
            "cities will be chosen in the third batch.",
        ),
    ),
    "a list and its report that recalls a paper of that year": (
        row(
            "2025-01-24",
            "关于公布2024年度绿色制造名单的通知",
            "工业和信息化部确定了2024年度绿色制造名单，新培育绿色工厂1382家、绿色工业园区123家，现予以公布。",
        ),
        row(
            "2025-01-24",
            "2024年度新培育绿色工厂1382家",
            "工业和信息化部近日发布绿色制造名单，新培育绿色工厂1382家、绿色工业园区123家。\n"
            "2024年，工业和信息化部印发《绿色工厂梯度培育及管理暂行办法》，形成了长效机制。",
        ),
    ),
}
