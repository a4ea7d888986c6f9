"""Deliver what is due."""
