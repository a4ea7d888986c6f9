"""Rows of what something else serves or is meant for: 为 X 提供动能, 为推动 X，……."""

from tracker.tag.acts.cues import is_news, is_paper, is_wanted
from tracker.tag.engine import SENTENCE, WRITTEN, WRITTEN_CLAUSE, Near, Rule

FOR = "为(?!了|期)"
SUPPORT = "…16((提供|增添|积蓄)…10(支撑|保障|支持)|赋能|助力|蓄力|添彩)"
# 为……, 对…….
FOR_IT = Near(before=f"({FOR}|对)…", scope=SENTENCE)

ROWS = (
    Rule(
        "zh.mentioned.adapted-to",
        before="适应…2",
        after="(的?发展)?的?(需求|需要|要求|趋势)",
        scope=WRITTEN,
        examples=("电网要适应新能源汽车发展需要。", "课程适应人形机器人的发展需求。"),
    ),
    Rule(
        "zh.mentioned.given-to-several",
        before=f"{FOR}…和",
        after="等?提供",
        scope=SENTENCE,
        examples=("基金为光伏和生物制造等提供资金。", "园区为光伏和氢能提供厂房。"),
    ),
    Rule(
        "zh.mentioned.foundation-for",
        before=f"{FOR}…",
        after="…12(奠定|打下|夯实)了?…8基础",
        scope=SENTENCE,
        examples=("这项成果为6G研发奠定了坚实基础。", "多年积累为商业航天发展打下良好基础。"),
    ),
    Rule(
        "zh.mentioned.energy-for",
        before=f"{FOR}…",
        after="…12(提供|注入|增添|积蓄)…10(动能|动力|活力|力量)",
        scope=SENTENCE,
        examples=(
            "方案旨在扩大产能，为现代化产业体系建设提供强大动能。",
            "商务领域数字化水平不断提升，为培育新质生产力注入新动能。",
        ),
    ),
    Rule(
        "zh.mentioned.room-for",
        before=f"{FOR}…",
        after="…6提供…10(试验场|舞台|空间|土壤|沃土|场景)",
        scope=SENTENCE,
        examples=("广阔海域为低空经济提供了天然试验场。", "大市场为人形机器人提供丰富场景。"),
    ),
    Rule(
        "zh.mentioned.way-for",
        before="为…",
        after="…10(开辟|打通)…8通道",
        scope=SENTENCE,
        examples=("新航线为新能源汽车出口开辟绿色通道。", "专列为新材料企业打通出海通道。"),
    ),
    Rule(
        "zh.mentioned.model-for",
        before="为…",
        after="…8提供…6(方案|借鉴|样板)",
        scope=SENTENCE,
        examples=("这家工厂为智能制造提供样板。", "案例集为零碳园区建设提供借鉴。"),
    ),
    Rule(
        "zh.mentioned.will-support",
        before="(将|能|可|有望|必将)(进一步|更好|有效)?为…",
        after="…8提供…6(支撑|保障)",
        scope=SENTENCE,
        examples=("新卫星将为商业航天提供支撑。", "新电站可为算力基础设施提供电力保障。"),
    ),
    Rule(
        "zh.mentioned.can-also-support",
        before="(又能|还能|也能|有利于|有助于)……20为…",
        after="…8提供…6支撑",
        scope=SENTENCE,
        examples=("这样做有利于降成本，为新型工业化提供支撑。", "平台还能汇聚数据，为智能制造提供支撑。"),
    ),
    Rule(
        "zh.mentioned.ground-made-firm",
        before="(夯实|筑牢|厚植)",
        after="发展的…8(基础|根基)",
        scope=SENTENCE,
        examples=("要夯实低空经济发展的安全基础。", "筑牢商业航天发展的根基。"),
    ),
    Rule(
        "zh.mentioned.need-met",
        before="(满足|支撑|保障)了?…12",
        after="(的?…6(□□|运行)|…16需要)(?=[，。；]|$)",
        scope=SENTENCE,
        examples=(
            "我国已建成全球最大的充电网络，支撑了超4000万辆新能源汽车的充电需求。",
            "变电站投运，保障了算力基础设施运行。",
        ),
    ),
    Rule(
        "zh.mentioned.growth-met",
        before="满足(消费品|大规模)?",
        after="(的|、…24等)?…8(发展|需要|□□)",
        scope=SENTENCE,
        examples=(
            "充电桩建设能够满足新能源汽车的快速发展。",
            "快递业不断拓展服务，充分满足消费品以旧换新、直播等新兴领域寄递需求。",
        ),
    ),
    Rule(
        "zh.mentioned.supported",
        before="(支撑|助力|有力服务)(…4|…{2,8}、)",
        after="…8(发展|潜力|建设)",
        scope=SENTENCE,
        unless=(is_paper,),
        examples=(
            "要建成充电网，有力支撑新能源汽车产业发展。",
            "要推动数字技术赋能产业，助力现代化产业体系建设。",
        ),
    ),
    Rule(
        "zh.mentioned.support-for-a-power",
        before="为(建设|加快建设)?…4强国…",
        after=SUPPORT,
        scope=SENTENCE,
        when=(FOR_IT,),
        examples=(
            "要办好教育，为制造强国、数字中国建设提供人才支撑。",
            "要为建设制造强国、推进新型工业化提供坚实保障。",
        ),
    ),
    Rule(
        "zh.mentioned.support-for",
        before=f"({FOR}|对)…",
        after=SUPPORT,
        scope=SENTENCE,
        unless=(is_wanted,),
        examples=("这批电站为算力基础设施提供电力保障。", "当地老师傅为智能制造赋能。"),
    ),
    Rule(
        "zh.mentioned.purpose",
        before=r"(^|[】\s])为(了|进一步|深入|更好|全面|加快|推动|促进|支持|推进|鼓励|规范|引导|落实|贯彻|发展|完善|做好)+…",
        after="[^，：:。！？；;\n]*，",
        scope=(WRITTEN_CLAUSE, SENTENCE),
        when=(is_news,),
        examples=(
            "为推动新能源汽车下乡，我国建设充电桩，已覆盖半数乡镇。",
            "为规范人形机器人租赁，协会公布了合同范本。",
        ),
    ),
    Rule(
        "zh.mentioned.purpose-of-an-order",
        before=r"^\W*为(?!期)……",
        after="……30，(根据|按照|依据|经…12(同意|批准))",
        scope=SENTENCE,
        when=(is_news,),
        examples=(
            "为建设农村充电网，支持新能源汽车下乡，根据有关要求，国家能源局选取了部分县乡。",
            "为做好统计，摸清新型储能底数，按照分工，各省报送了数据。",
        ),
    ),
)
