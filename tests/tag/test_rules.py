"""Test the rows of the tables: each example is decided by its row, and the sentence with another word is not."""

import pytest

from bench.rules_page import PAGE, page
from tests.tag.other_words import neighbours
from tests.tag.sayings import RULES, document
from tracker.explain.act_rules import rule_namer
from tracker.tag.acts.launched.verbs import each_verb
from tracker.tag.acts.rule_tables import mentioned, tables
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import CLAUSE, SENTENCE, WRITTEN, Near, Rule, Table
from tracker.tag.notation import needed, written_out
from tracker.tag.reading import take_apart
from tracker.tag.tagger import tag
from tracker.tag.terms import find
from tracker.text.condensed import as_read
from tracker.text.normalize import Span

OF_LANGUAGES = [(f"{act} {language}", one) for act, ones in tables().items() for language, one in ones.items()]
NAMED, TESTED = zip(*OF_LANGUAGES, strict=True)

# Exceptions of a row, and sentences that look like a row although none of their words shows it.
NEIGHBOURS = [
    ("en.issued.out-for-comments", "The NEA will put its hydrogen energy plan out for public consultation next year."),
    ("zh.mentioned.denied", "零碳园区建设标准已经出台。"),
    (
        "en.designated.join-the-pilot",
        "Twelve cities have joined the pilot program for the low-altitude economy so far.",
    ),
    ("en.designated.entity-founded", "Previously, the national manufacturing innovation center was unveiled in Wuhan."),
    (
        "en.mentioned.with-its-growth",
        "China aims to make progress, with the expansion of new quality productive forces.",
    ),
    ("en.designated.plaques-awarded", "Previously, the ministry awarded titles to green factories."),
    (
        "en.designated.selecting-a-batch",
        "Earlier, the ministry surveyed pilot testing platforms, selecting 241 as the first batch.",
    ),
    ("zh.mentioned.partner", "确定6个城市为基础设施与智能网联汽车协同发展第一批试点城市。"),
    ("zh.progress.made", "《方案》提出，培育20家智能工厂。"),
    ("zh.progress.built", "今年将建成20家智能工厂。"),
    ("en.mentioned.reason-to-ask", "The guideline on humanoid robots requires a new standard."),
    ("zh.mentioned.question", "“人工智能+”行动有部署。"),
    ("zh.mentioned.title-of-a-study", "研究院发布《低空经济发展规划》。"),
    ("zh.mentioned.paper-of-another-time", "2025年8月，国家出台《氢能产业发展规划》。"),
    ("zh.mentioned.paper-of-another-time", "2022年3月印发的《氢能产业发展规划》提出，要扩大应用。"),
    ("zh.mentioned.paper-called-to-mind", "近年来，《数字中国发展规划》提出的目标都已实现。"),
    ("zh.mentioned.as-a-theme", "大会以“智能制造 引领未来”为号召。"),
    ("zh.mentioned.by-it", "我国将以新能源汽车作为突破口，做强制造业。"),
    ("zh.mentioned.by-it", "要以综合整治“内卷式”竞争为重点，深化改革。"),
    ("zh.mentioned.after-it", "继续发展低空经济之后，当地又办起技校。"),
    ("zh.mentioned.demand-rises-with-it", "随着新能源汽车普及，带动充电需求日益旺盛。"),
    ("zh.mentioned.merges-with", "推动量子科技加速与生命科学融合。"),
    ("zh.mentioned.defined", "全连接工厂是充分利用工业互联网、连接各条产线的12家工厂。"),
    ("zh.mentioned.order-obeyed", "要贯彻落实关于发展新质生产力的重要论述。"),
    ("zh.mentioned.is-such", "要的就是氢能这个重要方向。"),
    ("zh.mentioned.sprung-from", "科研与产业双向奔赴，催生了新质生产力。"),
    ("zh.mentioned.sprung-from", "我们要壮大产业，催生脑机接口等未来产业。"),
    ("zh.mentioned.springing-up", "人形机器人等创新成果不断涌现。"),
    ("zh.mentioned.brought-by-a-thing", "要制定有利于新型储能的电价。"),
    ("zh.mentioned.fields-in-focus", "今年，广东将聚焦智能机器人、低空经济等产业，一体推进创新设施建设。"),
    ("zh.mentioned.subject-taught", "推动新材料等专业化发展。"),
    ("zh.mentioned.charged", "智能制造充电站开进了山村。"),
    ("zh.mentioned.shown", "工业互联网展示最新成果。"),
    ("zh.mentioned.on-stage", "街头，一批国际领先的新材料集中亮相。"),
    ("zh.mentioned.on-the-agenda", "工业和信息化部将围绕推进新型工业化等任务，改造升级传统产业。"),
    ("zh.mentioned.round-it", "规划将围绕制造强国目标加快推进新型工业化。"),
    ("zh.mentioned.setting", "建设面向东南亚的算力基础设施。"),
    ("zh.mentioned.supported", "关于建设充电网的通知\n二、有力支撑新能源汽车产业发展。"),
    ("zh.mentioned.support-for", "要为算力基础设施提供电力保障。"),
    ("zh.mentioned.who-may-apply", "关于印发行动计划的通知\n一、建设新型储能典型工程。"),
    ("zh.designated.ranked", "江苏新入选绿色工厂67家，数量居全国第一。"),
    ("zh.designated.centre-founded", "国家制造业创新中心将在广东成立。"),
    ("zh.designated.first-of-its-kind", "我国将有首家量子科技实验室落户合肥。"),
    ("zh.progress.works-begun", "会议要求，海南商业航天发射场二期开工。"),
    ("zh.progress.completed", "要确保年底完成6G技术试验。"),
    ("zh.designated.batch-out", "截至目前，首批15家智能工厂发布。"),
    ("zh.designated.raised", "截至目前，14家省级园区升级为国家高新区。"),
    ("zh.designated.organ-founded", "年内将有低空经济专班组建。"),
    ("zh.designated.organ-for-it", "工信部将成立人形机器人标准工作组。"),
    ("zh.designated.entered-a-list", "这家企业将被列入绿色工厂名单。"),
    ("zh.designated.named", "工信部将确定20个城市为工业互联网试点城市。"),
    ("zh.designated.named", "部里确定12个城市为首批入选工业互联网试点城市。"),
    ("zh.designated.backed", "今年以来，工信部复函山东，支持建设济南人工智能创新应用先导区。"),
    ("zh.designated.list-out", "根据绿色工厂名单公布的数字，企业不少。"),
    ("zh.designated.as-one", "部里将同意甲厂等20家工厂转成绿色工厂。"),
    ("zh.designated.won", "将有25个先进制造业集群在决赛中胜出。"),
    ("zh.designated.tested", "将有12家企业通过国家级智能工厂认定。"),
    ("zh.designated.entered-its-list", "将公布的绿色工厂名单中，658家企业入榜。"),
    ("zh.designated.in-words-of-a-choice", "武汉将入选首批智能网联汽车应用试点城市。"),
    ("zh.designated.new-ones-among-them", "全国将有专精特新“小巨人”企业1.4万家，其中今年新培育第四批4328家。"),
    ("zh.designated.chosen-by-number", "明年将新培育绿色工厂1382家。"),
    ("zh.designated.published-as-a-list", "两部门将公布第三批先进制造业集群。"),
    ("en.designated.has-been-chosen", "The firm in Suzhou was named a little giant in 2021."),
    ("en.designated.approved", "It will be approved, the upgrade of two parks to national high-tech zones."),
    ("en.designated.approved-one", "So far MIIT has approved a national manufacturing innovation center."),
    ("en.designated.raised-to-national", "Six parks will be upgraded to national high-tech zones."),
    ("en.designated.has-won-approval", "The plan for zero-carbon parks has won approval."),
    ("en.designated.backed", "The ministry will give its support to the building of AI pilot zones in Beijing."),
    ("en.designated.on-public-notice", "So far MIIT has put 12,000 companies on public notice as little giants."),
    ("en.designated.grown-by-the-selected", "So far there are 80 smart factories, after 35 more were selected."),
    ("en.designated.approved-as-new", "Some 445 demonstration bases of new industrialization were established."),
    ("en.designated.organ-named-by-it", "The ministry will set up a humanoid robot committee."),
    ("en.designated.organ-for-it", "The NDRC will set up a department for zero-carbon parks."),
    ("en.designated.organ-founded", "Since May a green manufacturing alliance was inaugurated in Beijing."),
    ("en.designated.selected-for-it", "Hefei will be among the 20 cities selected for smart manufacturing pilots."),
    (
        "en.designated.became-the-first",
        "By the end of May Ningbo became the first pilot city to carry out smart manufacturing.",
    ),
    ("en.designated.cohort-announced", "MIIT will announce the third batch of little giants."),
    ("en.designated.chosen-as", "The ministry will have identified ten cities as pilots of the industrial internet."),
    ("en.designated.noticed", "In line with a notice recognizing green factories in the province, work began."),
    ("en.designated.list-out", "In line with rules the smart factory list issued in May has 12 names."),
    ("en.designated.chosen-by-number", "The ministry will have recognized 12 green factories in Anhui."),
    ("en.designated.published-as-a-list", "The ministry will have released a list of smart factories."),
    ("zh.launched.in-cities", "财政部已累计在98个城市开展中小企业数字化转型试点，改造企业4万家。"),
    ("zh.launched.another-clause", "6G第一阶段技术试验形成了多项储备，近期已启动第二阶段技术试验。"),
    ("zh.launched.carried-on", "今年下半年开始，我国将开展新能源汽车换电模式应用试点。"),
    ("zh.launched.carried-on", "工信部组织开展“5G+工业互联网”融合应用先导区试点工作。"),
    ("zh.launched.nothing-to-go-online", "省里的工业互联网平台上线。"),
    ("zh.launched.planned", "工信部将于三季度启动智能制造试点。"),
    ("zh.progress.foreseen", "到2030年，具身智能产业规模预计将突破80亿元。"),
    ("zh.progress.driven-by-it", "到2030年，在低空经济拉动下，无人机销量增长40%。"),
    ("zh.progress.there-are", "全国将共有178家国家高新区。"),
    ("zh.progress.has-some", "我市将有绿色工厂60家，位置很好。"),
    ("zh.progress.made", "明年，在新材料等产业链，建设20家中试平台。"),
    ("zh.progress.done-earlier", "全县腾出30个厂区，培育新材料、氢能等产业。"),
    ("zh.progress.amid-results", "出口已增长12.5%，投资增长8.7%。二是坚持改革，建设智能工厂。"),
    ("en.launched.in-cities", "China has since May been and is piloting smart manufacturing in 20 cities."),
    ("en.launched.planned", "The city will launch a pilot on the low-altitude economy this year."),
    ("en.mentioned.among-fields", "The city will foster fields such as chips and quantum technology."),
    ("en.mentioned.among-fields", "Robots will be promoted, as well as fields such as quantum technology."),
    ("en.mentioned.described-as", "Drones are regarded as a field of smart manufacturing to be fostered."),
    ("en.designated.on-the-list", "The city strives to be put on the first list of national zero-carbon parks."),
    ("en.designated.on-the-list", "So far 14 plants are on the national list of smart factories."),
    ("en.designated.became-a-pilot", "Wuhu is to become a pilot city for the low-altitude economy."),
    ("en.designated.won-the-title", "The town hopes to have won the title of a national zero-carbon park."),
    ("en.mentioned.driven-by", "Driven by trade-ins of consumer goods, retail sales rose 20 percent."),
    ("en.designated.won-its-name", "Twelve plants will be awarded the national green factory title."),
    ("en.mentioned.reason", "As the rain stopped, China encouraged trials of new quality productive forces."),
    ("en.mentioned.purpose", "To implement Made in China 2025, it will take time."),
    ("en.mentioned.purpose", "To advance new industrialization, these opinions are formulated."),
    ("en.mentioned.at-a-show", "The street has opened, featuring innovations such as a humanoid robot."),
    ("en.mentioned.from-it-to-others", "From hydrogen energy one learns, the list is long."),
    (
        "en.mentioned.with-its-growth",
        "With the rapid development of the low-altitude economy as the main task, work began.",
    ),
    ("en.mentioned.is-such", "The low-altitude economy is a key task."),
    ("zh.issued.comments-on-it", "根据能源局公开征求《新型储能管理办法》意见的安排，专家座谈。"),
    ("zh.issued.herewith", "根据《零碳园区办法》，现公布要求。"),
    ("zh.issued.just-out", "按照9月1日发布的《低空经济方案》，各地开工。"),
    ("zh.issued.tax-changed", "财政部将取消新能源汽车消费税优惠。"),
    ("zh.issued.notice-starts-it", "部里发布通知，支持创建氢能示范区。"),
    ("zh.issued.notice-starts-it", "部里下发通知，加快低空经济、航空等领域攻关。"),
    (
        "en.designated.list-of-those-that-will",
        "So far five ministries have named 20 cities that may build the industrial internet.",
    ),
    ("en.designated.first-of-them", "A center opened in 2019, earlier the first of such smart factories."),
    (
        "en.designated.of-those-on-the-list",
        "Of the 62 plants on last year's list of zero-carbon factories, nine are in Suzhou.",
    ),
    ("zh.designated.zone-founded", "截至去年底，全省已有12家零碳园区挂牌。"),
    ("zh.issued.notice-says-at-once", "去年，省里印发通知，对新能源汽车减半收费。"),
    ("zh.issued.puts-out-its-paper", "工信部将发布工业互联网工作要点。"),
    ("zh.issued.puts-out-its-paper", "抓紧制定出台低空经济支持政策。"),
    ("zh.issued.paper-made-for-it", "为贯彻部署，保障供给，推动低空经济发展，制定本方案。"),
    ("zh.issued.paper-about-it", "工信部将发布关于低空经济的若干通知。"),
    ("zh.issued.its-paper-comes-out", "低空经济发展规划将于年内出台。"),
    ("en.issued.tax-measure", "The premier said the tax on new energy vehicles will be halved."),
    ("en.issued.tax-measure", "Dealers call on the cabinet: the tax on new energy vehicles will be waived."),
    ("en.designated.among-the-new", "So far it is among the newly approved bases of new industrialization."),
    ("en.designated.approved-this-week", "So far the zero-carbon park in Ordos, recognized on Thursday, is small."),
    ("en.designated.placed-on-the-list", "So far Anhui placed 12 plants on the national list of smart factories."),
    ("en.designated.list-is-out", "So far a list of green factories came out on Thursday."),
    ("en.designated.so-many-picked", "So far the province picked twelve hydrogen energy sites."),
    ("en.mentioned.discussed", "The meeting stressed work and discussed hydrogen energy."),
    ("en.mentioned.discussed", "Guests who discussed hydrogen energy will go on with it."),
    ("en.designated.agreed-to-raise", "Since May the cabinet decided to raise two parks to national high-tech zones."),
    ("en.designated.more-of-them", "Another 58 firms will have become national green factories."),
    ("en.designated.by-a-list", "So far six are zero-carbon parks, according to a list issued by the NDRC."),
    ("en.designated.cases-out", 'So far the NDA published 70 model cases of "Data Elements X".'),
    ("en.mentioned.from-one-to-another", "Ten fields will be fostered, from shared plants to smart factories."),
    ("en.mentioned.as-it-grows", "It is growing as well as the new materials industry developed."),
]


