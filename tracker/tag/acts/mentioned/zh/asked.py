"""Rows for what is asked about, reported on, shown to visitors or denied: 请问 X."""

from tracker.tag.acts.cues import is_denied
from tracker.tag.engine import CLAUSE, OUTSIDE, SENTENCE, WRITTEN, WRITTEN_CLAUSE, Rule

ROWS = (
    Rule("zh.mentioned.denied", when=(is_denied,),
         examples=("工信部：未启动新一轮新能源汽车下乡。", "工信部尚未印发《低空经济发展规划》。",
             "没有任何一个部门出台低空经济的补贴政策。", "工信部不会在今年出台新的新能源汽车补贴政策。",
             "商务部声明，**未组织“以旧换新”直播宣讲等活动**。", "零碳园区建设标准并未出台。",
             "目前尚未启动低空经济试点。")),
    Rule("zh.mentioned.what-was-reached", before="(认识|总结)…", after="取得的…6(成就|成效|成绩)", scope=CLAUSE,
         examples=("会议强调，要充分认识新型工业化取得的成就，增强自信。", "要充分认识新型工业化取得的历史性成就。",
             "座谈会总结新型储能取得的成绩。")),
    Rule("zh.mentioned.reported-on", before="(介绍|通报|回顾|听取|了解|审议)了?……",
         after="…30(情况|进展|成效|汇报|介绍)|…120调研情况", scope=(WRITTEN_CLAUSE, CLAUSE),
         examples=("总理听取了推进“中国制造2025”、重大装备研制、标准制定等情况介绍。",
             "他来到实验室，了解企业发展新质生产力等情况。",
             "会议审议国务院关于建设全国统一大市场工作情况的报告并开展专题询问。",
             "代表团听取园区规划、量子科技研究等介绍。", "会上，有关负责人通报了工业互联网发展情况。",
             "代表们听取了人形机器人产业的汇报。")),
    Rule("zh.mentioned.how-to", before="如何…20", after="……40(思考|探索|课题|难题|答案|问题)", scope=(CLAUSE, SENTENCE),
         examples=("如何让数字技术与制造业融合得更好，是团队一直在探索的课题。",
             "如何发展低空经济，是他一直思考的问题。", "如何用好新型储能，成为企业面前的难题。")),
    Rule("zh.mentioned.seen", before="(察看|观看|参观|观摩)了?…",
         after="…10(展示|展区|展台|演示|展品|样品)|(?=[。；]|$)", scope=CLAUSE,
         examples=("他来到产业园，了解企业研发进展，参观新能源汽车展台。", "代表团参观了苏州工业园区的智能工厂。",
             "代表们察看了人形机器人展区。", "学生们参观了工业互联网展区。")),
    Rule("zh.mentioned.question", text=r"请问|提问(?!时)|答记者问(?!时)|[？?]\s*$", scope=WRITTEN,
         examples=("有人提问，氢能何时能走进寻常人家。", "低空经济会成为下一个风口吗？")),
    Rule("zh.mentioned.interview-on-a-paper", before="就(?!…(印发|发布))…",
         after="……20(接受|回答|答|进行)了?…12(采访|专访|访谈|提问|解读)", scope=OUTSIDE,
         examples=("有关负责人就《低空经济发展规划》接受了记者采访。", "司长就《氢能产业意见》进行了解读。")),
    Rule("zh.mentioned.talked-about", before="(共议|共话|畅谈|研讨|探讨)…", scope=CLAUSE,
         examples=("举办论坛，共议前沿科技和未来产业发展趋势，具有重要意义。", "专家齐聚合肥，共议商业航天。",
             "与会嘉宾畅谈未来产业。")),
)  # fmt: skip
