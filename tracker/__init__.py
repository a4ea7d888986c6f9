"""Reads the stored pages and tells what they say."""
