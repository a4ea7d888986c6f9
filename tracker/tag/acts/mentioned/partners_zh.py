"""Detect where a Chinese sentence names an initiative as the partner of something else: 与 X 联动."""

import re

from tracker.tag.acts.target_context import TargetContext

# X、Y 加速与某学科融合发展.
WITH_IT = re.compile(r"(?:、[^，。；、]{1,10})*(?:加速|加快|深度|不断)?与[^，。；]{2,14}(?:融合|结合)")
PARTNER = re.compile(r"与[^与]*$")
BALANCED = re.compile(r"处理好[^。；]*$"), re.compile(r"[^。；]*的关系")
JOINT = re.compile(r"[^，]*(?:结合起来|相?结合|合作|对接|联动|形成合力|协同|一体化|衔接|深度融合)")


def is_joined(said: TargetContext) -> bool:
    """与 X 联动, 处理好 Y 和 X 的关系."""
    balanced = said.stands_between(BALANCED)
    with_it = WITH_IT.match(said.after) and not said.patterns.plan.search(said.before)
    return bool(
        balanced or (with_it and not said.is_asked) or (PARTNER.search(said.before) and JOINT.match(said.after))
    )
