"""Detect where a Chinese sentence names an initiative as the field in which something else is done or counted."""

import re

from tracker.tag.acts.target_context import TargetContext

FIELD = re.compile(
    r"等行业[”\"]?(?:内卷|无序竞争|恶性竞争)|等?(?:[一二两三四五六七八九十\d]+大)?(?:重点)?(?:产业)?(?:领域|范畴|方向|"
    r"行业)(?:[^，。；\d]{0,10}企业)?[近超约]?\d+[个家项]|[^，。；]{0,12}等[^，。；]{0,8}(?:领域|行业)[^，。；]{0,10}"
    r"企业[^，。；\d]{0,3}\d"
)
# 近5000家来自 X 等产业.
COMES_FROM = re.compile(r"\d[^，。；]*来自于?[^，。；]*$")
# 峰会……展示 X 成果, 内容覆盖 X: what an event is about.
EVENT = re.compile(
    r"主宾[省国]|专题展|成果展|广交会|进博会|服贸会|消博会|链博会|峰会|大会|博览会|交易会|论坛|展览会|展会|节目|纪录片|"
    r"专题片|特别报道|系列报道"
)
SHOWN = (
    re.compile(r"(?:展示|展现|讲述|播出)[^，。；]*$"),
    re.compile(r"[^，。；]{0,16}(?:成果|成就|进展|风采|应用|技术|成效|图景|新貌|产业链|生态|产品|装备|场景|实践|故事)"),
)
# 将以 X 为重点，展示成果.
SHOWN_BY = re.compile(r"[^，。；]{0,4}[”\"]?为(?:重点|主题|主线)，[^，。；]{0,8}(?:展示|展现|亮相)")
# 集中展示 X 在各领域应用的案例.
CASES = re.compile(r"展示[^，。；]{0,6}$"), re.compile(r"[^。；，]{0,40}案例")
# 展区内，X 等领域的成果吸引了观众.
ATTRACTS = (
    re.compile(r"展[区台馆]"),
    re.compile(r"[^。；，]{0,40}(?:成果|产品|技术|展品)[^，。；]{0,4}(?:吸引|引人|引来)"),
)
# 大会发布了 X 发展趋势等内容: what is told of it there.
TOLD_THERE = (
    re.compile(r"发布了?[^，。；]*$"),
    re.compile(r"[^，。；]{0,10}(?:趋势|榜单|报告|指数)|[^。；]{0,24}等[^，。；]{0,8}场景"),
)
ON_SHOW = re.compile(r"(?:内容|议题)(?:覆盖|涵盖|包括|涉及)[^。；]*$")
# 在大会上，新材料集中亮相; 峰会将发布 X 等70余项成果.
ON_STAGE = re.compile(
    r"(?:[^。；]{0,30}等)?(?:集中|纷纷|同台)亮相|(?:领域|业界|行业)的?[^，。；]{0,10}(?:企业|专家|嘉宾|组织)|[^。；]"
    r"{0,20}(?:等\d+[余多]?项|领域[^，。；]{0,4}批)[^，。；]{0,4}成果|[^。；]{0,24}等[^，。；]{0,6}(?:产品|展品)"
)
# 本届博览会聚焦 X, 孵化器，聚焦 X: what it is about.
ABOUT = re.compile(
    r"(?:博览会|大会|论坛|峰会|展会|年会|研讨会|运动会)[^，。；]{0,6}(?:聚焦|围绕)[^，。；]{0,4}$|(?:节目|栏目|专题片|"
    r"纪录片)[^，。；]{0,6}聚焦[^，。；]*$|(?:孵化器|基金|平台|实验室)，聚焦[^，。；]*$"
)
# 将有一批 X 企业入驻: who comes.
COMES = re.compile(r"[^，。；、]{0,2}企业[^，。；]{0,10}(?:入驻|参展|参会)")
# 这家传统制造企业，已升级为 X 企业: what one firm is.
ONE_FIRM = re.compile(r"(?:^|[，。；])[^，。；]{0,4}这家[^，。；]*(?:企业|公司)，[^。；]*$")
THIS_FIRM = re.compile(r"这家[^，。；]{0,8}$"), re.compile(r"[“\"]?(?:小巨人)?[”\"]?(?:企业|公司)")
# 增设 X 等专业; X 等议题进行了讨论.
NAMED_SO = re.compile(
    r"(?:、[^，。；、]{1,14})*等?新?专业(?!化)|(?:、[^，。；、]{1,14})+等[^，。；、]{0,8}专业(?!化)|[^，。；]{0,6}，"
    r"[^，。；]{0,6}布局[^，。；]{0,6}学科|[^，。；]{0,20}等\d+个(?:赛项|竞赛项目|比赛项目)|[^。；]{0,40}等议题(?:进行|"
    r"展开|开展)"
)
# “加快推进 X”新闻发布会: what an event is called.
CALLED = re.compile(
    r"[^，。；、]{0,4}(?:大赛|竞赛|足球赛|成果展)|(?:运动会|锦标赛|挑战赛|半程马拉松)|[^“”\"，。；]{0,30}[”\"](?:新闻)"
    r"?(?:发布会|论坛|活动周|巡展)"
)
# 投资已下达，重点支持 X、Y 等领域: what much money is for.
PAID_FOR = (
    re.compile(
        r"(?:投资|资金|国债|贷款)[^。；]{0,12}(?:下达|安排|投入|到位)[^。；，]{0,6}，(?:重点)?(?:支持|投向|用于)"
        r"[^。；，]*$"
    ),
    re.compile(r"[^。；]{0,80}、[^。；]{0,20}等(?:领域|方面|行业)"),
)
# 在 X 等领域的应用: a field of use.
AT_USE = (
    re.compile(r"在[^。；，]*$"),
    re.compile(r"[^。；，]{0,30}等(?:重点)?(?:领域|行业)的?(?:[近超约]?\d+[余多]?个)?(?:应用|场景|落地|推广)"),
)
# 在 X 等产业链，建设20家中试平台: fields of what is built.
BUILT_IN = re.compile(
    r"[^。；，]{0,30}等(?:重点)?(?:领域|行业)(?:开展|加强|深化)[^，。；]{0,6}合作|[^。；，]{0,10}(?:吸引|引进|集聚)[^，"
    r"。；]{0,6}人才|[^。；，]{0,24}等[^，。；]{0,12}(?:领域|行业)，?(?:鼓励|支持|引导)?(?:开发[^，。；]{0,10}(?:产品|"
    r"课程|教材|工具)|培育[^，。；]{0,8}中小企业)|[^。；，]{0,24}等(?:重点|关键)?(?:领域|产业链|行业|产业)，?(?:布局)"
    r"?(?:建设|组建|设立|建成)了?[^，。；]{0,10}(?:中心|实验室|平台|基地)"
)
# 打造集 A、X 等行业的平台: what it brings together.
GATHERED = (
    re.compile(r"集[^，。；]*、[^，。；]*$"),
    re.compile(
        r"[^，。；]{0,8}等?[^，。；]{0,6}(?:行业|领域|功能|环节|于一体)的[^，。；]{0,12}(?:平台|基地|中心|园区)"
    ),
)
# 助力 X 等重点领域应用发展: fields of use.
HELPS = re.compile(r"(?:助力|服务于?|应用于)[^。；]*$")
PUT_TO_USE = re.compile(r"应用[在于][^，。；]*$"), re.compile(r"[^，。；]{0,4}领域")
OF_USE = re.compile(r"[^，。；]{0,6}等[^，。；]{0,4}□□|[^。；]{0,60}等(?:重点)?(?:领域|行业)(?:应用|场景)")
# 支持 X 公交车及动力电池更新: an item of the renewal of all kinds of equipment.
RENEWED = re.compile(r"有序充电|车主|用户|(?:城市)?(?:公交|货|乘用)?车?(?:及动力电池)?(?:置换)?更新")
# 新能源汽车充电量: what is told of them is the charging.
CHARGED = re.compile(r"(?<=车)(?:总?充电[量次需]|充换?电(?:基础)?(?:设施|桩|站))")
# 设置 X 等多场论坛: a part of an event.
FORUM = re.compile(
    r"[^，。；]{0,24}等[^，。；]{0,6}(?:(?:对接|推介)活动|展览?区|展台|板块)|等?[^，。；]{0,8}(?:十大)?\d*场?(?:论坛|"
    r"议题|话题|(?:主题)?展览?区|展台|专场|专题|对接会|推介会)"
)
# 聚焦 X 等场景打造标杆: scenes of something else.
SCENES = re.compile(r"(?:聚焦|围绕|面向)[^，。；]*$"), re.compile(r"[^，。；]{0,30}等[^，。；]{0,6}场景")
# 项目聚焦: what has a field, and sets out for nothing.
OF_THING = re.compile(r"(?:项目|园区|活动|大会|专项|平台|基金|企业|论坛|展区|中心|基地|实验室|公司)[^，。；]{0,6}聚焦")
# 聚焦 X 等重点领域, 涉及 X 等行业: a field of something else.
FOCUS = re.compile(r"(?:聚焦|涉及|投向包括)[^，。；]*$")
# 聚焦 X 等领域，围绕 Y，组织40项攻关; 将聚焦 X 等产业，一体推进创新.
GOES_ON = re.compile(r"，(?:围绕[^，。；]*，)?(?:一体|协同|统筹|系统)?(组织|部署|破解)?")
# 将聚焦 X 等领域，创建100个园区: the parks are what is set out for.
OF_OTHERS = re.compile(r"(?:创建|打造|建设|培育|遴选|建成)[超近约]?\d")
FIELDS = re.compile(r"[^，。；]{0,30}?(?:领域|行业|产业|方向|热点|议题|方面|环节|问题)(?:的方方面面)?(?=[，。；】]|$)")


