"""Rows for a name that accompanies something else: 与 X 联动."""

from tracker.tag.acts.cues import is_asked_for, is_done_for
from tracker.tag.engine import CLAUSE, Near, Rule

# 智慧城市与 X 协同发展第一批试点城市: what is tried.
NAME_OF_A_PILOT = Near(after="协同发展(第[一二三四五]批|首批)?(试点|示范)")

ROWS = (
    Rule("zh.mentioned.balanced", before="处理好……", after="……的关系",
         examples=("要处理好减污降碳和产业链供应链安全、粮食安全的关系。", "要处理好传统产业和未来产业的关系。",
             "处理好电网安全与新型储能发展的关系。")),
    Rule("zh.mentioned.merges-with", after="(、[^，。；、]{1,10})*(加速|加快|深度|不断)?与…{2,14}(融合|结合)",
         scope=CLAUSE, unless=(is_done_for, is_asked_for),
         examples=("近年来，新材料、量子技术加速与生物学融合，测序仪器不断更新。",
             "量子科技、人工智能加速与生命科学融合。", "低空经济深度与文旅产业结合。")),
    Rule("zh.mentioned.partner", before="与[^与]*",
         after="…(结合起来|相?结合|合作|对接|联动|形成合力|协同|一体化|衔接|深度融合|配合|叠加)", scope=CLAUSE,
         unless=(NAME_OF_A_PILOT,),
         examples=("新补贴与正在实施的以旧换新政策叠加。", "要把节能与扩大投资、大规模设备更新等结合起来。",
             "他指出，要促进北斗与低空经济深度融合。", "创建示范区，要与“互联网+”结合，破解瓶颈。")),
)  # fmt: skip
