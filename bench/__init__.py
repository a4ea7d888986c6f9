"""Measure the program: run with `python -m bench.NAME`. They print results, and never fail a test run by the clock."""
