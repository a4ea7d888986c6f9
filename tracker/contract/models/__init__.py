"""Declare every row that a program may get, one model each; docs/schema/ is generated from these."""