def is_field(said: TargetContext) -> bool:
    """新材料领域7个, 聚焦 X 等领域, X 等论坛: a field in which something else is counted or done."""
    if COMES_FROM.search(said.before) or (SCENES[0].search(said.before) and SCENES[1].match(said.plain, said.hit.end)):
        return True
    focused = said.kind == "news" and FOCUS.search(said.before) and FIELDS.match(said.after) and not _is_set_on(said)
    named = (
        RENEWED.match(said.after)
        or CHARGED.match(said.plain, said.hit.end)
        or NAMED_SO.match(said.plain, said.hit.end)
        or FIELD.match(said.after)
        or FORUM.match(said.after)
        or COMES.match(said.after)
        or ONE_FIRM.search(said.plain[: said.hit.start])
        or (THIS_FIRM[0].search(said.before) and THIS_FIRM[1].match(said.after))
        or CALLED.match(said.text, said.hit.end)
    )
    return bool(named or focused or _is_used(said) or _is_shown(said))


def _is_used(said: TargetContext) -> bool:
    """在 X 等领域的应用, 助力 X 等领域应用; 投资已下达，支持 X 等领域: a field of use, or of much money."""
    before, after = said.plain[: said.hit.start], said.text[said.hit.end :]
    in_it = AT_USE[0].search(before) and (AT_USE[1].match(after) or BUILT_IN.match(after))
    put = PUT_TO_USE[0].search(said.text[: said.hit.start]) and PUT_TO_USE[1].match(said.after)
    helps = HELPS.search(before) and OF_USE.match(after)
    gathered = GATHERED[0].search(said.before) and GATHERED[1].match(said.after)
    paid = PAID_FOR[0].search(before) and PAID_FOR[1].match(said.plain, said.hit.end)
    return bool(in_it or put or helps or gathered or paid)


