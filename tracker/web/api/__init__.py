"""Serve the rows of the contract to programs, under /api/v1."""

PREFIX = "/api/v1"
