"""Compute how an initiative developed: its state by rule, its figures as series, and what we do not have."""
