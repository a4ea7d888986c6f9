"""Texts on real events: groups that tell one gathering, one meeting with the press, one count, one paper's title."""

from tests.stories.one_story import Row, row

GATHERED: dict[str, tuple[Row, ...]] = {
    "a summit that opens, and the letter to it": (
        row("2019-10-18", "习近平向2019工业互联网全球峰会致贺信", "贺信说，中国愿同各方一道提升工业互联网的创新能力。"),
        row(
            "2019-10-18",
            "国内简讯",
            "2019工业互联网全球峰会今天在沈阳开幕，展出各国新设备，十多场会议谈的是网络与安全。",
        ),
    ),
    "a letter to a summit in either language": (
        row("2019-10-18", "习近平向2019工业互联网全球峰会致贺信", "贺信说，中国愿同各方一道提升工业互联网的创新能力。"),
        row(
            "2019-10-19",
            "Xi on networks of machines",
            "Xi Jinping sent a congratulatory letter to a summit in Shenyang, saying that China will foster the "
            "industrial internet.",
        ),
    ),
    "an instruction, and the conference at which it was read out": (
        row("2023-09-23", "习近平作出重要指示", "习近平近日就推进新型工业化作出重要指示，要求把高质量发展贯穿全过程。"),
        row(
            "2023-09-23",
            "李强出席大会并讲话",
            "会上传达了习近平重要指示。国务院总理李强说，要大力推进新型工业化，优化产业结构。",
        ),
    ),
    "the centre's yearly conference, and how it was taken": (
        row("2024-12-12", "中央经济工作会议在北京举行", "会议要求，明年要以科技创新引领新质生产力发展，办好九件事。"),
        row("2024-12-13", "信心十足", "刚刚结束的中央经济工作会议对明年作出部署，与会同志们说，要干字当头。"),
        row(
            "2024-12-13",
            "Priorities set",
            "The Central Economic Work Conference ended in Beijing. Officials went home with a list of tasks.",
        ),
    ),
    "a leader's symposium, told with and without its day": (
        row(
            "2025-02-17",
            "习近平在民营企业座谈会上强调 大显身手正当其时",
            "他说，要为推动科技创新、培育新质生产力多作贡献。",
        ),
        row(
            "2025-02-18",
            "作出更大贡献——习近平总书记在民营企业座谈会上的重要讲话引发热烈反响",
            "多位企业负责人说，将加大研发，培育新质生产力。",
        ),
        row(
            "2025-02-18",
            "Xi on private firms",
            "BEIJING, Feb. 17 (Xinhua) -- Xi Jinping on Monday urged firms to innovate.\n\nHe made the remarks when "
            "attending a symposium on private enterprises.",
        ),
    ),
    "a premier's journey, of which one text has no date": (
        row("2026-05-18", "李强在北京调研", "国务院总理李强18日说，要推动智能制造，用好工业互联网。"),
        row(
            None,
            None,
            "Premier Li Qiang called for more industrial internet platforms. During inspections of firms in Beijing on "
            "Monday, Li saw robots at work.",
        ),
    ),
    "what one ministry told the press on one day": (
        row(
            "2022-07-19",
            "工业经济企稳回升",
            "国务院新闻办今天（7月19日）举行新闻发布会，工业和信息化部相关负责人表示，上半年工业增加值增长3.4%。",
        ),
        row(
            "2022-07-20",
            "项目超三千",
            "7月19日，国务院新闻办公室举行新闻发布会，工业和信息化部信息通信管理局局长某某表示，工业互联网项目已有3100个。",
        ),
    ),
    "a briefing a month after its paper": (
        row(
            "2024-03-13",
            "国务院印发行动方案",
            "国务院印发《推动大规模设备更新和消费品以旧换新行动方案》，列出二十件事。",
        ),
        row(
            "2024-04-11",
            "四大行动",
            "国务院新闻办今天举行吹风会，有关负责人介绍《推动大规模设备更新和消费品以旧换新行动方案》有关情况。",
        ),
    ),
    "a title that two editors write with other dashes": (
        row("2020-11-02", "规划发布", "国务院办公厅印发《新能源汽车产业发展规划（2021—2035年）》，提出五项任务。"),
        row("2020-11-02", "车市十五年", "国务院办公厅印发《新能源汽车产业发展规划(2021-2035年)》，到2025年占比两成。"),
    ),
    "a paper by its title in either language, of which the texts name other themes": (
        row(
            "2022-01-12",
            "国务院印发《“十四五”数字经济发展规划》",
            "规划说，到2025年核心产业占国内生产总值10%，为数字中国打底。",
        ),
        row(
            "2022-01-12",
            "A plan for bits",
            "The State Council on Wednesday rolled out a plan on the digital economy. By 2025, 6G research will be "
            "supported, and core industries should reach 10 percent of GDP.",
        ),
    ),
    "a count to the last sign, told by whom it concerns": (
        row(
            "2024-09-09",
            "Sales of August",
            "Retail sales of new energy vehicles reached 1.027 million units in August, up 43.2 percent, 53.9 percent "
            "of all, an industry association said.",
        ),
        row(
            "2024-09-10",
            "早餐",
            "乘联分会说，8月新能源乘用车零售102.7万辆，同比增长43.2%，渗透率53.9%，比上月好。",
        ),
    ),
    "the translation of a paper, months after": (
        row(
            "2026-01-08",
            "八部门印发《“人工智能+制造”专项行动实施意见》",
            "到2027年推动3至5个大模型在制造业应用，推出1000个智能体，建100个数据集、500个场景的人工智能+制造样板。",
        ),
        row(
            "2026-03-02",
            "Implementation Opinions on the AI + Manufacturing Special Initiative",
            "These opinions are issued on AI plus manufacturing. By 2027: three to five large models in use, 1,000 "
            "agents, 100 datasets and 500 scenarios of AI plus manufacturing.",
        ),
    ),
    "what an association counted for nine months": (
        row(
            "2025-10-14",
            "前9个月汽车产销",
            "中国汽车工业协会数据显示，1—9月份，新能源汽车出口175.8万辆，同比增长89.4%。",
        ),
        row(
            "2025-10-14",
            "Three quarters",
            "BEIJING, Oct. 14 (Xinhua) -- NEV production jumped 35.2 percent to 11.24 million units during the first "
            "three quarters, the China Association of Automobile Manufacturers said.",
        ),
    ),
    "other parts of one press conference, by who spoke at it": (
        row(
            "2023-07-20",
            "上半年我国太阳能电池产量增长54.5%",
            "7月19日，国新办举行发布会。工业和信息化部新闻发言人赵志国介绍，据中国汽车工业协会数据，上半年新能源汽车产量"
            "增长42.4%，累计产量突破2000万辆。太阳能电池、工业控制计算机产量分别增长54.5%、34.1%。",
        ),
        row(
            None,
            None,
            "7月19日，国务院新闻办公室举行新闻发布会。工业和信息化部新闻发言人赵志国介绍，规模以上工业增加值同比增长3.8%，"
            "工业投资增长8.9%。下一步将组织新能源汽车、智能家电下乡，抓好十个重点行业，支持工业大省挑大梁。",
        ),
    ),
    "a paper, and an interpretation with a slip in its title": (
        row(
            None,
            "工业和信息化部等十二部门关于印发《工业互联网标识解析体系“贯通”行动计划（2024-2026年）》的通知",
            "工信部联信管〔2023〕271号\n现将《工业互联网标识解析体系“贯通”行动计划（2024-2026年）》印发给你们，请抓好贯彻"
            "落实。\n工业互联网标识解析体系通过促进产业链上下游数据互通、信息共享，已成为工业互联网的重要纽带和神经系统。",
        ),
        row(
            None,
            "读懂《工业互联网标识解析体系“贯通”行动计划（2024-2026年）》",
            "近日，工业和信息化部等十二部门联合印发《工业互联网标识解析体系“贯通”贯通行动计划（2024-2026年）》。"
            "工业互联网标识解析体系是工业互联网的重要组成和神经系统，服务企业超40万家，日均解析超1.5亿次，已成为重要纽带。",
        ),
    ),
    "a paper told of twice by its whole title": (
        row(
            None,
            "Four departments: air ferries and charter flights",
            "On March 27, the Ministry of Industry and Information Technology, the Ministry of Science and Technology, "
            "the Ministry of Finance, and the Civil Aviation Administration of China issued the "
            '"Implementation Plan for the Innovative Application of General Aviation Equipment", which promotes the '
            "low-altitude economy.",
        ),
        row(
            None,
            "Government-backed air transport",
            "The Ministry of Industry and Information Technology, the Ministry of Science and Technology, the Ministry "
            "of Finance, and the Civil Aviation Administration of China have published the "
            '"Implementation Plan for Innovative Application of General Aviation Equipment". Taxis fly.',
        ),
    ),
    "a yearly conference, with which a report and a digest's item begin": (
        row(
            "2020-12-18",
            "中央经济工作会议在北京举行",
            "中央经济工作会议12月16日至18日在北京举行。会议确定，要增强产业链供应链自主可控能力，实施好产业基础再造工程。",
        ),
        row(
            "2020-12-19",
            "乘势而上 开启新征程",
            "央视网消息（新闻联播）：中央经济工作会议总结今年经济工作，部署明年经济工作。各界人士表示，答卷鼓舞人心。",
        ),
    ),
    "a plenum's communique and how it was taken": (
        row(
            "2025-10-23",
            "中国共产党第二十届中央委员会第四次全体会议公报",
            "全会提出，建设现代化产业体系，巩固壮大实体经济根基，深入推进数字中国建设。",
        ),
        row(
            "2025-10-24",
            "凝心聚力 团结奋进",
            "党的二十届四中全会是在推进强国建设、民族复兴的关键时期召开的重要会议。与会同志们表示，要为实现规划而奋斗。",
        ),
        row(
            "2025-10-23",
            "夯实基础 全面发力",
            "党的二十届四中全会高度评价五年来的成就，为未来擘画蓝图。与会同志们表示，全会作出了顶层设计。",
        ),
    ),
    "a fresh paper and the briefing on it the day after": (
        row(
            "2025-03-16",
            "两办印发《提振消费专项行动方案》",
            "中共中央办公厅、国务院办公厅近日印发《提振消费专项行动方案》。《方案》提出，加大消费品以旧换新支持力度。",
        ),
        row(
            "2025-03-17",
            "我国将多措并举提振消费",
            "记者今天从发布会上了解到，近日印发的《提振消费专项行动方案》聚焦增量政策。财政部将安排就业补助资金。"
            "商务部将加力扩围实施消费品以旧换新。",
        ),
    ),
    "a plenum, and what officials say of it in the provinces": (
        row(
            "2023-02-28",
            "中国共产党第二十届中央委员会第二次全体会议公报",
            "全会强调，要努力扩大内需，切实提升产业链供应链韧性和安全水平，防范化解风险，守住底线。",
        ),
        row(
            "2023-03-01",
            "为目标任务而共同奋斗——二十届二中全会在各地引起热烈反响",
            "各地干部群众表示，要把机构改革任务落到实处，一步一个脚印往前走。",
        ),
    ),
    "a congress that opens with the work report, and a briefing on it": (
        row(
            "2025-03-05",
            "十四届全国人大三次会议在京开幕",
            "李强在报告中指出，今年要因地制宜发展新质生产力，加快建设现代化产业体系，大力提振消费。",
        ),
        row(
            "2025-03-05",
            "国新办举行吹风会解读《政府工作报告》",
            "国务院新闻办公室3月5日举行吹风会，起草组负责人解读《政府工作报告》，回答了建设全国统一大市场等问题。",
        ),
    ),
}
