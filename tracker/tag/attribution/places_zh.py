"""Rows by which a place that a Chinese text names acts or speaks, or is only named."""

from tracker.tag.attribution.voice_context import (
    NOT_ITSELF,
    begins_the_news,
    heads_a_part,
    is_before_a_word_of_acting,
    is_its_own_office,
)
from tracker.tag.engine import BEYOND, CLAUSE, OWN, SENTENCE, Rule

# 支持地方政府: another body wants it to act.
OBJECT = "反映|规范|约束|增加|支持|鼓励|引导|指导|要求|推动|督促|组织|对|向"
HEAD_OF_CLAUSE = r"(^|[，。；：:\n\s]|\d、\*{0,2})"
AT_WORK = (
    r"(还在|携手|面向|公开征集|征集|将统筹)|(也|还|近[日期])?(已|正|聚焦|重点培育|进一步|累计|集聚|聚集|建成|"
    r"培育|打造|布局|投运|新增|加快|大力|积极|着力|围绕|实施|全力|推动|推进|拟|发文|加大|强化|深化|优化|开展|出台|推出|"
    r"探索|构建|统筹|立足|依托|瞄准|抢抓|支持|今年|搭建|创新|建立|设立|组建|引进|发挥|全面|作为(?![^，。；]{0,16}，要)|"
    r"迅速)"
)

ROWS = (
    Rule("zh.place.object", before=OBJECT, scope=CLAUSE, against=True,
         examples=("工信部支持江苏发展氢能。", "能源局要求浙江推进低空经济。")),
    Rule("zh.place.in-a-list-of-objects", before=rf"({OBJECT})([\u4e00-\u9fff]{{2,5}}、)+", scope=CLAUSE, against=True,
         examples=("工信部支持江苏、浙江发展氢能。", "能源局指导广东、湖北、四川推进低空经济。")),
    Rule("zh.place.of-its-paper", before="《",
         after="(省|市|自治区|区)?(人民政府)?(关于|促进|支持|加快|推动|推进|实施|进一步)|"
             "(省|市|自治区)[^《》]{2,40}(方案|措施|意见|规划|计划|办法|条例|细则)(（[^（）]*）)?》",
         scope=CLAUSE,
         examples=("《江苏省关于发展氢能的意见》出台。", "记者获悉，《浙江省低空经济条例》施行。")),
    Rule("zh.place.in-its-work-report",
         after="(省|市|自治区|区|县)?(人民政府)?的?(20\\d\\d年|今年)的?《?政府工作(报告|任务)", scope=CLAUSE,
         examples=("四川省2025年政府工作报告提出，要发展氢能。", "会上说，合肥今年《政府工作报告》谈到低空经济。")),
    Rule("zh.place.heading", when=(heads_a_part,),
         examples=("各地动态\n江西深化氢能转型\n氢能产业不断发展。", "各地动态\n广东低空经济提速\n低空经济不断发展。")),
    Rule("zh.place.ours", when=(is_its_own_office,),
         examples=("会上说，我省氢能产业加快发展。", "今年全省低空经济增长两成。")),
    Rule("zh.place.all-of-them",
         after="全市|多地(?=密集|强调|出台|提出|明确|发布|召开|推出|启动|也|已|正|将)|"
             "各地(?![^，。；]{1,8}部门|区?(各行业|各部门|和部门|和各?行业)*(要|应|须|必须|不得|可|均|各部门|区各部门)|"
             "[^，。；]{0,8}(推动|带动|支持|拉动)下)",
         scope=OWN,
         examples=("今年以来，多地出台政策发展氢能。", "目前，各地竞相布局低空经济。")),
    Rule("zh.place.office",
         after=r"(省|市(?!场)|自治区|区)[\u4e00-\u9fff]{0,10}?(政府|委|厅|局|部门|办公室|人大[^，。；]{0,6}会议|人代会|"
             "人民代表大会)|(省|市|区)长",
         scope=CLAUSE,
         examples=("据悉，浙江省发展改革委谈到氢能。", "会上，江苏省长谈到低空经济。",
             "据报道，安徽省第十四届人民代表大会开幕。报告在谋划任务时指出，发展氢能。")),
    Rule("zh.place.called", before=r"(^|[，。；：\n])[\u4e00-\u9fff]{2,8}(大省|强省|大市|强市|重镇)", scope=CLAUSE,
         examples=("会上说，工业大省辽宁，氢能产业不小。", "据悉，制造业强省广东，低空经济不断壮大。")),
    # 深圳印发, 深圳已集聚.
    Rule("zh.place.acts-by-its-word", when=(is_before_a_word_of_acting,),
         examples=("据悉，深圳印发氢能规划。", "会上说，合肥市将发展低空经济。")),
    Rule("zh.place.at-work", before=HEAD_OF_CLAUSE, after=AT_WORK, scope=(CLAUSE, BEYOND),
         examples=("据悉，深圳已集聚氢能企业百家。", "会上说，合肥正培育低空经济。")),
    # 上海“AI+制造”培育工程启动.
    Rule("zh.place.its-quoted-work", before=HEAD_OF_CLAUSE, scope=CLAUSE,
         after="(省|市)?[\"“《][^\"”》，。；]{2,24}[\"”》][^，。；]{0,16}(启动|开工|上线|落地|揭牌|启用|投运)",
         examples=("据悉，上海“氢能进万家”培育工程启动。", "简介：合肥“低空经济”示范项目开工。")),
    Rule("zh.place.in-a-row", before=HEAD_OF_CLAUSE,
         after=r"(、[\u4e00-\u9fff]{2,5}?){1,5}(面向|联合|携手|共同|集中|协作|合作|深化|共建)", scope=CLAUSE,
         examples=("据悉，北京、天津、河北面向全球征集氢能场景。", "会上说，江苏、浙江携手发展低空经济。")),
    # 到2025年，河南……打造: behind a time, a place is the subject, unless an event is held there.
    Rule("zh.place.at-a-time", before=r"(^|[。；\n])[^，。；\n]{0,12}(年|[年月]来|目前|如今|当前|期间)，", scope=CLAUSE,
         unless=(NOT_ITSELF,),
         examples=("到2025年，河南氢能产业翻一番。", "目前，湖北低空经济企业不少。")),
    Rule("zh.place.at-the-beginning", when=(begins_the_news,), unless=(NOT_ITSELF,),
         examples=("青海新材料产业发展提速。", "安徽低空经济不断壮大。")),
    # 在深圳，机器人已进入车厂.
    Rule("zh.place.scene", before="^在", after="，", scope=SENTENCE,
         examples=("在深圳，人形机器人进了车厂。", "在合肥，低空经济的场景越来越多。")),
    # 在创新高地浙江杭州，记者发现，这里…….
    Rule("zh.place.here", before="^在[^，。；]{2,12}", after=r"([\u4e00-\u9fff]{2,3})?，[^。；]{0,10}这里",
         scope=SENTENCE,
         examples=("在创新高地浙江杭州，记者发现，这里有人形机器人。", "在制造名城江苏，记者看到，这里有智能工厂。")),
)  # fmt: skip
