"""Tests of names of rules, of what decides, and of `tracker explain`."""
