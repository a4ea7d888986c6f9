"""Rows by which a Chinese sentence of news reports that a paper on the initiative was issued."""

from tracker.tag.acts.cues import (
    is_amid_results,
    is_dated_back,
    is_news,
    is_paper,
    is_planned_before,
    is_planned_in_its_clause,
)
from tracker.tag.acts.issued.releases_zh import (
    BARE,
    at_an_earlier_title,
    comes_out,
    ends_with_its_paper,
    has_its_verb,
    is_followed_by_a_paper,
    is_in_a_title,
    is_just_out,
    is_no_news_of_a_paper,
    is_out,
    is_planned_around,
    is_put_out_now,
    is_recalled_by_its_clause,
    is_titled_a_list,
    starts_by_a_notice,
)
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import CLAUSE, OUTSIDE, TITLE, WRITTEN, Near, Rule, Table

OPENLY = "公开征求…6意见"
DRAFT = "[（(](公开)?征求意见"
PUTS_OUT = r"{NOT_BY_MANY}(?<!制定)(印发|发布|出台|公布)了?[^，。；《]{0,14}"
# 七部门日前推出 X 实施方案; anything else that is 推出 need not be a paper.
PRESENTS = "部门…6推出了?[^，。；《]{0,14}"
# 国务院印发的方案13日公布，推动 X: the paper has no name, and is reported by its aim.
IS_OUT = (
    r"((意见|方案|计划|规划|措施|办法|通知|文件)(\d{1,2}日|{LATELY}|正式|对外)*({ISSUE})，(?={PROMOTE})|"
    "{NOT_BY_MANY}({ISSUE})了?(实施|行动|指导|专项|工作|若干)*(意见|方案|计划|规划|办法|措施|政策|文件|公告)"
    r"[，\s](?={PROMOTE}|规范|明确|调整|深入实施)|"
    r"(出台|发布|推出)了?\d+[项条](具体|政策|务实|支持)*(措施|举措|政策)(，……)?，?(?=为|支持|促进|助力|推动))"
)
# 受益于国家出台 X 政策: the reason for a success; 抓紧制定出台 X 措施: to come.
NOT_NEWS = (
    is_no_news_of_a_paper,
    is_planned_in_its_clause,
    Near(
        before="(得益|受益|随着|伴随|带动|自(?!主)|在|"
        "(抓紧|加紧|加快|尽快|正在|推动)(研究|编制)?(制定|出台|印发|发布|制订|修订)|"
        "(?<![经关的])研究(制定)?出台(?!了)).*",
        scope=CLAUSE,
    ),
    # 还将加快……，完善……，印发……的意见: the last of several plans.
    Near(
        before="(还|下一步|下一阶段|今后|明年)…12?将?(加快|加强|进一步|继续|抓紧|推动|推进|完善)…，(…，){0,4}"
        "(印发|发布|出台|公布)…"
    ),
)


def issues_a_paper_before(said: TargetContext) -> bool:
    """A paper that the sentence names before is issued."""
    earlier = at_an_earlier_title(said)
    row = earlier and TABLE.first(earlier)
    return bool(row and not row.against)


