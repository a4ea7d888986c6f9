"""Name the commands that list what other commands take, for lines that say that nothing is stored under a name."""

NUMBERS = "`tracker news --since 2020`"
"""Lists the numbers of announcements."""
ADDRESSES = "`tracker news --since 2020 --format csv`"
"""Lists addresses, too."""
