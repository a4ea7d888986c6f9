"""Rows for a name that is the means, context or purpose of something else: integrating X, meeting the growth of X."""

from tracker.tag.engine import Near, Rule

# Driven by the trade-in program, sales rose 20 percent: what the policy has brought.
SOLD_BY_IT = Near(
    text=r"(?i:\b(?:trade-ins?|equipment (?:renewals?|upgrad\w+|updates?)|replacement)\b)……"
    r"\b(rose|grew|reached|surpassed|exceeded|topped|hit|jumped|climbed|surged|increased)\b…40\d"
)

# China aims to make progress, with the expansion of X: a part of the plan.
PLANNED_WITH_IT = Near(
    before=r"\b(aims? (to|for|at)|will|plans? to|striv\w+ to|vow\w* to|is to|are to)\b[^.;]*, with the ([\w-]+ ){0,3}"
    r"\w+ of …"
)

ROWS = (
    Rule("en.mentioned.through-technologies",
         before=r"\b(through|by means of|using) ([\w-]+ ){0,2}(technologies|tools|materials) (such as|like|"
             r"including)\b……",
         examples=("The mills have grown through technologies such as robotics and new materials.",
             "The mills cut costs using digital tools like sensors and the industrial internet.")),
    Rule("en.mentioned.used-to", before=r"\b(us(e|ing)|appl(y|ying)|utiliz(e|ing)|leverag(e|ing)|harness(ing)?) ……60",
         after=r"([^.;]|etc\.){0,24} to (\w+ly )?"
             r"(reduce|improve|enhance|raise|cut|optimize|upgrade|transform|solve|address)\b",
         examples=("Guide firms to use sensors, the industrial internet, etc. to reduce risks.",
             "Guide firms to use the industrial internet to reduce risks.",
             "Hospitals are using embodied AI to improve care.")),
    Rule("en.mentioned.integrated-with", before=r"\b(integrat\w+|combin\w+) (of …{3,60} )?with ……",
         after=r"……60\bother (sectors|fields|industries|technologies)\b|…20\btechnologies\b|"
             r"[\"”]? (and …{3,50} )?(initiative|action|campaign|drive|projects)s?\b",
         examples=("They will promote the integration of energy technology with sensors, new materials and other "
             "technologies.",
             "Maps should be deeply integrated with drones, the low-altitude economy and other sectors.",
             "The system should be integrated with smart manufacturing and other sectors.",
             "Tourism was combined with the low-altitude economy and other industries.")),
    Rule("en.mentioned.with-its-growth", before=r"\b[Ww]ith the ([\w-]+ ){0,3}"
             r"(development|growth|popularization|advance|advancement|rise|expansion) of …",
         after=r"(?! as (the|its|their) (main|key|core))",
         unless=(PLANNED_WITH_IT,),
         examples=(
             "With the rapid development of the industrial Internet, data security issues have become prominent.",
             "With the rapid development of the low-altitude economy, pilots are sought after.",
             "With the rise of humanoid robots, new trades have appeared.")),
    Rule("en.mentioned.put-to-use-in",
         before=r"\b(applications?|use|adoption|promotion) of ([\w-]+ ){1,4}in ([^.;]*, )?([\w-]+ ){0,3}",
         after=r"(, [^.;]{2,60}?)? and other ([\w-]+ ){0,2}(fields|areas|sectors|industries|scenarios)\b",
         examples=("It will deepen the application of artificial intelligence in hospitals, smart manufacturing and "
             "other fields.", "He praised the use of large models in smart manufacturing and other fields.",
             "The adoption of digital twins in high-tech zones and other areas went well.")),
    Rule("en.mentioned.for-sectors",
         before=r"^For ([\w-]+ ){0,3}(sectors|industries|fields|areas)( such as|,? including)\b……",
         after=r"……, (an?|the|some|many|\w+s) ",
         examples=("For sectors such as new energy vehicles, the mills have rolled the first special steels.",
             "For new sectors such as commercial spaceflight, the mill has developed special steel.",
             "For growing fields including humanoid robots, some schools train fitters.")),
    Rule("en.mentioned.who-buys",
         before=r"\b(consumers?|residents?|buyers?|individuals?|owners?|those|people) (who |that |buying )"
             r"([^.;]*\b(buys?|purchases?|bought|purchased) )?(an? |new |their )*",
         after=r"……\b(subsid|voucher|discount)\w*\b",
         examples=("Most consumers who bought new energy vehicles got a subsidy.",
             "All residents buying new energy vehicles may ask for a discount.")),
    Rule("en.mentioned.to-meet-its-growth",
         before=r"\b(capable of (supporting|meeting|serving)|built to (\w+ly )?(support|serve))\b……|"
             r"\bto serve ((?! and (promote|support|build|advance|accelerate|foster|boost|drive)\b)[^.;,]){0,30}|"
             r"\bmeet(ing|s)? (the )?(\w+ )?(needs|demands?|requirements) (of|for)\b…|"
             r"\bfor every [\d,]+ |\bto (meet|cater to|keep pace with|cope with|adapt to)\b…",
         examples=("We will nurture jobs to serve emerging industries and industries of the future.",
             "There should be one charging station for every 2,000 new energy vehicles.",
             "The state trains workers, better meeting the needs of developing new quality productive forces.",
             'To carry out the plans of the State Council, meet the requirements of the "AI Plus" Opinions, and '
             "protect data, the office issued rules on archives.",
             "China will build more chargers to meet the growth of new energy vehicles.",
             "The network is capable of meeting the charging demand of 40 million NEVs.")),
    Rule("en.mentioned.part-of-efforts", before=r"\b(is|are) (mainly )?responsible for\b……|"
             r"\bas part of ([\w'-]+ ){0,4}(efforts?|push|plans?|drive|bid|campaign|pursuit|strategy)\b……|"
             r"\bwhich (will|would|can|could) help\b……|"
             r"\b(and|to|will|can|would) contribute to (the |its |China's )?(building|goals?|aims?|vision|cause)\b……",
         examples=("The new bureau is responsible for sharing data and for the building of a Digital China.",
             "Measures came out on Monday as part of efforts to build a modern industrial system.",
             "It will back small firms, which will help enhance the resilience of industrial chains.")),
    Rule("en.mentioned.good-for",
         before=r"\b[Tt]h(is|e) (discovery|finding|deposit|breakthrough|acquisition|publication|program|film|event|"
             r"exhibition|listing(?! standards| rules))\b……\b(will|would|can)\b……",
         examples=("This discovery will support emerging industries including new materials.",
             "The discovery will benefit humanoid robots.",
             "This film would please friends of commercial spaceflight.")),
    Rule("en.mentioned.driven-by",
         before=r"\b([Dd]riven|fueled|fuelled|propelled) (up )?by\b…|\b[Aa]mid (the )?[\"'“]?|"
             r"\b[Aa]t a time when …|\b(such as|like|including) those (of|in)\b……", unless=(SOLD_BY_IT,),
         examples=("The sector grew 14 percent, driven by the faster rollout of computing power.",
             'Amid the "AI Plus" wave, the output of memory chips jumped 43 percent.',
             "It will explore replacing loads, such as those of zero-carbon parks, with green power.",
             "Driven by new energy vehicles, copper prices climbed.",
             "Amid the low-altitude economy boom, a club took to gliding.")),
    Rule("en.mentioned.suggestions-on", before=r"\breport(ed|s) to …{3,40} on\b…|"
             r"\b(made|offered|gave|put forward) (\w+ )?(suggestions|proposals) (around|on|about|for|covering)\b……|"
             r"\b(potential|prospects) (of …40 )?in\b……",
         examples=("A deputy reported to the president on promoting new industrialization.",
             "China has a good foundation and growth potential in the fields of the industrial internet and big data.",
             "Places named batteries in their plans, telling of their potential in new energy vehicles.",
             "Members made suggestions on hydrogen energy.", "She sees the potential of graphene in humanoid robots.")),
    Rule("en.mentioned.serves", before=r"\b(form|lay|laid|build)(s|ing)? (an? )?(\w+ )?foundations? for\b…|"
             r"\b(geared|oriented|tailored|catering) to(wards?)? ……|^(Founded|Based) on …|"
             r"\bso as to provide ……\bfor\b……\bpowerhouse\b……|"
             r"\b(offering|providing|injecting|lending|laying|adding) …50"
             r"\b(ground|foundations?|impetus|momentum|support|guarantees?|vitality|drive|strength|conditions|room) "
             r"(for|to|into)\b…|" r"^The (\w+ )?(integration|combination|application|adoption) of ……\bwill\b……",
         examples=("It set up courses that are geared to future industries and other fields.",
             "The rules call for tests, offering a broad ground for new quality productive forces.",
             "Clusters have emerged everywhere to form a solid foundation for new industrialization.",
             "The integration of sensors and clouds will speed up the construction of digital China and bring jobs.",
             "The courses are tailored to smart manufacturing.",
             "Its deserts are vast, offering ample room for new energy storage.")),
    Rule("en.mentioned.by-means-of",
         before=r"\b(drawing|capitalizing|relying) on (its|their|the)\b((?!\b(will|is|are|has|have|to)\b)[^.;])*|"
             r"\b(bring\w* into (full )?play|giv\w+ (full )?play to|leverag\w+)\b…40"
             r"\b(roles?|advantages?|strengths?|functions?) of (the )?([\w-]+ ){0,2}|"
             r"\bthrough (a |the )?(synergy|combination|joint use) of\b……|"
             r"\bby (integrating|combining|implementing policies such as|utilizing|leveraging|harnessing|"
             r"making use of|" r"taking advantage of)\b…",
         examples=("Industry will go green by implementing policies such as large-scale equipment renewal.",
             "It is necessary to bring into play the supporting role of the unified national market.",
             "The city is drawing on its strengths, including its computing infrastructure, to develop translation.",
             "We will create jobs through a synergy of start-ups and Internet Plus.",
             "The firm cut costs by harnessing the industrial internet.")),
    Rule("en.mentioned.together-with", before=r"\b(together|along|coupled|combined|in tandem) with (the )?[\"'“]?|"
             r"^(Together|Coupled|Combined|Superimposed|Along) with (the )?…|"
             r"\bopportunit\w+ (presented|brought|offered|created|provided)( about)? by …|" r"^Behind\b……\blies?\b……|"
             r"\bwith (policies|measures|programs) (already|currently) in (place|force)……|"
             r"\bwith (existing|ongoing|current) ([\w-]+ ){0,3}(such as|like|including)\b……",
         examples=('Together with the "AI Plus" action of eight departments, a system has taken shape.',
             "It will seize the opportunities brought by large-scale equipment renewal and hire.",
             "Behind this growth lies a plan of laying networks and advancing Digital China.",
             "The two loans will form a set with policies already in place such as trade-ins of consumer goods.",
             "The strategy, together with Internet Plus, will support young firms.",
             "The town lives on opportunities brought by commercial spaceflight.")),
)  # fmt: skip
