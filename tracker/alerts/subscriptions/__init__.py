"""Manage alerts and their recipients."""
