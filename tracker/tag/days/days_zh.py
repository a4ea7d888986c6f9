"""Rows by which a day in a Chinese text is, or is not, the day of an act."""

from tracker.tag.days.day_context import is_a_weekday, is_of_publication, is_of_several
from tracker.tag.engine import Near, Rule

DATELINE = r"\s{0,4}(,?\s{0,4}\[?\d{4}\]?)?\s{0,4}([:：]|--|—|电|讯|[\u4e00-\u9fff]{2,3}(电|讯)(?=[\s（(，：:》])|消息)"
LEARNT = "，?[^，。]{0,40}(获悉|了解到)"
IN_FORCE = r"\s?(起|开始)?(正式|全面)?(实施|施行|执行|生效)(?=[，。；）)\s]|$)"
HOUR = r"\s{0,4}\d{1,2}[:：]\d{2}"
STAMP = (
    rf"({HOUR}([:：]\d{{2}})?)?\s{{0,4}}([|｜]\s?)?(来源|作者|字号|浏览|打印|编辑)\s?[:：]|"
    rf"{HOUR}([:：]\d{{2}})?(\s{{1,4}}【|\s{{1,4}}\S{{0,8}}来源)"
)
MOVED = "(?<!近日)(?<!日前)(?<!将)"
WIRE = "[电讯]([（(][^（()）]{0,20}[)）])?[^。]*?"

# Not its day: stamps, datelines and days to come.
HEADS = (
    Rule("zh.day.stamp", after=STAMP, against=True,
         examples=("财政部网页 2025年9月2日 20:00 来源：某报 各地开会。", "某网站2025年9月2日 编辑：李明 各地开会。")),
    Rule("zh.day.dateline", after=DATELINE, unless=(Near(before="官网|网站|官方微信|公众号"),), against=True,
         examples=("新华社北京9月2日电 各地开会。", "证券日报北京9月2日讯 各地开会。")),
    Rule("zh.day.weekday-to-come", before="将[于在]", when=(is_a_weekday,), unless=(is_of_publication,), against=True,
         examples=("工信部将于周五发布规划。", "大会将在周二开幕。")),
)  # fmt: skip
OF_THE_ACT = (
    # News of that day: 记者从9日举行的大会上获悉.
    Rule("zh.day.learnt", after=LEARNT,
         examples=("记者从8月29日举行的大会上获悉，园区已开工。", "记者昨天在会上了解到，园区已开工。")),
    Rule("zh.day.on-view", after=r"\s?起[^，。；]{0,6}(公示|征求意见)",
         examples=("标准草案自8月17日起公示。", "名单从8月20日起向社会征求意见。")),
)  # fmt: skip
OF_ANOTHER = (
    Rule("zh.day.time-on-view", before="公示(期|时间|日期)[为是自从：:]{0,2}…12", against=True,
         examples=("公示期为8月11日至9月1日。", "名单公示时间：2025年8月20日起五个工作日。")),
    Rule("zh.day.in-force", after=IN_FORCE, against=True,
         examples=("新的标准2025年7月1日实施。", "办法8月1日起全面执行，各地照办。")),
    Rule("zh.day.due", after="\\s?([（(]…8[）)])?之?前(?![一二三四五六七八九十])", against=True,
         examples=("请各单位8月30日前上报。", "材料应当在9月1日之前送到。", "请于8月28日（星期四）前反馈意见。")),
    # 7月1日至28日，乘用车零售139.2万辆: what was sold until then is published later.
    Rule("zh.day.end-of-a-period", after="，?[^，。]{0,12}(零售|批发|销量|产量|销售|进口|出口)", when=(is_of_several,),
         against=True,
         examples=("7月1日至28日，乘用车市场零售139.2万辆。", "8月1-25日，全国新能源市场销量增长。")),
    Rule("zh.day.compared", after="\\s?相比", against=True,
         examples=("与2020年8月1日相比，产量翻了一番。", "价格与8月29日相比没有变化。")),
)  # fmt: skip
# The days on which a page says that its own paper was released: 1月6日发布, but not 根据1月6日印发的…….
RELEASED = (
    Rule("zh.released.on", after="(正式|对外|公开|向社会(公开)?){0,2}(发布|公布|印发|公开征求意见)(?![的《])",
         unless=(Near(before="(根据|按照|依据|依照|贯彻|落实)…"),),
         examples=("本通知于2025年8月30日发布。", "草案8月29日向社会公开征求意见。")),
)  # fmt: skip
# A wire reports the same on the same day; a paper may have come out before.
ON_A_WIRE = (
    Rule("zh.wire.statement-to-the-press", after=rf"{WIRE}(发布会|吹风会|记者会)[^。]*?(表示|介绍|指出|强调|称|说)",
         examples=("财联社9月2日电，李明在新闻发布会上表示，进展不错。",
             "新华社北京9月2日电 部长在记者会上说，要加快。")),
    Rule("zh.wire.article", after=f"{WIRE}撰文",
         examples=("财联社9月2日电，部长在《求是》撰文谈改革。", "新华社北京9月2日电 专家撰文，谈到新局面。")),
    Rule("zh.wire.meeting", after=f"{WIRE}{MOVED}召开[^。，；《]{{0,16}}会议",
         examples=("财联社9月2日电，国务院召开常务会议。", "新华社北京9月2日电 省政府召开工作会议。")),
    Rule("zh.wire.founded", after=f"{WIRE}决定(成立|设立)",
         examples=("财联社9月2日电，国务院决定设立一批新区。", "新华社北京9月2日电 市政府决定成立专班。")),
    Rule("zh.wire.statistics", after=f"{WIRE}发布[^《。]{{0,24}}(数据|统计)",
         examples=("财联社9月2日电，统计局发布8月份用电量等数据。", "新华社北京9月2日电 海关总署发布最新统计。")),
)  # fmt: skip
