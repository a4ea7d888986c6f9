"""Rows by which a quantity in a Chinese sentence counts the name that follows it."""

from tracker.tag.engine import Rule
from tracker.tag.figures.quantity_context import is_a_count, is_a_share, is_money

SERVED = (
    # Meets the needs of so many of the thing: the subject serves them.
    Rule("zh.counted.served", before="(满足|服务|支撑)了?[超近约]?过? ?",
         examples=("充电桩满足8000万辆新能源汽车需求。", "这条地铁服务了约30家智能工厂的工人。")),
)  # fmt: skip
# Of those that were chosen for the name, or took part in it, and the money for it.
CHOSEN = (
    Rule("zh.counted.taking-part", after="(消费者|企业|用户|家电|产品)?(申领|申请|参与|享受)[^，。；、]{0,14}$",
         when=(is_a_count,),
         examples=("全市5万名消费者申领消费品以旧换新补贴。", "运动会上，300名用户参与人形机器人接力。")),
    Rule("zh.counted.chosen", when=(is_a_count,),
         after="(企业|单位|园区|城市|项目|工厂)"
               "(入选|获评|获批|上榜|列入|通过|达到|被认定为|被评为|被列为)[^，；、]{0,14}$",
         examples=("全市25家企业入选智能工厂。", "据新华社，两个城市被列为国家级低空经济示范区。")),
    Rule("zh.counted.to-become", after="(企业|公司|单位|园区|城市)……50(将?成为|入选)…14$", when=(is_a_count,),
         examples=("本市4328家单位已经通过审核，待完成程序后，将成为零碳园区。",
             "旅行社说，3座城市办过多届灯会，今年成为低空经济试点。")),
    Rule("zh.counted.chosen-as",
         before="(确定|遴选|认定|批准|同意|支持|选取|选定|公布)了?(首批|第[一二三四五六]批|共)?",
         after="(（[^）]*）)?[\u4e00-\u9fff]{2,8}(（[^）]*）)?(为|作为|成为|(继续)?开展|建设|创建|纳入|列入)…14$",
         when=(is_a_count,),
         examples=("五部门确定了20个城市（联合体）为新能源汽车试点城市。", "教育厅选取12所中学开展人形机器人教学。")),
    # 确定8家车企，将在三地开展X试点.
    Rule("zh.counted.who-will-do-it", when=(is_a_count,),
         before="(确定|遴选|选定|选取|批准|同意|支持)…40",
         after="[\u4e00-\u9fff]{0,18}(企业|车企|单位|主体|联合体|团队|社团|平台)，(将|可)……60"
               "(开展|展开|进行|启动|承担|推进)…14$",
         examples=("四部门确定8家车企，将在三个城市开展智能网联汽车试点。",
             "学校选定12个社团，将于周末进行人形机器人表演。")),
    # 625亿元国债支持X.
    Rule("zh.counted.money-for-it", after="…24，?(专项)?(用于|支持|投向|投入|补贴)…24$",
         when=(is_money,),
         examples=("3000亿元资金专项用于推动大规模设备更新政策。", "基金会捐款200万元，用于量子科技奖学金。")),
)  # fmt: skip
BEHIND = (
    # 200个智能车间、X: one count of things of a kind.
    Rule("zh.counted.with-its-like", after="[\u4e00-\u9fff]{2,6}(车间|园区|基地|平台|工厂|中心)[、和]$",
         when=(is_a_count,),
         examples=("新建200个智能车间、智能工厂。", "记者走访了40个物流园区和零碳园区。")),
    Rule("zh.counted.with-other-firms", after="(以上|左右)?[\u4e00-\u9fff]{2,8}企业[、和]$", when=(is_a_count,),
         examples=("培育100家以上创新型中小企业、专精特新企业。", "展会上有30家外贸企业和专精特新企业设摊。")),
    # 150家以上专业水平高、服务能力强的X.
    Rule("zh.counted.with-qualities", after="(以上|左右)?[\u4e00-\u9fff、]{2,20}的\"?$", when=(is_a_count,),
         examples=("培育150家以上专业水平高、服务能力强的智能工厂。", "景区接待了30个来自各地的人形机器人。")),
    # 14个省份实现了X全覆盖: the provinces are counted.
    Rule("zh.counted.places", after="(省份|省区|县|乡镇|区县)", against=True,
         examples=("还有14个省份实现了智能工厂全覆盖。", "暴雨中，6个乡镇多家智能工厂停电。")),
)  # fmt: skip
BREAKS = (
    Rule("zh.counted.interrupted", against=True,
         text="[，,、；;：:。（）()\n与]|(?<!工业)(?<!发展)(?<!住房)和|以及|围绕|面向|针对",
         examples=("三家电信企业围绕智能工厂等布局。", "画家用80支笔，为低空经济作画。")),
)  # fmt: skip
SHARES = (
    Rule("zh.counted.share-of", after=r"\s*(的|以上新增)", when=(is_a_share,),
         examples=("园区聚集了70%的国家制造业创新中心。", "调查显示，30%的专精特新中小企业有食堂。")),
)  # fmt: skip
