"""Which initiatives a text names: official wordings, state media's, translations, and what only looks alike."""

import gzip
import json
from pathlib import Path

import pytest

import config
from tracker.tag.rules import compile_rules
from tracker.tag.terms import find

RULES = compile_rules(config.load())
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

NAMED = [
    ("ai-plus", "We will advance the AI Plus initiative across the board."),
    ("ai-plus", 'the "Artificial Intelligence+ action" will be carried out'),
    ("ai-plus", "深入实施“人工智能＋”行动"),
    ("ai-plus", "加快推动ＡＩ＋应用落地"),
    ("ai-manufacturing ai-plus", "八部门印发《“人工智能+制造”专项行动实施意见》"),
    ("ai-manufacturing ai-plus", "a paper on the AI Plus manufacturing campaign"),
    ("ai-manufacturing", "推动大模型深度赋能工业全流程"),
    ("ai-manufacturing new-industrialization", "推进人工智能赋能新型工业化"),
    ("ai-manufacturing", "promote the deep integration of AI with manufacturing"),
    ("manufacturing-innovation-centers", "新建两家国家级制造业创新中心"),
    ("manufacturing-innovation-centers", "批复组建制造业国家创新中心"),
    ("manufacturing-innovation-centers", "國家製造業創新中心落戶深圳"),
    ("manufacturing-innovation-centers", "innovation centers for manufacturing, at the national level"),
    ("manufacturing-innovation-centers", "two more national manufacturing innovation centres were approved"),
    ("new-industrialization", "全面部署推进新型工业化"),
    ("new-industrialization", "press ahead with new industrialisation"),
    ("new-industrialization", "follow a new path of industrialization"),
    ("new-industrialization-demo-zones", "创建国家新型工业化示范区"),
    ("new-industrialization-demo-zones", "445家国家新型工业化产业示范基地"),
    ("new-industrialization-demo-zones", "set up national demonstration zones for new industrialization"),
    ("new-industrialization-demo-zones", "demonstration areas of new industrialization"),
    ("advanced-manufacturing-clusters", "培育世界级先进制造业集群"),
    ("advanced-manufacturing-clusters", "foster clusters of advanced manufacturing industries"),
    ("high-tech-zones", "178家国家高新区"),
    ("high-tech-zones", "national new- and high-tech development zones"),
    ("high-tech-zones", "China's 178 national high-tech industrial development zones"),
    ("high-tech-zones", "支持国家级经开区、高新区、新区开展改革试点"),
    ("world-leading-parks", "建设世界领先的科技园区和创新高地"),
    ("world-leading-parks", "a world-leading high-tech industrial park and innovation hub"),
    ("new-quality-productive-forces", "因地制宜發展新質生產力"),
    ("new-quality-productive-forces", "foster new  quality\nproductive forces"),
    ("new-quality-productive-forces", "the development of new quality productivity"),
    ("new-quality-productive-forces", "forming new high-quality production capacity"),
    ("modern-industrial-system", "加快建设现代化产业体系"),
    ("modern-industrial-system", "modernizing the industrial system"),
    ("modern-industrial-system", "build a modernised industrial system"),
    ("it-industry-integration", "推动信息化和工业化深度融合"),
    ("it-industry-integration", "“两化”融合管理体系"),
    ("it-industry-integration", "the extensive integration of IT and industrialization"),
    ("digital-real-integration", "促进数字经济和实体经济深度融合"),
    ("digital-real-integration", "strive to integrate digital technology into the real economy"),
    ("digital-real-integration", "digital technologies were integrated with the real economy more quickly"),
    ("manufacturing-services-integration", "推动现代服务业与先进制造业深度融合"),
    ("manufacturing-services-integration", "advanced manufacturing was further integrated with modern services"),
    ("manufacturing-services-integration", "integrated development of advanced manufacturing and modern services"),
    ("future-industries", "前瞻布局未来产业"),
    ("future-industries", "emerging industries and industries of the future"),
    ("quantum", "布局量子科技等领域"),
    ("quantum", "breakthroughs in quantum information"),
    ("life-sciences", "open up new fields such as life sciences"),
    ("life-sciences", "开辟生命科学新赛道"),
    ("bio-manufacturing", "foster bio-manufacturing and biomanufacturing clusters"),
    ("bio-manufacturing", "打造生物制造新增长引擎"),
    ("commercial-space", "promote the safe development of commercial spaceflight"),
    ("commercial-space", "商业航天蓬勃发展"),
    ("new-materials", "industries such as high-end equipment, biomedicine, and new materials"),
    ("new-materials", "the new-materials industry"),
    ("new-materials", "培育新材料等产业"),
    ("low-altitude-economy", "the low-altitude economy took off"),
    ("low-altitude-economy", "有序发展低空经济"),
    ("new-energy-vehicles", "output of new energy vehicles rose 25.6 percent"),
    ("new-energy-vehicles", "sales of NEVs in China"),
    ("new-energy-vehicles", "新能源乘用车补贴"),
    ("intelligent-connected-vehicles new-energy-vehicles", "巩固扩大智能网联新能源汽车等产业领先优势"),
    ("intelligent-connected-vehicles new-energy-vehicles", "intelligent connected new-energy vehicles"),
    ("charging-infrastructure", "build more charging piles in counties"),
    ("charging-infrastructure", "battery charging and swapping facilities will be built"),
    ("charging-infrastructure", "增加充电桩、换电站等设施"),
    ("intelligent-connected-vehicles", "车路云一体化试点"),
    ("intelligent-connected-vehicles", "rules for intelligent and connected vehicles"),
    ("humanoid-robots", "培育具身智能、人形机器人"),
    ("humanoid-robots", "industries such as embodied AI"),
    ("robot-plus", "“机器人＋”应用行动"),
    ("robot-plus", "the Robot Plus application plan"),
    ("smart-manufacturing", "建设智能工厂"),
    ("smart-manufacturing", "intelligent manufacturing demonstration zones"),
    ("green-manufacturing", "公布绿色制造名单"),
    ("green-manufacturing", "green factories and green industrial parks"),
    ("industrial-internet", "“5G+工业互联网”512工程"),
    ("industrial-internet", "expand the Industrial Internet"),
    ("computing-infrastructure", "全国一体化算力网"),
    ("computing-infrastructure", 'the "East Data, West Computing" project'),
    ("computing-infrastructure", "a national integrated computing system"),
    ("data-elements-x", "“数据要素×”三年行动计划"),
    ("data-elements-x", "tap the potential of data as a factor of production"),
    ("digital-china", "建设数字中国"),
    ("digital-china", "the Digital China initiative"),
    ("equipment-renewal", "推动大规模设备更新和消费品以旧换新"),
    ("equipment-renewal", "large-scale equipment upgrades and trade-in of consumer goods"),
    ("equipment-renewal", "subsidies for auto trade-ins"),
    ("equipment-renewal", "加力扩围实施“两新”政策"),
    ("little-giants", "专精特新“小巨人”企业"),
    ("little-giants", "SMEs that use specialized and sophisticated technologies to produce novel and unique products"),
    ("little-giants", "national-level little giant firms"),
    ("sme-digitalization", "中小企业数字化转型城市试点"),
    ("sme-digitalization", "empower small and medium-sized enterprises with digital technologies"),
    ("sme-digitalization", "support for the digital transformation of SMEs"),
    ("pilot-test-platforms", "布局建设一批中试平台"),
    ("pilot-test-platforms", "platforms for proof of concept and pilot-scale testing"),
    ("industrial-chain-resilience", "提升产业链供应链韧性和安全水平"),
    ("industrial-chain-resilience", "keep industrial and supply chains stable"),
    ("industrial-chain-resilience", "independent, controllable, safe and efficient industrial and supply chains"),
    ("industrial-foundation", "实施产业基础再造工程"),
    ("industrial-foundation", "industrial foundation re-engineering"),
    ("industrial-foundation", "reengineering of industrial foundations"),
    ("ai-pilot-zones", "国家人工智能创新应用先导区"),
    ("ai-pilot-zones", "AI innovative application pilot zones"),
    ("new-energy-storage", "发展新型储能"),
    ("new-energy-storage", "new forms of energy storage"),
    ("hydrogen", "the hydrogen energy industry"),
    ("hydrogen", "推动氢能全产业链发展"),
    ("zero-carbon-parks", "建设国家级零碳园区"),
    ("zero-carbon-parks", "zero-carbon industrial parks"),
    ("six-g", "6G technology trials"),
    ("six-g", "第六代移动通信"),
    ("unified-market", "建设全国统一大市场"),
    ("unified-market", "a unified national market"),
    ("made-in-china-2025", "实施《中国制造２０２５》"),
    ("made-in-china-2025", "the Made in China 2025 strategy"),
    ("internet-plus", "“互联网+政务服务”"),
    ("internet-plus", "Internet Plus Healthcare"),
    ("anti-involution", "综合整治“内卷式”竞争"),
    ("anti-involution", "curb rat-race competition and involution"),
]

