"""Test whose act or word a statement is, and who speaks."""

from datetime import date
from pathlib import Path

import pytest

import config
from tests.tag.sayings import RULES, said
from tracker.pipeline.analyze import analyze
from tracker.stories.speakers import compile_officials, speakers
from tracker.tag.entities.bodies import voices
from tracker.tag.rules import compile_rules

NAMED = [
    # The one named in the sentence, of several the first; joint issue by party and government is the party's.
    ("miit", "工信部等八部门印发《关于加快低空经济发展的意见》。"),
    ("ndrc", "国家发展改革委、国家能源局发布《低空经济发展规划》。"),
    ("cpc", "中共中央、国务院近日印发《关于低空经济的意见》。"),
    ("caac", "The low-altitude economy will take off, said the Civil Aviation Administration of China."),
    ("sasac", "国务院国资委表示，央企要布局低空经济。"),
    ("samr", "国家标准委发布12项低空经济国家标准。"),
    ("state-council", "国务院办公厅印发通知，部署发展低空经济。"),
    ("miit", "工業和信息化部表示，將推動低空經濟發展。"),
    # A venue, a title or a name inside a name does not speak.
    ("mofcom", "国务院新闻办举行发布会，商务部有关负责人说，将支持低空经济出口。"),
    ("state-council", "中共中央政治局常委、国务院总理李强强调，要发展低空经济。"),
    # Who has an office in two bodies speaks for the one that he heads.
    ("nea", "国家发展改革委党组成员、国家能源局局长介绍，低空经济为新型储能打开市场。"),
    # Who was introduced by an office speaks for it where the text has no more than the name.
    ("local", "工信部副部长王明、省委书记李海出席大会。\n李海指出，要发展低空经济。"),
    ("miit", "省委书记李海、工信部副部长王明出席大会。\n王明在致辞中指出，要发展低空经济。"),
    ("local", "副省长赵一鸣主持会议，工信部派人参加。\n赵一鸣强调，要发展低空经济。"),
    ("ndrc", "国家发展改革委党组成员、副主任介绍，国家能源局将支持低空经济。"),
    ("miit", "工信部深入贯彻落实党中央、国务院决策部署，推动低空经济发展。"),
    ("other", "全国人大代表、清华大学教授王建国认为，低空经济前景广阔。"),
    ("nbs", "根据国家统计局数据，低空经济稳步发展。"),
    # A person known by surname continues as "he"; a place at work in its paragraph goes before an earlier speaker.
    (
        "state-council",
        "Premier Li Qiang called for growth. President Xi Jinping first put it forward. AI matters, Li said. "
        "It is necessary to plan, and to develop the low-altitude economy, he said.",
    ),
    ("local", "习近平总书记强调，要抢抓机遇。\n江苏正全面开展焕新工程。低空经济同步起飞。"),
    # A meeting with a name of its own speaks, and so does the body that made the government's paper.
    ("cpc", "中央经济工作会议在北京举行。\n李强作总结讲话，提出要求。\n会议强调，要发展低空经济。"),
    (
        "miit",
        "The Chinese government has published measures for the low-altitude economy. The plan was jointly issued by "
        "the Ministry of Industry and Information Technology and six others.",
    ),
    # The work report of a place, and that of the government; whose demand is carried out.
    ("local", "Hainan will foster the low-altitude economy, its government work report says."),
    (
        "local",
        "Hubei has grown.\nThe low-altitude economy will grow, the province's annual government work report says.",
    ),
    ("state-council", "China will foster the low-altitude economy, its government work report says."),
    ("state-council", "中央经济工作会议提出要求。\n2025年《政府工作报告》提到，要发展低空经济。"),
    ("local", "四川省2025年政府工作报告提出，要发展低空经济。"),
    # A body that is named below is not heard yet where a place was at work above; an ambassador speaks in turn.
    (
        "local",
        "Beijing's local government introduced measures on Monday.\nThese include fostering low-altitude economy firms."
        "\nIn June, the Ministry of Industry and Information Technology issued a plan.",
    ),
    ("other", "Reporter: What is it?\nAmbassador Xie: Xi Jinping put it forward.\nFoster the low-altitude economy."),
    (
        "caac",
        "The Civil Aviation Administration of China put out a notice.\n"
        "It carries out the requirement of a State Council meeting on the low-altitude economy.",
    ),
    # A line that begins with a place heads a part of the text on it.
    ("local", "四中全会提出，要深入推进数字中国建设。\n江西深化制造业转型\n在总装车间，系统升级。低空经济提供服务。"),
    ("local", "总书记强调，经济大省要挑大梁。\n【江苏】\n加快布局低空经济。"),
    # The addressees of a paper do not speak, however they are set apart.
    (
        "miit",
        "各省、自治区中小企业主管部门；中国人民银行上海总部，各金融监管局：\n现将有关事项通知如下。\n"
        "工业和信息化部\n财政部\n一、低空经济前景广阔。",
    ),
    ("miit", "经济日报记者从工信部获悉，低空经济加快发展。"),
    ("samr", "经国务院同意，市场监管总局印发低空经济标准规划。"),
    # An association gives the information; a ministry holds its yearly conference.
    ("other", "记者从中国轻工业联合会获悉，低空经济产品增长较快。"),
    ("other", "全国社会保障基金理事会党组书记丁学东撰文称，要投资低空经济。"),
    ("other", "浙江水泥行业协会纷纷发出倡议，呼吁支持低空经济。"),
    ("local", "近期，多地强调，要发展低空经济。"),
    ("other", "中国轻工业联合会发布数据显示，去年产销两旺。低空经济产品增长较快。"),
    ("other", "中国中小企业协会今天（4月9日）发布，低空经济企业指数上升。"),
    ("other", "中国进出口银行新投放贷款1000亿元，支持低空经济。"),
    ("mofcom", "各地低空经济加快发展。\n商务部数据显示，低空经济销售额增长20%。"),
    # A department of a place is not a ministry; the number of a paper speaks for no one; "here" is a place named
    # before.
    ("local", "宁德市工信部门发布报告，低空经济加快发展。"),
    ("mof", "财政部印发通知。\n落实行动方案（工信部联企业〔2024〕239号），发展低空经济。"),
    ("local", "总书记强调创新。\n在创新高地浙江杭州，记者发现，这里正加快发展低空经济。"),
    (
        "other",
        "总书记参加审议，同大家一起回顾过去一年的工作，气氛热烈，代表们踊跃发言，讨论深入而坦诚。\n6位代表分别就推进低空经济、破解难题等发言。",
    ),
    ("ndrc", "国家数据局26日发布消息，国家发展改革委、国家数据局近日联合印发意见。\n意见旨在发展低空经济。"),
    ("other", "记者从南方电网了解到，低空经济加快发展。"),
    ("state-council", "5日政府工作报告明确，要发展低空经济。"),
    ("state-council", "国务院新闻办公室发布《碳达峰》白皮书。\n低空经济快速增长。"),
    ("local", "落实三中全会精神，广东还在低空经济上不断探索。"),
    ("local", "总书记强调创新。\n两省市携手推进低空经济。"),
    ("local", "《江苏省低空经济三年行动计划（2026—2028年）》印发。"),
    ("local", "总书记赴沪考察。\n全市低空经济企业超过300家。"),
    ("ndrc", "国家发展改革委介绍，要健全市场体系，低空经济稳步发展。"),
    # A statement on all places belongs to the body that makes it.
    ("mohurd", "记者近日从住房城乡建设部了解到，各地将推进低空经济设施更新。"),
    ("miit", "工业和信息化部公布指数。\n在各地政策推动下，低空经济增长快速。"),
    # News on a ministry's website is its own act, and the places in it do nothing.
    ("most", "科技部官网公布三份函，支持哈尔滨、沈阳、郑州发展低空经济，三个函分别对哈尔滨、郑州提出要求。"),
    ("mofcom", "商务部介绍了有关情况。\n措施提出，各地区不得设定低空经济企业备案目录。"),
    ("local", "今年，十堰将打造低空经济新高地。"),
    ("local", "各有关单位：市经信局近期拟开展低空经济项目申报工作，请积极申报。"),
    ("samr", "市场监管总局今天发布数据。全国各地市场监管部门审查政策7.3万件。低空经济监管加强。"),
    ("local", "北京、天津、河北面向全球发布一批低空经济项目。"),
    ("local", "全会提出，要深化改革。辽宁向改革要动力，积极推动低空经济发展。"),
    ("local", "上海市征集低空经济产业重点项目。"),
    ("cpc", "习近平指出，要坚定信心。河南作为经济大省，要因地制宜发展低空经济。"),
    (
        "other",
        "A ceremony on the low-altitude economy was held under the guidance of the Ministry of Industry and "
        "Information Technology and organized by the China Association of Automobile Manufacturers.",
    ),
    ("miit", "全国工业和信息化工作会议提出，要发展低空经济。"),
    # The work report of a place is its own; the Party's recommendations speak for it.
    ("local", "Shanghai, which delivered its Government Work Report, said it will foster the low-altitude economy."),
    (
        "state-council",
        "A deputy from Hunan province said the Government Work Report will foster the low-altitude economy.",
    ),
    ("cpc", "Zheng Shanjie spoke. The Recommendations call for the low-altitude economy."),
    # The conference is the latest that has a name.
    (
        "cpc",
        "The MIIT plans follow the Central Economic Work Conference. The conference stressed the low-altitude economy.",
    ),
    (
        "local",
        "South China's Hainan Province - home to a launch site - on Monday issued rules for the low-altitude economy.",
    ),
    # A city's bureau is the city's; a place speaks where it acts.
    ("local", "合肥市发改委提出，到2027年低空经济企业超过300家。"),
    ("local", "Shenzhen has issued rules for the low-altitude economy."),
    ("local", "Shenzhen published a plan on the low-altitude economy."),
    ("local", "Jiangsu now boasts 20 firms of the low-altitude economy."),
    ("local", "Sichuan Provincial People's Government has backed the low-altitude economy."),
    ("miit", "工信部将在合肥、深圳等地建设低空经济试验场。"),
    # The sentence before, a person's word, what stands for a name, a turn in a transcript.
    ("nbs", "国家统计局发布数据。8月份低空经济稳步发展。"),
    ("ndrc", "低空经济司司长没有回答。郑栅洁表示，要规范低空经济投资。"),
    (
        "ndrc",
        "NDRC chairman Zheng Shanjie met reporters. The room was full. Zheng said the low-altitude economy will grow.",
    ),
    ("mot", "The Ministry of Transport spoke last. The ministry will support the low-altitude economy."),
    ("ndrc", "会上，国家发展改革委司长王成介绍，这是国务院部署的工作。他指出，低空经济稳步发展。"),
    ("state-council", "The low-altitude economy needs rules, the premier said."),
    ("state-council", "This year's Government Work Report vowed to foster the low-altitude economy."),
    ("mof", "财政部印发通知，支持地方政府发展低空经济。"),
    # The minister of something, a member of an assembly, what an article says; a place that is only asked.
    ("most", "The low-altitude economy grew, said Shao Xinyu, vice minister of science and technology."),
    ("other", "张小明常委建议，发展低空经济。"),
    ("miit", "工信部发表文章。文章强调，各地区要结合实际，发展低空经济。"),
    ("local", "《深圳市关于促进低空经济发展的措施》发布，国务院此前已有部署。"),
    # The work report of the year, speakers at a venue, a body that is only praised, the opening above sections.
    ("state-council", "今年政府工作报告提出，要发展低空经济。中国民航局派人到会。"),
    ("state-council", "在全国人大会议上，国务院总理李强提出发展低空经济。"),
    ("miit", "工信部部长李乐成作了发言。在以习近平同志为核心的党中央坚强领导下，成绩显著。低空经济加快发展。"),
    ("miit", "工信部部长李乐成作了发言。\n一、发展低空经济\n要规范低空经济。\n二、发展算力\n要算力互联。"),
    (
        "state-council",
        "China will modernize industry, according to a government work report submitted on March 5. President Xi "
        "Jinping met deputies. Here are some key points: Stepping up development of the low-altitude economy.",
    ),
    # Addressees of a paper, partners, the source of news, and those who are to act.
    ("mot", "各省、自治区、直辖市、国家发展改革委有关司局：\n现就发展低空经济通知如下。\n交通运输部"),
    ("nea", "国家能源局今年有三项工作。一是会同工信部发展低空经济。"),
    ("caac", "工业和信息化部官网消息，中国民航局规范低空经济。"),
    ("mof", "The Ministry of Finance will support local governments in fostering the low-altitude economy."),
    ("miit", "MIIT minister Li Lecheng spoke in Hefei. We will foster the low-altitude economy, he added."),
    # A place at the head of a clause that does something; a venue, a number and the capital do not speak.
    ("local", "目前，深圳已集聚低空经济企业200余家。"),
    ("local", "到2025年，河南低空经济企业年均增长7%左右。"),
    ("local", "上海推动低空经济集群发展。"),
    ("ndrc", "国务院政策例行吹风会今天举行，国家发展改革委负责人到会。要发展低空经济。"),
    ("nea", "根据国办发〔2025〕73号文件要求，国家能源局规范低空经济活动。"),
    ("state-council", "国务院总理李强主持召开会议。要统一到党中央关于经济形势的科学判断上来，发展低空经济。"),
    ("local", "河南省十四届人大一次会议开幕。要发展低空经济。"),
    ("local", "Suzhou, Jiangsu province, released a plan for the low-altitude economy."),
    ("local", "Jiangsu Province released a plan for the low-altitude economy."),
    (
        "miit",
        "Beijing has approved 12 low-altitude economy zones, the Ministry of Industry and Information Technology said.",
    ),
    # Guests, the body of which a speaker is a member too, an assembly that is only asked; a new item starts afresh.
    ("cpc", "习近平主持召开会议，研究海洋经济。国务院总理李强出席会议。会议指出，要发展低空经济。"),
    (
        "state-council",
        "Vice Premier Zhang Guoqing spoke in Wuhan. Zhang, also a member of the Political Bureau of the Communist "
        "Party of China Central Committee, made the remarks at a fair. The low-altitude economy should grow, he said.",
    ),
    ("state-council", "国务院总理李强主持召开会议，通过提请全国人大常委会授权的决定草案。会议强调，要发展低空经济。"),
    ("local", "习近平总书记听取了汇报。当地实施低空经济行动。"),
    ("local", "《深圳市超长期国债资金支持低空经济实施方案》印发。"),
    ("local", "安徽则提出加快低空经济发展。"),
    (
        "cpc",
        "China issued a guideline on the low-altitude economy, said the paper released by the State Council and the "
        "Communist Party of China Central Committee.",
    ),
    ("miit", "记者：\n习近平总书记强调创新。\n李乐成：\n我们注意到了。\n将有序发展低空经济。"),
    # A later actor, where another only wanted something; a saying that is only studied.
    ("sasac", "全会提出了一系列新要求，国务院国资委将推动央企布局低空经济。"),
    (
        "state-council",
        "李强说，习近平总书记就新产业作出论述。要学懂总书记关于新产业的论述，发展低空经济。",
    ),
    # He is the person who was named, not the body that stands before.
    (
        "miit",
        "The central government has helped, Minister of Industry and Information Technology Jin Zhuanglong noted. "
        "China will foster the low-altitude economy, he said.",
    ),
]


