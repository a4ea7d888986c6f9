"""Test the papers of English news, which its headline or opening introduces, in many words."""

from datetime import date

import pytest

from tests.tag.sayings import said

FRIDAY = date(2025, 9, 5)
# The act, the initiative, the headline and the text.
NEWS = [
    ("issued", "low-altitude-economy", "Hunan maps out future for drones",
     "CHANGSHA, Sept. 4 (Xinhua) -- Central China's Hunan province on Thursday unveiled a three-year plan to open "
     "its skies to small aircraft.\n\nThe document, known as the Low-Altitude Economy Action Plan, says that 500 "
     "landing sites will be built by 2027."),
    ("issued", "smart-manufacturing", "Ministry sets course for factories of tomorrow",
     'China has a new blueprint for its factories.\n\nTitled "Smart Manufacturing Development Plan for 2026-2030",'
     " the document was published by the Ministry of Industry and Information Technology on Thursday and sets 12 "
     "targets."),
    ("issued", "ai-plus", "Beijing bets on algorithms",
     "BEIJING, Sept 4 (Newswire) - China's cabinet on Thursday published long-awaited guidelines on the use of "
     'algorithms across the economy.\n\nThe policy, called "AI Plus", wants 70 percent of firms to use agents by '
     "2027."),
    ("issued", "equipment-renewal", "China to spend more on old machines",
     "China on Thursday released a package of steps to lift demand, state media reported.\n\nUnder the package, "
     "which goes under the name of large-scale equipment renewal, factories get cheap loans."),
    ("issued", "data-elements-x", "Three-year plan for data",
     "Seventeen government departments published a three-year plan on Thursday to put data to work in "
     'industry.\n\nThe plan, dubbed "Data Elements X", picks 12 fields.'),
    ("issued", "hydrogen", "New rules for clean fuel",
     "The plan was issued on Thursday by the National Energy Administration.\n\nTitled Guiding Opinions on Hydrogen "
     "Energy, the document sets three goals."),
    ("issued", "hydrogen", "Shandong to exempt clean trucks from tolls",
     "Trucks that run on hydrogen fuel will pay no tolls in Shandong for two more years, the provincial transport "
     "department said in a notice on Thursday."),
    ("issued", "new-energy-vehicles", "China extends tax break",
     "Buyers of new energy vehicles need not pay purchase tax until the end of 2027, the Ministry of Finance said "
     "in a statement released jointly with two other bodies on Thursday."),
    ("issued", "new-energy-storage", "China aims for 180 GW of batteries",
     "China plans to have 180 gigawatts of new-type energy storage by 2027, the state planner said on Friday in an"
     " action plan that is its first for the sector."),
    ("issued", "low-altitude-economy", "Hubei publishes roadmap for low-altitude economy",
     "Wuhan and Xiangyang will be the two centers of Hubei's low-altitude economy, a provincial roadmap "
     "shows.\n\nThe document, which runs to 2030, calls for 600 take-off sites."),
    ("issued", "commercial-space", "Hainan reveals plan for commercial space",
     "Wenchang is to host a rocket town with 200 firms, a plan of the province shows.\n\nThe text, put online by "
     "the provincial government on Thursday, lists ten projects."),
    ("issued", "quantum", "Anhui reveals action plan for quantum technology",
     "Anhui's quantum firms will number 150 by 2027, the text says."),
    ("issued", "six-g", "China unveils roadmap for 6G",
     "By 2030 the first networks should carry traffic, the industry ministry says."),
    ("issued", "anti-involution", "Regulator moves against race to the bottom",
     "China's market regulator ordered platforms on Thursday to end \"involution-style\" competition.\n\nIn a notice"
     " published on its website, the State Administration for Market Regulation said that subsidies below cost "
     "would be looked into."),
    ("issued", "anti-involution", "Solar makers warned over price wars",
     "BEIJING, Sept 4 (Newswire) - China's industry ministry and five other bodies told solar makers on Thursday "
     'to end disorderly price competition, their latest step against "involution".\n\nIn a joint circular, they '
     "said that tenders must not be won below cost."),
    ("issued", "ai-manufacturing", "Guangdong issues measures to bring AI into manufacturing",
     "Guangdong province on Thursday made public 15 measures.\n\nThey include vouchers for computing power and "
     "prizes for agents in AI-powered manufacturing."),
    ("issued", "little-giants", "Help for small firms",
     "Small firms with a niche will get more help in Jiangsu.\n\nA document issued by the provincial government on"
     ' Thursday sets out how it will cultivate specialized and sophisticated "little giants" through 2027.'),
    ("issued", "charging-infrastructure", "Shenzhen wants faster plugs",
     "The city will have 1,000 supercharging stations by 2026, says an implementation plan on high-power charging "
     "infrastructure that its development commission released on Thursday."),
    ("issued", "hydrogen", "Top-level design for hydrogen energy landed",
     'The National Development and Reform Commission printed and distributed the "Middle and Long Term Planning of'
     ' Hydrogen Energy Industry Development" on September 4, which makes clear the direction of the industry.'),
    ("issued", "green-manufacturing", "Heavy! Green factory new rules come",
     'Recently, the Ministry of Industry and Information Technology issued the "Interim Measures for Gradient '
     'Cultivation and Management of Green Factories", and the reporter noted that it has five chapters.'),
    ("issued", "zero-carbon-parks", "What is in the rules on zero-carbon parks?",
     "The notice on building zero-carbon parks, which three ministries published on Thursday, has eight tasks. "
     "Parks need an energy intensity of 0.2."),
    ("issued", "industrial-internet", "China eyes wider use of industrial internet",
     "BEIJING, Sept. 4 (Xinhua) -- China will set up at least 100 pilot cities for the industrial internet by "
     "2027, according to guidelines jointly unveiled by eight departments on Thursday.\n\nThe guidelines also call"
     " for more smart factories."),
    ("issued", "computing-infrastructure", "China to link its computing hubs",
     "The country's scattered data centers are to be knitted together, under a plan that the National Data "
     "Administration and two other agencies have drawn up and made public.\n\nThe action plan on the "
     "interconnection of computing power runs until 2028."),
    ("issued", "new-materials", "Jiangxi rules on rare earths",
     "Jiangxi's government has passed a set of measures meant to help makers of new materials, the provincial "
     "daily reported on Friday."),
    ("issued", "little-giants", 'MIIT revises yardstick for "little giants"',
     'The Ministry of Industry and Information Technology has revised the criteria by which it recognizes "little '
     'giant" firms.\n\nThe new interim measures took effect on Thursday, the day of their release.'),
    ("issued", "hydrogen", "Inner Mongolia frees green hydrogen from red tape",
     "Makers of green hydrogen in Inner Mongolia no longer need a permit for dangerous chemicals, under rules that"
     " the autonomous region brought in on Thursday."),
    ("issued", "bio-manufacturing", "Client alert: new bio-manufacturing rules",
     "On 2 September 2025, MIIT and NDRC promulgated the Notice on Launching the Cultivation of Pilot "
     "Bio-manufacturing Platforms (the Notice). This alert sums up its main points."),
    ("issued", "data-elements-x", "Ministries set out how data shall flow",
     'The NDA on Thursday laid down ground rules for public data.\n\nThe document, entitled "Implementation Plan '
     'for Data Elements X", lists 20 scenes.'),
    ("issued", "digital-china", "Work points for Digital China",
     "The National Data Administration's work plan for Digital China came out on Thursday, with 40 targets."),
    ("issued", "six-g", "Frequencies for 6G",
     "The industry ministry has allotted the upper six-gigahertz band to 6G, a regulation published on Thursday "
     "shows."),
    ("issued", "unified-market", "Guide says what local governments must not do",
     "Local governments may no longer lure firms with tax breaks, according to a trial guide on building a unified"
     " national market that the state planner issued on Thursday."),
    ("issued", "smart-manufacturing", "Standards for smart manufacturing",
     "A guide to building the standards system for smart manufacturing, 2025 edition, has been jointly released by"
     " MIIT and the Standardization Administration."),
    ("issued", "quantum", "Hefei adopts law on quantum",
     "Hefei's legislature on Thursday adopted regulations on the promotion of quantum technology, the first of "
     "their kind in China."),
    ("issued", "high-tech-zones", "New rules for high-tech zones",
     "The science ministry has overhauled the way it grades national high-tech zones, publishing a new evaluation "
     "scheme on Thursday."),
    ("issued", "manufacturing-services-integration", "Beijing's two-industry plan",
     "The capital on Thursday came out with a plan to fuse advanced manufacturing with modern services."),
    ("issued", "commercial-space", "Space agency sets course",
     "The China National Space Administration has released a two-year action plan to spur the safe growth of "
     "commercial spaceflight."),
    ("issued", "future-industries", "Shanghai's bets",
     "Shanghai plans to build five clusters of future industries, an action plan released by the city's economy "
     "and informatization commission on Thursday showed."),
    ("issued", "zero-carbon-parks", "NDRC: zero-carbon parks",
     "Three departments issued a notice on Thursday on the building of zero-carbon parks, and provinces may "
     "nominate two each."),
    ("issued", "robot-plus", "Seventeen ministries on robots",
     'Robots will move into farms and clinics under an action plan dubbed "Robot Plus" that 17 ministries '
     "published on Thursday."),
    ("issued", "ai-plus", "Cabinet opinions on AI",
     "China's State Council has published its opinions on deepening the \"AI Plus\" action. By 2030 the intelligent "
     "economy is to be a growth pole."),
    ("issued", "anti-involution", "Price law to be changed",
     "China has made public a draft amendment to its Price Law that would outlaw sales below cost, in a move "
     'against "involution". Comments may be sent until October.'),
    ("issued", "new-energy-vehicles", "Tax break for cars",
     "China will halve the purchase tax on new energy vehicles in 2026 and 2027, according to an announcement by "
     "the Ministry of Finance and two others on Thursday."),
    ("issued", "low-altitude-economy", "Sichuan opens its sky",
     "CHENGDU -- Drones and air taxis will get their own traffic rules in southwest China's Sichuan, which on "
     "Thursday became the latest province to put out a plan for the low-altitude economy."),
    ("issued", "new-energy-storage", "Storage makers get marching orders",
     "Eight ministries want storage makers to stop copying each other.\n\nTheir joint action plan on new-type "
     "energy storage manufacturing, out on Thursday, calls for three to five leading firms by 2027."),
    ("issued", "humanoid-robots", "Beijing backs humanoids with cash",
     "Beijing's economy bureau has come up with 30 measures to support the makers of humanoid robots, from free "
     "computing time to prizes of 10 million yuan."),
    ("issued", "sme-digitalization", "Help with going digital",
     "The Ministry of Finance and MIIT jointly released a notice on the digital transformation of small and "
     "medium-sized enterprises in cities, local media said Friday."),
    ("issued", "industrial-chain-resilience", "New law guards supply chains",
     "China's top legislature voted on Thursday to adopt a law that aims to keep industrial and supply chains "
     "secure."),
    ("issued", "digital-real-integration", "MIIT: real economy meets digital",
     "MIIT recently put forward guiding opinions on the deep integration of the digital economy and the real "
     "economy, which set out 14 tasks."),
    ("issued", "modern-industrial-system", "Guangdong's industrial blueprint",
     "Guangdong has drawn up a blueprint for a modern industrial system. The text, released on Thursday by the "
     "provincial government, sets 20 goals."),
    ("issued", "intelligent-connected-vehicles", "Rules of the road for smart cars",
     "From next July, new cars with assisted driving must meet a mandatory national standard on intelligent "
     "connected vehicles that the industry ministry issued on Thursday."),
    ("issued", "hydrogen", "Guangzhou hydrogen steps",
     "A hydrogen bus in Guangzhou may soon cost its buyer a third less. The city's development commission on "
     "Thursday announced subsidies for hydrogen energy in a set of measures valid for three years."),
    ("issued", "ai-manufacturing", "Memo: AI in factories",
     'On September 3, MIIT and seven other PRC agencies issued Implementation Opinions on the "AI + Manufacturing"'
     ' Special Action (the "Opinions"), effective immediately. Below we outline what matters to foreign '
     "manufacturers."),
    ("issued", "charging-infrastructure", "Plan to double charging capacity",
     "BEIJING, Sept. 4 (Xinhua) -- China plans to have 28 million charging facilities by the end of 2027, "
     "according to an action plan unveiled on Thursday.\n\nThe plan on charging facilities was jointly released by"
     " six departments including the NDRC."),
    ("issued", "green-manufacturing", "MIIT takes stock",
     "The Ministry of Industry and Information Technology has rewritten the rules for green factories. Under the "
     "interim measures, which were made public on Thursday, a factory is to be checked every three years."),
    ("issued", "computing-infrastructure", "Computing power bulletin",
     "MIIT has asked provinces to link up idle servers in an action plan for the interconnection of computing "
     "power, which it released on Friday."),
    ("issued", "future-industries", "Zhejiang",
     "In a plan for future industries issued on Thursday, Zhejiang names nine fields."),
    ("issued", "life-sciences", "Suzhou",
     "Suzhou Industrial Park has launched a five-year plan for life sciences."),
    ("issued", "made-in-china-2025", "Beijing's ten-year plan",
     'China has launched a ten-year plan, "Made in China 2025", to turn itself into a strong maker of goods, the '
     "State Council said on Thursday."),
    ("issued", "data-elements-x", "Data rules",
     'The "Data Elements X" three-year action plan was made public by the National Data Administration and 16 '
     "other departments on Thursday."),
    ("issued", "manufacturing-innovation-centers", "New handbook",
     "MIIT has issued revised measures for the assessment of national manufacturing innovation centers."),
    ("issued", "bio-manufacturing", "Shenzhen bets on bugs",
     "Shenzhen's bio-manufacturers may claim up to 15 million yuan each, according to the city's newly published "
     "measures on bio-manufacturing."),
]  # fmt: skip


@pytest.mark.parametrize(("act", "initiative", "headline", "text"), NEWS)
def test_the_paper_of_news_is_issued(act: str, initiative: str, headline: str, text: str) -> None:
    assert said(text, initiative, headline, FRIDAY).act == act
