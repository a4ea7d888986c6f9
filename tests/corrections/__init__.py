"""Tests of what people say against the rules."""
