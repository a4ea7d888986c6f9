"""What an outside server does with a message besides accepting it, and how often; None is plain service."""

import random
from collections.abc import Mapping

# Seconds that a server keeps silent: longer than a client may wait whose claim lasts for `world.LEASE`.
STALL = 11.0

# Out of a hundred messages. Greylisting and stalls come before the message is accepted, the rest during or after it.
MAIL = {
    "greylist": 10,
    "defer": 6,
    "hang up": 4,
    "stall": 1,
    "drop before": 6,
    "drop after": 8,
    "stall after": 2,
    "die": 3,
    "drop answered": 6,
}
WEB = {"500": 10, "429": 5, "stall": 2, "drop before": 6, "drop after": 8, "stall after": 2, "die": 3}


def draw(chance: random.Random, rates: Mapping[str, int], share: float) -> str | None:
    """Draw which fault happens to a message, if any; `share` is how much of the rates holds (0: none)."""
    point = chance.uniform(0, 100)
    for fault, rate in rates.items():
        point -= rate * share
        if point < 0:
            return fault
    return None