def _is_set_on(said: TargetContext) -> bool:
    """今年将落实方案，聚焦 X 等领域，深化协同: what somebody sets out to do; a project's field is none."""
    wanted = said.mood == "plan" or said.is_asked or said.patterns.will.search(said.lead + said.plain[: said.hit.start])
    goes_on = GOES_ON.match(said.plain, said.clause.end)
    follows = goes_on and (goes_on[1] or said.patterns.plan.match(said.plain, goes_on.end()))
    if goes_on and OF_OTHERS.match(said.plain, goes_on.end()):
        return False
    return bool(wanted and follows and "聚焦" in said.before and not OF_THING.search(said.before))


def _is_shown(said: TargetContext) -> bool:
    """峰会……展示 X 成果, 内容覆盖 X."""
    before = said.plain[: said.hit.start]
    if ABOUT.search(before) or (ATTRACTS[0].search(before) and ATTRACTS[1].match(said.plain, said.hit.end)):
        return True
    pairs = (SHOWN, TOLD_THERE, CASES)
    shown = any(left.search(said.before) and right.match(said.plain, said.hit.end) for left, right in pairs)
    staged = any(pattern.match(said.plain, said.hit.end) for pattern in (SHOWN_BY, ON_STAGE))
    return (shown or staged or bool(ON_SHOW.search(said.before))) and bool(EVENT.search(said.text))