def deciding(language: str, text: str) -> set[str | None]:
    """Return the names of the rules by which a text says what it says of its initiatives."""
    return {mention.rule for mention in tag(document(language, text), RULES, NAMER)}


NAMER = rule_namer(RULES.config.words)


@pytest.mark.parametrize("table", TESTED, ids=NAMED)
def test_an_example_is_decided_by_its_row(table: Table) -> None:
    wrong = [(row.name, text) for row in table.rows for text in row.examples if not decides(table, row, text)]
    assert wrong == []


def decides(table: Table, row: Rule, text: str) -> bool:
    """Decide whether a row decides an example; one that is against an act is the first to hold in its table."""
    if row.against:
        return any(table.first(said) == row for said in contexts(row.language, text))
    return row.name in deciding(row.language, text)


@pytest.mark.parametrize("table", TESTED, ids=NAMED)
def test_an_example_with_another_word_is_not(table: Table) -> None:
    """Check that a row needs each of its words: with another in its place the row does not hold."""
    wrong = [(row.name, other) for row in table.rows for other in neighbours(row) if holds(row, other)]
    assert wrong == []


def holds(row: Rule, text: str) -> bool:
    """Decide whether a row holds for a name in a text, whatever comes before it in its table."""
    return any(row.find(said) is not None for said in contexts(row.language, text))


