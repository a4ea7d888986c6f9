"""Rows for visits, new products, and effects of something else: X 等新产品不断涌现."""

from tracker.tag.acts.cues import is_paper, is_wanted_earlier
from tracker.tag.engine import CLAUSE, WRITTEN, Near, Rule

# 创新催生了 X, 不断催生 X。: it has emerged.
HAS_COME_UP = (Near(before="催生了|不断催生", scope=CLAUSE), Near(before="催生", after="$", scope=CLAUSE))
# 完善有利于 X 的制度: a system that is built for it.
BUILT_FOR_IT = Near(before="(完善|建立|健全|制定|出台)有(利|助)于…8", scope=CLAUSE)

OF_VISITS = (
    Rule("zh.mentioned.visited",
         before="(深入(?!实施|推进|开展|推动|落实|贯彻|融合)|走进|走访|考察|来到|实地)…|先后[深到]……",
         after="……24?(企业|单位|院所|现场|实验室|车间|公司)",
         examples=("调研组先后深入电池、轴承等专精特新企业，了解用工情况。", "记者走进一家绿色工厂的车间。")),
)  # fmt: skip
OF_WHAT_COMES_UP = (
    Rule("zh.mentioned.set-in-motion", before="带动…", after="…20等…8(制造业|产业|行业)", scope=CLAUSE,
         unless=HAS_COME_UP,
         examples=("项目已带动管道加工、耐腐蚀新材料、盾构机等制造业。", "大桥开通，带动氢能、物流等产业集聚。",
             "展会带动商业航天等相关产业消费。")),
    Rule("zh.mentioned.sprung-from", before="(催生|涌现)出?…", scope=CLAUSE, unless=(*HAS_COME_UP, is_wanted_earlier),
         examples=("这项技术催生了脑机接口等未来产业。", "海岛上涌现出低空经济新玩法。")),
    Rule("zh.mentioned.springing-up", after="…20等(?!…成果)…14(涌现|迭出|层出不穷|竞相发展)", scope=CLAUSE,
         unless=HAS_COME_UP, examples=("人形机器人等新产品不断涌现。", "量子科技、氢能等领域好消息层出不穷。")),
)  # fmt: skip
OF_EFFECTS = (
    Rule("zh.mentioned.brought-by-a-thing",
         before="(融合|应用|技术|突破|普及|创新|成立|落地|[56]G)(将|可|能够|有望)…30|(有助于|有利于)…30", scope=CLAUSE,
         unless=(BUILT_FOR_IT,), examples=("5G与人工智能的融合将加速新型工业化。", "降低电价有利于新型储能。")),
    Rule("zh.mentioned.sped-up-by-a-thing", before="(融合|应用|技术|突破)(将|可|能够|有望)……40，加速…8",
         unless=(BUILT_FOR_IT,),
         examples=("5G与算力的融合将加速智慧社会建设，加速中国新型工业化进程。",
             "这一突破有望降低成本，加速人形机器人普及。")),
    Rule("zh.mentioned.what-a-book-is-good-for", before="(出版|发行|问世)，(将|必将)?(有助于|有利于)……",
         unless=(BUILT_FOR_IT,),
         examples=("这本教材的发行，有助于广大干部学习理论，坚定信心，加快推进新型工业化。",
             "《读本》的出版，有助于凝聚共识，推进新型工业化。", "丛书问世，有利于普及知识，服务数字中国。")),
)  # fmt: skip
OF_CALLS = (
    Rule("zh.mentioned.who-may-apply", text="案例[。；：]?$|(申报|推荐)的…20项目|可(独立|单独|直接)?(推荐|申报)",
         scope=WRITTEN, when=(is_paper,),
         examples=("关于征集典型案例的通知\n一、新型储能典型案例。",
             "关于组织申报技术攻关项目的通知\n从事量子科技研究的单位可单独申报。")),
)  # fmt: skip