LONG_PAST = (
    Rule("zh.issued.long-past", when=(is_dated_back,), against=True,
         examples=("2023年2月，国务院印发《低空经济规划》。", "此前，四部门已印发氢能通知。")),
)  # fmt: skip
DRAFTS = (
    Rule("zh.issued.draft-open-for-comments", after=f"，?(现|正|已|开始|面向|向|社会)*{OPENLY}", scope=OUTSIDE,
         when=(is_news, Near(text=DRAFT, scope=TITLE)), unless=(is_recalled_by_its_clause,),
         examples=("工信部编制的《智能制造标准（征求意见稿）》，现公开征求社会意见。",
             "省发改委拟定的《低空经济条例（征求意见稿）》面向社会公开征求各方意见。")),
    Rule("zh.issued.comments-on-it", before="公开征求对?", after="…16意见", scope=OUTSIDE, when=(is_news,),
         unless=(is_recalled_by_its_clause,),
         examples=("能源局公开征求《新型储能管理办法》修改意见。", "工信部公开征求对《氢能产业标准》的意见。")),
    Rule("zh.issued.draft-put-out", before="(发布|公布)了?", scope=OUTSIDE, when=(is_news, Near(after=DRAFT,
         scope=TITLE)), unless=(is_recalled_by_its_clause,),
         examples=("市场监管总局发布《氢能标准》（征求意见稿）。", "网信办公布了《数字中国条例》（公开征求意见稿）。")),
    Rule("zh.issued.draft-shown", before="((起草|完成|形成)了?|报批[^，。；《]{0,12})",
         after=f"……50({OPENLY}|(?<!不)公示)", scope=OUTSIDE, when=(is_news,), unless=(is_recalled_by_its_clause,),
         examples=("工信部起草了《工业互联网标准》，现予公示。",
             "委员会已完成并报批国家标准《智能制造系统》，并在网上公示。")),
    Rule("zh.issued.asks-for-comments", before="(就|对)", after="(?!的?(实施|落实|执行|贯彻))…10(公开)?征求…6意见",
         scope=OUTSIDE, when=(is_news,), unless=(is_recalled_by_its_clause,),
         examples=("交通运输部就《智能网联汽车办法》征求意见。", "能源局对《充电基础设施规范》公开征求社会意见。")),
)  # fmt: skip
NOT_OUT = (
    # 一年来，改革向纵深推进。发布《…》，举措推动……: one of the steps of a review, without a subject of its own.
    Rule("zh.issued.step-of-a-review", before=r"^\W*(发布|出台|印发|实施|制定)了?(实施|发布|出台)?…8", scope=OUTSIDE,
         when=(is_news, is_amid_results), against=True,
         examples=("一年来，改革破立并举，就业累计增加18.6%。发布《全国统一大市场建设指引》，举措打破壁垒。",
             "一年来，各地齐心协力，投资累计增长18.6%。印发《数字中国建设规划》，带动就业。")),
    Rule("zh.issued.draft", after=DRAFT, scope=TITLE, against=True,
         examples=("《低空经济条例》（征求意见稿）提出，加强监管。", "印发《氢能规划》（公开征求意见稿）。")),
    Rule("zh.issued.study", text=r"(报告|白皮书|蓝皮书|绿皮书|指数|图谱)([（(]?20\d\d[^》]{0,8})?》$", scope=TITLE,
         against=True, examples=("研究院发布《低空经济发展报告（2025）》。", "协会公布《工业互联网发展指数》。")),
    Rule("zh.issued.list-of-the-chosen", after=r"，(确定|公布|认定|批准)了?……60\d+[个家座]", scope=OUTSIDE,
         against=True,
         examples=("两部门印发《关于开展工业互联网试点的通知》，确定北京等6个城市参加。",
             "工信部发布《关于智能工厂建设的通知》，公布首批30家企业。")),
    Rule("zh.issued.one-of-the-results", after="…40等…8成果", scope=OUTSIDE, against=True,
         examples=("大会发布《工业互联网融合应用》等一系列创新成果。", "论坛发布《人工智能+实践》案例等多项成果。")),
    # 近日，国家发展改革委印发《……通知》。现就我区申报工作通知如下: what the paper goes back to.
    Rule("zh.issued.paper-behind-a-paper", before=r"^\W*{LATELY}，……40(印发|发布)了?", scope=OUTSIDE, when=(is_paper,),
         against=True,
         examples=("关于申报绿色工厂的通知\n近日，工信部印发《关于开展绿色工厂建设的通知》。现将申报事项通知如下。",
             "关于氢能项目的通知\n近日，国家能源局发布《氢能产业指南》。现就本省有关工作通知如下。")),
    Rule("zh.issued.title-of-a-list", when=(is_titled_a_list,), against=True,
         examples=("工信部发布《绿色工厂名单》。", "能源局印发《新型储能试点示范项目名单》。")),
    Rule("zh.issued.review-of-a-time",
         before="([年月]来|以来|先后|相继|陆续).*|(^|。)(今年(一开年|年?初)?|[一两二三四五六]个月后)，|"
         r"(^|[。，])(去年|前年)(年?[初中底末]|[上下]半年|\d{1,2}月(\d{1,2}日)?)?，…", scope=OUTSIDE,
         against=True, examples=("近年来，国家印发《数字中国规划》。", "三个月后，《低空经济条例》发布。",
             "前年，国家能源局印发《氢能产业规划》。")),
)  # fmt: skip
OF_TITLES = (
    Rule("zh.issued.passed-by-a-meeting",
         before="(会议|大会|全会)(……12，)?(审议|讨论|研究)?并?(原则|表决|一致)?通过了?", scope=OUTSIDE,
         examples=("国务院常务会议通过《低空经济条例》。", "委员长会议表决通过了《数字中国促进办法》。")),
    Rule("zh.issued.puts-it-out", when=(is_put_out_now,),
         examples=("工信部近日印发《低空经济行动方案》。", "我国将办展会。两部门发布《氢能产业标准》。")),
    Rule("zh.issued.put-out-otherwise", when=(has_its_verb,), against=True,
         examples=("工信部将印发《低空经济行动方案》。", "根据国务院印发《氢能规划》的要求，各地开工。")),
    Rule("zh.issued.herewith", after="……60[，。]现(予以?)?(印发|公布|发布)", scope=OUTSIDE,
         unless=(is_recalled_by_its_clause,),
         examples=("我们编制了《智能制造标准》，现印发给你们。", "本部修改了《零碳园区办法》，现予公布。")),
    Rule("zh.issued.just-out", when=(is_just_out,), unless=(is_recalled_by_its_clause,),
         examples=("9月1日发布的《低空经济方案》提出，扩大开放。", "工信部最新印发的《氢能意见》要求，守住安全。")),
    Rule("zh.issued.drawn-up", before="(日(消息|讯|电)，|{LATELY}).*制定了", scope=OUTSIDE,
         examples=("工信部官网9月1日消息，该部制定了《智能制造标准》。", "记者今天获悉，国家制定了《氢能标准》。")),
    # 制定《…》，经市政府同意，于近日联合印发.
    Rule("zh.issued.approved-and-put-out", before="(制定|编制|起草|制订|修订)了?",
         after="……12，……8经……20(同意|批准|审定|通过)，……8(印发|发布|公布|出台)", scope=OUTSIDE,
         examples=("成都市制定《低空经济政策措施》，经市政府同意，于近日联合印发。",
             "两部门编制了《氢能产业规划》，经国务院批准，日前发布。")),
    Rule("zh.issued.it-is-out", when=(is_out,),
         examples=("《低空经济行动方案》今天发布。", "《氢能产业规划》9月1日由国务院印发。")),
    Rule("zh.issued.only-titled", when=(is_in_a_title,), against=True,
         examples=("《低空经济行动方案》提出，培育企业。", "他读过《氢能产业规划》。")),
)  # fmt: skip
OF_SUBJECTS = (
    Rule("zh.issued.passes-its-law", before="(^|[，。；])[^，。；通过]{2,24}(表决)?通过了?…4",
         after="…8(条例|决定|修正案|法)(?=[，。；]|$)", when=(is_news,),
         examples=("深圳通过低空经济产业促进条例，自2月1日起施行。", "市人大常委会表决通过氢能产业促进条例。")),
    Rule("zh.issued.paper-sets-out-its-work", before="，(就|对)…", after="……80?(作出|做出|提出)…8(部署|规定|安排)",
         when=(is_news, issues_a_paper_before),
         examples=("国务院近日印发《服务业方案》，就深入推进人工智能+作出部署。",
             "两部门发布《能源规划》，对加快发展新型储能做出安排。")),
    Rule("zh.issued.tax-changed", before="(部门|财政部|税务总局|公告)……30?(延长|延续|调整|取消|恢复|优化)……16",
         after="[^，。；】]{0,8}(车船税|消费税)", when=(is_news,), unless=(is_planned_before,),
         examples=("三部门调整新能源汽车车船税优惠政策。", "财政部公告，取消新能源汽车消费税优惠。")),
    Rule("zh.issued.paper-without-a-name", before=f"{IS_OUT}…",
         examples=("国务院印发的方案13日公布，推动低空经济发展。", "工信部近日出台12项具体措施，支持工业互联网应用。")),
    Rule("zh.issued.notice-starts-it", when=(starts_by_a_notice,), unless=(Near(before=f"{IS_OUT}.*"),
             Near(after="、…20等…6(领域|行业|方面)")),
         examples=("工信部发布通知，启动人形机器人试点。", "三部门联合发文，部署零碳园区建设。")),
    Rule("zh.issued.notice-says-at-once",
         before="(印发|发布|下发|发出)了?(通知|公告|通告)，(从|自|对|明确|规定|决定|将|允许|取消|暂停|免除)……30",
         when=(is_news,), unless=(Near(before="(去年|此前|曾|早在).*"),),
         examples=("三部门近日联合印发通知，从3月1日零时起，装有ETC的氢能车辆免费通行。",
             "省交通厅发布公告，对新能源汽车减半收费。")),
    Rule("zh.issued.one-of-those-of-many",
         before=r"((出台|推出|发布)了?包括|\d+[个余多]*(省|市|地区|城市|州|县)…4(出台|印发|发布|公布|推出)了?)…",
         scope=CLAUSE, against=True,
         examples=("国家出台包括设备更新政策在内的26条举措。", "20个省份出台低空经济政策。")),
    Rule("zh.issued.one-after-another", after=r"…16(相继|陆续|先后|密集)(出台|发布|印发)|……20等\d+[余多]?[项条个]",
         against=True, examples=("低空经济政策相继出台。", "省里出台低空经济、氢能等30余项政策。")),
    Rule("zh.issued.presents-a-plan", before=PRESENTS,
         after=r"[^，。；（）《》]{0,16}(方案|规划|计划|意见|办法)(?=[，。；（(]|$)", scope=(CLAUSE, WRITTEN),
         unless=NOT_NEWS, examples=("七部门日前推出工业互联网实施方案。", "两部门推出了氢能发展计划。")),
    Rule("zh.issued.puts-out-its-paper", before=PUTS_OUT, after=BARE, scope=(CLAUSE, WRITTEN), unless=NOT_NEWS,
         examples=("工信部发布工业互联网工作要点。", "国家标准委公布了智能制造国家标准。")),
    Rule("zh.issued.puts-out-what-ends-in-its-paper", before=PUTS_OUT, when=(ends_with_its_paper,), unless=NOT_NEWS,
         examples=("工信部公布设备更新和技术改造指南，覆盖七个行业。", "发改委今天发布设备更新和技术改造指南。")),
    Rule("zh.issued.paper-not-reported", before=f"({PUTS_OUT}|{PRESENTS})", after=BARE, scope=(CLAUSE, WRITTEN),
         against=True, examples=("工信部将出台低空经济指导意见。", "受益于国家出台低空经济政策，订单大增。",
             "有关部门还将加快平台建设，完善服务，印发新能源汽车与电网互动的实施意见。")),
    Rule("zh.issued.passes-a-paper-on-it", before="(审议通过|讨论通过|会议通过)了?……50",
         after="……60的(实施)?({DOCUMENT})",
         examples=("国务院常务会议审议通过了加快建设算力基础设施、支持创新的意见。",
             "会议讨论通过关于发展低空经济、扩大开放的意见。")),
    Rule("zh.issued.hereby-notified", before="现(就|组织|启动)……60", after="……40通知如下",
         examples=("现就做好低空经济统计工作有关事项通知如下。", "现组织开展智能工厂申报，有关要求通知如下。")),
    # An aim that comes that late is one of many, and not the subject of the paper.
    Rule("zh.issued.paper-made-for-it",
         after=r"…30，?\s{0,2}(…16，\s{0,2})?特?(制定|编制|制订)(本|如下)…6({DOCUMENT}|细则|指南)", when=(is_news,),
         unless=(Near(before=r"^\W*为……，……，……"), Near(before=r"^\W*为……，…4(培育|提升|构建|形成|增强|支撑)$")),
         examples=("为推动低空经济发展，制定本方案。", "为规范氢能产业，特制定如下措施。")),
    # We have drawn up the guides, and herewith issue them: a paper says so of itself.
    Rule("zh.issued.we-drew-up", before="(我们|我[部委局]|本[部委局])…8(编制|制定|修订)了……60",
         after="……40({DOCUMENT}|指南|规划)",
         examples=("为推进制造强国建设，我们组织编制了智能制造、绿色制造工程实施指南。",
             "我部修订了低空经济管理办法，请遵照执行。")),
    Rule("zh.issued.notified-for-it", after="……120现(就|将)……20(通知|公告)如下", when=(is_news,),
         examples=("为推动低空经济发展，现将有关工作通知如下。", "关于氢能示范应用，现将申报要求公告如下。")),
    Rule("zh.issued.series-of-plans", before="(出台|印发|发布|推出)了?…{2,20}、[^，。；、]{0,6}",
         after="等(系列|多项|一系列|建设)(行动计划|方案|规划|意见)", scope=(CLAUSE, WRITTEN),
         examples=("省里推出质量强省、数字中国等系列行动计划。", "市里推出氢能、低空经济等多项规划。")),
    Rule("zh.issued.paper-about-it", before="({ISSUE}|制定|审议通过|会议通过)了?…8关于.*", scope=CLAUSE,
         when=(is_followed_by_a_paper,), unless=(is_planned_around,),
         examples=("工信部下发关于做好低空经济监测的通知。", "国务院制定关于氢能安全的若干规定。")),
    Rule("zh.issued.its-paper-comes-out", when=(comes_out,), unless=(is_planned_around,),
         examples=("低空经济发展规划出台。", "智能制造国家标准正式发布。")),
)  # fmt: skip
TABLE = Table(LONG_PAST, DRAFTS, NOT_OUT, OF_TITLES, OF_SUBJECTS)
