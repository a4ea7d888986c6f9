"""Recognize growth among other shares, by the unit and the words of its clause."""

import re

RATE = "%"
"""The unit of growth, and of shares."""
# A share that "rose to 36%" is not growth.
GROWTH = re.compile(
    r"同比|环比|增速|增幅|(?:增长|下降|提高|上升)(?![到至])|year on year|\bgrowth\b|"
    r"\b(?:up|down|rose|rise|rising|grew|increas\w+|declin\w+|fell|surg\w+|jump\w+)\b(?! to\b)"
)
