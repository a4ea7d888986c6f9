"""Texts on real events: groups that tell one announcement again, on another day, in another language, by a machine."""

from tests.stories.one_story import Row, row

AGAIN: dict[str, tuple[Row, ...]] = {
    "a journey, and how it was taken": (
        row(
            "2024-10-18",
            "习近平在安徽考察时强调 奋力谱写安徽篇章",
            "18日上午，习近平听取安徽省委和省政府工作汇报，他指出，要培育先进制造业集群，布局未来产业。",
        ),
        row(
            "2024-10-19",
            "奋力谱写安徽篇章——习近平总书记在安徽考察时的重要讲话引发热烈反响",
            "合肥的研究人员说，量子计算原型机这样的成果还会更多，大家信心很足，干劲更大，脚步更快。",
        ),
    ),
    "a session of study, of which one text tells the number and one the weekday": (
        row(
            "2024-02-01",
            "Xi stresses new productive forces",
            "BEIJING, Feb. 1 -- Xi Jinping, general secretary of the Communist Party of China Central Committee, "
            "urged efforts to develop new quality productive forces. Xi spoke on Wednesday while presiding over a "
            "group study session of the Political Bureau.",
        ),
        row(
            None,
            "Politburo study session",
            "The Political Bureau of the Communist Party of China Central Committee held its 11th collective study "
            "session on the afternoon of January 31st. Xi Jinping said that new quality productive forces must be "
            "fostered.",
        ),
    ),
    "a speech, by what its speaker said of two initiatives on one day": (
        row(
            "2023-11-22",
            "Vice Premier on factories and networks",
            "Vice Premier Zhang Guoqing called for wider use of the industrial internet at a fair in Wuhan on Monday. "
            "Better networks should serve new industrialization, said Zhang.",
        ),
        row(
            None,
            None,
            "On November 20, 2023, Vice Premier of the State Council Zhang Guoqing stressed new industrialization in "
            "his words to guests at Wuhan, asking for the industrial internet to grow fast.",
        ),
    ),
    "a statistic by its exact amounts, one text of which has no date": (
        row(
            "2025-11-11",
            "1至10月新能源汽车产销增长",
            "中国汽车工业协会今天发布数据，1至10月新能源汽车产销量分别完成1301.5万辆和1294.3万辆，出口201.4万辆，汽车"
            "产销2769.2万辆和2768.7万辆，增长超过10%。",
        ),
        row(
            None,
            None,
            "In the first ten months output and sales of new energy vehicles came to 13.015 million units and 12.943 "
            "million units, while 2.014 million units went abroad. In October alone 1.772 million were made, up 21.1 "
            "percent, and 1.715 million sold, up 20.0 percent, 256,000 of them abroad, up 99.9 percent.",
        ),
    ),
    "a deed of one day, told as a notice and a week later as an approval": (
        row(
            "2022-02-17",
            "“东数西算”工程全面启动",
            "今天（2月17日），国家发展改革委、中央网信办等部门联合印发通知，启动建设国家算力枢纽节点。",
        ),
        row(
            "2022-02-24",
            None,
            "The National Development and Reform Commission approved eight new national computing hubs on February 17.",
        ),
    ),
    "a rewrite by a machine that keeps the headline": (
        row(
            "2022-11-30",
            "工信部公布45个国家先进制造业集群名单",
            "工信部今天公布45个国家先进制造业集群名单，东部30个，中部8个，西部5个，东北2个，带动各地产业升级。",
        ),
        row(
            "2022-12-01",
            "工信部公布45个国家先进制造业集群名单",
            "这些国家先进制作业集群在十九个省里，制作业开展有了新的载体，下一步要立异思路，把集群培养好。",
        ),
    ),
    "an opinion of the State Council, as it was signed and as it was told": (
        row(
            "2025-08-26",
            "国务院印发《关于深入实施“人工智能+”行动的意见》",
            "国务院日前印发《关于深入实施“人工智能+”行动的意见》，部署六大重点行动，算力等基础支撑也在其中。",
        ),
        row(
            "2025-08-21",
            "Opinions of the State Council on the AI Plus Initiative",
            "State Council [2025] Document No. 11. The State Council hereby issues its opinions on the AI Plus "
            "initiative, for smarter production, better services and a new way of governing.",
        ),
    ),
    "one passage of a year's work report": (
        row(
            None,
            "2026年政府工作报告",
            "我们将因地制宜发展新质生产力，支持大规模设备更新，打造国家先进制造业集群，拓展智能制造，打造低空经济等新兴支柱产业，培育量子科技。",
        ),
        row(
            None,
            "Report on the Work of the Government (2026)",
            "We will develop new quality productive forces, support large-scale equipment renewal, build national "
            "advanced manufacturing clusters, advance smart manufacturing, foster the low-altitude economy and quantum "
            "technology.",
        ),
    ),
    "a passage of few initiatives that names an amount": (
        row(
            None,
            "2020年政府工作报告",
            "建设数据中心，增加充电桩、换电站等设施，推广新能源汽车。增加国家铁路建设资本金1000亿元。",
        ),
        row(
            None,
            "Report on the Work of the Government (2020)",
            "We will build more charging facilities and promote wider use of new-energy vehicles, and increase "
            "national railway capital by 100 billion yuan.",
        ),
    ),
    "an excerpt that keeps some clauses, without a date": (
        row(
            "2023-09-23",
            "写在高质量发展旗帜上",
            "总书记就推进新型工业化作出重要指示指出，要把建设制造强国同发展数字经济和产业信息化有机结合起来，走自己的路。",
        ),
        row(
            None,
            None,
            "推进新型工业化的大会在京召开。会上传达了总书记就推进新型工业化作出的重要指示。总书记指出，新型工业化是关键任务，"
            "要把建设制造强国同发展数字经济和产业信息化有机结合起来，走自己的路。与会的企业说，厂里的设备要换，人也要培训，"
            "订单和资金都要有着落，这件事一年半载做不完。",
        ),
    ),
    "a paper without a date, and the news of it": (
        row(
            "2025-07-08",
            "China backs parks without carbon",
            "China on Tuesday issued a document to support zero-carbon parks. The document, released by the National "
            "Development and Reform Commission, tells localities how to begin.",
        ),
        row(
            "2025-08-13",
            "Notice of the National Development and Reform Commission",
            "All provincial Development and Reform Commissions: the relevant matters concerning the construction of "
            "zero-carbon parks are hereby notified as follows. Sources of power come first, then grids and heat.",
        ),
    ),
    "a second batch, also called a cohort": (
        row(
            None,
            None,
            "The Ministry of Industry and Information Technology recently issued a notice to support the establishment "
            "of national pilot zones for artificial intelligence innovation and application in Beijing and Hangzhou. "
            "This is the second batch of pilot zones.",
        ),
        row(
            "2021-02-22",
            "China names a second cohort of AI pilot zones",
            "On 19 February the Ministry of Industry and Information Technology announced the launch of a second "
            "cohort of national artificial intelligence innovation application pilot zones in five cities.",
        ),
    ),
    "a batch, told beside the one before it": (
        row(
            "2023-08-01",
            None,
            "The Ministry of Industry and Information Technology has announced the fifth batch of little giant "
            "enterprises, 3,671 of them, fewer than in the fourth batch.",
        ),
        row(
            None,
            None,
            "The Ministry of Industry and Information Technology has announced the fifth batch of little giant "
            "enterprises. A total of 3,671 companies are in it.",
        ),
    ),
    "a paper and a briefing on it": (
        row(
            "2024-08-11",
            "绿色转型有了路线图",
            "中共中央、国务院印发《关于加快经济社会发展全面绿色转型的意见》，氢能全链条发展写在其中。",
        ),
        row(
            "2024-08-12",
            None,
            "国家发展改革委负责人就《关于加快经济社会发展全面绿色转型的意见》答记者问，说要发展低碳产业，做好城乡建设。",
        ),
    ),
    "two parts of a conference under one headline": (
        row(
            "2025-12-11",
            "中央经济工作会议在北京举行",
            "会议指出，今年现代化产业体系建设持续推进，改革迈出新步伐，民生保障更加有力，老问题和新挑战也不少。",
        ),
        row(
            "2025-12-11",
            "中央经济工作会议在北京举行",
            "会议确定明年抓好的任务：深化拓展“人工智能+”，清理拖欠账款，健全地方税体系，高质量推进城市更新。",
        ),
    ),
    "a meeting of the cabinet in two languages": (
        row(
            "2024-08-19",
            "李强主持召开国务院常务会议",
            "国务院总理李强8月19日主持召开国务院常务会议，核准五个核电项目。会议指出，要大力培育发展专精特新中小企业。",
        ),
        row(
            "2024-08-20",
            "China relaxes rules on foreign investment",
            "An executive meeting of the State Council, presided over by Premier Li Qiang on Monday, approved five "
            "nuclear power projects. The meeting called for support for specialized and sophisticated SMEs.",
        ),
    ),
    "a paper of five departments, counted and named": (
        row(
            "2026-01-20",
            "Factories without carbon",
            "BEIJING, Jan. 19 -- Zero-carbon factories will spread, according to a guideline issued by five government "
            "departments including the Ministry of Industry and Information Technology.",
        ),
        row(
            None,
            None,
            "Recently, the Ministry of Industry and Information Technology, the National Development and Reform "
            "Commission, the Ministry of Ecology and Environment, the Assets Commission of the State Council "
            "and the National Energy Administration jointly issued the Guiding Opinions on Zero Carbon Factories.",
        ),
    ),
}
