"""What is one story by an item of a round-up, or by the wording that retellings keep."""

from tests.stories.one_story import Row, row

BY_ITEMS: dict[str, tuple[Row, ...]] = {
    "two round-ups that share an item, the strongest of neither": (
        row(
            "2024-08-21",
            "国内联播快讯",
            "《低空经济示范工作方案》印发\n工业和信息化部今天（8月21日）印发低空经济示范工作方案，支持十个城市先行先试。\n"
            "2024世界机器人大会今天开幕\n2024世界机器人大会今天在北京开幕，169家企业带来600多件产品，27款人形机器人首次亮相。",
        ),
        row(
            "2024-08-22",
            "财经早餐2024年8月22日星期四",
            "1、国家能源局公布新型储能试点示范项目名单，56个项目入选，总规模超过700万千瓦，分布在各省区。\n"
            "2、2024世界机器人大会8月21日在北京开幕，169家企业带来600多件产品，27款人形机器人首次亮相，规模为历届之最。",
        ),
    ),
    "a digest of single lines, and the figures that one of them tells": (
        row(
            "2025-11-11",
            "前10个月汽车产销",
            "中国汽车工业协会11日发布数据，10月我国新能源汽车销量占比达51.6%，首次超过燃油车，出口也创新高。",
        ),
        row(
            "2025-11-12",
            None,
            "31省份人口抚养比公布：五个省份超过50%\n央行：继续实施适度宽松的货币政策，强化政策传导\n"
            "中汽协：10月我国新能源汽车销量占比达51.6%，首次超过燃油车\n蓝皮书：短剧市场规模破500亿元，首超票房\n"
            "浙江、四川等地秋假将至，多个景区推出中小学生免票政策，家长最多带两位同行\n广州：新房全部采用装配式",
        ),
    ),
    "what a statistic's retelling keeps to the letter": (
        row(
            "2024-10-18",
            "经济运行稳中有进",
            "国家统计局今天说，前三季度全国规模以上工业增加值同比增长5.8%，装备制造业和高技术制造业较快，"
            "新能源汽车产量较快增长，粮食丰收在望，网上零售和服务消费也在扩大。",
        ),
        row(
            "2024-10-19",
            "工业生产平稳",
            "在出口支撑、政策落地的带动下，前三季度全国规模以上工业增加值同比增长5.8%，新能源汽车、集成电路产量"
            "保持两位数增长，产业链韧性增强，对经济贡献近四成。",
        ),
    ),
    "full-width figures with small full stops": (
        row(
            "2025-08-11",
            None,
            "中汽協發布數據，７月汽車產銷分別完成２５９﹒１萬輛和２５９﹒３萬輛，新能源汽車產銷分別完成１２４﹒３萬輛和"
            "１２６﹒２萬輛，同比分別增長２６﹒３％和２７﹒４％。",
        ),
        row(
            "2025-08-13",
            "中汽协：7月新能源汽车延续增长",
            "7月，新能源汽车产销分别完成124.3万辆和126.2万辆，同比分别增长26.3%和27.4%，市场进入淡季。"
            "汽车产销分别完成259.1万辆和259.3万辆。",
        ),
    ),
    "a journey and its echo, told in the line below the headline": (
        row(
            "2023-10-13",
            "习近平在江西考察时强调 奋力谱写江西篇章",
            "习近平指出，要找准定位，构建体现江西特色和优势的现代化产业体系，积极部署未来产业。",
        ),
        row(
            "2023-10-14",
            "走在前、勇争先",
            "——习近平总书记在江西考察时的重要讲话指引方向\n大家表示，要努力构建现代化产业体系，推进乡村振兴。",
        ),
    ),
    "a notice by two names for its work": (
        row(
            "2025-05-12",
            "34城将入选",
            "财政部、工业和信息化部近日发布《关于推进2025年中小企业数字化转型城市试点的通知》，将选出34个城市。",
        ),
        row(
            "2025-05-17",
            "关于做好2025年中小企业数字化转型城市试点工作的通知",
            "现就2025年中小企业数字化转型城市试点申报工作有关事项通知如下。要以城市为单位，开展数字化转型。",
        ),
    ),
    "the head of an undated text names the day": (
        row(
            None,
            None,
            "11月24日，工业和信息化部发布通知，部署创建国家新兴产业示范基地，聚焦智能网联汽车、新材料，建设百个园区。",
        ),
        row(
            "2025-11-25",
            "新兴产业集群",
            "工业和信息化部日前启动国家新兴产业示范基地创建，聚焦智能网联汽车等领域，建设百个园区和千家企业。",
        ),
    ),
    "what one of two texts tells without the initiative": (
        row(
            "2025-09-10",
            "六部门整治汽车网络乱象",
            "工业和信息化部等六部门部署汽车行业网络乱象专项整治行动，规范新能源汽车竞争秩序，聚焦网络水军、黑公关等乱象，"
            "为期三个月，净化汽车行业网络环境。",
        ),
        row(
            "2025-09-10",
            "国内联播快讯",
            "30个地区入选便民生活圈试点\n商务部等11部门公布城市一刻钟便民生活圈试点名单，30个地区入选，覆盖地级以上城市主城区。\n"
            "汽车行业专项整治启动\n工业和信息化部等六部门今天启动汽车行业网络乱象专项整治行动，聚焦网络水军、黑公关等"
            "乱象，打击恶意诋毁，净化汽车行业网络环境。",
        ),
    ),
    "a month's figures, told again weeks later": (
        row(
            "2021-12-10",
            None,
            "Sales of new energy vehicles in November rose 121.1 percent to 450,000 units, the China Association of "
            "Automobile Manufacturers (CAAM) said. From January to November, 2.99 million were sold.",
        ),
        row(
            "2021-12-27",
            "Records in November",
            "Makers sold 450,000 new energy vehicles in November 2021, the China Association of Automobile "
            "Manufacturers "
            "(CAAM) said. Exports grew, too. In eleven months 2.99 million units were sold.",
        ),
    ),
    "what a document without any initiative tells": (
        row(
            "2024-08-06",
            "信息通信业营商环境优化行动",
            "工业和信息化部日前部署开展创新信息通信行业管理、优化营商环境行动，提出到2025年基本形成统一开放、竞争有序的"
            "信息通信市场体系。",
        ),
        row(
            "2024-08-07",
            "财经早餐2024年8月7日星期三",
            "1、新能源汽车下乡活动将在百个县开展，企业给出优惠，充电桩同步建设，销量有望继续增长，政策支持不变。\n"
            "2、工信部部署开展优化营商环境行动，到2025年基本形成统一开放、竞争有序的信息通信市场体系，并"
            "提升服务水平，降低中小企业宽带和专线的资费。",
        ),
    ),
    "round counts of a plan with the year that they are aimed at, without a date": (
        row(
            "2026-01-19",
            "China sets dates for industrial AI",
            "Eight departments, among them the Ministry of Industry and Information Technology, issued a plan on AI "
            "plus manufacturing. By 2027 it wants 1,000 industrial agents, 100 datasets, 500 scenarios, open models.",
        ),
        row(
            None,
            "知识点",
            "《“人工智能+制造”专项行动实施意见》提出，到2027年，推动通用大模型在制造业深度应用，打造100个工业领域高质量"
            "数据集，推广500个典型应用场景，选树1000家标杆企业，安全治理能力全面提升。",
        ),
    ),
    "a paper of an agency that nobody follows by itself, in two languages": (
        row(
            None,
            None,
            "BEIJING - China's space agency released an action plan to back commercial space firms. The China National "
            "Space Administration (CNSA) will open its tracking stations to them and found a fund.",
        ),
        row(
            "2025-11-27",
            "商业航天有了新计划",
            "国家航天局近日印发《国家航天局推进商业航天高质量安全发展行动计划（2025—2027年）》，提出到2027年，商业航天"
            "产业生态高效协同，科研生产安全有序，产业规模显著壮大。",
        ),
    ),
    "a meeting of the cabinet in two languages, whose news names no initiative in one": (
        row(
            "2025-08-01",
            "State Council executive meeting calls for good work",
            "BEIJING, July 31 -- A State Council executive meeting on Thursday called for boosting the recovery. The "
            "meeting, presided over by Chinese Premier Li Qiang, approved a document on artificial intelligence.",
        ),
        row(
            "2025-07-31",
            "李强主持召开国务院常务会议",
            "国务院总理李强7月31日主持召开国务院常务会议。会议审议通过《关于深入实施“人工智能+”行动的意见》，强调要大力"
            "推进规模化商业化应用，优化创新生态。",
        ),
    ),
    "a statistic in one short item of a digest": (
        row(
            "2024-09-02",
            "我国物流业景气水平进一步提升",
            "中国物流与采购联合会今天（9月2日）公布：8月份中国物流业景气指数为51.5%，环比回升0.5个百分点。快递快运业务"
            "总量指数升至70.6%的高位，业务活动预期指数为56.3%。",
        ),
        row(
            "2024-09-03",
            "财经早餐2024年9月3日星期二",
            "1、工信部就《轻工业数字化转型实施方案（征求意见稿）》公开征求意见，其中提出，实施大规模设备数字化改造更新，"
            "编制设备更新指南。\n2、中国物流与采购联合会数据显示，8月中国物流业景气指数为51.5%，环比回升0.5个百分点。",
        ),
    ),
    "one exact figure of an item that states others of something else": (
        row(
            "2024-07-31",
            None,
            "国家能源局7月31日表示，截至2024年上半年，新型储能项目累计装机规模达4444万千瓦，较上年底增长超过40%。从地区看，"
            "西北占27.3%，华北占27.2%，华中占15.3%，华东占14.6%。独立储能装机占比45.3%。",
        ),
        row(
            "2024-08-01",
            "财经早餐2024年8月1日星期四",
            "3、国家药监局部署创新药临床试验审评审批改革试点工作，30个工作日内完成申请的审评审批，疫苗产品等除外。\n"
            "4、国家能源局介绍，上半年，能源重点项目完成投资额超过1.2万亿元，同比增长17.7%。可再生能源发电新增装机1.34亿"
            "千瓦，同比增长24%，占88%。新型储能已投运装机达4444万千瓦，较2023年底增长超过40%。",
        ),
    ),
    "the figures of a plan, told again after eleven days": (
        row(
            "2023-09-03",
            "China aims for 27 million car sales",
            "A work plan wants this year's car sales to reach about 27 million, up 3 percent. For new energy vehicles "
            "(NEVs) it is 9 million, or a 30 percent rise, said the Ministry of Industry and Information Technology "
            "and six other departments.",
        ),
        row(
            "2023-09-14",
            "七部门明确小目标",
            "工业和信息化部等七部门9月1日发布了汽车行业稳增长工作方案。方案明确，2023年力争实现销量2700万辆左右，同比增长"
            "约3%，其中新能源汽车销量900万辆左右，同比增长约30%。",
        ),
    ),
    "Beijing announces what a ministry released": (
        row(
            "2026-01-15",
            "Beijing announces targets for the industrial internet by 2028",
            "China has announced a plan on the industrial internet and AI. The Ministry of Industry and Information "
            "Technology (MIIT) released it on January 6, and wants new networks at 50,000 enterprises by 2028.",
        ),
        row(
            "2026-01-07",
            "《工业互联网和人工智能融合赋能行动方案》发布",
            "工业和信息化部今天（1月7日）发布《工业互联网和人工智能融合赋能行动方案》。《方案》提出，到2028年，推动不少于"
            "五万家企业实施新型工业网络改造升级，满足人工智能工业应用通信需求。",
        ),
    ),
}
