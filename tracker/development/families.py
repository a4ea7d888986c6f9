"""Name issuers that number their papers in one sequence: departments put their own sign into the body's number.

Of 2023 the industry ministry's papers are, by day of signing, 工信部联科 109 (18 July) and 118 (3 August), 工信部科 122
(15 August) and 193 (20 October), 工信部联科 249 (12 December). Its letters (函) and its office's papers are numbered
separately. The NDRC's (of 2025 发改环资 910, 发改能源 1250, 发改价格规 1607) and the science ministry's papers share a
sequence in the same way. Bodies whose departments number separately (财建) are not families, nor are bodies whose
practice we do not know.
"""

import re

ANY = "…"
# A department's sign. A decree and a telegram are other papers, and 发改委, 发改局 are bodies.
_NO_DEPARTMENT = r"(?!(?:令|电|公告|通告)$)"
_SIGN = r"[\u4e00-\u9fff]"
FAMILIES = {
    "发改办…": re.compile(rf"发改办{_NO_DEPARTMENT}{_SIGN}{{2,5}}"),
    "发改…": re.compile(rf"发改(?![委局办]){_NO_DEPARTMENT}{_SIGN}{{2,5}}"),
    "工信部…函": re.compile(rf"工信部{_NO_DEPARTMENT}联?{_SIGN}{{1,4}}函"),
    "工信部…": re.compile(rf"工信部{_NO_DEPARTMENT}联?{_SIGN}{{1,4}}"),
    "工信厅…函": re.compile(rf"工信厅{_NO_DEPARTMENT}联?{_SIGN}{{1,4}}函"),
    "工信厅…": re.compile(rf"工信厅{_NO_DEPARTMENT}联?{_SIGN}{{1,4}}"),
    "国科发…": re.compile(rf"国科发{_NO_DEPARTMENT}{_SIGN}{{1,3}}"),
}


def family(issuer: str) -> str:
    """Return the name of the sequence that an issuer numbers its papers in: `发改…` of 发改能源, or its own name."""
    return next((name for name, members in FAMILIES.items() if members.fullmatch(issuer)), issuer)