def contexts(language: str, text: str) -> list[TargetContext]:
    """Return each name in a text with the sentence around it, also with each verb of starting."""
    of_text = document(language, text)
    plain = as_read(of_text.text)
    reading = take_apart(of_text, plain, RULES.lexicons[language], RULES.registers[language])
    said = [reading.utterance(Span(hit.start, hit.end)) for hit in find(plain, RULES)]
    return [*said, *(with_verb for one in said for with_verb in each_verb(one))]


@pytest.mark.parametrize(("name", "text"), NEIGHBOURS)
def test_what_only_looks_like_it_is_not_decided_by_the_row(name: str, text: str) -> None:
    table, row = next((table, row) for table in TESTED for row in table.rows if row.name == name)
    assert contexts(row.language, text), "names no initiative"
    assert not decides(table, row, text)


def test_every_exception_has_a_neighbour() -> None:
    """Check that a row with exceptions has a sentence that only they keep from it."""
    for table in TESTED:
        for row in (row for row in table.rows if row.unless):
            assert any(name == row.name for name, _ in NEIGHBOURS) or row.name in SHARED, row.name


# Rows whose exceptions are those of another row, in the same words.
SHARED = {
    "zh.issued.draft-open-for-comments",
    "zh.issued.draft-put-out",
    "zh.issued.draft-shown",
    "zh.issued.asks-for-comments",
    "zh.issued.presents-a-plan",
    "zh.issued.puts-out-what-ends-in-its-paper",
    "zh.mentioned.set-in-motion",
    "zh.mentioned.sped-up-by-a-thing",
    "zh.mentioned.what-a-book-is-good-for",
    "zh.mentioned.spoken-of",
}