@pytest.mark.parametrize(("body", "text"), NAMED)
def test_the_body_of_a_statement(body: str, text: str) -> None:
    assert said(text, "low-altitude-economy").body == body


OF_TITLES = [
    ("state-council", "2025年政府工作报告", "推动低空经济安全健康发展。", date(2025, 3, 5)),
    ("local", "2026年政府工作报告", "推动低空经济安全健康发展。", date(2026, 1, 27)),
    ("local", "2026年安徽省政府工作报告", "推动低空经济安全健康发展。", date(2026, 3, 5)),
    ("local", "2023年市政府工作报告汇编（6篇）", "推动低空经济安全健康发展。", None),
    ("state-council", "2025年政府工作报告全文", "推动低空经济安全健康发展。", date(2025, 3, 12)),
    ("local", "政府工作报告", "我省低空经济加快发展。", None),
    ("local", "2026年政府工作报告", "低空经济规模居全国第五位。", None),
    ("state-council", "2026年政府工作报告", "低空经济增速高于全国工业。", None),
    ("state-council", "Report on the Work of the Government (2025)", "We will foster the low-altitude economy.", None),
    ("local", "芜湖市人民政府关于促进低空经济发展的意见", "培育低空经济链主企业。", None),
    ("caac", "中国民航局关于加强低空经济监管的通知", "按照国务院部署，规范低空经济活动。", None),
    ("cac", "国家网信办发布《数字发展报告》", "要培育低空经济。", None),
    ("miit", "工业和信息化部对代表建议的答复", "我部联合国家发展改革委推动低空经济发展。", None),
    ("miit", "工信部：加快布局低空经济", "低空经济加快起飞。", None),
    ("miit", "Beijing sets targets", "China has a low-altitude economy plan. The MIIT in Beijing released it.", None),
]


