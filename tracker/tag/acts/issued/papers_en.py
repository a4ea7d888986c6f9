"""Rows by which an English sentence of news reports that a paper on the initiative was issued."""

from tracker.tag.acts.cues import MANY_HAVE_ISSUED, is_news
from tracker.tag.acts.issued.releases_en import (
    is_a_choice,
    is_near_a_tax_measure,
    is_not_new,
    is_put_out_before,
    is_put_out_behind,
)
from tracker.tag.engine import SENTENCE, Near, Rule, Table

ITS_NAME = r"\b(issued|released|unveiled|published|promulgated) [\"'《]"
ASKED = "consultations?|comments?|opinions?|feedback|input|public reviews?"
OPEN = r"(open|out|up) for (public |open )?(comments?|consultations?|feedback|review)"
PAPER = "[Gg]uidelines?|[Pp]lan|[Rr]ules|[Mm]easures|[Ss]tandards?|[Rr]egulations?|[Pp]rovisions|[Cc]atalog(ue)?"
MORE = "[Cc]onditions|[Cc]riteria|[Ss]pecifications"

TABLE = Table(
    [
        Rule(
            "en.issued.choice",
            when=(is_a_choice,),
            against=True,
            examples=(
                "The State Council issued a notice that two parks were upgraded to national high-tech zones.",
                "A hydrogen energy alliance was founded in Wuhan under a plan issued on Monday.",
            ),
        ),
        Rule(
            "en.issued.notified-as-follows",
            before=r"\bmatters?\b……40\b(concerning|on|regarding|related to|about)\b……80",
            after=r"……80\bnotified as follows",
            examples=(
                "The related matters on the industrial internet are notified as follows.",
                "The relevant matters on building zero-carbon parks are notified as follows.",
            ),
        ),
        Rule(
            "en.issued.by-issuing-it",
            before=r"\bby (jointly |formally |officially )?(issuing|releasing|publishing) (an?|the|its|their) ……120",
            examples=(
                "The ministry started trials by issuing a notice on intelligent connected vehicles on Friday.",
                "Hefei went ahead by publishing its plan for the low-altitude economy.",
            ),
        ),
        Rule(
            "en.issued.notice-with-its-number",
            text=r"^\W*(Notice|Circular|(Implementation |Guiding )?Opinions|Announcement) (on|of|regarding|concerning) "
            r"[^.;]{4,240}(〔(19|20)\d\d〕|\[(19|20)\d\d\]|\((19|20)\d\d\)) ?(No\.? ?)?\d",
            examples=(
                "Notice on Launching the 2025 Initiative for Smart Factories Gongxin Han 〔2025〕 No. 51",
                "Opinions on Hydrogen Energy Fagai Nengyuan [2024] No. 12",
            ),
        ),
        Rule(
            "en.issued.lists-work-to-foster-it",
            before=r"\b(issued|released|published|unveiled) an? ([\w-]+ ){0,2}"
            r"([Pp]lan|[Gg]uideline|[Nn]otice|[Rr]oad ?map) (that|which) (list|set|outline|map|lay)s?( out)? ……90"
            r"\bto (foster|boost|promote|develop|support|advance) ……30",
            examples=(
                "The agency has published an action plan that lists tasks until 2027 to foster commercial space firms.",
                "Hefei released a road map that sets out steps to boost its quantum technology.",
            ),
        ),
        Rule(
            "en.issued.name-of-a-study",
            before=ITS_NAME,
            after=r"[^\"'》.;]{0,40}\b(Report|Index|White Paper)\b",
            against=True,
            examples=(
                'The newly published "Digital China Development Report" counts more users.',
                'Experts cite the recently released "Hydrogen Energy White Paper" of 2024.',
            ),
        ),
        Rule(
            "en.issued.name-of-the-paper",
            before=ITS_NAME,
            examples=(
                'The State Council issued "Made in China 2025" this week.',
                'The cabinet unveiled "AI Plus" measures on Monday.',
            ),
        ),
        Rule(
            "en.issued.tax-measure",
            when=(is_news, is_near_a_tax_measure),
            unless=(
                # Will be extended, the premier said in the work report: words on a measure to come.
                Near(text=r"\b(work report|[Pp]remier|[Mm]inister|speech|address to)\b"),
                Near(
                    text=r"\b(?i:consider|study|studies|studying|call|urge|suggest|propose|expect|may|could|whether)"
                    r"\w*\b"
                ),
            ),
            examples=(
                "China extends the purchase tax exemption for new energy vehicles to 2027.",
                "The tax on new energy vehicles bought by then will be halved.",
            ),
        ),
        Rule(
            "en.issued.draft-for-comments",
            before=r"\b[Dd]rafts?\b……120",
            after=r"……120\b((for|began|started|invit\w+|solicit\w*|seek\w*) public (comments?|opinions?|feedback)|"
            rf"{OPEN})\b",
            when=(is_news,),
            examples=(
                "Draft rules on hydrogen energy are out for comment.",
                "The draft of the standard on smart manufacturing was opened for public comment.",
                "The bureau completed a draft law on hydrogen energy and invited public opinions.",
            ),
        ),
        Rule(
            "en.issued.comments-opened",
            before=r"\b(open(ed|s)?|launch(ed|es)|began|start(ed|s)|seek(s|ing)?|solicit(ed|s|ing)?|invit(ed|es|ing))\b"
            rf"……30\b({ASKED})\b……30\b(on|of) (the|an?|its|draft)\b……80",
            after=rf"……60\b({PAPER}|[Oo]pinions|{MORE})\b",
            when=(is_news,),
            examples=(
                "The ministry opened a consultation on the hydrogen energy safety rules.",
                "The NDRC invited comments on an industrial internet plan.",
                "The ministry opened a public review of the hydrogen energy plan.",
            ),
        ),
        Rule(
            "en.issued.out-for-comments",
            after=rf"…40\b({PAPER}|{MORE})\b…20\b{OPEN}\b",
            when=(is_news,),
            unless=(Near(before=r"\b(will|to|shall|may|not)\b…60"),),
            examples=(
                "The NEA put its hydrogen energy plan out for public consultation.",
                "The ministry's smart manufacturing guidelines are open for feedback.",
            ),
        ),
        Rule(
            "en.issued.comments-on-its-paper",
            before=r"(?i:\b(consult(ation|s|ed|ing)*|comments?|opinions?|feedback|suggestions|views)\b……30 "
            r"(on|about|for) ((the|an?|its|draft|revised|\w+) ){0,6}"
            rf"({PAPER}|{MORE}|draft) (for|on|of|to)\b……60)",
            when=(is_news,),
            examples=(
                "MIIT is soliciting public opinion on draft conditions for smart factories.",
                "The bureau gathers views on revised standards for new energy vehicles.",
            ),
        ),
        Rule(
            "en.issued.no-new-paper",
            when=(is_not_new,),
            against=True,
            examples=(
                "A plan on the low-altitude economy was released in 2021.",
                "So far 22 standards have been issued on the industrial internet.",
            ),
        ),
        Rule(
            "en.issued.put-out-by-many",
            before=f"{MANY_HAVE_ISSUED}……",
            scope=SENTENCE,
            against=True,
            examples=(
                "Several cities, among them Shenzhen, have introduced policies on the low-altitude economy.",
                "More than 20 provinces have issued plans for hydrogen energy.",
            ),
        ),
        Rule(
            "en.issued.puts-out-its-paper",
            when=(is_put_out_before,),
            examples=(
                "The State Council issued a guideline on the low-altitude economy on Monday.",
                "Two ministries have published standards for hydrogen energy.",
            ),
        ),
        Rule(
            "en.issued.its-paper-is-out",
            when=(is_put_out_behind,),
            examples=(
                "A plan on the low-altitude economy was released on Monday.",
                "The guideline for the industrial internet, jointly issued by two ministries, lists six tasks.",
            ),
        ),
    ]
)
