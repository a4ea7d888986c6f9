"""Serve every list as a feed, a calendar or a file: its address with a suffix."""
