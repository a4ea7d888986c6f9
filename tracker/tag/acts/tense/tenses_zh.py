"""Rows by which a Chinese sentence reports a result or a plan."""

from tracker.tag.acts.cues import (
    Words,
    is_amid_results,
    is_asked_for,
    is_done_for,
    is_news,
    is_planned_before,
    is_planned_in_its_clause,
)
from tracker.tag.acts.modality import AIMED
from tracker.tag.acts.tense.chinese import (
    comes_about,
    has_brought,
    has_no_mark_earlier,
    includes_it,
    is_a_task_or_a_goal,
    is_amid_plans,
    is_asked_without_a_year,
    is_called_for,
    is_done,
    is_done_by_many,
    is_forecast,
    is_in_a_state,
    is_moved,
    is_of_a_later_year,
    is_of_past_year,
    is_only_wanted,
    is_planned,
    is_planned_somewhere,
    is_target,
    looks_back_or_reports,
    plans_more,
    reports_earlier,
    was_planned_last,
)
from tracker.tag.acts.tense.undertakings import is_fostered, sets_out
from tracker.tag.engine import CLAUSE, OWN, SENTENCE, Near, Rule

AIMS = Near(text=AIMED.pattern)
# 专精特新“小巨人”450家: a stock, counted without a verb.
COUNTED = (
    r"[”\"]?[\u4e00-\u9fff]{0,10}?(达到?|将?近|超|约|接近|共计?)?\d[\d.]*万?亿?(余|多)?"
    r"([家个户座辆台件份公元吨项种款条次]|万?千瓦|%)"
)
# 首次……, 新高: a meeting that asks for something begins with what has been reached.
ACHIEVED = r"首次|评为|荣获|获评|通车|投产|投用|惠及|新高|迈[出上入]|明显|显著|实现\d+个…12全覆盖|提出新…4\d"

