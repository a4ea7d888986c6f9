"""Store and query everything that is kept: every table, every write and every read."""
