"""Test the starts, lists, plans and results of English news in many words."""

from datetime import date

import pytest

from tests.tag.sayings import said

FRIDAY = date(2025, 9, 5)
# The act, the initiative, the headline and the text.
NEWS = [
    ("launched", "data-elements-x", "Contest begins",
     'The fourth "Data Elements X" competition got going in Guiyang on Thursday.'),
    ("launched", "data-elements-x", "Contest opens",
     "The city's own \"Data Elements X\" contest will open in October."),
    ("launched", "robot-plus", "Season starts",
     'A "Robot Plus" application season opened in Hangzhou on Thursday, with 200 firms taking part.'),
    ("launched", "industrial-chain-resilience", "Forum",
     "In the second half of the year, a special action to make industrial and supply chains more resilient will be"
     " started, he said."),
    ("launched", "smart-manufacturing", "Campaign",
     "The ministry has set the ball rolling on a smart manufacturing campaign in ten provinces."),
    ("launched", "sme-digitalization", "Drive",
     "A drive to speed up the digital transformation of small and medium-sized enterprises got under way in Hubei "
     "on Thursday."),
    ("launched", "ai-manufacturing", "Tour",
     'A nationwide "AI + Manufacturing" tour set off from Suzhou on Thursday.'),
    ("launched", "low-altitude-economy", "Trials",
     "Six cities will begin low-altitude economy trials next month, an official said."),
    ("launched", "equipment-renewal", "New round",
     "A fresh round of consumer goods trade-ins was started in Shanghai on Thursday."),
    ("launched", "six-g", "Trial",
     "China has entered the second phase of its 6G technical trials, which began on Thursday."),
    ("launched", "ai-manufacturing", "Drive",
     "MIIT on Thursday fired the starting gun for a campaign to bring large models into manufacturing."),
    ("launched", "new-energy-vehicles", "Caravan",
     "This year's campaign to sell new energy vehicles in the countryside began in Kunming on Thursday."),
    ("launched", "digital-china", "Contest",
     "Registration for the Digital China innovation contest is now open."),
    ("launched", "zero-carbon-parks", "Applications",
     "The NDRC has begun to take applications from parks that wish to become zero-carbon parks."),
    ("launched", "robot-plus", "Robots",
     'From next month, a "Robot Plus" pilot will be carried out in 20 hospitals.'),
    ("launched", "industrial-internet", "Action",
     "A special action to bring the industrial internet into parks will be launched in the fourth quarter, the "
     "vice minister said."),
    ("launched", "hydrogen", "Corridor",
     "Trials of hydrogen energy trucks on the highway from Chongqing to Qinzhou started on Thursday."),
    ("launched", "equipment-renewal", "Shanghai",
     "Shanghai has resumed its consumer goods trade-in program as of Thursday."),
    ("launched", "anti-involution", "Action",
     "The market regulator on Thursday opened a six-month campaign against involution-style competition in the "
     "food delivery trade."),
    ("launched", "smart-manufacturing", "Drive",
     "Hebei on Thursday rolled out a campaign to turn 500 workshops into smart factories."),
    ("launched", "low-altitude-economy", "Pilot",
     "A pilot program for the low-altitude economy gets under way in Hefei next month."),
    ("launched", "unified-market", "Checks",
     "The market regulator has embarked on a campaign to clear obstacles to a unified national market."),
    ("launched", "digital-china", "Action",
     "The ministry announced the start of this year's Digital China action for villages."),
    ("launched", "data-elements-x", "Call",
     "The NDA on Thursday called for entries to this year's \"Data Elements X\" contest."),
    ("launched", "ai-plus", "Season",
     'Shanghai on Thursday kicked off an "AI Plus" consumption season.'),
    ("designated", "little-giants", "Ministry lists small champions",
     "The Ministry of Industry and Information Technology put on public display on Thursday a list of 3,000 "
     'companies that form the seventh batch of "little giants".'),
    ("designated", "little-giants", 'Six Ningbo firms become "little giants"',
     "Six companies in Ningbo have been recognized as national \"little giants\", the city's bureau of economy said "
     "on Thursday.\n\nThe list was published by the Ministry of Industry and Information Technology on Sept 1."),
    ("designated", "green-manufacturing", "Wuxi adds green plants",
     "A total of 42 plants in Wuxi have been included in the 2025 list of green factories, the Ministry of "
     "Industry and Information Technology announced on Thursday."),
    ("designated", "smart-manufacturing", "Eight plants win top rating",
     "Eight factories in Hefei were included this week in the list of excellence-level smart factories published "
     "by the Ministry of Industry and Information Technology."),
    ("designated", "smart-manufacturing", "China names 99 projects",
     "The industry ministry on Thursday released a list of 99 demonstration projects in smart manufacturing, "
     "following 97 a year earlier."),
    ("designated", "ai-pilot-zones", "Three more cities for AI",
     "Ningbo, Xiamen and Kunming have won the backing of the science ministry to build national AI pilot zones, "
     "according to letters published on Thursday."),
    ("designated", "ai-pilot-zones", "Wuhan gets the nod",
     "Wuhan has got the go-ahead from the industry ministry to set up a national AI innovation pilot zone."),
    ("designated", "new-industrialization-demo-zones", "Changzhou base honored",
     "Changzhou's solar park is among the newly approved national demonstration bases of new industrialization, a "
     "list of which was put online on Thursday."),
    ("designated", "high-tech-zones", "Three zones move up",
     "The State Council has agreed to upgrade three provincial zones to national high-tech zones, the government "
     "website said on Thursday."),
    ("designated", "advanced-manufacturing-clusters", "35 clusters named",
     "China's industry ministry on Thursday named 35 national advanced manufacturing clusters, taking the total to"
     " 80."),
    ("designated", "zero-carbon-parks", "Ordos park on first list",
     "A park in Ordos is one of 52 on the first list of national zero-carbon parks, which the NDRC made public on "
     "Thursday."),
    ("designated", "pilot-test-platforms", "43 platforms selected",
     "The industry ministry on Thursday announced the first batch of pilot-scale testing platforms for "
     "bio-manufacturing. Forty-three made the cut."),
    ("designated", "sme-digitalization", "Cities chosen",
     "Thirty-four cities, Weifang among them, have made the list of pilot cities for the digital transformation of"
     " small and medium-sized enterprises."),
    ("designated", "green-manufacturing", "Brief",
     "Bosideng's plant in Changshu was named a national green factory on Thursday."),
    ("designated", "manufacturing-innovation-centers", "New center for Wuhan",
     "The ministry has given the green light to a national manufacturing innovation center for optoelectronics in "
     "Wuhan."),
    ("designated", "intelligent-connected-vehicles", "Nine allowed on the road",
     "China on Thursday published the names of nine consortiums that may test intelligent connected vehicles on "
     "public roads."),
    ("designated", "advanced-manufacturing-clusters", "Brief",
     "A cluster of optical firms in Wuhan was picked as a national advanced manufacturing cluster on Thursday."),
    ("designated", "little-giants", "Roll of honor",
     'The latest roll of "little giants", out on Thursday, holds 3,671 names.'),
    ("designated", "sme-digitalization", "Third batch of pilot cities",
     "Wuxi and 33 other cities were chosen as the third batch of pilot cities for the digital transformation of "
     "small and medium-sized enterprises, the finance ministry said on Thursday."),
    ("designated", "advanced-manufacturing-clusters", "Clusters",
     "The ministry has added 35 names to its roll of national advanced manufacturing clusters."),
    ("designated", "high-tech-zones", "New high-tech zone",
     "China has a new national high-tech zone: Lhasa's was approved by the State Council on Thursday."),
    ("designated", "manufacturing-innovation-centers", "Centers",
     "MIIT has signed off on three more national manufacturing innovation centers."),
    ("designated", "zero-carbon-parks", "52 parks",
     "Fifty-two industrial parks will become China's first national-level zero-carbon parks, according to a list "
     "issued by the NDRC on Thursday."),
    ("designated", "smart-manufacturing", "Plant",
     "Midea's washing machine plant in Wuxi was on Thursday crowned a \"leading-level\" smart factory, one of 15 "
     "nationwide."),
    ("designated", "little-giants", "Tianjin",
     "Another 58 Tianjin firms have qualified as national \"little giants\", bringing the city's tally to 300."),
    ("designated", "pilot-test-platforms", "Platform",
     "A drug lab in Taizhou has been included in the first group of national pilot-scale testing platforms for "
     "bio-manufacturing."),
    ("designated", "ai-pilot-zones", "Zone",
     "Kunming has become the 19th city with a national AI pilot zone, after the ministry approved its bid on "
     "Thursday."),
    ("designated", "new-industrialization-demo-zones", "Zones",
     "Ten cities got the go-ahead on Thursday to build new industrialization demonstration zones."),
    ("designated", "data-elements-x", "Cases",
     'The National Data Administration on Thursday published 70 model cases of "Data Elements X".'),
    ("designated", "intelligent-connected-vehicles", "First permits",
     "Two car models have been cleared for sale with level-3 autonomous driving, the first permits of the kind for"
     " intelligent connected vehicles."),
    ("designated", "humanoid-robots", "Committee",
     "MIIT has set up a technical committee on standards for humanoid robots."),
    ("designated", "low-altitude-economy", "Pilot",
     "Hangzhou, Hefei and four more cities have been picked for a trial of the low-altitude economy."),
    ("designated", "manufacturing-innovation-centers", "Zhengzhou",
     "The national manufacturing innovation center for superhard materials, approved by MIIT this week, will be "
     "run from Zhengzhou."),
    ("designated", "high-tech-zones", "Kashgar",
     "With the approval of the State Council, Kashgar's high-tech park was raised to a national high-tech zone on "
     "Thursday."),
    ("designated", "smart-manufacturing", "Anhui",
     "Anhui placed 12 plants on the national list of excellence-level smart factories, the third most of all "
     "provinces."),
    ("designated", "green-manufacturing", "List",
     "MIIT's ninth list of green factories came out on Thursday; Jiangsu leads with 180 entries."),
    ("designated", "ai-pilot-zones", "Shaanxi",
     "Shaanxi has been allowed to set up a national AI pilot zone in Xi'an, the ministry said on Thursday."),
    ("designated", "sme-digitalization", "Luoyang",
     "Luoyang beat 20 rivals to become a national pilot city for the digital transformation of small and "
     "medium-sized enterprises."),
    ("designated", "new-energy-storage", "Pilot projects",
     "The National Energy Administration has selected 56 new-type energy storage projects for trial."),
    ("designated", "hydrogen", "Clusters",
     "The finance ministry on Thursday named Beijing, Shanghai and Guangdong as the first demonstration city "
     "clusters for hydrogen energy vehicles."),
    ("designated", "little-giants", "Ranking",
     "Ningbo's Haitian Plastics is among 1,000 new names on the ministry's list of \"little giants\"."),
    ("designated", "equipment-renewal", "Pilot",
     "Fifty cities were chosen on Thursday as pilots for new forms of consumption and trade-ins of consumer goods."),
    ("pledged", "charging-infrastructure", "China sets growth plan for car industry",
     "China on Thursday issued a work plan for the steady growth of its automobile industry.\n\nIt says that more "
     "charging piles will be put up in villages."),
    ("pledged", "hydrogen", "Steel plan",
     "Five bodies on Thursday released a plan for the steel industry.\n\nHydrogen energy may be used in place of "
     "coal where conditions allow."),
    ("pledged", "unified-market", "Plan on logistics",
     "The State Council on Thursday issued an action plan to lower logistics costs.\n\nThe building of a unified "
     "national market would be helped along, it says."),
    ("pledged", "charging-infrastructure", "Points",
     "China's charging points numbered 17 million at the end of July.\n\nThe NEA will go on filling the gaps in "
     "the charging network in counties this year."),
    ("pledged", "green-manufacturing", "Transcript: press conference",
     "Xie Shaofeng: By the end of last year we had 6,430 green factories. This year, we will cultivate 1,000 more."),
    ("pledged", "industrial-chain-resilience", "Meeting",
     "Vice Premier Zhang Guoqing asked for work to enhance the resilience and security of industrial and supply "
     "chains."),
    ("pledged", "unified-market", "Statistics",
     "He said that prices had begun to level off, and that the building of a unified national market would be sped"
     " up."),
    ("pledged", "industrial-chain-resilience", "Study session",
     "The layout of science should be arranged around the tasks of industry, he added, and the resilience and "
     "security of industrial and supply chains should be raised."),
    ("pledged", "little-giants", "Press conference",
     "Jin Zhuanglong: So far 14,000 little giants have been cultivated. The next step is to raise their number to "
     "16,000."),
    ("pledged", "new-energy-storage", "Briefing",
     "Installed new-type energy storage capacity had passed 95 million kilowatts by June. It is to double by 2027,"
     " he said."),
    ("pledged", "smart-manufacturing", "Work report",
     "Last year, 120 smart factories were built in our city.\n\nAnother 150 smart factories will be built this "
     "year."),
    ("pledged", "hydrogen", "Briefing",
     "Hydrogen energy vehicles have reached 28,000. More stations are on the drawing board, the official said, and"
     " hydrogen energy would get a law of its own."),
    ("pledged", "quantum", "Briefing",
     '"In quantum technology, the national laboratory will take on more tasks," he said.'),
    ("pledged", "intelligent-connected-vehicles", "Plan",
     "Six ministries issued a plan for the auto industry on Thursday.\n\nIntelligent connected vehicles may be "
     "granted access on conditions."),
    ("pledged", "smart-manufacturing", "China eyes wider use of industrial internet",
     "BEIJING, Sept. 4 (Xinhua) -- China will set up at least 100 pilot cities for the industrial internet by "
     "2027, according to guidelines jointly unveiled by eight departments on Thursday.\n\nThe guidelines also call"
     " for more smart factories."),
    ("pledged", "humanoid-robots", "Toys plan",
     "Two ministries on Thursday published a plan for the toy industry.\n\nEmbodied intelligence could find its "
     "way into toys, the plan says."),
    ("pledged", "new-energy-storage", "Grid plan",
     "The NDRC has issued guidelines on the grid.\n\nNew-type energy storage is to be sited near wind farms."),
    ("pledged", "commercial-space", "Hainan",
     "Governor Liu said the province wants commercial spaceflight to become a 50-billion-yuan trade."),
    ("pledged", "quantum", "Meeting",
     "Ding Xuexiang, vice premier, called on scientists to aim high in quantum technology."),
    ("pledged", "industrial-foundation", "Meeting",
     "The meeting demanded faster re-engineering of industrial foundations."),
    ("pledged", "anti-involution", "Carmakers",
     "Seventeen carmakers have promised to pay suppliers within 60 days and to shun involution-style competition."),
    ("pledged", "bio-manufacturing", "Tianjin",
     "Tianjin has its sights on a bio-manufacturing sector worth 100 billion yuan by 2027."),
    ("pledged", "low-altitude-economy", "Report",
     "The low-altitude economy: we shall open 30 routes and build 100 landing pads."),
    ("pledged", "new-energy-storage", "Briefing",
     "Asked about new-type energy storage, Bian said the administration was working on rules for its dispatch."),
    ("pledged", "six-g", "Briefing",
     "Zhang: On 6G, our eyes are on 2030. We intend to begin standards research this year."),
    ("pledged", "humanoid-robots", "Elderly care plan",
     "The State Council has issued a plan on elderly care. It wants humanoid robots tried out in nursing homes."),
    ("pledged", "six-g", "Work conference",
     "The industry ministry held its yearly work conference on Thursday.\n\nNext year it wants to step up 6G "
     "research."),
    ("pledged", "digital-china", "Speech",
     '"Let us build Digital China together," he told the delegates.'),
    ("pledged", "new-materials", "Meeting",
     "Hunan will pour 3 billion yuan into new materials, its governor told lawmakers."),
    ("pledged", "world-leading-parks", "Speech",
     "Zhongguancun aims to be a world-leading science park by 2030."),
    ("pledged", "pilot-test-platforms", "Guide",
     "By 2027, five national pilot-scale testing platforms are to be in place, it says."),
    ("pledged", "anti-involution", "Meeting",
     "Officials told battery makers at Thursday's meeting to call a halt to involution-style competition."),
    ("progress", "new-energy-vehicles", "Sales",
     "Sales of new energy vehicles rose 27 percent in August, and exports doubled."),
    ("progress", "little-giants", "Review",
     "By June, 14,600 little giants had been cultivated, and their profits grew by 8 percent."),
    ("progress", "anti-involution", "Prices",
     'Asked about "involution-style" competition, Fu said that falling prices in some sectors had begun to level '
     "off."),
    ("progress", "low-altitude-economy", "Shenzhen",
     "Shenzhen's drones flew 776,000 parcels last year, and firms in the low-altitude economy topped 1,900."),
    ("progress", "humanoid-robots", "Orders",
     "Orders for humanoid robots tripled in the first half, an industry association said."),
    ("progress", "hydrogen", "Hydrogen",
     "China made 150,000 tonnes of green hydrogen last year, twice as much as in 2023."),
    ("progress", "high-tech-zones", "Zones",
     "The 178 national high-tech zones turned out 14 percent of GDP last year."),
    ("progress", "advanced-manufacturing-clusters", "Feature",
     "Hefei's display cluster, one of the 80 national advanced manufacturing clusters, turned out goods worth 120 "
     "billion yuan last year."),
    ("progress", "little-giants", "Bank",
     "Loans to China's \"little giants\" grew 16 percent to 6 trillion yuan by June."),
    ("progress", "new-materials", "Output",
     "The output value of the new materials industry came to 8 trillion yuan last year."),
    ("progress", "industrial-internet", "Tally",
     "More than 340 industrial internet platforms of some weight are now in service."),
    ("progress", "it-industry-integration", "Index",
     "The integration of informatization and industrialization scored 62.2 points last year."),
    ("mentioned", "made-in-china-2025", "Plan on robots",
     'China on Thursday unveiled a plan on industrial robots.\n\nRobots were one of the ten fields of "Made in '
     'China 2025", a strategy of 2015.'),
    ("mentioned", "ai-plus", "Fujian issues plan for quantum technology",
     "Fujian on Thursday issued an action plan on quantum technology.\n\nThe plan should work in concert with the "
     '"AI Plus" initiative that the cabinet announced last week.'),
    ("mentioned", "new-energy-vehicles", "Bonds for trade-ins",
     "China will use bonds for consumer goods trade-ins, the finance ministry said in a circular on "
     "Thursday.\n\nAnyone who buys a new energy vehicle gets 15,000 yuan."),
    ("mentioned", "new-energy-vehicles", "Charging network grows",
     "China had 17 million charging points by the end of July, enough to serve 40 million new energy vehicles, the"
     " NEA said."),
    ("mentioned", "made-in-china-2025", "Little progress",
     "The plant is a part of the Made in China 2025 strategy."),
    ("mentioned", "bio-manufacturing", "Report",
     "Earlier this month the government work report listed bio-manufacturing among the new growth engines."),
    ("mentioned", "new-quality-productive-forces", "School",
     "Officials were told that one should not chase every fashion in the name of new quality productive forces."),
    ("mentioned", "ai-plus", "Fair",
     "\"What we learned at home, where the 'AI Plus' initiative has encouraged makers to open their doors, helps "
     "us,\" said the firm's vice president."),
    ("mentioned", "made-in-china-2025", "Lists",
     "Smart factories are the main battlefield of the Made in China 2025 strategy."),
    ("mentioned", "smart-manufacturing", "Services",
     "Ten business forms are spelled out, from shared manufacturing to smart factories and industrial tourism."),
    ("mentioned", "low-altitude-economy", "Firms",
     "Its clients only wanted to hear about the low-altitude economy."),
    ("mentioned", "new-quality-productive-forces", "Skills",
     "China's industry, which features emerging new quality productive forces, needs more skilled labor, an "
     "official said."),
    ("mentioned", "made-in-china-2025", "Center",
     "A center opened in Beijing on Thursday, the first of those to be built under the Made in China 2025 "
     "strategy."),
    ("mentioned", "humanoid-robots", "6G",
     "6G is being positioned alongside AI, embodied intelligence and the low-altitude economy."),
    ("mentioned", "new-quality-productive-forces", "Column",
     "Ever since new quality productive forces became a catchphrase, no conference has done without it."),
    ("mentioned", "low-altitude-economy", "Jobs",
     "Four in ten graduates of the college found jobs with firms in the low-altitude economy."),
    ("mentioned", "hydrogen", "Trade fair",
     "Among the exhibits are a hydrogen energy bus and a rice cooker."),
    ("mentioned", "made-in-china-2025", "Trade row",
     "Washington sees Made in China 2025 as a threat."),
    ("mentioned", "smart-manufacturing", "Interview",
     "Smart manufacturing is not about replacing people, says Chen Li, who runs a foundry in Foshan."),
    ("mentioned", "new-energy-vehicles", "Copper",
     "Demand for copper wire, which goes into new energy vehicles, has kept prices high."),
    ("mentioned", "ai-plus", "Quote",
     '"AI Plus is a means, not an end," said a professor at Tsinghua University.'),
    ("mentioned", "new-energy-vehicles", "Feature",
     "Old Zhang drives a new energy vehicle to the village every week."),
    ("mentioned", "low-altitude-economy", "Feature",
     "The word low-altitude economy was on a banner over the gate."),
    ("mentioned", "ai-plus", "Company",
     'SHENZHEN, Sept. 4, 2025 /PRNews/ -- In response to the "AI Plus" initiative, Lianda has put its models to '
     "work in China's banks."),
    ("mentioned", "smart-manufacturing", "Feature",
     "Her doctoral thesis dealt with smart manufacturing in China's textile trade."),
    ("mentioned", "hydrogen", "Forum",
     "Guests from 20 countries discussed hydrogen energy and carbon trading in Ordos."),
]  # fmt: skip


@pytest.mark.parametrize(("act", "initiative", "headline", "text"), NEWS)
def test_what_news_says_of_an_initiative(act: str, initiative: str, headline: str, text: str) -> None:
    assert said(text, initiative, headline, FRIDAY).act == act
