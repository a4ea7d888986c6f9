"""Rows by which a Chinese sentence reports a selection: entities newly recognised or set up."""

from tracker.tag.acts.cues import is_asked_for
from tracker.tag.acts.designated.choices import (
    ORGAN,
    is_a_centre,
    is_among_plans,
    is_chosen_by_number,
    is_granted,
    is_in_words_of_a_choice,
    is_list_out,
    is_near_an_entity,
    is_of_a_list,
    is_of_another_month,
    is_planned,
    is_published_as_a_list,
    is_recalled_in_its_clause,
    is_to_come,
    names_an_entity,
    sets_up_an_entity,
    tells_no_news,
)
from tracker.tag.acts.tense.chinese import is_target
from tracker.tag.engine import CLAUSE, SENTENCE, Near, Rule

SET_UP = "(决定|同意|批准|批复)(同意)?…40(成立|组建|设立|支持|建设|升级|升格).*"
AS_ONE = r"…60\d+[家个]…20[为成](国家级?|省级|首批|第.批)?"
WHEN_AND_WHERE = r"近日|日前|今[天日]|昨[天日]|(\d+月)?\d+日|正式|在…{1,12}?"
RANK = "(均居|位居|稳居|居全国|列全国"
GROWN = "增(相关企业|未来产业企业|(公共|随车)?充电|装机|投运|产能|用户|注册|就业)"
WON = Near(before=r"(\d+|[一二两三四五六七八九十]+)[家个座项户]…", scope=CLAUSE)
ENTERED = Near(before="(列入|纳入|入选|跻身)…12")
COUNTED = Near(before=r"(\d|[一二三四五六七八九十两]+[家个座批项]|首批|新一批|等).*")
# 印发通知，支持创建甲、乙、丙 X 区.
BACKED = Near(
    before="(印发|发布|公布|批复|复函|致函|发函|宣布)…30，?…6(支持|同意)…30(创建|建设|组建|设立|成立).*",
)
# 截至去年底，累计……: a running total.
NOT_MADE = (Near(before="(截至|累计|迄今|[年月]来|以来|已有).*"), is_recalled_in_its_clause, is_planned)
# 公布名单，江苏新入选67家，居全国第一: a rank in a list that was just published.
FRESH = (
    Near(before="(首批|第[一二三四五六七八九十]+批).*", scope=CLAUSE),
    Near(before="(新(增|入选|认定|获批|培育)|(公布|发布)……30名单).*"),
    Near(after="……20名单…6(出炉|揭晓|公布)"),
)

