"""Rows by which a quantity in a Chinese sentence is no figure of an initiative."""

from tracker.tag.engine import BEFORE, BEYOND, CLAUSE, Near, Rule
from tracker.tag.figures.quantity_context import (
    counts_the_list,
    is_a_comparison,
    is_a_count,
    is_a_range,
    is_a_share_of_things,
    is_a_thing,
    is_an_amount,
    is_listed,
    is_many_times,
    is_of_cities,
    is_of_cities_in_words,
    is_of_fields,
)

LEFT_OUT = (
    Rule("zh.figure.starting-value", before="(由|从)[^，,；;]*",
         after="[^，；]*，?[^，；]{0,8}?(突破|提高|增长|增加|提升|上升|扩大|下降|降低|减少|降|增|调整|上调|升|"
               "整合|压减)(到|至|为)",
         against=True,
         examples=("智能工厂从300余家突破至800家。", "新能源汽车车船税由每辆60元上调为每辆100元。")),
    # 等六个未来产业, 新材料等4个产业.
    Rule("zh.figure.sum-of-a-list", before="等", when=(is_listed,), unless=(is_of_cities_in_words,), against=True,
         examples=("推动氢能、脑机接口等六个未来产业发展。", "招聘低空经济等4个方向的教师。")),
    # 12类家电以旧换新4746万台; 每生产4吨铝就有1吨使用绿电: kinds and a proportion.
    Rule("zh.figure.kinds-of-what-is-counted", after=r"(?<=类)[^，。；\d]{1,14}\d", when=(is_a_count,), against=True,
         examples=("以旧换新中，12类家电卖出4746万台。", "新能源汽车下乡，3类车型卖出20万辆。")),
    Rule("zh.figure.one-in-so-many", before="每(生产|销售|卖出|消费|使用|产出|新增)([^。；]{2,24}就有)?", against=True,
         examples=("每生产4吨铝就有1吨来自绿色工厂。", "每卖出10辆车就有6辆是新能源汽车。")),
    Rule("zh.figure.instalments", before="分(为|成|别)?", after="(下达|发放|拨付|支付|实施|推进|兑现|重点支持|支持)",
         against=True,
         examples=("智能工厂每家补贴100万元，补贴分三次发放。", "绿色工厂每家奖励50万元，资金分两次拨付到位。")),
    Rule("zh.figure.seats", after="名?(委员|成员|专家)", when=(is_a_count,), against=True,
         examples=("氢能课程请来8名专家授课。", "县里请来15名专家讲解氢能。")),
    Rule("zh.figure.countries", when=(is_a_count,), against=True,
         after="([多余几]?个)?国家(和地区|出台|支持|制定|发布|已|都|也|均|推出|实施|的|[，、。])",
         examples=("德国等30多个国家支持新能源汽车。", "新能源汽车展吸引了20个国家和地区的记者。")),
    Rule("zh.figure.drafters", after="…30共同(编制|起草|发起|参与编|制定)", when=(is_a_count,), against=True,
         examples=("智能工厂指南由90余家企业和院校共同编制。", "低空经济倡议由12家媒体共同发起。")),
    Rule("zh.figure.mishaps", against=True,
         after="…6(事故|火灾|爆炸)|名?(乘客|工人|行人|群众)?(受伤|死亡|遇难|伤亡|住院)",
         examples=("智能网联汽车试点发生2宗交通事故。", "人形机器人表演时，5人受伤。")),
    Rule("zh.figure.guests", after="人?(参会|出席|到会|与会)|个?分会场", when=(is_a_count,), against=True,
         examples=("智能工厂推进会设12个分会场。", "低空经济酒会有60家出席。")),
)  # fmt: skip
# A growth is a figure; a comparison with another thing is not (`figure.comparison`).
OF_AMOUNTS = (
    Rule("zh.figure.times-the-year-before", before=r"(去年|上年|年初|\d年)(同期|末|底)?的", when=(is_many_times,),
         examples=("新增新能源汽车是去年同期的4.6倍。", "比赛期间氢能大巴的乘客是2023年的5倍。")),
    # 增长了超过1.5倍.
    Rule("zh.figure.times-of-growth", before=r"(增长|增加|提高|提升|上升)(了|约|近|超过|超)*([\d.]+倍[和、])?",
         when=(is_a_comparison,),
         examples=("新能源汽车表现抢眼，前三月出口增长1.2倍。", "氢能论文的下载量增加了2倍。")),
)  # fmt: skip
MARKS_OUT = (
    # 投资2000万元以上的项目.
    Rule("zh.figure.class-of-size", after="(以上|以下|以内)[的\"]|及以[上下]", when=(is_an_amount,),
         unless=(is_a_share_of_things,), against=True,
         examples=("智能工厂中投资2000万元以上的项目优先。", "新能源汽车中车长12米及以上者免费停放。")),
    # 产能20万至100万吨的企业.
    Rule("zh.figure.class-between",
         before="(年产|产能|能力|规模|装机|容量|功率|收入|营收|产值|投资|[用耗]电量|能耗|面积)(量|额|总额)?"
                "(在|为|介于)?",
         after="(之间|级)?([(][^()]*[)])?的[\u4e00-\u9fff]{0,6}?"
               "(企业|项目|工厂|装置|机组|园区|电站|煤矿|矿山|矿井|用户)",
         when=(is_a_range,), against=True,
         examples=("智能工厂改造面向产能20万至100万吨的企业。", "零碳园区试点优先选择年用电量5亿至10亿千瓦时的园区。")),
    Rule("zh.figure.of-such-revenue", before="(率|收入|营收|产值)(超过|超|高于|达到|不低于)", after="的",
         when=(is_an_amount,), against=True,
         examples=("智能工厂中主营业务收入超20亿元的达31家。", "零碳园区评选看重绿电率达到90%的村镇。")),
    # 一台49吨的重卡.
    Rule("zh.figure.of-one-thing", before="[一这那][台辆艘架](重|长|约)*", after="的",
         when=(is_an_amount,), against=True,
         examples=("新能源汽车跑得快，一辆49吨的重卡一年跑10万公里。", "氢能展上，一艘长30米的游船最受欢迎。")),
    Rule("zh.figure.counted-one-by-one", when=(is_a_count, counts_the_list), unless=(is_of_cities,), against=True,
         examples=("打造装备制造、石油化工、智能工厂3个支柱。", "课程包括声学、光学、量子科技3门。")),
)  # fmt: skip
OF_A_FIRM = (
    Rule("zh.figure.one-firm", scope=CLAUSE, against=True,
         text="(该|(某(?!些)|[这一]家)[\u4e00-\u9fff]{0,6})(公司|企业|集团|车企|厂商|厂家)(?!等|们|平均)",
         examples=("低空经济增长20%，某公司销量达50万架。", "氢能股走强，该集团收盘涨5%。")),
    Rule("zh.figure.firm-and-its-sales", scope=CLAUSE, against=True,
         text="(?<!上市)(?<!龙头)(?<!相关)(?<!科技)(?<!大型)(?<![家各])(公司|集团)[\u4e00-\u9fff]{0,10}"
              "(投资|销量|销售|营收|收入|产量|产值|利润|交付|生产|出口|订单|市值)",
         examples=("低空经济增长20%，比邻航空公司销售无人机50万架。",
             "氢能产业加快发展。东海集团去年利润下降8%，股东不满。")),
)  # fmt: skip
OF_OTHERS = (
    Rule("zh.figure.whole-economy", scope=BEYOND, against=True,
         text="(中国|我国)(数字)?经济(规模|总量)|(工业|制造业)增加值|(国内|地区)生产总值",
         examples=("八部门印发《“人工智能+制造”专项行动实施意见》。全部工业增加值增长到40.5万亿元。",
             "县里印发《低空经济发展方案》。去年该县地区生产总值达300亿元。")),
    Rule("zh.figure.other-machines", scope=BEYOND, against=True,
         text="5G基站|(?<![源动气])汽车(企业|整车)?(产销|产量|销量|出口|保有量)|登记汽车|机动车|(工业|服务)机器人|"
              "机器人(相关)?(企业|产量)|(风光|风电|光伏|太阳能|火电|水电|核电|煤电)(发电)?(累计|总)?装机",
         examples=("工信部印发《工业互联网发展方案》。我国建成5G基站450万个。",
             "市里印发《低空经济发展方案》。交警说，全市机动车达200万辆。")),
    # 这家商场, 他们的销量: the acts or sales of one of many.
    Rule("zh.figure.of-one-of-many", scope=BEFORE, against=True,
         text="这[家座条款]|这个(?!产业|行业|领域|集群|城市)|该(公司|企业|厂)|他们|她|研发团队|客流",
         examples=("工信部印发《智能工厂建设方案》。他们的订单增长50%。",
             "市里印发《低空经济发展方案》。这座老桥长120米。")),
    # 信息技术、绿色低碳等22个产业集群; 等10个试点城市 says where.
    Rule("zh.figure.sum-of-other-things", before="等", when=(is_a_count,), unless=(is_of_cities, is_of_fields),
         against=True,
         examples=("工信部印发《智能制造行动方案》。信息技术、绿色低碳等22个产业集群扩大。",
             "省里印发《低空经济发展方案》。小麦、玉米等15个品种获奖。")),
)  # fmt: skip
# X is a name, of which what follows is not said.
NOT_OF_THE_NAME = (
    # 新能源汽车充电量: a figure of the charging.
    Rule("zh.figure.of-the-charging", after="(?<=车)总?充电", when=(is_a_thing,), against=True,
         examples=("国庆期间，高速公路新能源汽车充电收入增长40%。", "消防队说，新能源汽车充电火灾占三成。")),
    # 购买新能源乘用车补贴2万元、燃油乘用车补贴1.5万元; 电动载人汽车、锂电池等“新三样”出口.
    Rule("zh.figure.of-another-kind", text=r"燃油[^，、；。\d]*$|新三样……$", when=(is_a_thing,),
         unless=(Near(text="分别"),), against=True,
         examples=("购置新能源汽车最高优惠1.6万元、燃油乘用车最高优惠1.3万元。",
             "海关说，新能源汽车、锂电池、光伏等“新三样”增长30%。")),
    # A property of one of many, or of something else.
    Rule("zh.figure.of-one-alone", before="这[个家座条款][^，。；]{0,2}|不(仅|仅仅|只|光)是", against=True,
         examples=("这个智能工厂接入了1000台设备。", "不仅是新能源汽车，传统燃料汽车出口64万辆。")),
    # X、工业母机等14个产业, X、Y和Z五大领域.
    Rule("zh.figure.one-of-so-many", when=(is_a_count,), against=True,
         after="[”\"]?(、[^，。；、]{1,14})*([和及][^，。；、]{1,14}|等([“\"][^”\"]{2,5}[”\"]时期)?(首批|第.批)?)"
               "[近超约]?$",
         examples=("孵化出涉及智能工厂、新型储能等近80个项目。", "晚会安排了氢能、茶艺和川剧等20个节目。")),
)  # fmt: skip
