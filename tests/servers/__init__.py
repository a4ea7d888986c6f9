"""Servers that the tests talk to: the protocols are real, and what they answer is up to the test."""