DECIDED = (
    Rule("zh.designated.set-up", before=SET_UP, when=(sets_up_an_entity,),
         examples=("工信部批复组建3家国家制造业创新中心。", "工信部近日批复组建国家人工智能应用制造业创新中心。",
             "工信部同意武汉组建国家制造业创新中心。", "科技部决定成立国家6G技术研发中心。",
             "省政府批准设立低空经济产业先导区。",
             "国务院日前正式批复同意鄂尔多斯市高新技术产业园区（简称鄂尔多斯高新区）升级为国家高新技术产业开发区。")),
    Rule("zh.designated.no-entity-set-up", before=SET_UP, against=True,
         examples=("会议决定支持新质生产力发展。", "截至八月底，工信部已批复组建40家国家制造业创新中心。",
             "工信部已批复建设33家国家制造业创新中心。")),
    Rule("zh.designated.decided-as-one", before=f"决定将{AS_ONE}", scope=CLAUSE,
         examples=("国家能源局决定将“肥城压缩空气储能项目”等56个项目列为新型储能试点示范项目。",
             "能源局决定将“海上一号”等56个项目列为新型储能试点示范项目。",
             "省里决定将甲县等3个县区定为省级低空经济试点。")),
    Rule("zh.designated.made-known", before=f"(同意|认定|确定|命名|批准){AS_ONE}", after=".*，现…6公布", scope=(CLAUSE,
             SENTENCE),
         examples=("经评审，同意石家庄经开区等39个产业集聚区为国家新型工业化产业示范基地，现予以公布。",
             "关于认定工作的通知\n经评审，认定甲厂等20家企业为绿色工厂，现予公布。",
             "经审核，确定乙园等5个园区为首批零碳园区，现向社会公布。")),
    Rule("zh.designated.granted", when=(is_granted,),
         examples=("首批L3级有条件自动驾驶车型获得准入许可。",
             "工业和信息化部正式公布了首批L3级有条件自动驾驶车型准入许可。")),
)  # fmt: skip
AGAINST = (
    Rule("zh.designated.no-news", when=(tells_no_news,), against=True,
         examples=("关于开展认定工作的通知\n一、新认定30家绿色工厂。", "关于组织申报的通知\n各省新增5家国家高新区。")),
    Rule("zh.designated.struck-off", after="……60(移出|清理出|剔除出|撤销|取消)…10(名单|称号|资格|认定|命名)",
         against=True,
         examples=("下列企业因搬迁不再符合绿色工厂要求，现将其移出名单，予以公布。",
             "经复核，两家绿色工厂因停产，公布撤销其称号。",
             "公告：取消三家企业的绿色工厂称号，并公布取消资格的名单。")),
    Rule("zh.designated.sum-of-a-period", before='五[”"]?(期间|时期)，.*', against=True,
         examples=("“十四五”期间，全市300家企业获评绿色工厂，水平提升。", "“十三五”时期，全市新认定绿色工厂20家。")),
    Rule("zh.designated.ranked", after=f"……60?{RANK}|数量全国)", unless=FRESH, against=True,
         examples=("全市入选绿色工厂35家，稳居全国首位。", "我市获评绿色工厂35家，位居全省前列。")),
    Rule("zh.designated.all-there-are", after=rf"…8\d+家，占全国|……30总数…4{RANK})", against=True,
         examples=("新增专精特新“小巨人”企业20家，总数位居全省第三。", "全市获评绿色工厂12家，占全国的百分之一。")),
    Rule("zh.designated.fields-of-the-chosen", before="(涉及|覆盖|涵盖)…", after="…24等…10(产业|领域|行业|方向)",
         scope=CLAUSE, against=True,
         examples=("52个园区入选名单，涉及新能源、新材料等产业。",
             "部里公布第三批示范企业名单，覆盖低空经济等行业企业。")),
    Rule("zh.designated.asked-for", when=(is_asked_for,), against=True,
         examples=("会议强调，新认定一批绿色工厂。", "《方案》提出，新增10家国家高新区。")),
    Rule("zh.designated.target", when=(is_target,), against=True,
         examples=("到2027年，新认定绿色工厂100家。", "力争新培育专精特新“小巨人”企业20家。")),
    Rule("zh.designated.among-plans", when=(is_among_plans,), against=True,
         examples=("要大力招商，新培育专精特新企业30家。", "要优化布局，加强服务，扩大开放，新认定国家高新区3家。")),
    Rule("zh.designated.of-another-month", when=(is_of_another_month,), against=True,
         examples=("2024年3月，12家企业获评绿色工厂。", "2023年12月，甲市新增2家国家高新区。")),
)  # fmt: skip
MADE = (
    Rule("zh.designated.centre-founded",
         after=rf"(…14中心)?({WHEN_AND_WHERE}){{0,4}}(成立|揭牌|挂牌)(成立)?(?=[，。；]|$)",
         when=(is_a_centre,), unless=NOT_MADE,
         examples=("我国首个制造业创新中心——动力电池创新中心正式成立。",
             "国家制造业创新中心今天在武汉成立，首期投入3亿元。", "国家制造业创新中心近日在广东成立。",
             "国家制造业创新中心9月1日揭牌。")),
    Rule("zh.designated.zone-founded",
         after=rf"(…10(区|基地|园区?|集群))?({WHEN_AND_WHERE}){{0,4}}(揭牌|挂牌|授牌)(成立)?(?=[，。；]|$)",
         when=(names_an_entity,), unless=NOT_MADE,
         examples=("人工智能创新应用先导区5月26日在滨江新城揭牌，两家企业入驻。", "国家级零碳园区今天在盐城挂牌。")),
    Rule("zh.designated.first-of-its-kind", before="(首[个家]|第[一二三四五六七八九十]+[个家]|又一)…30",
         after="…40(成立|揭牌|挂牌|落户)[，。；]?", unless=NOT_MADE,
         examples=("不久前，全国首个消费领域移动终端方向的国家人工智能应用中试基地落户广东。",
             "我国首家量子科技实验室落户合肥。", "全市第三家智能工厂落户滨海。")),
    Rule("zh.designated.batch-out", before=r"(首|第[一二三四五六七八九十]+)批"
             r"(\d+|[一二两三四五六七八九十百]+)[家个座项户]…8",
         after="…8(发布|公布|亮相|出炉|揭晓|揭牌|授牌)(?=[，。；]|$)", unless=NOT_MADE,
         examples=("首批15家领航级智能工厂发布。", "第二批20个零碳园区今天公布。")),
    Rule("zh.designated.raised", before=r"(\d…升级[为成]|(升格|晋升|晋级)[为成]?)[^，。；、]{0,8}|(再添|上榜)…8",
         unless=NOT_MADE, examples=("我省再添一家国家高新区。", "14家省级园区升级为国家高新区。")),
    Rule("zh.designated.organ-founded", after=f"…14({ORGAN})…12?(成立|揭牌|组建|亮相|挂牌)", unless=NOT_MADE,
         examples=("6G推进组专家委员会今天在北京揭牌成立。", "低空经济专班组建。",
             "国家发展改革委低空经济发展司正式亮相。")),
    Rule("zh.designated.organ-for-it", before="(成立|设立|组建|新设)了?…24", after=f"…14({ORGAN})(?!第)", scope=(CLAUSE,
             SENTENCE), unless=NOT_MADE,
         examples=("国务院国资委近日成立央企具身智能产业共同体，打造千个应用场景。", "工信部成立人形机器人标准工作组。",
             "市里成立了低空经济工作专班。")),
    Rule("zh.designated.entered-a-list", before="(列入|纳入|入选|跻身)…12", when=(is_of_a_list,), unless=NOT_MADE,
         examples=("这家企业被列入绿色工厂名单。", "甲厂入选智能工厂名单。")),
    Rule("zh.designated.named", before="(确定|认定|批准|(?<!系)列|评|授予|命名|增补)了?……60(?<!，)(为|作为)…20",
         when=(COUNTED, names_an_entity), unless=(*NOT_MADE, ENTERED),
         examples=("经评审，同意石家庄等39个集聚区为国家新型工业化产业示范基地。",
             "工信部授予武汉、长沙等城市为工业互联网试点城市。", "部里命名了第二批12家企业为绿色工厂。")),
    Rule("zh.designated.backed", when=(BACKED, names_an_entity), unless=(*NOT_MADE, ENTERED),
         examples=("科技部致函山东省政府，支持济南建设国家新一代人工智能创新发展试验区。",
             "工信部公布支持苏州建设国家新型工业化示范区的批复。",
             "工信部复函山东省人民政府、深圳市人民政府，支持建设济南-青岛、深圳人工智能创新应用先导区。",
             "工信部近日印发通知，支持创建北京、天津、杭州国家人工智能创新应用先导区。")),
)  # fmt: skip
LISTED = (
    Rule("zh.designated.now-on-public-notice",
         before="现(向社会|面向社会|在网上|再次|正式|予以|依法)*(公示|公布|公告)…30", after="…30(名单|结果)",
         scope=SENTENCE,
         examples=("按照有关文件要求，经评审，现向社会公示全市绿色工厂名单，拟入选企业共30家。",
             "根据通知要求，经专家评审，现予以公示智能工厂评审结果。")),
    Rule("zh.designated.list-out", when=(is_list_out,), unless=(is_recalled_in_its_clause,),
         examples=("三部门联合印发《国家级零碳园区建设名单（第一批）》。",
             "国家能源局发布《关于选取部分地区开展充电基础设施应用活动的通知》。", "2026年度智能工厂名单揭晓。",
             "第二批中小企业数字化转型试点城市名单公布。")),
    Rule("zh.designated.list-called-to-mind", when=(is_list_out,), against=True,
         examples=("根据绿色工厂名单公布的数字，企业不少。", "此前智能工厂名单公布，反响很好。")),
)  # fmt: skip
WINS = (
    Rule("zh.designated.as-one", before=f"(同意|认定|确定|命名|批准){AS_ONE}", scope=CLAUSE, unless=(is_to_come,),
         examples=("部里同意甲厂等20家工厂转成绿色工厂。", "部里同意乙园等5个园区转成首批零碳园区。")),
    Rule("zh.designated.won", before=r"(\d+|[一二两三四五六七八九十]+)[家个座项户]…",
         after="…12(胜出|获批|上榜|通过认定|通过验收)", scope=CLAUSE, unless=(is_to_come,),
         examples=("25个先进制造业集群在决赛中胜出。", "三家国家高新区同日获批。")),
    Rule("zh.designated.tested", before="通过(省级|市级|国家级?|了)*", after="…6(认定|验收|评审)", scope=CLAUSE,
         when=(WON,), unless=(is_to_come,),
         examples=("全市12家企业通过国家级智能工厂认定。", "又有8家企业通过绿色工厂评审。")),
    Rule("zh.designated.entered-its-list", after=r"…8名单中，\d+家…8(入榜|上榜|入选)", unless=(is_to_come,),
         examples=("在第五批“小巨人”企业名单中，658家广东企业入榜。", "在绿色工厂名单中，658家企业入榜。",
             "最新的智能工厂名单中，12家南京企业上榜。")),
    Rule("zh.designated.in-words-of-a-choice", when=(is_in_words_of_a_choice,), unless=(is_to_come,),
         examples=("四部门首批确定9个联合体开展智能网联汽车上路试点。",
             "经评审，确定甲、乙等9个联合体进入智能网联汽车上路试点。", "国家数据局推出首批数字中国建设典型案例。",
             "专项行动进展通报：已遴选首批50家智能制造示范企业。",
             "浙江312家企业已通过审核，将成为第七批专精特新“小巨人”企业。",
             "苏州三家企业获评国家级专精特新“小巨人”企业。", "今年，我国新成立2家国家制造业创新中心，累计达到28家。",
             "这一年，本市获批数字中国建设综合试点。", "园区提质增效，株洲经开区纳入全国首批零碳园区。",
             "该部近日印发通知，确定北京、无锡、长沙等39个人力资源服务业与制造业融合试点城市。",
             "今天，我国正式对外公布51个“人工智能+”能源高价值场景清单，涵盖八大领域。",
             "国家能源局确定41个氢能试点项目。", "武汉入选首批智能网联汽车应用试点城市。")),
    Rule("zh.designated.new-ones-among-them", after=rf"…10，其中…6新(?!{GROWN})(培育|认定|增|遴选)…8\d",
         unless=(is_to_come,),
         examples=("全国有专精特新“小巨人”企业1.4万家，其中今年新培育第四批4328家。",
             "甲省拥有绿色工厂300家，其中新认定42家。")),
)  # fmt: skip
CHOSEN = (
    Rule("zh.designated.chosen-by-number", when=(is_near_an_entity, is_chosen_by_number), unless=(is_planned,),
         examples=("全国累计建成实验室120家，遴选首批241家重点培育中试平台。", "去年新培育绿色工厂1382家。",
             "甲省新增5家国家高新区。")),
    Rule("zh.designated.published-as-a-list", when=(is_near_an_entity, is_published_as_a_list), unless=(is_planned,),
         examples=("工信部近日公布新一年度智能工厂名单，235家智能工厂入选。",
             "会议总结三年来的经验，公布45个国家先进制造业集群名单。", "两部门公布第三批先进制造业集群。",
             "部里公布第三批智能工厂企业。")),
)  # fmt: skip
