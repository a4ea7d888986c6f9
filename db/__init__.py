"""What we have: every table, every write, every read."""
