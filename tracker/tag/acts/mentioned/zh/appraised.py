"""Rows for what an initiative is, or is worth: X 是……的关键."""

from tracker.tag.engine import CLAUSE, SENTENCE, WRITTEN, WRITTEN_CLAUSE, Near, Rule

WEIGHT = "力量|支撑|动力|标志|组成部分|举措|路径|保障|任务|支点|选择|抓手|引擎|要求|之路|途径|关键|基础|载体"
# 40家企业, but not 5G.
NUMBER = Near(text=r"\d{2}|\d[^GgA-Z]")
# 要贯彻落实关于发展 X 的重要论述: the speaker wants it.
TO_OBEY = Near(before="(^|，)要…6(落实|贯彻).*", scope=WRITTEN_CLAUSE)

OF_WHAT_IT_IS = (
    Rule("zh.mentioned.is-such",
         after="…4{BEING}…(方向|引擎|抓手|途径|选择|关键|基础|载体|赛道|代表|之路|需要|形态|领域|要求)|"
             "…4(事关|关乎|关系到|代表着|意味着|具有……20(特点|特征|优势))", scope=CLAUSE,
         examples=("全国统一大市场建设事关全局。", "未来产业代表着科技和产业发展的方向。",
             "专家解读，新型储能具有响应快、布局灵活等特点。", "氢能是清洁能源的重要方向。",
             "新质生产力代表着先进生产力的演进趋势。")),
    Rule("zh.mentioned.itself", after="…4本身就?是|…10充满(信心|期待)|…6为…{2,16}提供了?…6(借鉴|样板|经验)",
         scope=CLAUSE,
         examples=("企业家们表示，对新质生产力的发展充满信心。", "他强调，新质生产力本身就是绿色生产力。",
             "外商对新能源汽车市场充满期待。")),
    Rule("zh.mentioned.is-not", after="…4(不是|并非|不等于|不意味着)", scope=CLAUSE,
         examples=("总书记强调，发展新质生产力不是忽视传统产业。", "智能制造并非简单的机器换人。")),
    Rule("zh.mentioned.can", before="(也|都|就|才)能够?…4", scope=CLAUSE,
         examples=("总书记强调，传统产业改造升级，也能发展新质生产力。", "小企业也能用上工业互联网。")),
    Rule("zh.mentioned.needs-it", before="离不开…|定位[是为]……", scope=CLAUSE,
         examples=("中国式现代化离不开新质生产力的支撑。",
             "峰会定位是政策发布平台、数字中国建设经验交流平台、合作平台。", "现代化离不开新型工业化的支撑。",
             "园区定位为新型储能产业合作平台。")),
    Rule("zh.mentioned.its-ground", before="成为?…", after="…4(承载地|主阵地)", scope=CLAUSE,
         examples=("国家高新区已成我国先进制造业集群核心承载地。", "这里已成为商业航天主阵地。",
             "高新区已成新质生产力核心承载地。")),
    Rule("zh.mentioned.hot-word", after="…24成为…(主要|□□)内容|…6成为…(热词|话题|看点|焦点|热点|顽疾|难题)",
         scope=CLAUSE, examples=("低空经济成为两会热词。", "数据中心、工业互联网等成为“新基建”投资的主要内容。")),
    Rule("zh.mentioned.demands", after="…8，也?(对|给)…{2,30}提出了?…8(需求|要求|挑战)", scope=WRITTEN,
         examples=("发展新质生产力，对科技和产业的融合提出了更为迫切的需求。", "发展商业航天，对材料提出了更高要求。",
             "推进新型工业化，也给职业教育提出新的挑战。")),
    Rule("zh.mentioned.is-a-step", after="…6是…(举措|决策|要求|支撑|基础|必由之路|必然选择|关键)(?!了)", scope=CLAUSE,
         examples=("建设全国统一大市场是党中央的重大决策。", "推进新型工业化是强省的重要举措。")),
    Rule("zh.mentioned.key-is", before=r"^\W*(发展|培育|构建|建设|推进|加快|打造|推动)…12",
         after="…6，(…{1,12}是…{1,8}|(关键|核心)(是|在)|重在|贵在|离不开|不是|不能|是…"
             "(举措|决策|要求|支撑|基础|之路|选择|关键))…12", scope=(CLAUSE, SENTENCE),
         examples=("打造绿色工厂，是企业转型升级的必由之路。", "发展新质生产力，人才是关键。",
             "推进智能制造，贵在坚持。")),
    Rule("zh.mentioned.one-of-its-reasons", before="({BEING}|成为|作为|构成).*",
         after=f"…30的(新|重要|必然|关键|根本|必由|战略|内在|核心|迫切|强大|有力|坚实)[^，。；的]{{0,4}}({WEIGHT})",
         scope=(SENTENCE, WRITTEN),
         examples=("具身智能是培育新质生产力的重要载体。", "发展先进制造是激发市场活力、建设现代化产业体系的必然要求。",
             "算力已成为培育新质生产力、推动转型的重要力量。")),
    Rule("zh.mentioned.defined", text="^…{2,20}是……{10,}的[^，。；的]{2,12}[。；]?$", unless=(NUMBER,),
         examples=("全连接工厂是充分利用工业互联网、连接各条产线的先进工厂。",
             "链主企业是带动新材料上下游、组织协同攻关的龙头企业。")),
    Rule("zh.mentioned.part-of-what-is", before="{BEING}…", after="…20的[^，。；的]{1,12}(?=[，。；]|$)", scope=CLAUSE,
         examples=("脑机接口是未来产业的前沿方向。",
             "贷款扩展至14个领域，都是有助于产业升级或孕育新质生产力的重点领域。", "数据是数字中国的底座。",
             "螺丝虽小，却是人形机器人关节的命脉。")),
)  # fmt: skip
OF_ITS_WEIGHT = (
    Rule("zh.mentioned.order-obeyed", before="(落实|贯彻|按照|根据)…(关于|对)…",
         after="…14的…8(部署|精神|要求|指示|决定)|…30重要(指示|论述|讲话)精神", scope=(CLAUSE, WRITTEN),
         unless=(TO_OBEY,),
         examples=("各地区要认真落实党中央关于推进新型工业化的要求。", "坚决落实关于建设全国统一大市场的决策部署。",
             "按照国务院关于推进智能制造的要求，各地上报了进度。")),
    Rule("zh.mentioned.congress-obeyed", before="(落实|贯彻)…30", after="推进大会…4(部署|精神)", scope=CLAUSE,
         examples=("工信部落实全国新型工业化推进大会部署，听取企业意见，要做大做强软件产业。",
             "全省上下贯彻新型工业化推进大会精神。")),
    Rule("zh.mentioned.arranged-for", before="(对|就|围绕)…", after="…30[作做]出了?…8(部署|安排)", scope=(CLAUSE,
             SENTENCE), examples=("去年的大会对推进新型工业化作出重大部署。", "全会就发展新质生产力作出了战略安排。")),
    Rule("zh.mentioned.plays-a-part-in-it", before="在……", after="…8中(更好|充分|积极)?发挥",
         examples=("要优化环境，在发展新质生产力中发挥更大作用。", "央企在商业航天中积极发挥作用。")),
    Rule("zh.mentioned.direction-shown", before="(?<![作认称视成])为(?!了|期)…", after="……40?指明", scope=(CLAUSE,
             SENTENCE), examples=("这为推进新型工业化指明了方向。", "重要讲话为建设数字中国指明前进路径。")),
    Rule("zh.mentioned.highly-regarded", before="(高度(重视|关注)|事关|看好|看重|青睐|高度评价|积极评价)…",
         scope=CLAUSE,
         examples=("会议指出，办好职业教育事关稳定就业，事关发展新质生产力。",
             "外资持续看好中国新能源汽车、高端制造等领域。", "多国政要高度评价中国在新能源汽车等领域取得的成就。",
             "党中央高度重视新型储能发展。", "资本市场看好商业航天。")),
    Rule("zh.mentioned.role-for", before="发挥…对…", after="…20作用", scope=CLAUSE,
         examples=("为发挥团体标准和各类认证评价制度对智能制造的引领作用，工信部编制了指南。",
             "充分发挥财政资金和各级政府引导基金对新型储能的撬动作用。")),
    Rule("zh.mentioned.means-much-to", before="对于?……", after=".*((具有|发挥)…(意义|作用)|意义重大|至关重要)",
         examples=("这对于发展低空经济具有重要意义。", "稀土对人形机器人意义重大。")),
)  # fmt: skip