DONE = (
    Rule("zh.pledged.aim-of-a-paper", before=r"^\W*为……，……", after="……，特?(制定|编制|制订)(本|如下)", scope=SENTENCE,
         examples=("为加快发展机器人产业，培育新质生产力，制定本行动计划。",
             "为稳定增长，提升产业链供应链韧性，特制定如下措施。")),
    Rule("zh.pledged.listed-tasks",
         before=r"[一二三四五六七八九十\d]+[项个大](方面)?的?(重点|主要|关键|重大)?(任务|工作|行动)，?(分别)?"
                "(是|为|包括|即)……", after="",
         scope=SENTENCE,
         examples=("文章列举了八项重点任务，分别是提升创新能力、推进人工智能赋能新型工业化。",
             "他讲到五大任务，即推进新型工业化、扩大开放。")),
    Rule("zh.pledged.tasks-of-it", before="(列举|提出|梳理|介绍|安排|确定)了?…12",
         after=r"…4的…4[一二三四五六七八九十\d]+[项个大]…4任务",
         examples=("文章列举了推进新型工业化的八项重点任务。", "作者介绍了发展低空经济的六大任务，读者众多。")),
    Rule("zh.progress.done", when=(is_done,), examples=("全市低空经济企业已超百家。", "氢能公交车累计运行三年。")),
    Rule("zh.progress.since-it", after="…14(以来|年多?来)，",
         examples=("“两新”政策实施两年多来，家电销量节节走高。", "全国统一大市场建设以来，物流成本下降。")),
    Rule("zh.progress.looking-back",
         before=r"((这些年|近年来|多年来|一直以来|长期以来|近期|[\d一二三四五六七八九十百几]年来)，|"
             r"特别是…{2,16}以来，)[\s\S]*",
         examples=("多年来，这座城市发展氢能。", "近期，各地落实家电以旧换新工作，市民反响热烈。")),
    Rule("zh.progress.owing-to",
         after="…8(增长|上涨|上升|走高|回暖|热销|提升|增加|扩大)[^。；]{0,8}(受益于|得益于|源于|归功于)",
         examples=("新能源汽车增长一方面受益于补贴，另一方面因明年购置税将减半征收。",
             "低空经济市场回暖，得益于城市将新建机场。")),
    Rule("zh.progress.moved", when=(is_moved,),
         examples=("今年，国家将汽车以旧换新补贴标准提高至2万元。", "省里将家电以旧换新补贴比例提升到20%。")),
    Rule("zh.progress.done-by-many", when=(is_done_by_many,),
         examples=("21个省市出台以旧换新补贴等支持政策，需求不断释放。", "12个城市推出低空经济扶持政策，投资活跃。")),
    Rule("zh.progress.foreseen",
         text="(规模|产值|[销产]量)…4(预计|有望)将?(达到?|突破|超过?)|(全球|世界)…12([销产]量|规模)将(达到?|突破|"
             "超过?)\\d", scope=OWN, unless=(is_target,),
         examples=("研究机构的报告说，今年全球新能源汽车销量将达2000万辆。",
             "今年，具身智能产业规模预计将突破80亿元。")),
    Rule("zh.progress.driven-by-it", before="在……",
         after="(?=…12(带动|拉动|作用|推动|支持|助力)下，).*(零售|销售|消费|销量|投资)……12({GROWTH})", scope=(CLAUSE,
             SENTENCE), unless=(AIMS,),
         examples=("在消费品以旧换新政策带动下，7月家电零售额增长28.7%。", "在低空经济拉动下，无人机销量增长40%。")),
    Rule("zh.progress.brought", when=(has_brought,),
         examples=("工信部推动数字技术和实体经济深度融合，取得积极成效。", "两省推进新型储能，为电网稳定作出贡献。")),
    Rule("zh.progress.reached-so-far", text=ACHIEVED, scope=OWN, when=(is_asked_without_a_year,),
         examples=("会议强调，要扩大内需。首次建成量子科技园区。", "会议要求，做好各项工作。低空经济成效显著。")),
    Rule("zh.progress.there-are", before=r"(拥有|共有|现有|已有)…4\d+[家个座条项]…4", scope=CLAUSE,
         unless=(is_planned_in_its_clause, is_target),
         examples=("全国共有178家国家高新区。", "京津冀共拥有7个国家先进制造业集群，今年将联合攻关。")),
    Rule("zh.progress.has-some", before=r"(^|[\u4e00-\u9fff，])(?<![没所享富])有…6", after=COUNTED, scope=CLAUSE,
         unless=(is_planned_in_its_clause, is_target),
         examples=("目前，全省有省级中试基地25家，为培育人才提供平台。", "我市有绿色工厂60家，位置很好。")),
    Rule("zh.progress.only-wanted", when=(is_only_wanted,), against=True,
         examples=("到2030年，新型储能装机增长一倍。", "绿色工厂产值增长10%以上。")),
    Rule("zh.progress.forecast", when=(is_forecast,),
         examples=("汽车工业协会预计，新能源汽车也将会维持良好表现。", "研究机构预测，人形机器人订单会更多。")),
    Rule("zh.progress.state", when=(is_in_a_state,), examples=("氢能产业从示范走向规模化应用。", "商业航天蓬勃发展。")),
    Rule("zh.progress.goes-well", after="看，…8(快速|持续|加快|稳步|较快)(成长|增长|发展|壮大)|"
             "…4(政策)?(加力扩围|(效果|效应|成效|红利)(持续|继续|进一步|不断|加快|逐步)?(显现|释放))|加快建立(?=，)|"
             "(加快|加速|逐步|基本)形成(?=[，；])|[^，。]{0,8}(稳步|持续|快速|较快|大幅|迅速|高速|平稳)(增长|增加|"
             "发展|扩大|壮大)", examples=("从新质生产力看，新动能快速成长。", "“两新”政策加力扩围，商场热闹。")),
    Rule("zh.progress.grown", text="{GROWTH}", scope=OWN,
         examples=("11月，新能源汽车销量增长30%。", "假日里，低空经济带动消费3亿元。")),
    Rule("zh.progress.built", before=r"建成(超过|超|近|约)?(\d|[百千万]余|全[球国]|世界|国内|亚洲).*", scope=CLAUSE,
         when=(is_news,), unless=(is_planned_before,),
         examples=("我国建成全球规模最大的充电网络。", "今年以来，我市建成23家智能工厂。")),
    Rule("zh.progress.made", before=r"(培育|建设|打造|创建|布局|推广|遴选|支持)(超过|超|近|约)?(\d|[百千万]余).*",
         scope=CLAUSE, when=(is_news,), unless=(is_planned_before, is_asked_for),
         examples=("我省打造12个低空经济产业园。", "在新材料等产业链，建设20家中试平台。")),
    Rule("zh.progress.works-begun", after="((?!将|拟|计划|预计|力争|推动|推进|加快|争取|有望|未|前)[^，。；]){0,14}"
             "(开工|投运|投产|封顶|点亮)(?=[，。；]|$)", when=(is_news,), unless=(is_planned_before, is_asked_for),
         examples=("海南商业航天发射场二期开工。", "甘肃庆阳算力枢纽节点投运。")),
    Rule("zh.progress.completed", before="(?<![将要拟未前])(成功|圆满|顺利|全面|首次)?完成了?", when=(is_news,),
         unless=(is_planned_before, is_asked_for),
         examples=("我国完成6G第一阶段技术试验。", "我国完成人形机器人的首次商演。")),
    Rule("zh.progress.rises", after=r"…8\d…8，(同比|环比)?(增长|下降|提高)[了约近超]*\d", when=(is_news,),
         examples=("假期里，新能源汽车充电量达3000万度，增长50%。", "私人充电设施1358.7万个，同比增长60%。")),
)  # fmt: skip
PLANNED = (
    Rule("zh.pledged.drafted", text="{DRAFTED}", scope=OWN,
         examples=("工信部正在研究制定6G频谱规划。", "民航局抓紧起草低空经济条例。")),
    Rule("zh.pledged.of-a-later-year", when=(is_news, is_of_a_later_year),
         examples=("到2027年，“人工智能+”行动中智能终端普及率超70%。", "2028年，低空经济规模翻番。")),
    Rule("zh.pledged.included", when=(is_news, includes_it),
         examples=("措施包括开展家电“以旧换新”活动，扩大消费。", "清单列出十条，包括推进智能工厂建设、培训工人等。")),
    Rule("zh.pledged.to-be-done", when=(is_planned,), examples=("要发展低空经济。", "湖北将发展氢能。")),
    Rule("zh.pledged.called-for", when=(is_called_for,),
         examples=("安徽则提出加快低空经济发展。", "专家希望发展人形机器人。")),
)  # fmt: skip
THEN_PLANNED = (
    Rule("zh.pledged.more-of-it", when=(plans_more,),
         examples=("全国已有80个先进制造业集群，下一步将推动这些集群迈向世界级。",
             "已下达第二批消费品以旧换新资金，第三批将于9月下达。")),
)  # fmt: skip
BY_NEIGHBOURS = (
    Rule("zh.progress.of-a-past-year", when=(is_of_past_year, has_no_mark_earlier),
         examples=("去年，浙江将低空经济列为重点培育产业。", "2024年，安徽发展低空经济。",
             "“十三五”期间，宁夏将氢能作为突破口，推动企业转型。")),
    Rule("zh.pledged.target", when=(is_target,),
         examples=("一季度，充电桩产值预计增长10%左右。", "绿色工厂产值增长10%以上。")),
    Rule("zh.pledged.planned-last", when=(was_planned_last,),
         examples=("按照国务院部署，规范低空经济活动。", "新一年，兰州新区加快新材料产业布局。")),
    Rule("zh.progress.since-then", text="^…12(以来|[年月]来)，", when=(looks_back_or_reports,),
         examples=("今年以来，改革落地见效：纵深推进全国统一大市场建设。",
             "今年以来，甘肃已有起色，前瞻布局新材料产业。")),
    Rule("zh.progress.done-earlier", when=(reports_earlier,), unless=(is_fostered,),
         examples=("全县腾出30个厂区，加快布局新材料产业。", "全市淘汰一批旧产线，加快建设智能工厂，请来了专家。")),
    Rule("zh.progress.amid-results", when=(is_done_for, is_amid_results), unless=(sets_out,),
         examples=("出口已增长12.5%，投资增长8.7%。建设智能工厂。",
             "去年产量同比增长7.3%，就业累计增加18.6%。发展低空经济。")),
    Rule("zh.progress.means-to-what-was-built", when=(is_done_for,),
         after="…12，(我国|全国|全[省市区]|国内)(已经?|目前|现已|累计)*(建成|建立|形成|构建|打造|培育)(了|出|起)",
         examples=("促进数字经济和实体经济深度融合，我国建成了全球规模最大的移动物联网。",
             "推进全国统一大市场建设，全省打造出便民的环境。")),
    Rule("zh.pledged.bare-verb", when=(is_done_for,), examples=("湖北发展6G。", "有序发展氢能。")),
    Rule("zh.mentioned.is-so", before="{BEING}.*", scope=CLAUSE,
         examples=("他的专业是氢能。", "展台上的是人形机器人。")),
    Rule("zh.pledged.somewhere", when=(is_planned_somewhere,),
         examples=("对于妨碍统一市场和公平竞争的文件，有关方面将开展清理。", "人形机器人，下一步重点是量产。")),
)  # fmt: skip
BY_MOOD = (
    Rule("zh.pledged.task", when=(is_amid_plans, is_a_task_or_a_goal),
         examples=("要更好服务企业，要加大投入，要持续改革。综合整治内卷式竞争。",
             "要做好服务，要加大投入，要扩大开放。低空经济建设。")),
    Rule("zh.mentioned.amid-plans", when=(is_amid_plans,),
         examples=("要更好服务企业，要加大投入，要持续改革。低空经济。", "要做好服务，要加大投入，要扩大开放。氢能。")),
    Rule("zh.progress.comes-about", when=(comes_about,), examples=("低空经济产品增长较快。", "氢能应用加快。")),
    Rule("zh.progress.counted", after=COUNTED, scope=CLAUSE,
         examples=("新能源汽车出口11万辆。", "先进制造业集群汇聚2万家企业。")),
    Rule("zh.progress.listed", before=r"(^|、)\d+[家个座条][^，。；、]{0,10}", scope=CLAUSE,
         examples=("今天的大湾区，11家灯塔工厂、19家国家级智能工厂，树立标杆。",
             "车间外，3座新楼、2个绿色工厂，都是样板。")),
    Rule("zh.progress.verb-amid-results", when=(Words("plan"), is_amid_results),
         examples=("出口已增长12.5%，投资增长8.7%。全市氢能，打造样板。",
             "去年产量同比增长7.3%，就业累计增加18.6%。开展高新区和高校协同。")),
    Rule("zh.pledged.verb", when=(Words("plan"),),
         examples=("四川还开展专项行动，为专精特新企业服务。", "推行“互联网+政务服务”，实施一站式服务等举措。")),
)  # fmt: skip
