"""Rows by which an English sentence reports a start."""

from tracker.tag.acts.cues import is_dated_back
from tracker.tag.acts.designated.choices import ENGLISH_ORGAN, tells_no_news
from tracker.tag.acts.launched.verbs import (
    follows_the_name,
    has_an_old_year,
    is_a_declared_word,
    is_to_begin,
    names_a_body,
    was_in_another_month,
)
from tracker.tag.engine import BETWEEN, VERB, WRITTEN, Near, Rule

LOOKS_BACK = Near(text=r"\b(so far|has|have|since)\b")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMED_TIME = Near(
    text=rf"\b([Tt]his|[Nn]ext) (year|month|week|quarter|autumn|spring)|\b([Ii]n|[Ff]rom|[Ss]tarting) (early |"
    rf"late |mid-)?"
    rf"(20\d\d|{MONTHS}|the (first|second) (half|quarter) of (the|this|next) year|"
    rf"the (second half|(first|second|third|fourth|final) quarter))|"
    rf"\b[Oo]n ({MONTHS})\b|\bwithin the year\b",
    scope=WRITTEN,
)
LAST_YEAR = r"…60\blast year\b(?! (level|period))"
# Will start A this year and expects B to grow: a second verb, with an object of its own.
SECOND_VERB = (
    r";|(\band|,) (also )?(eyes|targets|looks|expects?|plans?|aims?|hopes?|seeks?|vows?|intends?|expected|planned|"
    r"aimed|is|are|has|have|will)\b|"
    r"\b(this year|next year|in ([A-Z]\w+ )?20\d\d|in [A-Z]\w+),? and (also )?(?!\w+ing\b)[a-z]+\b"
)