def test_two_rows_of_one_name_are_refused() -> None:
    row = Rule("zh.mentioned.a", examples=("a", "b"))
    with pytest.raises(ValueError, match=r"two rows are called zh\.mentioned\.a"):
        Table([row, row])


@pytest.mark.parametrize("examples", [(), ("a",), ("a", "a")])
def test_a_row_without_two_examples_is_refused(examples: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"zh\.mentioned\.a has \d examples?: give it 2"):
        Table([Rule("zh.mentioned.a", examples=examples)])


def test_the_first_row_that_holds_wins() -> None:
    rows = [Rule(f"zh.mentioned.{name}", before=name, examples=("a", "b")) for name in ("发展", "展", "大力…")]
    plain = "要大力发展氢能。"
    of_text = document("zh", plain)
    reading = take_apart(of_text, plain, RULES.lexicons["zh"], RULES.registers["zh"])
    said = reading.utterance(Span(5, 7))
    assert Table(rows).first(said) == rows[0]
    assert Table(rows[::-1]).first(said) == rows[2]
    assert Table([Rule("zh.mentioned.a", before="发", examples=("a", "b"))]).first(said) is None


@pytest.mark.parametrize("scope", [CLAUSE, SENTENCE, WRITTEN])
def test_a_scope_says_where_patterns_look(scope: str) -> None:
    plain = "按照《规划》，各地建设氢能园区，并办学。"
    reading = take_apart(document("zh", plain), plain, RULES.lexicons["zh"], RULES.registers["zh"])
    said = reading.utterance(Span(11, 13))
    assert (said.before, said.after) == ("各地建设", "园区")
    assert Near(before="《规划》……", scope=scope)(said) == (scope == WRITTEN)  # type: ignore[arg-type]
    assert Near(after="园区，并", scope=scope)(said) == (scope != CLAUSE)  # type: ignore[arg-type]
    assert mentioned(said) is None


