"""Compute when an alert may be sent."""
