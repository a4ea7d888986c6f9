"""Find the numbers that something passes for the first time, which happens only once: 年产量首次突破1000万辆."""

import re

from tracker.text.numbers.numerals import in_base_unit
from tracker.text.numbers.quantities import quantities

FIRST = re.compile(r"(?:首次|首度|首)(?:突破|超过|达到|超|破|达)[^，。；\n]{0,8}$|突破[^，。；\n]{0,3}$")
PASSED = re.compile(
    r"\bfor the first time\b[^.;\n]{0,60}$|\bfirst (?:to )?(?:exceed|surpass|top|pass|break)\w*[^.;\n]{0,40}$", re.I
)
MARK = re.compile(r"[^，。；\n]{0,3}大关")
WITHIN = 30


def milestones(head: str) -> set[tuple[str, str, str]]:
    """Return the milestones that the beginning of a plain text reports, as occasions: ("milestone", value, "")."""
    found = set()
    for quantity in quantities(head):
        before = head[max(0, quantity.start - WITHIN) : quantity.start]
        first = FIRST.search(before)
        known = first and (first[0].startswith("首") or MARK.match(head, quantity.end))
        if known or PASSED.search(before):
            found |= {("milestone", f"{in_base_unit(value, quantity.unit):g}", "") for value in quantity.values}
    return found
