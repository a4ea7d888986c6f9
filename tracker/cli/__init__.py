"""The command `tracker`, with one module for each group of commands."""
