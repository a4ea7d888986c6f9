"""Sentences with the rule that gives their act."""

SENTENCES = [
    ("zh", "要发挥全国统一大市场支撑作用，引导产业合理布局。", "mentioned", "zh.mentioned.plays-a-part"),
    ("zh", "代表们察看了人形机器人展区。", "mentioned", "zh.mentioned.seen"),
    ("zh", "工业和信息化部9月1日印发《低空经济发展行动方案》。", "issued", "zh.issued.puts-it-out"),
    ("zh", "国务院常务会议审议通过关于深入实施“人工智能+”行动的意见。", "issued", "zh.issued.passes-a-paper-on-it"),
    ("zh", "工业和信息化部启动人形机器人试点。", "launched", "zh.launched.begun"),
    ("zh", "我国将加快发展低空经济。", "pledged", "zh.pledged.to-be-done"),
    ("zh", "我市要大力发展低空经济。", "pledged", "zh.pledged.to-be-done"),
    ("zh", "我国低空经济规模已达五千亿元。", "progress", "zh.progress.done"),
    ("zh", "如何发展低空经济，是他一直思考的问题。", "mentioned", "zh.mentioned.how-to"),
    ("zh", "以低空经济为主题的论坛在合肥举行。", "mentioned", "zh.mentioned.by-it"),
    ("zh", "抓住低空经济的发展机遇。", "mentioned", "zh.mentioned.seized"),
    ("zh", "低空经济。", "mentioned", "acts.default.mentioned"),
    (
        "en",
        "The ministry issued a guideline on the low-altitude economy on Monday.",
        "issued",
        "en.issued.puts-out-its-paper",
    ),
    ("en", "China launched the AI Plus initiative on Monday.", "launched", "en.launched.begun"),
    ("en", "China will speed up the development of the low-altitude economy.", "pledged", "en.pledged.will"),
    ("en", "The city should develop the low-altitude economy.", "pledged", "en.pledged.will"),
    ("en", "The low-altitude economy has grown fast.", "progress", "en.progress.done"),
    ("en", "He spoke of the low-altitude economy.", "mentioned", "acts.default.mentioned"),
    ("en", "How can we develop the low-altitude economy?", "mentioned", "en.mentioned.question"),
    ("en", "The firm is building drones for the low-altitude economy.", "progress", "en.progress.done"),
]
"""Language, sentence, act, and the name of the rule that gives it."""