WITHOUT_A_VERB = (
    Rule("en.launched.dated-back", when=(is_dated_back,), against=True,
         examples=("In 2023年2月 MIIT launched a smart manufacturing campaign.",
             "Of 2024年1月: the NDA launched a pilot on data elements.")),
    Rule("en.launched.no-news", when=(tells_no_news,), against=True,
         examples=("Notice on Pilot Projects\nArticle 1 A smart manufacturing pilot was launched.",
             "Notice on Pilot Cities\nArticle 1 A low-altitude economy campaign was launched.")),
    Rule("en.launched.in-cities", before=r"\b(is|are) piloting ……60",
         after=r"……160\bin \d+ (\w+ )?(cities|provinces|regions)\b", unless=(LOOKS_BACK,),
         examples=("China is piloting vehicle-road-cloud integration in 20 cities.",
             "The ministry is piloting smart manufacturing in 12 coastal provinces.")),
    Rule("en.launched.approved-for-trials", before=r"\b(approved|cleared|authori[sz]ed|allocated) ……60\bfor ([\w-]+ )?",
         after=r" (technology |technical |field )?(trials?|tests?|testing|experiments?)\b",
         examples=("MIIT has approved the 6 GHz band for 6G technology trials.",
             "The regulator cleared two routes for low-altitude economy trials.")),
    Rule("en.launched.applications-open",
         before=r"\b[Aa]pplications (are |now )*(open|opened|begin|began) for ……60|"
         r"(?<!will )(?<!to )\b(opens?|opened|starts?|started|begins?|began|invites?|invited|calls for) (the )?"
         r"(applications|entries|nominations|submissions|selection) (for|of) ……60",
         examples=("Applications open for the second batch of zero-carbon parks.",
             "The NDRC invites applications for zero-carbon parks.", "MIIT starts selection of smart factories.")),
    Rule("en.launched.system-announced",
         before=r"\b(announced|unveiled|rolled out|put in place) (an?|its|the country's) …40"
         r"\b(system|platform|registry|scheme|mechanism) for (\w[\w-]* ){0,2}",
         examples=("China has announced a digital ID system for domestically-made humanoid robots.",
             "The ministry has put in place a registry for intelligent connected vehicles.")),
)  # fmt: skip
NOT_ITS_START = (
    Rule("en.launched.entity-inaugurated", text="^inaugurated$", scope=VERB, when=(names_a_body,), against=True,
         examples=("A national manufacturing innovation center was inaugurated in Wuhan.",
             "The province inaugurated three zero-carbon parks.")),
    Rule("en.launched.body-beside-it", text=rf"^…14\b({ENGLISH_ORGAN})\b", scope=BETWEEN, against=True,
         examples=("A 6G working group kicked off in Beijing.", "A hydrogen energy alliance commenced work.")),
    Rule("en.launched.its-purpose", scope=BETWEEN, against=True,
         text=r"\bas (a )?part of (its|their|the|wider|broader|China's) ([\w-]+ ){0,2}(efforts?|drive|push|bid) to\b",
         examples=("China will start a plan this year as part of its efforts to modernize the industrial system.",
             "The ministry launched a fund on Monday as a part of the wider drive to build smart factories.")),
    Rule("en.launched.by-others", text=r"\b(batch|cohort|list|group) of\b|\b(urging|calling on|asking)\b",
         scope=BETWEEN, against=True,
         examples=("An association kicked off an initiative urging all NEV makers to compete fairly.",
             "MIIT kicked off an appraisal for a fourth batch of green factories.")),
    Rule("en.launched.only-among", scope=BETWEEN, against=True,
         text=r"^[^.;,]{0,60}? among (the|its|their) ([\w-]+ ){0,3}({AREAS})\b",
         examples=("Work to set up zones, with humanoid robots among the first fields, will start this year.",
             "A school festival, with quantum technology among its areas, was launched on Monday.")),
    # A fund is begun, and not what its money goes to.
    Rule("en.launched.fund-for-it", text=r"\bfunds?\b.*\bto \w", scope=BETWEEN, against=True,
         examples=("China launched a venture capital fund on Friday to steer money into future industries.",
             "Hunan launched two funds to back sectors such as hydrogen energy.")),
    Rule("en.launched.too-far", text=rf"^[\s\S]{{81}}|{SECOND_VERB}", scope=BETWEEN, against=True,
         examples=("The city will start a pilot this year and expects smart manufacturing to grow.",
             "Guangdong launched a trade week in May and promoted the low-altitude economy.")),
    Rule("en.launched.in-an-old-year", scope=VERB, when=(has_an_old_year,), against=True,
         examples=("In March 2023, MIIT launched a smart manufacturing campaign.",
             "The zero-carbon park program launched in 2021 covers six provinces.")),
    Rule("en.launched.since-then", before=r"\b[Ss]ince\b…40|\b[Ss]ince (\w+ )?20\d\d\b……90", scope=VERB, against=True,
         examples=("Growth has come since the country began a plan on data as a factor of production.",
             "Since the ministry launched the smart manufacturing campaign, output has grown.")),
    Rule("en.launched.into-space", before=r"\b(rockets?|satellites?|spacecraft|probes?)\b…20", scope=VERB, against=True,
         examples=("Commercial spaceflight grew, and rockets were launched one after another.",
             "Commercial space firms in Hainan saw two satellites launched.")),
    Rule("en.launched.launches-counted", text="^launches$",
         before=r"(\d|\b(of|the|its|their|orbital|space|commercial|satellite|rocket|more|and|successful)) ", scope=VERB,
         against=True,
         examples=("China's commercial space firms carried out 23 launches in the first half.",
             "Commercial space firms made nine successful launches.")),
    Rule("en.launched.of-another-month", scope=VERB, when=(was_in_another_month,), against=True,
         examples=("A notice will support the trade-in program launched by the cabinet in March.",
             "The smart manufacturing campaign launched in May covers ten cities.")),
    Rule("en.launched.last-year", after=LAST_YEAR, scope=VERB, against=True,
         examples=("A project launched last year has eight computing hubs.",
             "The smart manufacturing campaign was launched in Hefei last year.")),
    Rule("en.launched.it-last-year", after=LAST_YEAR, scope=BETWEEN, against=True,
         examples=("MIIT launched more services for firms that take up smart manufacturing of any kind late last year.",
             "The ministry kicked off a pilot for provinces and cities on the low-altitude economy late last year.")),
    Rule("en.launched.in-a-year", before=", ", after=r" in (\w+ )?20\d\d\b", scope=VERB, against=True,
         examples=("The trade-in program, launched in 2025 with bonds, has covered new goods.",
             "The smart manufacturing campaign, kicked off in August 2025, covers ten cities.")),
    Rule("en.launched.so-many", after=r"\s+((over |more than |a total of |some |about |nearly )?\d|in areas such as\b)",
         scope=VERB, against=True,
         examples=("A number of programs have been launched in areas such as textiles and green manufacturing.",
             "The province has launched more than 40 smart manufacturing projects.")),
    # "a plan to" is struck out
    Rule("en.launched.something-else", text=", $", after=r" (an?|another) …{2,60}\b(to|for|on|aimed)\b| □",
         scope=(BETWEEN, VERB), when=(follows_the_name,), against=True,
         examples=("We sped up a unified national market, launched a plan to help firms, and cut taxes.",
             "The city promoted smart manufacturing, launched another campaign for road safety, and built schools.")),
    Rule("en.launched.began-to", text="^beg[ua]n$", after=r" (to \w|drafting\b|work(ing)? on\b)", scope=VERB,
         against=True,
         examples=("The NEA began drafting a plan for hydrogen energy.",
             "The city has begun to take in smart manufacturing firms.")),
    Rule("en.launched.which-was", before=r"\b(which|that) (was|were)( first)? ", scope=VERB, against=True,
         examples=("It is part of the smart manufacturing campaign that was launched in Hefei.",
             "The trade-in scheme which was first launched in Wuhan goes on.")),
    Rule("en.launched.already", before=r"\balready (been )?(\w+ly )?", scope=VERB, against=True,
         examples=("Carriers have already launched services for smart manufacturing projects.",
             "A pilot on the low-altitude economy has already been launched in Hefei.")),
    Rule("en.launched.planned", scope=VERB, when=(is_to_begin,), unless=(NAMED_TIME,), against=True,
         examples=("The city will launch a pilot on the low-altitude economy.",
             "MIIT plans to kick off a smart manufacturing campaign.")),
)  # fmt: skip
STARTED = (
    Rule("en.launched.begun", scope=VERB, when=(is_a_declared_word,),
         examples=("MIIT launched a smart manufacturing campaign on Monday.",
             "Anhui kicked off a pilot on the low-altitude economy.")),
    Rule("en.launched.to-begin", text=r"^(will|shall|to|take the lead)\b", scope=VERB,
         examples=("The city will launch a pilot on the low-altitude economy this year.",
             "MIIT is to start a campaign on smart manufacturing next month.")),
    Rule("en.launched.start-announced", text=".", scope=VERB,
         examples=("MIIT called for applications for bio-manufacturing pilot platforms.",
             "Officials announced the launch of a smart manufacturing campaign.")),
)  # fmt: skip
