"""The command `tracker`: one module a group of commands."""