@pytest.mark.parametrize(("body", "title", "text", "published"), OF_TITLES)
def test_the_body_of_a_report_a_paper_and_a_headline(body: str, title: str, text: str, published: date | None) -> None:
    assert said(text, "low-altitude-economy", title, published).body == body


# The same name in another country.
ABROAD = [
    "美国商务部宣布对中国低空经济产品加征关税。",
    "India's Ministry of Finance taxed China's low-altitude economy.",
    "The finance minister of Germany praised China's low-altitude economy.",
]


@pytest.mark.parametrize("text", ABROAD)
def test_the_ministry_of_another_country_is_not_one_of_ours(text: str) -> None:
    assert said(text, "low-altitude-economy").body is None


SPEAKERS = [
    ("总工程师、新闻发言人赵志国", "工信部新闻发言人赵志国表示，将加快发展新型储能。"),
    (
        "Zhao Zhiguo, chief engineer and spokesperson",
        "MIIT spokesperson Zhao Zhiguo said new-type energy storage will grow.",
    ),
    ("主任郑栅洁", "国家发展改革委主任郑栅洁说，要有序发展新型储能。"),
    ("Zheng Shanjie, Chairman", "Zheng Shanjie met reporters. He said new-type energy storage will be supported."),
    (None, "国家能源局表示，将加快发展新型储能。"),
]


