"""Rows by which a Chinese sentence reports a start."""

from tracker.tag.acts.cues import is_asked_for, is_dated_back, is_news
from tracker.tag.acts.designated.choices import ORGAN, tells_no_news
from tracker.tag.acts.launched.verbs import (
    goes_on,
    is_a_contest,
    is_a_declared_word,
    is_new,
    is_set_for_this_year,
    is_to_begin,
    names_a_centre,
    was_earlier_this_year,
)
from tracker.tag.acts.mentioned.zh.used import THEME
from tracker.tag.engine import BETWEEN, VERB, WRITTEN, Near, Rule

LOOKS_BACK = Near(text="已|累计|截至|[年月]来|以来|先后")
NAMED_TIME = Near(text=r"今年|年内|明年|20\d\d年|[一二三四]季度|\d+月", scope=WRITTEN)

WITHOUT_A_VERB = (
    Rule("zh.launched.dated-back", when=(is_dated_back,), against=True,
         examples=("2023年2月，工信部启动智能制造专项行动。", "2024年，国家数据局启动“数据要素×”试点。")),
    Rule("zh.launched.earlier-this-year", when=(was_earlier_this_year,), against=True,
         examples=("今年7月，为推进低空经济，工信部组织开展试点申报。",
             "今年7月，国家数据局面向社会组织开展“数据要素×”案例征集。")),
    Rule("zh.launched.piloted",
         before=r"(近日|日前|今[天日]|\d日)…6(开展|启动)…12(试点|行动)，(加强|推进|推动|支持|加快|促进)…",
         when=(is_news,),
         examples=("财政部、交通运输部近日联合开展试点，加强乡镇充电设施建设。",
             "两部门今天启动专项行动，推进绿色工厂建设。")),
    Rule("zh.launched.no-news", when=(tells_no_news,), against=True,
         examples=("关于开展试点的通知\n一、启动低空经济试点。", "关于组织申报的通知\n启动绿色工厂申报。")),
    Rule("zh.launched.asked-for", when=(is_asked_for,), against=True,
         examples=("会议强调，启动智能制造试点。", "《方案》提出，启动低空经济试点工程。")),
    Rule("zh.launched.in-cities", before=r"在……40\d+个(城市|省市|地区|省份|县)…6(开展|启动|实施)…", after="…16试点",
         unless=(LOOKS_BACK,),
         examples=("国家邮政局将在20个城市开展无人驾驶汽车和低空经济配送试点。",
             "财政部在30个城市开展中小企业数字化转型试点。", "住建部将在16个城市实施“车路云一体化”应用试点。")),
)  # fmt: skip
NOT_ITS_START = (
    Rule("zh.launched.centre-unveiled", text="^揭牌$", scope=VERB, when=(names_a_centre,), against=True,
         examples=("国家制造业创新中心在武汉揭牌。", "量子科技研究中心今天在合肥揭牌。",
             "人工智能创新应用先导区在滨江新城揭牌。")),
    Rule("zh.launched.body-beside-it", text=f"^…14({ORGAN})(?!第)", scope=BETWEEN, against=True,
         examples=("6G推进组专家委员会今天在北京揭牌成立。", "人形机器人推进组专家组联盟正式启动。")),
    Rule("zh.launched.another-clause", text="[，。；,;]", scope=BETWEEN, unless=(goes_on,), against=True,
         examples=("要发展低空经济，启动一批技术改造项目。", "围绕智能制造的短板，启动一批攻关项目。")),
    Rule("zh.launched.too-far", text=r"^[\s\S]{41}", scope=BETWEEN, against=True,
         examples=("工信部今天启动面向中西部县域中小企业和专业镇的为期一百二十天的技术服务与骨干人才培训以及成果转化暨"
             "低空经济专场招聘活动。",
             "各地启动为期三个月的面向食品饮料家电纺织服装以及化妆品玩具等消费品行业的质量提升和技术改造咨询和"
             "智能制造诊断服务活动。")),
    Rule("zh.launched.contest", scope=VERB, when=(is_a_contest,), against=True,
         examples=("2025人形机器人运动会火炬传递首站启动。", "北京的人形机器人运动会今天启动。")),
    Rule("zh.launched.event-with-its-theme", when=(THEME,), against=True,
         examples=("以“建设统一大市场”为主题的政策宣传周今天启动。", "以“智能制造新图景”为主题的征文日前启动。")),
    Rule("zh.launched.begun-a-while-ago",
         after=r"(实施)?(\d+|[一二两三四五六七八九十]+)[个多]*[年月]多?来|(实施)?以来|至今", scope=VERB, against=True,
         examples=("“东数西算”工程启动以来，算力规模不断扩大。", "低空经济试点启动三年来，航线不断增加。")),
    Rule("zh.launched.year-of-the-start", after="之年|元年", scope=VERB, against=True,
         examples=("今年是6G标准化研究全面启动之年，产业发展正处于关键阶段。", "明年是低空经济试点启动之年。")),
    Rule("zh.launched.as-it-began", before="随着…", scope=VERB, against=True,
         examples=("随着“东数西算”工程启动，应用不断深入。", "随着各地启动绿色工厂创建，能耗下降。")),
    Rule("zh.launched.ever-since", before="自…", after="…20以来", scope=(VERB, BETWEEN), against=True,
         examples=("自启动低空经济试点以来，航线增加。", "自开展“数据要素×”行动以来，交易活跃。")),
    Rule("zh.launched.assessed", after="…10(评估|检查|督查|调研)", scope=BETWEEN, against=True,
         examples=("做好跟踪问效，组织开展“两新”政策实施效果评估。", "工信部组织开展智能制造试点专项督查。")),
    Rule("zh.launched.carried-on", text="^(开展|展开)$", scope=VERB, unless=(is_new, is_set_for_this_year),
         against=True, examples=("各地开展智能制造试点，成效显著。", "企业广泛开展工业互联网应用。")),
    Rule("zh.launched.nothing-to-go-online", text="^上线$", scope=VERB,
         unless=(Near(text="平台|服务|专区|系统|地图|试点|行动", scope=BETWEEN),), against=True,
         examples=("新型储能样机上线。", "中国首台量子科技样机正式上线。")),
    Rule("zh.launched.what-went-online", text="^上线$", after="的", scope=VERB, against=True,
         examples=("工业互联网平台上线的产品增多。", "低空经济服务平台上线的航线有十条。")),
    Rule("zh.launched.expected", before="预计…30", scope=VERB, against=True,
         examples=("浙江今年预计启动100万千瓦新型储能项目开工建设。", "低空经济试点预计10月启动。")),
    Rule("zh.launched.planned", scope=VERB, when=(is_to_begin,), unless=(NAMED_TIME,), against=True,
         examples=("工信部将启动智能制造试点。", "我省拟开启低空经济试点。")),
)  # fmt: skip
STARTED = (
    Rule("zh.launched.begun", scope=VERB, when=(is_a_declared_word,),
         examples=("工信部启动智能制造专项行动。", "国家数据局近日开启“数据要素×”试点。")),
    Rule("zh.launched.entries-called-for", text="征集$", scope=VERB,
         examples=("上海市征集低空经济产业重点项目。", "工信部公开征集智能制造典型场景。")),
    Rule("zh.launched.actions-ordered", text="^部署$", scope=VERB,
         examples=("国务院国资委部署未来产业启航等专项行动。", "工信部部署绿色工厂专项行动。")),
    Rule("zh.launched.platform-opened", text="(发布|启用|开通)$", scope=VERB,
         examples=("抢抓机遇，前不久，杭州市算力资源调度服务平台正式发布。", "长三角低空经济服务平台今天启用。")),
)  # fmt: skip
