"""Read a database from Python: `from tracker import open_tracker`."""