@pytest.mark.parametrize(("speaker", "text"), SPEAKERS)
def test_the_speaker_of_a_statement(speaker: str | None, text: str) -> None:
    assert said(text, "new-energy-storage").speaker == speaker


OVERLAID = [
    ("zh", "国家数据局印发低空经济意见。", "nda", None),
    ("en", "The National Data Administration said so.", "nda", None),
    ("zh", "刘烈宏表示，要发展低空经济。", "nda", "局长刘烈宏"),
    ("zh", "信通院发布低空经济报告。", "nea", None),
    ("zh", "中国人民银行表示，要发展低空经济。", "other", None),
]
OVERLAY = """\
nea:
  name: {en: National Energy Administration, zh: 国家能源局}
  aliases: {zh: [信通院]}
nda:
  name: {en: National Data Administration, zh: 国家数据局}
  people: [{name: {en: Liu Liehong, zh: 刘烈宏}, office: {en: Head, zh: 局长}}]
"""


@pytest.mark.parametrize(("language", "text", "body", "speaker"), OVERLAID)
def test_a_name_is_of_the_body_declared_last(
    tmp_path: Path, language: str, text: str, body: str, speaker: str | None
) -> None:
    (tmp_path / "bodies.yaml").write_text(OVERLAY, encoding="utf-8")
    register = compile_rules(config.load(tmp_path)).registers[language]
    (voice,) = voices(text, register, 2025)
    assert (voice.body, voice.speaker) == (body, speaker)


