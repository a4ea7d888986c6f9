"""Detect sentences that only mention an initiative."""
