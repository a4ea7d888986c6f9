"""Detect papers that were issued."""
