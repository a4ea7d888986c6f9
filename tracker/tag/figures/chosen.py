"""Recognise that a count is of those who were chosen for an initiative: 25 firms were named as X, 家企业入选X."""

import re

LONGEST = 260
# Places, firms and works that a selection may choose; officials and ministries are not among them.
ENTITY = (
    r"(?:cit(?:ies|y clusters)|towns|counties|districts|provinces|regions|areas|places|localities|sites|parks|zones|"
    r"bases|clusters|companies|firms|enterprises|businesses|SMEs|makers|manufacturers|carmakers|automakers|"
    r"consort(?:iums|ia)|institut(?:ions|es)|universities|hospitals|plants|factories|workshops|platforms|laboratories|"
    r"labs|centers|centres|projects|applicants|candidates|bidders|cases|models|products|teams|units|entities|groups|"
    r"ports|pilots|scenarios|villages)"
)
GONE_THROUGH = (
    r"(?:selected|picked|chosen|named|listed|approved|cleared|recogni[sz]ed|certified|designated|accredited|rated|"
    r"confirmed|shortlisted|admitted|accepted|added|put|placed|included|enrolled|awarded|given|granted|won|made it|"
    r"entered|joined|earned|gained|received|obtained|upgraded|promoted|elevated)"
)
# Nine makers in the south, three of which are new, have been picked for ...
HAVE_BEEN = re.compile(
    rf"\s?(?:[\w'’&-]+,? ){{0,5}}?{ENTITY}\b(?: (?:of|in|from|across) [^,;.]{{2,60}}?)?(?:, [^;.]{{3,110}},)?"
    r"(?: (?:have|has|had|were|was|are|will|be|been|also|now|newly|jointly|just|recently)){0,5} "
    rf"{GONE_THROUGH}\b(?: (?:approval|backing|support|the (?:title|status|nod|label)|an? (?:place|spot)|places))?"
    r"(?: (?:to|as|for|in|into|on|onto|among|under|by|of)|(?<=joined)|(?<=entered)) [^;.]{0,90}",
    re.IGNORECASE,
)
# 25 firms were selected for the list of X; 25家企业入选X.
CHOSEN = re.compile(
    r"\s?[a-z]+ (?:(?:have been|has been|were|are|will be) )?"
    r"(?:selected|named|listed|approved|chosen|put|included|placed) (?:for|as|in|into|on|among) "
    r"(?!an? (?:report|article|study|survey)\b)[^,;.]{0,60}"
    r"|\s?[a-z]+(?:, in [^.;]{3,80},)? (?:are|were|made|joined|entered)(?: now| also)?(?: on| among| in)? the "
    r"(?:\w+ )?(?:national )?(?:list|shortlist|batch|group|ranks) of [^,;.]{0,40}"
    r"|\s?[a-z]+ (?:have |has |had )?(?:\w+ly )?(?:passed|obtained|met|completed|achieved|received|gained) "
    r"(?:the |an? )?(?:\w+ )?(?:standards?|certifications?|assessments?|evaluations?|accreditations?|appraisals?) "
    r"(?:for|of|in|on) [^,;.]{0,40}"
    r"|\s?(?:people|consumers|buyers|companies|firms|enterprises)\b[^,;.]{0,30} (?:applied for|benefited from|joined|"
    r"took part in|signed up for|received|used|claimed|redeemed|turned to)\b[^,;.]{0,60}"
    r"|\s?(?:[\w-]+ ){1,4}(?:were|have been|had been|are) (?:sold|bought|purchased|replaced|renewed|traded in|scrapped|"
    r"exchanged|subsidi[sz]ed) (?:[^,;.]{2,40} )?(?:under|through|thanks to|with the help of) [^,;.]{0,40}"
    r"|(?:消费者|企业|用户|家电|产品)?(?:申领|申请|参与|享受)[^，。；、]{0,14}"
    r"|(?:企业|单位|园区|城市|项目|工厂)(?:入选|获评|获批|上榜|列入|通过|达到|被认定为|被评为|被列为)[^，；、]{0,14}",
    re.IGNORECASE,
)
# Select 30 cities as sites to pilot X, give its backing to five areas to set up X; 确定20个城市为X试点.
CHOOSES = re.compile(
    r"\b(?:(?:select|choos|chose|approv|designat|list|recogni[sz]|certif|nam|pick|clear|ask|allow|invit|back)\w*"
    r"|(?:backing|approval|nod|consent|go-ahead|green light|permission|support) to)"
    r"(?: (?:a total of|the first|about|around|another|up to|some|over|more than|at least|an additional)){0,2} $"
    r"|(?:确定|遴选|认定|批准|同意|支持|选取|选定|公布)了?(?:首批|第[一二三四五六]批|共)?$",
    re.IGNORECASE,
)
BECOME = re.compile(r"(?:企业|公司|单位|园区|城市)[^。；]{0,50}(?:将?成为|入选)[^，。；]{0,14}")
AS = re.compile(
    r"\s?(?:[a-z-]+ ){1,4}(?:[^,;.]{0,40}\b)?(?:as|for|where|to (?:be|build|pilot|become|join|carry out|start|set up|"
    r"host|run|try out|test|found|establish|open|develop|create|lead|take part in)) [^,;.]{0,60}"
    r"|(?:（[^）]*）)?[\u4e00-\u9fff]{2,8}(?:（[^）]*）)?(?:为|作为|成为|(?:继续)?开展|建设|创建|纳入|列入)[^，。；]"
    r"{0,14}",
    re.IGNORECASE,
)
NOT_CHOSEN = re.compile(r"\s?(?:[\w-]+ ){0,3}(?:ministr|agenc|department|official|mayor|minister|expert|bodies)")


def is_chosen(before: str, between: str) -> bool:
    """Decide whether a count after `before` is of those chosen for what follows `between`."""
    if len(between) > LONGEST or NOT_CHOSEN.match(between):
        return False
    return bool(
        CHOSEN.fullmatch(between)
        or HAVE_BEEN.fullmatch(between)
        or BECOME.fullmatch(between)
        or (CHOOSES.search(before) and AS.fullmatch(between))
    )
