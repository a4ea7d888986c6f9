"""Processes of ours: commands, crawls and daemons as users run them."""
