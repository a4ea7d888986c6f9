"""Detect designations."""
