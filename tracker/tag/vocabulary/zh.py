"""Chinese words that rows share: `{BEING}` in a row stands for what is written here."""

FRAGMENTS = {
    "BEING": r"(?<![要还但别其就而只若凡不总真一二三四五六七八九十])是(?!否)",
    "CLOSE": '[”"]?',
    "DOCUMENT": "意见|方案|规划|计划|措施|办法|条例",
    "ISSUE": "印发|发布|下发|公布|出台",
    "LATELY": "近日|日前|今[天日]|昨[天日]",
    # An act of many is not a paper of one body.
    "NOT_BY_MANY": "(?<!密集)(?<!纷纷)(?<!陆续)(?<!相继)",
    "OPEN": '[“"]?',
    "PROMOTE": "部署|推动|推进|支持|加快|促进|鼓励",
    "SINCE_OUT": r"以来|[\d一二两三四五六七八九十半几]+[个多]*[年月周]多?来",
}
