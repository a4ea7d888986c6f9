"""Serve every list as a feed, a calendar or a file, at its address with a suffix."""
