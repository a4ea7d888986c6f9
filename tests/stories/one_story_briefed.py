"""Texts on real events: of a briefing or a statistic each tells another part; and papers told by their words."""

from tests.stories.one_story import Row, row

BRIEFED: dict[str, tuple[Row, ...]] = {
    "a month's statistics, of which a broadcast and a digest choose others": (
        row(
            "2024-09-14",
            "8月份经济运行稳中有进",
            "记者今天（9月14日）从国务院新闻办举行的新闻发布会上了解到，8月份，国民经济保持总体平稳、稳中有进发展态势。全国规模"
            "以上工业增加值同比增长4.5%，装备制造业增加值增长6.4%，高技术制造业增长8.6%，无人飞行器制造增长54%。社会消费品零售总额"
            "38726亿元，同比增长2.1%。扣除房地产开发投资，全国固定资产投资增长7.7%，高技术产业投资增长10.2%。",
        ),
        row(
            "2024-09-15",
            "财经早餐2024年9月15日星期日",
            "1、国民经济保持总体平稳、稳中有进发展态势。国家统计局公布数据，8月份，全国规模以上工业增加值同比增长4.5%，社会消费品"
            "零售总额增长2.1%，服务业生产指数增长4.6%。1-8月份，全国固定资产投资同比增长3.4%，其中房地产开发投资下降10.2%。"
            "城镇调查失业率为5.3%，上升0.1个百分点。\n"
            "2、70个大中城市房价数据出炉，新房价格环比下降的城市有67个，二手房价格下降的有69个，降幅比上月有所扩大。",
        ),
    ),
    "what one body counted up to a month, a figure of it in each": (
        row(
            "2024-09-09",
            "8月份居民消费价格同比涨幅扩大",
            "国家统计局今天（9月9日）发布的最新数据显示，8月份，居民消费价格指数（CPI）环比上涨0.4%，同比上涨0.6%，涨幅比上月有所扩大。"
            "环比上涨主要受高温多雨天气等季节性因素影响，蔬菜、水果、鸡蛋价格均不同程度上涨。",
        ),
        row(
            "2024-09-10",
            "财经早餐2024年9月10日星期二",
            "1、国家统计局公布数据显示，受高温多雨天气等因素影响，8月CPI同比上涨0.6%，涨幅比上月扩大0.1个百分点。PPI同比下降1.8%，"
            "降幅比上月扩大1个百分点。\n2、某公司举行秋季发布会，公布手机、手表以及耳机等新产品，手机起售价799美元，9月20日上市。",
        ),
    ),
    "one ministry's briefing, told by its name and by its officials": (
        row(
            "2022-07-19",
            "工业经济企稳回升",
            "国务院新闻办今天（7月19日）举行发布会，工业和信息化部相关负责人表示，上半年工业经济企稳回升。规模以上工业增加值增长"
            "3.4%，制造业增加值占28.8%，投资增长10.4%，累计建成5G基站185.4万个。",
        ),
        row(
            "2022-07-20",
            "收入总规模破10万亿元",
            "7月19日，国务院新闻办公室举行新闻发布会。工业和信息化部新闻发言人、总工程师田玉龙出席并回答提问。“5G+工业互联网”"
            "512工程建设项目超过3100个，二季度新增700个，解决方案供应商超6000家，关键工序数控化率达到55.7%。",
        ),
    ),
    "the news of a paper, put on a website again months later": (
        row(
            "2021-12-28",
            "十五部门联合印发《“十四五”机器人产业发展规划》",
            "工业和信息化部等十五部门今天（28日）联合印发了《“十四五”机器人产业发展规划》。规划提出，到2025年成为机器人技术创新"
            "策源地，营业收入年均增速超过20%，形成一大批创新能力强的专精特新“小巨人”企业，建成3到5个有国际影响力的产业集群。",
        ),
        row(
            "2022-04-21",
            "十五部门联合印发《“十四五”机器人产业发展规划》",
            "2021年12月28日，工业和信息化部等十五部门联合印发了《“十四五”机器人产业发展规划》。规划提出，到2025年成为机器人技术创新"
            "策源地，营业收入年均增速超过20%，形成一大批创新能力强的专精特新“小巨人”企业，建成3到5个有国际影响力的产业集群。"
            "规划还有4个行动，其中有“机器人+”应用行动。",
        ),
    ),
    "a paper whose name stands within a name, in pointed and in angle brackets": (
        row(
            "2022-01-26",
            "国内联播快讯",
            "《关于高质量实施RCEP的指导意见》公布\n近日，商务部等6部门联合印发《关于高质量实施〈区域全面经济伙伴关系协定〉（RCEP）"
            "的指导意见》，为地方和企业抓住机遇、促进制造业升级提供指导。\n研发投入强度创新高\n国家统计局今天发布数据，全社会研究与"
            "试验发展经费投入为27864亿元，与国内生产总值之比达到2.44%。",
        ),
        row(
            "2022-01-26",
            "六部门文件，事关RCEP",
            "据商务部网站消息，商务部等6部门联合印发《关于高质量实施<区域全面经济伙伴关系协定>（RCEP）的指导意见》，要以更高水平开放"
            "促进更深层次改革，引导企业适应区域市场更加充分的竞争，扩大国际合作，推进标准合作与转化。",
        ),
    ),
    "a cabinet meeting of the previous day": (
        row(
            "2025-07-16",
            "李强主持召开国务院常务会议",
            "国务院总理李强7月16日主持召开国务院常务会议，听取规范新能源汽车产业竞争秩序情况的汇报。会议指出，针对该领域的非理性竞争"
            "现象，坚持综合施策，切实规范新能源汽车产业竞争秩序，加强成本调查和价格监测。",
        ),
        row(
            "2025-07-17",
            "State Council executive meeting chaired by Premier Li Qiang",
            "According to Xinhua on the 17th, the State Council executive meeting chaired by Premier Li Qiang the "
            "previous day pointed out the need to regulate competition in the new energy vehicle industry. The "
            "meeting called for cost investigations and price monitoring in the NEV industry.",
        ),
    ),
    "two translations, one headed by who wrote it": (
        row(
            None,
            "The stability of employment and prices give warmth",
            "In the first half of this year, facing the epidemic, China made an overall plan for prevention and "
            "development, and the performance of employment and commodity prices, closely related to people's "
            "livelihood, was generally stable. In February, the production and operation activities of many "
            "enterprises were suspended, recruitment was delayed or cancelled, and the surveyed urban unemployment "
            "rate increased.",
        ),
        row(
            None,
            None,
            "Daily News reporter Lin Huocan\nIn the first half of this year, in the face of the epidemic, China's "
            "overall promotion of prevention and development work, closely related to people's livelihood employment "
            "and price performance overall stable. In February, many enterprises' production and business activities "
            "were suspended, recruitment delays or cancellations, and the unemployment rate of urban surveys "
            "increased.",
        ),
    ),
    "eight departments and sixteen tasks": (
        row(
            "2024-08-28",
            "国内联播快讯",
            "夏粮收购超6000万吨\n国家粮食和物资储备局发布，全国累计收购夏粮超6000万吨，同比增加400万吨左右，进展总体顺利，市场平稳。\n"
            "金融支持长江经济带\n中国人民银行、国家发展改革委等八部门日前联合印发指导意见，提出积极支持绿色债券发行等16项重点任务，"
            "为长江经济带绿色低碳高质量发展提供更有力的金融支撑。",
        ),
        row(
            "2024-08-28",
            "财经早餐2024年8月28日星期三",
            "4、央行等八部门印发《关于进一步做好金融支持长江经济带绿色低碳高质量发展的指导意见》，从发展绿色金融、做好风险评估和防控"
            "等四方面提出16项重点任务，积极支持经营主体发债融资，防范“洗绿”“漂绿”。\n"
            "5、国资委党委召开扩大会议指出，要大力促进中央企业与西部地区融合发展，深化东西部协作，推动产业跨地区梯度转移。",
        ),
    ),
    "a draft told with its edition, and by a headline without marks": (
        row(
            "2026-08-25",
            "工信部就《人形机器人产业标准体系建设指南（2026版）》公开征求意见",
            "工信部科技司8月24日发布《人形机器人产业标准体系建设指南（2026版）》（征求意见稿）。到2028年制定至少100项关键标准，"
            "宣贯标准的企业超200家。",
        ),
        row(
            "2026-08-26",
            "工信部就人形机器人产业标准体系建设指南征求意见",
            "工信部就《人形机器人产业标准体系建设指南》征求意见，拟到2028年完成至少100项关键标准，超200家企业宣贯。",
        ),
    ),
    "a standard called by its number": (
        row(
            "2026-08-31",
            "海岛日报",
            "### 11. 首部自动驾驶国标发布\n\n我国首部智能网联汽车自动驾驶系统安全要求强制性国家标准（GB 44721-2026）"
            "正式文件发布，由推荐性国标升级而来，适用于客车和货车。\n\n"
            "### 12. 新手机开启预订\n\n某手机于8月31日开启预订，9月7日正式发布。",
        ),
        row(
            None,
            None,
            "我国自动驾驶强制国标出炉，2027年7月1日实施\n8月31日消息，平台显示，国家标准《智能网联汽车自动驾驶系统安全要求》"
            "（GB 44721-2026）正式文件出炉，将于2027年7月1日实施。",
        ),
    ),
    "a paper told twice, each headline with another year of its aims": (
        row(
            "2026-03-26",
            "工信部发布《工业互联网和人工智能融合赋能行动方案》：2027年建成百个标杆",
            "工信部近期发布《工业互联网和人工智能融合赋能行动方案》，提出建成百个标杆应用，培育一批平台。",
        ),
        row(
            "2026-04-02",
            "工信部印发《工业互联网和人工智能融合赋能行动方案》，2028年水平显著提升",
            "工信部印发《工业互联网和人工智能融合赋能行动方案》，明确四大行动，面向重点产业链，推动大中小企业协同升级。",
        ),
    ),
    "the proposals for a five-year plan, and a leader's explanation of them": (
        row(
            "2025-10-28",
            "中共中央关于制定国民经济和社会发展第十五个五年规划的建议",
            "推动量子科技、生物制造、氢能、具身智能、第六代移动通信等成为新的经济增长点，选定若干城市先行先试。"
            "建立投入增长和风险分担机制，发展创业投资，培育独角兽企业。促进服务业优质高效发展，推进海洋开发。",
        ),
        row(
            "2025-10-28",
            "习近平关于《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》的说明",
            "第三，关于主题。发展新质生产力要看禀赋条件，深入推进数字中国建设，防止一哄而上。"
            "起草组到十二个省区调研，网上收到三百多万条留言，分别召开了多场座谈会，逐条研究吸收各方面看法，作了二百一十八处修改。",
        ),
    ),
    "a paper told with and without the draft that came before": (
        row(
            "2026-03-18",
            "MIIT issues guideline on bio-manufacturing",
            "BEIJING, March 18 -- China's Ministry of Industry and Information Technology on Wednesday issued a "
            "guideline on bio-manufacturing, after a draft was released for public comment in December.",
        ),
        row(
            "2026-03-18",
            "Guideline on bio-manufacturing issued",
            "BEIJING, March 18 -- China's Ministry of Industry and Information Technology on Wednesday issued a "
            "guideline on bio-manufacturing.",
        ),
    ),
    "a press conference, and the digest of the morning after that gives no day": (
        row(
            "2024-08-16",
            "多措并举 市场监管支撑高质量发展",
            "国务院新闻办公室今天（8月16日）举行主题新闻发布会。市场监管总局介绍，推动设备更新和消费品以旧换新，发布112项标准，"
            "12315平台为消费者挽回损失20.4亿元。",
        ),
        row(
            "2024-08-17",
            "财经早餐2024年8月17日星期六",
            "1、国新办举行新闻发布会，市场监管总局相关负责人介绍，正在制定个体工商户管理规定，年底建成名录，帮扶更加精准。\n"
            "2、上海市通信管理局发布低空智联网指导意见，到2026年初步实现连续覆盖。",
        ),
    ),
}
