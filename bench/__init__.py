"""Measurements: run with `python -m bench.NAME`; they print, they never judge a test run by the clock."""