NOT_NAMED = [
    ("six-g", "weighs 26G or 6Gb, and 6 g of salt"),
    ("new-energy-vehicles", "the NEVADA office"),
    ("ai-plus", "Thai plus Chinese cuisine; 人工智能加速发展"),
    ("equipment-renewal", "trade in services grew, and foreign trade in goods too"),
    ("new-materials", "automakers are exploring new materials to keep interiors cool"),
    ("new-materials", "创新材料科学研究；采用新技术、新工艺、新设备、新材料"),
    ("new-materials", "浙江某某新材料股份有限公司发布公告"),
    ("digital-china", "Digital China Group Co posted a profit"),
    ("manufacturing-innovation-centers", "该公司的技术创新中心；省级制造业创新中心"),
    ("high-tech-zones", "中部地区国家高新区联盟成立"),
    ("hydrogen", "Britain will generate hydrogen power; Johnson said the UK leads"),
    ("smart-manufacturing", "世界智能制造大会开幕"),
    ("smart-manufacturing", "相关阅读：智能制造示范工厂名单公布"),
    ("computing-infrastructure", "这款芯片的算力达到500TOPS"),
    ("unified-market", "实行全国统一的市场准入负面清单"),
    ("industrial-chain-resilience", "推动县域特色产业进园区、强链条、补短板"),
    ("new-industrialization", "创建国家新型工业化示范区"),
    ("manufacturing-services-integration", "Advanced manufacturing and modern services grew rapidly."),
    ("smart-manufacturing", "全力发展人工智能\n制造业增加值增长"),
]


def named(text: str) -> set[str]:
    return {hit.initiative for hit in find(text, RULES)}


@pytest.mark.parametrize(("initiatives", "text"), NAMED)
def test_a_wording_names_exactly_its_initiatives(initiatives: str, text: str) -> None:
    assert named(text) == set(initiatives.split())


@pytest.mark.parametrize(("initiative", "text"), NOT_NAMED)
def test_what_only_looks_like_an_initiative_is_none(initiative: str, text: str) -> None:
    assert initiative not in named(text)


def test_every_initiative_is_tried_in_both_languages() -> None:
    tried = {(i, text.isascii()) for initiatives, text in NAMED for i in initiatives.split()}
    assert {(i, english) for i in RULES.config.initiatives for english in (True, False)} - tried == set()
