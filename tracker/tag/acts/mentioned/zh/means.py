"""Rows of what something else is done with, and of what something else is about: 通过 X 实现……, 研究 X 等问题."""

from tracker.tag.engine import SENTENCE, Rule

OF_MEANS = (
    Rule(
        "zh.mentioned.plays-a-part",
        before="发挥…12",
        after="[^，。；、]{0,8}作用",
        scope=SENTENCE,
        examples=(
            "要发挥全国统一大市场支撑作用，引导产业合理布局。",
            "要发挥龙头企业和国家制造业创新中心作用，促进融通发展。",
        ),
    ),
    Rule(
        "zh.mentioned.by-way-of",
        before="通过…",
        after="的?(方式|途径|渠道|形式)",
        scope=SENTENCE,
        examples=("上海优化申领条件，支持通过以旧换新方式购车。", "市民可通过以旧换新的渠道领取补贴。"),
    ),
    Rule(
        "zh.mentioned.gives-life-by-it",
        before="通过…",
        after="…6，为……注入",
        scope=SENTENCE,
        examples=("通过推广智能制造，为老厂注入活力。", "通过举办低空经济活动，为旅游注入人气。"),
    ),
    Rule(
        "zh.mentioned.integrated-technology",
        before="(集成|融合)(?![、，])…",
        after="…10等…6技术",
        scope=SENTENCE,
        examples=("人形机器人将集成人工智能、新材料等先进技术，前景广阔。", "新车融合6G等多项技术。"),
    ),
    Rule(
        "zh.mentioned.reached-by-it",
        before="通过",
        after="([和与、]…{1,10})?来?(实现|推动)",
        scope=SENTENCE,
        examples=("负责人表示，要通过工业互联网推动万物互联，推动制造业走向开放。", "老厂要通过智能制造来实现转型。"),
    ),
    Rule(
        "zh.mentioned.supported-by-a-policy",
        before="通过…",
        after="…24政策等?(支持|推动|引导)",
        scope=SENTENCE,
        examples=("通过以旧换新等政策支持居民换新家电。", "通过以旧换新补贴政策引导居民消费。"),
    ),
    Rule(
        "zh.mentioned.serves-to-raise",
        before="以{OPEN}",
        after="{CLOSE}(提[高升]|赋能|带动|助力|支撑|撬动|牵引|优化|改造|激活|催生)",
        scope=SENTENCE,
        examples=("以智能制造赋能传统产业。", "要以“人工智能+”激活文旅市场。"),
    ),
    Rule(
        "zh.mentioned.offers-by-what-goes-on",
        before="正在(实施|推进)的{OPEN}",
        after="…6，为……提供",
        scope=SENTENCE,
        examples=("正在推进的东数西算工程，为西部就业提供机会。", "正在实施的大规模设备更新，为机床行业提供市场。"),
    ),
)
OF_SUBJECTS = (
    Rule(
        "zh.mentioned.what-a-meeting-is-for",
        before="(大会|论坛|峰会|年会|活动|博览会|展会|展览|大赛|比赛|研讨会|对接会)旨在……",
        scope=SENTENCE,
        examples=("大会旨在推动低空经济发展。", "本次对接会旨在促进新材料企业交流。"),
    ),
    Rule(
        "zh.mentioned.discussed-how",
        before="(讨论|探讨|研讨|商讨|交流)……12(如何|怎样|怎么)……",
        scope=SENTENCE,
        examples=("专家们讨论了如何发展商业航天。", "委员们交流怎样用好新型储能。"),
    ),
    Rule(
        "zh.mentioned.what-holds-it-back",
        before="(束缚|制约)…",
        after="…10的…6(堵点|卡点|障碍|瓶颈)",
        scope=SENTENCE,
        examples=("破除制约全国统一大市场建设的堵点。", "专家分析了制约氢能发展的瓶颈。"),
    ),
    Rule(
        "zh.mentioned.what-hinders-it",
        before="(影响|阻碍|损害|不利于)…",
        after="……30等问题",
        scope=SENTENCE,
        examples=("会议要求审查影响全国统一大市场建设、损害环境等问题。", "委员指出了阻碍商业航天发展等问题。"),
    ),
    Rule(
        "zh.mentioned.listed-among",
        before="(纳入|列入)…2",
        after="…8(布局|赛道)",
        scope=SENTENCE,
        examples=("脑机接口被列入未来产业赛道。", "基因治疗被纳入生物制造布局。"),
    ),
    Rule(
        "zh.mentioned.proposed-from",
        before="从……",
        after="……120等…6方面提出",
        scope=SENTENCE,
        examples=("文章从推进新型工业化、培养人才等方面提出建议。", "民盟从发展新质生产力等三方面提出提案。"),
    ),
    Rule(
        "zh.mentioned.signed-on",
        before="签署……",
        after="……40(文件|协议|备忘录)",
        scope=SENTENCE,
        examples=("两国签署了氢能合作协议。", "两校签署量子科技人才培养备忘录。"),
    ),
    Rule(
        "zh.mentioned.warned",
        before="提醒……",
        scope=SENTENCE,
        examples=("协会提醒投资者注意商业航天概念炒作。", "消协提醒车主，新能源汽车涉水后应当检查。"),
    ),
    Rule(
        "zh.mentioned.who-came",
        before="吸引了?……",
        after="……30(参赛|参展|参会)",
        scope=SENTENCE,
        examples=("活动吸引了人形机器人企业参展。", "赛事吸引量子科技爱好者参赛。"),
    ),
    Rule(
        "zh.mentioned.studied-at-a-meeting",
        before="(会议|座谈会)……16研究……",
        after="……40等(问题|事项|工作)",
        scope=SENTENCE,
        examples=("会议研究了新型储能安全管理等问题。", "座谈会专题研究人形机器人标准等事项。"),
    ),
    Rule(
        "zh.mentioned.close-to-an-order",
        before="紧扣……关于……",
        after="…4的?(部署|要求)",
        scope=SENTENCE,
        examples=("巡视组紧扣党中央关于推进新型工业化的部署开展检查。", "文章紧扣关于建设数字中国的部署展开。"),
    ),
)
