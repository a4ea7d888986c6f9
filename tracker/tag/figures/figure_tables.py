"""Collect the rows about quantities in tables: the first row that matches decides."""

from collections.abc import Mapping

from tracker.tag.engine import Rule, Table
from tracker.tag.figures import counted_en, counted_zh, figures_en, figures_zh
from tracker.tag.figures.modality import PLANS, TO_COME
from tracker.tag.figures.quantity_context import (
    counts_parts_of_a_paper,
    is_a_comparison,
    is_far,
    is_no_share,
    is_small,
    is_to_double,
)

# Those of any language.
OF_A_PAPER = Rule("figure.parts-of-a-paper", when=(counts_parts_of_a_paper,), against=True,
                  examples=("The plan lists 11 key \"AI Plus\" actions.", "居委会提出12项人工智能+行动。"))  # fmt: skip
DOUBLED = Rule("figure.to-double", when=(is_to_double,),
               examples=("By 2027, the number of smart factories would double.",
                   "到2027年，人形机器人的票价将翻一番。"))  # fmt: skip
COMPARED = Rule("figure.comparison", when=(is_a_comparison,), against=True,
                examples=("新型储能装机约为“十三五”末的20倍。",
                    "The humanoid robot costs 3 times the rent."))  # fmt: skip
IN_PASSING = Rule("figure.in-passing", when=(is_small,), against=True,
                  examples=("The plan prioritizes smart factories. AI will spread in six key areas.",
                      "市里印发《低空经济发展方案》。五家餐馆迎来客人。"))  # fmt: skip
FAR = Rule("counted.far-from-it", when=(is_far,), against=True,
           examples=("她用80个晚上才终于亲手画完了一大幅献给工业互联网的画。",
               "There are 12 seats in a row for guests who like humanoid robots."))  # fmt: skip
NEXT = Rule("counted.right-before-it", when=(is_no_share,),
            examples=("全国共有178家智能工厂。", "In the mall 12 humanoid robots danced."))  # fmt: skip

LEFT_OUT = Table(
    figures_zh.LEFT_OUT, figures_en.LEFT_OUT, [OF_A_PAPER], figures_zh.OF_AMOUNTS, [DOUBLED, COMPARED],
    figures_zh.MARKS_OUT, figures_en.MARKS_OUT,
)  # fmt: skip
NOT_OF_THE_NAME = Table(figures_zh.NOT_OF_THE_NAME)
OF_A_FIRM = Table(figures_zh.OF_A_FIRM, figures_en.OF_A_FIRM)
OF_OTHERS = Table([IN_PASSING], figures_zh.OF_OTHERS, figures_en.OF_OTHERS)
SERVED = Table(counted_zh.SERVED, counted_en.SERVED)
CHOSEN = Table(counted_zh.CHOSEN, counted_en.CHOSEN)
BEHIND = Table(
    counted_zh.BEHIND, counted_en.BEHIND, [FAR], counted_zh.BREAKS, counted_en.BREAKS, [NEXT],
    counted_zh.SHARES, counted_en.SHARES,
)  # fmt: skip


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by what their rows decide."""
    named = {
        "figures: quantities that are not figures": LEFT_OUT,
        "figures: what is not said of the name before": NOT_OF_THE_NAME,
        "figures: what is that of one firm": OF_A_FIRM,
        "figures: what belongs to something else": OF_OTHERS,
        "figures: what only serves the name behind": SERVED,
        "figures: those chosen for the name behind": CHOSEN,
        "figures: what counts the name behind": BEHIND,
        "figures: targets by their time": TO_COME,
        "figures: targets and results by their words": PLANS,
    }
    return {name: {"": table} for name, table in named.items()}
