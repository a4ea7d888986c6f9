"""Texts on real events: pairs of one body and one theme that are two announcements."""

from tests.stories.one_story import Row, row

ALIKE: dict[str, tuple[Row, Row]] = {
    "what the party says of its themes on two days": (
        row(
            "2025-10-23",
            "中央委员会全体会议公报",
            "全会提出，建设现代化产业体系，培育壮大新兴产业和未来产业，引领发展新质生产力，深入推进数字中国建设。",
        ),
        row(
            "2025-10-24",
            "中共中央召开党外人士座谈会 习近平主持并讲话",
            "习近平强调，要因地制宜发展新质生产力，超前布局未来产业，加快建设现代化产业体系，听取各方面意见。",
        ),
    ),
    "a plan that a meeting approved, and its release": (
        row(
            "2024-03-01",
            "Premier chairs State Council meeting",
            "Premier Li Qiang chaired a State Council executive meeting on Friday, which approved an action plan to "
            "promote large-scale equipment renewal and trade-ins of consumer goods. Farming laws came up, too.",
        ),
        row(
            "2024-03-13",
            None,
            "BEIJING -- Factories and households will swap old for new: the State Council issued its action plan on "
            "large-scale equipment renewal, which sees spending on machines rise by 25 percent until 2027 and asks "
            "banks for cheap loans.",
        ),
    ),
    "a guideline, and the work report that recalls it": (
        row(
            "2022-04-10",
            "China issues guideline on a unified national market",
            "The State Council issued a guideline on building a unified national market on Sunday, which asks for the "
            "same rules in every province.",
        ),
        row(
            None,
            "Report on the Work of the Government (2024)",
            "A guideline on building a unified national market was issued by the State Council, and rules that stood "
            "in its way were abolished. Trade held up.",
        ),
    ),
    "two passages of a year's work report": (
        row(
            None,
            "2026年政府工作报告",
            "我们将因地制宜发展新质生产力，支持大规模设备更新，打造国家先进制造业集群，拓展智能制造。",
        ),
        row(
            None,
            "Report on the Work of the Government (2026)",
            "We will further open up, build a unified national market, curb involution-style competition and "
            "support large-scale equipment renewal.",
        ),
    ),
    "a notice of four departments and the list that follows from it": (
        row(
            None,
            "智能网联汽车试点来了",
            "工业和信息化部等四部门印发通知，开展智能网联汽车准入和上路通行试点，企业可以自愿申报，地方负责审核材料。",
        ),
        row(
            None,
            "九个联合体进入智能网联汽车试点名单",
            "工业和信息化部等四部门发布智能网联汽车准入和上路通行试点名单，九个联合体入选，后续还要经过产品测试。",
        ),
    ),
    "letters to two cities": (
        row(
            "2019-10-17",
            "科技部关于支持杭州市建设国家新一代人工智能创新发展试验区的函",
            "来函收悉。经研究，支持杭州市建设国家新一代人工智能创新发展试验区。请加强组织领导，探索政策工具，形成"
            "可复制的经验。",
        ),
        row(
            "2019-10-17",
            "科技部关于支持合肥市建设国家新一代人工智能创新发展试验区的函",
            "来函收悉。经研究，支持合肥市建设国家新一代人工智能创新发展试验区。请加强组织领导，探索政策工具，形成"
            "可复制的经验。",
        ),
    ),
    "two lists of one ministry on two days": (
        row(
            "2025-12-20",
            None,
            "工业和信息化部公布首批生物制造中试平台名单，43家平台榜上有名，食品、制药和化妆品企业居多，名单按年度考核。",
        ),
        row(
            "2025-12-21",
            "山东一家入选",
            "本省企业传来喜讯：国家级制造业中试平台首批21家出炉，由工业和信息化部选定，石化、仪器仪表、工业母机各有代表，入选名单已上网。",
        ),
    ),
    "a summit announced and a summit held": (
        row(
            "2024-05-10",
            None,
            "BEIJING, May 10 (Xinhua) -- The seventh Digital China Summit will be held in Fuzhou from May 24 to 25, "
            "said the head of the National Data Administration. It has a main forum and thirteen parallel forums, "
            "under the theme of data and new quality productive forces.",
        ),
        row(
            "2024-05-27",
            None,
            "The seventh Digital China Summit was held in Fuzhou on May 24 and 25 under the theme of data and new "
            "quality productive forces. Besides a main forum and thirteen parallel forums there were halls where 421 "
            "projects worth billions were signed, drones carried lunch across the bay, and students "
            "from nine provinces competed for prizes; a judge from Xiamen liked the entries.",
        ),
    ),
    "an instruction and a comment on it": (
        row(
            "2023-09-23",
            "总书记谈新型工业化",
            "新华社北京9月23日电 习近平近日作出重要指示，强调推进新型工业化是关键任务，要把高质量发展贯穿全过程。",
        ),
        row(
            "2023-09-24",
            "专家谈制造业的路",
            "习近平对新型工业化的指示传来，一位学者撰文说，我们的底子是门类齐全，短板在基础软件，企业家最关心的是"
            "订单与人才，学校也要改一改专业。",
        ),
    ),
    "a briefing and a later text with the running totals": (
        row(
            None,
            None,
            "SCIO briefing. Reporter: how are the high-tech zones doing? Jin: there are 178 national high-tech zones. "
            "They host 70 percent of the manufacturing innovation centers and 80 percent of the key laboratories.",
        ),
        row(
            None,
            None,
            "工业和信息化部的数字：国家高新区有178个，国家制造业创新中心的70%和全国重点实验室的80%就设在这些园区里。",
        ),
    ),
    "the work report and a column that takes it up": (
        row(
            "2024-03-05",
            None,
            "Premier Li Qiang said in the government work report on Tuesday that China will move faster to develop new "
            "quality productive forces and the hydrogen industry.",
        ),
        row(
            "2024-03-08",
            "What drives growth",
            "This year's government work report puts new quality productive forces first. That is right, since our "
            "factories have the scale, and because ecology asks for it, writes a professor.",
        ),
    ),
    "a number passed for the first time, and later one that is told again": (
        row("2025-11-26", "充电设施再上台阶", "国家能源局发布消息，我国充电桩数量首次突破1900万个。"),
        row("2026-05-20", "车桩相随", "五月的车展上，有人提起充电桩数量突破1900万个，也问起何时再翻一番。"),
    ),
    "a paper and what is said elsewhere of its theme on the day": (
        row(
            "2025-08-26",
            "学习会谈服务贸易",
            "国务院8月26日就服务贸易进行专题学习，提出要发展“人工智能+”服务贸易，培育外贸新动能。",
        ),
        row(
            "2025-08-26",
            None,
            "China's State Council on August 26 released a guideline to implement the AI Plus initiative.",
        ),
    ),
    "two meetings of one week that say the same words": (
        row(
            "2025-12-08",
            "中共中央政治局召开会议",
            "会议强调，做好明年工作，要持续扩大内需，因地制宜发展新质生产力，纵深推进全国统一大市场建设，"
            "持续防范化解重点领域风险，着力稳就业、稳企业、稳市场、稳预期。",
        ),
        row(
            "2025-12-11",
            "中央经济工作会议在北京举行",
            "会议强调，做好明年工作，要持续扩大内需，因地制宜发展新质生产力，纵深推进全国统一大市场建设，"
            "持续防范化解重点领域风险，着力稳就业、稳企业、稳市场、稳预期，货币政策要适度宽松。",
        ),
    ),
    "two summits of one week": (
        row("2019-10-18", "习近平向2019工业互联网全球峰会致贺信", "贺信说，中国愿同各方一道发展工业互联网。"),
        row("2019-10-20", "首届世界智能网联汽车大会开幕", "展出各国新车，也谈工业互联网。"),
    ),
    "two cabinets' meetings of one week": (
        row(
            "2024-03-01",
            "李强主持召开国务院常务会议",
            "李强3月1日主持召开国务院常务会议，审议设备更新行动方案，推动以旧换新。",
        ),
        row("2024-03-06", "李强主持召开国务院常务会议", "李强3月6日主持召开国务院常务会议，听取以旧换新的建议。"),
    ),
    "two ministries that meet the press on one day": (
        row(
            "2024-09-23",
            "发展改革委发布会",
            "国新办9月23日举行新闻发布会，国家发展改革委介绍，以旧换新已有4600个项目。",
        ),
        row("2024-09-23", "工信部发布会", "国新办9月23日举行新闻发布会，工业和信息化部介绍，5G工厂已有300家。"),
    ),
    "a list, and a report that recalls it with its totals": (
        row(
            None,
            "List of 45 clusters",
            "MIIT announced the list of 45 national advanced manufacturing clusters. 18 manufacturing innovation "
            "centers are built, 170 champions and 2,200 little giants live there.",
        ),
        row(
            "2023-03-01",
            "Twenty trillion yuan",
            "The 45 advanced manufacturing clusters had output of 20 trillion yuan. China has 18 manufacturing "
            "innovation centers, 170 champions and 2,200 little giants, MIIT said.",
        ),
    ),
    "a paper without a date, and the news of one of two years before": (
        row(
            None,
            "Notice of the Ministry of Industry and Information Technology on the Industrial Internet Action Plan",
            "No. 76 [2025]. All departments: the action plan for the industrial internet and intelligence is "
            "hereby issued to you. Data come first, then models and platforms.",
        ),
        row(
            "2023-06-23",
            "Plants of the fifth generation",
            "The Ministry of Industry and Information Technology has released a work plan on the industrial internet, "
            "with eleven actions and money for networks in mines.",
        ),
    ),
    "calls for entries of two years": (
        row(
            "2025-05-17",
            "关于做好2025年中小企业数字化转型城市试点工作的通知",
            "现就2025年中小企业数字化转型城市试点申报工作有关事项通知如下。要聚焦企业需求，加快数字化转型，深化服务。",
        ),
        row(
            None,
            None,
            "现就2024年中小企业数字化转型城市试点申报工作有关事项通知如下。要聚焦企业需求，加快数字化转型，深化服务。",
        ),
    ),
    "two days of one place, in which only set phrases are common": (
        row(
            "2024-04-23",
            "座谈会听取西部地区汇报",
            "会议强调，要强化科技创新和产业创新深度融合，因地制宜发展新质生产力，守住生态红线，筑牢屏障。",
        ),
        row(
            "2024-04-24",
            "代表团参观车间",
            "各地企业家说，要强化科技创新和产业创新深度融合，因地制宜发展新质生产力，把订单做实，把产线做精。",
        ),
    ),
    "what trade-ins brought in a year, and a week later what they brought in two": (
        row(
            "2026-01-01",
            "国内联播快讯",
            "2025年以旧换新销售额超2.6万亿元\n来自商务部的消息：2025年，消费品以旧换新销售额超2.6万亿元，惠及超3.6亿人次。"
            "其中，汽车以旧换新超1150万辆，家电以旧换新超1.29亿件，手机等数码产品购新超9100万部。",
        ),
        row(
            "2026-01-08",
            "以旧换新相关商品销售额达3.92万亿元",
            "记者从商务部了解到，自2024年消费品以旧换新政策实施以来，相关商品销售额达3.92万亿元，惠及4.94亿人次。其中，"
            "汽车以旧换新超1830万辆，家电以旧换新超1.92亿件，手机等数码产品购新超9100万部。",
        ),
    ),
}
