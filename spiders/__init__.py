"""Bring pages home without reading them."""
