"""Rows for a name that is the theme, occasion, reason or driving force of something else: 以 X 为抓手."""

from tracker.tag.engine import CLAUSE, SENTENCE, WRITTEN, WRITTEN_CLAUSE, Near, Rule

THEME = Near(before='以[“"][^”"]*', after='[^”"]*[”"]为(年度)?主题')
"""以“X”为主题: the theme of an event, which does not begin when the event does."""
# 将以 X 作为突破口, 要以综合整治 X 为重点: planned.
WILL_BREAK = Near(
    before="将以…|要以(综合)?(整治|治理|推进|发展|建设)…|将……，以(发展|推进|培育|建设)…",
)

ROWS = (
    Rule("zh.mentioned.as-a-theme", when=(THEME,),
         examples=("以“建设统一大市场”为主题的政策宣传周9月10日在杭州启动。", "大会以“智能制造 引领未来”为主题。",
             "论坛以“低空经济新蓝图”为年度主题，邀请了专家。")),
    Rule("zh.mentioned.theme-is", before='主题(是|为)?[“"][^”"]*',
         examples=("本届论坛的主题是“量子科技与未来”。", "年会主题为“加快推广工业互联网”，共办八场活动。")),
    Rule("zh.mentioned.led-by",
         after="(驱动|引领|支撑|牵引)的|相(适应|适配|匹配)|{CLOSE}(浪潮|热潮|风口|大潮)的?(推动|带动|驱动|席卷)?(下|"
             "中)", scope=WRITTEN,
         examples=("各地要形成与新质生产力相适应的管理办法。", "低空经济浪潮下，不少企业转了行。")),
    Rule("zh.mentioned.after-it", before="继(?!续)…", after="…24之后", scope=(SENTENCE, CLAUSE),
         examples=("这是继推进对外开放和发展新质生产力之后的又一步棋。", "继推进新型工业化之后，当地又办起技校。",
             "继实施大规模设备更新之后，企业又种起了树。")),
    Rule("zh.mentioned.by-it", before="以…",
         after="…15为(驱动|牵引|抓手|重点|契机|载体|主题|依托|突破口|背景|例|主(?=[，。；]|$))", scope=CLAUSE,
         unless=(WILL_BREAK,),
         examples=("赛事以人形机器人为主题，吸引了上万名观众。", "该口岸今年出口超百亿元，商品以新能源汽车、家电为主。",
             "以低空经济为主题的论坛在合肥举行。", "以国家高新区为重点，力争到2027年建成200个左右数字园区。")),
    Rule("zh.mentioned.wanted-long-ago", before='早在…{2,12}前，……(提出|鼓励|支持)…|去年提出[“"][^”"]*',
         examples=("早在二十年前，国家就提出支持新能源汽车研发，这家厂那时刚起步。",
             "关于产业，去年提出“以改革促进新质生产力发展”，今年换了说法。", "早在十多年前，国家就提出发展氢能。",
             "早在五年之前，当地政府已鼓励企业进入商业航天。")),
    Rule("zh.mentioned.a-thought", before="提出了?{OPEN}…8", after="{CLOSE}这一…8(理论|论断|概念|命题|理念|思想)",
         scope=CLAUSE,
         examples=("2023年首次提出“新质生产力”这一重要概念。", "他提出“新质生产力”这一重要概念。",
             "文章提出新型工业化这一命题，引起讨论。")),
    Rule("zh.mentioned.taken-in", before="首次将{OPEN}(建设|发展)?", after="{CLOSE}(纳入|写入|列入)",
         examples=("五年规划首次将“建设数字中国”写入，单列一篇。", "规划首次将“建设数字中国”写入。",
             "政府工作报告首次将低空经济写入。")),
    Rule("zh.mentioned.safe-chains", before="(保障|维护|确保|增强|提升)…",
         after="…12产业链供应链(?=…4(安全|稳定|韧性))", scope=(CLAUSE, WRITTEN),
         examples=("要保障新能源汽车产业链供应链安全。", "确保新材料产业链供应链稳定。")),
    Rule("zh.mentioned.because-of", before="为(了)?(适应|满足|应对|顺应)…", scope=WRITTEN_CLAUSE,
         examples=("为适应新能源汽车的快速增长，各城建设车位。", "为了应对人形机器人量产，工厂扩招工人。")),
    Rule("zh.mentioned.seized", before="(抓住|抢抓|把握|紧抓|抓牢)…", after="…24(机遇|契机|机会|窗口)", scope=CLAUSE,
         examples=("总理希望该公司抓住中方实施中国制造2025、“互联网+”等战略带来的机遇，同中方开展合作。",
             "抓住低空经济的发展机遇。", "企业抢抓大规模设备更新机遇，扩大了订单。")),
)  # fmt: skip
