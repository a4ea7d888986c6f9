"""Spiders bring pages home and do not read them."""
