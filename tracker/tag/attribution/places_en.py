"""Rows by which a place that an English text names acts or speaks, or is only named."""

from tracker.tag.attribution.voice_context import (
    is_before_a_word_of_acting,
    is_its_own_office,
    is_the_capital,
    names_only_places,
    stands_for_the_government,
)
from tracker.tag.engine import CLAUSE, OWN, SENTENCE, Rule

ROWS = (
    # Another body wants it to act.
    Rule("en.place.object",
         before="(want|urged|called on|encouraged|asked|told|required|allow|instructed|from|support|encourage|guide|"
             "urge|help|require) ",
         scope=CLAUSE, against=True,
         examples=("The MIIT urged Jiangsu to develop hydrogen energy.",
             "The plan will help Hefei in quantum technology.")),
    # Ten zones, Wuhan's East Lake among them; a list unveiled in Nanjing: where it is, not who acts.
    Rule("en.place.among-them", after=r"\w*['’]s [A-Z][^.;]{2,80}? among (them|others)\b", scope=SENTENCE, against=True,
         examples=("Ten zones, Wuhan's East Lake among them, develop quantum technology.",
             "Old forts, Hefei's South Gate among them, house smart manufacturing.")),
    # Local authorities were asked to build X; guidelines that bar local governments from X; money given to them.
    Rule("en.place.object-of-a-rule",
         before=r"\b(what|bar|bars|barred|ban|bans|banned|let|lets|require[sd]?|oblige[sd]?|remind(s|ed)?|warn(s|ed)?|"
             r"g(i|a)ven?|giving|handed|allocated|distributed|transferred) (to )?(its |their |the |all |many |some )?",
         scope=CLAUSE, against=True,
         examples=("The rules bar local governments from giving aid to smart manufacturing.",
             "The ministry has given Henan the money for trade-ins.")),
    Rule("en.place.was-asked",
         after=r"(( \w+)? (governments?|authorities|officials))?\s(were|are|was|is|have been|has been) (also )?"
             r"(told|asked|urged|required|ordered|instructed|encouraged|barred|banned|reminded|warned|allowed|given)\b",
         scope=SENTENCE, against=True,
         examples=("Local authorities were asked to add charging stations.",
             "Hubei has been asked to try out smart manufacturing.")),
    Rule("en.place.ours", when=(is_its_own_office,),
         examples=("Hydrogen energy in our province is growing.", "In our city, smart manufacturing is known.")),
    # Hosted by the municipal governments of Chongqing and Tianjin.
    Rule("en.place.office-of",
         before=r"(?i:\b(governments?|authorities|commissions?|bureaus?|departments?) (of|in) (\w+ and )?)",
         scope=SENTENCE,
         examples=("Hosted by the governments of Chongqing and Tianjin, the fair shows hydrogen energy.",
             "The bureau of Wuhan spoke of smart manufacturing.")),
    Rule("en.place.government",
         after=r"\w+ (government|authorit|[Mm]ayor|[Gg]overnor)(?! efforts)|"
             r"\w+('s)?( ([Pp]rovincial|[Mm]unicipal))? (People's Government|Party Committee|authorities|"
             r"([Cc]ommission|[Dd]epartment) (of|for)|[Bb]ureau of|Development and Reform Commission|"
             r"\w+ (commission|bureau|department)\b)|(?!Beijing)\w+'s (?=[\w-]+)",
         scope=OWN,
         examples=("The fair of the Jiangsu government shows hydrogen energy.",
             "Hefei's quantum technology is known.")),
    Rule("en.place.acts-by-its-word", when=(is_before_a_word_of_acting,), unless=(stands_for_the_government,),
         examples=("Shenzhen issued a plan on hydrogen energy.", "Anhui Province will foster quantum technology.")),
    # In Jiangsu, X were built; but in Hefei, the minister said: another one acts there.
    Rule("en.place.scene", before=r"^In (\w+ China's )?",
         after=r"( [Pp]rovince| [Cc]ity)?, "
             r"(?!where\b|which\b|the (ministry|commission)\b|an? (\w+ )?(company|firm|plan)\b)",
         scope=SENTENCE, when=(names_only_places,), unless=(is_the_capital,),
         examples=("In Jiangsu, hydrogen energy is on the rise.",
             "In east China's Anhui Province, smart manufacturing grew.")),
)  # fmt: skip
