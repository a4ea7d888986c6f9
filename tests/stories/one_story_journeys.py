"""Texts on real events: a leader's journey in two languages, a yearly conference, a plenary session, one day's data."""

from tests.stories.one_story import Row, row

JOURNEYS: dict[str, tuple[Row, ...]] = {
    "a journey through two provinces, told by one of them": (
        row(
            "2023-11-16",
            "李强在黑龙江、吉林调研",
            "国务院总理李强11月14日至16日在黑龙江、吉林调研，强调要激发内生动力，推动东北全面振兴。李强来到热电厂，要求做好保暖保供；"
            "在飞机制造企业，希望企业突破关键核心技术；在长春，他察看汽车生产线，勉励企业坚持自主研发。",
        ),
        row(
            "2023-11-17",
            "Premier stresses revitalization of northeast",
            "CHANGCHUN, Nov. 16 -- Premier Li Qiang spoke of reform during an inspection tour in northeast China's "
            "Heilongjiang and Jilin provinces from Tuesday to Thursday. At a thermal power plant he asked that "
            "homes be "
            "kept warm in the winter. He visited an aircraft maker and a university in Harbin.",
        ),
    ),
    "a provincial capital for its province": (
        row(
            "2024-03-20",
            "Xi's Hunan inspection highlights new quality productive forces",
            "BEIJING, March 20 -- President Xi Jinping inspected Changsha, the capital of central China's Hunan "
            "Province, "
            "on Monday. He learned how new quality productive forces are developed according to local conditions, and "
            "visited a joint venture that makes battery materials.",
        ),
        row(
            "2024-03-21",
            "习近平在湖南考察时强调 坚持改革创新",
            "21日上午，习近平听取了湖南省委和省政府工作汇报。习近平指出，科技创新是发展新质生产力的核心要素，要主动对接国家战略科技力量，"
            "打造国家级产业集群，更好参与全国统一大市场建设。",
        ),
    ),
    "a province's report, heard by the president": (
        row(
            "2025-02-11",
            "Xi Stresses Comprehensive Revitalization",
            "On the morning of February 8, Xi Jinping attended a briefing in Changchun, where he listened to the work "
            "report of the CPC Jilin Provincial Committee. He affirmed what was achieved. Real growth needs a sound "
            "base, he said, and efforts to foster new quality productive forces with Jilin's own character.",
        ),
        row(
            "2025-02-09",
            "在中国式现代化建设中展现更大作为",
            "8日，习近平总书记听取吉林省委和省政府工作汇报并发表重要讲话，在当地引发热烈反响。干部群众表示，要坚持以实体经济为根基，"
            "因地制宜发展新质生产力，加快传统产业改造。",
        ),
    ),
    "a ministry's yearly conference": (
        row(
            "2021-12-22",
            None,
            "The Ministry of Industry and Information Technology (MIIT) has stated at a national conference on "
            "industry "
            "and information that China will make industrial and supply chains more resilient, help smaller firms and "
            "promote the digital transformation of factories. Sales of new energy vehicles will be expanded, it said.",
        ),
        row(
            "2021-12-22",
            "全国工业和信息化工作会议在京召开",
            "12月20日，全国工业和信息化工作会议在北京以视频形式召开，工业和信息化部部长作工作报告。会议指出，今年以来产业链供应链韧性得到提升，"
            "集装箱产量成倍增加，累计培育专精特新“小巨人”企业4762家。",
        ),
    ),
    "a plenary session": (
        row(
            "2024-07-19",
            None,
            "BEIJING -- The 20th Central Committee of the Communist Party of China adopted a resolution on deepening "
            "reform at its third plenary session, held here from Monday to Thursday. By 2035 a high-standard market "
            "economy will have been built, the communique said.",
        ),
        row(
            None,
            "Five Takeaways from the Third Plenum",
            "The 20th Central Committee of the Communist Party of China convened its third plenary session in Beijing "
            "from July 15 to 18, 2024. China will refine its mechanisms for fostering new quality productive "
            "forces and "
            "move faster to advance new industrialization, the ambassador writes.",
        ),
    ),
    "one day's data of which each language names other initiatives": (
        row(
            "2025-06-16",
            None,
            "BEIJING, 16th June -- China's economy went on recovering in May, data of the National Bureau of "
            "Statistics "
            "showed on Monday. Industrial output rose by 5.8 percent, against 6.1 percent in April. Retail sales grew "
            "by 6.4 percent, and fixed-asset investment by 3.7 percent in five months.",
        ),
        row(
            "2025-06-16",
            "5月份中国经济向优向新",
            "国务院新闻办今天（6月16日）举行新闻发布会，国家统计局发布数据，5月份，规模以上工业增加值同比增长5.8%，装备制造业增长9%；"
            "社会消费品零售总额增长6.4%，以旧换新相关商品销售大幅增长；前5个月，固定资产投资增长3.7%。人形机器人等前沿领域实现突破。",
        ),
    ),
    "the cabinet's meeting, reported from abroad without a day": (
        row(
            None,
            None,
            "China is considering to extend tax exemptions on electric cars to lift spending by about 200 "
            "billion yuan, "
            "state television reported, citing a State Council meeting chaired by Premier Li Keqiang. Waiving "
            "taxes would "
            "bolster demand for new energy vehicles and stimulate the used-car market.",
        ),
        row(
            "2022-06-22",
            "李克强主持召开国务院常务会议",
            "国务院总理李克强22日主持召开国务院常务会议，确定加大汽车消费支持的政策。会议指出，要活跃二手车市场，支持新能源汽车消费，"
            "考虑当前实际研究免征新能源汽车购置税政策延期问题。政策实施预测今年增加汽车及相关消费大约2000亿元。",
        ),
    ),
    "a plan's title in the words of the mainland and of Taiwan": (
        row(
            "2025-09-04",
            "电子信息制造业2025-2026年稳增长行动方案",
            "工业和信息化部、市场监督管理总局近日印发《电子信息制造业2025-2026年稳增长行动方案》。方案要求提升产业链供应链韧性，"
            "巩固已有产业规模，综合整治“内卷式”竞争。",
        ),
        row(
            None,
            None,
            "工業和資訊化部、市場監督管理總局日前印發《電子資訊製造業2025-2026年穩增長行動方案》，提出營收年均增速達到5%以上，"
            "加力推進大規模設備更新，建設現代化產業體系。",
        ),
    ),
    "a premier's speech at a yearly event": (
        row(
            "2025-07-26",
            None,
            "SHANGHAI -- Premier Li Qiang on Saturday called for rules of artificial intelligence that all agree "
            "on. Rapid progress is being made in fields such as large models and embodied AI, he said in a speech at "
            "the 2025 World AI Conference in Shanghai.",
        ),
        row(
            "2025-07-26",
            "李强出席2025世界人工智能大会开幕式并致辞",
            "国务院总理李强26日在沪出席2025世界人工智能大会开幕式并致辞。李强提出三点建议，更加注重普及普惠、创新合作和共同治理，"
            "倡议成立世界人工智能合作组织。",
        ),
    ),
    "a plan's numbers and year, though each language names other fields": (
        row(
            "2025-11-25",
            "China to build demonstration bases",
            "BEIJING, Nov. 24 -- China will build about 100 industrial-park bases and 1,000 enterprise-type "
            "bases by 2035, "
            "according to a circular of the Ministry of Industry and Information Technology. They will serve new "
            "energy, "
            "new materials and intelligent connected vehicles.",
        ),
        row(
            "2025-11-24",
            None,
            "中新网11月24日电 工业和信息化部近日印发通知，启动国家新兴产业发展示范基地创建工作。到2035年，创建"
            "100个左右园区类示范基地、1000个左右企业类示范基地，培育新质生产力。",
        ),
    ),
    "a plan's title in the quotes of Taiwan": (
        row(
            "2025-09-22",
            "鋼鐵行業年均增長4％",
            "工業和信息化部等五部門22日聯合印發《鋼鐵行業穩增長工作方案（2025—2026年）》，以防內捲為核心，到2025年底80%以上的產能完成改造，"
            "增加值年均增長4%。",
        ),
        row(
            "2025-09-23",
            None,
            "鋼鐵業供過於求，「內捲式」競爭加劇。工信部發布「鋼鐵行業穩增長工作方案（2025—2026年）」，對企業實施三級管理。"
            "2024年行業利潤662.9億元，年減42.6%。",
        ),
    ),
    "two translations of an article without a day": (
        row(
            None,
            "A good start for the plan",
            "Over the past year foundries were renewed, and the first bridge was opened to traffic. The Party "
            "Central Committee demands that the resilience of industrial chains be enhanced and that smart "
            "manufacturing be promoted. Harvests were good although floods came twice, and villagers moved into "
            "new houses before the frost. We must keep calm and work hard. Old masters hand on their craft at "
            "the lathe, clinics came to remote valleys, and courts grew quicker at settling quarrels between "
            "neighbours. Rivers run clear again where dye works once stood.",
        ),
        row(
            None,
            "The plan begins well",
            "In the past year, the foundries have been renewed and a first bridge opened for traffic. It is "
            "required by the Party Central Committee to strengthen the resilience of industrial chains and to "
            "push smart manufacturing. In spite of two floods crops did well; families of the countryside got "
            "homes ahead of winter. Composure and diligence are needed from all. Apprentices inherit skills "
            "beside turning machines; doctors reach secluded hamlets; judges resolve disputes faster than "
            "before. Streams polluted by textile colouring have recovered their transparency.",
        ),
    ),
    "a national conference, and how a speech there was taken": (
        row(
            "2024-06-25",
            "凝聚创新合力——习近平总书记在全国科技大会、两院院士大会上的重要讲话引发热烈反响",
            "与会代表表示，要为建成科技强国奋勇前进。总书记强调，要助力发展新质生产力，激发创新活力。",
        ),
        row(
            "2024-06-25",
            "锚定战略目标 抓好重点任务",
            "6月25日上午，全国科技大会和两院院士大会第二次全体会议在北京举行。丁薛祥指出，以科技创新引领新质生产力加快发展。",
        ),
    ),
}
