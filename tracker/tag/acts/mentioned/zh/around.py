"""Rows for a name that is the topic of something else, or one of several: 围绕 X, 包括 X."""

from tracker.tag.acts.mentioned.zh.scenes import SET_ROUND, WILL_ROUND, is_a_setting
from tracker.tag.engine import CLAUSE, WRITTEN, Near, Rule

# 围绕……目标加快发展 X: the work itself, not its centre.
ROUND_AN_AIM = Near(before="(目标|主线|任务)(加快|大力|深入|全面|持续)?(发展|推进|推动|培育|建设|构建)", scope=CLAUSE)
AGENDA = "(围绕|就|结合|从)……|论坛聚焦…"

PLANNED_FOR_IT = (
    Rule("zh.mentioned.projects-organized", after=r"…30(领域|行业|产业|方向)，组织\d+项", scope=WRITTEN, against=True,
         examples=("围绕新材料等产业方向，组织80项技术研发。", "面向低空经济等重点领域，组织12项攻关。")),
)  # fmt: skip
ROWS = (
    Rule("zh.mentioned.on-the-agenda", before=AGENDA,
         after="……60?等(重点|重大|方面|战略|行业|热点|国际|全球|前沿|关键)*的?(问题|议题|主题|课题|任务|话题)|"
             "……60?等?(深入)?(开展|进行)?(调研|研讨|讨论|交流)(?=[，。；])|…12提供…8服务", unless=(WILL_ROUND,),
         examples=("大会围绕电池回收、新型储能产业发展等行业热点话题展开。",
             "要结合培育新质生产力、稳定就业等重点任务开展立法调研。",
             "142家平台围绕提升产业链供应链稳定性和竞争力提供深度服务。",
             "要围绕因地制宜发展新质生产力、扩大内需等重点问题深入研究。",
             "各党派围绕建设现代化产业体系、扩大内需等深入开展调研，提出建议。")),
    Rule("zh.mentioned.spoken-of", before=AGENDA,
         after="……120?(等?(协商)?(发言|建言(献策)?)|作了?(汇报|介绍))(?=[，。；])|……60?，听取", unless=(WILL_ROUND,),
         examples=("委员们围绕扩大内需、建设现代化产业体系、稳定就业等协商建言。", "多位专家就统一大市场建设建言献策。",
             "工信部召开圆桌会议，围绕支持专精特新企业发展、做强软件产业，听取企业意见。",
             "三位代表就发展低空经济发言。")),
    Rule("zh.mentioned.round-it", before="(围绕|瞄准|针对|对接)…16",
         after=r"[\s□]*(发展)?([、和及]…20)?(需求|目标|任务|主题|主线|要求|战略)?$", scope=CLAUSE, unless=(*SET_ROUND,
             ROUND_AN_AIM),
         examples=("会议要求对接《中国制造2025》，瞄准国际水平。",
             "要瞄准数字经济和实体经济融合发展和城市治理等需求，完善制度。")),
    Rule("zh.mentioned.setting", when=(is_a_setting,),
         examples=("北京明确，转让旧车并新购新能源乘用车的，补贴标准为1.5万元。", "依托智能制造，企业降低了成本。",
             "国家科技重大专项涵盖新材料等领域。")),
)  # fmt: skip
