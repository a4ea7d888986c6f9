"""Rows for an earlier paper with the name in its 《title》 that is recalled or followed."""

from tracker.tag.acts.cues import Words, is_dated_back, is_in_a_longer_title, is_news
from tracker.tag.engine import TITLE, Near, Rule

ROWS = (
    Rule("zh.mentioned.title-of-a-study", text=r"报告([（(]?20\d\d[^》]{0,8})?》$", scope=TITLE, when=(is_news,),
         examples=("峰会将发布《数字中国发展报告（2024年）》等成果。", "研究院发布《低空经济发展报告（2025）》。",
             "协会编写的《氢能产业发展报告》认为，需求很大。")),
    Rule("zh.mentioned.paper-of-another-time", text="《", scope=TITLE, when=(is_news, is_dated_back),
         unless=(Near(after="…6，?并?(提出|明确|指出|要求|部署)", scope=TITLE),),
         examples=("2018年以来，四部门先后出台《专精特新企业培育办法》等文件。",
             "今年年初，《数字中国建设行动计划》公布，社会反响热烈。", "2022年3月，国家出台《氢能产业发展规划》。",
             "2021年7月，两部门印发《新型储能发展意见》。")),
    Rule("zh.mentioned.to-obey-a-paper", scope=TITLE,
         before="为(了|全面|深入|认真|进一步|更好)*(贯彻|落实|实施)+(国家|国务院|…{2,6}(部|委|省|市))?",
         examples=("为贯彻落实《中国制造2025》，引导企业专注细分领域，经专家论证，印发名单。",
             "为深入实施《新型储能行动方案》，能源局召开了会议。",
             "为贯彻落实国家《“机器人+”应用行动实施方案》等政策，特制定本方案。")),
    Rule("zh.mentioned.obeying-a-paper", before="(落实|贯彻|按照|根据|满足|符合)(《[^》]*》[、和]?)*",
         after="([、和]?《[^》]*》|[（(][^（()）]{4,16}[)）])*(等?(文件|政策)?的?(有关|相关|强制性|国标|国家标准)*"
             "(要求|精神|部署))", scope=TITLE,
         examples=("落实《农村工作意见》《“机器人+”行动方案》等文件部署，两部门开展遴选。",
             "工业和信息化部介绍，这款芯片能够满足《智能网联汽车驾驶辅助系统要求》强制性国标要求，"
             "为规模化应用提供支撑。", "落实《关于深入实施“人工智能+”行动的意见》要求，用好大模型，制定办法。",
             "按照《智能制造发展规划》有关部署，各省报送了材料。",
             "根据《中国制造2025》（国发〔2015〕28号）等文件精神，结合我省实际，特制定本计划。")),
    Rule("zh.mentioned.paper-called-to-mind", scope=TITLE, when=(is_news, is_in_a_longer_title, Words("recall")),
         unless=(Near(after="…6(提出|明确|指出|要求|强调)", scope=TITLE),
             Near(before="(将|拟|要|抓紧|尽快)…6(修订|修改|制定|编制|完善)", scope=TITLE)),
         examples=("今年一开年，《全国统一大市场建设指引》正式发布，一系列举措相继落地。",
             "近年来，《数字中国发展规划》等文件陆续印发。", "围绕《低空经济发展意见》，三位专家作了解读。")),
)  # fmt: skip