@pytest.mark.parametrize(
    ("pattern", "language", "expected"),
    [
        ("随着…(发力|见效)", "zh", "随着[^，。；]*(?:发力|见效)"),
        ("……40?指明", "zh", "[^。；]{0,40}?指明"),
        ("…{2,8}为", "zh", "[^，。；]{2,8}为"),
        ("with …30 of ……", "en", "with [^.;,]{0,30} of [^.;]*"),
        (r"\(a\)[(（]b(?!c)(?i:d)", "zh", r"\(a\)[(（]b(?!c)(?i:d)"),
        ("{OPEN}x", "zh", '(?:[“"]?)x'),
    ],
)
def test_the_notation_is_written_out(pattern: str, language: str, expected: str) -> None:
    assert written_out(pattern, language) == expected


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        ("在…(发力|见效)", {"发力", "见效"}),
        ("(推[动进]|加快)了?…园", {"推动", "推进", "加快"}),
        ("发展(?=得)", {"发展"}),
        ("(发展)?建设", {"建设"}),
        ("(发展)+", {"发展"}),
        ("发展|…", set()),
        ("(?i:abc)", set()),
        ("(…6(□□|运行)|需要)", set()),
        ("", set()),
    ],
)
def test_what_a_pattern_needs_is_known(pattern: str, strings: set[str]) -> None:
    assert needed(pattern, "zh") == strings


def test_the_page_of_rules_is_that_of_the_tables() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert page(written) == written, "write it again: python -m bench.rules_page"


def test_a_page_without_a_marker_is_refused() -> None:
    with pytest.raises(ValueError, match="the page has no line"):
        page("# Rules\n")
