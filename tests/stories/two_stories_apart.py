"""Texts on real events: pairs of one initiative whose days, figures, aims or makers tell two announcements apart."""

from tests.stories.one_story import Row, row

APART: dict[str, tuple[Row, Row]] = {
    "a plan that a meeting approved, and its release two weeks later, in one language": (
        row(
            "2024-03-01",
            "李强主持召开国务院常务会议",
            "国务院总理李强3月1日主持召开国务院常务会议，审议通过《推动大规模设备更新和消费品以旧换新行动方案》。会议指出，"
            "要推动先进产能比重持续提升，让高质量耐用消费品更多进入居民生活，建立健全回收利用体系。",
        ),
        row(
            "2024-03-13",
            "国务院印发《推动大规模设备更新和消费品以旧换新行动方案》",
            "日前，国务院印发《推动大规模设备更新和消费品以旧换新行动方案》，推动先进产能比重持续提升，推动高质量耐用消费品"
            "更多进入居民生活，完善废旧产品设备回收网络，畅通循环利用。",
        ),
    ),
    "the same statistic of two months in two digests": (
        row(
            "2024-08-24",
            "财经早餐2024年8月24日星期六",
            "1、民航局数据显示，暑期旅客运输量创新高，航班正点率达到八成以上，支线机场吞吐量增速最快。\n"
            "2、国家能源局公布数据显示，截至7月底，全国累计发电装机容量约31亿千瓦，同比增长14%。其中，太阳能发电装机容量"
            "约7.4亿千瓦，增长49.8%；风电装机容量约4.7亿千瓦，增长19.8%。",
        ),
        row(
            "2024-09-24",
            "财经早餐2024年9月24日星期二",
            "1、国家发改委：8月份，新能源汽车和充电桩产量同比分别增长30.5%和97%，渗透率连续两个月突破50%。\n"
            "2、国家能源局表示，截至8月底，全国累计发电装机容量约31.3亿千瓦，同比增长14%。其中，太阳能发电装机容量约"
            "7.5亿千瓦，增长48.8%；风电装机容量约4.7亿千瓦，增长19.9%。",
        ),
    ),
    "two papers of one ministry that name their days of release": (
        row(
            "2026-01-14",
            "Industrial internet platforms to reach 55 percent",
            "China's Ministry of Industry and Information Technology (MIIT) released an action plan on industrial "
            "internet platforms on Tuesday, which wants them to reach 55 percent by 2028, and 450 platforms.",
        ),
        row(
            "2026-01-07",
            "国内联播快讯",
            "外汇储备规模公布\n国家外汇管理局今天公布，我国外汇储备规模为33579亿美元，较上月末上升115亿美元，升幅为0.34%。\n"
            "《工业互联网融合赋能行动方案》发布\n工业和信息化部今天（1月7日）发布《工业互联网融合赋能行动方案》。《方案》提出，"
            "到2028年，推动不少于五万家企业实施新型工业网络改造升级，在20个重点行业打造数据集。",
        ),
    ),
    "papers of eight departments and of one, which aim at two years": (
        row(
            "2026-01-10",
            "Eight departments open an action on AI plus manufacturing",
            "China's Ministry of Industry and Information Technology, together with seven other departments, issued "
            'the implementation opinions on the "AI Plus Manufacturing" special action, with secure supply by 2027.',
        ),
        row(
            "2026-01-07",
            "《工业互联网和人工智能融合赋能行动方案》发布",
            "工业和信息化部今天（1月7日）发布《工业互联网和人工智能融合赋能行动方案》。《方案》提出，到2028年，推动不少于"
            "五万家企业实施新型工业网络改造升级，满足人工智能工业应用通信需求。",
        ),
    ),
    "the news of a paper, and a notice that carries it out": (
        row(
            "2024-01-24",
            "建设五个以上国际先进的制造业中试平台",
            "工业和信息化部、国家发展改革委近日联合印发《制造业中试创新发展实施意见》，提出到2025年，建设具有国际先进水平的"
            "中试平台5个以上，优质高效的中试服务体系更加完善，中试发展生态进一步优化。",
        ),
        row(
            None,
            None,
            "为落实《制造业中试创新发展实施意见》，加快布局建设一批中试平台，建设具有国际先进水平的中试平台，优质高效的中试"
            "服务体系更加完善，现将工业和信息化部有关工作通知如下：中试发展生态进一步优化，择优遴选。",
        ),
    ),
    "plans on one theme for two spans of years, neither with a headline": (
        row(
            None,
            None,
            "《工业互联网创新发展行动计划（2018-2020年）》指出，深入实施工业互联网创新发展战略，到2020年底，初步建成"
            "工业互联网基础设施和产业体系，建成5个左右标识解析国家顶级节点。工信部印发了这一计划。",
        ),
        row(
            None,
            None,
            "工信部官网发布《工业互联网创新发展行动计划（2021-2023年）》，深入实施工业互联网创新发展战略，到2023年，"
            "初步建成工业互联网新型基础设施和产业体系，建成国家工业互联网大数据中心体系。",
        ),
    ),
    "funds for one purpose, and a briefing the day after with another two million": (
        row(
            "2024-09-22",
            "设备更新资金全部安排到位",
            "据国家发展改革委，支持大规模设备更新的两批共1500亿元国债资金已全部安排到项目，"
            "预计更新设备超过200万台（套）。",
        ),
        row(
            "2024-09-23",
            "“两新”政策见效",
            "国家发展改革委相关负责人介绍，大规模设备更新和消费品以旧换新成效显著，涉及4600余个项目，31个省份出台细则，"
            "前8个月装备制造业投资增长10%，全年可望有200万辆低标准乘用车退出。",
        ),
    ),
    "a statistic, and a white paper that recalls it": (
        row(
            "2024-08-11",
            "充电桩破千万",
            "记者从国家能源局了解到，充电桩保有量已突破1000万台。截至7月底，全国充电桩达到1060.4万台，同比增长53%，"
            "利用效率提高了3倍。下一步，将补齐农村地区充电基础设施短板。",
        ),
        row(
            "2024-08-29",
            "《中国的能源转型》白皮书发布",
            "国家能源局8月29日发布《中国的能源转型》白皮书。截至2023年底，清洁能源发电装机占58.2%，每用3度电就有1度是绿电。"
            "截至今年7月底，全国充电桩总量超过1000万台。",
        ),
    ),
    "a plan of an agency, and the department that it set up for it": (
        row(
            "2025-11-27",
            None,
            "为进一步规范引导商业航天高质量安全发展，国家航天局近日印发商业航天高质量安全发展行动计划，提出将商业航天纳入"
            "国家航天发展总体布局，推动我国商业航天产业链有序发展，实现商业航天高质量发展。",
        ),
        row(
            "2025-11-29",
            None,
            "记者11月29日从国家航天局获悉，该局近期设立商业航天司，标志着我国商业航天产业有了专职监管机构，将推动我国商业"
            "航天高质量发展，产业链有序发展。近年来，商业航天企业数量超600家。",
        ),
    ),
    "a feature and an interview that quote what everybody quotes": (
        row(
            "2024-08-03",
            "【治国理政纪实】加快发展新质生产力",
            "高质量发展是全面建设社会主义现代化国家的首要任务，发展新质生产力是推动高质量发展的内在要求和重要着力点。习近平总书记"
            "强调，要因地制宜发展新质生产力，充分发挥市场在资源配置中的决定性作用，更好发挥政府作用，健全推动经济高质量发展体制机制。",
        ),
        row(
            "2024-08-03",
            "【权威访谈】构建高水平市场经济体制",
            "高质量发展是全面建设社会主义现代化国家的首要任务。全会明确，健全推动经济高质量发展体制机制，促进要素向新质生产力集聚，"
            "充分发挥市场在资源配置中的决定性作用，更好发挥政府作用。主任表示，重点要做到“一聚焦三加快”。",
        ),
    ),
    "one leader's journeys to two provinces in a week": (
        row(
            "2024-03-21",
            "习近平在湖南考察时强调 坚持改革创新",
            "21日上午，习近平听取了湖南省委和省政府工作汇报。习近平指出，要因地制宜发展新质生产力，打造国家级产业集群，"
            "更好参与全国统一大市场建设。",
        ),
        row(
            "2024-03-25",
            "Xi visits Jiangxi",
            "NANCHANG, March 25 -- President Xi Jinping inspected Nanchang, the capital of east China's Jiangxi "
            "Province, "
            "where he called for new quality productive forces to be fostered according to local conditions.",
        ),
    ),
    "a premier's speech at an event, and whom he met there": (
        row(
            "2024-06-25",
            "李强出席2024年夏季达沃斯论坛开幕式并致辞",
            "国务院总理李强6月25日在大连出席2024年夏季达沃斯论坛开幕式并致辞。李强指出，中国持续推动高质量发展，加快发展新质生产力。",
        ),
        row(
            "2024-06-25",
            "李强会见世界经济论坛主席",
            "国务院总理李强6月25日上午在大连会见来华出席2024年夏季达沃斯论坛的世界经济论坛主席。李强表示，中国提出开展“人工智能+”行动，"
            "愿同论坛深化合作。",
        ),
    ),
    "the cabinet's plenary meeting and its executive meeting, on one day": (
        row(
            "2026-02-06",
            "李强主持召开国务院第十次全体会议",
            "国务院总理李强2月6日主持召开国务院第十次全体会议，讨论政府工作报告稿和规划纲要草案稿。李强指出，要确保开好局、起好步，"
            "在发展新质生产力、做强国内大循环、促进居民增收等方面取得更大突破。",
        ),
        row(
            "2026-02-06",
            "李强主持召开国务院常务会议",
            "国务院总理李强2月6日主持召开国务院常务会议，研究促进有效投资政策措施。会议指出，要在城市更新、公共服务、新兴产业和未来产业等"
            "重点领域，深入谋划推动一批重大项目、重大工程。",
        ),
    ),
    "two sessions of study, the one told with its year": (
        row(
            "2024-02-01",
            "Xi urges faster development of new productive forces",
            "BEIJING, Feb. 1 -- Xi Jinping called for new quality productive forces to be developed faster. He spoke "
            "on Wednesday at a group study session of the Political Bureau.",
        ),
        row(
            None,
            "Future industries",
            "On January 30, 2026, the Political Bureau conducted its 24th collective study session, on future "
            "industries. Xi Jinping presided over it and called for new quality productive forces.",
        ),
    ),
    "two figures of one day that are the same by chance, in trillions": (
        row(
            "2025-12-25",
            "前11个月消费品工业平稳增长",
            "工业和信息化部公布，前11个月，消费品工业出口交货值3.54万亿元，占工业的24.7%。1321家企业获评国家级绿色工厂。",
        ),
        row(
            "2025-12-26",
            "首批国家级零碳园区名单公布",
            "国家发展改革委今天公布首批国家级零碳园区名单，52个园区入选。园区建成后产值预计达到3.54万亿元。",
        ),
    ),
    "a letter to a summit, and a speech of somebody else there": (
        row(
            "2024-11-20",
            "习近平向世界互联网大会乌镇峰会致贺信",
            "11月20日，习近平向2024年世界互联网大会乌镇峰会致贺信。习近平指出，应当加快推动网络空间发展，"
            "携手建设数字中国。",
        ),
        row(
            "2024-11-20",
            "丁薛祥出席世界互联网大会乌镇峰会开幕式",
            "国务院副总理丁薛祥11月20日出席2024年世界互联网大会乌镇峰会开幕式。丁薛祥表示，要加快推动网络空间发展，"
            "建设数字中国，反映各国的期待。",
        ),
    ),
    "two meetings with other leaders on one day": (
        row(
            "2023-09-06",
            "李强出席第26次中国—东盟领导人会议",
            "9月6日，李强在雅加达出席第26次中国—东盟领导人会议。李强建议，加强新能源汽车、光伏等领域合作，推进新兴产业合作。",
        ),
        row(
            "2023-09-06",
            "李强出席第26次东盟与中日韩领导人会议",
            "9月6日，李强在雅加达出席第26次东盟与中日韩领导人会议。李强表示，愿与各方深化新能源汽车等领域合作，培育增长点。",
        ),
    ),
    "a speech at a summit, and a plan put out there": (
        row(
            "2024-04-25",
            "丁薛祥出席2024中关村论坛年会开幕式并致辞",
            "2024中关村论坛年会25日在京开幕，丁薛祥出席开幕式并致辞。丁薛祥表示，要发展新质生产力，拓展未来产业合作。",
        ),
        row(
            None,
            "中关村世界领先科技园区建设方案发布",
            "4月25日，2024中关村论坛年会在京开幕。工业和信息化部等发布《中关村世界领先科技园区建设方案》，"
            "为新质生产力和未来产业增添动能。",
        ),
    ),
    "two ministries' papers of one day, each in another language": (
        row(
            "2025-03-10",
            "工信部印发低空经济装备创新意见",
            "工业和信息化部3月10日印发《低空经济装备创新意见》，提出12项任务，到2027年建成20个以上创新平台。",
        ),
        row(
            "2025-03-10",
            "CAAC issues rules on pilots",
            "BEIJING, March 10 -- The Civil Aviation Administration of China (CAAC) on Monday issued measures on "
            "low-altitude economy pilots' licences.\nApplicants need at least 40 hours of flight training.",
        ),
    ),
}
