"""Decide whether a sentence plans, reports or only names an initiative."""
