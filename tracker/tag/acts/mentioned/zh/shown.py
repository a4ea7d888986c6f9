"""Rows of what is shown or named at an event: 峰会……展示 X 成果."""

from tracker.tag.engine import CLAUSE, SENTENCE, WRITTEN, Near, Rule

AT_AN_EVENT = Near(
    text="主宾[省国]|专题展|成果展|广交会|进博会|服贸会|消博会|链博会|峰会|大会|博览会|交易会|论坛|展览会|展会|节目|纪录片|"
    "专题片|特别报道|系列报道",
    scope=WRITTEN,
)

ROWS = (
    Rule(
        "zh.mentioned.what-an-event-is-about",
        before="(博览会|大会|论坛|峰会|展会|年会|研讨会|运动会)…6(聚焦|围绕)…4|(节目|栏目|专题片|纪录片)…6聚焦…|"
        "(孵化器|基金|平台|实验室)，聚焦…",
        scope=SENTENCE,
        examples=("本届博览会聚焦智能制造。", "新设的实验室，聚焦量子科技。"),
    ),
    Rule(
        "zh.mentioned.attracts",
        before="展[区台馆].*",
        after="…40(成果|产品|技术|展品)…4(吸引|引人|引来)",
        scope=SENTENCE,
        examples=("展区内，低空经济等领域的成果吸引了观众。", "展馆里，人形机器人新产品引来围观。"),
    ),
    Rule(
        "zh.mentioned.shown",
        before="(展示|展现|讲述|播出)…",
        after="…16(成果|成就|进展|风采|应用|技术|成效|图景|新貌|产业链|生态|产品|装备|场景|实践|故事)",
        scope=(CLAUSE, SENTENCE),
        when=(AT_AN_EVENT,),
        examples=(
            "世界智能产业博览会开幕，重点展示工业互联网最新成果。",
            "大会集中展示近年来智能制造的新技术、新成效。",
        ),
    ),
    Rule(
        "zh.mentioned.released-there",
        before="发布了?…",
        after="…10(趋势|榜单|报告|指数)|……24等…8场景",
        scope=(CLAUSE, SENTENCE),
        when=(AT_AN_EVENT,),
        examples=("大会发布了工业互联网发展趋势等内容。", "论坛发布低空经济发展指数。"),
    ),
    Rule(
        "zh.mentioned.cases-shown",
        before="展示…6",
        after="…40案例",
        scope=(CLAUSE, SENTENCE),
        when=(AT_AN_EVENT,),
        examples=("展会集中展示工业互联网在各行各业的案例。", "大会展示数字中国建设优秀案例。"),
    ),
    Rule(
        "zh.mentioned.shown-as-its-theme",
        after="…4{CLOSE}为(重点|主题|主线)，…8(展示|展现|亮相)",
        scope=SENTENCE,
        when=(AT_AN_EVENT,),
        examples=("展会将以人形机器人为重点，集中展示前沿成果。", "论坛将以数字中国为主线，集中展示成果。"),
    ),
    Rule(
        "zh.mentioned.on-stage",
        after="(……30等)?(集中|纷纷|同台)亮相|(领域|业界|行业)的?…10(企业|专家|嘉宾|组织)|"
        r"……20(等\d+[余多]?项|领域…4批)…4成果|……24等…6(产品|展品)",
        scope=SENTENCE,
        when=(AT_AN_EVENT,),
        examples=(
            "世界制造业大会上，一批国际领先的新装备和新材料集中亮相。",
            "峰会将发布数字中国、数据资源调查等70余项成果。",
        ),
    ),
    Rule(
        "zh.mentioned.covered",
        before="(内容|议题)(覆盖|涵盖|包括|涉及)……",
        when=(AT_AN_EVENT,),
        examples=("这次峰会将办13场会议，内容覆盖工业互联网各个方面。", "论坛议题涉及氢能储运。"),
    ),
)
