"""Compose messages."""
