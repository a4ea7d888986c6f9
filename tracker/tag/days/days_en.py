"""Rows by which a day in an English text is, or is not, the day of an act."""

from tracker.tag.days.day_context import is_a_weekday, is_of_publication, is_whole_at_the_head
from tracker.tag.engine import Near, Rule

DATELINE = r"\s{0,4}(,?\s{0,4}\[?\d{4}\]?)?\s{0,4}([:：]|\([A-Z]\w+\)|--|—)|,?\s*(20\d\d)?\)\s+[A-Z]"
STAMP = r"(\s{0,4}\d{1,2}[:：]\d{2}([:：]\d{2})?)?\s{0,4}([|｜]\s?)?([Ss]ource|[Uu]pdated|[Ee]ditor)\s?[:：]"
WIRE = r"(,? \d{4})? ?(\(\w+\) ?)?(--|—)[^\n]{0,400}?"

# Not its day: stamps, datelines and days to come.
HEADS = (
    Rule("en.day.in-effect", before=r"\b(effect|force|effective|compared with|than)( on| from)? ", against=True,
         examples=("The rule took effect on April 1, 2025.", "The fee is lower than on August 20.")),
    Rule("en.day.stamp", after=STAMP,
         against=True,
         examples=("A page of September 2, 2025 20:00 Source: Some Daily.", "Posted on August 30, 2025 | Editor: Li.")),
    # Robot Weekly · May 28, 09:08, at the end of a line of a feed.
    Rule("en.day.stamp-of-a-feed", after=r",? \d{1,2}:\d{2}(?=\s*(\n|$))", against=True,
         examples=("Trade grew in spring.\nRobot Weekly · August 30, 09:08\nThe fair is open.",
             "wire · news · Sep 1, 01:14")),
    Rule("en.day.dateline", after=DATELINE, against=True,
         examples=("BEIJING, Sept. 2 (Xinhua) -- Trade grew.", "WUHAN, Aug. 30 -- The plant is open.")),
    # Machine translation: News on September 10, the ministry said.
    Rule("en.day.news-on", before=r"(^|[.)\n]\s*)(News|Report) on ", against=True,
         examples=("News on September 1, the ministry said that trade grew.",
             "Report on August 30, the city is at work.")),
    # A journey that began on Tuesday and concluded on Wednesday is reported with its last day.
    Rule("en.day.journey-begun", before=r"\b(began|begins|started|starts|kicked off|opened) (on )?",
         after=r"[^.;]{0,12}\band (\w+ly )?(concluded|ended|ends|closed|finished|wrapped up)\b",
         against=True,
         examples=("His visit began on Monday and concluded on Tuesday.",
             "The fair opened on Sunday and ended on Monday.")),
    # A paper that was signed on the 21st and made public on the 26th.
    Rule("en.day.before-it-was-made-public", against=True,
         after=r"[^.;]{0,160}\b((which|it|that) (was|were)|and)( \w+)? made public (only )?on ",
         examples=("The cabinet signed a document on August 21, announcing it, which was made public on August 26.",
             "The plan was adopted on Friday and made public on Monday.")),
    Rule("en.day.weekday-to-come",
         before=r"\b(will|shall|is to|are to|(due|set|scheduled|slated) to)\b"
             r"((?!\b(said|says|announced|told|according)\b)[^.;,]){0,160}",
         when=(is_a_weekday,), unless=(is_of_publication,), against=True,
         examples=("The ministry will issue a plan on Friday.", "The fair is to open in Wuxi on Tuesday.")),
)  # fmt: skip
OF_THE_ACT = (
    # During a session held on Friday; a letter to the summit that opened Friday.
    Rule("en.day.of-the-occasion",
         before=r"^\W*((At|During)\b[^.;]*|"
             r"(The|An?) [^.;]{0,80}\b(meeting|symposium|conference|session),?( which was)?) held (on )?",
         examples=("During a session held on Friday, he called for it.",
             "The meeting held on August 29 set the course.")),
    Rule("en.day.letter-to-an-opening", before=r"\bletter to\b[^.;]*\bopen(ed|s)( on)? ",
         examples=("Xi sent a letter to the summit that opened Monday.",
             "He wrote a letter to the fair, which opens on Tuesday.")),
)  # fmt: skip
OF_ANOTHER = (
    # The forum opened on Thursday. Ding attended the opening ceremony and said.
    Rule("en.day.opening", before=r"\bopen(ed|s|ing)( in [A-Z]\w+)? (on )?", against=True,
         unless=(Near(after=r"[\s\S]{0,180}?"
             r"\b(congratulatory (letter|message)|opening ceremony|addressed the opening)\b"),),
         examples=("The forum, which opened in Beijing on September 1, heard him.", "The plant opened on Monday.")),
)  # fmt: skip
# The days on which a page says that its own paper was released.
RELEASED = (
    Rule("en.released.on", before=r"\b(released|issued|published|unveiled|made public) on ",
         examples=("The plan, released on August 30, sets targets.", "The notice was made public on August 28, 2025.")),
)  # fmt: skip
ON_A_WIRE = (
    Rule("en.wire.statement-to-the-press", after=rf"{WIRE}\b(press|news) (conference|briefing)\b",
         examples=("BEIJING, Sept. 2 (Xinhua) -- Trade grew, Li said at a press conference.",
             "Wuhan, Sept. 1 -- He spoke at a news briefing.")),
    Rule("en.wire.speech-at-an-event", after=rf"{WIRE}\b[Aa]t (a|an|the) …100\b(forum|conference|summit|meeting|"
         r"symposium|expo)\b……200\b(said|reported|announced|noted|stated)\b",
         examples=("Shanghai, Sept. 2 (Xinhua) -- At the sub-forum of the expo, an official reported steady growth.",
             "BEIJING, Sept. 1 -- At a meeting on trade, Li said that sales grew.")),
    Rule("en.wire.article", after=rf"{WIRE}\bwrote in an article\b",
         examples=("BEIJING, Sept. 2 -- Trade grew, Li wrote in an article.",
             "Wuhan, Sept. 1 (Xinhua) -- The mayor wrote in an article that it grew.")),
)  # fmt: skip
# With its whole date it is the day of words, however long ago: On August 30, 2016, the ministry announced.
RECALLED = (
    Rule("en.recalled.announced",
         after=r",? [^.;]{3,400}?\b(announced|said|pledged|proposed|vowed|declared|held|convened)\b",
         when=(is_whole_at_the_head,),
         examples=("On August 30, 2016, the NEA announced a plan.",
             "On May 4, 2019, the city said that it would build.")),
)  # fmt: skip
