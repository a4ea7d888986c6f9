"""Rows of a field in which something else is done, counted or paid for: 聚焦 X 等领域."""

from tracker.tag.acts.cues import is_news
from tracker.tag.acts.mentioned.zh.set_on import is_set_on
from tracker.tag.engine import CLAUSE, SENTENCE, WRITTEN, Rule

OF_FIELDS = (
    Rule(
        "zh.mentioned.comes-from",
        before=r"\d…来自于?…",
        examples=("全国有小巨人企业1.46万家，其中近5000家来自生物制造等产业。", "30多名选手来自商业航天企业。"),
    ),
    Rule(
        "zh.mentioned.scenes-in-focus",
        before="(聚焦|围绕|面向)…",
        after="…30等…6场景",
        scope=(CLAUSE, SENTENCE),
        examples=("赛题聚焦低空经济、物流等真实场景。", "平台面向智能制造等应用场景。"),
    ),
    Rule(
        "zh.mentioned.fields-in-focus",
        before="(聚焦|涉及|投向包括)…",
        after="…30?(领域|行业|产业|方向|热点|议题|方面|环节|问题)(的方方面面)?(?=[，。；】]|$)",
        when=(is_news,),
        unless=(is_set_on,),
        examples=("52个园区入选名单，涉及新能源、新材料等产业。", "项目将聚焦量子科技等重点领域，创建一百个园区。"),
    ),
    Rule(
        "zh.mentioned.renewed",
        after="有序充电|车主|用户|(城市)?(公交|货|乘用)?车?(及动力电池)?(置换)?更新",
        examples=(
            "继续支持老旧货车报废更新、新能源城市公交车更新、老旧农机报废更新。",
            "新能源汽车车主可到门店领取礼品。",
        ),
    ),
    Rule(
        "zh.mentioned.charged",
        after="(?<=车)(总?充电[量次需]|充换?电(基础)?(设施|桩|站))",
        scope=SENTENCE,
        examples=("国庆假期，新能源汽车充电量创新高。", "新能源汽车充电站开进了山村。"),
    ),
    Rule(
        "zh.mentioned.subject-taught",
        after="(、[^，。；、]{1,14})*等?新?专业(?!化)|(、[^，。；、]{1,14})+等[^，。；、]{0,8}专业(?!化)|…6，…6布局…6学科|"
        r"…20等\d+个(赛项|竞赛项目|比赛项目)|……40等议题(进行|展开|开展)",
        scope=SENTENCE,
        examples=(
            "推动产业创新，高校增设生物制造、脑机科学与技术等专业。",
            "共同推进“东数西算”、促进数据增值等议题进行了互动讨论。",
        ),
    ),
    Rule(
        "zh.mentioned.firms-of-a-field",
        after="等行业{CLOSE}(内卷|无序竞争|恶性竞争)|"
        r"等?([一二两三四五六七八九十\d]+大)?(重点)?(产业)?(领域|范畴|方向|行业)([^，。；\d]{0,10}企业)?[近超约]?\d+[个家项]|"
        r"…12等…8(领域|行业)…10企业[^，。；\d]{0,3}\d",
        examples=(
            "量子科技、低空经济等未来产业领域企业近6000家。",
            "新材料领域7个项目签约。",
        ),
    ),
    Rule(
        "zh.mentioned.part-of-an-event",
        after=r"…24等…6((对接|推介)活动|展览?区|展台|板块)|等?…8(十大)?\d*场?(论坛|议题|话题|(主题)?展览?区|展台|专场|专题|"
        "对接会|推介会)",
        examples=("今年的年会设置了未来产业等多场平行论坛。", "大会举行了新型储能、生物医药等6场专题对接会。"),
    ),
    Rule(
        "zh.mentioned.who-will-come",
        after="[^，。；、]{0,2}企业…10(入驻|参展|参会)",
        examples=("将有一批商业航天企业入驻。", "上百家人形机器人企业报名参展。"),
    ),
    Rule(
        "zh.mentioned.one-firm",
        before="(^|[，。；])…4这家…(企业|公司)，……",
        scope=SENTENCE,
        examples=("如今，这家传统制造企业，已升级为专精特新企业。", "这家县城里的公司，去年成了专精特新企业。"),
    ),
    Rule(
        "zh.mentioned.this-firm",
        before="这家…8",
        after="{OPEN}(小巨人)?{CLOSE}(企业|公司)",
        examples=("这家专精特新“小巨人”企业的订单排到了年底。", "这家专精特新企业只有八十人。"),
    ),
    Rule(
        "zh.mentioned.name-of-an-event",
        after="[^，。；、]{0,4}(大赛|竞赛|足球赛|成果展)|(运动会|锦标赛|挑战赛|半程马拉松)|"
        '[^“”"，。；]{0,30}[”"](新闻)?(发布会|论坛|活动周|巡展)',
        scope=WRITTEN,
        examples=("数据是在“加快推进新型工业化”新闻发布会上公布的，增长7.11%。", "人形机器人运动会在北京闭幕。"),
    ),
)
OF_USES = (
    Rule(
        "zh.mentioned.used-in-a-field",
        before="在…",
        after=r"…30等(重点)?(领域|行业)的?([近超约]?\d+[余多]?个)?(应用|场景|落地|推广)",
        scope=(SENTENCE, WRITTEN),
        examples=("大模型在智能制造等领域的应用很广。", "传感器在低空经济、安防等行业推广。"),
    ),
    Rule(
        "zh.mentioned.built-in-a-field",
        before="在…",
        after="…30等(重点)?(领域|行业)(开展|加强|深化)…6合作|…10(吸引|引进|集聚)…6人才|"
        "…24等…12(领域|行业)，?(鼓励|支持|引导)?(开发…10(产品|课程|教材|工具)|培育…8中小企业)|"
        "…24等(重点|关键)?(领域|产业链|行业|产业)，?(布局)?(建设|组建|设立|建成)了?…10(中心|实验室|平台|基地)",
        scope=(SENTENCE, WRITTEN),
        examples=("双方在氢能等领域开展务实合作。", "在新材料等产业链，建设20家中试平台。"),
    ),
    Rule(
        "zh.mentioned.put-to-use",
        before="应用[在于]…",
        after="…4领域",
        scope=(WRITTEN, CLAUSE),
        examples=("石墨烯应用于新型储能领域。", "这种轴承应用在商业航天领域。"),
    ),
    Rule(
        "zh.mentioned.helps-its-use",
        before="(助力|服务于?|应用于)……",
        after="……60等(重点)?(领域|行业)(应用|场景)",
        scope=(SENTENCE, WRITTEN),
        examples=("项目要助力智慧城市、智能制造、智慧农业等重点领域应用。", "平台服务于低空经济等行业场景。"),
    ),
    Rule(
        "zh.mentioned.gathered-in-one-place",
        before="集…、…",
        after="…8等?…6(行业|领域|功能|环节|于一体)的…12(平台|基地|中心|园区)",
        examples=("打造集研发、智能制造于一体的产业园区。", "当地打造集检测、新型储能等功能的综合平台。"),
    ),
    Rule(
        "zh.mentioned.paid-for",
        before="(投资|资金|国债|贷款)……12(下达|安排|投入|到位)…6，(重点)?(支持|投向|用于)…",
        after="……80、……20等(领域|方面|行业)",
        scope=SENTENCE,
        examples=(
            "投资已下达，重点支持新型储能、物流、水利等领域。",
            "首批资金已安排，用于新型储能、水利等方面。",
        ),
    ),
)
