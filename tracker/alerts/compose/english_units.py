"""Names the units of figures in English."""

IN_ENGLISH = {
    "元": "yuan",
    "美元": "dollars",
    "辆": "vehicles",
    "台": "units",
    "架": "aircraft",
    "人": "people",
    "人次": "visits",
    "吨": "tonnes",
    "吨标准煤": "tonnes of standard coal",
    "公里": "km",
    "平方公里": "square km",
    "千瓦": "kW",
    "千瓦时": "kWh",
    "兆瓦": "MW",
    "吉瓦": "GW",
    "倍": "times",
    "个百分点": "percentage points",
}
