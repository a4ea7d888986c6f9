"""Servers that the tests talk to: the protocols are real, and the test decides the responses."""