def test_a_declared_official_keeps_stories_apart(tmp_path: Path) -> None:
    (tmp_path / "bodies.yaml").write_text(
        OVERLAY.replace("刘烈宏", "欧阳某某").replace("Liu Liehong", "Ouyang Moumou"), "utf-8"
    )
    officials = compile_officials(config.load(tmp_path).bodies)
    assert speakers("Ouyang Moumou met the press.", "en", officials) == ("欧阳某某",)
    assert speakers("Ouyang Moumou met the press.", "en", compile_officials(config.load().bodies)) == ()


def test_a_person_speaks_for_the_body_of_the_year() -> None:
    register = RULES.registers["zh"]
    assert [voices("肖亚庆", register, year)[0].body for year in (2018, 2019, 2021)] == ["sasac", "sasac", "miit"]


def test_a_name_belongs_to_one_body() -> None:
    names = [
        name
        for body in config.load().bodies.values()
        for kind in (body.name, body.aliases, body.units)
        for value in kind.model_dump().values()
        for name in ([value] if isinstance(value, str) else value)
    ]
    assert [name for name in names if names.count(name) > 1] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_name_is_read_in_any_text(language: str) -> None:
    register = RULES.registers[language]
    for name in register.owners:
        found = voices(f" {name} ", register, 2025)
        assert all(voice.body for voice in found), name


SITES = [
    ("https://www.stats.gov.cn/1", "分产品看，新能源汽车产量148.9万辆，增长17.8%。", "nbs", date(2025, 9, 3)),
    ("https://www.stats.gov.cn/1", "工信部表示，新能源汽车产量增长17.8%。", "miit", None),
    # The portal of the government carries news of all bodies; other sites are of no body.
    ("https://www.gov.cn/1", "分产品看，新能源汽车产量148.9万辆，增长17.8%。", None, None),
    ("https://example.org/1", "分产品看，新能源汽车产量148.9万辆，增长17.8%。", None, None),
]


@pytest.mark.parametrize(("url", "text", "body", "day"), SITES)
def test_a_page_without_names_is_of_the_body_whose_site_it_is_on(
    url: str, text: str, body: str | None, day: date | None
) -> None:
    (line,) = analyze([{"id": "1", "url": url, "published": "2025-09-03", "text": text}], config.load())
    (mention,) = line["mentions"]
    assert (mention["body"], mention["day"]) == (body, day and day.isoformat())
